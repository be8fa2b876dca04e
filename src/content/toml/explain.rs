//! The errors of the TOML parser, in words for people who have never heard of TOML.

mod trailing;
mod value;

use crate::content::diagnostic::Diagnostic;
use crate::content::toml::bare::in_form;
use crate::content::toml::line::{is_bare, text_opening};
use crate::content::toml::parse_error::{ParseError, ParseErrorKind};
use crate::content::toml::place::{LinePlace, SET_QUOTES};
use crate::content::toml::schema::{KnownKeys, Schema};

/// The finding for an error of the parser.
pub(crate) fn explained(schema: &'static Schema, text: &str, error: &ParseError) -> Diagnostic {
    let (kind, span) = (&error.kind, &error.span);
    let place = LinePlace::of(text, span.start);
    let explainer = Explainer {
        known: schema.at(text, span.start),
        place,
    };
    let typed = text.get(span.clone()).unwrap_or_default();
    let found = explainer
        .odd_space()
        .unwrap_or_else(|| explainer.explain(kind, typed));
    let is_of_header = place.is_header() && *kind != ParseErrorKind::DuplicateKey;
    found.at(if *kind == ParseErrorKind::OpenMultiLine {
        text_opening(text, span.start)
    } else if is_of_header || (kind.is_of_keys() && !place.line.contains('=')) {
        place.words()
    } else {
        span.clone()
    })
}

/// Puts an error into words, with what stands around it and what is known of keys.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Explainer<'a> {
    known: KnownKeys,
    place: LinePlace<'a>,
}

