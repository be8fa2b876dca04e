//! Reads a profile. What is wrong is said; what it may have meant holds until it is mended.

use chrono::{Datelike as _, NaiveDate};
use toml::Spanned;

use crate::content::diagnostic::{Diagnostic, any_error};
use crate::content::document::{self, Document};
use crate::content::fields::{Fields, unknown_word};
use crate::content::safety::Safety;
use crate::content::vocabulary::PROPS;
use crate::plan::profile::standing::Standing;
use crate::plan::profile::{Day, MOST_DAYS_PAST, MOST_DAYS_TO_COME, Profile, days};

/// What a profile may hold.
pub(super) const KEYS: &[&str] = &[
    "format",
    "conditions",
    "due",
    "birth-of-child",
    "birth-year",
    "bedtime",
    "pace-factor",
    "floor",
    "equipment",
];

/// Reads the file on this day.
///
/// With any error in the file, every word of `safety.toml` that stands in it outside remarks counts, and a `due` that
/// could not be read is a pregnancy of unknown week: a typo must not drop a rule.
pub fn decode(text: &str, safety: &Safety, today: NaiveDate) -> (Profile, Vec<Diagnostic>) {
    let (mut profile, mut found) = document::decode(text, |document| {
        let profile = walk(document, safety, today);
        document.is_newer();
        profile
    });
    if any_error(&found) {
        let held = Standing::of(text, safety).hold_in(&mut profile);
        if !held.is_empty() {
            let words = held.join(", ");
            let holds = format!("as long as there are errors, this counts too: {words}");
            found.push(Diagnostic::warning(holds).help("mend the errors above"));
        }
    }
    if profile.birth_of_child == Some(Day::Unclear) {
        let help = "mend the errors above, or delete `birth-of-child`";
        found.push(Diagnostic::warning("this counts as a birth of today").help(help));
    }
    if profile.due == Some(Day::Unclear) {
        let counts = "this counts as a pregnancy of unknown week";
        let help = "mend the errors above; when nobody is pregnant, delete `due`";
        found.push(Diagnostic::warning(counts).help(help));
    }
    (profile, found)
}

fn walk(document: &Document<'_>, safety: &Safety, today: NaiveDate) -> Profile {
    let fields = Fields::root(document, "the profile", KEYS);
    fields.whole("format", 1..=1);
    let birth = fields.date("birth-of-child");
    let due = fields.date("due");
    let profile = Profile {
        conditions: conditions(&fields, safety),
        due: day(&fields, "due", due.as_ref()),
        birth_of_child: day(&fields, "birth-of-child", birth.as_ref()),
        birth_year: birth_year(&fields, today),
        bedtime: fields.time_of_day("bedtime").map(Spanned::into_inner),
        pace_factor: fields.decimal("pace-factor", 0.5..=3.0),
        floor: fields.has("floor").then(|| fields.flag("floor")),
        equipment: fields
            .has("equipment")
            .then(|| fields.open_words("equipment", PROPS)),
    };
    if let Some(birth) = birth.filter(|birth| *birth.get_ref() > today) {
        let found = Diagnostic::error("`birth-of-child` is still to come");
        let help = "delete it until then; a pregnancy is due = 2027-03-02";
        fields.report(found.at(birth.span()).help(help));
    }
    if let Some(due) = due.filter(|_| !profile.is_born(today)) {
        check_due(&fields, &due, today);
    }
    profile
}

/// A key that is there, or was meant, but has no value that can be read is unclear.
fn day(fields: &Fields<'_, '_>, key: &str, read: Option<&Spanned<NaiveDate>>) -> Option<Day> {
    match read {
        Some(date) => Some(Day::On(*date.get_ref())),
        None => (fields.has(key) || fields.is_meant(key)).then_some(Day::Unclear),
    }
}

/// The known words. One of a session or a full stop is not meant to be stored; as it is, it counts.
fn conditions(fields: &Fields<'_, '_>, safety: &Safety) -> Vec<String> {
    let mut conditions: Vec<String> = Vec::new();
    for typed in fields.texts("conditions") {
        let word = typed.get_ref();
        let known = safety.conditions.iter().map(|condition| &*condition.id);
        let mut of_session = (safety.session_flags.iter().map(|flag| &flag.id))
            .chain(safety.full_stops.iter().map(|stop| &stop.id));
        if of_session.any(|known| known == word) {
            let found = Diagnostic::warning(format!("\"{word}\" is for one session, not to keep"));
            let help = "it counts as long as it stands here: delete it when it is over";
            fields.report(found.at(typed.span()).help(help));
        } else if !known.clone().any(|known| known == word) {
            fields.report(unknown_word("condition", &typed, known));
            continue;
        }
        if !conditions.contains(word) {
            conditions.push(word.clone());
        }
    }
    conditions
}

fn birth_year(fields: &Fields<'_, '_>, today: NaiveDate) -> Option<u32> {
    let latest = u32::try_from(today.year()).unwrap_or_default();
    let year = fields.whole("birth-year", 1900..=latest)?;
    Some(year.into_inner())
}

/// Reports a due date that no pregnancy of today can have.
fn check_due(fields: &Fields<'_, '_>, due: &Spanned<NaiveDate>, today: NaiveDate) {
    let to_come = days(today, *due.get_ref());
    let (said, help) = if to_come > MOST_DAYS_TO_COME {
        (
            format!("`due` is more than {MOST_DAYS_TO_COME} days away"),
            "check the year; until then this counts as a pregnancy of unknown week",
        )
    } else if to_come < -MOST_DAYS_PAST {
        (
            format!("`due` is more than {MOST_DAYS_PAST} days ago"),
            "check the year, or add the birth of this child, as in birth-of-child = 2026-10-01; until then this counts \
             as a pregnancy past its due date",
        )
    } else {
        return;
    };
    fields.report(Diagnostic::error(said).at(due.span()).help(help));
}
