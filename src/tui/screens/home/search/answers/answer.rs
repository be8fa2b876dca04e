//! An answer in words, and what it opens.

use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::input::keymap;
use crate::tui::screens::home::search::answers::{Answer, Place};
use crate::words::en::found as words;

impl Answer {
    /// `say it in p`
    pub(in crate::tui) fn where_to_say(&self) -> String {
        match self.place {
            _ if self.holds => words::HOLDS.to_owned(),
            Place::Signs => words::SEE_THE_SIGNS.to_owned(),
            Place::Today | Place::Profile => words::say_it_in(&self.key()),
        }
    }

    /// What Enter does with it.
    pub(in crate::tui) const fn does(&self) -> &'static str {
        match self.place {
            Place::Signs => words::WARNING_SIGNS,
            Place::Today | Place::Profile if self.holds => words::SEE_IT,
            Place::Today | Place::Profile => words::SAY_IT,
        }
    }

    /// Its details, a paragraph each.
    pub(in crate::tui) fn in_words(&self) -> Vec<String> {
        let what = match self.place {
            Place::Signs => words::SHOWS_SIGNS.to_owned(),
            Place::Today => words::said_today(self.holds, &self.key()),
            Place::Profile => words::said_in_profile(self.holds, &self.key()),
        };
        let sign = match self.place {
            Place::Signs => self.name.clone(),
            Place::Today | Place::Profile => String::new(),
        };
        let lines = [self.does.clone(), sign, what];
        lines.into_iter().filter(|line| !line.is_empty()).collect()
    }

    fn key(&self) -> String {
        let action = match self.place {
            Place::Profile => Action::Profile,
            Place::Today | Place::Signs => Action::Today,
        };
        keymap::key_of(Context::Home, action)
    }
}
