//! Lines of a text, and what they look like to somebody who reads TOML.

use std::ops::Range;

/// Returns whether the character may stand in a key without quotes.
pub(crate) fn is_bare(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')
}

/// Returns whether the line is a header: `[defaults]`, `[[step]]`.
pub(crate) fn is_header(line: &str) -> bool {
    let line = line.split('#').next().unwrap_or_default().trim();
    let name = line.trim_start_matches('[').trim_end_matches(']');
    line.starts_with('[') && line.ends_with(']') && !name.is_empty() && name.chars().all(is_bare)
}

/// Returns whether the line gives a value to a key.
pub(crate) fn is_key(line: &str) -> bool {
    line.split_once('=').is_some_and(|(key, _)| {
        let key = key.trim();
        !key.is_empty() && key.chars().all(is_bare)
    })
}

/// Returns the start of the line of a byte.
pub(crate) fn line_start(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or(text);
    before.rfind('\n').map_or(0, |newline| newline + 1)
}

/// From `at` to the end of its line, with what ends it.
pub(crate) fn line_at(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or_default();
    rest.split_inclusive('\n').next().unwrap_or_default()
}

/// Returns the start of the next wanted line after the one of `at`, else the end.
pub(crate) fn next_line(text: &str, at: usize, wanted: impl Fn(&str) -> bool) -> usize {
    let mut start = at + line_at(text, at).len();
    while start < text.len() {
        let line = line_at(text, start);
        if wanted(line) {
            break;
        }
        start += line.len();
    }
    start
}

/// Returns the range from the opening of the triple-quoted text that is still open at `at` to the end of that line.
pub(crate) fn text_opening(text: &str, at: usize) -> Range<usize> {
    let before = text.get(..at).unwrap_or(text);
    let quotes = ["\"\"\"", "'''"];
    let start = quotes.iter().filter_map(|quote| before.rfind(quote)).max();
    let start = start.unwrap_or(at.min(text.len()));
    start..start + line_at(text, start).trim_end().len()
}
