//! The decoder that all tables share: ask for keys by name and type, get values with their place, and let every
//! fault be reported without stopping the walk.

pub(crate) mod date;
pub(crate) mod key;
pub(crate) mod length;
pub(crate) mod lists;
pub(crate) mod number;
pub(crate) mod table;
pub(crate) mod text;

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::content::diagnostic::Diagnostic;
use crate::content::text::alike::{alike, did_you_mean};
use crate::content::toml::document::Document;
use crate::content::toml::key::{Keys, Takes};
use crate::content::toml::schema::KnownKeys;

/// A list of known words that is shown beside a guess.
const SHORT_LIST: usize = 6;

/// One table of a document and the keys that it may hold.
pub(crate) struct Fields<'t, 's> {
    table: &'t DeTable<'s>,
    document: &'t Document<'s>,
    /// The keys that it may hold, with its name for messages.
    keys: Keys,
    /// Keys that unknown ones were meant for, and where those stand: they are not missing.
    meant: Vec<(&'static str, Range<usize>)>,
    /// Its header, or the braces of an inline table; empty for the top table.
    span: Range<usize>,
}

impl<'t, 's> Fields<'t, 's> {
    /// The top table of a document. Reports the keys that it may not hold.
    pub(crate) fn root(document: &'t Document<'s>, keys: Keys) -> Self {
        Self::of(document.root(), document, 0..0, keys)
    }

    /// A table of the document that is read by itself. Reports the keys that it may not hold.
    pub(crate) fn part(
        document: &'t Document<'s>,
        table: &'t DeTable<'s>,
        span: Range<usize>,
        keys: Keys,
    ) -> Self {
        Self::of(table, document, span, keys)
    }

    /// A table inside. Reports the keys that it may not hold.
    #[must_use]
    pub(crate) fn within(&self, table: &'t DeTable<'s>, span: Range<usize>, keys: Keys) -> Self {
        Self::of(table, self.document, span, keys)
    }

    fn of(
        table: &'t DeTable<'s>,
        document: &'t Document<'s>,
        span: Range<usize>,
        keys: Keys,
    ) -> Self {
        let mut fields = Self {
            table,
            document,
            keys,
            meant: Vec::new(),
            span,
        };
        let unknown = table.iter().filter(|(key, _)| !keys.has(key.get_ref()));
        for (key, value) in unknown {
            let typed = key.get_ref();
            let (help, meant) = fields.help_for(typed);
            // What is written otherwise than it is called may mean something else.
            let other =
                meant.filter(|meant| did_you_mean(typed, std::iter::once(*meant)).is_none());
            let meaning = other.and_then(|key| fields.meaning(key));
            // What is denied is not there under any name.
            if value.get_ref().as_bool() != Some(false) {
                fields.meant.extend(meant.map(|meant| (meant, key.span())));
            }
            let found = Diagnostic::error(format!("unknown key `{typed}` in {}", keys.what));
            fields.report(found.at(key.span()).help(help).maybe_help(meaning));
        }
        fields
    }

    /// What is known of keys in this table.
    fn known(&self) -> KnownKeys {
        self.document.schema().within(self.keys)
    }

    /// Returns the form of the key, where it has its own.
    fn form(&self, key: &str) -> Option<&'static str> {
        self.known().form(key)
    }

    /// Returns an example of the key; an unknown key takes text.
    pub(crate) fn example(&self, key: &str) -> String {
        self.known().example(key)
    }

    /// Returns an example of a key that takes one word of a closed list, with the list.
    pub(crate) fn example_with_words(&self, key: &str) -> String {
        self.known().example_with_words(key)
    }

    /// Adds a finding.
    pub(crate) fn report(&self, diagnostic: Diagnostic) {
        self.document.report(diagnostic);
    }

