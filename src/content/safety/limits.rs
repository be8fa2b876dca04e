//! The numbers and words that the screening goes by.

use crate::content::safety::places::Reference;

/// The limits of the screening, as far as files say them.
#[derive(Clone, Debug, Default)]
pub struct Limits {
    /// The condition assumed in a pregnancy of unknown week.
    pub week_unknown: Option<Reference>,
    /// The condition assumed past the due date, until the birth is entered.
    pub(crate) past_due: Option<Reference>,
    /// Swaps in a row.
    pub(crate) hops: Option<u32>,
    /// Part and whole: with a larger share of the steps left out, a routine is not played.
    pub(crate) most_left_out: Option<(u32, u32)>,
    /// With fewer different exercises left in a routine that had more, it is not played.
    pub(crate) fewest_exercises: Option<u32>,
    /// Said for a precaution that has no line of its own.
    pub other_caution: Option<String>,
}

impl Limits {
    /// A swap, and a swap of a swap, where no file says another number.
    pub fn hops(&self) -> u32 {
        self.hops.unwrap_or(2)
    }

    /// More than this share of the steps left out: not played. A third where no file says another.
    pub fn most_left_out(&self) -> (u32, u32) {
        self.most_left_out.unwrap_or((1, 3))
    }

    /// Fewer different exercises than this left, of a routine that had more: not played. Two where no file says
    /// another number.
    pub(crate) fn fewest_exercises(&self) -> u32 {
        self.fewest_exercises.unwrap_or(2)
    }
}
