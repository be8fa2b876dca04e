//! A person's preferences where routines leave a choice.

use crate::content::routine::Routine;
use crate::content::vocabulary::{RangeEnd, Side};

/// A person's preferences for one routine; by default it plays as it is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// True for the lower ends of ranges, false for the upper ones; `None` leaves it to the routine.
    pub gentle: Option<bool>,
    /// The side that begins where the routine names none.
    pub first_side: Option<Side>,
}

impl Preferences {
    /// Returns the end of ranges that plays where a routine asks for this one.
    pub(crate) fn end(self, written: RangeEnd) -> RangeEnd {
        match self.gentle {
            Some(true) => RangeEnd::Low,
            Some(false) => RangeEnd::High,
            None => written,
        }
    }
}

/// Who decides which ends of a routine's ranges play.
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
    /// Returns who decides: the person may choose the lower ends where nothing else asks for them already.
    pub(crate) fn of(in_profile: Option<bool>, routine: &Routine) -> Self {
        match (in_profile, routine.ranges) {
            (Some(true), _) => Self::Profile,
            (None, RangeEnd::Low) => Self::Routine,
            (Some(false), _) | (None, RangeEnd::High) => Self::Choice,
        }
    }
}
