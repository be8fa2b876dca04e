//! Paths to the values of a file: `conditions`, `step[3].hold`, `pace.normal.switch`.

use std::fmt;
use std::str::FromStr;

use crate::content::edit::quoted::{quoted, unquoted};

/// One part of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A key of a table.
    Key(String),
    /// An item of a list, the first of which is 0. It is written and shown from 1, as people count steps.
    Item(usize),
}

/// The way from the top table to a value, of one part at least.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path(Vec<Part>);

/// A text is no path; the byte from which on it cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoPath(pub usize);

impl Path {
    /// The path to a key of the top table.
    pub(crate) fn key(name: &str) -> Self {
        Self(vec![Part::Key(name.to_owned())])
    }

    /// Its parts, from the top.
    pub(crate) fn parts(&self) -> &[Part] {
        &self.0
    }
}

impl FromStr for Path {
    type Err = NoPath;

    /// Reads a path. A key that is not made of letters, digits, `-` and `_` stands in double quotes.
    fn from_str(text: &str) -> Result<Self, NoPath> {
        let mut parts = Vec::new();
        let mut rest = text;
        let wrong = |rest: &str| NoPath(text.len() - rest.len());
        loop {
            let (key, behind) = read_key(rest).ok_or_else(|| wrong(rest))?;
            parts.push(Part::Key(key));
            rest = behind;
            while let Some(inside) = rest.strip_prefix('[') {
                let (number, behind) = inside.split_once(']').ok_or_else(|| wrong(rest))?;
                let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
                let number = number.parse::<usize>().ok().filter(|_| is_number);
                let item = number.and_then(|number| number.checked_sub(1));
                parts.push(Part::Item(item.ok_or_else(|| wrong(inside))?));
                rest = behind;
            }
            if rest.is_empty() {
                return Ok(Self(parts));
            }
            rest = rest.strip_prefix('.').ok_or_else(|| wrong(rest))?;
        }
    }
}

impl fmt::Display for Path {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, part) in self.0.iter().enumerate() {
            match part {
                Part::Item(item) => write!(out, "[{}]", item.saturating_add(1))?,
                Part::Key(key) => {
                    let dot = if at > 0 { "." } else { "" };
                    write!(out, "{dot}{}", written(key))?;
                }
            }
        }
        Ok(())
    }
}

/// A key as it is written in a path and in a file.
pub(crate) fn written(key: &str) -> String {
    if !key.is_empty() && key.bytes().all(is_bare) {
        key.to_owned()
    } else {
        quoted(key)
    }
}

/// Returns whether a byte may stand in a key without quotes.
fn is_bare(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

/// The key at the beginning of a text, and what stands behind it.
fn read_key(text: &str) -> Option<(String, &str)> {
    if text.starts_with('"') {
        return unquoted(text);
    }
    let end = text.bytes().position(|byte| !is_bare(byte));
    let (key, rest) = text.split_at(end.unwrap_or(text.len()));
    (!key.is_empty()).then(|| (key.to_owned(), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_shown_as_they_are_written() {
        for text in [
            "conditions",
            "step[3].hold",
            "pace.normal.switch",
            "step[1].step[20].exercise",
            "pace.\"my \\\"pace\\\"\".switch",
            "a[2][1]",
        ] {
            let path: Path = text.parse().expect(text);
            assert_eq!(path.to_string(), text);
        }
        let path: Path = "step[3].hold".parse().expect("it is one");
        let parts = ["step", "hold"].map(|key| Part::Key(key.to_owned()));
        let [step, hold] = parts;
        assert_eq!(path.parts(), [step, Part::Item(2), hold]);
    }

    #[test]
    fn what_is_no_path_is_refused_where_it_goes_wrong() {
        for (text, at) in [
            ("", 0),
            (".a", 0),
            ("a.", 2),
            ("a b", 1),
            ("step[0]", 5),
            ("step[+1]", 5),
            ("step[x]", 5),
            ("step[1", 4),
            ("a.\"b", 2),
            ("[1]", 0),
            ("schön", 3),
            ("step[99999999999999999999]", 5),
        ] {
            assert_eq!(text.parse::<Path>(), Err(NoPath(at)), "{text}");
        }
    }
}