    /// Returns the byte range of the table's header.
    pub(crate) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Returns whether the key belongs here and is written, readable or not.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.keys.has(key) && self.table.contains_key(key)
    }

    /// Returns whether an unknown key was meant for this one.
    pub(crate) fn is_meant(&self, key: &str) -> bool {
        self.meant.iter().any(|(meant, _)| *meant == key)
    }

    /// Returns whether a key of the table is unknown and not meant for another: it may stand for a missing one.
    fn has_unknown(&self) -> bool {
        let mut unknown = self
            .table
            .keys()
            .filter(|key| !self.keys.has(key.get_ref()));
        unknown.any(|key| !self.meant.iter().any(|(_, span)| *span == key.span()))
    }

    /// True if a key is not one of the table, also where it is plain which one is meant.
    pub(crate) fn has_misnamed(&self) -> bool {
        let mut keys = self.table.keys();
        keys.any(|key| !self.keys.has(key.get_ref()))
    }

    /// Returns whether what is missing here may stand under an unknown key: in a value between braces, or in a table of
    /// which no key is known.
    pub(crate) fn is_misspelt(&self) -> bool {
        let is_value = self.document.typed(self.span()).starts_with('{');
        let mut known = self.table.keys().filter(|key| self.keys.has(key.get_ref()));
        let is_part = !self.span.is_empty();
        is_part && self.has_unknown() && (is_value || known.next().is_none())
    }

    /// Returns the place of the key, under its own name or an unknown one that was meant for it.
    pub(crate) fn written(&self, key: &str) -> Option<Range<usize>> {
        let meant = || self.meant.iter().find(|(meant, _)| *meant == key);
        match self.table.get_key_value(key).filter(|_| self.has(key)) {
            Some((key, _)) => Some(key.span()),
            None => meant().map(|(_, span)| span.clone()),
        }
    }

    /// Returns the byte range of the key itself.
    pub(crate) fn key_span(&self, key: &str) -> Range<usize> {
        self.table
            .get_key_value(key)
            .map_or_else(|| self.span(), |(key, _)| key.span())
    }

    /// What is written for the key, if it is text; nothing is reported.
    pub(crate) fn as_text(&self, key: &str) -> Option<&str> {
        self.value(key).and_then(|value| value.get_ref().as_str())
    }

    /// Reports that the key is missing, unless it is there under another name, or a syntax error in this table may
    /// have swallowed it.
    pub(crate) fn missing(&self, key: &str, example: &str) {
        if self.is_meant(key) || self.is_disturbed() || self.is_misspelt() {
            return;
        }
        let found = Diagnostic::error(format!("missing key `{key}` in {}", self.keys.what))
            .help(format!("add {example}"));
        self.report(if self.span.is_empty() {
            found
        } else {
            found.at(self.span())
        });
    }

    /// Returns whether a syntax error lies in this table.
    pub(crate) fn is_disturbed(&self) -> bool {
        self.document.is_disturbed(self.span.start)
    }

    /// Returns the value of the key, unless its line is broken: there the parser made it up.
    pub(crate) fn value(&self, key: &str) -> Option<&'t Spanned<DeValue<'s>>> {
        let value = self.table.get(key).filter(|_| self.keys.has(key))?;
        let is_part = matches!(value.get_ref(), DeValue::Array(_) | DeValue::Table(_));
        (is_part || !self.document.is_broken(value.span().start)).then_some(value)
    }

    /// Reports that the value is of another type than `expected`.
    pub(crate) fn wrong_type(
        &self,
        key: &str,
        expected: &str,
        value: &Spanned<DeValue<'_>>,
        help: Option<String>,
    ) {
        // The form of a table says less than that of a value.
        let is_table = matches!(self.known().takes(key), Some(Takes::Other));
        let meaning = (is_table && help.is_none()).then(|| self.meaning(key));
        let meaning = meaning.flatten();
        let help = help.or_else(|| self.form(key).map(|form| format!("write {form}")));
        let message = format!("`{key}` must be {expected}, not {}", kind(value.get_ref()));
        let found = Diagnostic::error(message).at(value.span()).maybe_help(help);
        self.report(found.maybe_help(meaning));
    }

    /// The meaning of a key, behind its name: what else is known of it stands in the README.
    fn meaning(&self, key: &str) -> Option<String> {
        let doc = self.known().doc(key)?;
        let end = doc.find(". ").into_iter().chain(doc.find("; ")).min();
        let meaning = end.map_or(doc.trim_end_matches('.'), |end| &doc[..end]);
        Some(format!("`{key}`: {meaning}"))
    }

    /// `true` or `false`; absent and unreadable are `false`.
    pub(crate) fn flag(&self, key: &str) -> bool {
        self.answer(key).unwrap_or(false)
    }

    /// `true` or `false`, where it is there and can be read.
    pub(crate) fn answer(&self, key: &str) -> Option<bool> {
        let value = self.value(key)?;
        if let DeValue::Boolean(flag) = value.get_ref() {
            return Some(*flag);
        }
        let typed = value.get_ref().as_str().unwrap_or_default().to_lowercase();
        let help = match &*typed {
            "true" | "yes" | "y" | "on" => format!("write {key} = true, without quotes"),
            "false" | "no" | "n" | "off" => format!("write {key} = false, without quotes"),
            _ => format!("write {key} = true, or {key} = false, without quotes"),
        };
        self.wrong_type(key, "true or false", value, Some(help));
        None
    }
}

/// The finding for a word that is not on its list.
pub(crate) fn unknown_word<'a>(
    what: &str,
    typed: &Spanned<String>,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let known = known.filter(|word| !word.is_empty());
    let list = known.clone().collect::<Vec<_>>();
    let found = unknown_id(what, typed, known);
    if found.help.is_empty() || list.len() <= SHORT_LIST {
        found.help(format!("known: {}", list.join(", ")))
    } else {
        found
    }
}

/// The finding for something that is not there, when a list of what is there would be too long.
pub(crate) fn unknown_id<'a>(
    what: &str,
    typed: &Spanned<String>,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let word = typed.get_ref();
    match did_you_mean(word, known.clone()) {
        Some(meant) => unknown(what, typed, &[meant]),
        None => unknown(what, typed, &alike(word, known)),
    }
}

/// The finding for something that is not there, and what is near to it.
pub(crate) fn unknown(what: &str, typed: &Spanned<String>, near: &[&str]) -> Diagnostic {
    let word = typed.get_ref();
    let help = match near {
        [] => None,
        [one] => Some(format!("did you mean \"{one}\"?")),
        several => Some(format!("did you mean one of {}?", several.join(", "))),
    };
    Diagnostic::error(format!("unknown {what} \"{word}\""))
        .at(typed.span())
        .maybe_help(help)
}

fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) => "a number",
        DeValue::Float(_) => "a decimal number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
