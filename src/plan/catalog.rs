//! The routines of a library as they are for a person: a row and a verdict each.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::Duration;

use crate::content::entry::Entry;
use crate::content::file::Origin;
use crate::content::library::Library;
use crate::content::routine::Routine;
use crate::content::vocabulary::{Audience, Discipline, Intensity, When};
use crate::plan::effort::Effort;
use crate::plan::lower::lower;
use crate::plan::outline::Outline;
use crate::plan::place::Place;
use crate::plan::planned::props;
use crate::plan::suggest::{breadth, is_meant_for};
use crate::plan::tailor::{Refusal, Tailored, Wish, judge_outline, tailor};
use crate::plan::timetable::Timetable;
use crate::plan::whom::Whom;
use crate::plan::worries::Worries;

/// What a routine is to the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It is played as it is written.
    Fits,
    /// So many steps differ from what is written.
    Adapted(usize),
    /// The rules do not let it play.
    NotForYou,
    /// The file cannot be played.
    Broken,
}

/// A routine in the list.
#[derive(Clone, Debug)]
pub struct Row {
    /// What it is called by.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// When it belongs.
    pub(crate) when: When,
    /// What kind of movement it is.
    pub(crate) discipline: Option<Discipline>,
    /// For whom it is; empty for everybody.
    pub(crate) audience: Vec<Audience>,
    /// For how many kinds of people besides this one it is.
    pub(crate) breadth: usize,
    /// Whether it was made for anybody, or for somebody like this one.
    pub(crate) meant: bool,
    /// What it asks for as it would be played; as it is written where the rules do not let it play.
    pub(crate) effort: Effort,
    /// How many steps it has.
    pub(crate) steps: usize,
    /// What it takes as it would be played; `None` for a checklist and for a broken file.
    pub(crate) total: Option<Duration>,
    /// Where it can be done.
    pub(crate) places: Vec<Place>,
    /// What is needed.
    pub(crate) props: Vec<String>,
    /// Whether some of it is moderate effort.
    pub(crate) moderate: bool,
    /// Whose it is.
    pub(crate) origin: Origin,
    /// Which of the library's routines, when another file has the same id.
    pub(crate) path: String,
    /// What it is to the person.
    pub(crate) verdict: Verdict,
    /// Whether something is known of all of its steps that are played for the person.
    pub known: bool,
}

impl Row {
    /// Whether its file can be played.
    pub(crate) fn is_sound(&self) -> bool {
        self.verdict != Verdict::Broken
    }

    /// Whether it plays for the person, and nothing in it is unknown.
    fn may_be_offered(&self) -> bool {
        self.plays() && self.known
    }

    /// Whether it would play for the person.
    pub(crate) fn plays(&self) -> bool {
        matches!(self.verdict, Verdict::Fits | Verdict::Adapted(_))
    }
}

/// A library and its rows for a person, in the order of their titles.
#[derive(Clone, Debug, Default)]
pub struct Catalog {
    library: Arc<Library>,
    whom: Whom,
    worries: Worries,
    rows: Vec<Row>,
    /// What was asked for this time, by routine.
    wishes: BTreeMap<String, Wish>,
}

impl Catalog {
    /// Works out the rows.
    pub fn of(library: impl Into<Arc<Library>>, whom: Whom) -> Self {
        let library = library.into();
        let mut rows: Vec<Row> = library
            .routines()
            .map(|entry| row(entry, &library, &whom))
            .collect();
        rows.sort_by(|one, other| {
            (&one.title, &one.id, &one.path).cmp(&(&other.title, &other.id, &other.path))
        });
        Self {
            worries: Worries::of(&library, &whom),
            library,
            whom,
            rows,
            wishes: BTreeMap::new(),
        }
    }

    /// Takes over what was said and asked for in this session from the catalog that stood before.
    pub(crate) fn follow(&mut self, before: &Self) {
        self.wishes.clone_from(&before.wishes);
        for id in before.whom.known().clone() {
            self.set_known(&id, true);
        }
        if self.whom.today() != before.whom.today() {
            self.set_today(before.whom.today().to_vec());
        }
    }

    /// All rows.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The library.
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// For whom it is.
    pub fn whom(&self) -> &Whom {
        &self.whom
    }

    /// What a person should know who relies on the rules.
    pub fn worries(&self) -> &Worries {
        &self.worries
    }

    /// The same with those about one routine, as it was asked for.
    pub(crate) fn worries_of(&self, id: &str) -> Worries {
        match self.tailored(id) {
            Some(Ok(tailored)) => self.worries.clone().with(&tailored),
            Some(Err(_)) | None => self.worries.clone(),
        }
    }

    /// Sets the session flags and full stops that hold today, and judges every routine anew.
    pub(crate) fn set_today(&mut self, words: Vec<String>) {
        self.whom.set_today(words, &self.library.shared().safety);
        let entries = self.library.routines();
        let entries: HashMap<(&str, &str), &Entry<Routine>> = entries
            .map(|entry| ((entry.id.as_str(), entry.path.as_str()), entry))
            .collect();
        for row in &mut self.rows {
            let entry = entries.get(&(row.id.as_str(), row.path.as_str()));
            if let Some(entry) = entry.filter(|_| row.is_sound())
                && let Some(outline) = outline(entry, &self.library)
            {
                row.judge(outline, entry, &self.library, &self.whom);
            }
        }
    }

