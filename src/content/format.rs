//! The format of the files: its number, and how a file of it is read.

use toml::de::DeValue;

use crate::content::diagnostic::Diagnostic;
use crate::content::keys::SCHEMA;
use crate::content::toml::document::{self, Document};

/// The newest format of files that this program reads.
pub(crate) const FORMAT: i64 = 1;

/// Reads a file with `walk`, see [`document::decode`].
pub(crate) fn decode<T>(text: &str, walk: impl Fn(&Document<'_>) -> T) -> (T, Vec<Diagnostic>) {
    document::decode(&SCHEMA, text, walk)
}

/// Parses as much of a file as can be parsed, see [`Document::parse`].
pub(crate) fn parse(text: &str) -> Document<'_> {
    Document::parse(&SCHEMA, text)
}

/// Returns whether a file is of a format that this program does not know yet; that is then the only finding.
pub(crate) fn is_newer(document: &Document<'_>) -> bool {
    let Some((key, value)) = document.root().get_key_value("format") else {
        return false;
    };
    let DeValue::Integer(number) = value.get_ref() else {
        return false;
    };
    let read = i64::from_str_radix(number.as_str(), number.radix());
    let is_newer = read.map_or(true, |number| number > FORMAT);
    if !is_newer || number.as_str().starts_with('-') {
        return false;
    }
    let said = format!("this file has format {number}, which is newer than this program");
    let help = format!("this program reads format {FORMAT}: use a newer supple");
    let place = key.span().start..value.span().end;
    document.report_only(Diagnostic::error(said).at(place).help(help));
    true
}
