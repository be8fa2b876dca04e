//! The front of the loop that meets the person: a screen, or lines.

pub(crate) mod lines;
pub(crate) mod terminal;
pub(crate) mod waiting;

use std::io;
use std::time::Duration;

use crate::edge::woken::{Ending, Wake};
use crate::tui::message::Now;

/// One of the two. `P` is the program that it shows.
///
/// Nothing in here blocks but [`Front::wait`] and [`Front::finish`], and both heed signals.
pub(crate) trait Front<P> {
    /// Shows the program as it is.
    fn show(&mut self, program: &P, now: Now) -> io::Result<Shown>;

    /// Waits for something to happen, at the longest as long as `timeout`; without one, for ever.
    ///
    /// `is_stale` says that something is still to be shown: the wait then ends as well when output is
    /// taken again. Waking with nothing is normal and harmless.
    fn wait(&mut self, timeout: Option<Duration>, is_stale: bool) -> io::Result<Vec<Wake>>;

    /// A signal that ends the program, if one came since the last wait: many keys at once may take their time.
    fn ending(&self) -> Option<Ending>;

    /// Stops the process until a shell lets it go on.
    fn suspend(&mut self) -> io::Result<Suspended>;

    /// The program has quit: waits until all it said has been taken, and tells how it ends then.
    fn finish(&mut self, program: &P, now: Now) -> io::Result<Ending>;

    /// Gives back what it took. Can be called any number of times.
    fn leave(&mut self);
}

/// The result of an attempt to show something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    /// It is on its way.
    Yes,
    /// No output is taken at the moment.
    Later,
    /// There is nobody to show it to any more.
    Ended(Ending),
}

/// The result of an attempt to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Suspended {
    /// Stopped, and back; all has to be shown again.
    Back,
    /// Not done: no shell would notice, and the program would be frozen for ever.
    Refused,
    /// While it was stopped, something came that ends the program. The terminal is somebody else's.
    Ended(Ending),
}
