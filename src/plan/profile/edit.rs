//! Writes only the changes into the text of a profile: comments, order, line ends and unknown keys stay
//! byte for byte.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::content::edit::draft::Draft;
use crate::content::edit::edits::Edits;
use crate::content::edit::lines::line_end;
use crate::content::edit::path::Path;
use crate::content::edit::quoted::quoted;
use crate::content::edit::shape::{NewKey, Shape};
use crate::content::edit::stuck::Stuck;
use crate::content::format;
use crate::content::format::FORMAT;
use crate::content::keys::profile::{KEYS, OLDER};
use crate::content::toml::fields::Fields;
use crate::content::toml::line::{is_key, line_at, line_start};
use crate::content::vocabulary::Word as _;
use crate::plan::profile::day::Day;
use crate::plan::profile::model::Profile;

/// The start of a new file.
const HEAD: &str = "\
# What supple knows about you, to swap or leave out what does not suit you. Only this machine reads it.
# `supple profile` asks for it all; you may as well change it here. What is not said rules nothing out.
format = 1
";

static SHAPE: Shape = Shape {
    keys: KEYS,
    tables: &[],
    new_key: NewKey::Last,
};

/// Returns whether [`edit`] can change a text.
pub(crate) fn is_editable(text: &str) -> bool {
    DeTable::parse(text).is_ok_and(|root| is_known(root.get_ref()))
}

/// Returns whether the format of a file is known, as far as it can be read.
fn is_known(root: &DeTable<'_>) -> bool {
    let format = root.get("format").map(Spanned::get_ref);
    let number = format.and_then(|format| match format {
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok(),
        _ => None,
    });
    number.is_none_or(|number| number <= FORMAT)
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
    let mut draft = Draft::new(if text.trim().is_empty() {
        HEAD.replace('\n', line_end(text))
    } else {
        text.to_owned()
    });
    draft.edit(&SHAPE, |edits| {
        if is_known(edits.document().root()) {
            change(edits, before, after)
        } else {
            Err(Stuck::Unreadable)
        }
    })?;
    Ok(draft.into_text())
}

/// Changes each key that differs.
fn change(edits: &mut Edits<'_, '_>, before: &Profile, after: &Profile) -> Result<(), Stuck> {
    let (old, new) = (&before.conditions, &after.conditions);
    words(edits, "conditions", Some(old), Some(new))?;
    if day(edits, "due", before.due, after.due)? {
        // Another way to say the same.
        edits.remove(&Path::key("week"))?;
        edits.remove(&Path::key("week-on"))?;
    }
    let (old, new) = (before.birth_of_child, after.birth_of_child);
    day(edits, "birth-of-child", old, new)?;
    let yes = |flag: bool| flag.then_some(true);
    let (old, new) = (yes(before.caesarean), yes(after.caesarean));
    value(edits, "caesarean", old, new, |flag| flag.to_string())?;
    value(edits, OLDER, before.older, after.older, |flag| {
        flag.to_string()
    })?;
    let (old, new) = (before.birth_year, after.birth_year);
    value(edits, "birth-year", old, new, |year| year.to_string())?;
    let (old, new) = (before.bedtime, after.bedtime);
    value(edits, "bedtime", old, new, |time| {
        time.format("\"%H:%M\"").to_string()
    })?;
    let (old, new) = (before.pace_factor, after.pace_factor);
    value(edits, "pace-factor", old, new, |factor| {
        format!("{factor:?}")
    })?;
    let (old, new) = (before.gentle, after.gentle);
    value(edits, "gentle", old, new, |gentle| gentle.to_string())?;
    let (old, new) = (before.first_side, after.first_side);
    value(edits, "first_side", old, new, |side| quoted(side.as_str()))?;
    let (old, new) = (before.floor, after.floor);
    value(edits, "floor", old, new, |floor| floor.to_string())?;
    let (old, new) = (before.equipment.as_deref(), after.equipment.as_deref());
    words(edits, "equipment", old, new)?;
    let (old, new) = (
        before.emergency_number.as_deref(),
        after.emergency_number.as_deref(),
    );
    value(edits, "emergency-number", old, new, quoted)
}

/// Writes a value where it differs.
fn value<T: Copy + PartialEq>(
    edits: &mut Edits<'_, '_>,
    key: &str,
    before: Option<T>,
    after: Option<T>,
    written: impl Fn(T) -> String,
) -> Result<(), Stuck> {
    match after {
        after if before == after => Ok(()),
        Some(value) => edits.set(&Path::key(key), &written(value)),
        None => edits.remove(&Path::key(key)),
    }
}

/// Writes the words that differ.
fn words(
    edits: &mut Edits<'_, '_>,
    key: &str,
    before: Option<&[String]>,
    after: Option<&[String]>,
) -> Result<(), Stuck> {
    match after {
        after if before == after => Ok(()),
        Some(words) => edits.words(&Path::key(key), before.unwrap_or_default(), words),
        None => edits.remove(&Path::key(key)),
    }
}

/// Writes a day where it differs; whether it was written or taken away. An unclear day is left as it stands.
fn day(
    edits: &mut Edits<'_, '_>,
    key: &str,
    before: Option<Day>,
    after: Option<Day>,
) -> Result<bool, Stuck> {
    match after {
        Some(Day::On(date)) if before != after => edits.set(&Path::key(key), &date.to_string())?,
        None if before != after => edits.remove(&Path::key(key))?,
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
    let fields = Fields::root(&document, SHAPE.keys);
    let is_here = |key: &&str| {
        let name = fields.written(key);
        name.is_some_and(|name| line_start(text, name.start) == start)
    };
    KEYS.names().find(is_here)
}

/// Returns the value text of a key, where it fits on a line.
pub fn written<'t>(text: &'t str, key: &str) -> Option<&'t str> {
    let root = DeTable::parse(text).ok()?;
    let value = text.get(root.get_ref().get(key)?.span())?;
    let is_short = !value.contains(['\n', '\r']);
    is_short.then(|| value.trim_matches(['"', '\'']))
}
