//! Lengths of time as people write them: `"30s"`, `"1m30s"`, `"2m"`, `"2:30"`, a bare number of seconds, and the
//! range `"20s-30s"`. One decimal is allowed on seconds (`"7.5s"`).

pub(crate) mod guess;
pub(crate) mod lasting;
pub(crate) mod parse;
pub(crate) mod phases;

use std::time::Duration;

use crate::content::text::punctuation::is_dash;

/// From the lower to the upper end, both inclusive, and the played value. A plain value is a range of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range<T> {
    /// The lower end.
    pub lower: T,
    /// The played value: one of the ends as written, any value after fitting to a time.
    pub played: T,
    /// The upper end.
    pub upper: T,
}

impl<T: Copy + PartialEq> Range<T> {
    /// Whether both ends are the same.
    pub(crate) fn is_one(&self) -> bool {
        self.lower == self.upper
    }
}

impl<T: Copy + Ord> Range<T> {
    /// The one of which less is played; of equals the first one.
    pub(crate) fn lesser(self, other: Self) -> Self {
        if other.played < self.played {
            other
        } else {
            self
        }
    }
}

impl<T: Copy> Range<T> {
    /// A range of one value.
    pub const fn only(value: T) -> Self {
        Self::between(value, value)
    }

    /// The range with its lower end as what is played.
    #[must_use]
    pub(crate) const fn low(self) -> Self {
        Self {
            played: self.lower,
            ..self
        }
    }

    /// A range of two ends, of which the upper one is played.
    pub const fn between(lower: T, upper: T) -> Self {
        Self {
            lower,
            played: upper,
            upper,
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

/// The two ends of a range, between which any dash may stand. A dash at the very start is a minus.
pub(crate) fn split_range(text: &str) -> Option<(&str, &str)> {
    let dash = text.char_indices().skip(1).find(|(_, c)| is_dash(*c))?;
    Some((
        text[..dash.0].trim_end(),
        text[dash.0 + dash.1.len_utf8()..].trim_start(),
    ))
}

/// Seconds between dashes of any form, `4-7-8` or `4s-7s-8s`; `None` for any other text.
pub(crate) fn split_seconds(text: &str) -> Option<Vec<Duration>> {
    let seconds = |part: &str| {
        let seconds = part.trim();
        read(&format!(
            "{}s",
            seconds.strip_suffix('s').unwrap_or(seconds)
        ))
    };
    text.split(is_dash).map(seconds).collect()
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
