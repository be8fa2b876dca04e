//! What never ends: a list, a table or a text without its closing bracket or quotes.

use std::ops::Range;

use crate::content::diagnostic::Diagnostic;
use crate::content::toml::line::{is_header, is_key, line_at, line_start, next_line};
use crate::content::toml::syntax::{Stumble, explained, text_opening};

/// After so many brackets that seem open, but over which the parser did not stumble, the search ends.
const MOST_OPEN: usize = 100;

/// A list, table or text that never ends and hides what comes after it: its finding, and the lines to take out so
/// that the rest can be read.
pub(crate) fn find(text: &str, stumbles: &[Stumble]) -> Option<(Diagnostic, Range<usize>)> {
    if let Some(stumble) = stumbles
        .iter()
        .find(|(message, _)| message.contains("invalid multi-line"))
    {
        let opening = text_opening(text, stumble.1.start).start;
        let lines = line_start(text, opening)..next_line(text, opening, is_header);
        return Some((explained(text, stumble), lines));
    }
    let mut open = 0;
    let mut at = 0;
    while at < text.len() && open < MOST_OPEN {
        let line = line_at(text, at);
        let Some(bracket) = opened(line).map(|column| at + column) else {
            at += line.len();
            continue;
        };
        if let Some(length) = closed(&text[bracket..]) {
            at = next_line(text, bracket + length - 1, |_| true);
            continue;
        }
        let header = next_line(text, bracket, is_header);
        let hidden = bracket..=header + line_at(text, header).len();
        if stumbles
            .iter()
            .any(|(message, span)| hidden.contains(&span.start) && is_of_brackets(message))
        {
            return Some(open_bracket(text, bracket));
        }
        open += 1;
        at += line.len();
    }
    None
}

fn open_bracket(text: &str, bracket: usize) -> (Diagnostic, Range<usize>) {
    let line = line_at(text, bracket).trim_end();
    let (what, close) = if line.starts_with('[') {
        ("this list", ']')
    } else {
        ("this {", '}')
    };
    let end = if line == "{" {
        next_line(text, bracket, |line| {
            is_header(line) || line.trim().is_empty()
        })
    } else {
        next_line(text, bracket, |line| is_header(line) || is_key(line))
    };
    let found = Diagnostic::error(format!("{what} is not closed"))
        .at(bracket..bracket + line.len())
        .help(format!("add {close} at its end"));
    (found, line_start(text, bracket)..end)
}

/// What the parser says when it is inside brackets.
fn is_of_brackets(message: &str) -> bool {
    ["array", "key-value pairs", "inline table", "must be quoted"]
        .iter()
        .any(|words| message.contains(words))
}

/// Where a line opens a list or a table for its key.
fn opened(line: &str) -> Option<usize> {
    let divider = line.find('=').filter(|_| is_key(line))?;
    let value = line[divider + 1..].trim_start();
    value
        .starts_with(['[', '{'])
        .then(|| line.len() - value.len())
}

/// How long it is until the bracket at the beginning of `text` is closed. `None` when a header or the end comes first.
fn closed(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if start > 0 && is_header(line) {
            return None;
        }
        let mut quote = None;
        let mut escaped = false;
        for (column, c) in line.char_indices() {
            match (quote, c) {
                _ if escaped => escaped = false,
                (Some('"'), '\\') => escaped = true,
                (Some(open), _) if open == c => quote = None,
                (None, '"' | '\'') => quote = Some(c),
                (None, '#') => break,
                (None, '[' | '{') => depth += 1,
                (None, ']' | '}') => {
                    depth -= 1;
                    if depth == 0 {
                        return Some(start + column + 1);
                    }
                }
                _ => {}
            }
        }
        start += line.len();
    }
    None
}
