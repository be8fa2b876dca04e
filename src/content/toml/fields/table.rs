//! Tables, lists of tables, and tables by name.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use crate::content::diagnostic::Diagnostic;
use crate::content::text::composed::composed;
use crate::content::text::forbidden;
use crate::content::toml::fields::Fields;
use crate::content::toml::key::Keys;

impl<'t, 's> Fields<'t, 's> {
    /// A table.
    pub(crate) fn table(&self, key: &str, keys: Keys) -> Option<Self> {
        let value = self.value(key)?;
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong_type(key, "a table", value, None);
            return None;
        };
        Some(self.within(table, value.span(), keys))
    }

    /// Returns whether a table is written there.
    pub(crate) fn is_table(&self, key: &str) -> bool {
        let value = self.value(key);
        value.is_some_and(|value| matches!(value.get_ref(), DeValue::Table(_)))
    }

    /// A list of tables that are lines of a text, such as cues.
    pub(crate) fn few_tables(&self, key: &str) -> Vec<(&'t DeTable<'s>, Range<usize>)> {
        let mut tables = self.tables(key);
        if let Some(value) = self.value(key) {
            tables.truncate(self.entries(key, tables.len(), value.span()));
        }
        tables
    }

    /// A list of tables: `[[step]]`, or inline.
    pub(crate) fn tables(&self, key: &str) -> Vec<(&'t DeTable<'s>, Range<usize>)> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let DeValue::Array(list) = value.get_ref() else {
            self.not_tables(key, value);
            return Vec::new();
        };
        list.iter()
            .filter_map(|item| {
                if let DeValue::Table(table) = item.get_ref() {
                    return Some((table, item.span()));
                }
                self.not_tables(key, item);
                None
            })
            .collect()
    }

    /// Reports that a list of tables was wanted.
    fn not_tables(&self, key: &str, value: &Spanned<DeValue<'_>>) {
        let header = self.header_of(key);
        let help = if self.form(key).is_some() {
            None
        } else if self.document.line_at(value.span().start).starts_with("[[") {
            Some(format!(
                "put {header} and {} above it",
                self.document.schema().round
            ))
        } else {
            Some(format!("start each with {header}, in double brackets"))
        };
        let expected = format!("a list of {}s", key.trim_end_matches('s'));
        self.wrong_type(key, &expected, value, help);
    }

    /// The header that begins a table of the list `key` of this table: `[[step]]`, `[[step.step]]` in a round, or
    /// `[[figure.frames]]` in `[figure]`.
    pub(crate) fn header_of(&self, key: &str) -> String {
        let own = self.document.typed(self.span());
        // Where a header above is broken, the place of this one begins there.
        let own = own.lines().next_back().unwrap_or_default();
        let within = |open, close| own.strip_prefix(open)?.strip_suffix(close);
        match within("[[", "]]").or_else(|| within("[", "]")) {
            Some(own) => format!("[[{own}.{key}]]"),
            None => format!("[[{key}]]"),
        }
    }

    /// Returns whether the key is written as a list that holds nothing.
    pub(crate) fn is_empty_list(&self, key: &str) -> bool {
        self.value(key).is_some_and(|value| {
            value
                .get_ref()
                .as_array()
                .is_some_and(|list| list.is_empty())
        })
    }

    /// The tables by name that a table holds, `[pace.normal]`, in order of place.
    pub(crate) fn named_tables(
        &self,
        key: &str,
    ) -> Vec<(Spanned<String>, &'t DeTable<'s>, Range<usize>)> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong_type(key, "a table", value, None);
            return Vec::new();
        };
        let mut tables: Vec<_> = table
            .iter()
            .filter_map(|(name, value)| {
                let name = self.name(name)?;
                if let DeValue::Table(table) = value.get_ref() {
                    return Some((name, table, value.span()));
                }
                let help = format!(
                    "write [{key}.{}] on its own line, and its keys below it",
                    name.get_ref()
                );
                self.wrong_type(name.get_ref(), "a table", value, Some(help));
                None
            })
            .collect();
        tables.sort_by_key(|(name, ..)| name.span().start);
        tables
    }

    /// A key that is a name: it is shown, and so must be plain text.
    pub(crate) fn name(&self, key: &Spanned<DeString<'_>>) -> Option<Spanned<String>> {
        let name = key.get_ref();
        let said = match name
            .chars()
            .find(|&c| c.is_control() || forbidden::is_forbidden(c))
        {
            Some(bad) => format!("this name contains {}", forbidden::describe(bad)),
            None if name.trim().is_empty() => "this name is empty".to_owned(),
            None => {
                return Some(Spanned::new(key.span(), composed(name).into_owned()));
            }
        };
        self.report(
            Diagnostic::error(said)
                .at(key.span())
                .help("use plain text"),
        );
        None
    }

    /// A table of texts, `{ glaucoma = "..." }`, in order of place.
    pub(crate) fn pairs(&self, key: &str) -> Vec<(Spanned<String>, Spanned<String>)> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong_type(key, "a table", value, None);
            return Vec::new();
        };
        let most = self.entries(key, table.len(), value.span());
        let mut pairs: Vec<_> = table
            .iter()
            .take(most)
            .filter_map(|(key, value)| {
                let name = self.name(key)?;
                let text = self.line(name.get_ref(), value)?;
                Some((name, text))
            })
            .collect();
        pairs.sort_by_key(|(name, _)| name.span().start);
        pairs
    }
}
