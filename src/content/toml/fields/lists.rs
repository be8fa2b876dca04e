//! Lists inside tables, as the shared tables have them.

use toml::Spanned;
use toml::de::DeValue;

use crate::content::diagnostic::Diagnostic;
use crate::content::toml::fields::Fields;

impl Fields<'_, '_> {
    /// A table of lists of texts, `{ hip = ["a", "b"] }`, in order of place.
    pub(crate) fn lists(&self, key: &str) -> Vec<(Spanned<String>, Vec<Spanned<String>>)> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong_type(
                key,
                "a table",
                value,
                Some(format!("write [{key}] on its own line")),
            );
            return Vec::new();
        };
        let mut lists: Vec<_> = table
            .iter()
            .filter_map(|(name, value)| {
                let name = self.name(name)?;
                let DeValue::Array(items) = value.get_ref() else {
                    self.wrong_type(name.get_ref(), "a list of texts", value, None);
                    return None;
                };
                let most = self.entries(name.get_ref(), items.len(), value.span());
                let texts = items
                    .iter()
                    .take(most)
                    .filter_map(|item| self.line(name.get_ref(), item))
                    .collect();
                Some((name, texts))
            })
            .collect();
        lists.sort_by_key(|(name, _)| name.span().start);
        lists
    }

    /// A list of lists of texts, `[["a", "b"], ["c"]]`. An empty list says nothing and is reported.
    pub(crate) fn texts_in_lists(&self, key: &str) -> Vec<Vec<Spanned<String>>> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let DeValue::Array(lists) = value.get_ref() else {
            self.wrong_type(key, "a list of lists", value, None);
            return Vec::new();
        };
        let flat = lists.iter().filter_map(|item| item.get_ref().as_str());
        let flat: Vec<String> = flat.map(|word| format!("[\"{word}\"]")).collect();
        if !flat.is_empty() {
            let help = format!("write {key} = [{}]", flat.join(", "));
            self.wrong_type(key, "a list of lists", value, Some(help));
            return Vec::new();
        }
        let mut read = Vec::new();
        for list in lists
            .iter()
            .take(self.entries(key, lists.len(), value.span()))
        {
            let DeValue::Array(items) = list.get_ref() else {
                self.wrong_type(key, "a list of lists", list, None);
                continue;
            };
            if items.is_empty() {
                let found = Diagnostic::error(format!("a list of `{key}` is empty"));
                self.report(
                    found
                        .at(list.span())
                        .help("add something to it, or delete it"),
                );
                read.push(Vec::new());
                continue;
            }
            read.push(
                items
                    .iter()
                    .take(self.entries(key, items.len(), list.span()))
                    .filter_map(|item| self.line(key, item))
                    .collect(),
            );
        }
        read
    }

    /// A share as a list of two whole numbers: `[1, 3]` is a third.
    pub(crate) fn fraction(&self, key: &str) -> Option<(u32, u32)> {
        let value = self.value(key)?;
        let number = |item: &Spanned<DeValue<'_>>| match item.get_ref() {
            DeValue::Integer(number) => u32::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        let parts: Option<Vec<u32>> = match value.get_ref() {
            DeValue::Array(items) => items.iter().map(number).collect(),
            _ => None,
        };
        match parts.as_deref() {
            Some(&[part, whole]) if whole > 0 && part <= whole => Some((part, whole)),
            _ => {
                let found = Diagnostic::error(format!(
                    "`{key}` must be two whole numbers, a part and the whole"
                ));
                self.report(found.at(value.span()).help(format!("write {key} = [N, N]")));
                None
            }
        }
    }
}
