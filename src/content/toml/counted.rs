//! What a number was meant to be that is written with words, in quotes or as a range: `10x`, `"10"`, `8 to 12`.

use std::ops::RangeInclusive;

use crate::content::duration::split_range;
use crate::content::toml::{example, several};

/// What stands behind a number that is counted.
const UNITS: [&str; 12] = [
    "",
    ".",
    "x",
    "×",
    "time",
    "times",
    "rep",
    "reps",
    "repetition",
    "repetitions",
    "set",
    "sets",
];

/// Said of a number that stands in quotes.
pub(crate) const QUOTES: &str = ", without quotes";

/// What a key takes for a number.
#[derive(Clone, Debug)]
pub(crate) struct Counted {
    /// From the least to the most.
    pub(crate) limits: RangeInclusive<u32>,
    /// Whether it takes a range of two.
    pub(crate) is_range: bool,
}

impl Counted {
    /// What to write for `key` instead of `text`: the number, where the key takes it, else the form. `quotes` is said where
    /// quotes are too much, `each_side` where it is said that a dose is for each side.
    pub(crate) fn help(&self, key: &str, text: &str, quotes: &str, each_side: &str) -> String {
        let dose = several::for_each_side(text);
        let side = dose.map_or("", |_| each_side);
        let Some((lower, upper)) = meant(key, dose.unwrap_or(text)) else {
            return if self.is_range {
                format!("write {key} = N, or {key} = \"N-N\"")
            } else {
                format!("write {}", form(key))
            };
        };
        let fits = |number| self.limits.contains(&number);
        let (lower, upper) = (lower.min(upper), lower.max(upper));
        match (fits(lower), fits(upper)) {
            (true, true) if lower == upper => {
                format!("write {key} = {upper}{quotes}{side}")
            }
            (true, true) if self.is_range => format!("write {key} = \"{lower}-{upper}\"{side}"),
            (_, true) if !self.is_range => {
                format!("write {key} = {upper}; ranges are for hold and reps{side}")
            }
            _ => self.form_within(key),
        }
    }

    /// How the key is written, with its limits.
    pub(crate) fn form_within(&self, key: &str) -> String {
        let (least, most) = (self.limits.start(), self.limits.end());
        if least == most {
            format!("write {key} = {least}")
        } else {
            format!("write {}, from {least} to {most}", form(key))
        }
    }
}

/// How a key is written that takes a whole number.
fn form(key: &str) -> String {
    let form = example::of(key).filter(|form| !form.contains('"'));
    form.map_or_else(|| format!("{key} = N"), str::to_owned)
}

/// The ends of what a text says for a number, the same for a single one.
fn meant(key: &str, text: &str) -> Option<(u32, u32)> {
    let compact = text.to_lowercase().replace(' ', "").replace("to", "-");
    let end = compact.rfind(|c: char| c.is_ascii_digit())? + 1;
    let (number, unit) = compact.split_at(end);
    let is_minutes =
        key == "minutes" && matches!(unit, "m" | "min" | "mins" | "minute" | "minutes");
    if !UNITS.contains(&unit) && !is_minutes {
        return None;
    }
    let (lower, upper) = split_range(number).unwrap_or((number, number));
    Some((lower.parse().ok()?, upper.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_taken_is_said() {
        let sets = Counted {
            limits: 1..=99,
            is_range: false,
        };
        let help = |text| sets.help("sets", text, QUOTES, "; SIDE");
        assert_eq!(help("3"), "write sets = 3, without quotes");
        assert_eq!(help("3x"), "write sets = 3, without quotes");
        assert_eq!(help("2-3"), "write sets = 3; ranges are for hold and reps");
        assert_eq!(help("1000"), "write sets = N, from 1 to 99");
        assert_eq!(help("3 each side"), "write sets = 3, without quotes; SIDE");
        assert_eq!(help("3 minutes"), "write sets = N");
        assert_eq!(help("many"), "write sets = N");
        let reps = Counted {
            limits: 1..=999,
            is_range: true,
        };
        let help = |text| reps.help("reps", text, "", "; SIDE");
        assert_eq!(help("8 to 12"), "write reps = \"8-12\"");
        assert_eq!(help("12 to 8 per leg"), "write reps = \"8-12\"; SIDE");
        assert_eq!(help("0 to 8"), "write reps = N, from 1 to 999");
        assert_eq!(help("10 per minute"), "write reps = N, or reps = \"N-N\"");
    }
}
