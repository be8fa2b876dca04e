//! How often a routine is done: `often = "3 times a day"`. It is shown, and nothing follows from it.

use crate::content::diagnostic::Diagnostic;
use crate::content::text::punctuation::is_dash;
use crate::content::toml::fields::Fields;
use crate::content::toml::key::{KeySpec, Takes};

/// The key of the frequency.
pub(crate) const OFTEN_KEY: KeySpec = KeySpec::new(
    "often",
    "often = \"N times a day\"",
    Takes::Text,
    "How often it is done; also `\"every N hours\"`, `\"mornings and evenings\"`, `\"daily\"`.",
);
/// The forms that it is written in.
const FORMS: &str = "\"once a day\", \"twice a week\", \"N times a day\", \"N-M times a week\", \"every N hours\", \"mornings and evenings\" or \"daily\"";
/// The largest number in it.
const MOST: u32 = 99;

/// A span of time in which a routine is done a number of times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Period {
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A week.
    Week,
}

/// How often a routine is done, in numbers: `2-3 times a day` is 2 to 3 times in 1 day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Frequency {
    /// The least number of times.
    pub(crate) least: u32,
    /// The most times; not less than `least`.
    pub(crate) most: u32,
    /// The number of periods in which it is done so many times: 4 in `every 4 hours`.
    pub(crate) every: u32,
    /// The period.
    pub(crate) period: Period,
}

/// How often a routine is done, as written and in numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Often {
    /// As its author wrote it.
    pub(crate) written: String,
    /// The same in numbers.
    pub(crate) frequency: Frequency,
}

impl Period {
    /// The word in output: `day`.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
        }
    }

    fn parse(word: &str) -> Option<Self> {
        match word.strip_suffix('s').unwrap_or(word) {
            "hour" => Some(Self::Hour),
            "day" => Some(Self::Day),
            "week" => Some(Self::Week),
            _ => None,
        }
    }
}

impl Frequency {
    const fn of(least: u32, most: u32, every: u32, period: Period) -> Self {
        Self {
            least,
            most,
            every,
            period,
        }
    }

    /// Reads the text; `None` where it has another form, or a number that nobody means.
    fn parse(text: &str) -> Option<Self> {
        let lower = text.to_lowercase();
        let words: Vec<&str> = lower.split_whitespace().collect();
        let read = match words[..] {
            ["daily"] => Self::of(1, 1, 1, Period::Day),
            ["mornings", "and", "evenings"] => Self::of(2, 2, 1, Period::Day),
            ["every", "hour"] => Self::of(1, 1, 1, Period::Hour),
            ["every", hours, "hours"] => Self::of(1, 1, number(hours)?, Period::Hour),
            ["once", "a" | "an" | "per", period] => Self::of(1, 1, 1, Period::parse(period)?),
            ["twice", "a" | "an" | "per", period] => Self::of(2, 2, 1, Period::parse(period)?),
            [times, "times", "a" | "an" | "per", period] => {
                let (least, most) = times.split_once(is_dash).unwrap_or((times, times));
                Self::of(number(least)?, number(most)?, 1, Period::parse(period)?)
            }
            _ => return None,
        };
        let is_meant = 1 <= read.least
            && read.least <= read.most
            && read.most <= MOST
            && (1..=MOST).contains(&read.every);
        is_meant.then_some(read)
    }
}

/// A number in digits, or up to ten in words.
fn number(word: &str) -> Option<u32> {
    const WORDS: [&str; 10] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ];
    let in_words = (1..).zip(WORDS).find(|(_, known)| *known == word);
    in_words.map_or_else(|| word.parse().ok(), |(number, _)| Some(number))
}

impl Often {
    /// Reads `often`.
    pub(crate) fn decode(fields: &Fields<'_, '_>) -> Option<Self> {
        if let Some((number, span)) = fields.bare_number("often") {
            let found = Diagnostic::error("`often` must be text in quotes, not a number");
            fields.report(found.at(span).help(help(&number)));
            return None;
        }
        let written = fields.text("often")?;
        let frequency = Frequency::parse(written.get_ref());
        if frequency.is_none() {
            let found = Diagnostic::error("`often` does not say how often");
            fields.report(found.at(written.span()).help(help(written.get_ref())));
        }
        Some(Self {
            frequency: frequency?,
            written: written.into_inner(),
        })
    }
}

