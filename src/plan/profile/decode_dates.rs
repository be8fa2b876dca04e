//! Reads what a profile says of days and years, and reports what no pregnancy and no life of today can have.

use chrono::{Datelike as _, NaiveDate, TimeDelta};
use toml::Spanned;
use toml::de::DeValue;
use unicode_normalization::UnicodeNormalization as _;

use crate::content::diagnostic::Diagnostic;
use crate::content::keys::SCHEMA;
use crate::content::keys::profile::{KEYS, OLDER};
use crate::content::toml::document::Document;
use crate::content::toml::fields::Fields;
use crate::plan::profile::day::{
    Day, MOST_DAYS_PAST, MOST_DAYS_TO_COME, MOST_WEEKS, PREGNANCY, days_of_pregnancy,
};
use crate::plan::profile::implausible::{ImplausibleBirth, ImplausibleDue};
use crate::plan::profile::model::Profile;

/// Nobody alive was born before.
pub(crate) const EARLIEST_YEAR: u32 = 1900;

/// Returns whether a key is there, under its own name or one that was meant for it.
pub(crate) fn names(fields: &Fields<'_, '_>, key: &str) -> bool {
    fields.has(key) || fields.is_meant(key)
}

/// A key that is there, or was meant, but has no value that can be read is unclear.
pub(crate) fn day(
    fields: &Fields<'_, '_>,
    key: &str,
    read: Option<&Spanned<NaiveDate>>,
) -> Option<Day> {
    match read {
        Some(date) => Some(Day::On(*date.get_ref())),
        None => names(fields, key).then_some(Day::Unclear),
    }
}

/// Checks a birth against today and the due date; a doubtful birth counts as much as it may.
pub(crate) fn check_birth(
    fields: &Fields<'_, '_>,
    birth: &Spanned<NaiveDate>,
    due_at: &str,
    profile: &mut Profile,
    today: NaiveDate,
) {
    let date = *birth.get_ref();
    let Some(why) = ImplausibleBirth::of(date, profile.due, today) else {
        return;
    };
    let (said, help) = match why {
        ImplausibleBirth::ToCome => {
            profile.due.get_or_insert(Day::Unclear);
            (
                "`birth-of-child` is in the future".to_owned(),
                format!("write due = {date} if a child is expected then"),
            )
        }
        ImplausibleBirth::TooLongAgo => {
            profile.birth_of_child = Some(Day::Unclear);
            profile.year_unclear = profile.birth_year.is_none();
            let year = date.year();
            (
                "`birth-of-child` is very long ago".to_owned(),
                format!("check the year; your own birth year is birth-year = {year}"),
            )
        }
        ImplausibleBirth::TooEarly { weeks } => {
            let (due, keys) = if due_at == "due" {
                ("`due`", "`due`")
            } else {
                ("the due date by `week`", "`week` and `week-on`")
            };
            (
                format!("`birth-of-child` is {weeks} weeks before {due}"),
                format!(
                    "both count: delete {keys} if this child has been born, or correct one of the two dates"
                ),
            )
        }
    };
    fields.report(Diagnostic::error(said).at(birth.span()).help(help));
}

/// When a child is due, by its date or by a week and the day on which it was that week; and the key that says so.
pub(crate) fn due(fields: &Fields<'_, '_>, today: NaiveDate) -> (Option<Day>, &'static str) {
    let due = fields.date("due");
    let by_date = day(fields, "due", due.as_ref());
    let names = |key| names(fields, key);
    if !names("week") && !names("week-on") {
        return (by_date, "due");
    }
    let said_on = fields.date("week-on");
    let said_on = said_on.filter(|on| !is_to_come(fields, on, today));
    let counted = week(fields).zip(said_on).and_then(|(days, on)| {
        on.get_ref()
            .checked_add_signed(TimeDelta::days(PREGNANCY - days))
    });
    let key = if names("week") { "week" } else { "week-on" };
    let lacks = if names("week") { "week-on" } else { "week" };
    if by_date.is_some() {
        let found = Diagnostic::error(format!("`{key}` repeats what `due` says"));
        fields.report(found.at(fields.key_span(key)).help("keep one of the two"));
        return (Some(Day::Unclear), key);
    }
    if !names(lacks) {
        let found = Diagnostic::error(format!(
            "`{key}` needs `{lacks}`, the date to which the week refers"
        ));
        let found = if lacks == "week" {
            Diagnostic::error("`week-on` needs `week`")
        } else {
            found
        };
        let help = format!("add {}", SCHEMA.within(KEYS).example(lacks));
        fields.report(found.at(fields.key_span(key)).help(help));
    }
    (Some(counted.map_or(Day::Unclear, Day::On)), key)
}

