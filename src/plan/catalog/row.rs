//! One row of the list of routines.

use std::time::Duration;

use crate::content::entry::Entry;
use crate::content::file::Origin;
use crate::content::library::Library;
use crate::content::routine::Routine;
use crate::content::vocabulary::{Audience, Discipline, Intensity, When};
use crate::plan::catalog::shown::shown;
use crate::plan::catalog::verdict::Verdict;
use crate::plan::effort::Effort;
use crate::plan::outline::Outline;
use crate::plan::place::Place;
use crate::plan::planned::props;
use crate::plan::suggest::{breadth, is_meant_for};
use crate::plan::tailor::{Request, judge_outline};
use crate::plan::timetable::Timetable;
use crate::plan::whom::Recipient;

/// A routine in the list.
#[derive(Clone, Debug)]
pub struct Row {
    /// The id.
    pub id: String,
    /// The title.
    pub title: String,
    /// When it belongs.
    pub(crate) when: When,
    /// The kind of movement.
    pub(crate) discipline: Option<Discipline>,
    /// The audiences; empty for everybody.
    pub(crate) audience: Vec<Audience>,
    /// For how many kinds of people besides this one it is.
    pub(crate) breadth: usize,
    /// True if it was made for anybody, or for somebody like this one.
    pub(crate) meant: bool,
    /// The effort as played; as authored where the rules do not let it play.
    pub(crate) effort: Effort,
    /// The number of steps.
    pub(crate) steps: usize,
    /// The length as played; `None` for a checklist and for a broken file.
    pub(crate) total: Option<Duration>,
    /// The places where it can be done.
    pub(crate) places: Vec<Place>,
    /// The things needed.
    pub(crate) props: Vec<String>,
    /// True if some of it is moderate effort.
    pub(crate) moderate: bool,
    /// The origin of its file.
    pub(crate) origin: Origin,
    /// The path of its file, which tells files of the same id apart.
    pub(crate) path: String,
    /// The verdict for the person.
    pub(crate) verdict: Verdict,
    /// True if something is known of all of its steps that are played for the person.
    pub known: bool,
}

impl Row {
    /// Returns whether its file can be played.
    pub(crate) fn is_sound(&self) -> bool {
        self.verdict != Verdict::Broken
    }

    /// Returns whether it plays for the person, and nothing in it is unknown.
    pub(crate) fn may_be_offered(&self) -> bool {
        self.plays() && self.known
    }

    /// Returns whether it would play for the person.
    pub(crate) fn plays(&self) -> bool {
        matches!(self.verdict, Verdict::Fits | Verdict::Adapted(_))
    }
}

impl Row {
    /// The row of a routine for a person.
    pub(crate) fn of(entry: &Entry<Routine>, library: &Library, whom: &Recipient) -> Self {
        let outline = entry.is_sound().then(|| outline(entry, library, whom));
        let outline = outline.flatten();
        let steps = || outline.iter().flat_map(Outline::steps);
        let planned = || steps().map(|step| &*step.planned);
        let mut row = Self {
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
}

fn outline(entry: &Entry<Routine>, library: &Library, whom: &Recipient) -> Option<Outline> {
    let preferences = whom.preferences(&entry.id);
    Outline::of(&entry.id, &entry.value, library, preferences).ok()
}

fn timed(timetable: &Timetable) -> Option<Duration> {
    (!timetable.is_checklist()).then(|| timetable.total())
}

impl Row {
    /// Works out what the routine is to this person, and what it takes then.
    fn judge(
        &mut self,
        outline: Outline,
        entry: &Entry<Routine>,
        library: &Library,
        whom: &Recipient,
    ) {
        let Ok(judged) = judge_outline(outline, entry, library, whom, &Request::default()) else {
            self.verdict = Verdict::Broken;
            return;
        };
        self.meant = is_meant_for(&entry.value, whom.person());
        self.breadth = breadth(&entry.value, whom);
        if let Some(timetable) = &judged.timetable {
            self.effort = Effort::of(timetable.steps.iter().map(|step| &*step.planned));
        }
        let shown = shown(&judged, entry, library).ok();
        self.total = shown.and_then(|timetable| timed(&timetable));
        self.known = judged.unknown.is_empty();
        self.verdict = Verdict::of(&judged);
    }
}