/// Returns the right forms, with the numbers and the period of the text as far as they can be meant.
fn help(text: &str) -> String {
    let words = text.to_lowercase();
    let words = words.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let period = words.iter().rev().find_map(|word| meant_period(word));
    let numbers = meant_numbers(&words);
    // Of a month or a year nothing else can be made.
    let is_longer = |word: &&str| matches!(*word, "month" | "monthly" | "year" | "monat" | "mois");
    let is_meant =
        numbers.iter().all(|number| (1..=MOST).contains(number)) && !words.iter().any(is_longer);
    let is_every = words.contains(&"every") || words.contains(&"alternate");
    let all = || format!("write one of {FORMS}, with N and M from 1 to {MOST}");
    match (&numbers[..], period) {
        _ if !is_meant => all(),
        (&[number], Some(Period::Hour)) if is_every => {
            format!("write often = \"every {number} hours\"")
        }
        (_, Some(Period::Day | Period::Week)) if is_every && !matches!(words[..], ["every", _]) => {
            all()
        }
        (&[], Some(Period::Day)) => "write often = \"daily\"".to_owned(),
        (&[], Some(period)) => format!("write often = \"once {}\"", a(period)),
        (&[number], Some(period)) => format!("write often = \"{} {}\"", times(number), a(period)),
        (&[one, other], Some(period)) if one != other => {
            let (least, most) = (one.min(other), one.max(other));
            format!("write often = \"{least}-{most} times {}\"", a(period))
        }
        (&[number], None) => format!(
            "write often = \"{number} times a day\", \"{number} times a week\" or \"every {number} hours\""
        ),
        (&[one, other], None) if one != other => {
            let (least, most) = (one.min(other), one.max(other));
            format!(
                "write often = \"{least}-{most} times a day\" or \"{least}-{most} times a week\""
            )
        }
        _ => all(),
    }
}

const fn a(period: Period) -> &'static str {
    match period {
        Period::Hour => "an hour",
        Period::Day => "a day",
        Period::Week => "a week",
    }
}

fn times(number: u32) -> String {
    match number {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        _ => format!("{number} times"),
    }
}

/// The period that a word of a sheet names.
fn meant_period(word: &str) -> Option<Period> {
    let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
    match unit {
        "hour" | "hours" | "hourly" | "h" => Some(Period::Hour),
        "day" | "days" | "daily" | "tag" | "täglich" | "jour" => Some(Period::Day),
        "week" | "weeks" | "weekly" | "woche" | "wöchentlich" | "semaine" => Some(Period::Week),
        _ => None,
    }
}

/// The numbers that words say: in digits, also with an `x` behind them, and in words where those count times.
fn meant_numbers(words: &[&str]) -> Vec<u32> {
    let next = words.iter().skip(1).copied().chain([""]);
    let numbers = words.iter().zip(next).filter_map(|(word, next)| {
        let digits = word.strip_suffix(['x', 'h']).unwrap_or(word);
        match *word {
            "once" => Some(1),
            "twice" => Some(2),
            "thrice" => Some(3),
            _ if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                Some(digits.parse().unwrap_or(u32::MAX))
            }
            _ if matches!(next, "times" | "or" | "to") => number(word),
            _ => None,
        }
    });
    numbers.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_forms_are_read_in_numbers() {
        for (text, least, most, every, period) in [
            ("once a day", 1, 1, 1, Period::Day),
            ("Twice per week", 2, 2, 1, Period::Week),
            ("3 times a day", 3, 3, 1, Period::Day),
            ("three times a day", 3, 3, 1, Period::Day),
            ("2-3 times per week", 2, 3, 1, Period::Week),
            ("2–3 times a day", 2, 3, 1, Period::Day),
            ("6 times an hour", 6, 6, 1, Period::Hour),
            ("every 4 hours", 1, 1, 4, Period::Hour),
            ("every hour", 1, 1, 1, Period::Hour),
            ("mornings and evenings", 2, 2, 1, Period::Day),
            ("daily", 1, 1, 1, Period::Day),
        ] {
            let read = Frequency::of(least, most, every, period);
            assert_eq!(Frequency::parse(text), Some(read), "{text}");
        }
        for text in [
            "0 times a day",
            "3-2 times a day",
            "100 times a day",
            "every 0 hours",
            "3 times",
            "often",
            "3 times a month",
            "",
        ] {
            assert_eq!(Frequency::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_help_keeps_the_numbers_of_the_text() {
        let any = "\"3 times a day\", \"3 times a week\" or \"every 3 hours\"";
        let range = "\"2-3 times a day\" or \"2-3 times a week\"";
        for (text, meant) in [
            ("3", any),
            ("3x", any),
            ("2-3", range),
            ("3x daily", "\"3 times a day\""),
            ("3x/Tag", "\"3 times a day\""),
            ("three times daily", "\"3 times a day\""),
            ("twice daily", "\"twice a day\""),
            ("1 fois par jour", "\"once a day\""),
            ("3 to 2 per day", "\"2-3 times a day\""),
            ("once or twice a day", "\"1-2 times a day\""),
            ("5 days a week", "\"5 times a week\""),
            ("weekly", "\"once a week\""),
            ("every day", "\"daily\""),
            ("every 4h", "\"every 4 hours\""),
            ("10 times hourly", "\"10 times an hour\""),
        ] {
            assert_eq!(help(text), format!("write often = {meant}"), "{text}");
        }
        for text in [
            "every other day",
            "every 2 days",
            "alternate days",
            "100x daily",
        ] {
            assert!(help(text).starts_with("write one of "), "{text}");
        }
        assert!(help("0 times a day").starts_with("write one of "));
        assert!(help("sometimes").starts_with("write one of "));
    }
}
