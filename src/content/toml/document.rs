//! One TOML text, parsed as far as it goes, with everything that is wrong with it as TOML.

use std::borrow::Cow;
use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::DeTable;

use crate::content::diagnostic::{self, Diagnostic, MOST_SHOWN};
use crate::content::text::forbidden;
use crate::content::text::invisible;
use crate::content::toml::explain::explained;
use crate::content::toml::line::line_at;
use crate::content::toml::lines::LineIndex;
use crate::content::toml::parse_error::{ParseError, ParseErrorKind};
use crate::content::toml::recovery::{self, Obstacle, blanked};
use crate::content::toml::schema::Schema;
use crate::content::toml::tables::{first_key, headers};
use crate::content::toml::unclosed;

/// The most parses of one text, each without the line that hid the rest before.
const MOST_PASSES: usize = 5;

/// A parsed text and the list that every finding of its walk is added to.
pub(crate) struct Document<'s> {
    schema: &'static Schema,
    text: &'s str,
    root: Spanned<DeTable<'s>>,
    found: RefCell<Vec<Diagnostic>>,
    lines: LineIndex,
    is_toml: bool,
    /// True if a header is broken: then a list of tables that seems to be missing may only be unreadable.
    broken_header: bool,
    /// The starts of tables, sorted: a table reaches from its header to the next. Empty where no line is broken.
    headers: Vec<usize>,
}

