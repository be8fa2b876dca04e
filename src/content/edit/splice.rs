//! A TOML text that is changed key by key, each change a splice at the place that the parser gives.
//!
//! `toml_edit` would take the comments of a key away together with the key, and rewrite all line ends.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::content::diagnostic::line_and_column;
use crate::content::format;
use crate::content::toml::fields::Fields;
use crate::content::toml::line::{line_at, line_start};

/// What a text is, and the keys that may stand at its top.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Form {
    /// What it is called in a message: `the profile`.
    pub(crate) what: &'static str,
    /// The keys.
    pub(crate) keys: &'static [&'static str],
}

/// Where a key and its value stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The key, with its quotes.
    pub(crate) key: Range<usize>,
    /// The value.
    pub(crate) value: Range<usize>,
}

impl Form {
    /// Where a key stands, under its own name or one that was meant for it.
    ///
    /// # Errors
    /// The line, from 1, on which it is not written as `key = value`.
    pub(crate) fn place(self, text: &str, key: &str) -> Result<Option<Place>, usize> {
        let document = format::parse(text);
        let Some(name) = Fields::root(&document, self.what, self.keys).written(key) else {
            return Ok(None);
        };
        let root = document.root();
        let value = root.iter().find(|(key, _)| key.span() == name);
        let Some((_, value)) = value else {
            return Ok(None);
        };
        let is_plain = text[name.end..].trim_start().starts_with('=');
        if !is_plain {
            return Err(line_and_column(text, name.start).0);
        }
        Ok(Some(Place {
            key: name,
            value: value.span(),
        }))
    }

    /// Gives a key of a sound text a value, where it stands or below the last key; all else stays byte for byte.
    ///
    /// # Errors
    /// The line, from 1, on which it is not written as `key = value`.
    pub(crate) fn set(self, text: &mut String, key: &str, value: &str) -> Result<(), usize> {
        if let Some(place) = self.place(text, key)? {
            text.replace_range(place.value, value);
            rename(text, place.key, key);
        } else {
            let line = format!("{key} = {value}{}", line_end(text));
            text.insert_str(end_of_keys(text), &line);
        }
        Ok(())
    }

    /// Whether a changed text is TOML and says the same as before of everything but these keys.
    pub(crate) fn keeps_the_rest(self, before: &str, after: &str, keys: &[&str]) -> bool {
        match (self.rest(before, keys), self.rest(after, keys)) {
            (Some(before), Some(after)) => is_alike(&before, &after),
            _ => false,
        }
    }

    /// The top table without these keys, each under its own name or one that was meant for it.
    fn rest<'t>(self, text: &'t str, keys: &[&str]) -> Option<DeValue<'t>> {
        let mut root = DeTable::parse(text).ok()?.into_inner();
        let document = format::parse(text);
        let fields = Fields::root(&document, self.what, self.keys);
        for name in keys.iter().filter_map(|key| fields.written(key)) {
            let name = root.keys().find(|key| key.span() == name).cloned();
            name.and_then(|name| root.remove(&**name.get_ref()));
        }
        Some(DeValue::Table(root))
    }
}

/// Gives a key that stands under a name that was meant for it its own.
pub(crate) fn rename(text: &mut String, place: Range<usize>, key: &str) {
    if text[place.clone()].trim_matches(['"', '\'']) != key {
        text.replace_range(place, key);
    }
}

/// What ends its lines.
pub(crate) fn line_end(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

/// Ends the last line, where something stands on it.
pub(crate) fn end_last_line(text: &mut String) {
    if !text.is_empty() && !text.ends_with('\n') {
        let end = line_end(text);
        text.push_str(end);
    }
}

/// Where the next key of the top table can be written: below its last value, and above every header. Keys with points
/// and headers may give values to the same table.
fn end_of_keys(text: &str) -> usize {
    let document = format::parse(text);
    let header = first_header(document.root(), text);
    match last_value(document.root(), text, header.unwrap_or(text.len())) {
        Some(end) => end + line_at(text, end).len(),
        None => header.map_or(text.len(), |header| line_start(text, header)),
    }
}

/// Where the first header of a table stands, if there is one.
fn first_header(table: &DeTable<'_>, text: &str) -> Option<usize> {
    let in_table = |value: &Spanned<DeValue<'_>>| {
        let DeValue::Table(table) = value.get_ref() else {
            return None;
        };
        let start = value.span().start;
        let own = (text.as_bytes().get(start) == Some(&b'[')).then_some(start);
        own.into_iter().chain(first_header(table, text)).min()
    };
    let found = table.values().filter_map(|value| match value.get_ref() {
        DeValue::Array(items) => items.iter().filter_map(in_table).min(),
        _ => in_table(value),
    });
    found.min()
}

/// Where the last value ends that begins before `limit`, also of keys with points.
fn last_value(table: &DeTable<'_>, text: &str, limit: usize) -> Option<usize> {
    let ends = table.values().filter_map(|value| {
        let span = value.span();
        match value.get_ref() {
            DeValue::Table(table) if text.as_bytes().get(span.start) != Some(&b'{') => {
                last_value(table, text, limit)
            }
            _ => (span.start < limit).then_some(span.end),
        }
    });
    ends.max()
}

/// Whether two values are written so that the same is read of them.
pub fn is_alike(one: &DeValue<'_>, other: &DeValue<'_>) -> bool {
    match (one, other) {
        (DeValue::String(one), DeValue::String(other)) => one == other,
        (DeValue::Integer(one), DeValue::Integer(other)) => {
            (one.as_str(), one.radix()) == (other.as_str(), other.radix())
        }
        (DeValue::Float(one), DeValue::Float(other)) => one.as_str() == other.as_str(),
        (DeValue::Boolean(one), DeValue::Boolean(other)) => one == other,
        (DeValue::Datetime(one), DeValue::Datetime(other)) => one == other,
        (DeValue::Array(one), DeValue::Array(other)) => {
            let mut pairs = one.iter().zip(other.iter());
            one.len() == other.len() && pairs.all(|(a, b)| is_alike(a.get_ref(), b.get_ref()))
        }
        (DeValue::Table(one), DeValue::Table(other)) => {
            let is_in_other = |(key, value): (&Spanned<Cow<'_, str>>, &Spanned<DeValue<'_>>)| {
                let found = other.get(&**key.get_ref());
                found.is_some_and(|found| is_alike(value.get_ref(), found.get_ref()))
            };
            one.len() == other.len() && one.iter().all(is_in_other)
        }
        _ => false,
    }
}

/// A word as TOML.
pub(crate) fn quoted(word: &str) -> String {
    let mut out = String::from('"');
    for letter in word.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            letter if letter.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(letter));
            }
            letter => out.push(letter),
        }
    }
    out + "\""
}
