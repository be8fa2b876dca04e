//! What the screens are told, and what they ask for.

use chrono::NaiveDateTime;

use crate::plan::profile::own::{Change, File};
use crate::player::moment::Moment;
use crate::tui::input::key::Key;
use crate::tui::settings::Setting;
use crate::tui::shelf::Shelf;

/// The time, as values: one to count with, one to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// For counting; stands still while the machine sleeps.
    pub mono: Moment,
    /// The wall clock, in the person's own zone.
    pub wall: NaiveDateTime,
}

/// Something that happened outside.
#[derive(Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// A text was pasted. It may hold anything.
    Paste(String),
    /// The terminal has a new size.
    Resized,
    /// A deadline or a visible change is due.
    Tick,
    /// Nobody was there since then: the machine slept, or the program was stopped.
    Away {
        /// The last moment at which the program was awake.
        since: Moment,
    },
    /// All routines have been read.
    Loaded(Box<Shelf>),
    /// The file of the profile, as it is now.
    Profile(Box<File>),
    /// The profile is written.
    ProfileSaved,
    /// Something that was asked for did not work; in words for the person.
    Failed(String),
    /// The program ends, and not by its own wish.
    Ending,
}

/// Something that is to be done outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// End.
    Quit,
    /// Stop until the shell lets the program go on.
    Suspend,
    /// Read all routines anew; [`Msg::Loaded`] answers.
    Load,
    /// Remember a setting.
    SaveSetting(Setting),
    /// Read the profile's file; [`Msg::Profile`] answers.
    ReadProfile,
    /// Write the profile; [`Msg::ProfileSaved`] or [`Msg::Failed`] answers.
    SaveProfile(Box<Change>),
}
