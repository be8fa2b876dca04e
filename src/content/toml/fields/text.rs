//! Texts, lists of texts, and words of lists.

use std::fmt::{self, Display, Formatter};

use toml::Spanned;
use toml::de::{DeArray, DeValue};

use crate::content::diagnostic::{Diagnostic, Severity};
use crate::content::text::composed::composed;
use crate::content::text::forbidden;
use crate::content::toml::fields::length::{LONGEST_LINE, LONGEST_TEXT, MOST_ENTRIES, too_wide};
use crate::content::toml::fields::{Fields, kind, unknown_word};
use crate::content::toml::key::Takes;
use crate::content::toml::several;
use crate::content::vocabulary::{Word, words};
use crate::content::wording::{self, Wording};

/// The most words between two commas of a list; with more, a comma is part of a sentence.
const MOST_WORDS: usize = 3;

/// The items of a text that was meant for a list of few words each; else the text as it is.
fn as_list(text: &str) -> impl Iterator<Item = &str> {
    let items = || text.split([',', ';']).map(str::trim);
    let is_list = items().all(|item| (1..=MOST_WORDS).contains(&item.split_whitespace().count()));
    let whole = (!is_list).then_some(text);
    items().filter(move |_| is_list).chain(whole)
}

/// The texts of a list.
fn texts_of<'t>(list: &'t DeArray<'_>) -> Vec<&'t str> {
    let texts = list.iter().filter_map(|item| item.get_ref().as_str());
    texts.collect()
}

/// The part of a key that a text is.
#[derive(Clone, Copy, Debug)]
enum TextPart<'a> {
    /// Its value.
    Whole(&'a str),
    /// An entry of its list.
    Entry(&'a str),
    /// A line of its value.
    Line(&'a str),
}

impl Display for TextPart<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole(key) => write!(f, "`{key}`"),
            Self::Entry(key) => write!(f, "an entry of `{key}`"),
            Self::Line(key) => write!(f, "a line of `{key}`"),
        }
    }
}

impl Fields<'_, '_> {
    /// Reports that text was wanted.
    fn not_text(&self, part: TextPart<'_>, value: &Spanned<DeValue<'_>>) {
        let (TextPart::Whole(key) | TextPart::Entry(key) | TextPart::Line(key)) = part;
        let known = self.known();
        let typed = self.document.typed(value.span());
        let help = match (part, value.get_ref()) {
            (TextPart::Entry(_), DeValue::Array(_) | DeValue::Table(_)) => None,
            (TextPart::Entry(_), _) => (!matches!(known.takes(key), Some(Takes::Names)))
                .then(|| format!("write \"{typed}\"")),
            _ if self.form(key).is_some() => None,
            (_, DeValue::Table(_)) => Some(format!("write {key} = \"...\"")),
            (_, DeValue::Array(list)) => Some(match texts_of(list)[..] {
                [one] => format!("write {key} = \"{one}\""),
                ref texts => several::one(known, key, texts),
            }),
            _ => Some(format!("write {key} = \"{typed}\"")),
        };
        let help = help.unwrap_or_else(|| format!("write {}", self.example(key)));
        let kind = kind(value.get_ref());
        let found = Diagnostic::error(format!("{part} must be text in quotes, not {kind}"));
        self.report(found.at(value.span()).help(help));
    }

    /// A line of plain text, not empty.
    pub(crate) fn text(&self, key: &str) -> Option<Spanned<String>> {
        self.line(key, self.value(key)?)
    }

