//! The meaning of a word that a person wrote for a condition.

use std::cell::LazyCell;

use crate::content::safety::rulebook::Safety;
use crate::content::text::folded::{fold, is_slip};

/// A word that more conditions share says little by itself: `pain`, `pressure`, `weeks`.
const TELLING: usize = 4;
/// Shorter words say nothing by themselves, and no others begin with them.
const SHORTEST: usize = 3;
/// A longer text, in bytes, is no name of anything.
const LONGEST: usize = 200;
/// Words of which one begins with the other are alike when they have at least this many letters: `cramp`, `cramps`.
const BEGINNING: usize = 4;
/// A word with a slip has at least this many letters: `cold` is not `copd`.
const SLIP: usize = 5;
/// An ending has at most this many letters.
const ENDING: usize = 2;
/// Words that say nothing about a condition.
const FILLERS: &[&str] = &[
    "and",
    "any",
    "bad",
    "bit",
    "both",
    "condition",
    "disease",
    "for",
    "from",
    "had",
    "has",
    "have",
    "having",
    "hurt",
    "hurts",
    "issue",
    "issues",
    "last",
    "left",
    "little",
    "more",
    "most",
    "much",
    "new",
    "not",
    "old",
    "other",
    "others",
    "over",
    "past",
    "problem",
    "problems",
    "since",
    "year",
    "years",
    "right",
    "severe",
    "some",
    "sore",
    "that",
    "the",
    "than",
    "too",
    "total",
    "trouble",
    "under",
    "very",
    "was",
    "week",
    "weeks",
    "when",
    "with",
    "without",
    "you",
];

/// The meaning of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// It is this word of `safety.toml`.
    Word(String),
    /// It is another name of this word.
    Name(String),
    /// It may be any of these words.
    Near {
        /// The words of `safety.toml`.
        ids: Vec<String>,
        /// True if each of these is called so, but for one letter: else something other, or more, may be meant.
        is_all: bool,
    },
    /// Nothing that any rule knows.
    Nothing,
}

/// A word of `safety.toml` with all that it is called, folded.
#[derive(Clone, Debug)]
struct Called {
    id: String,
    names: Vec<String>,
}

/// The ways in which a word matches a name, the best first.
const WAYS: [fn(&str, &str) -> bool; 3] = [
    |typed, own| own == typed,
    |typed, own| is_beginning(own, typed),
    is_long_slip,
];

impl Called {
    /// Returns whether a folded word stands in one of its names in this way.
    fn has(&self, word: &str, way: fn(&str, &str) -> bool) -> bool {
        let names = self.names.iter().flat_map(|name| name.split(' '));
        let mut tellers = names.filter(|own| says_something(own));
        tellers.any(|own| way(word, own))
    }

    /// Returns whether a folded text is one of its names but for one letter, or two that changed places.
    fn is_called_nearly(&self, typed: &str) -> bool {
        let mut names = self.names.iter();
        names.any(|name| strsim::osa_distance(typed, name) <= 1)
    }

    /// Returns whether a folded text is one of its names with a slip, or two in a long word.
    fn is_called_about(&self, typed: &str) -> bool {
        self.names.iter().any(|name| {
            let (one, other): (Vec<_>, Vec<_>) =
                (typed.split(' ').collect(), name.split(' ').collect());
            let pairs = || one.iter().zip(&other);
            let in_words = one.len() == other.len()
                && is_slip_or_same(typed, name)
                && pairs().all(|(typed, own)| is_about(typed, own));
            let joined = |words: &[&str]| words.concat();
            in_words || one.len() != other.len() && is_slip_or_same(&joined(&one), &joined(&other))
        })
    }
}

/// Returns whether at most a third of a word is other than in the one that is known.
fn is_about(typed: &str, known: &str) -> bool {
    let letters = typed.chars().count().min(known.chars().count());
    typed == known || letters > SHORTEST && strsim::osa_distance(typed, known) * 3 <= letters.max(3)
}

fn is_slip_or_same(typed: &str, known: &str) -> bool {
    typed == known || is_long_slip(typed, known)
}

fn is_long_slip(typed: &str, known: &str) -> bool {
    typed.chars().count() >= SLIP && is_slip(typed, known)
}

/// All words that a person may say, with what they are called; worked out once for many questions.
#[derive(Clone, Debug, Default)]
pub(crate) struct Meanings(Vec<Called>);

impl Meanings {
    /// Those of conditions, session flags and full stops. Full stops that follow from conditions are not among them.
    pub(crate) fn of(safety: &Safety) -> Self {
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
        let stops = said.map(|stop| called(&stop.id, &stop.name, &stop.covers));
        Self(conditions.chain(flags).chain(stops).collect())
    }

