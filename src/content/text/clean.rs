//! Words that can be shown as they are: nothing in them can drive a terminal.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::ops::Deref;

use serde::Serialize;

use crate::content::text::forbidden::is_forbidden;
use crate::content::text::printable::printable;

/// A line of text without forbidden characters. There is no way to make one that holds any, so whoever shows it needs
/// not think of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Clean(String);

impl Clean {
    /// The words on one line, with a mark in place of every character that may not be shown.
    pub(crate) fn new(words: impl Into<String>) -> Self {
        let words = words.into();
        match printable(&words) {
            Cow::Owned(clean) => Self(clean),
            Cow::Borrowed(_) => Self(words),
        }
    }

    /// The words.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Clean {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Clean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Borrow<str> for Clean {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Clean {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for Clean {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

impl PartialEq<String> for Clean {
    fn eq(&self, other: &String) -> bool {
        self.0 == *other
    }
}

impl From<Clean> for String {
    fn from(clean: Clean) -> Self {
        clean.0
    }
}

/// Text of any number of lines as it may be printed: every forbidden character gives way to a mark. A line end of
/// Windows becomes a plain one.
pub fn printed(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_forbidden) {
        return Cow::Borrowed(text);
    }
    let mut letters = text.chars().peekable();
    let mut out = String::with_capacity(text.len());
    while let Some(letter) = letters.next() {
        match letter {
            '\r' if letters.peek() == Some(&'\n') => {}
            letter if is_forbidden(letter) => out.push('\u{FFFD}'),
            letter => out.push(letter),
        }
    }
    Cow::Owned(out)
}

/// As [`printed`], but keeps the sequences that set colours and weight, `ESC [ 1 ; 31 m`. For text that is clean already
/// but for those which the program put in.
pub fn printed_in_colour(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut parts = text.split('\u{1b}');
    out += &printed(parts.next().unwrap_or_default());
    for part in parts {
        let codes = |letter: char| letter.is_ascii_digit() || matches!(letter, ';' | ':');
        let coloured = part.strip_prefix('[').and_then(|rest| {
            let after = rest.trim_start_matches(codes);
            after.strip_prefix('m')
        });
        if let Some(after) = coloured {
            out.push('\u{1b}');
            out += &part[..part.len() - after.len()];
            out += &printed(after);
        } else {
            out.push('\u{FFFD}');
            out += &printed(part);
        }
    }
    out
}

/// JSON that says the same without a forbidden character, or where `is_ascii` without any that is not of ASCII: they are
/// written as escapes. They can stand in its texts only.
pub fn escaped(json: &str, is_ascii: bool) -> Cow<'_, str> {
    use fmt::Write as _;
    let is_kept = |letter: char| !is_forbidden(letter) && (letter.is_ascii() || !is_ascii);
    if json.chars().all(is_kept) {
        return Cow::Borrowed(json);
    }
    let mut out = String::with_capacity(json.len());
    for letter in json.chars() {
        if is_kept(letter) {
            out.push(letter);
        } else {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One of each kind.
    const HOSTILE: &str = "a\u{1b}[2J\u{1b}]0;t\u{7}b\u{9b}31m\u{202e}c\u{2066}\r\u{7f}\u{85}\0d";

    #[test]
    fn nothing_forbidden_is_left_in_clean_words() {
        let clean = Clean::new(format!("{HOSTILE}\n\te"));
        assert!(!clean.chars().any(|c| c.is_control() || is_forbidden(c)));
        assert_eq!(Clean::new("חתול 👨\u{200d}👩 é"), "חתול 👨\u{200d}👩 é");
    }

    #[test]
    fn what_is_printed_keeps_its_lines_and_loses_colours() {
        assert_eq!(printed("a\r\nb\tc\n"), "a\nb\tc\n");
        assert_eq!(printed("\u{1b}[31ma\rb"), "\u{FFFD}[31ma\u{FFFD}b");
        assert!(!printed(HOSTILE).chars().any(is_forbidden));
    }

    #[test]
    fn only_what_sets_colours_is_kept_with_colours() {
        let red = "\u{1b}[1;31mred\u{1b}[0m";
        assert_eq!(printed_in_colour(red), red);
        let kept = printed_in_colour(HOSTILE);
        assert!(!kept.chars().any(is_forbidden), "{kept:?}");
        for sequence in [
            "\u{1b}[2J",
            "\u{1b}m",
            "\u{1b}[31",
            "\u{1b}[3\u{1b}m",
            "\u{1b}[?1m",
            "\u{1b}[[m",
        ] {
            let kept = printed_in_colour(sequence);
            assert!(!kept.contains('\u{1b}'), "{sequence:?}: {kept:?}");
        }
    }

    #[test]
    fn escaped_json_says_the_same() {
        let json = serde_json::to_string(HOSTILE).expect("it is text");
        let escaped = escaped(&json, false);
        assert!(!escaped.chars().any(is_forbidden), "{escaped}");
        let back: String = serde_json::from_str(&escaped).expect("it is JSON");
        assert_eq!(back, HOSTILE);
    }

    #[test]
    fn json_in_ascii_says_the_same() {
        let said = format!("{HOSTILE} Jóga — 伸展 👩");
        let json = serde_json::to_string(&said).expect("it is text");
        let escaped = escaped(&json, true);
        assert!(escaped.is_ascii() && !escaped.chars().any(is_forbidden));
        let back: String = serde_json::from_str(&escaped).expect("it is JSON");
        assert_eq!(back, said);
    }
}
