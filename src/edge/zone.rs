//! The time of day where the person is.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::SystemTime;

use chrono::{DateTime, FixedOffset, Local, TimeDelta, Utc};

use crate::tui::clock_change::ClockChange;

/// The folders with time zones, the same as those of chrono.
const FOLDERS: [&str; 4] = [
    "/usr/share/zoneinfo",
    "/share/zoneinfo",
    "/etc/zoneinfo",
    "/usr/share/lib/zoneinfo",
];

/// The largest zone has a few KiB.
const LARGEST_ZONE: u64 = 1 << 20;

/// A change is known this long before it comes, which is longer than people play.
const AHEAD: TimeDelta = TimeDelta::days(2);
/// A look ahead is good for this long, so that most wake-ups need none.
const GOOD_FOR: TimeDelta = TimeDelta::hours(1);

/// A time in the zone of the person, also one before 1970. UTC where `TZ` names what is no zone.
pub(crate) fn local(time: SystemTime) -> DateTime<FixedOffset> {
    static IS_READABLE: OnceLock<bool> = OnceLock::new();
    let is_readable = || std::env::var_os("TZ").is_none_or(|zone| is_readable(&zone));
    if *IS_READABLE.get_or_init(is_readable) {
        DateTime::<Local>::from(time).fixed_offset()
    } else {
        DateTime::<Utc>::from(time).fixed_offset()
    }
}

/// Knows the next change of the clocks.
#[derive(Debug, Default)]
pub(crate) struct Lookahead {
    last: Option<(DateTime<FixedOffset>, Option<ClockChange>)>,
}

impl Lookahead {
    /// The next change after this time in the zone of the person. `None` where none comes within the next two days.
    pub(crate) fn change(&mut self, now: DateTime<FixedOffset>) -> Option<ClockChange> {
        self.change_by(now, |time| *local(time.into()).offset())
    }

    /// Returns the next change of the clock; `offset_at` gives the offset at any time. It is asked only now and then.
    fn change_by(
        &mut self,
        now: DateTime<FixedOffset>,
        offset_at: impl Fn(DateTime<Utc>) -> FixedOffset,
    ) -> Option<ClockChange> {
        // Somebody may set the clock, travel, or sleep over a change.
        let is_good = |then: DateTime<FixedOffset>| {
            then.offset() == now.offset() && (TimeDelta::zero()..GOOD_FOR).contains(&(now - then))
        };
        match self.last {
            Some((then, change)) if is_good(then) => change,
            _ => {
                let change = change_after(now, offset_at);
                self.last = Some((now, change));
                change
            }
        }
    }
}

/// The change of the offset between now and the end of [`AHEAD`], to the second.
fn change_after(
    now: DateTime<FixedOffset>,
    offset_at: impl Fn(DateTime<Utc>) -> FixedOffset,
) -> Option<ClockChange> {
    let (mut before, mut after) = (now.timestamp(), (now + AHEAD).timestamp());
    let offset_at = |second| DateTime::from_timestamp(second, 0).map(&offset_at);
    let offset = offset_at(after).filter(|offset| offset != now.offset())?;
    while after - before > 1 {
        let middle = i64::midpoint(before, after);
        if offset_at(middle)? == *now.offset() {
            before = middle;
        } else {
            after = middle;
        }
    }
    let at = DateTime::from_timestamp(after, 0)?;
    Some(ClockChange { at, offset })
}

