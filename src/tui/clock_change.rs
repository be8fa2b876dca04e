//! The night in which the clocks are changed.

use chrono::{DateTime, FixedOffset, Utc};

/// A change of the offset from UTC, as at the beginning and the end of summer time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockChange {
    /// The first instant of the new offset.
    pub at: DateTime<Utc>,
    /// The offset from then on.
    pub offset: FixedOffset,
}
