//! The messages to a program and the effects that it asks for. One vocabulary for the loop, the screens and the worker.

use std::time::Duration;

use chrono::{DateTime, FixedOffset};

use crate::plan::catalog::Catalog;
use crate::plan::profile::own::{ProfileChange, ProfileFile};
use crate::player::event::{Event, Stamped};
use crate::player::moment::Moment;
use crate::player::narrator::{Heard, narrate};
use crate::tui::clock_change::ClockChange;
use crate::tui::input::key::Key;
use crate::tui::settings::Setting;
use crate::words::failure::Failure;

/// The time, as values: one to count with, one to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// For counting; stands still while the machine sleeps.
    pub mono: Moment,
    /// The wall clock, with the offset that holds now where the person is.
    pub wall: DateTime<FixedOffset>,
    /// The next change of that offset, if one comes within the next two days.
    pub change: Option<ClockChange>,
}

impl Now {
    /// Returns the wall clock time after this time. Where the clocks change before, the new offset counts.
    pub(crate) fn wall_after(self, time: Duration) -> DateTime<FixedOffset> {
        let later = self.wall + time;
        let change = self
            .change
            .filter(|change| self.wall < change.at && change.at <= later);
        change.map_or(later, |change| later.with_timezone(&change.offset))
    }
}

/// Something that happened outside.
#[derive(Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// A text was pasted. It may hold anything.
    Paste(String),
    /// A line was typed, with its end. Only in plain mode.
    Line(String),
    /// Nothing can be typed any more. Only in plain mode.
    EndOfInput,
    /// The terminal has a new size, in columns and rows.
    Resized(u16, u16),
    /// A deadline or a visible change is due.
    Tick,
    /// Nobody was there since then: the machine slept, or the program was stopped. It comes before everything else
    /// that the same wake-up brings.
    Away {
        /// The last moment at which the program was awake.
        since: Moment,
    },
    /// A task was done.
    Reply(Reply),
    /// The program ends, and not by its own wish: what is worth keeping goes into tasks.
    Ending,
}

/// The result of a [`Task`].
#[derive(Debug)]
pub enum Reply {
    /// All routines have been read.
    Loaded(Box<Catalog>),
    /// The file of the profile, as it is now.
    Profile(Box<ProfileFile>),
    /// The profile is written.
    ProfileSaved,
    /// It could not be done.
    Failed(Failure),
}

/// An effect that a program asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// End, after everything else that is asked for.
    Quit,
    /// Stop until the shell lets the program go on. [`Msg::Away`] follows.
    Suspend,
    /// Do something that can block.
    Do(Task),
    /// Let something be heard.
    Hear(Stamped<Heard>),
}

impl Effect {
    /// Returns the words and sounds of events.
    pub(crate) fn heard(events: &[Stamped<Event>]) -> Vec<Self> {
        narrate(events).into_iter().map(Self::Hear).collect()
    }
}

/// Something that can block: it is done beside the loop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Read all routines again; [`Reply::Loaded`] answers.
    Load,
    /// Remember a setting; only a failure answers.
    SaveSetting(Setting),
    /// Read the profile's file; [`Reply::Profile`] answers.
    ReadProfile,
    /// Write the profile; [`Reply::ProfileSaved`] or [`Reply::Failed`] answers.
    SaveProfile(Box<ProfileChange>),
    /// Panic, for the tests of the endings.
    #[cfg(debug_assertions)]
    Panic,
}
