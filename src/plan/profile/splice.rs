//! The text of a profile that is changed key by key, lists word by word.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::content::edit::splice::{self, Form, Place, is_alike, quoted};
use crate::content::format;
use crate::content::toml::line::{line_at, line_start};
use crate::plan::profile::keys::KEYS;

/// How a new file begins.
const HEAD: &str = "\
# What supple knows about you, to swap or leave out what does not suit you. Only this machine reads it.
# `supple profile` asks for it all; you may as well change it here. What is not said rules nothing out.
format = 1
";

const FORM: Form = Form {
    what: "the profile",
    keys: KEYS,
};

/// Why a text cannot be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stuck {
    /// It is no TOML, or of a newer format.
    Unreadable,
    /// A key is not written as `key = value`; on which line, from 1.
    Line(usize),
}

/// A text that is changed step by step, and is TOML before and after each.
pub(crate) struct Text {
    now: String,
    /// As it was.
    before: String,
    /// What was to be written, in order.
    meant: Vec<(String, Meant)>,
}

/// What a key is to say in the end.
enum Meant {
    Value(String),
    /// These words are in the list, and those are not.
    Words(Vec<String>, Vec<String>),
    Nothing,
}

impl Text {
    pub(crate) fn new(text: &str) -> Self {
        let text = if text.trim().is_empty() {
            HEAD.replace('\n', splice::line_end(text))
        } else {
            let mut text = text.to_owned();
            splice::end_last_line(&mut text);
            text
        };
        Self {
            before: text.clone(),
            now: text,
            meant: Vec::new(),
        }
    }

    /// The text, if it says now what was meant, and of everything else the same as before. There are more ways to write
    /// TOML than anybody thinks of.
    pub(crate) fn checked(self) -> Result<String, Stuck> {
        let keys: Vec<&str> = self.meant.iter().map(|(key, _)| key.as_str()).collect();
        let last = |key| self.meant.iter().rfind(|(meant, _)| meant == key);
        let is_said = keys.iter().all(|key| {
            last(key).is_none_or(|(_, meant)| self.says(key, meant).is_some_and(|says| says))
        });
        if is_said && FORM.keeps_the_rest(&self.before, &self.now, &keys) {
            Ok(self.now)
        } else {
            Err(Stuck::Unreadable)
        }
    }

    /// Whether a key says what was meant. `None` where it cannot be read.
    fn says(&self, key: &str, meant: &Meant) -> Option<bool> {
        let place = self.place(key).ok()?;
        let value = match meant {
            Meant::Nothing => return Some(place.is_none()),
            Meant::Value(value) => value,
            Meant::Words(held, gone) => {
                let items = self.items(&place?.value)?;
                let holds =
                    |word: &String| items.iter().any(|(_, item)| item.as_ref() == Some(word));
                return Some(held.iter().all(holds) && !gone.iter().any(holds));
            }
        };
        let (wanted, found) = (format!("{key} = {value}"), DeTable::parse(&self.now).ok()?);
        let wanted = DeTable::parse(&wanted).ok()?;
        let (found, wanted) = (found.get_ref().get(key)?, wanted.get_ref().get(key)?);
        Some(is_alike(found.get_ref(), wanted.get_ref()))
    }

    pub(crate) fn value<T: Copy + PartialEq>(
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
        FORM.place(&self.now, key).map_err(Stuck::Line)
    }

    pub(crate) fn set(&mut self, key: &str, value: &str) -> Result<(), Stuck> {
        self.meant
            .push((key.to_owned(), Meant::Value(value.to_owned())));
        FORM.set(&mut self.now, key, value).map_err(Stuck::Line)
    }

    /// Takes a key away. Remarks beside it and in it stay.
    pub(crate) fn remove(&mut self, key: &str) -> Result<(), Stuck> {
        self.meant.push((key.to_owned(), Meant::Nothing));
        let Some(place) = self.place(key)? else {
            return Ok(());
        };
        let remarks: Vec<String> = self
            .items(&place.value)
            .map_or_else(Vec::new, |items| self.remarks(&place.value, &items));
        let below = place.value.end + line_at(&self.now, place.value.end).len();
        let end = splice::line_end(&self.now);
        let kept = remarks.join(end) + if remarks.is_empty() { "" } else { end };
        self.now.insert_str(below, &kept);
        self.cut(place.key.start..place.value.end);
        Ok(())
    }

    /// Takes a part out, with the blanks behind it; of its line, what else stands there.
    fn cut(&mut self, part: Range<usize>) {
        let rest = &self.now[part.end..];
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        self.now.replace_range(part.start..part.end + blanks, "");
        let start = line_start(&self.now, part.start);
        let line = line_at(&self.now, start);
        if line.trim().is_empty() {
            let end = start + line.len();
            self.now.replace_range(start..end, "");
        }
    }

    /// The items of a list: where they stand, and their words. `None` for what is no list.
    fn items(&self, value: &Range<usize>) -> Option<Vec<(Range<usize>, Option<String>)>> {
        let document = format::parse(&self.now);
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
        gaps.flat_map(|(from, to)| self.now[from..to].lines())
            .filter_map(|line| line.find('#').map(|at| line[at..].trim_end().to_owned()))
            .collect()
    }

    /// Words come in at the end, others go out where they stand.
    pub(crate) fn list(
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
        let gone = before.iter().filter(|word| !words.contains(word)).cloned();
        let meant = Meant::Words(words.to_vec(), gone.collect());
        self.meant.push((key.to_owned(), meant));
        for word in before.iter().filter(|word| !words.contains(word)) {
            while self.take_out(key, word)? {}
        }
        for word in words.iter().filter(|word| !before.contains(word)) {
            self.put_in(key, word)?;
        }
        if let Some(place) = self.place(key)? {
            splice::rename(&mut self.now, place.key, key);
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
            self.now.replace_range(comma..=comma, "");
            self.cut(item);
        } else {
            // The comma before goes where it stands beside.
            let before = self.now[..item.start].trim_end_matches([' ', '\t']);
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
        let end = splice::line_end(&self.now);
        let Some((last, _)) = items.last() else {
            let inside = place.value.start + 1..close;
            if self.now[inside.clone()].trim().is_empty() {
                self.now.replace_range(inside, &word);
            } else {
                self.now
                    .insert_str(inside.start, &format!("{end}  {word},"));
            }
            return Ok(());
        };
        let comma = self.comma(last.end);
        let behind = comma.map_or(last.end, |comma| comma + 1);
        let line_ends = behind
            + line_at(&self.now, behind)
                .trim_end_matches(['\r', '\n'])
                .len();
        if line_ends > close {
            let before = if comma.is_some() { " " } else { ", " };
            self.now.insert_str(behind, &format!("{before}{word}"));
        } else {
            let line = &self.now[line_start(&self.now, last.start)..last.start];
            let indent = &line[..line.len() - line.trim_start().len()];
            let line = format!("{end}{indent}{word},");
            self.now.insert_str(line_ends, &line);
            if comma.is_none() {
                self.now.insert(last.end, ',');
            }
        }
        Ok(())
    }

    /// The comma behind an item, if there is one.
    fn comma(&self, mut at: usize) -> Option<usize> {
        loop {
            let rest = self.now.get(at..)?;
            match rest.chars().next()? {
                ',' => return Some(at),
                '#' => at += line_at(rest, 0).len(),
                blank if blank.is_whitespace() => at += blank.len_utf8(),
                _ => return None,
            }
        }
    }
}
