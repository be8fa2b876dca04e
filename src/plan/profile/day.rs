//! Days that somebody wrote down, and how a pregnancy is counted in them.

use chrono::NaiveDate;
use unicode_normalization::UnicodeNormalization as _;

/// A pregnancy is counted this many days back from the due date.
pub(crate) const PREGNANCY: i64 = 280;
/// A pregnancy of more weeks is a mistake, or the birth was not entered.
pub(crate) const MOST_WEEKS: i64 = 42;
/// A due date farther off is a mistake.
pub(crate) const MOST_DAYS_TO_COME: i64 = 300;
/// A due date longer ago is a mistake, or the birth was not entered.
pub(crate) const MOST_DAYS_PAST: i64 = 21;
/// The days before the due date from which a birth is doubtful: eight weeks. It may be of another child, or a wrong date.
pub(crate) const LEAST_DAYS_EARLY: i64 = 56;
/// A child that was born longer ago is rather the person themselves.
pub(crate) const MOST_DAYS_SINCE_BIRTH: i64 = 50 * 365;

/// A day that somebody wrote down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    /// This one.
    On(NaiveDate),
    /// Something stands there, but it cannot be read.
    Unclear,
}

/// Returns the completed days of a pregnancy: `30`, `30+4`, `week 30`, `w30`, `30 weeks`, `30w4d`, `30 weeks and 4
/// days`. Of 1 to 42 weeks, as a child may be overdue; `None` for anything else, such as the weeks that are left.
pub(crate) fn days_of_pregnancy(text: &str) -> Option<i64> {
    let plain: String = text.nfkc().flat_map(char::to_lowercase).collect();
    let mut parts = Vec::new();
    for letter in plain.chars().filter(|letter| !letter.is_whitespace()) {
        let kind = letter.is_ascii_digit();
        match parts.last_mut() {
            Some((known, part)) if *known == kind => String::push(part, letter),
            _ => parts.push((kind, letter.to_string())),
        }
    }
    let parts: Vec<&str> = parts.iter().map(|(_, part)| part.as_str()).collect();
    let is_week = |word: &str| matches!(word, "w" | "wk" | "wks" | "week" | "weeks");
    let (first, rest) = parts.split_first()?;
    let parts = if is_week(first) { rest } else { &parts[..] };
    let (weeks, days) = match *parts {
        [weeks] => (weeks, "0"),
        [weeks, word] if is_week(word) => (weeks, "0"),
        [weeks, "+", days] => (weeks, days),
        [weeks, word, days] if is_week(word) => (weeks, days),
        [weeks, word, days, "d" | "day" | "days"] => {
            let word = word.trim_end_matches("and").trim_end_matches(['+', ',']);
            is_week(word).then_some((weeks, days))?
        }
        _ => return None,
    };
    let (weeks, days): (i64, i64) = (weeks.parse().ok()?, days.parse().ok()?);
    ((1..=MOST_WEEKS).contains(&weeks) && days < 7).then_some(weeks * 7 + days)
}

/// Days from one date to another.
pub(crate) fn days(from: NaiveDate, to: NaiveDate) -> i64 {
    to.signed_duration_since(from).num_days()
}
