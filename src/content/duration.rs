//! Lengths of time as people write them: `"30s"`, `"1m30s"`, `"2m"`, `"2:30"`, a bare number of seconds, and the
//! range `"20s-30s"`. One decimal is allowed on seconds (`"7.5s"`).

use std::time::Duration;

/// What is wrong with a written duration: a short phrase and, where it can be guessed, what to type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// A lowercase phrase.
    pub why: &'static str,
    /// What to type instead.
    pub help: String,
}

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
    pub const fn only(value: T) -> Self {
        Self {
            lower: value,
            upper: value,
        }
    }
}

const HELP: &str = "write a duration as \"Ns\", \"NmNs\", \"Nm\", \"N:NN\" or N for seconds";

fn unreadable(why: &'static str, text: &str) -> Unreadable {
    let meant = guess(text);
    let why = match &meant {
        Some(meant) if one_decimal(text) == *meant => "a duration takes one decimal",
        _ => why,
    };
    let help = meant.map_or_else(|| HELP.to_owned(), |meant| format!("write \"{meant}\""));
    Unreadable { why, help }
}

/// Reads one duration.
///
/// # Errors
/// When the text is none of the ways listed above, negative, or longer than can be counted.
pub fn parse(text: &str) -> Result<Duration, Unreadable> {
    if let Some(positive) = text.strip_prefix('-') {
        let help = meant(positive).map_or_else(|| HELP.to_owned(), |it| format!("write \"{it}\""));
        return Err(Unreadable {
            why: "a duration cannot be negative",
            help,
        });
    }
    if text.is_empty() {
        return Err(unreadable("nothing is written", text));
    }
    let tenths = if let Some((minutes, seconds)) = text.split_once(':') {
        clock_tenths(minutes, seconds).ok_or_else(|| unreadable("not a duration", text))?
    } else {
        if text.bytes().all(|byte| byte.is_ascii_digit()) {
            let help = format!("write \"{text}s\" for seconds or \"{text}m\" for minutes");
            return Err(Unreadable {
                why: "a duration needs a unit",
                help,
            });
        }
        unit_tenths(text).ok_or_else(|| unreadable("not a duration", text))?
    };
    Ok(Duration::from_millis(tenths.saturating_mul(100)))
}

/// Reads one duration or a range of two.
///
/// # Errors
/// As [`parse`], and when the range runs downwards.
pub fn parse_range(text: &str) -> Result<Range<Duration>, Unreadable> {
    let Some((lower, upper)) = split_range(text) else {
        return parse(text).map(Range::only);
    };
    match (parse(lower), parse(upper)) {
        (Ok(lower), Ok(upper)) if lower <= upper => Ok(Range { lower, upper }),
        (Ok(_), Ok(_)) => Err(Unreadable {
            why: "the range runs downwards",
            help: format!("write \"{upper}-{lower}\""),
        }),
        _ => Err(unreadable("not a duration", text)),
    }
}

/// The two ends of a range. A dash at the very start is a minus.
pub(super) fn split_range(text: &str) -> Option<(&str, &str)> {
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

/// What is written as a duration, or was probably meant to be one.
pub(super) fn meant(text: &str) -> Option<String> {
    if parse_range(text).is_ok() {
        return Some(text.to_owned());
    }
    guess(text)
}

/// What `30 sec`, `2 min`, `1,5s` and the like were probably meant to be.
fn guess(text: &str) -> Option<String> {
    let mut compact = text.to_lowercase().replace(' ', "").replace(',', ".");
    for (long, short) in [
        ("seconds", "s"),
        ("second", "s"),
        ("secs", "s"),
        ("sec", "s"),
        ("minutes", "m"),
        ("minute", "m"),
        ("mins", "m"),
        ("min", "m"),
        ("hours", "h"),
        ("hour", "h"),
    ] {
        compact = compact.replace(long, short);
    }
    let compact = one_decimal(&compact.replace("to", "-"));
    let meant = match split_range(&compact) {
        Some((lower, upper)) => {
            let unit = |end: &str| end.chars().next_back().filter(char::is_ascii_alphabetic);
            let shared = unit(upper).or(unit(lower)).unwrap_or('s');
            format!("{}-{}", with_unit(lower, shared), with_unit(upper, shared))
        }
        None if compact.contains('h') => with_unit(&compact, 'm'),
        None if compact.contains('m') => with_unit(&compact, 's'),
        None => compact,
    };
    (meant != text && parse_range(&meant).is_ok()).then_some(meant)
}

fn with_unit(number: &str, unit: char) -> String {
    if number.ends_with(|c: char| c.is_ascii_digit()) {
        format!("{number}{unit}")
    } else {
        number.to_owned()
    }
}

/// The text with one digit after each point.
fn one_decimal(text: &str) -> String {
    let mut decimals = None;
    text.chars()
        .filter(|c| {
            decimals = match (c, decimals) {
                ('.', _) => Some(0),
                (digit, Some(count)) if digit.is_ascii_digit() => Some(count + 1),
                _ => None,
            };
            decimals.is_none_or(|count| count < 2)
        })
        .collect()
}

/// A length of time as it is printed: `2m30s`, `45s`, `7.5s`, `1h`.
pub fn written(duration: Duration) -> String {
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
    fn every_way_of_writing() {
        for (text, expected) in [
            ("30s", 300),
            ("1m30s", 900),
            ("2m", 1200),
            ("2:30", 1500),
            ("0:05", 50),
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
            "", "s", "30", "-5s", "1e9s", "7.55s", "1s2m", "1m1m", "2:5", "2:75", ":30", "2:30:10",
            "30 s", ".5s", "5.s", "ten",
        ] {
            assert!(parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn help_says_what_to_type() {
        let help = |text| parse_range(text).expect_err(text).help;
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
        assert_eq!(help("20-30"), "write \"20s-30s\"");
        assert_eq!(help("1 to 2 min"), "write \"1m-2m\"");
        assert_eq!(help("1m 30"), "write \"1m30s\"");
        assert_eq!(help("1 h 30"), "write \"1h30m\"");
        assert_eq!(help("7.55s"), "write \"7.5s\"");
        assert_eq!(help("-30s"), "write \"30s\"");
        assert_eq!(help("ten"), HELP);
    }

    #[test]
    fn written_reads_back() {
        for text in ["30s", "1m30s", "2m", "7.5s", "1h", "1h5s", "0s", "1m0.5s"] {
            assert_eq!(written(parse(text).expect(text)), text);
        }
    }
}