/// Reads a text with `walk`. What keeps the parser from reading on is reported and taken out, so that it does not
/// hide the faults after it.
pub(crate) fn decode<T>(
    schema: &'static Schema,
    text: &str,
    walk: impl Fn(&Document<'_>) -> T,
) -> (T, Vec<Diagnostic>) {
    let mut text = Cow::Borrowed(text);
    let mut taken_out = Vec::new();
    let mut pass = 1;
    loop {
        let (document, obstacles) = Document::without(schema, &text, &taken_out);
        if obstacles.is_empty() || pass == MOST_PASSES {
            return (walk(&document), document.into_found());
        }
        drop(document);
        text = blanked(&text, &obstacles).into();
        taken_out.extend(obstacles);
        pass += 1;
    }
}

impl<'s> Document<'s> {
    /// Parses as much as can be parsed. Syntax errors and forbidden characters are found here.
    pub(crate) fn parse(schema: &'static Schema, text: &'s str) -> Self {
        Self::without(schema, text, &[]).0
    }

    /// Returns the schema of the keys.
    pub(crate) fn schema(&self) -> &'static Schema {
        self.schema
    }

    /// Returns the parsed text.
    pub(crate) fn text(&self) -> &'s str {
        self.text
    }

    /// Returns whether any line is broken as TOML: then what was read may be what the parser made up to go on.
    pub(crate) fn is_broken_somewhere(&self) -> bool {
        self.lines.is_broken_somewhere()
    }

    /// Returns whether the parser has nothing to say against the text.
    pub(crate) fn is_toml(&self) -> bool {
        self.is_toml
    }

    /// Parses a text out of which something was taken, and says what still hides the rest.
    fn without(
        schema: &'static Schema,
        text: &'s str,
        taken_out: &[Obstacle],
    ) -> (Self, Vec<Obstacle>) {
        let (root, errors) = DeTable::parse_recoverable(text);
        let mut errors: Vec<ParseError> = errors.iter().map(ParseError::read).collect();
        let is_toml = errors.is_empty();
        let lines = LineIndex::of(text);
        // Of the errors on a line, the one that stops the parser matters most, and a duplicate key least.
        errors.sort_by_cached_key(|error| {
            let start = error.span.start;
            let is_duplicate = error.kind == ParseErrorKind::DuplicateKey;
            let stops = error.kind == ParseErrorKind::KeyAlone;
            (is_duplicate, lines.number(start), !stops, start)
        });
        let mut document = Self {
            schema,
            text,
            root,
            found: RefCell::default(),
            lines,
            is_toml,
            broken_header: taken_out.iter().any(|obstacle| obstacle.is_header),
            headers: Vec::new(),
        };
        for obstacle in taken_out {
            document.add_broken(obstacle.found.clone());
        }
        document.add_forbidden(text);
        let obstacles = document.add_errors(text, errors);
        if let Some(first) = obstacles.first() {
            document.lines.break_all(first.lines.start..text.len());
        }
        if document.is_broken_somewhere() {
            document.headers = headers(document.root(), text);
        }
        for found in invisible::in_document(text, document.root()) {
            document.report(found);
        }
        (document, obstacles)
    }

    /// One finding for each line with characters that could drive a terminal.
    fn add_forbidden(&mut self, text: &str) {
        let mut last = None;
        for (at, character) in forbidden::positions(text) {
            let line = self.lines.number(at);
            if last.replace(line) == Some(line) {
                continue;
            }
            let what = forbidden::describe(character);
            self.add_broken(
                Diagnostic::error(format!("{what} is not allowed in a file"))
                    .at(at..at + character.len_utf8())
                    .help(forbidden::remedy(character)),
            );
        }
    }

    /// Adds the errors of the parser, and returns those that it does not go on after.
    fn add_errors(&mut self, text: &str, mut errors: Vec<ParseError>) -> Vec<Obstacle> {
        // Most files are sound: what only the broken need is not looked for in them.
        let endless = recovery::too_deep(self.schema, text, self.root(), &errors).or_else(|| {
            if errors.is_empty() {
                None
            } else {
                unclosed::find(self.schema, text, &errors)
            }
        });
        if let Some(obstacle) = &endless {
            let start = obstacle.found.span.as_ref().map_or(0, |span| span.start);
            errors.retain(|error| error.span.start < start);
        }
        let mut obstacles: Vec<Obstacle> = errors
            .iter()
            .filter_map(|error| self.add_error(text, error))
            .collect();
        if let Some(obstacle) = endless {
            self.add_broken(obstacle.found.clone());
            obstacles.push(obstacle);
        }
        obstacles
    }

    /// Adds an error of the parser, and returns it where the parser does not go on after it.
    fn add_error(&mut self, text: &str, error: &ParseError) -> Option<Obstacle> {
        let start = error.span.start;
        // More errors on a broken line mostly come from the parser finding its way back.
        if self.is_broken(start) {
            return None;
        }
        let mut found = explained(self.schema, text, error);
        self.broken_header |= self.line_at(start).starts_with('[');
        if error.kind == ParseErrorKind::DuplicateKey
            && self.found.get_mut().len() < MOST_SHOWN
            && let Some(first) = first_key(self.root(), text, &error.span)
        {
            found = found.related(first, "the first one");
        }
        self.add_broken(found.clone());
        recovery::stops(text, error).map(|lines| Obstacle::new(text, found, lines))
    }

    /// The top table.
    pub(crate) fn root(&self) -> &DeTable<'s> {
        self.root.get_ref()
    }

    /// Adds a finding, unless the line that it points at is broken already as TOML: one fault, one message.
    pub(crate) fn report(&self, diagnostic: Diagnostic) {
        let hidden = diagnostic.span.as_ref().is_some_and(|span| {
            // A value that the parser made up to go on has no place.
            let made_up = *span == (0..0) && self.is_broken_somewhere();
            made_up || self.is_broken(span.start)
        });
        if !hidden {
            self.found.borrow_mut().push(diagnostic);
        }
    }

    /// Returns whether a syntax error lies in the table that begins at `start`: then a key that seems to be missing may
    /// only be unreadable.
    pub(crate) fn is_disturbed(&self, start: usize) -> bool {
        let next = self.headers.partition_point(|&header| header <= start);
        let end = self
            .headers
            .get(next)
            .map_or(self.lines.count(), |&header| self.lines.number(header));
        let lines = self.lines.number(start)..end;
        self.lines.is_any_broken(lines) || (start == 0 && self.broken_header)
    }

    /// Returns the number of errors so far.
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
        line_at(self.text, self.lines.start(byte)).trim()
    }

    /// Returns whether the line of this byte is broken as TOML.
    pub(crate) fn is_broken(&self, byte: usize) -> bool {
        self.lines.is_broken(byte)
    }

    fn add_broken(&mut self, found: Diagnostic) {
        if let Some(span) = &found.span {
            self.lines.break_at(span.start);
        }
        self.found.get_mut().push(found);
    }

    /// Leaves one finding alone of all.
    pub(crate) fn report_only(&self, diagnostic: Diagnostic) {
        *self.found.borrow_mut() = vec![diagnostic];
    }

    /// Everything found, in order of place.
    pub(crate) fn into_found(self) -> Vec<Diagnostic> {
        let mut found = self.found.into_inner();
        diagnostic::arrange(&mut found);
        found
    }
}
