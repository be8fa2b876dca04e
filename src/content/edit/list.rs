//! A list of words that is changed word by word.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeValue};

use crate::content::edit::lines::line_end;
use crate::content::edit::quoted::quoted;
use crate::content::toml::line::{line_at, line_start};

/// A list as it is written, and what it holds.
pub(crate) struct List {
    /// The list, with what stands before it on its first line.
    text: String,
    /// The byte offset at which the list starts.
    start: usize,
    items: Vec<Item>,
    /// The line ending.
    end: &'static str,
}

/// An item and the word that it is, if it is one.
struct Item {
    at: Range<usize>,
    word: Option<String>,
}

impl List {
    /// The list that has this place in a text.
    pub(crate) fn new(text: &str, span: &Range<usize>, items: &DeArray<'_>) -> Self {
        let line = line_start(text, span.start);
        let item = |item: &Spanned<DeValue<'_>>| Item {
            at: item.span().start - line..item.span().end - line,
            word: item.get_ref().as_str().map(str::to_owned),
        };
        Self {
            text: text[line..span.end].to_owned(),
            start: span.start - line,
            items: items.iter().map(item).collect(),
            end: line_end(text),
        }
    }

    /// The list as it is written now.
    pub(crate) fn into_text(self) -> String {
        self.text[self.start..].to_owned()
    }

    /// The comments between the items.
    pub(crate) fn comments(&self) -> Vec<String> {
        let ends = self.items.iter().map(|item| item.at.end);
        let starts = self.items.iter().map(|item| item.at.start);
        let gaps = [self.start].into_iter().chain(ends);
        gaps.zip(starts.chain([self.text.len()]))
            .flat_map(|(from, to)| self.text[from..to].lines())
            .filter_map(|line| line.find('#').map(|at| line[at..].trim_end().to_owned()))
            .collect()
    }

    /// Takes a word out wherever it stands. Comments stay.
    pub(crate) fn take_out(&mut self, word: &str) {
        let is_it = |item: &Item| item.word.as_deref() == Some(word);
        while let Some(at) = self.items.iter().position(is_it) {
            let item = self.items.remove(at).at;
            if let Some(comma) = comma(&self.text, item.end) {
                self.replace(comma..comma + 1, "");
                self.cut(item);
            } else {
                // The comma before goes where it stands beside.
                let before = self.text[..item.start].trim_end_matches([' ', '\t']);
                let has_comma = at > 0 && before.ends_with(',');
                let start = if has_comma {
                    before.len() - 1
                } else {
                    item.start
                };
                self.cut(start..item.end);
            }
        }
    }

    /// Puts a word behind the last item.
    pub(crate) fn put_in(&mut self, word: &str) {
        let written = quoted(word);
        let start = match self.items.last().map(|item| item.at.clone()) {
            None => self.put_first(&written),
            Some(last) => self.put_behind(&last, &written),
        };
        self.items.push(Item {
            at: start..start + written.len(),
            word: Some(word.to_owned()),
        });
    }

    /// Puts the first word into an empty list. Where it begins.
    fn put_first(&mut self, word: &str) -> usize {
        let inside = self.start + 1..self.text.len() - 1;
        if self.text[inside.clone()].trim().is_empty() {
            let start = inside.start;
            self.replace(inside, word);
            return start;
        }
        let before = format!("{}  ", self.end);
        self.replace(inside.start..inside.start, &format!("{before}{word},"));
        inside.start + before.len()
    }

    /// Puts a word behind an item: on its own line where the item's line does not end the list.
    fn put_behind(&mut self, last: &Range<usize>, word: &str) -> usize {
        let comma = comma(&self.text, last.end);
        let behind = comma.map_or(last.end, |comma| comma + 1);
        let line = line_at(&self.text, behind).trim_end_matches(['\r', '\n']);
        let line_ends = behind + line.len();
        if line_ends >= self.text.len() {
            let before = if comma.is_some() { " " } else { ", " };
            self.replace(behind..behind, &format!("{before}{word}"));
            return behind + before.len();
        }
        let line = &self.text[line_start(&self.text, last.start)..last.start];
        let indent = &line[..line.len() - line.trim_start().len()];
        let before = format!("{}{indent}", self.end);
        self.replace(line_ends..line_ends, &format!("{before}{word},"));
        if comma.is_some() {
            return line_ends + before.len();
        }
        self.replace(last.end..last.end, ",");
        line_ends + 1 + before.len()
    }

    /// Takes a part out, with the blanks behind it; of its line, what else stands there.
    fn cut(&mut self, part: Range<usize>) {
        let blanks = blanks(&self.text[part.end..]);
        self.replace(part.start..part.end + blanks, "");
        let start = line_start(&self.text, part.start);
        let line = line_at(&self.text, start);
        if line.trim().is_empty() {
            let end = start + line.len();
            self.replace(start..end, "");
        }
    }

    /// Replaces what holds no item. The items behind it move.
    fn replace(&mut self, part: Range<usize>, with: &str) {
        self.text.replace_range(part.clone(), with);
        for item in &mut self.items {
            if item.at.start >= part.end {
                let moved = |at: usize| at - part.len() + with.len();
                item.at = moved(item.at.start)..moved(item.at.end);
            }
        }
    }
}

/// Counts the bytes of blanks at the start of a text, within its line.
pub(crate) fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\t']).len()
}

/// The comma behind an item, if there is one.
pub(crate) fn comma(text: &str, mut at: usize) -> Option<usize> {
    loop {
        let rest = text.get(at..)?;
        match rest.chars().next()? {
            ',' => return Some(at),
            '#' => at += line_at(rest, 0).len(),
            blank if blank.is_whitespace() => at += blank.len_utf8(),
            _ => return None,
        }
    }
}
