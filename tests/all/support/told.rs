//! Plain mode without a terminal: lines and time in, lines out.

use std::time::Duration;

use chrono::DateTime;
use supple::player::event::Stamped;
use supple::player::moment::Moment;
use supple::player::narrator::Heard;
use supple::tui::message::{Effect, Msg, Now};
use supple::tui::plain::Plain;
use supple::tui::program::Program as _;

/// A session in lines at a simulated time.
pub(crate) struct Told {
    pub(crate) plain: Plain,
    elapsed: Duration,
    /// All that was said.
    pub(crate) lines: Vec<String>,
    /// What was to be heard.
    pub(crate) heard: Vec<Stamped<Heard>>,
    /// Whether the program has asked to end.
    pub(crate) has_quit: bool,
}

impl Told {
    /// A session that was just started.
    pub(crate) fn new(plain: Plain) -> Self {
        let lines = plain.lines().to_vec();
        let mut told = Self {
            plain,
            elapsed: Duration::ZERO,
            lines,
            heard: Vec::new(),
            has_quit: false,
        };
        told.plain.shown();
        told
    }

    /// Lets time pass up to a moment since the start.
    pub(crate) fn until(&mut self, elapsed: Duration) -> &mut Self {
        self.elapsed = elapsed;
        self.tell(Msg::Tick);
        self
    }

    /// Types a line; what is said then.
    pub(crate) fn typed(&mut self, line: &str) -> Vec<String> {
        self.tell(Msg::Line(line.to_owned()))
    }

    /// Tells the program something; what it says then.
    pub(crate) fn tell(&mut self, msg: Msg) -> Vec<String> {
        let now = Now {
            mono: Moment::at(self.elapsed),
            wall: DateTime::default(),
            change: None,
        };
        for effect in self.plain.update(msg, now) {
            match effect {
                Effect::Hear(heard) => self.heard.push(heard),
                effect => self.has_quit |= effect == Effect::Quit,
            }
        }
        let said = self.plain.lines().to_vec();
        self.plain.shown();
        self.lines.extend(said.iter().cloned());
        said
    }
}
