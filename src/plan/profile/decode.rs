//! Reads a profile. What is wrong is said; what it may have meant holds until it is mended.

use chrono::{Datelike as _, Days, NaiveDate};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::content::diagnostic::{Diagnostic, any_error};
use crate::content::document::{self, Document};
use crate::content::example;
use crate::content::fields::Fields;
use crate::content::safety::{Meaning, Safety};
use crate::content::text::printable;
use crate::content::vocabulary::PROPS;
use crate::plan::profile::dates::{
    MOST_DAYS_PAST, MOST_DAYS_TO_COME, PREGNANCY, days, is_pregnancy,
};
use crate::plan::profile::standing::Standing;
use crate::plan::profile::{Day, OLDER, Profile};

/// What a profile may hold.
pub(super) const KEYS: &[&str] = &[
    "format",
    "conditions",
    "due",
    "week",
    "week-on",
    "birth-of-child",
    "caesarean",
    "birth-year",
    "older-adult",
    "bedtime",
    "pace-factor",
    "floor",
    "equipment",
    "emergency-number",
];

/// No number to call is longer.
const LONGEST_NUMBER: usize = 20;

/// Reads the file on this day.
///
/// With any error in the file, every word of `safety.toml` that stands in it outside remarks counts, and a `due` that
/// could not be read is a pregnancy of unknown week: a typo must not drop a rule. A condition in other words counts as
/// all that it may mean.
pub fn decode(text: &str, safety: &Safety, today: NaiveDate) -> (Profile, Vec<Diagnostic>) {
    let (mut profile, mut found) = document::decode(text, |document| {
        let profile = walk(document, safety, today);
        document.is_newer();
        profile
    });
    if any_error(&found) {
        profile.is_broken = DeTable::parse(text).is_err();
        let held = Standing::of(text, safety).hold_in(&mut profile);
        if !held.is_empty() {
            let words = held.join(", ");
            let holds = format!("as long as there are errors, this counts too: {words}");
            found.push(Diagnostic::warning(holds).help("mend the errors above"));
        }
        if let Some(words) = profile.unchecked_in_words() {
            let said = format!("not checked: {words}");
            found.push(
                Diagnostic::warning(said)
                    .help("mend the errors above; until then nothing is said to fit"),
            );
        }
    }
    settle_meant(&mut profile, safety);
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
    let (due, due_at) = due(&fields);
    let mut profile = Profile {
        due,
        birth_of_child: day(&fields, "birth-of-child", birth.as_ref()),
        // Of what cannot be read, what asks for more care.
        caesarean: fields.has("caesarean") && fields.answer("caesarean") != Some(false),
        birth_year: birth_year(&fields, today),
        older: fields
            .has(OLDER)
            .then(|| fields.answer(OLDER).unwrap_or(true)),
        bedtime: fields.time_of_day("bedtime").map(Spanned::into_inner),
        pace_factor: fields.decimal("pace-factor", 0.5..=3.0),
        floor: fields.has("floor").then(|| fields.flag("floor")),
        equipment: fields
            .has("equipment")
            .then(|| fields.open_words("equipment", PROPS)),
        emergency_number: emergency_number(&fields),
        ..Profile::default()
    };
    conditions(&fields, safety, &mut profile);
    if let Some(birth) = birth.filter(|birth| *birth.get_ref() > today) {
        let found = Diagnostic::error("`birth-of-child` is still to come");
        let help = format!(
            "delete it until then; a pregnancy is {}",
            example::any("due")
        );
        fields.report(found.at(birth.span()).help(help));
    }
    if profile.caesarean && profile.birth_of_child.is_none() {
        profile.birth_of_child = Some(Day::Unclear);
        let found = Diagnostic::error("`caesarean` needs the day of the birth");
        let help = format!(
            "add {}, or delete `caesarean`",
            example::any("birth-of-child")
        );
        fields.report(found.at(fields.key_span("caesarean")).help(help));
    }
    if let Some(Day::On(due)) = due.filter(|_| !profile.is_born(today)) {
        check_due(&fields, due, due_at, today);
    }
    if profile.is_older_by_year(today) && safety.condition(OLDER).is_some() {
        let found = Diagnostic::warning("by this year the rules for 65 and older hold");
        let help =
            format!("write {OLDER} = true if they should, {OLDER} = false if they should not");
        fields.report(found.at(fields.key_span("birth-year")).help(help));
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

/// When a child is due, by its date or by a week and the day on which it was that week; and the key that says so.
fn due(fields: &Fields<'_, '_>) -> (Option<Day>, &'static str) {
    let due = fields.date("due");
    let by_date = day(fields, "due", due.as_ref());
    let names = |key| fields.has(key) || fields.is_meant(key);
    if !names("week") && !names("week-on") {
        return (by_date, "due");
    }
    let counted = week(fields)
        .zip(fields.date("week-on"))
        .and_then(|(days, on)| {
            let to_come = u64::try_from(PREGNANCY - days).ok()?;
            on.get_ref().checked_add_days(Days::new(to_come))
        });
    let key = if names("week") { "week" } else { "week-on" };
    let lacks = if names("week") { "week-on" } else { "week" };
    if by_date.is_some() {
        let found = Diagnostic::error(format!("`{key}` says once more what `due` says"));
        fields.report(found.at(fields.key_span(key)).help("keep one of the two"));
        return (Some(Day::Unclear), key);
    }
    if !names(lacks) {
        let found = Diagnostic::error(format!(
            "`{key}` needs `{lacks}`, the day on which it was that week"
        ));
        let found = if lacks == "week" {
            Diagnostic::error("`week-on` needs `week`")
        } else {
            found
        };
        let help = format!("add {}", example::any(lacks));
        fields.report(found.at(fields.key_span(key)).help(help));
    }
    (Some(counted.map_or(Day::Unclear, Day::On)), key)
}

/// How many days of a pregnancy were over: whole weeks, or weeks and days as in `"30+4"`.
fn week(fields: &Fields<'_, '_>) -> Option<i64> {
    let text = fields
        .value("week")
        .and_then(|value| value.get_ref().as_str());
    let parts = text.and_then(|text| {
        let (weeks, days) = text.split_once('+').unwrap_or((text, "0"));
        Some((
            weeks.trim().parse::<i64>().ok()?,
            days.trim().parse::<i64>().ok()?,
        ))
    });
    match parts {
        Some((weeks, days)) if (1..=40).contains(&weeks) && (0..7).contains(&days) => {
            Some(weeks * 7 + days)
        }
        _ => fields
            .whole("week", 1..=40)
            .map(|weeks| i64::from(*weeks.get_ref()) * 7),
    }
}

/// What stands for something that the person has. A word of a session or a full stop is not meant to be stored; as it
/// is, it counts.
fn conditions(fields: &Fields<'_, '_>, safety: &Safety, profile: &mut Profile) {
    for typed in fields.texts("conditions") {
        let word = typed.get_ref();
        let found = match safety.meaning(word) {
            Meaning::Word(word) => {
                if !profile.conditions.contains(&word) {
                    profile.conditions.push(word);
                }
                if safety.condition(typed.get_ref()).is_some() {
                    continue;
                }
                Diagnostic::warning(format!(
                    "\"{}\" is for one session, not to keep",
                    typed.get_ref()
                ))
                .help("it counts as long as it stands here: delete it when it is over")
            }
            Meaning::Name(id) => {
                let said = format!("\"{}\" counts as \"{id}\"", printable(word));
                profile.meant.push((word.clone(), vec![id.clone()]));
                Diagnostic::warning(said).help(format!("write \"{id}\""))
            }
            Meaning::Near(ids) => {
                let found = Diagnostic::error(format!("unknown condition \"{}\"", printable(word)));
                let help = write_one_of(&ids, safety);
                profile.meant.push((word.clone(), ids));
                found.help(help)
            }
            Meaning::Nothing => {
                let found = Diagnostic::error(format!("unknown condition \"{}\"", printable(word)));
                let known: Vec<&str> = safety.conditions.iter().map(|known| &*known.id).collect();
                profile.unchecked.push(word.clone());
                found.help(format!("known: {}", known.join(", ")))
            }
        };
        fields.report(found.at(typed.span()));
    }
}

/// What to write for a word that may mean any of these.
fn write_one_of(ids: &[String], safety: &Safety) -> String {
    match ids {
        [one] => format!("write \"{one}\"; until then it counts as that"),
        several => {
            let words: Vec<String> = several
                .iter()
                .map(|id| {
                    let name = super::name_of(id, safety);
                    format!("\"{id}\" ({name})")
                })
                .collect();
            format!(
                "write one of these; until then it counts as all of them: {}",
                words.join(", ")
            )
        }
    }
}

/// A word that may mean a pregnancy among other things does not make anybody pregnant.
fn settle_meant(profile: &mut Profile, safety: &Safety) {
    let rest = Profile {
        meant: Vec::new(),
        ..profile.clone()
    };
    if rest.speaks_of_pregnancy(safety) {
        return;
    }
    for (_, ids) in &mut profile.meant {
        if ids.iter().any(|id| !is_pregnancy(id, safety)) {
            ids.retain(|id| !is_pregnancy(id, safety));
        }
    }
}

fn birth_year(fields: &Fields<'_, '_>, today: NaiveDate) -> Option<u32> {
    let latest = u32::try_from(today.year()).unwrap_or_default();
    let year = fields.whole("birth-year", 1900..=latest)?;
    Some(year.into_inner())
}

/// The number that is called in an emergency, as text or as a number.
fn emergency_number(fields: &Fields<'_, '_>) -> Option<String> {
    let key = "emergency-number";
    let number = match fields.value(key)?.get_ref() {
        DeValue::Integer(number) => number.as_str().to_owned(),
        _ => fields.text(key)?.into_inner(),
    };
    let letters = |letter: char| letter.is_ascii_digit() || " +-/()*#".contains(letter);
    let is_number =
        number.chars().all(letters) && number.contains(|letter: char| letter.is_ascii_digit());
    if is_number && number.len() <= LONGEST_NUMBER {
        return Some(number);
    }
    let found = Diagnostic::error(format!("`{key}` is not a number to call"));
    let at = fields.value(key).map_or(fields.span(), Spanned::span);
    fields.report(found.at(at).help(format!("write {}", example::any(key))));
    None
}

/// Reports a due date that no pregnancy of today can have.
fn check_due(fields: &Fields<'_, '_>, due: NaiveDate, key: &str, today: NaiveDate) {
    let to_come = days(today, due);
    let (said, help) = if to_come > MOST_DAYS_TO_COME {
        (
            format!("`{key}` is more than {MOST_DAYS_TO_COME} days away"),
            "check the year; until then this counts as a pregnancy of unknown week".to_owned(),
        )
    } else if to_come < -MOST_DAYS_PAST {
        (
            format!("`{key}` is more than {MOST_DAYS_PAST} days ago"),
            format!(
                "check the year, or add the birth of this child, as in {}; until then this counts as a pregnancy past its \
                 due date",
                example::any("birth-of-child")
            ),
        )
    } else {
        return;
    };
    let said = if key == "due" {
        said
    } else {
        format!("the due date by {said}")
    };
    let at = fields.value(key).map_or(fields.span(), Spanned::span);
    fields.report(Diagnostic::error(said).at(at).help(help));
}
