//! What a routine is to a person.

use crate::plan::screening::decision::Decision;
use crate::plan::tailor::Tailored;

/// What a routine is to the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It is played as it is written.
    Fits,
    /// So many steps differ from what is written.
    Adapted(usize),
    /// The rules do not let it play, by this decision.
    NotForYou(Box<Decision>),
    /// The file cannot be played.
    Broken,
}

impl Verdict {
    /// Of a routine that was made to measure.
    pub(crate) fn of(tailored: &Tailored) -> Self {
        match (tailored.refusal(), tailored.adapted()) {
            (Some(refusal), _) => Self::NotForYou(Box::new(refusal.clone())),
            (None, 0) => Self::Fits,
            (None, changes) => Self::Adapted(changes),
        }
    }
}
