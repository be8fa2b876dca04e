//! The brief notices over any screen.

/// The files are read again.
pub(crate) const RELOADING: &str = "Reloading routines.";
/// A theme was asked for where there are no colours.
pub(crate) const NO_COLOURS: &str = "Colours are off (NO_COLOR).";
/// A file with errors was to be played.
pub(crate) const UNPLAYABLE: &str = "This file cannot be played. Run supple check to see why.";

/// The theme that was chosen.
pub(crate) fn theme(name: &str) -> String {
    format!("Theme: {name}")
}
