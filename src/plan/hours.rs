//! Ranks routines by the time of day and the person's bedtime.

use chrono::{NaiveTime, Timelike as _};

use crate::content::vocabulary::When;

/// The bedtime of somebody whose profile names none: the theme turns to the night at ten, two hours before it.
const USUAL_BEDTIME: NaiveTime = NaiveTime::MIN;
/// Somebody winds down this many minutes before their bedtime.
const WINDING_DOWN: u32 = 120;
/// Moderate effort less than this many minutes before the bedtime went with shorter sleep: see E13 of the evidence.
const EFFORT_BEFORE: u32 = 240;
const DAY: u32 = 24 * 60;

/// Ranks a routine for the time, best first: 0 a bedtime routine at bedtime, 1 due now, 2 any time, 3 otherwise.
pub(crate) fn suits(when: When, now: NaiveTime, bedtime: Option<NaiveTime>) -> u8 {
    let bedtime = minute(bedtime.unwrap_or(USUAL_BEDTIME));
    let hours = |from: u32, to: u32| is_within(now, from * 60, (to - from) * 60);
    let suits = match when {
        When::Morning => hours(6, 11),
        When::MorningOrAfternoon | When::Daytime | When::Desk | When::Travel => hours(8, 18),
        When::DaytimeOrAfterDinner => hours(8, 21),
        When::EarlyEvening => hours(17, 20),
        When::Evening => hours(18, 22),
        When::Bedtime => is_within(now, bedtime + DAY - 150, 150 + 150),
        When::MiddleOfTheNight => is_within(now, bedtime + 90, night(bedtime + 90)),
        When::Any => return 2,
    };
    match (suits, when.is_sleepy()) {
        (true, true) => 0,
        (true, false) => 1,
        (false, _) => 3,
    }
}

/// A time in the middle of the night, three hours after the bedtime.
pub(crate) fn middle_of_the_night(bedtime: Option<NaiveTime>) -> NaiveTime {
    let minute = (minute(bedtime.unwrap_or(USUAL_BEDTIME)) + 180) % DAY;
    NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap_or_default()
}

/// Returns whether somebody is winding down or in bed: from two hours before their bedtime until six in the morning.
pub(crate) fn is_winding_down(now: NaiveTime, bedtime: Option<NaiveTime>) -> bool {
    is_late(now, bedtime.unwrap_or(USUAL_BEDTIME), WINDING_DOWN)
}

/// Returns whether moderate effort may cost sleep: from four hours before the bedtime until six in the morning.
pub(crate) fn is_late_for_effort(now: NaiveTime, bedtime: NaiveTime) -> bool {
    is_late(now, bedtime, EFFORT_BEFORE)
}

/// Returns whether it is less than this many minutes before the bedtime, or after it and before six in the morning.
fn is_late(now: NaiveTime, bedtime: NaiveTime, before: u32) -> bool {
    let from = minute(bedtime) + DAY - before;
    is_within(now, from, night(from))
}

/// From this minute to six in the morning; six hours where that is no night.
fn night(from: u32) -> u32 {
    let to_morning = (6 * 60 + 2 * DAY - from % DAY) % DAY;
    match to_morning {
        180..=840 => to_morning,
        _ => 360,
    }
}

fn minute(time: NaiveTime) -> u32 {
    time.hour() * 60 + time.minute()
}

/// Returns whether `now` is less than `length` minutes after minute `from` of the day.
fn is_within(now: NaiveTime, from: u32, length: u32) -> bool {
    (minute(now) + DAY - from % DAY) % DAY < length
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: u32, minute: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, minute, 0).expect("a time of day")
    }

    #[test]
    fn bedtime_suits_late_and_not_at_noon() {
        assert_eq!(suits(When::Bedtime, at(22, 0), None), 0);
        assert_eq!(suits(When::Bedtime, at(0, 30), None), 0);
        assert_eq!(suits(When::Bedtime, at(12, 0), None), 3);
        assert_eq!(suits(When::MiddleOfTheNight, at(3, 0), None), 0);
        assert_eq!(suits(When::MiddleOfTheNight, at(5, 59), None), 0);
        assert_eq!(suits(When::MiddleOfTheNight, at(6, 0), None), 3);
    }

    #[test]
    fn the_hours_move_with_the_bedtime() {
        let early = Some(at(20, 30));
        assert_eq!(suits(When::Bedtime, at(18, 0), early), 0);
        assert_eq!(suits(When::Bedtime, at(23, 30), early), 3);
        assert_eq!(suits(When::MiddleOfTheNight, at(23, 30), early), 0);
        assert_eq!(suits(When::MiddleOfTheNight, at(5, 0), early), 0);
        let late = Some(at(2, 0));
        assert_eq!(suits(When::Bedtime, at(1, 0), late), 0);
        assert_eq!(suits(When::Bedtime, at(22, 0), late), 3);
        assert_eq!(suits(When::MiddleOfTheNight, at(5, 0), late), 0);
    }

    #[test]
    fn late_is_from_before_bedtime_until_the_morning() {
        let bedtime = at(22, 30);
        assert!(!is_winding_down(at(20, 29), Some(bedtime)));
        assert!(is_winding_down(at(20, 30), Some(bedtime)));
        assert!(is_winding_down(at(5, 59), Some(bedtime)));
        assert!(!is_winding_down(at(6, 0), Some(bedtime)));
        assert!(is_winding_down(at(23, 0), Some(at(0, 30))));
        assert!(!is_late_for_effort(at(18, 29), bedtime));
        assert!(is_late_for_effort(at(18, 30), bedtime));
        assert!(!is_late_for_effort(at(6, 0), bedtime));
    }

    #[test]
    fn who_names_no_bedtime_goes_to_bed_at_midnight() {
        assert!(!is_winding_down(at(21, 59), None));
        assert!(is_winding_down(at(22, 0), None));
        assert_eq!(suits(When::Bedtime, at(21, 29), None), 3);
        assert_eq!(suits(When::Bedtime, at(21, 30), None), 0);
        assert_eq!(suits(When::Bedtime, at(2, 29), None), 0);
        assert_eq!(suits(When::MiddleOfTheNight, at(1, 29), None), 3);
        assert_eq!(suits(When::MiddleOfTheNight, at(1, 30), None), 0);
        assert_eq!(middle_of_the_night(None), at(3, 0));
    }
}
