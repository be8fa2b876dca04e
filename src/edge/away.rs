//! Noticing that the machine slept or the process was stopped.

use std::time::Duration;

use crate::player::moment::Moment;

/// The delay from which a wake-up is no longer just late.
const LIMIT: Duration = Duration::from_secs(2);

/// The longest wait while something counts. It bounds how far back "the last time awake" can be.
const LONGEST_WAIT: Duration = Duration::from_secs(1);

/// Until when to wait at the most, with these for the next deadline and the next visible change. A
/// program that only waits for a person has neither, and is not woken.
pub(crate) fn wake_at(
    now: Moment,
    deadline: Option<Moment>,
    change: Option<Moment>,
) -> Option<Moment> {
    let check = deadline.map(|_| now + LONGEST_WAIT);
    [deadline, change, check].into_iter().flatten().min()
}

/// One wait, as seen after it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wait {
    /// When the loop was last known to be awake.
    pub(crate) last: Moment,
    /// Until when it meant to wait at the most.
    pub(crate) until: Option<Moment>,
    /// When it woke up.
    pub(crate) woke: Moment,
    /// The time that the machine slept meanwhile.
    pub(crate) slept: Duration,
    /// True if the process stopped itself meanwhile.
    pub(crate) stopped: bool,
}

impl Wait {
    /// Since when nobody was there, if that is so.
    ///
    /// Stopped: since the last time awake, as the clock went on. A sleeping machine stops the clock
    /// that counts, so that it is away exactly since now. The time of day does not come into it:
    /// setting it must not pause anything.
    pub(crate) fn away_since(self) -> Option<Moment> {
        let late = self.until.is_some_and(|until| self.woke - until > LIMIT);
        if self.stopped || late {
            Some(self.last)
        } else if self.slept > LIMIT {
            Some(self.woke)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: f64) -> Moment {
        Moment::at(Duration::from_secs_f64(seconds))
    }

    /// Awake at 10 s, to wake up at 11 s at the latest.
    fn wait(woke: f64, slept: f64) -> Wait {
        Wait {
            last: at(10.0),
            until: Some(at(11.0)),
            woke: at(woke),
            slept: Duration::from_secs_f64(slept),
            stopped: false,
        }
    }

    #[test]
    fn what_counts_wakes_once_a_second_at_least() {
        let (now, soon, late) = (at(10.0), at(10.3), at(70.0));
        assert_eq!(wake_at(now, None, None), None);
        assert_eq!(wake_at(now, None, Some(late)), Some(late));
        assert_eq!(wake_at(now, Some(late), None), Some(at(11.0)));
        assert_eq!(wake_at(now, Some(late), Some(soon)), Some(soon));
        assert_eq!(wake_at(now, Some(soon), Some(late)), Some(soon));
    }

    #[test]
    fn a_wake_in_time_or_a_little_late_is_none() {
        assert_eq!(wait(10.5, 0.0).away_since(), None);
        assert_eq!(wait(11.0, 0.0).away_since(), None);
        assert_eq!(wait(13.0, 2.0).away_since(), None);
    }

    #[test]
    fn a_late_wake_is_away_since_the_last_one() {
        assert_eq!(wait(13.1, 0.0).away_since(), Some(at(10.0)));
    }

    #[test]
    fn a_sleeping_machine_is_away_since_now() {
        assert_eq!(wait(11.0, 3600.0).away_since(), Some(at(11.0)));
    }

    #[test]
    fn a_process_that_stopped_itself_is_away_however_short() {
        let stopped = Wait {
            stopped: true,
            ..wait(10.1, 0.0)
        };
        assert_eq!(stopped.away_since(), Some(at(10.0)));
    }

    #[test]
    fn stopped_and_then_slept_is_away_since_the_stop() {
        assert_eq!(wait(20.0, 3600.0).away_since(), Some(at(10.0)));
    }

    #[test]
    fn without_a_time_to_wake_at_only_sleep_counts() {
        let endless = Wait {
            until: None,
            ..wait(5000.0, 0.0)
        };
        assert_eq!(endless.away_since(), None);
        let slept = Wait {
            slept: Duration::from_secs(60),
            ..endless
        };
        assert_eq!(slept.away_since(), Some(at(5000.0)));
    }
}
