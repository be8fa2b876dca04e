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
use crate::plan::profile::decode::KEYS;
use crate::plan::profile::edit::Stuck;

/// How a new file begins.
const HEAD: &str = "\
# What supple knows about you, to swap or leave out what does not suit you. Only this machine reads it.
# `supple profile` asks for it all; you may as well change it here. What is not said rules nothing out.
format = 1
";

/// A text that is changed step by step, and is TOML before and after each.
pub(super) struct Text(String);

/// Where a key and its value stand.
struct Place {
    key: Range<usize>,
    value: Range<usize>,
}

impl Text {
    pub(super) fn new(text: &str) -> Self {
        if text.trim().is_empty() {
            return Self(HEAD.to_owned());
        }
        let mut text = Self(text.to_owned());
        if !text.0.ends_with('\n') {
            let end = text.line_end();
            text.0.push_str(end);
        }
        text
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    fn line_end(&self) -> &'static str {
        if self.0.contains("\r\n") {
            "\r\n"
        } else {
            "\n"
        }
    }

    pub(super) fn value<T: Copy + PartialEq>(
        &mut self,
        key: &'static str,
        before: Option<T>,
        after: Option<T>,
        written: impl Fn(T) -> String,
    ) -> Result<(), Stuck> {
        match after {
            after if before == after => Ok(()),
            Some(value) => self.set(key, &written(value)),
            None => self.remove(key),
        }
    }

    /// Where a key stands, under its own name or one that was meant for it.
    fn place(&self, key: &str) -> Result<Option<Place>, Stuck> {
        let document = Document::parse(&self.0);
        let Some(name) = Fields::root(&document, "the profile", KEYS).written(key) else {
            return Ok(None);
        };
        let root = document.root();
        let value = root.iter().find(|(key, _)| key.span() == name);
        let Some((_, value)) = value else {
            return Ok(None);
        };
        let is_plain = self.0[name.end..].trim_start().starts_with('=');
        if !is_plain {
            return Err(Stuck::Line(line_and_column(&self.0, name.start).0));
        }
        Ok(Some(Place {
            key: name,
            value: value.span(),
        }))
    }

    pub(super) fn set(&mut self, key: &str, value: &str) -> Result<(), Stuck> {
        if let Some(place) = self.place(key)? {
            self.0.replace_range(place.value, value);
            self.name(place.key, key);
        } else {
            let line = format!("{key} = {value}{}", self.line_end());
            self.0.insert_str(self.end_of_keys(), &line);
        }
        Ok(())
    }

    /// Gives a key that stands under a name that was meant for it its own.
    fn name(&mut self, place: Range<usize>, key: &str) {
        if self.0[place.clone()].trim_matches(['"', '\'']) != key {
            self.0.replace_range(place, key);
        }
    }

    /// Takes a key away. Remarks beside it and in it stay.
    pub(super) fn remove(&mut self, key: &str) -> Result<(), Stuck> {
        let Some(place) = self.place(key)? else {
            return Ok(());
        };
        let remarks: Vec<String> = self
            .items(&place.value)
            .map_or_else(Vec::new, |items| self.remarks(&place.value, &items));
        let below = place.value.end + line_at(&self.0, place.value.end).len();
        let end = self.line_end();
        let kept = remarks.join(end) + if remarks.is_empty() { "" } else { end };
        self.0.insert_str(below, &kept);
        self.cut(place.key.start..place.value.end);
        Ok(())
    }

    /// Takes a part out, with the blanks behind it; of its line, what else stands there.
    fn cut(&mut self, part: Range<usize>) {
        let rest = &self.0[part.end..];
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        self.0.replace_range(part.start..part.end + blanks, "");
        let start = line_start(&self.0, part.start);
        let line = line_at(&self.0, start);
        if line.trim().is_empty() {
            let end = start + line.len();
            self.0.replace_range(start..end, "");
        }
    }

    /// Where the next key of the top table can be written.
    fn end_of_keys(&self) -> usize {
        let document = Document::parse(&self.0);
        let is_below = |at: usize| {
            line_at(&self.0, line_start(&self.0, at))
                .trim_start()
                .starts_with('[')
        };
        let (tables, keys): (Vec<_>, Vec<_>) = document
            .root()
            .iter()
            .partition(|(key, _)| is_below(key.span().start));
        if let Some(end) = keys.iter().map(|(_, value)| end(value)).max() {
            return end + line_at(&self.0, end).len();
        }
        let tables = tables.iter().map(|(key, _)| key.span().start);
        tables
            .min()
            .map_or(self.0.len(), |table| line_start(&self.0, table))
    }