/// Returns whether the day on which it was that week is still to come; that is reported.
fn is_to_come(fields: &Fields<'_, '_>, on: &Spanned<NaiveDate>, today: NaiveDate) -> bool {
    let is_to_come = *on.get_ref() > today;
    if is_to_come {
        let found = Diagnostic::error("`week-on` is in the future").at(on.span());
        fields.report(found.help("write the date to which the week refers"));
    }
    is_to_come
}

/// Said where a week cannot be read: the other way to say the same.
const OVERDUE: &str = "or write due = \"YYYY-MM-DD\", which may be in the past";
const OVERDUE_INSTEAD: &str = "write due = \"YYYY-MM-DD\" instead, which may be in the past; or the birth, as birth-of-child = \"YYYY-MM-DD\"";

/// Returns whether a number of weeks is more than a pregnancy has.
fn overlong(value: &DeValue<'_>) -> bool {
    let number = value.as_integer().map(|number| number.as_str().parse());
    number.is_some_and(|number: Result<i64, _>| number.is_ok_and(|weeks| weeks > MOST_WEEKS))
}

/// Returns the completed days of a pregnancy, from a number of weeks or from a text.
fn week(fields: &Fields<'_, '_>) -> Option<i64> {
    let value = fields.value("week")?;
    let text = value.get_ref().as_str();
    match text.map(|text| (text, days_of_pregnancy(text))) {
        Some((_, Some(days))) => Some(days),
        // `"24"` is a number in quotes.
        Some((text, None)) if text.trim().parse::<i64>().is_err() => {
            let found = Diagnostic::error("`week` is not a week of pregnancy");
            let found = found.at(value.span());
            let help =
                format!("write it as in week = \"WEEKS+DAYS\", from 1 to {MOST_WEEKS} weeks");
            fields.report(found.help(help).help(OVERDUE));
            None
        }
        None if overlong(value.get_ref()) => {
            let found = Diagnostic::error(format!("`week` must be from 1 to {MOST_WEEKS}"));
            fields.report(found.at(value.span()).help(OVERDUE_INSTEAD));
            None
        }
        _ => fields
            .whole("week", 1..=u32::try_from(MOST_WEEKS).unwrap_or_default())
            .map(|weeks| i64::from(*weeks.get_ref()) * 7),
    }
}

/// The year of birth. What stands there and is none says what to write, where a year stands in it.
pub(crate) fn birth_year(
    fields: &Fields<'_, '_>,
    document: &Document<'_>,
    today: NaiveDate,
) -> Option<u32> {
    let value = fields.value("birth-year")?;
    let latest = u32::try_from(today.year()).unwrap_or_default();
    let years = EARLIEST_YEAR..=latest;
    let mut said = "`birth-year` is not a year of birth".to_owned();
    if let DeValue::Integer(number) = value.get_ref() {
        if let Some(year) = number
            .as_str()
            .parse()
            .ok()
            .filter(|year| years.contains(year))
        {
            return Some(year);
        }
        said = format!("`birth-year` must be from {EARLIEST_YEAR} to {latest}");
    }
    let plain: String = document.typed(value.span()).nfkc().collect();
    let numbers = plain.split(|letter: char| !letter.is_ascii_digit());
    let mut possible = numbers.filter_map(|number| number.parse::<u32>().ok());
    let write = match possible.find(|year| years.contains(year)) {
        Some(year) => format!("write birth-year = {year}"),
        None => format!("write {}", SCHEMA.within(KEYS).example("birth-year")),
    };
    let found = Diagnostic::error(said).at(value.span());
    let holds = "until then the rules for 65 and older apply";
    let holds = (!names(fields, OLDER)).then(|| holds.to_owned());
    fields.report(found.help(write).maybe_help(holds));
    None
}

/// Reports a due date that no pregnancy of today can have.
pub(crate) fn check_due(fields: &Fields<'_, '_>, due: NaiveDate, key: &str, today: NaiveDate) {
    let Some(why) = ImplausibleDue::of(due, today) else {
        return;
    };
    let (said, help) = match why {
        ImplausibleDue::TooFar => (
            format!("`{key}` is more than {MOST_DAYS_TO_COME} days away"),
            "check the year; until then this counts as a pregnancy of unknown week".to_owned(),
        ),
        ImplausibleDue::TooLongAgo => (
            format!("`{key}` is more than {MOST_DAYS_PAST} days ago"),
            format!(
                "check the year, or add the birth of this child, as in {}; until then this counts as a pregnancy past its \
                 due date",
                SCHEMA.within(KEYS).example("birth-of-child")
            ),
        ),
    };
    let said = if key == "due" {
        said
    } else {
        format!("the due date by {said}")
    };
    let at = fields.value(key).map_or(fields.span(), Spanned::span);
    fields.report(Diagnostic::error(said).at(at).help(help));
}
