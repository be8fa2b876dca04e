//! Who decides which ends of ranges play.

use crate::content::routine::Routine;
use crate::content::vocabulary::RangeEnd;
use crate::plan::whom::Recipient;

/// Somebody who decides which ends of a routine's ranges play.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EndsBy {
    /// The person, for this routine.
    Choice,
    /// The profile asks for the lower ends everywhere.
    Profile,
    /// The routine asks for its lower ends.
    Routine,
}

impl EndsBy {
    /// Returns who decides that this end plays: the person may choose where nothing else asks for the lower ends already.
    pub(crate) fn of(end: RangeEnd, whom: &Recipient, id: &str, routine: &Routine) -> Self {
        match (whom.profile.gentle, routine.ranges) {
            (Some(true), _) => Self::Profile,
            (None, RangeEnd::Low) => Self::Routine,
            // A routine inside it may ask for its own.
            _ if end == RangeEnd::Low && !whom.is_gentle_in(id) => Self::Routine,
            _ => Self::Choice,
        }
    }
}
