//! Which screen opens for a routine.

use crate::plan::emergency::Emergency;
use crate::plan::tailor::{Tailored, Wish};
use crate::tui::app::{App, Screen, heard};
use crate::tui::message::{Effect, Now, Task};
use crate::tui::screens::before::Before;
use crate::tui::screens::blocked::Blocked;
use crate::tui::screens::home::search::answers::Place as Said;
use crate::tui::screens::player::Player;
use crate::tui::screens::problems::Problems;
use crate::tui::screens::signs::Signs;
use crate::tui::screens::today::Today;
use crate::tui::widgets::figure::Figures;

impl App {
    /// What is selected in the list: a routine, or the page where something is said that was searched for.
    pub(crate) fn open_line(&mut self, now: Now) -> Vec<Effect> {
        let Some(answer) = self.home.answer() else {
            self.open_selected(now);
            return Vec::new();
        };
        let id = answer.id.clone();
        match answer.place {
            Said::Signs => self.home.show_signs(&id, &self.shelf),
            Said::Today => {
                self.ask_today(None);
                if let Screen::Today(today) = &mut self.screen {
                    today.select(&id);
                }
            }
            Said::Profile => {
                self.asked_for = Some(id);
                return vec![Effect::Do(Task::ReadProfile)];
            }
        }
        Vec::new()
    }

    pub(crate) fn open_selected(&mut self, now: Now) {
        if let Some(id) = self.home.row(&self.shelf).map(|row| row.id.clone()) {
            self.open(&id, now);
        }
    }

    /// The page before a routine; of one that the rules let not play, why; of a file that cannot be played, what is
    /// wrong with it.
    pub(crate) fn open(&mut self, id: &str, now: Now) {
        let Some(entry) = self.shelf.library().routine(id) else {
            return;
        };
        self.screen = match self.made(id) {
            Some(tailored) if tailored.timetable.is_none() => {
                Screen::Blocked(Blocked::new(id, &tailored, &self.shelf))
            }
            Some(tailored) => match Before::new(id, tailored, &self.shelf, self.drawing(), now) {
                Some(before) => Screen::Before(Box::new(before)),
                None => return,
            },
            None => Screen::Problems(Problems::new(&entry.value.title, &entry.report(false))),
        };
        self.apply_theme(now);
    }

    /// The routine made to measure. Minutes that cannot be reached any more are forgotten.
    pub(crate) fn made(&self, id: &str) -> Option<Tailored> {
        let unfitted = || {
            let wish = Wish {
                minutes: None,
                ..self.shelf.wish(id)
            };
            self.shelf.tailored_to(id, &wish)?.ok()
        };
        self.shelf.tailored(id)?.ok().or_else(unfitted)
    }

    pub(crate) fn open_other(&mut self, other: Option<String>, now: Now) {
        if let Some(id) = other {
            self.open(&id, now);
        }
    }

    pub(crate) fn ask_today(&mut self, back: Option<String>) {
        let safety = &self.shelf.library().shared().safety;
        let whom = self.shelf.whom();
        let emergency = Emergency::of(&whom.profile);
        let today = Today::new(safety, whom.today(), &emergency, back);
        self.screen = Screen::Today(today);
    }

    /// What was said to be new holds from now on. With a full stop what to do comes next, wherever the page was opened.
    pub(crate) fn close_today(&mut self, now: Now) {
        let Screen::Today(today) = &mut self.screen else {
            return;
        };
        let (said, stops, back) = (today.said(), today.stops(), today.back.take());
        self.shelf.set_today(said);
        self.home.refresh(&self.shelf, &self.shelf, now.wall.time());
        if stops || back.is_some() {
            self.back_to(back, now);
        } else {
            self.screen = Screen::Home;
        }
    }

    /// The page of a routine; without one, why nothing is played, or else the list.
    pub(crate) fn back_to(&mut self, id: Option<String>, now: Now) {
        if let Some(id) = id {
            self.open(&id, now);
        } else {
            let stopped = Blocked::nothing_plays(&self.shelf);
            self.screen = stopped.map_or(Screen::Home, Screen::Blocked);
        }
    }

    /// Plays a routine from a step, counted from 0.
    pub(crate) fn play(&mut self, id: &str, step: usize, now: Now) -> Vec<Effect> {
        match self.made(id) {
            Some(Tailored {
                timetable: Some(timetable),
                ..
            }) => {
                let safety = &self.shelf.library().shared().safety;
                let whom = self.shelf.whom();
                let emergency = Emergency::of(&whom.profile);
                let signs = Signs::of(safety, whom.person().conditions(), &emergency);
                let figures = Figures::of(&timetable, &self.shelf, self.drawing());
                let (player, events) = Player::start(timetable, signs, figures, step, now);
                self.screen = Screen::Player(Box::new(player));
                return heard(&events);
            }
            Some(_) => self.open(id, now),
            None => self.say(
                "This file cannot be played: supple check says why.".to_owned(),
                now,
            ),
        }
        Vec::new()
    }
}
