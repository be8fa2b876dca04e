//! The limits of doses.

use std::ops::RangeInclusive;
use std::time::Duration;

/// The allowed length of a hold.
pub(crate) const HOLD: RangeInclusive<Duration> =
    Duration::from_millis(500)..=Duration::from_secs(3 * 3600);
/// The allowed length of prepare, switch and rest; zero leaves the segment out.
pub(crate) const PAUSE: RangeInclusive<Duration> = Duration::ZERO..=Duration::from_secs(3 * 3600);
/// The allowed number of repetitions.
pub(crate) const REPS: RangeInclusive<u32> = 1..=999;
/// The allowed number of sets.
pub(crate) const SETS: RangeInclusive<u32> = 1..=99;
/// The allowed length of a repetition.
pub(crate) const TEMPO: RangeInclusive<Duration> =
    Duration::from_millis(500)..=Duration::from_secs(600);
/// The allowed number of repeats of a round.
pub(crate) const REPEATS: RangeInclusive<u32> = 1..=99;
