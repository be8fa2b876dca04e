//! The moment of a cue within the work: `"20s"`, `"half"`, `"1/3"`, `"-10s"`.

use std::time::Duration;

use toml::Spanned;
use toml::de::DeValue;

use crate::content::diagnostic::Diagnostic;
use crate::content::dose::limits::PAUSE;
use crate::content::duration::{self, guess};
use crate::content::text::punctuation::is_dash;
use crate::content::toml::fields::Fields;

/// A moment within the work, on each side and in each set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CueTime {
    /// So long after the beginning.
    After(Duration),
    /// After a part of the work: so many of so many equal parts, fewer than all of them.
    Part(u32, u32),
    /// So long before the end.
    Before(Duration),
}

impl CueTime {
    /// The moment within work of a length; `None` where it lies beyond it.
    pub(crate) fn within(self, length: Duration) -> Option<Duration> {
        match self {
            Self::After(at) => Some(at).filter(|&at| at < length),
            Self::Part(parts, of) => Some(length * parts / of),
            Self::Before(left) => length.checked_sub(left).filter(|_| !left.is_zero()),
        }
    }

    /// Reads `at`.
    pub(crate) fn decode(fields: &Fields<'_, '_>) -> Option<Self> {
        let Some(text) = written(fields) else {
            return fields.duration("at", PAUSE).map(Self::After);
        };
        if let Some(time) = Self::parse(&text) {
            return Some(time);
        }
        let Some((message, help)) = misread(&text) else {
            return fields.duration("at", PAUSE).map(Self::After);
        };
        let span = fields.value("at").map(Spanned::span).unwrap_or_default();
        fields.report(Diagnostic::error(message).at(span).help(help));
        None
    }

    /// Reads what is no duration from the beginning.
    fn parse(text: &str) -> Option<Self> {
        if text == "half" {
            return Some(Self::Part(1, 2));
        }
        if let Some((parts, of)) = text.split_once('/') {
            let (parts, of) = (parts.trim().parse().ok()?, of.trim().parse().ok()?);
            return (0 < parts && parts < of).then_some(Self::Part(parts, of));
        }
        let left = duration::read(text.strip_prefix(is_dash)?.trim_start())?;
        (PAUSE.contains(&left) && !left.is_zero()).then_some(Self::Before(left))
    }
}

/// What is written for `at`, where it is text or a number below zero: that is seconds, as everywhere.
fn written(fields: &Fields<'_, '_>) -> Option<String> {
    match fields.value("at")?.get_ref() {
        DeValue::String(text) => Some(text.trim().to_owned()),
        DeValue::Integer(number) if number.as_str().starts_with('-') => {
            Some(format!("{}s", number.as_str()))
        }
        _ => None,
    }
}

/// Message and help for what is no moment of the work; `None` where it may be a duration.
fn misread(text: &str) -> Option<(&'static str, String)> {
    let lower = text.to_lowercase();
    if let Some(left) = before_the_end(&lower) {
        let meant = guess::meant(left).into_iter();
        let is_read = |left: &String| CueTime::parse(&format!("-{left}")).is_some();
        let help = match &meant.filter(is_read).collect::<Vec<_>>()[..] {
            [one] => format!("write at = \"-{one}\""),
            [one, other] => {
                format!("write at = \"-{one}\" for seconds or \"-{other}\" for minutes")
            }
            _ => "write at = \"-Ns\": so long before the end".to_owned(),
        };
        return Some(("`at`: not a time before the end", help));
    }
    if let Some(part) = part_in_words(&lower) {
        let help = format!("write at = \"{part}\"");
        return Some(("`at`: not a moment of the work", help));
    }
    if text.contains('/') {
        let help = "write at = \"N/N\": parts done of all parts, fewer than all";
        return Some(("`at`: not a part of the work", help.to_owned()));
    }
    if text.starts_with(|first: char| first.is_ascii_digit()) && !text.contains('%') {
        return None;
    }
    let help =
        "write at = \"Ns\" from the start, \"-Ns\" before the end, \"half\" or \"N/N\"".to_owned();
    Some(("`at`: not a moment of the work", help))
}

/// The time of `-10`, `last 10s` or `10s before the end`.
fn before_the_end(text: &str) -> Option<&str> {
    let left = text.strip_prefix(is_dash);
    let left = left.or_else(|| text.strip_prefix("last "));
    let before = || {
        text.split_once(" before")
            .or_else(|| text.split_once(" from the end"))
    };
    left.or_else(|| before().map(|(left, _)| left))
        .map(str::trim)
}

/// The part of the work that words, signs or hundredths name.
fn part_in_words(text: &str) -> Option<&'static str> {
    match text {
        _ if text.starts_with("half") => Some("half"),
        "middle" | "midway" | "½" | "50%" | "50 %" => Some("half"),
        "third" | "one third" | "a third" | "⅓" | "33%" => Some("1/3"),
        "two thirds" | "⅔" | "66%" | "67%" => Some("2/3"),
        "quarter" | "a quarter" | "¼" | "25%" | "25 %" => Some("1/4"),
        "three quarters" | "¾" | "75%" | "75 %" => Some("3/4"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_and_ends_move_with_the_length() {
        let seconds = Duration::from_secs;
        for (text, at_60, at_30) in [
            ("half", Some(30), Some(15)),
            ("1/3", Some(20), Some(10)),
            ("2 / 3", Some(40), Some(20)),
            ("-10s", Some(50), Some(20)),
            ("-45s", Some(15), None),
            ("−10s", Some(50), Some(20)),
        ] {
            let time = CueTime::parse(text).unwrap();
            assert_eq!(time.within(seconds(60)), at_60.map(seconds), "{text}");
            assert_eq!(time.within(seconds(30)), at_30.map(seconds), "{text}");
        }
        for text in ["3/3", "0/2", "1/0", "-0s", "--5s", "5s", "/", "-"] {
            assert_eq!(CueTime::parse(text), None, "{text}");
        }
    }
}
