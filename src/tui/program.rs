//! The program that the loop runs: the screens, or plain mode.

use crate::player::moment::Moment;
use crate::tui::message::{Effect, Msg, Now};

/// A program without clock and terminal: the time and all that happens are handed to it.
pub trait Program {
    /// Takes a message. The program is shown again after this.
    fn update(&mut self, msg: Msg, now: Now) -> Vec<Effect>;

    /// It has been shown as it is.
    fn shown(&mut self) {}

    /// The next moment at which it acts without input; `None` while nothing counts. A moment in the past wakes at once,
    /// so a [`Msg::Tick`] has to move it on.
    fn deadline(&self) -> Option<Moment>;

    /// The next moment at which it changes without input; the same holds for it.
    fn next_change(&self, now: Now) -> Option<Moment>;
}
