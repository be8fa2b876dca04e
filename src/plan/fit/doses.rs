//! Doses that are tried while a routine is fitted.

use std::time::Duration;

/// The doses of all units, and the passes of all rounds.
#[derive(Clone, Debug)]
pub(crate) struct Doses {
    /// In the measure of the bounds of each.
    pub(crate) values: Vec<u32>,
    pub(crate) sets: Vec<u32>,
    /// True for what is left out.
    pub(crate) dropped: Vec<bool>,
    /// How often each round is gone through.
    pub(crate) passes: Vec<u32>,
}

/// The nearest on both sides of what was asked; that on it counts as below.
#[derive(Debug, Default)]
pub(crate) struct Near {
    pub(crate) below: Option<(Doses, Duration)>,
    pub(crate) above: Option<(Doses, Duration)>,
}
