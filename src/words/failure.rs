//! Failures outside, as data: the worker sends them, a screen words them.

use crate::content::text::clean::Clean;

/// A task that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// A setting was not remembered.
    Setting(NotRemembered),
    /// The profile was not saved.
    Profile(NotSaved),
    /// The profile was not saved: its file was changed since it was read.
    ProfileChanged,
    /// There is no home folder to keep a profile in.
    NoHome,
    /// The routines cannot be read; why, as the system says it.
    Load(String),
    /// Reading the routines went wrong half way, by a fault of the program.
    LoadBroken,
}

/// The reason why a setting was not remembered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotRemembered {
    /// There is no home folder.
    NoHome,
    /// The file of the settings cannot be read; why.
    Unreadable(Clean),
    /// The text of the file cannot be changed without loss.
    NotSet(NotSet),
    /// The file cannot be replaced.
    NotSaved(NotSaved),
}

/// The reason why a setting cannot be put into the text of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotSet {
    /// This line, counted from 1, is broken; why.
    Broken(usize, Clean),
    /// On this line, counted from 1, the key does not have one word after `=`.
    NotPlain(usize, &'static str),
    /// The rest of the file would change with this key.
    ChangesTheRest(&'static str),
}

/// The reason why a file was not replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotSaved {
    /// It is a link to nothing.
    Dangling,
    /// Something else than a file lies there.
    NoFile,
    /// Nobody is to write the file.
    ReadOnly,
    /// As many old files are kept beside it as there may be.
    TooManyKept,
    /// Another run of this program holds the lock.
    Busy,
    /// The disk is full.
    NoSpace,
    /// The person's share of the disk is used up.
    NoQuota,
    /// A limit of the session forbids files so large.
    TooLarge,
    /// The disk of this folder cannot be written.
    ReadOnlyDisk(String),
    /// This folder may not be written.
    Forbidden(String),
    /// This folder cannot be made, as a file lies there.
    InTheWay(String),
    /// Anything else, as the system says it.
    Other(String),
}
