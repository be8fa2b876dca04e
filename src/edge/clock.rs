//! The clocks. Nothing else reads one.

use std::time::{Duration, Instant, SystemTime};

use chrono::NaiveDate;
use rustix::time::{ClockId, clock_gettime};

use crate::edge::zone::{self, Lookahead};
use crate::player::moment::Moment;
use crate::tui::message::Now;

/// The clock that also counts while the machine sleeps; the one behind `Instant` stands still then.
#[cfg(target_os = "linux")]
const COUNTS_SLEEP: ClockId = ClockId::Boottime;
/// On macOS the monotonic clock goes on during sleep, and `Instant` reads the uptime instead.
#[cfg(not(target_os = "linux"))]
const COUNTS_SLEEP: ClockId = ClockId::Monotonic;

/// Reads the clocks, counting from the start of the program.
#[derive(Debug)]
pub(crate) struct Clock {
    start: Instant,
    start_counting_sleep: Duration,
    lookahead: Lookahead,
}

impl Clock {
    /// The clock of a program that starts now.
    #[expect(clippy::disallowed_methods, reason = "this is the clock")]
    pub(crate) fn start() -> Self {
        Self {
            start_counting_sleep: counting_sleep(),
            start: Instant::now(),
            lookahead: Lookahead::default(),
        }
    }

    /// The time since the start without the time the machine slept. It never runs backwards.
    #[expect(clippy::disallowed_methods, reason = "this is the clock")]
    pub(crate) fn moment(&self) -> Moment {
        Moment::at(self.start.elapsed())
    }

    /// The moment and the time of day.
    #[expect(clippy::disallowed_methods, reason = "this is the clock")]
    pub(crate) fn now(&mut self) -> Now {
        let wall = zone::local(SystemTime::now());
        Now {
            mono: self.moment(),
            wall,
            change: self.lookahead.change(wall),
        }
    }

    /// Returns the time that the machine has slept since the start. Setting the time of day does not change it.
    ///
    /// The two clocks are read one after the other. The one that counts sleep comes first: a process
    /// stopped in between then seems to have slept less, and is never taken for one that slept.
    pub(crate) fn asleep(&self) -> Duration {
        let counting = counting_sleep().saturating_sub(self.start_counting_sleep);
        counting.saturating_sub(self.moment().since_start())
    }
}

/// The date where the person is.
#[expect(clippy::disallowed_methods, reason = "this is the clock")]
pub(crate) fn today() -> NaiveDate {
    zone::local(SystemTime::now()).date_naive()
}

/// The time since the beginning of 1970, as the stamps of files count it.
#[expect(clippy::disallowed_methods, reason = "this is the clock")]
pub(crate) fn since_1970() -> Duration {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    since.unwrap_or_default()
}

fn counting_sleep() -> Duration {
    Duration::try_from(clock_gettime(COUNTS_SLEEP)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_goes_on_and_a_waking_machine_has_not_slept() {
        let mut clock = Clock::start();
        let first = clock.moment();
        let second = clock.now().mono;
        assert!(second >= first);
        assert!(clock.asleep() < Duration::from_millis(100));
    }
}