    /// The meaning of a word that a person wrote for something they have. Accents, capitals and dividers do not matter.
    /// A text that is no name may mean everything whose name it is with a slip or two; else everything whose names have
    /// all of its words; else everything that has one of its telling words. A word that stands in some name is no slip
    /// of another.
    pub(crate) fn meaning(&self, typed: &str) -> Meaning {
        if self.0.iter().any(|called| called.id == typed) {
            return Meaning::Word(typed.to_owned());
        }
        let text = fold(typed);
        if text.is_empty() || text.len() > LONGEST {
            return Meaning::Nothing;
        }
        let named = self.by_exact_name(&text);
        let slipped = || self.by_name_with_slips(&text);
        let worded = || self.by_words(&text);
        named
            .or_else(slipped)
            .or_else(worded)
            .unwrap_or(Meaning::Nothing)
    }

    fn by_exact_name(&self, text: &str) -> Option<Meaning> {
        let has = |called: &&Called| called.names.iter().any(|name| name == text);
        let mut ids = ids(self.0.iter().filter(has));
        match ids.len() {
            0 => None,
            1 => ids.pop().map(Meaning::Name),
            _ => Some(Meaning::Near { ids, is_all: true }),
        }
    }

    fn by_name_with_slips(&self, text: &str) -> Option<Meaning> {
        let mut parts = telling_parts(text).peekable();
        let stands = |part: &str| self.0.iter().any(|called| called.has(part, WAYS[0]));
        if parts.peek().is_some() && parts.all(stands) {
            return None;
        }
        let about = self.0.iter().filter(|called| called.is_called_about(text));
        let about: Vec<&Called> = about.collect();
        (!about.is_empty()).then(|| Meaning::Near {
            is_all: about.iter().all(|called| called.is_called_nearly(text)),
            ids: ids(about),
        })
    }

    fn by_words(&self, text: &str) -> Option<Meaning> {
        // For each word that says something, the places of those that have it.
        let having: Vec<Vec<usize>> = telling_parts(text).map(|part| self.having(part)).collect();
        let is_telling = |found: &&Vec<usize>| found.len() <= TELLING;
        let telling: Vec<&Vec<usize>> = having.iter().filter(is_telling).collect();
        let wanted = if telling.is_empty() {
            having.iter().collect()
        } else {
            telling.clone()
        };
        let every = 0..self.0.len();
        let has_all = |at: &usize| wanted.iter().all(|found| found.contains(at));
        let has_some = |at: &usize| telling.iter().any(|found| found.contains(at));
        let whole: Vec<usize> = every.clone().filter(has_all).collect();
        let found = if wanted.is_empty() || whole.is_empty() {
            every.filter(has_some).collect()
        } else {
            whole
        };
        (!found.is_empty()).then(|| Meaning::Near {
            is_all: false,
            ids: ids(found.iter().map(|at| &self.0[*at])),
        })
    }

    /// The places of those that have a word in one of their names: as it is; else as a beginning; else with a slip.
    fn having(&self, part: &str) -> Vec<usize> {
        let found = WAYS.iter().map(|way| {
            let all = self.0.iter().enumerate();
            let having = all.filter(|(_, called)| called.has(part, *way));
            having.map(|(at, _)| at).collect::<Vec<_>>()
        });
        found
            .into_iter()
            .find(|found| !found.is_empty())
            .unwrap_or_default()
    }
}

impl Safety {
    /// The meaning of a word that a person wrote for a condition; see [`Meanings::meaning`].
    pub fn meaning(&self, typed: &str) -> Meaning {
        self.meaning_by(&LazyCell::new(|| Meanings::of(self)), typed)
    }

    /// As [`Safety::meaning`], for one of many questions: the names are worked out at the first that needs them. A full
    /// stop that follows from conditions is a word here.
    pub(crate) fn meaning_by<F: FnOnce() -> Meanings>(
        &self,
        meanings: &LazyCell<Meanings, F>,
        typed: &str,
    ) -> Meaning {
        let mut stops = self.full_stops.iter().map(|stop| stop.id.as_str());
        if stops.any(|id| id == typed) || self.condition_ids().any(|id| id == typed) {
            return Meaning::Word(typed.to_owned());
        }
        meanings.meaning(typed)
    }
}

fn ids<'a>(found: impl IntoIterator<Item = &'a Called>) -> Vec<String> {
    found.into_iter().map(|called| called.id.clone()).collect()
}

/// The words of a folded text that say something.
fn telling_parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(' ').filter(|part| says_something(part))
}

fn says_something(part: &str) -> bool {
    part.chars().count() >= SHORTEST && !FILLERS.contains(&part)
}

/// Returns whether a known word begins with a typed one, or is it with another ending.
fn is_beginning(known: &str, typed: &str) -> bool {
    let longer = typed.len().saturating_sub(known.len());
    let is_other_ending = typed.starts_with(known) && longer <= ENDING;
    known.len().min(typed.len()) >= BEGINNING && (known.starts_with(typed) || is_other_ending)
}