    /// Says of a routine whether the person knows how it is done, and judges it anew.
    pub(crate) fn set_known(&mut self, id: &str, known: bool) {
        self.whom.set_known(id, known);
        let entry = self.library.routine(id).filter(|entry| entry.is_sound());
        let Some((entry, outline)) =
            entry.and_then(|entry| Some((entry, outline(entry, &self.library)?)))
        else {
            return;
        };
        if let Some(row) = self
            .rows
            .iter_mut()
            .find(|row| row.id == id && row.path == entry.path)
        {
            row.judge(outline, entry, &self.library, &self.whom);
        }
    }

    /// The file of a row.
    pub(crate) fn entry(&self, row: &Row) -> Option<&Entry<Routine>> {
        self.library
            .routine(&row.id)
            .filter(|entry| entry.path == row.path)
            .or_else(|| {
                self.library
                    .routines()
                    .find(|entry| entry.id == row.id && entry.path == row.path)
            })
    }

    /// What was asked for of this routine.
    pub(crate) fn wish(&self, id: &str) -> Wish {
        self.wishes.get(id).cloned().unwrap_or_default()
    }

    /// Asks for something of this routine, for as long as the program runs.
    pub fn set_wish(&mut self, id: &str, wish: Wish) {
        self.wishes.insert(id.to_owned(), wish);
    }

    /// The routine made to measure, by what was asked for. `None` when there is none of this id, or its file cannot be
    /// played.
    pub(crate) fn tailored(&self, id: &str) -> Option<Result<Tailored, Refusal>> {
        self.tailored_to(id, &self.wish(id))
    }

    /// The routine made to measure, by another wish.
    pub(crate) fn tailored_to(&self, id: &str, wish: &Wish) -> Option<Result<Tailored, Refusal>> {
        let entry = self.library.routine(id).filter(|entry| entry.is_sound())?;
        Some(tailor(entry, &self.library, &self.whom, wish))
    }

    /// The first of these routines that plays for the person, and of which something is known.
    pub(crate) fn first_that_plays<'a>(
        &self,
        ids: impl IntoIterator<Item = &'a str>,
    ) -> Option<&Row> {
        ids.into_iter().find_map(|id| {
            self.rows
                .iter()
                .find(|row| row.id == id && row.may_be_offered())
        })
    }

    /// Something without moderate effort for the end of the day, of about the same length as this routine and in no way
    /// more than it.
    pub(crate) fn gentler(&self, than: &str) -> Option<&Row> {
        let length = |row: &Row| row.total.unwrap_or_default();
        let asked = self.rows.iter().find(|row| row.id == than)?;
        let wanted = length(asked);
        self.rows
            .iter()
            .filter(|row| row.may_be_offered() && !row.moderate)
            .filter(|row| row.total.is_some() && row.meant)
            .filter(|row| row.when.is_sleepy() || row.when == When::Evening)
            .filter(|row| row.effort.is_within(asked.effort))
            .min_by_key(|row| {
                let other_time = row.when == When::MiddleOfTheNight;
                (other_time, row.breadth, length(row).abs_diff(wanted))
            })
    }
}

fn row(entry: &Entry<Routine>, library: &Library, whom: &Whom) -> Row {
    let outline = entry.is_sound().then(|| outline(entry, library)).flatten();
    let steps = || outline.iter().flat_map(Outline::steps);
    let planned = || steps().map(|step| &*step.planned);
    let mut row = Row {
        id: entry.id.clone(),
        title: entry.value.title.clone(),
        when: entry.value.when,
        discipline: entry.value.discipline,
        audience: entry.value.audience.clone(),
        breadth: breadth(&entry.value, whom),
        meant: is_meant_for(&entry.value, whom.person()),
        effort: Effort::of(planned()),
        steps: steps().count(),
        total: None,
        places: Place::ALL
            .iter()
            .copied()
            .filter(|place| outline.is_some() && place.holds(planned()))
            .collect(),
        props: props(planned()).into_iter().map(str::to_owned).collect(),
        moderate: planned().any(|step| step.intensity == Intensity::Moderate),
        origin: entry.origin,
        path: entry.path.clone(),
        verdict: Verdict::Broken,
        known: true,
    };
    if let Some(outline) = outline {
        row.judge(outline, entry, library, whom);
    }
    row
}

fn outline(entry: &Entry<Routine>, library: &Library) -> Option<Outline> {
    Outline::of(&entry.id, &entry.value, library).ok()
}

fn timed(timetable: &Timetable) -> Option<Duration> {
    (!timetable.is_checklist()).then(|| timetable.total())
}

impl Row {
    /// Works out what the routine is to this person, and what it takes then.
    fn judge(&mut self, outline: Outline, entry: &Entry<Routine>, library: &Library, whom: &Whom) {
        let Ok(judged) = judge_outline(outline, entry, library, whom, &Wish::default()) else {
            self.verdict = Verdict::Broken;
            return;
        };
        self.meant = is_meant_for(&entry.value, whom.person());
        self.breadth = breadth(&entry.value, whom);
        self.total = match &judged.timetable {
            Some(timetable) => {
                self.effort = Effort::of(timetable.steps.iter().map(|step| &*step.planned));
                timed(timetable)
            }
            // As it is written.
            None => lower(&entry.id, &entry.value, library)
                .ok()
                .and_then(|it| timed(&it)),
        };
        self.known = judged.unknown.is_empty();
        self.verdict = match (judged.refusal(), judged.adapted()) {
            (Some(_), _) => Verdict::NotForYou,
            (None, 0) => Verdict::Fits,
            (None, changes) => Verdict::Adapted(changes),
        };
    }
}
