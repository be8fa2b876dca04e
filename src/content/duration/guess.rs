//! Guesses the duration that a faulty text was meant to be.

use crate::content::duration::{read, split_range};
use crate::content::text::punctuation::plain;

/// Words and signs for a unit or between two ends, as people write them in several languages, and what they are in a
/// file. One that begins with another stands before it.
const WRITTEN_OUT: [(&str, &str); 35] = [
    ("about", ""),
    ("around", ""),
    ("approx.", ""),
    ("approx", ""),
    ("ca.", ""),
    ("~", ""),
    ("seconds", "s"),
    ("secondes", "s"),
    ("seconde", "s"),
    ("second", "s"),
    ("secs", "s"),
    ("sec", "s"),
    ("sekunden", "s"),
    ("sekunde", "s"),
    ("sek", "s"),
    ("\"", "s"),
    ("minutes", "m"),
    ("minuten", "m"),
    ("minute", "m"),
    ("mins", "m"),
    ("min", "m"),
    ("'", "m"),
    ("hours", "h"),
    ("hour", "h"),
    ("stunden", "h"),
    ("stunde", "h"),
    ("std", "h"),
    ("heures", "h"),
    ("heure", "h"),
    ("to", "-"),
    ("bis", "-"),
    ("à", "-"),
    ("and", ""),
    ("und", ""),
    ("et", ""),
];

/// The most bytes of a text that is still guessed at.
const LONGEST_GUESS: usize = 100;

/// Returns the durations that a text states or probably means, in the right form.
pub(crate) fn meant(text: &str) -> Vec<String> {
    if is_readable(text) {
        return vec![text.to_owned()];
    }
    guess(text)
}

/// Returns the probable durations behind `30 sec`, `2 min`, `1,5s` and the like; `30` and `20-30` have no known unit.
pub(crate) fn guess(text: &str) -> Vec<String> {
    if text.len() > LONGEST_GUESS {
        return Vec::new();
    }
    let compact = one_decimal(&compacted(text));
    let in_unit = |unit| match split_range(&compact) {
        Some((lower, upper)) => format!("{}-{}", with_unit(lower, unit), with_unit(upper, unit)),
        None => with_unit(&compact, unit),
    };
    let unit = |end: &str| end.chars().next_back().filter(char::is_ascii_alphabetic);
    let meant = match split_range(&compact) {
        Some((lower, upper)) => match unit(upper).or(unit(lower)) {
            Some(shared) => vec![in_unit(shared)],
            None => vec![in_unit('s'), in_unit('m')],
        },
        None if compact.contains('h') => vec![in_unit('m')],
        None if compact.contains('m') => vec![in_unit('s')],
        None if compact.contains(['s', ':']) => vec![compact],
        None => vec![in_unit('s'), in_unit('m')],
    };
    let is_one = |meant: &String| *meant != text && is_readable(meant);
    meant.into_iter().filter(is_one).collect()
}

/// The text in small letters without blanks, with the units and signs of a file.
fn compacted(text: &str) -> String {
    let letters = text.chars().filter(|letter| !letter.is_whitespace());
    let mut compact: String = letters.map(plain).flat_map(char::to_lowercase).collect();
    compact = compact.replace(',', ".");
    for (long, short) in WRITTEN_OUT {
        compact = compact.replace(long, short);
    }
    // The full stop of an abbreviation is none of a number.
    let mut before = None;
    compact.retain(|letter| {
        let ends_word = before
            .replace(letter)
            .is_some_and(|c: char| c.is_ascii_alphabetic());
        letter != '.' || !ends_word
    });
    compact
}

fn with_unit(number: &str, unit: char) -> String {
    if number.ends_with(|c: char| c.is_ascii_digit()) {
        format!("{number}{unit}")
    } else {
        number.to_owned()
    }
}

/// The text with one digit after each point.
pub(crate) fn one_decimal(text: &str) -> String {
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

/// Returns whether a text is one duration, or a range from a shorter to a longer.
fn is_readable(text: &str) -> bool {
    match split_range(text) {
        Some((lower, upper)) => read(lower)
            .zip(read(upper))
            .is_some_and(|(lower, upper)| lower <= upper),
        None => read(text).is_some(),
    }
}
