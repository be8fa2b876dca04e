//! Reads a profile. A mistake is reported, and all that it may have meant holds until it is mended.

use chrono::{Datelike as _, Days, NaiveDate};
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use unicode_normalization::UnicodeNormalization as _;

use crate::content::diagnostic::{Diagnostic, any_error};
use crate::content::document::{self, Document};
use crate::content::example;
use crate::content::fields::Fields;
use crate::content::safety::{Meaning, Meanings, Safety};
use crate::content::text::printable;
use crate::content::vocabulary::PROPS;
use crate::plan::profile::dates::{
    LEAST_DAYS_EARLY, MOST_DAYS_PAST, MOST_DAYS_SINCE_BIRTH, MOST_DAYS_TO_COME, PREGNANCY, days,
    days_of_pregnancy, is_pregnancy,
};
use crate::plan::profile::standing::{MOST_SAID, Standing};
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

/// Nobody alive was born before.
const EARLIEST_YEAR: u32 = 1900;
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
            let stored = held.iter().filter(|word| safety.condition(word).is_some());
            let list: Vec<String> = stored.map(|word| format!("\"{word}\"")).collect();
            let list = list.join(", ");
            let holds = format!("as long as there are errors, this counts too: {words}");
            let mut help = "mend the errors above".to_owned();
            if !list.is_empty() {
                help += &format!("; what you have is written as in conditions = [{list}]");
            }
            found.push(Diagnostic::warning(holds).help(help));
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
        let help = if writes_due(text) {
            "mend the errors above; when nobody is pregnant, delete `due`"
        } else {
            "mend the errors above"
        };
        found.push(Diagnostic::warning(counts).help(help));
    }
    (profile, found)
}

/// Whether the key of a due date stands there.
fn writes_due(text: &str) -> bool {
    let mut lines = text.split(['\n', '\r']).map(str::trim_start);
    lines.any(|line| {
        let rest = line.strip_prefix("due");
        rest.is_some_and(|rest| rest.trim_start().starts_with('='))
    })
}

