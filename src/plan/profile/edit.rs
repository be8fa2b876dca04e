//! Writes what changed into the text of a profile, and nothing else: remarks, order, line ends and unknown keys stay
//! byte for byte.

use std::ops::Range;

use chrono::NaiveTime;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::content::edit::splice::quoted;
use crate::content::format;
use crate::content::format::FORMAT;
use crate::content::toml::fields::Fields;
use crate::content::toml::line::{is_key, line_at, line_start};
use crate::plan::profile::day::Day;
use crate::plan::profile::keys::KEYS;
use crate::plan::profile::keys::OLDER;
use crate::plan::profile::model::Profile;
use crate::plan::profile::splice::{Stuck, Text};

/// Whether [`edit`] can change a text.
pub(crate) fn is_editable(text: &str) -> bool {
    DeTable::parse(text).is_ok_and(|root| {
        let format = root.get_ref().get("format").map(Spanned::get_ref);
        let number = format.and_then(|format| match format {
            DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        });
        number.is_none_or(|number| number <= FORMAT)
    })
}

/// The text with what differs between two profiles, of which `before` is what the text says now.
///
/// A key that could not be read stays as it is, unless it differs: then it is replaced, also where it stands under a
/// name that was meant for it. An unclear day is never written.
///
/// # Errors
/// When the text cannot be changed without loss.
pub fn edit(text: &str, before: &Profile, after: &Profile) -> Result<String, Stuck> {
    if before == after {
        return Ok(text.to_owned());
    }
    if !is_editable(text) {
        return Err(Stuck::Unreadable);
    }
    let mut text = Text::new(text);
    text.list(
        "conditions",
        Some(&before.conditions),
        Some(&after.conditions),
    )?;
    if day(&mut text, "due", before.due, after.due)? {
        // Another way to say the same.
        text.remove("week")?;
        text.remove("week-on")?;
    }
    let (born, birth) = (before.birth_of_child, after.birth_of_child);
    day(&mut text, "birth-of-child", born, birth)?;
    let yes = |flag: bool| flag.then_some(true);
    let flag = |flag: bool| flag.to_string();
    text.value(
        "caesarean",
        yes(before.caesarean),
        yes(after.caesarean),
        flag,
    )?;
    text.value(OLDER, before.older, after.older, flag)?;
    text.value("birth-year", before.birth_year, after.birth_year, |year| {
        year.to_string()
    })?;
    let time = |time: NaiveTime| time.format("\"%H:%M\"").to_string();
    text.value("bedtime", before.bedtime, after.bedtime, time)?;
    text.value(
        "pace-factor",
        before.pace_factor,
        after.pace_factor,
        |factor| format!("{factor:?}"),
    )?;
    text.value("floor", before.floor, after.floor, |floor| {
        floor.to_string()
    })?;
    text.list(
        "equipment",
        before.equipment.as_deref(),
        after.equipment.as_deref(),
    )?;
    text.value(
        "emergency-number",
        before.emergency_number.as_deref(),
        after.emergency_number.as_deref(),
        quoted,
    )?;
    text.checked()
        .ok()
        .filter(|text| is_editable(text))
        .ok_or(Stuck::Unreadable)
}

/// Writes a day where it differs; whether it was written or taken away. An unclear day is left as it stands.
fn day(text: &mut Text, key: &str, before: Option<Day>, after: Option<Day>) -> Result<bool, Stuck> {
    match after {
        Some(Day::On(date)) if before != after => text.set(key, &date.to_string())?,
        None if before != after => text.remove(key)?,
        _ => return Ok(false),
    }
    Ok(true)
}

/// Words in the list of conditions that are none.
pub fn unknown_words(text: &str, known: &[String]) -> Vec<String> {
    let mut unknown: Vec<String> = Vec::new();
    if let Ok(root) = DeTable::parse(text)
        && let Some(DeValue::Array(items)) = root.get_ref().get("conditions").map(Spanned::get_ref)
    {
        for word in items.iter().filter_map(|item| item.get_ref().as_str()) {
            if !known.iter().chain(&unknown).any(|known| known == word) {
                unknown.push(word.to_owned());
            }
        }
    }
    unknown
}

/// The word of `conditions` that is written at exactly this place.
pub(crate) fn condition_at(text: &str, span: &Range<usize>) -> Option<String> {
    let root = DeTable::parse(text).ok()?;
    let value = root.get_ref().get("conditions")?;
    let items = match value.get_ref() {
        DeValue::Array(items) => items.iter().collect(),
        _ => vec![value],
    };
    let item = items.into_iter().find(|item| item.span() == *span)?;
    item.get_ref().as_str().map(str::to_owned)
}

/// The key that is written at a byte, or above it where its value has several lines; for a name that was meant for a key,
/// that one.
pub fn key_at(text: &str, byte: usize) -> Option<&'static str> {
    let mut start = line_start(text, byte);
    while !is_key(line_at(text, start)) {
        start = line_start(text, start.checked_sub(1)?);
    }
    let document = format::parse(text);
    let fields = Fields::root(&document, "the profile", KEYS);
    let is_here = |key: &&&str| {
        let name = fields.written(key);
        name.is_some_and(|name| line_start(text, name.start) == start)
    };
    KEYS.iter().find(is_here).copied()
}

/// What is written for a key, where it fits on a line.
pub fn written<'t>(text: &'t str, key: &str) -> Option<&'t str> {
    let root = DeTable::parse(text).ok()?;
    let value = text.get(root.get_ref().get(key)?.span())?;
    let is_short = !value.contains(['\n', '\r']);
    is_short.then(|| value.trim_matches(['"', '\'']))
}
