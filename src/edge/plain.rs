//! Plain mode, from its first line to its end.

use std::io;

use crate::edge::clock::Clock;
use crate::edge::front::lines::Lines;
use crate::edge::runtime::Runtime;
use crate::edge::terminal::input;
use crate::edge::worker::runner::{self, Sources};
use crate::player::moment::Moment;
use crate::tui::plain::Plain;

/// Plays in lines, from standard input and to standard output. `begin` makes the session; `sources` are those of its
/// routine.
///
/// Gives the exit code: 0 when the session is over or nobody reads any more, 129 when the terminal is gone, or 128 and
/// the number of the signal that ended it.
///
/// # Errors
/// When standard output fails otherwise than by being closed.
pub(crate) fn run(sources: Sources, begin: impl FnOnce(Moment) -> Plain) -> io::Result<u8> {
    let lines = Lines::open()?;
    let mut clock = Clock::start();
    let now = clock.now();
    let mut plain = begin(now.mono);
    plain.set_layout(input::layout());
    let (worker, replies) = runner::start(sources, lines.waker())?;
    let ending = Runtime::new(plain, now, lines, clock, worker, replies).run()?;
    Ok(ending.code())
}
