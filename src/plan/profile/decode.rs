//! Reads a profile. Mistakes are reported; until they are fixed, everything they may have meant counts.

use std::cell::LazyCell;

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::content::diagnostic::{Diagnostic, any_error};
use crate::content::format;
use crate::content::keys::SCHEMA;
use crate::content::keys::profile::{KEYS, OLDER};
use crate::content::safety::meaning::{Meaning, Meanings};
use crate::content::safety::rulebook::Safety;
use crate::content::text::folded::fold;
use crate::content::toml::document::Document;
use crate::content::toml::fields::Fields;
use crate::content::vocabulary::PROPS;
use crate::plan::profile::dates::{is_pregnancy, is_trimester};
use crate::plan::profile::day::Day;
use crate::plan::profile::decode_dates::{birth_year, check_birth, check_due, day, due, names};
use crate::plan::profile::model::Profile;
use crate::plan::profile::names::name_of;
use crate::plan::profile::standing::{MOST_SAID, Standing};

/// The words that people write for no condition.
const NOTHING: &[&str] = &[
    "n a",
    "na",
    "nil",
    "no",
    "none",
    "not applicable",
    "nothing",
    "no condition",
    "no conditions",
    "healthy",
];

/// No number to call is longer.
const LONGEST_NUMBER: usize = 20;

/// Reads the file on this day.
///
/// With any error in the file, every word of `safety.toml` that appears in it outside comments counts, and a `due` that
/// could not be read is a pregnancy of unknown week: a typo must not drop a rule. A condition in other words counts as
/// all that it may mean.
pub fn decode(text: &str, safety: &Safety, today: NaiveDate) -> (Profile, Vec<Diagnostic>) {
    let (mut profile, mut found) = format::decode(text, |document| {
        let profile = walk(document, safety, today);
        format::is_newer(document);
        profile
    });
    if any_error(&found) {
        profile.is_broken = DeTable::parse(text).is_err();
        let held = Standing::of(text, safety).hold_in(&mut profile, safety);
        if !held.is_empty() {
            let words = held.join(", ");
            let stored = held.iter().filter(|word| safety.condition(word).is_some());
            let list: Vec<String> = stored.map(|word| format!("\"{word}\"")).collect();
            let list = list.join(", ");
            let holds = format!("while there are errors, this counts too: {words}");
            let mut help = "fix the errors above".to_owned();
            if !list.is_empty() {
                help += &format!("; write what you have as in conditions = [{list}]");
            }
            found.push(Diagnostic::warning(holds).help(help));
        }
        if let Some(words) = profile.unchecked_in_words() {
            let said = format!("not checked: {words}");
            found.push(
                Diagnostic::warning(said)
                    .help("fix the errors above; until then nothing is said to fit"),
            );
        }
    }
    settle_meant(&mut profile, safety);
    if profile.birth_of_child == Some(Day::Unclear) {
        let help = "fix the errors above, or delete `birth-of-child`";
        found.push(Diagnostic::warning("this counts as a birth today").help(help));
    }
    if profile.due == Some(Day::Unclear) {
        let counts = "this counts as a pregnancy of unknown week";
        let help = if writes_due(text) {
            "fix the errors above; if nobody is pregnant, delete `due`"
        } else {
            "fix the errors above"
        };
        found.push(Diagnostic::warning(counts).help(help));
    }
    (profile, found)
}

/// Returns whether the key of a due date stands there.
fn writes_due(text: &str) -> bool {
    let mut lines = text.split(['\n', '\r']).map(str::trim_start);
    lines.any(|line| {
        let rest = line.strip_prefix("due");
        rest.is_some_and(|rest| rest.trim_start().starts_with('='))
    })
}

fn walk(document: &Document<'_>, safety: &Safety, today: NaiveDate) -> Profile {
    let fields = Fields::root(document, KEYS);
    fields.whole("format", 1..=1);
    let birth = fields.date("birth-of-child");
    let (due, due_at) = due(&fields, today);
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
        gentle: fields.answer("gentle"),
        first_side: fields.word("first_side").map(Spanned::into_inner),
        floor: fields.has("floor").then(|| fields.flag("floor")),
        equipment: fields
            .has("equipment")
            .then(|| fields.open_words("equipment", PROPS)),
        emergency_number: emergency_number(&fields),
        ..Profile::default()
    };
    conditions(&fields, safety, &mut profile);
    if profile.older == Some(false) && profile.has_older(safety) {
        let said = format!("`{OLDER}` is false, but is also in the conditions");
        let found = Diagnostic::error(said).at(fields.key_span(OLDER));
        fields.report(found.help("delete one of the two; until then the rules for it apply"));
    }
    if let Some(birth) = birth {
        check_birth(&fields, &birth, due_at, &mut profile, today);
    }
    if profile.caesarean && profile.birth_of_child.is_none() {
        profile.birth_of_child = Some(Day::Unclear);
        let found = Diagnostic::error("`caesarean` needs the day of the birth");
        let help = format!(
            "add {}, or delete `caesarean`",
            SCHEMA.within(KEYS).example("birth-of-child")
        );
        fields.report(found.at(fields.key_span("caesarean")).help(help));
    }
    if let Some(Day::On(due)) = due.filter(|_| !profile.is_born(today)) {
        check_due(&fields, due, due_at, today);
    }
    if profile.birth_year.is_some()
        && profile.is_older_by_year(safety, today)
        && safety.older().is_some()
    {
        let found = Diagnostic::warning("with this birth year, the rules for 65 and older apply");
        let help =
            format!("write {OLDER} = true if they should, {OLDER} = false if they should not");
        fields.report(found.at(fields.key_span("birth-year")).help(help));
    }
    profile
}

