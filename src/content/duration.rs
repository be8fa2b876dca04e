//! Lengths of time as people write them: `"30s"`, `"1m30s"`, `"2m"`, `"2:30"`, a bare number of seconds, and the
//! range `"20s-30s"`. One decimal is allowed on seconds (`"7.5s"`).

pub(crate) mod guess;
pub(crate) mod lasting;
pub(crate) mod parse;

use std::time::Duration;

/// From the lower to the upper end, both inclusive. A plain value is a range of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range<T> {
    /// Fitting to a time may go down to here.
    pub lower: T,
    /// What is played.
    pub upper: T,
}

impl<T: Copy> Range<T> {
    /// A range of one value.
    pub(crate) const fn only(value: T) -> Self {
        Self {
            lower: value,
            upper: value,
        }
    }
}

/// Reads one duration; `None` for any other text.
pub(crate) fn read(text: &str) -> Option<Duration> {
    let tenths = match text.split_once(':') {
        Some((minutes, seconds)) => clock_tenths(minutes, seconds),
        None => unit_tenths(text),
    };
    tenths.map(|tenths| Duration::from_millis(tenths.saturating_mul(100)))
}

/// The two ends of a range. A dash at the very start is a minus.
pub(crate) fn split_range(text: &str) -> Option<(&str, &str)> {
    let dash = text
        .char_indices()
        .skip(1)
        .find(|(_, c)| matches!(c, '-' | '\u{2013}'))?;
    Some((
        text[..dash.0].trim_end(),
        text[dash.0 + dash.1.len_utf8()..].trim_start(),
    ))
}

/// `2:30`
fn clock_tenths(minutes: &str, seconds: &str) -> Option<u64> {
    let whole = |text: &str| {
        (!text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()))
            .then(|| text.parse::<u32>().ok())
            .flatten()
    };
    let (minutes, seconds) = (
        whole(minutes)?,
        (seconds.len() == 2).then(|| whole(seconds)).flatten()?,
    );
    (seconds < 60).then(|| u64::from(minutes) * 600 + u64::from(seconds) * 10)
}

/// `1h`, `1m30s`, `7.5s`: units in falling order, each at most once.
fn unit_tenths(text: &str) -> Option<u64> {
    let mut rest = text;
    let mut tenths = 0_u64;
    let mut smallest = u64::MAX;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let (number, tail) = rest.split_at(end);
        let unit = match tail.as_bytes().first()? {
            b'h' => 36_000,
            b'm' => 600,
            b's' => 10,
            _ => return None,
        };
        if unit >= smallest {
            return None;
        }
        smallest = unit;
        tenths = tenths.checked_add(scaled(number, unit)?)?;
        rest = &tail[1..];
    }
    (smallest != u64::MAX).then_some(tenths)
}

/// A number with at most one decimal, times a unit in tenths of a second.
fn scaled(number: &str, unit: u64) -> Option<u64> {
    let (whole, decimal) = number.split_once('.').unwrap_or((number, "0"));
    if whole.is_empty() || decimal.len() != 1 {
        return None;
    }
    // More than can be counted is too long, but a duration.
    let whole = whole.parse::<u32>().unwrap_or(u32::MAX);
    let tenths = u64::from(whole) * 10 + decimal.parse::<u64>().ok()?;
    Some(tenths * unit / 10)
}

