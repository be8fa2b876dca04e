//! Typing into the search.

use crate::plan::catalog::Catalog;
use crate::tui::input::action::Action;
use crate::tui::input::key::Key;
use crate::tui::screens::home::Home;

impl Home {
    /// Types into the search.
    pub(crate) fn type_letter(&mut self, key: Key, catalog: &Catalog) {
        let Some(query) = &mut self.query else { return };
        let Some(letter) = key.typed() else { return };
        query.insert(letter);
        self.search(catalog);
    }

    /// Moves the cursor of the search, or takes letters out.
    pub(crate) fn change(&mut self, action: Action, catalog: &Catalog) {
        if self.query.as_mut().is_some_and(|query| query.act(action)) {
            self.search(catalog);
        }
    }

    fn search(&mut self, catalog: &Catalog) {
        self.arrange(catalog);
        self.select(catalog, self.leads);
    }

    /// Pastes into the search, when it is open.
    pub(crate) fn paste(&mut self, text: &str, catalog: &Catalog) {
        let Some(query) = &mut self.query else { return };
        query.paste(text, 200);
        self.search(catalog);
    }
}
