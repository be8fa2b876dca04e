//! One TOML text, parsed as far as it goes, with everything that is wrong with it as TOML.

use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::content::diagnostic::{self, Diagnostic};
use crate::content::text;

/// The newest format of files that this program reads.
pub const FORMAT: i64 = 1;

/// Deeper tables than this are no routine; the parser itself gives up at 80.
const DEEPEST: usize = 16;

/// A parsed text and the list that every finding of its walk is added to.
pub struct Document<'s> {
    root: Spanned<DeTable<'s>>,
    found: RefCell<Vec<Diagnostic>>,
    /// Where the syntax is broken.
    broken: Vec<Range<usize>>,
    /// Where tables begin, sorted: a table reaches from its header to the next.
    headers: Vec<usize>,
    text: &'s str,
}

impl<'s> Document<'s> {
    /// Parses as much as can be parsed. Syntax errors and forbidden characters are found here.
    pub fn parse(text: &'s str) -> Self {
        let (root, errors) = DeTable::parse_recoverable(text);
        let mut found: Vec<Diagnostic> = text::forbidden(text)
            .map(|(at, character)| {
                Diagnostic::error(format!(
                    "{} is not allowed in a file",
                    text::describe(character)
                ))
                .at(at..at + character.len_utf8())
                .help("delete it: it could change what the terminal shows")
            })
            .collect();
        let mut broken: Vec<Range<usize>> = found
            .iter()
            .filter_map(|diagnostic| diagnostic.span.clone())
            .collect();
        let mut too_deep = false;
        for error in errors {
            if error.message().contains("recur") {
                too_deep = true;
                continue;
            }
            let span = error.span().unwrap_or(0..0);
            // What follows on a broken line is mostly the parser finding its feet again.
            let line = line_around(text, span.start);
            if broken
                .iter()
                .any(|known| line.contains(&known.start) || line.end == known.start)
            {
                continue;
            }
            broken.push(span.clone());
            found.push(
                Diagnostic::error(error.message())
                    .at(span)
                    .maybe_help(syntax_help(error.message())),
            );
        }
        if too_deep || depth(root.get_ref()) > DEEPEST {
            let line = deepest_line(text);
            broken.push(line.clone());
            found.retain(|known| {
                known
                    .span
                    .as_ref()
                    .is_none_or(|span| span.start < line.start)
            });
            found.push(
                Diagnostic::error("tables are nested too deeply")
                    .at(line)
                    .help("a routine needs [[step]], and [[step.step]] for what is repeated"),
            );
        }
        let mut headers = Vec::new();
        collect_headers(root.get_ref(), text, &mut headers, 0);
        headers.sort_unstable();
        Self {
            root,
            found: RefCell::new(found),
            broken,
            headers,
            text,
        }
    }