/// A length of time as it is printed: `2m30s`, `45s`, `7.5s`, `1h`.
pub(crate) fn written(duration: Duration) -> String {
    let tenths = duration.as_millis() / 100;
    let (hours, minutes, seconds, tenth) = (
        tenths / 36_000,
        tenths / 600 % 60,
        tenths / 10 % 60,
        tenths % 10,
    );
    let mut out = String::new();
    if hours > 0 {
        out += &format!("{hours}h");
    }
    if minutes > 0 {
        out += &format!("{minutes}m");
    }
    if tenth > 0 {
        out += &format!("{seconds}.{tenth}s");
    } else if seconds > 0 || out.is_empty() {
        out += &format!("{seconds}s");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tenths(text: &str) -> Option<u128> {
        parse(text).ok().map(|duration| duration.as_millis() / 100)
    }

    #[test]
    fn what_is_no_duration_is_not_guessed_at_for_ever() {
        for text in [
            "1-".repeat(45),
            "1 - 1.5.5to".repeat(9),
            "20-30to".repeat(20_000),
        ] {
            assert!(parse(&text).is_err() && parse_range(&text).is_err());
        }
    }

    #[test]
    fn every_way_of_writing() {
        for (text, expected) in [
            ("30s", 300),
            ("1m30s", 900),
            ("2m", 1200),
            ("2:30", 1500),
            ("0:05", 50),
            ("2:00", 1200),
            ("2:59", 1790),
            ("7.5s", 75),
            ("1.5m", 900),
            ("1h", 36_000),
            ("1h0m5s", 36_050),
            ("0s", 0),
            ("90s", 900),
            ("99999999999s", u128::from(u32::MAX) * 10),
        ] {
            assert_eq!(tenths(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_not_a_duration() {
        for text in [
            "", "s", "30", "-5s", "1e9s", "7.55s", "1s2m", "1m1m", "2:5", "2:60", "2:75", "2:",
            "2:005", ":30", "2:30:10", "30 s", ".5s", "5.s", "ten",
        ] {
            assert!(parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_range_runs_upwards_or_stands_still() {
        let ends = |text: &str| {
            let range = parse_range(text).ok()?;
            Some((range.lower.as_secs(), range.upper.as_secs()))
        };
        assert_eq!(ends("20s-30s"), Some((20, 30)));
        assert_eq!(ends("30s-30s"), Some((30, 30)));
        assert_eq!(ends("30s"), Some((30, 30)));
        assert_eq!(ends("30s-29.9s"), None);
    }

    #[test]
    fn help_says_what_to_type() {
        let hold = Lasting {
            limits: Duration::from_millis(500)..=Duration::from_secs(10_800),
            is_range: true,
        };
        let help = |text| hold.help("hold", &parse_range(text).expect_err(text).meant);
        assert_eq!(help("30 sec"), "write \"30s\"");
        assert_eq!(help("1 min 30 sec"), "write \"1m30s\"");
        assert_eq!(help("20 - 30 seconds"), "write \"20s-30s\"");
        assert_eq!(help("20-30s"), "write \"20s-30s\"");
        assert_eq!(help("30s-20s"), "write \"20s-30s\"");
        assert_eq!(
            help("30"),
            "write \"30s\" for seconds or \"30m\" for minutes"
        );
        assert_eq!(help("20s-30"), "write \"20s-30s\"");
        assert_eq!(
            help("20-30"),
            "write \"20s-30s\" for seconds or \"20m-30m\" for minutes"
        );
        assert_eq!(help("300"), "write \"300s\" for seconds");
        assert_eq!(help("1 to 2 min"), "write \"1m-2m\"");
        assert_eq!(help("1m 30"), "write \"1m30s\"");
        assert_eq!(help("1 h 30"), "write \"1h30m\"");
        assert_eq!(help("7.55s"), "write \"7.5s\"");
        assert_eq!(help("-30s"), "write \"30s\"");
        for text in ["ten", "0", "4 hours", "0-0"] {
            let said = help(text);
            assert!(
                said.ends_with("\"Ns-Ns\", from 0.5s to 3h"),
                "{text}: {said}"
            );
        }
    }

    #[test]
    fn where_one_is_taken_the_upper_end_is_said() {
        let rest = Lasting {
            limits: Duration::ZERO..=Duration::from_secs(600),
            is_range: false,
        };
        let help = |text| rest.help("rest", &meant(text));
        let ranges = "; ranges are for hold and reps";
        assert_eq!(help("10-20s"), format!("write rest = \"20s\"{ranges}"));
        assert_eq!(help("10s-20s"), format!("write rest = \"20s\"{ranges}"));
        assert_eq!(
            help("1-2"),
            format!("write rest = \"2s\" for seconds or \"2m\" for minutes{ranges}")
        );
        assert!(help("10-20 min").starts_with("write a duration as \"Ns\""));
    }

    #[test]
    fn written_reads_back() {
        for text in ["30s", "1m30s", "2m", "7.5s", "1h", "1h5s", "0s", "1m0.5s"] {
            assert_eq!(written(parse(text).expect(text)), text);
        }
    }
}
