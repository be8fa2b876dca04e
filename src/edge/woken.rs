//! The events that wake the loop, and its endings.

use crate::tui::input::key::Key;

/// The event that ended a wait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Wake {
    /// A key was pressed.
    Key(Key),
    /// A text was pasted. It may hold anything, control characters too.
    Paste(String),
    /// A line was typed, with its end.
    Line(String),
    /// Nothing can be typed any more.
    EndOfInput,
    /// The terminal has a new size, in columns and rows; the next frame is drawn in it.
    Resized(u16, u16),
    /// A reply of the worker has come.
    Reply,
    /// A child process ended.
    Child,
    /// Somebody stopped the process from outside and let it go on; the screen has to be drawn.
    Continued,
    /// The process stopped itself on a signal and goes on; the screen has to be drawn.
    Stopped,
    /// It is time to end. Nothing comes after this.
    Ended(Ending),
}

/// The way the program ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// The person wished so.
    Quit,
    /// A signal of this number asked for it.
    Signal(i32),
    /// The terminal is gone.
    HangUp,
}

impl Ending {
    /// The exit code, as a shell counts it.
    pub(crate) fn code(self) -> u8 {
        match self {
            Self::Quit => 0,
            Self::Signal(number) => u8::try_from(128 + number).unwrap_or(u8::MAX),
            Self::HangUp => 129,
        }
    }
}
