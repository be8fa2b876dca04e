//! The reasons why a file cannot be changed.

/// The reason why a file cannot be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stuck {
    /// It is no TOML, or of a newer format, or would no longer say the rest of what it says.
    Unreadable,
    /// A key is not written as `key = value`; on which line, from 1.
    Line(usize),
    /// The table or the item in which something was to be written is not there.
    Missing,
}
