//! One TOML text, parsed as far as it goes, with everything that is wrong with it as TOML.

use std::borrow::Cow;
use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::content::diagnostic::{self, Diagnostic, MOST_SHOWN, floor_boundary};
use crate::content::text;
use crate::content::text::invisible;
use crate::content::toml::line::line_at;
use crate::content::toml::syntax::{self, Stumble};
use crate::content::toml::unclosed;

/// The newest format of files that this program reads.
pub(crate) const FORMAT: i64 = 1;

/// Deeper tables than this are no routine; the parser itself gives up at 80.
const DEEPEST: usize = 16;
/// So often is a text parsed again without what hides the rest of it.
const MOST_PASSES: usize = 5;

/// A parsed text and the list that every finding of its walk is added to.
pub(crate) struct Document<'s> {
    text: &'s str,
    root: Spanned<DeTable<'s>>,
    found: RefCell<Vec<Diagnostic>>,
    /// Where lines begin.
    lines: Vec<usize>,
    /// Which lines are broken as TOML.
    broken: Vec<bool>,
    /// Whether a header is: then a list of tables that seems to be missing may only be unreadable.
    broken_header: bool,
    /// Where tables begin, sorted: a table reaches from its header to the next.
    headers: Vec<usize>,
}

/// Something after which the parser cannot go on: a list that is never closed, a line without `=`.
struct Hiding {
    found: Diagnostic,
    /// What to take out of the text to read the rest.
    lines: Range<usize>,
    is_header: bool,
}

