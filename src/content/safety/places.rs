//! The places of words and keys in `safety.toml`.

use std::ops::Range;

use toml::Spanned;

/// A word that refers to something, by its id, with its place in the file.
pub(crate) type Reference = Spanned<String>;

/// The places of a table's keys, for checks against another file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places {
    /// The table's header.
    pub(crate) header: Range<usize>,
    /// The keys that are written.
    pub(crate) keys: Vec<(&'static str, Range<usize>)>,
}

impl Places {
    /// Returns the place of a key, else of the header.
    pub(crate) fn of(&self, key: &str) -> Range<usize> {
        let written = self.keys.iter().find(|(known, _)| *known == key);
        written.map_or_else(|| self.header.clone(), |(_, place)| place.clone())
    }
}
