//! Chooses the next screen.

use crate::plan::tailor::Tailored;
use crate::tui::app::App;
use crate::tui::message::{Effect, Now, Task};
use crate::tui::screen::Next;
use crate::tui::screens::before::Before;
use crate::tui::screens::blocked::Blocked;
use crate::tui::screens::player::Player;
use crate::tui::screens::problems::Problems;
use crate::tui::screens::setup::Setup;
use crate::tui::screens::signs::Signs;
use crate::tui::screens::today::Today;
use crate::tui::text_screen::TextScreen;
use crate::tui::widgets::figure::Figures;
use crate::words::en::notices::UNPLAYABLE;

impl App {
    /// Performs the request of a screen.
    pub(crate) fn go(&mut self, next: Next, now: Now) -> Vec<Effect> {
        match next {
            Next::Stay => {}
            Next::Do(effects) => return effects,
            Next::Close => return self.close(now),
            Next::List => self.show_list(now),
            Next::Open(id) => self.open_routine(&id, now),
            Next::Return(id) => self.return_to(id, now),
            Next::Play(id) => return self.play(&id, 0, now),
            Next::Today { back, select } => self.ask_today(back, select.as_deref()),
            Next::Profile { at } => {
                self.asked_for = at;
                return vec![Effect::Do(Task::ReadProfile)];
            }
            Next::Choose(setting) => return self.choose(setting, now),
        }
        Vec::new()
    }

    /// Back to the list; without one, out.
    fn close(&mut self, now: Now) -> Vec<Effect> {
        if self.only_session {
            return vec![Effect::Quit];
        }
        self.open = None;
        self.world.apply_theme(now);
        Vec::new()
    }

    /// The list, in order for this moment.
    pub(crate) fn show_list(&mut self, now: Now) {
        let catalog = &self.world.catalog;
        let drawing = self.world.drawing();
        self.home
            .refresh(catalog, catalog, drawing, now.wall.time());
        self.open = None;
    }

    /// Opens the page of a routine: before its start, its block by the rules, or the errors of its file.
    pub(crate) fn open_routine(&mut self, id: &str, now: Now) {
        let (catalog, drawing) = (&self.world.catalog, self.world.drawing());
        let Some(entry) = catalog.library().routine(id) else {
            return;
        };
        self.open = Some(match self.world.tailored(id) {
            Some(tailored) if tailored.timetable.is_none() => {
                Box::new(TextScreen::new(Blocked::new(id, &tailored, catalog)))
            }
            Some(tailored) => match Before::new(id, tailored, catalog, drawing, now) {
                Some(before) => Box::new(before),
                None => return,
            },
            None => {
                let problems = Problems::new(id, &entry.value.title, &entry.report(false));
                Box::new(TextScreen::new(problems))
            }
        });
        self.world.apply_theme(now);
    }

    /// The page of a routine; without one, why nothing is played, or else the list.
    fn return_to(&mut self, id: Option<String>, now: Now) {
        self.show_list(now);
        if let Some(id) = id {
            self.open_routine(&id, now);
        } else if let Some(blocked) = Blocked::nothing_plays(&self.world.catalog) {
            self.open = Some(Box::new(TextScreen::new(blocked)));
        }
    }

    fn ask_today(&mut self, back: Option<String>, select: Option<&str>) {
        let mut today = Today::new(&self.world.catalog, back);
        if let Some(id) = select {
            today.select(id);
        }
        self.open = Some(Box::new(today));
    }

    /// Opens the page about the abilities of the terminal.
    pub(crate) fn show_setup(&mut self) {
        self.open = Some(Box::new(Setup::new(
            self.world.catalog.library(),
            &self.world.bases,
        )));
    }

    /// Plays a routine from a step, counted from 0.
    pub(crate) fn play(&mut self, id: &str, step: usize, now: Now) -> Vec<Effect> {
        match self.world.tailored(id) {
            Some(Tailored {
                timetable: Some(timetable),
                ..
            }) => {
                let catalog = &self.world.catalog;
                let signs = Signs::for_whom(catalog);
                let figures = Figures::of(&timetable, catalog.library(), self.world.drawing());
                let (player, events) = Player::start(timetable, signs, figures, step, now);
                self.open = Some(Box::new(player));
                return Effect::heard(&events);
            }
            Some(_) => self.open_routine(id, now),
            None => self.say(UNPLAYABLE.to_owned(), now),
        }
        Vec::new()
    }
}