/// Reads a text with `walk`. What keeps the parser from reading on is reported and taken out, so that it does not
/// hide the faults after it.
pub(crate) fn decode<T>(text: &str, walk: impl Fn(&Document<'_>) -> T) -> (T, Vec<Diagnostic>) {
    let mut text = Cow::Borrowed(text);
    let mut taken_out = Vec::new();
    let mut pass = 1;
    loop {
        let (document, hiding) = Document::without(&text, &taken_out);
        if hiding.is_empty() || pass == MOST_PASSES {
            return (walk(&document), document.into_found());
        }
        drop(document);
        text = blanked(&text, &hiding).into();
        taken_out.extend(hiding);
        pass += 1;
    }
}

/// The text with spaces for what hides the rest: every other place stays where it is.
fn blanked(text: &str, hiding: &[Hiding]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for line in hiding.iter().flat_map(|hiding| hiding.lines.clone()) {
        if !matches!(bytes[line], b'\n' | b'\r') {
            bytes[line] = b' ';
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}

impl<'s> Document<'s> {
    /// Parses as much as can be parsed. Syntax errors and forbidden characters are found here.
    pub(crate) fn parse(text: &'s str) -> Self {
        Self::without(text, &[]).0
    }

    /// What was parsed.
    pub(crate) fn text(&self) -> &'s str {
        self.text
    }

    /// Whether any line is broken as TOML: then what was read may be what the parser made up to go on.
    pub(crate) fn is_broken_somewhere(&self) -> bool {
        self.broken.contains(&true)
    }

    /// Parses a text out of which something was taken, and says what still hides the rest.
    fn without(text: &'s str, taken_out: &[Hiding]) -> (Self, Vec<Hiding>) {
        let (root, errors) = DeTable::parse_recoverable(text);
        let mut stumbles: Vec<Stumble> = errors
            .iter()
            .map(|error| (error.message().to_owned(), error.span().unwrap_or(0..0)))
            .collect();
        let mut lines = vec![0];
        let ends = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
        lines.extend(ends.map(|(at, _)| at + 1));
        // Of what is wrong on a line, what stops the parser matters most, and a key that is there already least.
        stumbles.sort_by_cached_key(|(message, span)| {
            let line = lines.partition_point(|&start| start <= span.start);
            let stops = message.contains("key with no value");
            (message.contains("duplicate key"), line, !stops, span.start)
        });
        let mut document = Self {
            text,
            root,
            found: RefCell::default(),
            broken: vec![false; lines.len()],
            lines,
            broken_header: taken_out.iter().any(|hiding| hiding.is_header),
            headers: Vec::new(),
        };
        for hiding in taken_out {
            document.add_broken(hiding.found.clone());
        }
        document.add_forbidden(text);
        // Most files are sound: what only the broken need is not looked for in them.
        let endless = document.too_deep(text, &stumbles).or_else(|| {
            if stumbles.is_empty() {
                None
            } else {
                unclosed::find(text, &stumbles)
            }
        });
        if let Some((found, _)) = &endless {
            let start = found.span.as_ref().map_or(0, |span| span.start);
            stumbles.retain(|(_, span)| span.start < start);
        }
        let mut hiding = document.add_stumbles(text, &stumbles);
        if let Some((found, lines)) = endless {
            document.add_broken(found.clone());
            hiding.push(Hiding {
                is_header: text[lines.clone()].trim_start().starts_with('['),
                found,
                lines,
            });
        }
        if let Some(first) = hiding.first() {
            document.break_lines(first.lines.start..text.len());
        }
        if document.broken.contains(&true) {
            collect_headers(document.root.get_ref(), text, &mut document.headers, 0);
            document.headers.sort_unstable();
        }
        for found in invisible::in_document(text, document.root.get_ref()) {
            document.report(found);
        }
        (document, hiding)
    }

    /// One finding for each line with characters that could drive a terminal.
    fn add_forbidden(&mut self, text: &str) {
        let mut last = None;
        for (at, character) in text::forbidden(text) {
            let line = self.line(at);
            if last.replace(line) == Some(line) {
                continue;
            }
            let what = text::describe(character);
            self.add_broken(
                Diagnostic::error(format!("{what} is not allowed in a file"))
                    .at(at..at + character.len_utf8())
                    .help(text::remedy(character)),
            );
        }
    }

    /// Adds what the parser says, and returns after what it does not go on.
    fn add_stumbles(&mut self, text: &str, stumbles: &[Stumble]) -> Vec<Hiding> {
        let mut hiding = Vec::new();
        for stumble @ (message, span) in stumbles {
            // What follows on a broken line is mostly the parser finding its feet again.
            let line = self.line(span.start);
            if self.broken[line] {
                continue;
            }
            let mut found = syntax::explained(text, stumble);
            let is_header = self.line_at(span.start).starts_with('[');
            self.broken_header |= is_header;
            if message.contains("duplicate key") {
                if self.found.get_mut().len() < MOST_SHOWN
                    && let Some(first) = first_key(self.root.get_ref(), text, span)
                {
                    found = found.related(first, "the first one");
                }
            } else if let Some(lines) = syntax::stops(text, stumble) {
                hiding.push(Hiding {
                    found: found.clone(),
                    lines,
                    is_header,
                });
            }
            self.add_broken(found);
        }
        hiding
    }

    /// Tables or lists that are nested too deeply, and the line that they are on.
    fn too_deep(&self, text: &str, stumbles: &[Stumble]) -> Option<(Diagnostic, Range<usize>)> {
        let recursion = stumbles
            .iter()
            .any(|(message, _)| message.contains("recur"));
        if !recursion && depth(self.root.get_ref()) <= DEEPEST {
            return None;
        }
        let line = deepest_line(text);
        let lines = if text[line.clone()].trim_start().starts_with('[') {
            line.start..syntax::end_of_table(text, line.start)
        } else {
            line.clone()
        };
        let found = Diagnostic::error("tables are nested too deeply")
            .at(line.start..floor_boundary(text, line.end.min(line.start + 80)))
            .help("write [[step]], and [[step.step]] for what is repeated");
        Some((found, lines))
    }

    /// The top table.
    pub(crate) fn root(&self) -> &DeTable<'s> {
        self.root.get_ref()
    }

    /// Adds a finding, unless the line that it points at is broken already as TOML: one fault, one message.
    pub(crate) fn report(&self, diagnostic: Diagnostic) {
        let hidden = diagnostic.span.as_ref().is_some_and(|span| {
            // A value that the parser made up to go on has no place.
            let made_up = *span == (0..0) && self.broken.contains(&true);
            made_up || self.is_broken(span.start)
        });
        if !hidden {
            self.found.borrow_mut().push(diagnostic);
        }
    }

    /// Whether a syntax error lies in the table that begins at `start`: then a key that seems to be missing may only
    /// be unreadable.
    pub(crate) fn is_disturbed(&self, start: usize) -> bool {
        let next = self.headers.partition_point(|&header| header <= start);
        let end = self
            .headers
            .get(next)
            .map_or(self.lines.len(), |&header| self.line(header));
        self.broken[self.line(start)..end].contains(&true) || (start == 0 && self.broken_header)
    }

    /// How many errors were found so far.
    pub(crate) fn errors(&self) -> usize {
        let found = self.found.borrow();
        found.iter().filter(|found| found.is_error()).count()
    }

    /// The text of a place.
    pub(crate) fn typed(&self, span: Range<usize>) -> &'s str {
        self.text.get(span).unwrap_or_default()
    }

    /// The line of a byte, from its first letter.
    pub(crate) fn line_at(&self, byte: usize) -> &'s str {
        line_at(self.text, self.lines[self.line(byte)]).trim()
    }

    /// Whether the line of this byte is broken as TOML.
    pub(crate) fn is_broken(&self, byte: usize) -> bool {
        self.broken[self.line(byte)]
    }

    fn line(&self, byte: usize) -> usize {
        self.lines.partition_point(|&start| start <= byte) - 1
    }

    fn break_lines(&mut self, span: Range<usize>) {
        let (first, last) = (self.line(span.start), self.line(span.end.saturating_sub(1)));
        self.broken[first..=last.max(first)].fill(true);
    }

    fn add_broken(&mut self, found: Diagnostic) {
        if let Some(span) = &found.span {
            let line = self.line(span.start);
            self.broken[line] = true;
        }
        self.found.get_mut().push(found);
    }

    /// Whether the file is of a format that this program does not know yet; that is then the only finding.
    pub(crate) fn is_newer(&self) -> bool {
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
    pub(crate) fn into_found(self) -> Vec<Diagnostic> {
        let mut found = self.found.into_inner();
        diagnostic::arrange(&mut found);
        found
    }
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

/// The place of the last key before `duplicate` that reads the same.
fn first_key(table: &DeTable<'_>, text: &str, duplicate: &Range<usize>) -> Option<Range<usize>> {
    fn visit(table: &DeTable<'_>, see: &mut impl FnMut(Range<usize>), level: usize) {
        for (key, value) in table.iter().filter(|_| level <= DEEPEST) {
            see(key.span());
            match value.get_ref() {
                DeValue::Table(inner) => visit(inner, see, level + 1),
                DeValue::Array(list) => list.iter().for_each(|item| {
                    if let DeValue::Table(inner) = item.get_ref() {
                        visit(inner, see, level + 1);
                    }
                }),
                _ => {}
            }
        }
    }
    let typed = text.get(duplicate.clone());
    let mut first: Option<Range<usize>> = None;
    visit(
        table,
        &mut |span| {
            let later = first.as_ref().is_none_or(|known| known.start < span.start);
            if span.start < duplicate.start && later && text.get(span.clone()) == typed {
                first = Some(span);
            }
        },
        0,
    );
    first
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
            return at..at + line.trim_end().len();
        }
        at += line.len();
    }
    0..text.find('\n').unwrap_or(text.len())
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
