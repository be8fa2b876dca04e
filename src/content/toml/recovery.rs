//! Finds the text to blank out so that the parser can read the rest.

use std::ops::Range;

use toml::de::DeTable;

use crate::content::diagnostic::{Diagnostic, floor_boundary};
use crate::content::toml::line::next_line;
use crate::content::toml::parse_error::{ParseError, ParseErrorKind};
use crate::content::toml::place::LinePlace;
use crate::content::toml::schema::Schema;
use crate::content::toml::tables::{DEEPEST, depth};

/// The longest excerpt of a line that nests too deeply, in bytes.
const EXCERPT: usize = 80;

/// Something after which the parser cannot go on: a list that is never closed, a line without `=`.
#[derive(Clone, Debug)]
pub(crate) struct Obstacle {
    /// The finding for it.
    pub(crate) found: Diagnostic,
    /// Byte range of the lines to take out.
    pub(crate) lines: Range<usize>,
    /// True if it begins with a header: then the table that seems to be missing may only be unreadable.
    pub(crate) is_header: bool,
}

impl Obstacle {
    /// The obstacle that these lines of a text are.
    pub(crate) fn new(text: &str, found: Diagnostic, lines: Range<usize>) -> Self {
        Self {
            is_header: text[lines.clone()].trim_start().starts_with('['),
            found,
            lines,
        }
    }
}

/// The text with spaces for what hides the rest: every other place stays where it is.
pub(crate) fn blanked(text: &str, obstacles: &[Obstacle]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for at in obstacles.iter().flat_map(|obstacle| obstacle.lines.clone()) {
        if !matches!(bytes[at], b'\n' | b'\r') {
            bytes[at] = b' ';
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// The lines to take out for the parser to go on after an error that stops it: a line without `=`, or a broken header
/// with the keys that would go to another table. `None` after an error that stops nothing.
pub(crate) fn stops(text: &str, error: &ParseError) -> Option<Range<usize>> {
    let place = LinePlace::of(text, error.span.start);
    match error.kind {
        ParseErrorKind::DuplicateKey | ParseErrorKind::TooMuch => None,
        ParseErrorKind::KeyAlone | ParseErrorKind::PointAlone => Some(place.words()),
        _ => place
            .is_header()
            .then(|| place.start..end_of_table(text, place.start)),
    }
}

/// Tables or lists in more others than any file of ours has, with the line on which they are.
pub(crate) fn too_deep(
    schema: &'static Schema,
    text: &str,
    root: &DeTable<'_>,
    errors: &[ParseError],
) -> Option<Obstacle> {
    let is_given_up = errors
        .iter()
        .any(|error| error.kind == ParseErrorKind::TooDeep);
    if !is_given_up && depth(root) <= DEEPEST {
        return None;
    }
    let line = deepest_line(text);
    let lines = if text[line.clone()].trim_start().starts_with('[') {
        line.start..end_of_table(text, line.start)
    } else {
        line.clone()
    };
    let end = floor_boundary(text, line.end.min(line.start + EXCERPT));
    let list = schema.list;
    let found = Diagnostic::error("tables are nested too deeply")
        .at(line.start..end)
        .help(format!(
            "write [[{list}]], and [[{list}.{list}]] for what is repeated"
        ));
    Some(Obstacle::new(text, found, lines))
}

/// Returns the end of the table of a header: the next line that looks like a header.
fn end_of_table(text: &str, header: usize) -> usize {
    next_line(text, header, |line| line.trim_start().starts_with('['))
}

/// The first line that nests more than [`DEEPEST`] tables or lists, else the first line.
fn deepest_line(text: &str) -> Range<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let key = line.split('=').next().unwrap_or_default();
        let brackets = line.matches(['[', '{']).count();
        if key.matches('.').count() >= DEEPEST || brackets > DEEPEST {
            return at..at + line.trim_end().len();
        }
        at += line.len();
    }
    0..text.find('\n').unwrap_or(text.len())
}
