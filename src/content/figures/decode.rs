//! Reads `figures.toml`, and the tables of figures with what the layer that draws makes of them.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::content::diagnostic::Diagnostic;
use crate::content::figures::Written;
use crate::content::format;
use crate::content::keys::common;
use crate::content::toml::document::Document;
use crate::content::toml::fields::Fields;
use crate::content::toml::key::{KeySpec, Keys, Takes};

/// A table of a file, on the way to be read.
pub(crate) struct TablePart<'t, 's> {
    document: &'t Document<'s>,
    table: &'t DeTable<'s>,
    span: Range<usize>,
    /// The number of errors before it was read.
    errors: usize,
}

impl<'t, 's> TablePart<'t, 's> {
    /// Reports the keys that it may not hold.
    pub(crate) fn fields(&self, keys: Keys) -> Fields<'t, 's> {
        Fields::part(self.document, self.table, self.span.clone(), keys)
    }

    /// Returns whether no error was found in it so far.
    pub(crate) fn is_sound(&self) -> bool {
        self.document.errors() == self.errors
    }
}

impl Written {
    /// Reads the `[figure]` of an exercise.
    pub(crate) fn figure<T>(
        &self,
        read: impl Fn(&TablePart<'_, '_>) -> T,
    ) -> (Option<T>, Vec<Diagnostic>) {
        format::decode(&self.text, |document| {
            let value = document.root().get("figure")?;
            let DeValue::Table(table) = value.get_ref() else {
                let help = "write [figure], and its keys below it";
                let found = Diagnostic::error("`figure` must be a single table");
                document.report(found.at(value.span()).help(help));
                return None;
            };
            Some(read(&TablePart {
                document,
                table,
                span: value.span(),
                errors: document.errors(),
            }))
        })
    }

    /// Reads every base of `figures.toml`, in order of place.
    pub(crate) fn bases<T>(
        &self,
        read: impl Fn(&Spanned<String>, &TablePart<'_, '_>) -> T,
    ) -> (Vec<T>, Vec<Diagnostic>) {
        format::decode(&self.text, |document| {
            named(document)
                .into_iter()
                .map(|(name, table, span)| {
                    let part = TablePart {
                        document,
                        table,
                        span,
                        errors: document.errors(),
                    };
                    read(&name, &part)
                })
                .collect()
        })
    }
}

/// Reads `figures.toml`, but not what its tables hold.
pub fn decode(text: &str) -> (Written, Vec<Diagnostic>) {
    let (is_sound, found) = format::decode(text, |document| {
        if format::is_newer(document) {
            return false;
        }
        Fields::root(document, KEYS).whole("format", 1..=1);
        named(document);
        !document.is_broken_somewhere()
    });
    (Written::of(if is_sound { text } else { "" }), found)
}

const KEYS: Keys = Keys {
    what: "a file of figures",
    list: &[
        common::FORMAT,
        KeySpec::plain("base", Takes::Other, "The bases, by name."),
    ],
};

fn named<'t, 's>(
    document: &'t Document<'s>,
) -> Vec<(Spanned<String>, &'t DeTable<'s>, Range<usize>)> {
    Fields::root(document, KEYS).named_tables("base")
}
