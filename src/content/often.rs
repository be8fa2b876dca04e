//! How often a routine is done: `often = "3 times a day"`. It is shown, and nothing follows from it.

use crate::content::diagnostic::Diagnostic;
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
                let (least, most) = times.split_once('-').unwrap_or((times, times));
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

/// Returns the right forms, with the numbers of the text where it has one or two that can be meant.
fn help(text: &str) -> String {
    let numbers = text.split(|c: char| !c.is_ascii_digit());
    let numbers = numbers.filter(|number| !number.is_empty());
    let numbers: Option<Vec<u32>> = numbers.map(|number| number.parse().ok()).collect();
    let is_meant = |number: &u32| (1..=MOST).contains(number);
    match numbers.as_deref() {
        Some(&[number]) if is_meant(&number) => format!(
            "write often = \"{number} times a day\", \"{number} times a week\" or \"every {number} hours\""
        ),
        Some(&[one, other]) if is_meant(&one) && is_meant(&other) && one != other => {
            let (least, most) = (one.min(other), one.max(other));
            format!(
                "write often = \"{least}-{most} times a day\" or \"{least}-{most} times a week\""
            )
        }
        _ => format!("write one of {FORMS}, with N and M from 1 to {MOST}"),
    }
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
        let day = "write often = \"3 times a day\", \"3 times a week\" or \"every 3 hours\"";
        assert_eq!(help("3x daily"), day);
        let range = "write often = \"2-3 times a day\" or \"2-3 times a week\"";
        assert_eq!(help("3 to 2 per day"), range);
        assert!(help("0 times a day").starts_with("write one of "));
        assert!(help("sometimes").starts_with("write one of "));
    }
}
