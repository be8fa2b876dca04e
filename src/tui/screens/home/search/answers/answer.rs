//! An answer in words, and what it opens.

use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::input::keymap;
use crate::tui::screens::home::search::answers::{Answer, AnswerPlace};
use crate::words::en::found as words;

impl Answer {
    /// `say it in p`
    pub(in crate::tui) fn where_to_say(&self) -> String {
        match self.place {
            _ if self.holds => words::HOLDS.to_owned(),
            AnswerPlace::Signs => words::SEE_THE_SIGNS.to_owned(),
            AnswerPlace::Today | AnswerPlace::Profile => words::say_it_in(&self.key()),
        }
    }

    /// Returns the effect of Enter.
    pub(in crate::tui) const fn does(&self) -> &'static str {
        match self.place {
            AnswerPlace::Signs => words::WARNING_SIGNS,
            AnswerPlace::Today | AnswerPlace::Profile if self.holds => words::SEE_IT,
            AnswerPlace::Today | AnswerPlace::Profile => words::SAY_IT,
        }
    }

    /// Its details, a paragraph each.
    pub(in crate::tui) fn in_words(&self) -> Vec<String> {
        let what = match self.place {
            AnswerPlace::Signs => words::SHOWS_SIGNS.to_owned(),
            AnswerPlace::Today => words::said_today(self.holds, &self.key()),
            AnswerPlace::Profile => words::said_in_profile(self.holds, &self.key()),
        };
        let sign = match self.place {
            AnswerPlace::Signs => self.name.clone(),
            AnswerPlace::Today | AnswerPlace::Profile => String::new(),
        };
        let lines = [self.does.clone(), sign, what];
        lines.into_iter().filter(|line| !line.is_empty()).collect()
    }

    fn key(&self) -> String {
        let action = match self.place {
            AnswerPlace::Profile => Action::Profile,
            AnswerPlace::Today | AnswerPlace::Signs => Action::Today,
        };
        keymap::key_of(Context::Home, action)
    }
}
