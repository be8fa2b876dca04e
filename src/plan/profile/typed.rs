//! Answers that are typed into a form, read as the file is read.

use chrono::{Datelike as _, Days, NaiveDate};

use crate::content::calendar::{self, Date};
use crate::content::diagnostic::Diagnostic;
use crate::content::edit::quoted::quoted;
use crate::content::safety::rulebook::Safety;
use crate::plan::profile::day::{Day, PREGNANCY, days_of_pregnancy};
use crate::plan::profile::decode::decode;
use crate::plan::profile::decode_dates::EARLIEST_YEAR;
use crate::plan::profile::implausible::{ImplausibleBirth, ImplausibleDue};
use crate::plan::profile::model::Profile;

/// The keys whose answers are typed.
pub(crate) const TYPED: [&str; 5] = [
    "due",
    "birth-of-child",
    "birth-year",
    "bedtime",
    "emergency-number",
];

/// Something for each key of [`TYPED`].
pub(crate) type Typed<T> = [T; TYPED.len()];

/// The fault in an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// It is not a date; why, where that can be told.
    NotADate(Option<&'static str>),
    /// It may be either of two dates.
    TwoDates(NaiveDate, NaiveDate),
    /// It cannot be a due date.
    Due(ImplausibleDue),
    /// It cannot be the birth of a child.
    Birth(ImplausibleBirth),
    /// It is not a year of birth.
    NotAYear,
    /// It is a year, but not from the earliest to the latest that a year of birth may be.
    YearOutside(u32, i32),
    /// It is not a time of day.
    NotATime,
    /// It is not a phone number.
    NotANumber,
    /// It cannot stand in a file, for this reason.
    Unreadable(String),
}

/// Reads what was typed for each key of [`TYPED`]; empty is not said. A week of pregnancy, as in `week 30`, is a due date.
/// For each, what is wrong with it.
pub(crate) fn read_typed(
    typed: &Typed<String>,
    safety: &Safety,
    today: NaiveDate,
) -> (Profile, Typed<Option<Wrong>>) {
    let text = as_file(typed, today);
    let (profile, found) = decode(&text, safety, today);
    let answers = TypedAnswers::read(typed, today);
    let wrong = |line: usize| {
        if let Some(begun) = begun(TYPED[line], typed[line].trim()) {
            return Some(begun);
        }
        let on_line = |found: &&Diagnostic| {
            let start = found.span.as_ref().map(|span| span.start);
            start.is_some_and(|start| text[..start].matches('\n').count() == line)
        };
        let mut errors = found.iter().filter(|found| found.is_error());
        errors.find(on_line).map(|found| {
            let wrong = answers.wrong(TYPED[line], typed[line].trim(), today);
            wrong.unwrap_or_else(|| Wrong::Unreadable(found.message.to_string()))
        })
    };
    (profile, std::array::from_fn(wrong))
}

/// The text of a file that says what was typed, a line for each key.
fn as_file(typed: &Typed<String>, today: NaiveDate) -> String {
    let mut text = String::new();
    for (key, typed) in TYPED.into_iter().zip(typed) {
        let typed = typed.trim();
        let week = due_of_week(typed, today).filter(|_| key == "due");
        let value = match (typed, typed.parse::<u32>(), week) {
            ("", ..) => String::new(),
            (_, Ok(year), _) if key == "birth-year" => format!("birth-year = {year}"),
            (.., Some(due)) => format!("due = {due}"),
            _ => format!("{key} = {}", quoted(typed)),
        };
        text += &value;
        text.push('\n');
    }
    text
}

/// The days that were typed, as far as they can be read.
struct TypedAnswers {
    due: Option<NaiveDate>,
    birth: Option<NaiveDate>,
}

impl TypedAnswers {
    fn read(typed: &Typed<String>, today: NaiveDate) -> Self {
        let [due, birth, ..] = typed.each_ref().map(|typed| typed.trim());
        Self {
            due: due_of_week(due, today).or_else(|| date(due).ok()),
            birth: date(birth).ok(),
        }
    }

    /// Returns the fault in the answer for a key, other than one that no file can contain.
    fn wrong(&self, key: &str, typed: &str, today: NaiveDate) -> Option<Wrong> {
        match key {
            "due" => match self.due {
                None => date(typed).err(),
                Some(due) => ImplausibleDue::of(due, today).map(Wrong::Due),
            },
            "birth-of-child" => match self.birth {
                None => date(typed).err(),
                Some(birth) => {
                    let due = self.due.map(Day::On);
                    ImplausibleBirth::of(birth, due, today).map(Wrong::Birth)
                }
            },
            "birth-year" if typed.parse::<u32>().is_ok() => {
                Some(Wrong::YearOutside(EARLIEST_YEAR, today.year()))
            }
            "birth-year" => Some(Wrong::NotAYear),
            "bedtime" => Some(Wrong::NotATime),
            "emergency-number" => Some(Wrong::NotANumber),
            _ => None,
        }
    }
}

fn date(typed: &str) -> Result<NaiveDate, Wrong> {
    match calendar::date(typed) {
        Some(Date::On(date)) => Ok(date),
        Some(Date::Either(one, other)) => Err(Wrong::TwoDates(one, other)),
        None => Err(Wrong::NotADate(calendar::fault(typed))),
    }
}

/// The due date of somebody who is in this week today: `week 30`, `30+4`. A bare number is no week.
fn due_of_week(typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    let is_number = typed.chars().all(|letter| letter.is_ascii_digit());
    let over = days_of_pregnancy(typed).filter(|_| !is_number)?;
    let to_come = u64::try_from(PREGNANCY - over).ok()?;
    today.checked_add_days(Days::new(to_come))
}

/// An answer that reads, but is only the beginning of one: `2027-01-3`, `22:3`.
fn begun(key: &str, typed: &str) -> Option<Wrong> {
    let last = typed.rsplit(['-', ':']).next().unwrap_or_default();
    let digits = typed
        .chars()
        .all(|letter| letter.is_ascii_digit() || matches!(letter, '-' | ':'));
    if !digits || last.len() > 1 || typed.is_empty() {
        return None;
    }
    match key {
        "due" | "birth-of-child" => Some(Wrong::NotADate(None)),
        "bedtime" => Some(Wrong::NotATime),
        _ => None,
    }
}
