//! Typing into the search.

use crate::content::text::printable::printable;
use crate::tui::input::key::Key;
use crate::tui::screens::home::Home;
use crate::tui::shelf::Shelf;

impl Home {
    /// Types into the search.
    pub(crate) fn type_letter(&mut self, key: Key, shelf: &Shelf) {
        let Some(query) = &mut self.query else { return };
        let Some(letter) = key.typed() else { return };
        query.push(letter);
        self.search(shelf);
    }

    /// Takes the last letter out of the search, or all.
    pub(crate) fn erase(&mut self, all: bool, shelf: &Shelf) {
        let Some(query) = &mut self.query else { return };
        if all {
            query.clear();
        } else {
            query.pop();
        }
        self.search(shelf);
    }

    fn search(&mut self, shelf: &Shelf) {
        self.arrange(shelf);
        self.select(shelf, self.leads);
    }

    /// Pastes into the search, when it is open.
    pub(crate) fn paste(&mut self, text: &str, shelf: &Shelf) {
        let Some(query) = &mut self.query else { return };
        query.extend(printable(text).chars().take(200));
        self.search(shelf);
    }
}
