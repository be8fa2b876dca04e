//! Typing into the search.

use crate::content::text::printable::printable;
use crate::plan::catalog::Catalog;
use crate::tui::input::key::Key;
use crate::tui::screens::home::Home;

impl Home {
    /// Types into the search.
    pub(crate) fn type_letter(&mut self, key: Key, catalog: &Catalog) {
        let Some(query) = &mut self.query else { return };
        let Some(letter) = key.typed() else { return };
        query.push(letter);
        self.search(catalog);
    }

    /// Takes the last letter out of the search, or all.
    pub(crate) fn erase(&mut self, all: bool, catalog: &Catalog) {
        let Some(query) = &mut self.query else { return };
        if all {
            query.clear();
        } else {
            query.pop();
        }
        self.search(catalog);
    }

    fn search(&mut self, catalog: &Catalog) {
        self.arrange(catalog);
        self.select(catalog, self.leads);
    }

    /// Pastes into the search, when it is open.
    pub(crate) fn paste(&mut self, text: &str, catalog: &Catalog) {
        let Some(query) = &mut self.query else { return };
        query.extend(printable(text).chars().take(200));
        self.search(catalog);
    }
}
