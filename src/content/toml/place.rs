//! A place in a text, with its line on both sides.

use std::ops::Range;

use crate::content::toml::line::{is_bare, line_at, line_start};

/// Quotes as word processors set them.
pub(crate) const SET_QUOTES: [char; 8] = ['“', '”', '„', '‘', '’', '‚', '«', '»'];

/// A line of a text and a column of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LinePlace<'a> {
    /// The byte offset at which the line starts.
    pub(crate) start: usize,
    /// The line without its end.
    pub(crate) line: &'a str,
    /// The line before the column.
    pub(crate) before: &'a str,
    /// The line from the column on.
    pub(crate) after: &'a str,
}

impl<'a> LinePlace<'a> {
    /// The place of a byte.
    pub(crate) fn of(text: &'a str, at: usize) -> Self {
        let start = line_start(text, at);
        let line = line_at(text, start).trim_end_matches(['\n', '\r']);
        let (before, after) = line
            .split_at_checked(at.saturating_sub(start))
            .unwrap_or((line, ""));
        Self {
            start,
            line,
            before,
            after,
        }
    }

    /// The line without the space around it.
    pub(crate) fn words(&self) -> Range<usize> {
        let start = self.start + self.line.len() - self.line.trim_start().len();
        start..start + self.line.trim().len()
    }

    /// Returns whether the line is meant as a header.
    pub(crate) fn is_header(&self) -> bool {
        self.line.trim_start().starts_with('[')
    }

    /// The key and what is written for it, without a comment at the end of the line.
    pub(crate) fn assignment(&self) -> Option<(&'a str, &'a str)> {
        let (key, value) = self.line.split_once('=')?;
        let value = value.split(" #").next().unwrap_or_default();
        Some((key.trim(), value.trim()))
    }

    /// The key to which a value belongs that begins here: the last one before it, in an inline table too.
    pub(crate) fn key(&self) -> &'a str {
        let before = self.before.trim_end().strip_suffix('=');
        let last = before.and_then(|before| before.rsplit(['{', ',']).next());
        let line = || self.assignment().map_or("", |(key, _)| key);
        last.map_or_else(line, str::trim)
    }

    /// A bare value as far as it goes: to the end of the line where it is all that the line says.
    pub(crate) fn whole(&self, value: &'a str) -> &'a str {
        let key = self.before.trim_end().strip_suffix('=');
        let is_alone = key.is_some_and(|key| key.trim().chars().all(is_bare));
        match self.assignment() {
            Some((_, all)) if is_alone && all.starts_with(value) => all,
            _ => value,
        }
    }
}
