//! Finds lists, tables and texts that lack a closing bracket or quotes.

use crate::content::diagnostic::Diagnostic;
use crate::content::toml::explain::explained;
use crate::content::toml::line::{is_header, is_key, line_at, line_start, next_line, text_opening};
use crate::content::toml::parse_error::{ParseError, ParseErrorKind};
use crate::content::toml::recovery::Obstacle;
use crate::content::toml::schema::Schema;

/// The search ends after this many brackets that seem open, but at which the parser found no error.
const MOST_OPEN: usize = 100;

/// A list, table or text that never ends and hides what comes after it.
pub(crate) fn find(schema: &'static Schema, text: &str, errors: &[ParseError]) -> Option<Obstacle> {
    let open_text = errors
        .iter()
        .find(|error| error.kind == ParseErrorKind::OpenMultiLine);
    if let Some(error) = open_text {
        let opening = text_opening(text, error.span.start).start;
        let lines = line_start(text, opening)..next_line(text, opening, is_header);
        return Some(Obstacle::new(text, explained(schema, text, error), lines));
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
        let is_hidden = |error: &ParseError| hidden.contains(&error.span.start);
        if errors
            .iter()
            .any(|error| is_hidden(error) && error.kind.is_of_brackets())
        {
            return Some(open_bracket(text, bracket));
        }
        open += 1;
        at += line.len();
    }
    None
}

fn open_bracket(text: &str, bracket: usize) -> Obstacle {
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
    Obstacle::new(text, found, line_start(text, bracket)..end)
}

/// Returns the byte at which a line opens a list or a table for its key.
fn opened(line: &str) -> Option<usize> {
    let divider = line.find('=').filter(|_| is_key(line))?;
    let value = line[divider + 1..].trim_start();
    value
        .starts_with(['[', '{'])
        .then(|| line.len() - value.len())
}

/// Returns the length up to the close of the bracket that starts `text`. `None` when a header or the end comes first.
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
