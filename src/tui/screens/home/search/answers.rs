//! Answers of the search that are no routines: conditions, full stops and warning signs.

pub(crate) mod answer;

use crate::content::safety::meaning::{Meaning, Meanings};
use crate::content::safety::rulebook::Safety;
use crate::content::text::folded::{fold, is_slip};
use crate::content::vocabulary::Audience;
use crate::plan::catalog::Catalog;
use crate::plan::profile::dates::week_unknown;
use crate::tui::screens::home::search::index::{Kind, how};
use crate::tui::screens::home::search::query::Query;
use crate::words::en::emergency::Emergency;
use crate::words::en::found as words;
use crate::words::en::search::{DANGER, FILLERS, PREGNANT, QUALIFIERS, WARNINGS, WEEKS};

/// Letters that a query needs to find a condition.
const LEAST_LETTERS: usize = 3;
/// Letters that a word needs to find a sign by its beginning.
const LEAST_BEGINNING: usize = 4;
/// At most this many answers are given.
const MOST_ANSWERS: usize = 6;

/// The page of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerPlace {
    /// In the profile.
    Profile,
    /// On the page of what is new today.
    Today,
    /// Among the warning signs.
    Signs,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Its id in `safety.toml`: of a condition, a full stop, or a group of signs.
    pub id: String,
    /// The name.
    pub(crate) name: String,
    /// The place where it is stated.
    pub place: AnswerPlace,
    /// The person has it.
    pub(crate) holds: bool,
    /// The instruction, where it is a warning.
    does: String,
}

/// The rank of an answer among routines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Weight {
    /// Beside what routines are called, or do.
    #[default]
    Beside,
    /// It is called so.
    Sure,
    /// Something may be wrong now.
    Urgent,
}

/// A possible answer, with its names.
#[derive(Clone, Debug)]
struct Saying {
    id: String,
    name: String,
    place: AnswerPlace,
    /// Each text by its words, folded.
    texts: Vec<Vec<String>>,
    /// All words count together: any name may say a part of it.
    is_one: bool,
}

/// All possible answers: names of full stops, conditions, what full stops cover, then signs.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sayings {
    all: Vec<Saying>,
    meanings: Meanings,
}

/// The quality of the matching routines.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FoundRoutines {
    /// A routine has all of the words.
    pub(crate) is_found: bool,
    /// A routine has all of the words, and none of them only begins so.
    pub(crate) is_exact: bool,
}

impl Sayings {
    pub(crate) fn of(safety: &Safety) -> Self {
        let split = |text: &str| fold(text).split(' ').map(str::to_owned).collect();
        let saying = |id: &str, name: &str, place, also: &[String]| Saying {
            id: id.to_owned(),
            name: name.to_owned(),
            place,
            texts: std::iter::once(name)
                .chain(also.iter().map(String::as_str))
                .map(split)
                .collect(),
            is_one: place == AnswerPlace::Profile,
        };
        // What follows from conditions is not said.
        let stops = safety.full_stops.iter();
        let stops = stops.filter(|stop| stop.together.is_empty());
        let covers = stops.clone().flat_map(|stop| {
            let covers = stop.covers.iter();
            covers.map(|text| (text, saying(&stop.id, &stop.name, AnswerPlace::Today, &[])))
        });
        let covers = covers.map(|(text, saying)| Saying {
            texts: vec![split(text)],
            ..saying
        });
        let stops = stops.map(|stop| saying(&stop.id, &stop.name, AnswerPlace::Today, &[]));
        let conditions = safety.conditions.iter();
        let conditions = conditions
            .map(|known| saying(&known.id, &known.name, AnswerPlace::Profile, &known.also));
        let today = safety.session_flags.iter();
        let today = today.map(|flag| saying(&flag.id, &flag.name, AnswerPlace::Today, &[]));
        let groups = safety.red_flag_groups.iter();
        let groups =
            groups.map(|group| saying(&group.id, &group.name, AnswerPlace::Signs, &group.actions));
        let signs = safety.red_flags.iter();
        let signs =
            signs.map(|flag| saying(flag.group.get_ref(), &flag.say, AnswerPlace::Signs, &[]));
        let said = stops.chain(conditions).chain(today);
        Self {
            all: said.chain(covers).chain(groups).chain(signs).collect(),
            meanings: Meanings::of(safety),
        }
    }

