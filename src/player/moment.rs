//! A point in time, as the engine sees it.

use std::ops::{Add, Sub};
use std::time::Duration;

/// Time since the program started, on a clock that only runs forward.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(Duration);

impl Moment {
    /// The program's start.
    #[cfg(feature = "testing")]
    pub const START: Self = Self(Duration::ZERO);

    /// So long after the program's start.
    pub const fn at(since_start: Duration) -> Self {
        Self(since_start)
    }

    /// Returns the time since the program's start.
    pub const fn since_start(self) -> Duration {
        self.0
    }
}

impl Add<Duration> for Moment {
    type Output = Self;

    fn add(self, later: Duration) -> Self {
        Self(self.0.saturating_add(later))
    }
}

/// Returns the time since the earlier moment; zero when the other is later.
impl Sub for Moment {
    type Output = Duration;

    fn sub(self, earlier: Self) -> Duration {
        self.0.saturating_sub(earlier.0)
    }
}
