//! Words as they are compared: accents, capital letters and dividers do not matter, and a slip of the finger may be
//! forgiven.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::content::text::punctuation;
use crate::content::text::unseen::is_unseen;

/// Shorter words are taken as they are: with one slip in three letters it is usually another word.
const FIRST_SLIP: usize = 4;
/// From this many letters on, two slips are forgiven.
const SECOND_SLIP: usize = 8;

/// The text in small letters without accents, its words divided by single spaces: `Façade-Stützen` is `facade stutzen`.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    // What cannot be seen is not typed, but pasted.
    let is_letter = |letter: &char| !is_combining_mark(*letter) && !is_unseen(*letter);
    // Some apostrophes would fall apart into a blank and an accent.
    let letters = text.chars().map(punctuation::plain).nfkd();
    let letters = letters.filter(is_letter);
    for letter in letters.flat_map(char::to_lowercase) {
        match plain(letter) {
            Some(plain) => folded.push_str(plain),
            None if letter.is_alphanumeric() => folded.push(letter),
            // An apostrophe divides nothing, and neither does what joins letters or keeps them from it.
            None if matches!(letter, '\'' | '\u{200C}' | '\u{200D}') => {}
            None if !folded.is_empty() && !folded.ends_with(' ') => folded.push(' '),
            None => {}
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Letters that are no others with an accent, but are written as others where they are missing.
const fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' => "d",
        _ => return None,
    })
}

/// Returns whether a folded text is another one with one slip, or two in a long one: a letter more, less, other, or two
/// letters swapped.
pub(crate) fn is_slip(typed: &str, known: &str) -> bool {
    // A letter has four bytes at most: what is far too long need not be counted.
    if typed.len() > (known.len() + 2) * 4 {
        return false;
    }
    let (one, other) = (typed.chars().count(), known.chars().count());
    let letters = one.min(other);
    let most = match letters {
        ..FIRST_SLIP => 0,
        FIRST_SLIP..SECOND_SLIP => 1,
        _ => 2,
    };
    most > 0 && one.abs_diff(other) <= most && strsim::osa_distance(typed, known) <= most
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_capitals_and_dividers_do_not_matter() {
        for (text, folded) in [
            ("Knee-Pain", "knee pain"),
            ("  knee_pain  ", "knee pain"),
            ("crampes à la jambe", "crampes a la jambe"),
            ("Füße", "fusse"),
            ("3 A.M.", "3 a m"),
            ("Crohn's", "crohns"),
            ("Crohn´s–‘X’", "crohns x"),
            ("\u{FB01}stula", "fistula"),
            ("–", ""),
            ("knee\u{AD}-pa\u{200B}in", "knee pain"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn slips_are_forgiven_by_length() {
        for (typed, known) in [
            ("gluacoma", "glaucoma"),
            ("osteoporisis", "osteoporosis"),
            ("pregnent", "pregnant"),
            ("knea", "knee"),
            ("sciatca", "sciatica"),
        ] {
            assert!(is_slip(typed, known), "{typed}");
        }
        for (typed, known) in [
            ("hop", "hip"),
            ("bed", "red"),
            ("wall", "well done"),
            ("", "a"),
        ] {
            assert!(!is_slip(typed, known), "{typed}");
        }
    }
}