    /// A string value as one line of text.
    pub(crate) fn line(&self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Spanned<String>> {
        self.one_line(TextPart::Whole(key), value)
    }

    /// A string value as one line of text.
    fn one_line(
        &self,
        what: TextPart<'_>,
        value: &Spanned<DeValue<'_>>,
    ) -> Option<Spanned<String>> {
        if self.document.is_broken(value.span().start) {
            return None;
        }
        let DeValue::String(string) = value.get_ref() else {
            self.not_text(what, value);
            return None;
        };
        let line = string.trim();
        let (said, help) = if let Some((_, bad)) = forbidden::positions(string).next() {
            (
                format!("{what} contains {}", forbidden::describe(bad)),
                "use plain text",
            )
        } else if line.is_empty() {
            (format!("{what} is empty"), "write something, or delete it")
        } else if line.contains('\n') {
            (format!("{what} must be one line"), "write it on one line")
        } else if self.fits(&what, line, &value.span(), LONGEST_TEXT) {
            let line = composed(line).replace('\t', " ");
            return Some(Spanned::new(value.span(), line));
        } else {
            return None;
        };
        self.report(Diagnostic::error(said).at(value.span()).help(help));
        None
    }

    /// Text that may be empty.
    pub(crate) fn string(&self, key: &str) -> Option<Spanned<String>> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::String(text) if text.is_empty() => {
                Some(Spanned::new(value.span(), String::new()))
            }
            _ => self.line(key, value),
        }
    }

    /// A list of lines. One string stands for a list of its lines.
    pub(crate) fn lines(&self, key: &str) -> Vec<String> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        if let DeValue::String(string) = value.get_ref() {
            if forbidden::positions(string).next().is_some() {
                self.line(key, value);
                return Vec::new();
            }
            let what = TextPart::Line(key);
            let lines = string.lines().map(str::trim);
            let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
            return lines[..self.entries(key, lines.len(), value.span())]
                .iter()
                .filter(|line| self.fits(&what, line, &value.span(), LONGEST_TEXT))
                .map(|line| composed(line).replace('\t', " "))
                .collect();
        }
        self.texts(key)
            .into_iter()
            .map(Spanned::into_inner)
            .collect()
    }

    /// Reads a name. Its name is the same for both sides: braces in it stay as they are.
    pub(crate) fn called(&self, key: &str) -> Option<Spanned<String>> {
        let (value, what) = (self.value(key)?, TextPart::Whole(key));
        let written = value.get_ref().as_str().unwrap_or_default().trim();
        if !self.fits(&what, written, &value.span(), LONGEST_LINE) {
            return None;
        }
        let text = self.line(key, value)?;
        if let Some(found) = too_wide(&what, text.get_ref()) {
            self.report(found.at(text.span()));
        }
        if Wording::new(text.get_ref().as_str()).names_a_side() {
            let found = Diagnostic::warning(format!("`{key}` is the same for both sides"))
                .at(text.span())
                .help("remove the braces: the side is announced separately");
            self.report(found);
        }
        Some(text)
    }

    /// A line that may name the side that is worked.
    pub(crate) fn wording(&self, key: &str) -> Option<Wording> {
        let text = self.text(key)?;
        self.warn_of_long_line(key, text.get_ref(), &text.span());
        for fault in wording::faults(text.get_ref(), &text.span()) {
            self.report(fault);
        }
        Some(Wording::new(text.into_inner()))
    }

    /// A list of lines that may name the side that is worked. One string stands for a list of its lines.
    pub(crate) fn wordings(&self, key: &str) -> Vec<Wording> {
        let lines = self.lines(key);
        if let Some(value) = self.value(key) {
            let items = match value.get_ref() {
                DeValue::Array(items) => items.iter().collect(),
                _ => vec![value],
            };
            for item in items.into_iter().take(MOST_ENTRIES) {
                let text = item.get_ref().as_str().unwrap_or_default();
                for line in text.lines() {
                    self.warn_of_long_line(key, line.trim(), &item.span());
                }
                for fault in wording::faults(text, &item.span()) {
                    self.report(fault);
                }
            }
        }
        lines.into_iter().map(Wording::new).collect()
    }

    /// A list of one-line texts.
    pub(crate) fn texts(&self, key: &str) -> Vec<Spanned<String>> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        match value.get_ref() {
            DeValue::Array(list) => list
                .iter()
                .take(self.entries(key, list.len(), value.span()))
                .filter_map(|item| self.one_line(TextPart::Entry(key), item))
                .collect(),
            DeValue::String(string) => {
                let items: Vec<&str> = as_list(string).collect();
                self.wrong_type(
                    key,
                    "a list",
                    value,
                    Some(several::list(self.known(), key, &items)),
                );
                Vec::new()
            }
            _ => {
                let help = self.form(key).map_or_else(
                    || format!("write {key} = [\"...\"]"),
                    |form| format!("write {form}"),
                );
                self.wrong_type(key, "a list of texts", value, Some(help));
                Vec::new()
            }
        }
    }

    /// A word of a closed list.
    pub(crate) fn word<W: Word>(&self, key: &str) -> Option<Spanned<W>> {
        let value = self.value(key)?;
        if !matches!(value.get_ref(), DeValue::String(_)) {
            self.not_a_word::<W>(key, value);
            return None;
        }
        let typed = self.text(key)?;
        self.checked_word(key, &typed)
    }

    /// Reports that a word was wanted: what was typed in its place is mostly none of the words either.
    fn not_a_word<W: Word>(&self, key: &str, value: &Spanned<DeValue<'_>>) {
        let typed = value.get_ref().as_array().map(texts_of).unwrap_or_default();
        let help = match typed[..] {
            [one] if W::parse(one).is_some() => format!("write {key} = \"{one}\""),
            [_, _, ..] => several::one(self.known(), key, &typed),
            _ => format!("known: {}", words::<W>().join(", ")),
        };
        self.wrong_type(key, "text in quotes", value, Some(help));
    }

    /// A list of words of a closed list.
    pub(crate) fn words<W: Word>(&self, key: &str) -> Vec<W> {
        self.texts(key)
            .iter()
            .filter_map(|typed| self.checked_word(key, typed))
            .map(Spanned::into_inner)
            .collect()
    }

    fn checked_word<W: Word>(&self, key: &str, typed: &Spanned<String>) -> Option<Spanned<W>> {
        let word = W::parse(typed.get_ref());
        if word.is_none() {
            let parts = several::parts(typed.get_ref());
            let known = W::ALL.iter().map(|word| word.as_str());
            let mut found = unknown_word(W::WHAT, typed, known);
            let known = self.known();
            let is_several = parts.len() > 1 && parts.iter().all(|part| W::parse(part).is_some());
            let several = || is_several.then(|| several::one(known, key, &parts));
            if let Some(help) = known.meant_word(key, &parts).or_else(several) {
                found.help.clear();
                found = found.help(help);
            }
            self.report(found);
        }
        word.map(|word| Spanned::new(typed.span(), word))
    }

    /// A list of words of an open list: an unknown one is kept with a warning.
    pub(crate) fn open_words(&self, key: &str, known: &[&str]) -> Vec<String> {
        let what = key.strip_suffix('s').unwrap_or(key);
        self.texts(key)
            .into_iter()
            .map(|typed| {
                if !known.contains(&typed.get_ref().as_str()) {
                    let mut found = unknown_word(what, &typed, known.iter().copied());
                    found.severity = Severity::Warning;
                    self.report(found.help("it is shown as written, but no filter finds it"));
                }
                typed.into_inner()
            })
            .collect()
    }
}
