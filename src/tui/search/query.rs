//! What is typed into the search: words, a place, a time of day.

use chrono::NaiveTime;

use crate::content::calendar;
use crate::content::folded::fold;
use crate::plan::place::Place;
use crate::tui::hours::middle_of_the_night;

/// Words that say nothing by themselves.
const FILLERS: &[&str] = &[
    "a", "an", "and", "at", "by", "for", "from", "i", "in", "is", "me", "my", "of", "on", "or",
    "the", "to", "when", "with",
];

/// What people type for the middle of the night.
const SLEEPLESS: &[&str] = &[
    "awake",
    "cannot sleep",
    "cant sleep",
    "insomnia",
    "middle of the night",
    "sleepless",
    "wide awake",
    "woke up",
];

const PLACES: &[(&str, Place)] = &[
    ("without the floor", Place::NoFloor),
    ("without floor", Place::NoFloor),
    ("no floor", Place::NoFloor),
    ("in bed", Place::Bed),
    ("on the bed", Place::Bed),
    ("on a chair", Place::Chair),
    ("in a chair", Place::Chair),
    ("on my feet", Place::Standing),
];

/// A query, taken apart.
#[derive(Clone, Debug)]
pub(super) struct Query {
    /// The words, folded, without a place or a time.
    pub(super) words: Vec<String>,
    /// Where it is to be done.
    pub(super) place: Option<Place>,
    /// When.
    pub(super) time: Option<NaiveTime>,
    /// All of it, folded.
    pub(super) whole: String,
}

impl Query {
    /// Reads what was typed, for somebody with this bedtime.
    pub(super) fn read(typed: &str, bedtime: Option<NaiveTime>) -> Self {
        let whole = fold(typed);
        let night = || {
            SLEEPLESS
                .contains(&&*whole)
                .then(|| middle_of_the_night(bedtime))
        };
        let time = time_in(typed).or_else(night);
        let (place, rest) = place_in(&whole);
        let words = rest
            .split(' ')
            .filter(|word| !word.is_empty() && !FILLERS.contains(word));
        let words = words.filter(|_| time.is_none()).map(str::to_owned);
        Self {
            words: words.collect(),
            place,
            time,
            whole,
        }
    }

    /// Whether there is nothing in it to look for.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty() && self.place.is_none() && self.time.is_none()
    }

    /// Whether it names the week of a pregnancy: `week 30`.
    pub(super) fn is_week(&self) -> bool {
        let mut words = self.whole.split(' ');
        let has_week = words.clone().any(|word| matches!(word, "week" | "weeks"));
        has_week && words.any(|word| word.parse::<u32>().is_ok())
    }
}

/// The hour that is typed: `3 am`, `22:30`, `at noon`.
fn time_in(typed: &str) -> Option<NaiveTime> {
    let lower = typed.trim().to_lowercase();
    let bare = lower.strip_prefix("at ").unwrap_or(&lower);
    let hour = match bare {
        "noon" | "midday" => "12:00",
        "midnight" => "0:00",
        other => other,
    };
    calendar::time_of_day(hour)
}

/// The place that a folded text names in so many words, and the rest of it.
fn place_in(text: &str) -> (Option<Place>, String) {
    let padded = format!(" {text} ");
    let found = PLACES.iter().find_map(|(words, place)| {
        let words = format!(" {words} ");
        let at = padded.find(&words)?;
        let rest = format!("{} {}", &padded[..at], &padded[at + words.len()..]);
        Some((Some(*place), rest.trim().to_owned()))
    });
    found.unwrap_or_else(|| (None, text.to_owned()))
}
