//! A query of the search: words, a place, a time of day, and what is not wanted.

use chrono::NaiveTime;

use crate::content::calendar;
use crate::content::text::folded::fold;
use crate::content::vocabulary::{Discipline, PROPS, Word as _};
use crate::plan::hours::middle_of_the_night;
use crate::plan::place::Place;
use crate::words::en::search::{
    AT, FILLERS, FLOOR, FLOOR_ALONE, HOURS, NEGATIONS, OF_AGE, OF_ALL, OLDER, PLACES, POSITIONS,
    SAME, SLEEPLESS,
};

/// Ages that look for routines for older people.
const OLD: std::ops::RangeInclusive<u32> = 65..=110;
/// Letters that identify what is not wanted.
const LEAST_KNOWN: usize = 3;

/// A parsed query.
#[derive(Clone, Debug, Default)]
pub(crate) struct Query {
    /// The words, folded, without a place or a time.
    pub(crate) words: Vec<Term>,
    /// The wanted place.
    pub(crate) place: Option<Place>,
    /// Some of it is to be done down on the floor.
    pub(crate) on_floor: bool,
    /// The unwanted things.
    pub(crate) without: Vec<&'static str>,
    /// An unknown word is not wanted: nothing can be promised then.
    pub(crate) is_unknown: bool,
    /// When.
    pub(crate) time: Option<NaiveTime>,
    /// All of it, folded.
    pub(crate) whole: String,
    /// The text in the words of files, where those differ.
    pub(crate) means: Option<String>,
}

/// A word that is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    pub(crate) text: String,
    /// It need not be found.
    pub(crate) is_spare: bool,
}

impl Query {
    /// Reads what was typed, for somebody with this bedtime.
    pub(crate) fn read(typed: &str, bedtime: Option<NaiveTime>) -> Self {
        let whole = fold(typed);
        let night = || {
            SLEEPLESS
                .contains(&&*whole)
                .then(|| middle_of_the_night(bedtime))
        };
        if let Some(time) = time_in(typed).or_else(night) {
            return Self {
                time: Some(time),
                whole,
                ..Self::default()
            };
        }
        let means = said_otherwise(&whole);
        let mut query = Self::default();
        let mut rest = query.leave_out(means.as_deref().unwrap_or(&whole));
        if let Some(other) = FLOOR.iter().find_map(|words| cut_out(&rest, words)) {
            (query.on_floor, rest) = (true, other);
        }
        if FLOOR_ALONE.contains(&&*rest) {
            (query.on_floor, rest) = (true, String::new());
        }
        let placed = |(words, place): &(&str, Place)| Some((*place, cut_out(&rest, words)?));
        if let Some((place, other)) = PLACES.iter().find_map(placed) {
            query.place = Some(place);
            rest = other;
        }
        let said = rest
            .split(' ')
            .filter(|word| !word.is_empty() && !FILLERS.contains(word));
        let says_all = said.clone().all(|word| OF_ALL.contains(&word));
        let terms = said.map(|word| Term {
            text: word.to_owned(),
            is_spare: OF_ALL.contains(&word) && (!says_all || query.is_placed()),
        });
        Self {
            words: terms.collect(),
            whole,
            means,
            ..query
        }
    }

    const fn is_placed(&self) -> bool {
        self.place.is_some() || self.on_floor || !self.without.is_empty()
    }

    /// Returns whether there is nothing in it to look for.
    pub(crate) const fn is_empty(&self) -> bool {
        self.words.is_empty() && !self.is_placed() && self.time.is_none() && !self.is_unknown
    }

    /// Returns whether something is not wanted.
    pub(crate) const fn is_negation(&self) -> bool {
        self.is_unknown || !self.without.is_empty() || matches!(self.place, Some(Place::NoFloor))
    }

    /// Takes out what is not wanted and returns the rest of the text.
    fn leave_out(&mut self, text: &str) -> String {
        let mut rest = Vec::new();
        let mut words = text.split(' ');
        while let Some(word) = words.next() {
            if !NEGATIONS.contains(&word) {
                rest.push(word);
                continue;
            }
            match words.find(|word| !FILLERS.contains(word)).map(known) {
                Some(Some("floor")) => self.place = Some(Place::NoFloor),
                Some(Some(thing)) => self.without.push(thing),
                Some(None) => self.is_unknown = true,
                // It is still being typed.
                None => {}
            }
        }
        rest.join(" ")
    }
}

/// Returns the thing to leave out, by its word or a beginning.
fn known(word: &str) -> Option<&'static str> {
    let kinds = Discipline::ALL.iter().map(|kind| kind.as_str());
    let all = POSITIONS.iter().copied().chain(kinds);
    let mut all = all.chain(PROPS.iter().copied());
    let stem = word.strip_suffix('s').unwrap_or(word);
    let is_it = |known: &&str| *known == word || *known == stem;
    let begins = |known: &&str| word.len() >= LEAST_KNOWN && known.starts_with(word);
    all.clone().find(is_it).or_else(|| all.find(begins))
}

/// Returns the text in the words of files.
fn said_otherwise(text: &str) -> Option<String> {
    let age = || {
        let words = text.split(' ').filter(|word| !FILLERS.contains(word));
        let mut said = words.filter(|word| !OF_AGE.contains(word));
        let age = said.next()?.parse::<u32>().ok()?;
        (said.next().is_none() && OLD.contains(&age)).then(|| OLDER.to_owned())
    };
    let same = |(words, means): &(&str, &str)| {
        let padded = format!(" {text} ");
        let at = padded.find(&format!(" {words} "))?;
        let end = at + words.len() + 2;
        let other = format!("{} {means} {}", &padded[..at], &padded[end..]);
        Some(other.trim().to_owned())
    };
    age().or_else(|| SAME.iter().find_map(same))
}

/// The hour that is typed: `3 am`, `22:30`, `at noon`.
fn time_in(typed: &str) -> Option<NaiveTime> {
    let lower = typed.trim().to_lowercase();
    let bare = lower.strip_prefix(AT).unwrap_or(&lower);
    let named = HOURS.iter().find(|(name, _)| *name == bare);
    calendar::time_of_day(named.map_or(bare, |(_, hour)| hour))
}

/// A text without these words, where they stand in it.
fn cut_out(text: &str, words: &str) -> Option<String> {
    let padded = format!(" {text} ");
    let words = format!(" {words} ");
    let at = padded.find(&words)?;
    let rest = format!("{} {}", &padded[..at], &padded[at + words.len()..]);
    Some(rest.trim().to_owned())
}
