//! The program in lines, from its first line to its end.

use std::convert::Infallible;
use std::io;
use std::sync::mpsc;

use crate::edge::clock::Clock;
use crate::edge::front::lines::{Lines, Told};
use crate::edge::runtime::{Effect, Msg, Program, Runtime};
use crate::edge::terminal::input;
use crate::edge::worker::outlet::Outlet;
use crate::player::event::Input;
use crate::player::moment::Moment;
use crate::tui::message::Now;
use crate::tui::plain::Plain;

/// Plays in lines, from standard input and to standard output. `begin` makes the session and its first lines.
///
/// Gives the exit code: 0 when the session is over or nobody reads any more, 129 when the terminal is gone, or 128 and
/// the number of the signal that ended it.
///
/// # Errors
/// When standard output fails otherwise than by being closed.
pub(crate) fn run(begin: impl FnOnce(Moment) -> (Plain, Vec<String>)) -> io::Result<u8> {
    let lines = Lines::open()?;
    let clock = Clock::start();
    let now = clock.now();
    let (mut plain, said) = begin(now.mono);
    plain.set_layout(input::layout());
    let program = InLines { plain, said };
    let (_, inbox) = mpsc::channel::<Infallible>();
    let ending = Runtime::new(program, now, lines, clock, Outlet::idle(), inbox).run()?;
    Ok(ending.code())
}

/// Translates between the loop and the session.
struct InLines {
    plain: Plain,
    /// What is said and not taken yet.
    said: Vec<String>,
}

impl Told for InLines {
    fn lines(&self) -> &[String] {
        &self.said
    }
}

impl Program for InLines {
    type Errand = Infallible;
    type Report = Infallible;

    fn update(&mut self, msg: Msg<Infallible>, now: Now) -> Vec<Effect<Infallible>> {
        let said = match msg {
            Msg::Line(line) => self.plain.typed(&line, now.mono),
            Msg::EndOfInput => self.plain.end_of_input(now.mono),
            Msg::Tick => self.plain.feed(Input::Tick, now.mono),
            Msg::Away { since } => self.plain.feed(Input::Away { since }, now.mono),
            Msg::Key(_) | Msg::Paste(_) | Msg::Resized | Msg::Ending => Vec::new(),
        };
        self.said.extend(said);
        match self.plain.outcome() {
            Some(_) => vec![Effect::Quit],
            None => Vec::new(),
        }
    }

    fn shown(&mut self) {
        self.said.clear();
    }

    fn deadline(&self) -> Option<Moment> {
        self.plain.deadline()
    }

    fn next_change(&self, _now: Now) -> Option<Moment> {
        None
    }
}