fn walk(document: &Document<'_>, safety: &Safety, today: NaiveDate) -> Profile {
    let fields = Fields::root(document, "the profile", KEYS);
    fields.whole("format", 1..=1);
    let birth = fields.date("birth-of-child");
    let (due, due_at) = due(&fields);
    let birth_year = birth_year(&fields, document, today);
    let mut profile = Profile {
        due,
        birth_of_child: day(&fields, "birth-of-child", birth.as_ref()),
        // Of what cannot be read, what asks for more care.
        caesarean: names(&fields, "caesarean") && fields.answer("caesarean") != Some(false),
        birth_year,
        year_unclear: birth_year.is_none() && names(&fields, "birth-year"),
        older: names(&fields, OLDER).then(|| fields.answer(OLDER).unwrap_or(true)),
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
    if profile.older == Some(false) && profile.conditions.iter().any(|word| word == OLDER) {
        let said = format!("`{OLDER}` is false, and stands among the conditions");
        let found = Diagnostic::error(said).at(fields.key_span(OLDER));
        fields.report(found.help("delete one of the two; until then the rules for it hold"));
    }
    if let Some(birth) = birth {
        check_birth(&fields, &birth, &mut profile, today);
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
    if profile.birth_year.is_some()
        && profile.is_older_by_year(today)
        && safety.condition(OLDER).is_some()
    {
        let found = Diagnostic::warning("by this year the rules for 65 and older hold");
        let help =
            format!("write {OLDER} = true if they should, {OLDER} = false if they should not");
        fields.report(found.at(fields.key_span("birth-year")).help(help));
    }
    profile
}

/// Whether a key is there, under its own name or one that was meant for it.
fn names(fields: &Fields<'_, '_>, key: &str) -> bool {
    fields.has(key) || fields.is_meant(key)
}

/// A key that is there, or was meant, but has no value that can be read is unclear.
fn day(fields: &Fields<'_, '_>, key: &str, read: Option<&Spanned<NaiveDate>>) -> Option<Day> {
    match read {
        Some(date) => Some(Day::On(*date.get_ref())),
        None => names(fields, key).then_some(Day::Unclear),
    }
}

/// What cannot be the birth of a child of a pregnancy of today counts as much as it may.
fn check_birth(
    fields: &Fields<'_, '_>,
    birth: &Spanned<NaiveDate>,
    profile: &mut Profile,
    today: NaiveDate,
) {
    let date = *birth.get_ref();
    let (said, help) = if date > today {
        profile.due.get_or_insert(Day::Unclear);
        (
            "`birth-of-child` is still to come".to_owned(),
            format!("write due = {date} for a child that is expected then"),
        )
    } else if days(date, today) > MOST_DAYS_SINCE_BIRTH {
        profile.birth_of_child = Some(Day::Unclear);
        profile.year_unclear = profile.birth_year.is_none();
        (
            "`birth-of-child` is very long ago".to_owned(),
            format!(
                "check the year; your own birth is birth-year = {}",
                date.year()
            ),
        )
    } else if let Some(Day::On(due)) = profile.due
        && (LEAST_DAYS_EARLY..PREGNANCY).contains(&days(date, due))
    {
        (
            format!(
                "`birth-of-child` is {} weeks before `due`",
                days(date, due) / 7
            ),
            "both count: delete `due` when this child is born, or mend one of the two dates"
                .to_owned(),
        )
    } else {
        return;
    };
    fields.report(Diagnostic::error(said).at(birth.span()).help(help));
}

/// When a child is due, by its date or by a week and the day on which it was that week; and the key that says so.
fn due(fields: &Fields<'_, '_>) -> (Option<Day>, &'static str) {
    let due = fields.date("due");
    let by_date = day(fields, "due", due.as_ref());
    let names = |key| names(fields, key);
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

/// How many days of a pregnancy were over, by a number of weeks or by a text that says it.
fn week(fields: &Fields<'_, '_>) -> Option<i64> {
    let value = fields.value("week")?;
    let text = value.get_ref().as_str();
    match text.map(|text| (text, days_of_pregnancy(text))) {
        Some((_, Some(days))) => Some(days),
        // `"24"` is a number in quotes.
        Some((text, None)) if text.trim().parse::<i64>().is_err() => {
            let found = Diagnostic::error("`week` is not a week of pregnancy");
            let found = found.at(value.span());
            fields.report(found.help("write it as in week = \"WEEKS+DAYS\", of 1 to 40 weeks"));
            None
        }
        _ => fields
            .whole("week", 1..=40)
            .map(|weeks| i64::from(*weeks.get_ref()) * 7),
    }
}

/// What stands for something that the person has. A word of a session or a full stop is not meant to be stored; as it
/// is, it counts.
fn conditions(fields: &Fields<'_, '_>, safety: &Safety, profile: &mut Profile) {
    if let Some(value) = fields.value("conditions") {
        let is_text =
            |item: &DeValue<'_>| item.as_str().is_some_and(|text| !text.trim().is_empty());
        let all_text = match value.get_ref() {
            DeValue::Array(items) => items.iter().all(|item| is_text(item.get_ref())),
            other => is_text(other),
        };
        if !all_text {
            profile.unchecked.push("conditions".to_owned());
        }
    }
    let meanings = Meanings::of(safety);
    for (index, typed) in fields.texts("conditions").into_iter().enumerate() {
        let word = typed.get_ref();
        if index == MOST_SAID {
            profile.unchecked.push(word.clone());
            let found = Diagnostic::error(format!("there are more than {MOST_SAID} conditions"));
            fields.report(found.at(typed.span()).help("keep those that you have"));
            break;
        }
        let found = match safety.meaning_by(&meanings, word) {
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
            Meaning::Near { ids, is_all } => {
                let found = Diagnostic::error(format!("unknown condition \"{}\"", printable(word)));
                let help = write_one_of(&ids, is_all, safety);
                if !is_all {
                    profile.unchecked.push(word.clone());
                }
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
fn write_one_of(ids: &[String], is_all: bool, safety: &Safety) -> String {
    match ids {
        [one] if is_all => format!("write \"{one}\"; until then it counts as that"),
        [one] => {
            let name = super::name_of(one, safety);
            format!("write \"{one}\" if {name} is meant; until then it counts as that")
        }
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

/// The year of birth. What stands there and is none says what to write, where a year stands in it.
fn birth_year(fields: &Fields<'_, '_>, document: &Document<'_>, today: NaiveDate) -> Option<u32> {
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
        None => format!("write {}", example::any("birth-year")),
    };
    let found = Diagnostic::error(said).at(value.span());
    let holds = "until then the rules for 65 and older hold";
    let holds = (!names(fields, OLDER)).then(|| holds.to_owned());
    fields.report(found.help(write).maybe_help(holds));
    None
}

/// The number that is called in an emergency, as text or as a number.
fn emergency_number(fields: &Fields<'_, '_>) -> Option<String> {
    let key = "emergency-number";
    let number = match fields.value(key)?.get_ref() {
        DeValue::Integer(number) => number.as_str().to_owned(),
        _ => fields.text(key)?.into_inner(),
    };
    let letters = |letter: char| letter.is_ascii_digit() || " +-/()*#".contains(letter);
    let starts = |number: &str| !number.starts_with('-');
    let is_number =
        number.chars().all(letters) && number.contains(|letter: char| letter.is_ascii_digit());
    if is_number && starts(&number) && number.len() <= LONGEST_NUMBER {
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