    /// The items of a list: where they stand, and their words. `None` for what is no list.
    fn items(&self, value: &Range<usize>) -> Option<Vec<(Range<usize>, Option<String>)>> {
        let document = Document::parse(&self.0);
        let found = document
            .root()
            .values()
            .find(|found| found.span() == *value);
        let DeValue::Array(items) = found?.get_ref() else {
            return None;
        };
        let word = |item: &Spanned<DeValue<'_>>| item.get_ref().as_str().map(str::to_owned);
        Some(items.iter().map(|item| (item.span(), word(item))).collect())
    }

    /// The remarks between the items of a list.
    fn remarks(
        &self,
        list: &Range<usize>,
        items: &[(Range<usize>, Option<String>)],
    ) -> Vec<String> {
        let starts = std::iter::once(list.start).chain(items.iter().map(|(item, _)| item.end));
        let ends = items.iter().map(|(item, _)| item.start);
        let gaps = starts.zip(ends.chain([list.end]));
        gaps.flat_map(|(from, to)| self.0[from..to].lines())
            .filter_map(|line| line.find('#').map(|at| line[at..].trim_end().to_owned()))
            .collect()
    }

    /// Words come in at the end, others go out where they stand.
    pub(super) fn list(
        &mut self,
        key: &str,
        before: Option<&[String]>,
        after: Option<&[String]>,
    ) -> Result<(), Stuck> {
        let Some(words) = after.filter(|_| before != after) else {
            return if before == after {
                Ok(())
            } else {
                self.remove(key)
            };
        };
        let place = self.place(key)?;
        let is_list = place.is_some_and(|place| self.items(&place.value).is_some());
        if !is_list {
            let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
            return self.set(key, &format!("[{}]", words.join(", ")));
        }
        let before = before.unwrap_or_default();
        for word in before.iter().filter(|word| !words.contains(word)) {
            while self.take_out(key, word)? {}
        }
        for word in words.iter().filter(|word| !before.contains(word)) {
            self.put_in(key, word)?;
        }
        if let Some(place) = self.place(key)? {
            self.name(place.key, key);
        }
        Ok(())
    }

    /// Takes one item with this word out of a list; whether there was one.
    fn take_out(&mut self, key: &str, word: &str) -> Result<bool, Stuck> {
        let place = self.place(key)?;
        let Some(items) = place.and_then(|place| self.items(&place.value)) else {
            return Ok(false);
        };
        let is_it = |(_, found): &(Range<usize>, Option<String>)| found.as_deref() == Some(word);
        let Some(at) = items.iter().position(is_it) else {
            return Ok(false);
        };
        let item = items[at].0.clone();
        if let Some(comma) = self.comma(item.end) {
            self.0.replace_range(comma..=comma, "");
            self.cut(item);
        } else {
            // The comma before goes where it stands beside.
            let before = self.0[..item.start].trim_end_matches([' ', '\t']);
            let start = if at > 0 && before.ends_with(',') {
                before.len() - 1
            } else {
                item.start
            };
            self.cut(start..item.end);
        }
        Ok(true)
    }

    fn put_in(&mut self, key: &str, word: &str) -> Result<(), Stuck> {
        let Some(place) = self.place(key)? else {
            return Ok(());
        };
        let items = self.items(&place.value).unwrap_or_default();
        let word = quoted(word);
        let close = place.value.end - 1;
        let end = self.line_end();
        let Some((last, _)) = items.last() else {
            let inside = place.value.start + 1..close;
            if self.0[inside.clone()].trim().is_empty() {
                self.0.replace_range(inside, &word);
            } else {
                self.0.insert_str(inside.start, &format!("{end}  {word},"));
            }
            return Ok(());
        };
        let comma = self.comma(last.end);
        let behind = comma.map_or(last.end, |comma| comma + 1);
        let line_ends = behind
            + line_at(&self.0, behind)
                .trim_end_matches(['\r', '\n'])
                .len();
        if line_ends > close {
            let before = if comma.is_some() { " " } else { ", " };
            self.0.insert_str(behind, &format!("{before}{word}"));
        } else {
            let line = &self.0[line_start(&self.0, last.start)..last.start];
            let indent = &line[..line.len() - line.trim_start().len()];
            let line = format!("{end}{indent}{word},");
            self.0.insert_str(line_ends, &line);
            if comma.is_none() {
                self.0.insert(last.end, ',');
            }
        }
        Ok(())
    }

    /// The comma behind an item, if there is one.
    fn comma(&self, mut at: usize) -> Option<usize> {
        loop {
            let rest = self.0.get(at..)?;
            match rest.chars().next()? {
                ',' => return Some(at),
                '#' => at += line_at(rest, 0).len(),
                blank if blank.is_whitespace() => at += blank.len_utf8(),
                _ => return None,
            }
        }
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.0
    }
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
pub(super) fn quoted(word: &str) -> String {
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
