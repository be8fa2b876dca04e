//! The page about the person: how it opens, and what becomes of its changes.

use crate::plan::profile::own::File;
use crate::tui::app::{App, Screen};
use crate::tui::input::action::Action;
use crate::tui::message::{Effect, Now, Task};
use crate::tui::screens::profile::{AboutYou, Outcome};

impl App {
    /// The page about the person, when nothing else was opened meanwhile.
    pub(crate) fn show_profile(&mut self, file: File, now: Now) {
        let asked_for = self.asked_for.take();
        if matches!(self.screen, Screen::Home) {
            let safety = &self.shelf.library().shared().safety;
            let mut page = AboutYou::open(file, safety, now.wall.date());
            if let Some(word) = asked_for {
                page.select(&word);
            }
            self.screen = Screen::Profile(page);
        }
    }

    /// What the profile says has changed: everything that was made for the person is to be made anew.
    pub(crate) fn profile_saved(&mut self, now: Now) -> Vec<Effect> {
        let effects = match &self.screen {
            Screen::Profile(_) => self.close(now),
            _ => Vec::new(),
        };
        if !effects.is_empty() {
            return effects;
        }
        self.say("Saved.".to_owned(), now);
        vec![Effect::Do(Task::Load)]
    }

    pub(crate) fn profile_key(&mut self, action: Action, now: Now) -> Vec<Effect> {
        let Screen::Profile(page) = &mut self.screen else {
            return Vec::new();
        };
        let safety = &self.shelf.library().shared().safety;
        match page.act(action, safety, now.wall.date()) {
            Outcome::Stay => Vec::new(),
            Outcome::Close => self.close(now),
            Outcome::Save(change) => vec![Effect::Do(Task::SaveProfile(change))],
        }
    }
}