    /// The top table.
    pub fn root(&self) -> &DeTable<'s> {
        self.root.get_ref()
    }

    /// Adds a finding, unless the line that it points at is broken already as TOML: one fault, one message.
    pub fn report(&self, diagnostic: Diagnostic) {
        // A value that the parser made up to go on has no place.
        let made_up = |span: &Range<usize>| *span == (0..0) && !self.broken.is_empty();
        let hidden = diagnostic.span.as_ref().is_some_and(|span| {
            if made_up(span) {
                return true;
            }
            let line = self.line_of(span.start);
            self.broken
                .iter()
                .any(|broken| line.contains(&broken.start) || line.end == broken.start)
        });
        if !hidden {
            self.found.borrow_mut().push(diagnostic);
        }
    }

    /// Whether a syntax error lies in the table that begins at `start`: then a key that seems to be missing may only
    /// be unreadable.
    pub fn is_disturbed(&self, start: usize) -> bool {
        let end = self
            .headers
            .iter()
            .copied()
            .find(|&header| header > start)
            .unwrap_or(usize::MAX);
        self.broken
            .iter()
            .any(|broken| (start..end).contains(&broken.start))
    }

    /// Whether the file is of a format that this program does not know yet; that is then the only finding.
    pub fn is_newer(&self) -> bool {
        let Some((key, value)) = self.root().get_key_value("format") else {
            return false;
        };
        let DeValue::Integer(number) = value.get_ref() else {
            return false;
        };
        let newer = i64::from_str_radix(number.as_str(), number.radix())
            .map_or(true, |number| number > FORMAT);
        if newer && !number.as_str().starts_with('-') {
            *self.found.borrow_mut() = vec![
                Diagnostic::error(format!(
                    "this file is of format {number}, newer than this program knows"
                ))
                .at(key.span().start..value.span().end)
                .help(format!(
                    "this program reads format {FORMAT}: use a newer supple for this file"
                )),
            ];
            return true;
        }
        false
    }

    /// Everything found, in order of place.
    pub fn into_found(self) -> Vec<Diagnostic> {
        let mut found = self.found.into_inner();
        diagnostic::arrange(&mut found);
        found
    }

    fn line_of(&self, byte: usize) -> Range<usize> {
        line_around(self.text, byte)
    }
}

fn line_around(text: &str, byte: usize) -> Range<usize> {
    let bytes = text.as_bytes();
    let byte = byte.min(bytes.len());
    let start = bytes[..byte]
        .iter()
        .rposition(|&b| b == b'\n')
        .map_or(0, |at| at + 1);
    let end = bytes[byte..]
        .iter()
        .position(|&b| b == b'\n')
        .map_or(bytes.len(), |at| byte + at);
    start..end
}

/// Words to go with the parser's own, where a person would be at a loss.
fn syntax_help(message: &str) -> Option<String> {
    let help = if message.contains("duplicate key") {
        "keep one of the two"
    } else if message.contains("missing assigned value")
        || message.contains("string values must be quoted")
    {
        "put words and durations in quotes: hold = \"30s\""
    } else if message.contains("basic string") || message.contains("literal string") {
        "close the text with a quote"
    } else {
        return None;
    };
    Some(help.to_owned())
}

fn depth(table: &DeTable<'_>) -> usize {
    fn of(value: &DeValue<'_>) -> usize {
        match value {
            DeValue::Table(table) => depth(table),
            DeValue::Array(list) => list
                .iter()
                .map(|item| of(item.get_ref()))
                .max()
                .unwrap_or(0),
            _ => 0,
        }
    }
    1 + table
        .values()
        .map(|value| of(value.get_ref()))
        .max()
        .unwrap_or(0)
}

/// The first line that nests more than [`DEEPEST`] tables or lists, else the first line.
fn deepest_line(text: &str) -> Range<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let dots = line
            .split('=')
            .next()
            .unwrap_or_default()
            .matches('.')
            .count();
        let brackets = line.matches(['[', '{']).count();
        if dots >= DEEPEST || brackets > DEEPEST {
            return at..at + line.trim_end().len().min(80);
        }
        at += line.len();
    }
    0..text.find('\n').unwrap_or(text.len()).min(80)
}

fn collect_headers(table: &DeTable<'_>, text: &str, headers: &mut Vec<usize>, level: usize) {
    if level > DEEPEST {
        return;
    }
    for value in table.values() {
        match value.get_ref() {
            DeValue::Table(inner) => {
                if text.as_bytes().get(value.span().start) == Some(&b'[') {
                    headers.push(value.span().start);
                }
                collect_headers(inner, text, headers, level + 1);
            }
            DeValue::Array(list) => {
                for item in list {
                    if let DeValue::Table(inner) = item.get_ref() {
                        if text.as_bytes().get(item.span().start) == Some(&b'[') {
                            headers.push(item.span().start);
                        }
                        collect_headers(inner, text, headers, level + 1);
                    }
                }
            }
            _ => {}
        }
    }
}