/// Reads the entries that may state a condition. A word of a session or a full stop is not meant to be stored; as it
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
    let meanings = LazyCell::new(|| Meanings::of(safety));
    for (index, typed) in fields.texts("conditions").into_iter().enumerate() {
        let word = typed.get_ref();
        if NOTHING.contains(&&*fold(word)) {
            let found = Diagnostic::warning(format!("\"{word}\" is not a condition"));
            let help = "delete it: list only what you have";
            fields.report(found.at(typed.span()).help(help));
            continue;
        }
        if index == MOST_SAID {
            profile.unchecked.push(word.clone());
            let found = Diagnostic::error(format!("there are more than {MOST_SAID} conditions"));
            fields.report(found.at(typed.span()).help("keep only what you have"));
            break;
        }
        let meaning = safety.meaning_by(&meanings, word);
        if let Some(found) = condition(word, meaning, safety, profile) {
            fields.report(found.at(typed.span()));
        }
    }
}

/// Holds one condition as it is meant, and says what to write where that is not what stands there.
fn condition(
    typed: &str,
    meaning: Meaning,
    safety: &Safety,
    profile: &mut Profile,
) -> Option<Diagnostic> {
    Some(match meaning {
        Meaning::Word(word) => {
            if !profile.conditions.contains(&word) {
                profile.conditions.push(word);
            }
            if safety.condition(typed).is_some() {
                return None;
            }
            Diagnostic::warning(format!("\"{typed}\" is for one session only"))
                .help("it counts as long as it is listed here: delete it when it is over")
        }
        Meaning::Name(id) => {
            let said = format!("\"{typed}\" counts as \"{id}\"");
            profile.meant.push((typed.to_owned(), vec![id.clone()]));
            let help = if is_trimester(&id, safety) {
                how_to_say_pregnancy()
            } else {
                format!("write \"{id}\"")
            };
            Diagnostic::warning(said).help(help)
        }
        Meaning::Near { ids, is_all } => {
            let found = Diagnostic::error(format!("unknown condition \"{typed}\""));
            let help = match fold(typed).split(' ').next() {
                Some("no" | "not" | "without" | "never") => {
                    "delete it if you do not have it: list only what you have".to_owned()
                }
                _ => write_one_of(&ids, is_all, safety),
            };
            if !is_all {
                profile.unchecked.push(typed.to_owned());
            }
            profile.meant.push((typed.to_owned(), ids));
            found.help(help)
        }
        Meaning::Nothing => {
            let found = Diagnostic::error(format!("unknown condition \"{typed}\""));
            let known: Vec<&str> = safety.conditions.iter().map(|known| &*known.id).collect();
            profile.unchecked.push(typed.to_owned());
            found.help(format!("known: {}", known.join(", ")))
        }
    })
}

/// A week of pregnancy, which its words stand for, is not made up.
fn how_to_say_pregnancy() -> String {
    let [due, week, on] = ["due", "week", "week-on"].map(|key| SCHEMA.within(KEYS).example(key));
    format!("write {due}, or {week} and {on}")
}

/// Returns the help for a word that may mean any of these.
fn write_one_of(ids: &[String], is_all: bool, safety: &Safety) -> String {
    match ids {
        _ if ids.iter().all(|id| is_trimester(id, safety)) => {
            let help = how_to_say_pregnancy();
            format!("{help}; until then it counts as everything it may mean")
        }
        [one] if is_all => format!("write \"{one}\"; until then it counts as that"),
        [one] => {
            let name = name_of(one, safety);
            format!("write \"{one}\" if {name} is meant; until then it counts as that")
        }
        several => {
            let words: Vec<String> = several
                .iter()
                .map(|id| {
                    let name = name_of(id, safety);
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
    let found = Diagnostic::error(format!("`{key}` is not a phone number"));
    let at = fields.value(key).map_or(fields.span(), Spanned::span);
    fields.report(
        found
            .at(at)
            .help(format!("write {}", SCHEMA.within(KEYS).example(key))),
    );
    None
}
