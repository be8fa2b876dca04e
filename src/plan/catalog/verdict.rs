//! The verdict on a routine for a person.

use crate::plan::screening::decision::Decision;
use crate::plan::tailor::Tailored;

/// The verdict on a routine for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It is played as it is written.
    Fits,
    /// The number of steps that differ from the file.
    Adapted(usize),
    /// The rules do not let it play, by this decision.
    NotForYou(Box<Decision>),
    /// The file cannot be played.
    Broken,
}

impl Verdict {
    /// Returns the verdict on a tailored routine.
    pub(crate) fn of(tailored: &Tailored) -> Self {
        match (tailored.refusal(), tailored.adapted()) {
            (Some(refusal), _) => Self::NotForYou(Box::new(refusal.clone())),
            (None, 0) => Self::Fits,
            (None, changes) => Self::Adapted(changes),
        }
    }
}
