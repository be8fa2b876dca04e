//! Signs to stop and get help.

use crate::content::safety::places::{Places, Reference};

/// A kind of red flag, by what is to be done.
#[derive(Clone, Debug)]
pub struct RedFlagGroup {
    /// The word in files.
    pub(crate) id: String,
    /// A heading.
    pub name: String,
    /// Steps for the person, in order.
    pub actions: Vec<String>,
    /// The first of these is to call the emergency number.
    pub emergency: bool,
    /// These steps are the advice whenever something hurts: rest, then decide afresh. One group has it.
    pub(crate) decide_afresh: bool,
    /// Only for these conditions; empty for everybody.
    pub(crate) conditions: Vec<Reference>,
    /// The places of its keys.
    pub(crate) places: Places,
}

/// A sign to stop and get help.
#[derive(Clone, Debug)]
pub struct RedFlag {
    /// The group's id.
    pub(crate) group: Reference,
    /// The sign.
    pub say: String,
    /// The sources.
    pub(crate) sources: Vec<Reference>,
    /// The places of its keys.
    pub(crate) places: Places,
}