impl Explainer<'_> {
    /// The finding for a character that only looks like a space.
    fn odd_space(&self) -> Option<Diagnostic> {
        let space = self
            .place
            .after
            .chars()
            .next()
            .filter(|&c| is_odd_space(c))?;
        let what = format!("this is not a plain space (U+{:04X})", u32::from(space));
        Some(Diagnostic::error(what).help("delete it, and type a space"))
    }

    /// Returns the diagnostic for a parse error: the fault, and what to type.
    fn explain(&self, kind: &ParseErrorKind, typed: &str) -> Diagnostic {
        let said = |said: &str, help: &str| Diagnostic::error(said).help(help);
        match kind {
            ParseErrorKind::DuplicateKey => self.duplicate(typed),
            ParseErrorKind::Unquoted => self.unquoted(typed),
            ParseErrorKind::OpeningQuote => self.unquoted(self.place.after),
            ParseErrorKind::Boolean => {
                let end = self.place.after.find(|c: char| !c.is_ascii_alphabetic());
                self.unquoted(&self.place.after[..end.unwrap_or(self.place.after.len())])
            }
            ParseErrorKind::OpenMultiLine => said(
                "this text is not closed",
                "add three quotes below its last line",
            ),
            ParseErrorKind::MultiLineKey => no_pair(),
            ParseErrorKind::OpenLiteral => said(
                "the closing quote is missing",
                "add ' at the end of the text",
            ),
            ParseErrorKind::OpenText => self.open_text(),
            ParseErrorKind::Escape => said(
                "a backslash has a special meaning",
                "write \\\\ for a backslash",
            ),
            ParseErrorKind::KeyAlone | ParseErrorKind::Assignment => self.no_divider(),
            ParseErrorKind::ExtendedValue => said(
                &format!("`{typed}` already has a value"),
                "keep one of the two",
            ),
            _ if self.place.after.starts_with(':') => self.no_divider(),
            ParseErrorKind::MissingComma { .. } => {
                said("a comma is missing", "put one before this")
            }
            ParseErrorKind::ExtraComma { .. } => said("extra comma", "delete it"),
            ParseErrorKind::ExtraEquals => said("extra `=`", "delete it"),
            ParseErrorKind::OpenHeader => self.header("this header is not closed"),
            ParseErrorKind::TooMuch if self.place.is_header() => {
                self.header("something follows this header")
            }
            ParseErrorKind::TooMuch => self.too_much(),
            _ if self.place.is_header() && kind.is_of_keys() => {
                self.header("this header cannot be read")
            }
            ParseErrorKind::OpenBracket => said("this is not closed", "add the closing bracket"),
            ParseErrorKind::BadKey if self.place.line.contains('=') => {
                let letter = self.place.after.chars().next().unwrap_or(' ');
                said(
                    &format!("a key cannot contain `{letter}`"),
                    "keys consist of unaccented letters, digits and -",
                )
            }
            ParseErrorKind::EmptyKey => said("the key before this is missing", "write a key"),
            ParseErrorKind::ClosingBracket => {
                said("a closing bracket without an opening one", "delete it")
            }
            ParseErrorKind::Unknown(words) => said(
                "this cannot be read as TOML",
                &format!("the parser says: {words}"),
            ),
            ParseErrorKind::BadKey
            | ParseErrorKind::NoKeyInTable
            | ParseErrorKind::NoPair
            | ParseErrorKind::PointAlone => no_pair(),
            ParseErrorKind::Bracket
            | ParseErrorKind::Control
            | ParseErrorKind::Number
            | ParseErrorKind::TooDeep => self.unreadable(),
        }
    }

    fn duplicate(&self, typed: &str) -> Diagnostic {
        let (line, list) = (self.place.line.trim_start(), self.known.schema.list);
        let help = if line.starts_with(&format!("[{list}")) {
            format!("start each {list} with [[{list}]], in double brackets")
        } else if self.place.is_header() {
            "write all its keys below the first one".to_owned()
        } else {
            "keep one of the two".to_owned()
        };
        Diagnostic::error(format!("`{typed}` is defined twice")).help(help)
    }

    fn open_text(&self) -> Diagnostic {
        let help = match self.place.assignment() {
            Some((key, value)) if value.matches('"').count() == 1 && value.starts_with('"') => {
                let bare = value.trim_start_matches('"').trim_end_matches(SET_QUOTES);
                in_form(self.known, key, bare.trim_end_matches(['\'', '`', ';']))
            }
            _ => "add \" at the end of the text".to_owned(),
        };
        Diagnostic::error("the closing quote is missing").help(help)
    }

    /// A key without `=`; the parser takes the first word of any line for one.
    fn no_divider(&self) -> Diagnostic {
        let (before, rest) = (self.place.before.trim(), self.place.after.trim());
        let colon = before.ends_with(':') || rest.starts_with(':');
        let key = before.trim_end_matches(':').trim();
        let value = rest.trim_start_matches(':').trim();
        let help = if key.contains('=') {
            format!("write it as in {}", self.known.schema.inline)
        } else if rest.contains('=') {
            let (typed, _) = self.place.line.split_once('=').unwrap_or_default();
            let names = self.known.names().into_iter();
            let help = match self.known.meant_key(typed.trim(), names) {
                Some(meant) => format!("keys are single words: did you mean `{meant}`?"),
                None => "keys are single words; join several with -".to_owned(),
            };
            return Diagnostic::error("a key cannot contain a space").help(help);
        } else if value.starts_with(['"', '[', '{']) || value.parse::<f64>().is_ok() {
            format!("write {key} = {value}")
        } else if colon && !value.is_empty() && key.chars().all(is_bare) {
            format!("write {key} = \"{value}\"")
        } else {
            return no_pair();
        };
        Diagnostic::error("`=` is missing between key and value").help(help)
    }

    /// A line in brackets that is no header.
    fn header(&self, said: &str) -> Diagnostic {
        let line = self.place.line.split('#').next().unwrap_or_default();
        let name: String = line.chars().filter(|c| !c.is_whitespace()).collect();
        let name = name.trim_matches(['[', ']', '.']);
        let help = if name.is_empty() || !name.chars().all(is_bare) {
            format!(
                "put the header alone on its line: [[{}]]",
                self.known.schema.list
            )
        } else if name == self.known.schema.list || line.trim().starts_with("[[") {
            format!("write [[{name}]]")
        } else {
            format!("write [{name}]")
        };
        Diagnostic::error(said).help(help)
    }
}

fn no_pair() -> Diagnostic {
    let help = "write key = \"value\", or start the line with # to make it a comment";
    Diagnostic::error("this line has no key and value").help(help)
}

fn is_odd_space(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{FEFF}' | '\u{2060}') || (c.is_whitespace() && !c.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::keys::SCHEMA;

    #[test]
    fn an_unknown_error_is_said_in_the_words_of_the_parser() {
        let error = ParseError {
            kind: ParseErrorKind::Unknown("keys must rhyme".to_owned()),
            span: 6..9,
        };
        let found = explained(&SCHEMA, "a = 1\nb = 2\n", &error);
        assert_eq!(&*found.message, "this cannot be read as TOML");
        assert_eq!(&*found.help[0], "the parser says: keys must rhyme");
        assert_eq!(found.span, Some(6..9));
    }

    #[test]
    fn a_key_below_a_value_is_one_too_many() {
        for text in ["a = true\na.b = 1\n", "a = \"b\"\n[a.b]\n"] {
            let (_, errors) = toml::de::DeTable::parse_recoverable(text);
            let found = explained(&SCHEMA, text, &ParseError::read(&errors[0]));
            assert_eq!(&*found.message, "`a` already has a value");
            assert_eq!(&*found.help[0], "keep one of the two");
        }
    }
}
