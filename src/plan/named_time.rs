//! Lengths of time that are named in a sentence: "half a minute", "30 seconds", "two minutes".

use std::time::Duration;

use crate::plan::words::numbers::number_words;

/// The largest number that is recognised as a word.
const MOST: u32 = 120;
/// The number of digits of a year.
const YEAR: usize = 4;

/// The longest time that a sentence names, in seconds or minutes.
pub(crate) fn named_time(sentence: &str) -> Option<Duration> {
    let lower = sentence.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '.'))
        .map(|word| word.trim_matches(['.', '-']))
        .flat_map(parts)
        .filter(|word| !word.is_empty())
        .collect();
    let at = |index: usize| words.get(index).copied();
    let times = (0..words.len()).filter_map(|index| {
        let word = at(index)?;
        if let Some(unit) = unit(word) {
            let before = at(index.checked_sub(1)?)?;
            let half = before == "a" && index >= 2 && at(index - 2) == Some("half");
            return number(if half { "half" } else { before }).map(|many| unit.mul_f64(many));
        }
        // `30s`, `2min`
        let digits = word.find(|c: char| !(c.is_ascii_digit() || c == '.'))?;
        let (many, unit_word) = word.split_at(digits);
        // In "the 1990s" no time is named.
        let unit = unit(unit_word).filter(|_| unit_word != "s" || many.len() < YEAR)?;
        Some(unit.mul_f64(number(many)?))
    });
    times.max()
}

/// `30-second` is two words, and `5-10` the two ends of a range; `twenty-five` is one.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    let is_number = word.starts_with(|c: char| c.is_ascii_digit());
    word.split(move |c| is_number && c == '-')
}

fn unit(word: &str) -> Option<Duration> {
    match word {
        "s" | "sec" | "secs" | "second" | "seconds" => Some(Duration::from_secs(1)),
        "min" | "mins" | "minute" | "minutes" => Some(Duration::from_secs(60)),
        _ => None,
    }
}

fn number(word: &str) -> Option<f64> {
    match word {
        "a" | "an" => Some(1.0),
        "half" => Some(0.5),
        _ => {
            let digits = word.starts_with(|c: char| c.is_ascii_digit());
            let written = digits.then(|| word.parse().ok()).flatten();
            let spelt = || (1..=MOST).find(|&many| number_words(many) == word);
            written
                .filter(|many: &f64| (0.0..=36_000.0).contains(many))
                .or_else(|| spelt().map(f64::from))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_found_in_sentences() {
        for (sentence, seconds) in [
            ("Sit on the edge of the bed for half a minute first.", 30.0),
            ("Wait a minute.", 60.0),
            ("Hold about five seconds, then let go.", 5.0),
            ("Hold it for 30 seconds.", 30.0),
            ("Rest 30s, then go on for 2min.", 120.0),
            ("Stay there for twenty-five seconds", 25.0),
            ("1.5 minutes", 90.0),
            ("A 30-second rest", 30.0),
            ("Hold for 5-10 seconds.", 10.0),
        ] {
            let found = named_time(sentence).map(|time| time.as_secs_f64());
            assert_eq!(found, Some(seconds), "{sentence}");
        }
        for sentence in [
            "Rise for a slow count of three.",
            "In a moment, stand up.",
            "A second chair helps? The second is better.",
            "As in the 1990s.",
            "Rest 99999999999999999999s, or 99999999999999999999 seconds.",
            "",
        ] {
            let found = named_time(sentence);
            assert!(
                found.is_none_or(|time| time <= Duration::from_secs(1)),
                "{sentence}: {found:?}"
            );
        }
    }
}