    /// The answers to a query, the most urgent first, and their weight.
    pub(crate) fn find(
        &self,
        query: &Query,
        beside: FoundRoutines,
        catalog: &Catalog,
    ) -> (Vec<Answer>, Weight) {
        let mut found = FoundAnswers::new(catalog);
        let text = query.means.as_deref().unwrap_or(&query.whole);
        if text.chars().count() < LEAST_LETTERS {
            return found.done();
        }
        for target in warnings(&query.whole) {
            let target: Vec<&str> = words_of(target, &[]);
            self.add_all(&target, Kind::Form, &mut found, |place| match place {
                AnswerPlace::Profile => None,
                AnswerPlace::Today | AnswerPlace::Signs => Some(Weight::Urgent),
            });
        }
        if is_due(&query.whole, false) {
            found.add_due();
        }
        let words = words_of(text, QUALIFIERS);
        if let Some(saying) = self
            .named(&query.whole)
            .or_else(|| self.named(&words.join(" ")))
        {
            let is_today = saying.place == AnswerPlace::Today;
            found.add(
                saying,
                if is_today {
                    Weight::Urgent
                } else {
                    Weight::Sure
                },
            );
        }
        if query.is_negation() || query.place.is_some() || query.time.is_some() {
            return found.done();
        }
        let is_danger = words.iter().any(|word| DANGER.contains(word));
        let is_ordinary = beside.is_exact && !is_danger;
        self.add_all(&words, Kind::Form, &mut found, |place| match place {
            AnswerPlace::Profile => Some(Weight::Beside),
            // Routines have a calf, a night and a pregnancy as well.
            AnswerPlace::Today | AnswerPlace::Signs if is_danger => Some(Weight::Urgent),
            AnswerPlace::Today | AnswerPlace::Signs => (!is_ordinary).then_some(Weight::Beside),
        });
        if found.is_empty() && !beside.is_exact {
            if is_due(&query.whole, true) {
                found.add_due();
                return found.done();
            }
            let long = words.iter().all(|word| word.len() >= LEAST_BEGINNING);
            let short = words.iter().all(|word| word.len() >= LEAST_LETTERS);
            if long || short && !beside.is_found {
                self.add_all(&words, Kind::Beginning, &mut found, |_| {
                    Some(Weight::Beside)
                });
            }
        }
        found.done()
    }

    /// Answers to a query with a typing error, for when nothing else was found.
    pub(crate) fn find_near(&self, query: &Query, catalog: &Catalog) -> (Vec<Answer>, Weight) {
        let mut found = FoundAnswers::new(catalog);
        if query.whole.chars().count() < LEAST_LETTERS || query.is_negation() {
            return found.done();
        }
        if PREGNANT.iter().any(|known| is_slip(&query.whole, known)) {
            found.add_due();
            return found.done();
        }
        let words = words_of(&query.whole, QUALIFIERS);
        self.add_all(&words, Kind::Slip, &mut found, |_| Some(Weight::Beside));
        found.done()
    }

    /// The possible answer of this name.
    fn named(&self, text: &str) -> Option<&Saying> {
        let (Meaning::Word(id) | Meaning::Name(id)) = self.meanings.meaning(text) else {
            return None;
        };
        self.all.iter().find(|saying| saying.id == id)
    }

    /// Adds everything that matches all of these words at least as well as `least`.
    fn add_all(
        &self,
        words: &[&str],
        least: Kind,
        found: &mut FoundAnswers<'_>,
        weigh: impl Fn(AnswerPlace) -> Option<Weight>,
    ) {
        for saying in &self.all {
            if let Some(weight) = weigh(saying.place)
                && saying.has(words, least)
            {
                found.add(saying, weight);
            }
        }
    }
}

impl Saying {
    fn has(&self, words: &[&str], least: Kind) -> bool {
        // Signs are sentences: among their many words one always resembles.
        if words.is_empty() || least == Kind::Slip && self.place == AnswerPlace::Signs {
            return false;
        }
        let is_in = |text: &Vec<String>, word: &str| {
            let kinds = text.iter();
            let mut kinds = kinds.filter(|own| !FILLERS.contains(&own.as_str()));
            kinds.any(|own| how(own, word, least == Kind::Slip).is_some_and(|kind| kind <= least))
        };
        if self.is_one {
            let mut words = words.iter();
            return words.all(|word| self.texts.iter().any(|text| is_in(text, word)));
        }
        let mut texts = self.texts.iter();
        texts.any(|text| words.iter().all(|word| is_in(text, word)))
    }
}

