//! Reads durations, and explains texts that are not durations.

use std::time::Duration;

use crate::content::duration::guess::{guess, meant, one_decimal};
use crate::content::duration::{Range, read, split_range};

/// The reason why a text is no duration: a short phrase and, where it can be guessed, what was meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unreadable {
    /// A lowercase phrase.
    pub(crate) why: &'static str,
    /// The probable durations, each in the right form: none, one, or seconds and minutes where the unit is missing.
    pub(crate) meant: Vec<String>,
}

fn unreadable(why: &'static str, text: &str) -> Unreadable {
    let meant = guess(text);
    let why = match &meant[..] {
        [meant] if one_decimal(text) == *meant => "a duration can have only one decimal",
        [_, _] => "a duration needs a unit",
        _ => why,
    };
    Unreadable { why, meant }
}

/// Reads one duration.
///
/// # Errors
/// When the text has none of the forms listed above, is negative, or is too long to count.
pub(crate) fn parse(text: &str) -> Result<Duration, Unreadable> {
    if let Some(positive) = text.strip_prefix('-') {
        return Err(Unreadable {
            why: "a duration cannot be negative",
            meant: meant(positive),
        });
    }
    if text.is_empty() {
        return Err(unreadable("the duration is empty", text));
    }
    read(text).ok_or_else(|| unreadable("not a duration", text))
}

/// Reads one duration or a range of two.
///
/// # Errors
/// As [`parse`], and when the range is in the wrong order.
pub(crate) fn parse_range(text: &str) -> Result<Range<Duration>, Unreadable> {
    let Some((lower, upper)) = split_range(text) else {
        return parse(text).map(Range::only);
    };
    match (parse(lower), parse(upper)) {
        (Ok(lower), Ok(upper)) if lower <= upper => Ok(Range::between(lower, upper)),
        (Ok(_), Ok(_)) => Err(Unreadable {
            why: "the range is in the wrong order",
            meant: vec![format!("{upper}-{lower}")],
        }),
        _ => Err(unreadable("not a duration", text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::duration::written;

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
    fn written_reads_back() {
        for text in ["30s", "1m30s", "2m", "7.5s", "1h", "1h5s", "0s", "1m0.5s"] {
            assert_eq!(written(parse(text).expect(text)), text);
        }
    }
}
