//! Finds the places for new lines in a file, and its line ending.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::content::edit::place::Written;
use crate::content::edit::shape::{NewKey, Shape};
use crate::content::text::byte_order_mark::BOM;
use crate::content::toml::document::Document;
use crate::content::toml::line::{line_at, line_start};
use crate::content::toml::tables::headers;

/// Returns the line ending of a text.
pub(crate) fn line_end(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

/// A table in which keys stand on lines of their own: the top one, or one below a header.
#[derive(Clone, Copy)]
pub(crate) struct LineTable<'t, 's> {
    pub(crate) document: &'t Document<'s>,
    pub(crate) table: &'t DeTable<'s>,
    /// The byte offset of its header; `None` for the top table.
    pub(crate) header: Option<usize>,
}

impl LineTable<'_, '_> {
    /// Returns the byte offset of the line for a new key, and the blanks before it. Keys with points and headers may
    /// give values to the same table: a key never goes below the next header.
    pub(crate) fn place(&self, shape: Option<&Shape>, key: &str) -> (usize, String) {
        let text = self.document.text();
        let limit = self.next_header().unwrap_or(text.len());
        let ordered = shape.filter(|shape| shape.new_key == NewKey::InOrder);
        let after = ordered.and_then(|shape| {
            let before = shape.written_before(self.table, self.document, key);
            let entries = self
                .table
                .iter()
                .filter(|(key, _)| before.contains(&key.span()));
            entries
                .filter_map(|(_, value)| last_end(value, text, limit))
                .max()
        });
        let after = after.or_else(|| last_value(self.table, text, limit));
        (self.line_below(after), self.indent(limit))
    }

    /// Returns the start of the line that follows a value, or the header where there is none.
    fn line_below(&self, value: Option<usize>) -> usize {
        let text = self.document.text();
        match value.or(self.header) {
            Some(end) => end + line_at(text, end).len(),
            None => self.next_header().map_or(text.len(), |header| {
                let mark = if text.starts_with(BOM) { BOM.len() } else { 0 };
                line_start(text, header).max(mark)
            }),
        }
    }

    /// Returns the byte offset of the first header below.
    fn next_header(&self) -> Option<usize> {
        let all = headers(self.document.root(), self.document.text());
        let mut below = all.into_iter();
        below.find(|&header| self.header.is_none_or(|own| header > own))
    }

    /// The blanks before its first key.
    fn indent(&self, limit: usize) -> String {
        let text = self.document.text();
        let keys = self.table.keys().map(Spanned::span);
        let own = |key: &Range<usize>| self.header.is_none_or(|own| key.start > own);
        let first = keys.filter(|key| own(key) && key.start < limit);
        let Some(first) = first.min_by_key(|key| key.start) else {
            return String::new();
        };
        let before = &text[line_start(text, first.start)..first.start];
        let blanks = before.len() - before.trim_start_matches([' ', '\t']).len();
        before[..blanks].to_owned()
    }
}

/// Returns the end of the last value that starts before `limit`, dotted keys included.
pub(crate) fn last_value(table: &DeTable<'_>, text: &str, limit: usize) -> Option<usize> {
    table
        .values()
        .filter_map(|value| last_end(value, text, limit))
        .max()
}

fn last_end(value: &Spanned<DeValue<'_>>, text: &str, limit: usize) -> Option<usize> {
    let span = value.span();
    match value.get_ref() {
        DeValue::Table(table) if Written::of(text, &span) != Written::Braces => {
            last_value(table, text, limit)
        }
        _ => (span.start < limit).then_some(span.end),
    }
}
