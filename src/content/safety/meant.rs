//! What a word means that a person wrote for something they have.

use crate::content::folded::{fold, is_slip};
use crate::content::safety::Safety;

/// A word that more conditions share says little by itself: `pain`, `pressure`, `weeks`.
const TELLING: usize = 4;
/// Shorter words say nothing by themselves, and no others begin with them.
const SHORTEST: usize = 3;
/// Words of which one begins with the other are alike from so many letters on: `cramp` and `cramps`.
const BEGINNING: usize = 4;
/// An ending has so many letters at most.
const ENDING: usize = 2;
/// Words that say nothing of what somebody has.
const FILLERS: &[&str] = &[
    "and", "any", "bad", "bit", "both", "for", "from", "had", "has", "have", "having", "last",
    "left", "little", "more", "most", "much", "new", "not", "old", "other", "others", "over",
    "past", "since", "year", "years", "right", "severe", "some", "sore", "that", "the", "than",
    "too", "under", "very", "was", "week", "weeks", "when", "with", "without", "you",
];

/// What a word means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// It is this word of `safety.toml`.
    Word(String),
    /// It is another name of this word.
    Name(String),
    /// It may be any of these words.
    Near(Vec<String>),
    /// Nothing that any rule knows.
    Nothing,
}

/// A word of `safety.toml` with all that it is called, folded.
#[derive(Clone, Debug)]
struct Called {
    id: String,
    names: Vec<String>,
}

impl Called {
    /// Whether a folded word stands in one of its names, perhaps with a slip or another ending.
    fn has(&self, word: &str) -> bool {
        let names = self.names.iter().flat_map(|name| name.split(' '));
        let mut tellers = names.filter(|own| says_something(own));
        tellers.any(|own| own == word || is_beginning(own, word) || is_slip(word, own))
    }
}

/// All words that a person may say, with what they are called; worked out once for many questions.
#[derive(Clone, Debug, Default)]
pub struct Meanings(Vec<Called>);

impl Meanings {
    /// Those of conditions, session flags and full stops. Full stops that follow from conditions are not among them.
    pub fn of(safety: &Safety) -> Self {
        let called = |id: &str, name: &str, also: &[String]| Called {
            id: id.to_owned(),
            names: std::iter::once(id)
                .chain([name])
                .chain(also.iter().map(String::as_str))
                .map(fold)
                .collect(),
        };
        let conditions = safety.conditions.iter();
        let conditions = conditions.map(|known| called(&known.id, &known.name, &known.also));
        let flags = safety.session_flags.iter();
        let flags = flags.map(|flag| called(&flag.id, &flag.name, &[]));
        let said = safety
            .full_stops
            .iter()
            .filter(|stop| stop.together.is_empty());
        let stops = said.map(|stop| called(&stop.id, &stop.name, &[]));
        Self(conditions.chain(flags).chain(stops).collect())
    }

    /// What a word means that a person wrote for something they have. Accents, capitals and dividers do not matter. Of
    /// what is no name, everything counts that is one with a slip or two; else everything whose names have all of its
    /// words; else everything that has one of its telling words.
    pub fn meaning(&self, typed: &str) -> Meaning {
        let all = &self.0;
        if all.iter().any(|called| called.id == typed) {
            return Meaning::Word(typed.to_owned());
        }
        let word = fold(typed);
        if word.is_empty() {
            return Meaning::Nothing;
        }
        let ids = |of: &dyn Fn(&Called) -> bool| -> Vec<String> {
            let found = all.iter().filter(|called| of(called));
            found.map(|called| called.id.clone()).collect()
        };
        let named = ids(&|called| called.names.contains(&word));
        match &named[..] {
            [] => {}
            [one] => return Meaning::Name(one.clone()),
            _ => return Meaning::Near(named),
        }
        let parts = word.split(' ').filter(|part| says_something(part));
        let is_telling =
            |part: &str| all.iter().filter(|called| called.has(part)).count() <= TELLING;
        let (telling, dull): (Vec<&str>, Vec<&str>) = parts.partition(|part| is_telling(part));
        let wanted = if telling.is_empty() { &dull } else { &telling };
        let is_slip_of = |called: &Called| called.names.iter().any(|name| is_slip(&word, name));
        let has_all =
            |called: &Called| !wanted.is_empty() && wanted.iter().all(|part| called.has(part));
        let has_some = |called: &Called| telling.iter().any(|part| called.has(part));
        let ways: [&dyn Fn(&Called) -> bool; 3] = [&is_slip_of, &has_all, &has_some];
        let mut near = ways.into_iter().map(ids).filter(|found| !found.is_empty());
        near.next().map_or(Meaning::Nothing, Meaning::Near)
    }
}

impl Safety {
    /// What a word means that a person wrote for something they have; see [`Meanings::meaning`].
    pub fn meaning(&self, typed: &str) -> Meaning {
        let stops = &mut self.full_stops.iter();
        if stops.any(|stop| stop.id == typed) {
            return Meaning::Word(typed.to_owned());
        }
        Meanings::of(self).meaning(typed)
    }
}

fn says_something(part: &str) -> bool {
    part.chars().count() >= SHORTEST && !FILLERS.contains(&part)
}

/// Whether a known word begins with a typed one, or is it with another ending.
fn is_beginning(known: &str, typed: &str) -> bool {
    let longer = typed.len().saturating_sub(known.len());
    let is_other_ending = typed.starts_with(known) && longer <= ENDING;
    known.len().min(typed.len()) >= BEGINNING && (known.starts_with(typed) || is_other_ending)
}
