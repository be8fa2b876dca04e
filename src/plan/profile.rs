//! `profile.toml`: what a person has said about themselves.

mod decode;
mod edit;
mod own;
mod splice;
mod standing;
mod typed;
mod words;

use chrono::{Datelike as _, NaiveDate, NaiveTime};

use crate::content::safety::{Condition, Named, Safety};
use crate::content::vocabulary::Audience;
use crate::plan::person::Person;

pub use crate::plan::profile::decode::decode;
pub use crate::plan::profile::edit::{Stuck, edit, is_editable, key_at, unknown_words, written};
pub use crate::plan::profile::own::{Change, Content, File, Own};
pub use crate::plan::profile::typed::{TYPED, read_typed};
pub use crate::plan::profile::words::{follows_from_date, name_of, of_unknown_week, pace_in_words};

/// A pregnancy is counted so many days back from the due date.
const PREGNANCY: i64 = 280;
/// A due date farther off is a mistake.
const MOST_DAYS_TO_COME: i64 = 300;
/// A due date longer ago is a mistake, or the birth was not entered.
const MOST_DAYS_PAST: i64 = 21;
/// From this age on the condition `older-adult` is worth offering: it is named "65 or older".
const OLDER: i32 = 65;

/// A day that somebody wrote down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    /// This one.
    On(NaiveDate),
    /// Something stands there, but it cannot be read.
    Unclear,
}

/// What the file may hold; all of it may be missing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// Words of `safety.toml`, in the order of the file.
    pub conditions: Vec<String>,
    /// When a child is due.
    pub due: Option<Day>,
    /// When it was born.
    pub birth_of_child: Option<Day>,
    /// When the person was born.
    pub birth_year: Option<u32>,
    /// When the person goes to bed.
    pub bedtime: Option<NaiveTime>,
    /// What a pace gives for lead-in, change of position and change of sides is multiplied by this. Times that an author
    /// fixed stay.
    pub pace_factor: Option<f64>,
    /// Whether the person gets down to the floor and up again.
    pub floor: Option<bool>,
    /// Props at hand. `None` when it was not said, which rules nothing out.
    pub equipment: Option<Vec<String>>,
}

impl Profile {
    /// The person, as the rules see them on this day.
    ///
    /// It fails safe: a due date that makes no sense is a pregnancy of unknown week, and one that is
    /// past stays a pregnancy until the birth of that child is entered.
    pub fn person(&self, safety: &Safety, today: NaiveDate) -> Person {
        let mut words: Vec<&str> = self.conditions.iter().map(String::as_str).collect();
        if let Some(due) = self.due
            && !self.is_born(today)
        {
            words.extend(pregnancy(due, safety, today));
        }
        if let Some(birth) = self.birth_of_child {
            words.extend(after_birth(birth, safety, today));
        }
        Person::holding(&words, safety)
    }

    /// What stays of the profile when somebody else plays.
    #[must_use]
    pub fn for_others(&self) -> Self {
        Self {
            bedtime: self.bedtime,
            ..Self::default()
        }
    }

    /// Whether the year of birth speaks for the condition `older-adult`, which is not set. It is offered, never set:
    /// whoever wrote the profile may know better.
    pub fn suggests_older_adult(&self, today: NaiveDate) -> bool {
        let is_older = |year| i32::try_from(year).is_ok_and(|year| today.year() - year >= OLDER);
        let is_set = self.conditions.iter().any(|word| word == "older-adult");
        self.birth_year.is_some_and(is_older) && !is_set
    }

    /// Whether the child that was due is born. A child of another pregnancy does not end this one.
    fn is_born(&self, today: NaiveDate) -> bool {
        let (Some(Day::On(due)), Some(Day::On(birth))) = (self.due, self.birth_of_child) else {
            return false;
        };
        birth <= today && (-PREGNANCY..=MOST_DAYS_PAST).contains(&days(due, birth))
    }
}

/// Days from one date to another.
fn days(from: NaiveDate, to: NaiveDate) -> i64 {
    to.signed_duration_since(from).num_days()
}

/// The conditions of a pregnancy.
fn pregnancy(due: Day, safety: &Safety, today: NaiveDate) -> Vec<&str> {
    let to_come = match due {
        Day::On(due) => days(today, due),
        Day::Unclear => i64::MAX,
    };
    if to_come > MOST_DAYS_TO_COME {
        return week_unknown(safety).into_iter().collect();
    }
    if to_come < 0 {
        let past_due = named(safety.limits.past_due.as_ref(), safety);
        return past_due
            .or_else(|| week_unknown(safety))
            .into_iter()
            .collect();
    }
    let week = (PREGNANCY - to_come).div_euclid(7);
    let holds = |condition: &&Condition| {
        let (from, to) = condition.weeks;
        (from.is_some() || to.is_some())
            && from.is_none_or(|from| i64::from(from) <= week)
            && to.is_none_or(|to| week <= i64::from(to))
    };
    let of_week: Vec<&str> = ids(safety.conditions.iter().filter(holds)).collect();
    if of_week.is_empty() {
        week_unknown(safety).into_iter().collect()
    } else {
        of_week
    }
}

/// What counts when the week is not known: what `[screening]` says, else the last part of a pregnancy.
fn week_unknown(safety: &Safety) -> Option<&str> {
    let last = || ids(pregnancies(safety).max_by_key(|condition| condition.audience)).next();
    named(safety.limits.week_unknown.as_ref(), safety).or_else(last)
}

/// The conditions that are a pregnancy.
fn pregnancies(safety: &Safety) -> impl Iterator<Item = &Condition> {
    use Audience::{PregnancyT1, PregnancyT2, PregnancyT3};
    safety.conditions.iter().filter(|condition| {
        matches!(
            condition.audience,
            Some(PregnancyT1 | PregnancyT2 | PregnancyT3)
        )
    })
}

fn named<'a>(word: Option<&'a Named>, safety: &Safety) -> Option<&'a str> {
    word.map(|word| word.get_ref().as_str())
        .filter(|word| safety.conditions.iter().any(|known| known.id == *word))
}

/// The conditions that end by themselves after a birth, until so many weeks are full.
fn after_birth(birth: Day, safety: &Safety, today: NaiveDate) -> impl Iterator<Item = &str> {
    // A birth that is unclear or still to come counts as one of today.
    let since = match birth {
        Day::On(birth) => days(birth, today).max(0),
        Day::Unclear => 0,
    };
    ids(safety.conditions.iter().filter(move |condition| {
        condition
            .lasts_weeks
            .is_some_and(|weeks| since < i64::from(weeks) * 7)
    }))
}

fn ids<'a>(conditions: impl IntoIterator<Item = &'a Condition>) -> impl Iterator<Item = &'a str> {
    conditions
        .into_iter()
        .map(|condition| condition.id.as_str())
}
