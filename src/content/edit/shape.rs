//! The keys that the tables of a file may contain, and the places of new ones.

use crate::content::toml::document::Document;
use crate::content::toml::fields::Fields;
use crate::content::toml::key::Keys;
use std::ops::Range;
use toml::de::DeTable;

/// One kind of table. A key that is not among its own may be meant for one of them: `deu` for `due`.
#[derive(Debug)]
pub struct Shape {
    /// Its keys.
    pub keys: Keys,
    /// Keys that hold a table or a list of tables, and what those may hold.
    pub tables: &'static [(&'static str, &'static Shape)],
    /// The place of a new key.
    pub new_key: NewKey,
}

/// The place of a new key in its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewKey {
    /// Below all that is there: the order is the person's.
    Last,
    /// Below the keys that come before it in the list of keys; below all where there are none.
    InOrder,
}

impl Shape {
    /// The shape of the tables that a key holds, where it is known.
    pub(crate) fn inner(&self, key: &str) -> Option<&'static Self> {
        let found = self.tables.iter().find(|(name, _)| *name == key);
        found.map(|(_, shape)| *shape)
    }

    /// Finds a key of a table, under its own name or one that was meant for it.
    pub(crate) fn written(
        &self,
        table: &DeTable<'_>,
        document: &Document<'_>,
        key: &str,
    ) -> Option<Range<usize>> {
        if self.keys.has(key) {
            return Fields::part(document, table, 0..0, self.keys).written(key);
        }
        table.get_key_value(key).map(|(name, _)| name.span())
    }

    /// Finds the written keys that precede another in the list of keys.
    pub(crate) fn written_before(
        &self,
        table: &DeTable<'_>,
        document: &Document<'_>,
        key: &str,
    ) -> Vec<Range<usize>> {
        let fields = Fields::part(document, table, 0..0, self.keys);
        let before = self.keys.names().take_while(|known| *known != key);
        before.filter_map(|known| fields.written(known)).collect()
    }
}