/// Returns whether the file that `TZ` may name can be read to its end. chrono reads whatever it is: of a device there
/// is no end, and of a pipe no beginning.
fn is_readable(zone: &OsStr) -> bool {
    let name = zone.as_bytes();
    let name = Path::new(OsStr::from_bytes(name.strip_prefix(b":").unwrap_or(name)));
    if name.as_os_str().is_empty() {
        return true;
    }
    // An absolute path takes the place of the folder.
    let mut candidates = FOLDERS
        .iter()
        .map(|folder| PathBuf::from(folder).join(name));
    let found = candidates.find_map(|path| fs::metadata(path).ok());
    found.is_none_or(|file| file.is_file() && (1..=LARGEST_ZONE).contains(&file.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn what_is_no_file_is_no_zone() {
        for (zone, readable) in [
            ("", true),
            ("UTC", true),
            ("no/such/zone", true),
            ("CET-1CEST,M3.5.0,M10.5.0/3", true),
            ("/dev/zero", false),
            (":/dev/zero", false),
            (":../../../dev/zero", false),
            ("/proc/self/status", false),
            ("/etc", false),
        ] {
            assert_eq!(is_readable(OsStr::new(zone)), readable, "{zone}");
        }
    }

    /// Clocks that are `before` minutes ahead of UTC up to a time, and `after` minutes from then on.
    fn changing(
        at: &str,
        before: i32,
        after: i32,
    ) -> (DateTime<Utc>, impl Fn(DateTime<Utc>) -> FixedOffset) {
        let at: DateTime<Utc> = at.parse().expect("a time");
        let offset = move |time| {
            let minutes = if time < at { before } else { after };
            FixedOffset::east_opt(minutes * 60).expect("an offset")
        };
        (at, offset)
    }

    #[test]
    fn a_change_is_known_to_the_second_before_it_comes() {
        for (at, before, after) in [
            ("2026-03-29T01:00:00Z", 60, 120),
            ("2026-10-25T01:00:00Z", 120, 60),
            ("2026-11-01T06:00:00Z", -240, -300),
            ("2026-04-04T15:00:00Z", 660, 630),
        ] {
            let (at, offset_at) = changing(at, before, after);
            let change = |lead: TimeDelta| {
                let now = (at - lead).with_timezone(&offset_at(at - lead));
                Lookahead::default().change_by(now, &offset_at)
            };
            let expected = Some(ClockChange {
                at,
                offset: offset_at(at),
            });
            for lead in [1, 600, 86_400] {
                assert_eq!(
                    change(TimeDelta::seconds(lead)),
                    expected,
                    "{at} in {lead} s"
                );
            }
            assert_eq!(change(TimeDelta::milliseconds(1)), expected, "{at}");
            assert_eq!(change(TimeDelta::days(3)), None, "{at}");
            assert_eq!(change(TimeDelta::zero()), None, "{at}");
        }
    }

    #[test]
    fn the_zone_is_looked_at_once_an_hour_and_after_a_jump() {
        let (at, offset_at) = changing("2026-10-25T01:00:00Z", 120, 60);
        let asked = std::cell::Cell::new(0);
        let mut lookahead = Lookahead::default();
        let mut times_asked = |lead: TimeDelta| {
            asked.set(0);
            let now = (at - lead).with_timezone(&offset_at(at - lead));
            lookahead.change_by(now, |time| {
                asked.set(asked.get() + 1);
                offset_at(time)
            });
            asked.get()
        };
        let first = times_asked(TimeDelta::days(9));
        assert_eq!(first, 1);
        assert_eq!(times_asked(TimeDelta::days(9) - TimeDelta::minutes(59)), 0);
        assert_eq!(times_asked(TimeDelta::days(9) - TimeDelta::minutes(60)), 1);
        let jump_back = times_asked(TimeDelta::days(10));
        assert_eq!(jump_back, 1);
        assert!((2..30).contains(&times_asked(TimeDelta::minutes(5))));
        assert_eq!(times_asked(TimeDelta::minutes(4)), 0);
        let over_the_change = times_asked(TimeDelta::zero());
        assert_eq!(over_the_change, 1);
    }

    #[test]
    fn there_was_a_time_before_1970() {
        let year = |time| local(time).format("%Y").to_string();
        let days = |count: u64| Duration::from_secs(count * 24 * 60 * 60);
        assert_eq!(year(SystemTime::UNIX_EPOCH - days(100)), "1969");
        assert_eq!(year(SystemTime::UNIX_EPOCH + days(100)), "1970");
    }
}
