//! Answers that are typed into a form, read as the file is read.

use chrono::{Days, NaiveDate};

use crate::content::diagnostic::Diagnostic;
use crate::content::edit::splice::quoted;
use crate::content::safety::rulebook::Safety;
use crate::plan::profile::Profile;
use crate::plan::profile::dates::{PREGNANCY, days_of_pregnancy};
use crate::plan::profile::decode::decode;
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

/// Reads what was typed for each key of [`TYPED`]; empty is not said. A week of pregnancy, as in `week 30`, is a due date.
/// What is wrong with one is said in words for a form.
pub(crate) fn read_typed(
    typed: &Typed<String>,
    safety: &Safety,
    today: NaiveDate,
) -> (Profile, Typed<Option<String>>) {
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
    let (profile, found) = decode(&text, safety, today);
    let fault = |line: usize| {
        if let Some(begun) = begun(TYPED[line], typed[line].trim()) {
            return Some(begun);
        }
        let on_line = |found: &&Diagnostic| {
            let start = found.span.as_ref().map(|span| span.start);
            start.is_some_and(|start| text[..start].matches('\n').count() == line)
        };
        let mut errors = found.iter().filter(|found| found.is_error());
        errors
            .find(on_line)
            .map(|found| in_form(found, TYPED[line]))
    };
    (profile, std::array::from_fn(fault))
}

/// The due date of somebody who is in this week today: `week 30`, `30+4`. A bare number is no week.
fn due_of_week(typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    let is_number = typed.chars().all(|letter| letter.is_ascii_digit());
    let over = days_of_pregnancy(typed).filter(|_| !is_number)?;
    let to_come = u64::try_from(PREGNANCY - over).ok()?;
    today.checked_add_days(Days::new(to_come))
}

/// What is wrong with an answer that reads, but is only the beginning of one: `2027-01-3`, `22:3`.
fn begun(key: &str, typed: &str) -> Option<String> {
    let last = typed.rsplit(['-', ':']).next().unwrap_or_default();
    let digits = typed
        .chars()
        .all(|letter| letter.is_ascii_digit() || matches!(letter, '-' | ':'));
    if !digits || last.len() > 1 || typed.is_empty() {
        return None;
    }
    match key {
        "due" | "birth-of-child" => Some("this is not a date: year, month, day".to_owned()),
        "bedtime" => Some("this is not a time of day".to_owned()),
        _ => None,
    }
}

/// A finding without what is to be typed into a file.
fn in_form(found: &Diagnostic, key: &str) -> String {
    let said = found.message.replace(&format!("`{key}`"), "this");
    let clauses = found.help.iter().flat_map(|help| help.split("; "));
    let help: Vec<String> = clauses
        .filter(|clause| !clause.starts_with("until then"))
        .map(|clause| {
            let parts = clause.split(", ").filter(|part| !part.contains(" = "));
            parts.collect::<Vec<_>>().join(", ")
        })
        .filter(|clause| !clause.is_empty())
        .collect();
    std::iter::once(said)
        .chain(help)
        .collect::<Vec<_>>()
        .join("; ")
}
