//! A TOML text that is changed key by key, each change a splice at the place that the parser gives.
//!
//! `toml_edit` would take the remarks of a key away together with the key, and set all line ends anew.

use std::fmt::Write as _;
use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use crate::content::diagnostic::line_and_column;
use crate::content::document::Document;
use crate::content::fields::Fields;
use crate::content::line::{line_at, line_start};

/// What a text is, and the keys that may stand at its top.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// What it is called in a message: `the profile`.
    pub what: &'static str,
    /// The keys.
    pub keys: &'static [&'static str],
}

/// Where a key and its value stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The key, with its quotes.
    pub key: Range<usize>,
    /// The value.
    pub value: Range<usize>,
}

impl Form {
    /// Where a key stands, under its own name or one that was meant for it.
    ///
    /// # Errors
    /// The line, from 1, on which it is not written as `key = value`.
    pub fn place(self, text: &str, key: &str) -> Result<Option<Place>, usize> {
        let document = Document::parse(text);
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
    pub fn set(self, text: &mut String, key: &str, value: &str) -> Result<(), usize> {
        if let Some(place) = self.place(text, key)? {
            text.replace_range(place.value, value);
            rename(text, place.key, key);
        } else {
            let line = format!("{key} = {value}{}", line_end(text));
            text.insert_str(end_of_keys(text), &line);
        }
        Ok(())
    }
}

/// Gives a key that stands under a name that was meant for it its own.
pub fn rename(text: &mut String, place: Range<usize>, key: &str) {
    if text[place.clone()].trim_matches(['"', '\'']) != key {
        text.replace_range(place, key);
    }
}

/// What ends its lines.
pub fn line_end(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

/// Ends the last line, where something stands on it.
pub fn end_last_line(text: &mut String) {
    if !text.is_empty() && !text.ends_with('\n') {
        let end = line_end(text);
        text.push_str(end);
    }
}

/// Where the next key of the top table can be written.
fn end_of_keys(text: &str) -> usize {
    let document = Document::parse(text);
    let is_below = |at: usize| {
        line_at(text, line_start(text, at))
            .trim_start()
            .starts_with('[')
    };
    let (tables, keys): (Vec<_>, Vec<_>) = document
        .root()
        .iter()
        .partition(|(key, _)| is_below(key.span().start));
    if let Some(end) = keys.iter().map(|(_, value)| end(value)).max() {
        return end + line_at(text, end).len();
    }
    let tables = tables.iter().map(|(key, _)| key.span().start);
    tables
        .min()
        .map_or(text.len(), |table| line_start(text, table))
}

/// Where the last of a value ends, also of keys with points.
fn end(value: &Spanned<DeValue<'_>>) -> usize {
    let inner = match value.get_ref() {
        DeValue::Table(table) => table.values().map(end).max(),
        _ => None,
    };
    value.span().end.max(inner.unwrap_or(0))
}

/// A word as TOML.
pub fn quoted(word: &str) -> String {
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