/// Collects answers: each once, one for all signs.
struct FoundAnswers<'a> {
    catalog: &'a Catalog,
    list: Vec<(Answer, Weight)>,
    is_due: bool,
}

impl<'a> FoundAnswers<'a> {
    const fn new(catalog: &'a Catalog) -> Self {
        Self {
            catalog,
            list: Vec::new(),
            is_due: false,
        }
    }

    const fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    fn add(&mut self, saying: &Saying, weight: Weight) {
        let is_known = |(answer, _): &(Answer, Weight)| {
            answer.place == saying.place
                && (answer.id == saying.id || saying.place == AnswerPlace::Signs)
        };
        let safety = &self.catalog.library().shared().safety;
        let is_dated = || {
            let known = safety.condition(&saying.id);
            known.is_some_and(|known| known.audience.is_some_and(Audience::is_pregnancy))
        };
        if self.list.iter().any(is_known) || self.is_due && is_dated() {
            return;
        }
        let emergency = Emergency::of(&self.catalog.whom().profile);
        let does = match saying.place {
            AnswerPlace::Profile => String::new(),
            AnswerPlace::Today => {
                let mut stops = safety.full_stops.iter();
                let stop = stops.find(|stop| stop.id == saying.id);
                stop.map_or_else(String::new, |stop| emergency.in_text(&stop.message))
            }
            AnswerPlace::Signs => {
                let mut groups = safety.red_flag_groups.iter();
                let group = groups.find(|group| group.id == saying.id);
                let actions = group.iter().flat_map(|group| &group.actions);
                let actions: Vec<String> =
                    actions.map(|action| emergency.in_text(action)).collect();
                actions.join(" ")
            }
        };
        let answer = Answer {
            id: saying.id.clone(),
            name: saying.name.clone(),
            place: saying.place,
            holds: saying.place != AnswerPlace::Signs && holds(&saying.id, self.catalog),
            does,
        };
        self.list.push((answer, weight));
    }

    /// Adds the question of the due date: a trimester that was named may be the wrong one.
    fn add_due(&mut self) {
        let safety = &self.catalog.library().shared().safety;
        let Some(id) = week_unknown(safety) else {
            return;
        };
        self.is_due = true;
        let audience = self.catalog.whom().person().audience();
        let answer = Answer {
            id: id.to_owned(),
            name: words::DUE_DATE.to_owned(),
            place: AnswerPlace::Profile,
            holds: audience.is_some_and(Audience::is_pregnancy),
            does: String::new(),
        };
        self.list.push((answer, Weight::Sure));
    }

    fn done(self) -> (Vec<Answer>, Weight) {
        let weight = self.list.iter().map(|(_, weight)| *weight).max();
        let answers = self.list.into_iter().map(|(answer, _)| answer);
        (
            answers.take(MOST_ANSWERS).collect(),
            weight.unwrap_or_default(),
        )
    }
}

/// The words of a text that say something of what somebody has.
fn words_of<'a>(text: &'a str, but: &[&str]) -> Vec<&'a str> {
    let telling = |word: &&str| !word.is_empty() && !FILLERS.contains(word);
    let words = text.split(' ').filter(telling);
    words.filter(|word| !but.contains(word)).collect()
}

/// Returns the words of warnings that a text may refer to.
fn warnings(text: &str) -> &'static [&'static str] {
    let words = words_of(text, &[]).join(" ");
    let is_it = |said: &&str| *said == text || *said == words;
    let known = WARNINGS.iter().find(|(said, _)| said.iter().any(&is_it));
    known.map_or(&[], |(_, means)| *means)
}

/// Returns whether it names the week of a pregnancy: `week 30`.
fn is_week(text: &str) -> bool {
    let mut words = text.split(' ');
    let has_week = words.clone().any(|word| WEEKS.contains(&word));
    has_week && words.any(|word| word.parse::<u32>().is_ok())
}

/// Returns whether a text says that somebody is pregnant, or begins so.
fn is_due(text: &str, begins: bool) -> bool {
    let words = words_of(text, &[]).join(" ");
    let is_it = |known: &&str| {
        *known == words || begins && words.len() >= LEAST_BEGINNING && known.starts_with(&words)
    };
    is_week(text) || PREGNANT.iter().any(is_it)
}

fn holds(id: &str, catalog: &Catalog) -> bool {
    let person = catalog.whom().person();
    person
        .conditions()
        .iter()
        .chain(person.full_stops())
        .any(|held| held == id)
}
