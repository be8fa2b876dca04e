//! A person's preferences where routines leave a choice.

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
