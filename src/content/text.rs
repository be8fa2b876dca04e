//! Text from files: what it may hold, and how what it may not hold is shown.

pub(crate) mod ascii;
pub mod clean;
pub(crate) mod folded;
pub(crate) mod invisible;
pub(crate) mod joining;
pub(crate) mod lookalike;
pub(crate) mod punctuation;
pub(crate) mod scripts;

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization as _, is_nfc};

/// So many words are offered for one that is not known.
const MOST_ALIKE: usize = 5;

/// Words of no more letters are short.
const SHORT: usize = 4;

/// Whether a character may not stand in a file: control characters but newline and tab, and the bidirectional
/// overrides. They could drive the terminal or make a line read otherwise than it is.
pub fn is_forbidden(character: char) -> bool {
    match character {
        '\n' | '\t' => false,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => true,
        other => other.is_control(),
    }
}

/// Whether a character can never be seen, in whatever company: spaces without a width, hyphens that show only where a line
/// ends, marks of the direction, letters that are only filled in. Joiners and variants are not among them, as they change
/// how their neighbours look.
pub(crate) const fn is_unseen(character: char) -> bool {
    matches!(
        character,
        '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{115F}'..='\u{1160}'
            | '\u{17B4}'..='\u{17B5}'
            | '\u{180E}'
            | '\u{200B}'
            | '\u{200E}'..='\u{200F}'
            | '\u{2028}'..='\u{2029}'
            | '\u{2060}'..='\u{2065}'
            | '\u{206A}'..='\u{206F}'
            | '\u{3164}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFB}'
            | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}'
    )
}

/// A name for people of a forbidden character.
pub(crate) fn describe(character: char) -> String {
    match character {
        '\r' => "a line end of old Macs (U+000D)".to_owned(),
        '\u{1b}' => "an escape sequence (U+001B)".to_owned(),
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            format!("a text direction override (U+{:04X})", u32::from(character))
        }
        other => format!("a control character (U+{:04X})", u32::from(other)),
    }
}

/// What to do about a forbidden character.
pub(crate) const fn remedy(character: char) -> &'static str {
    match character {
        '\r' => "save the file with the line ends of Windows or Unix",
        _ => "delete it: it could change what the terminal shows",
    }
}

/// Byte offsets of forbidden characters. `\r` before `\n` is how some editors end a line, and passes.
pub(crate) fn forbidden(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    // Nearly every text has none. That is seen in its bytes, many at once, as long as the search does not stop early.
    let plain = text
        .bytes()
        .fold(true, |plain, byte| plain & !begins_forbidden(byte));
    let searched = if plain { "" } else { text };
    searched.char_indices().filter(|&(at, character)| {
        is_forbidden(character)
            && !(character == '\r' && text.as_bytes().get(at + 1) == Some(&b'\n'))
    })
}

/// Whether a forbidden character may begin with this byte: `0xC2` begins the control characters above ASCII, `0xE2` the
/// overrides.
const fn begins_forbidden(byte: u8) -> bool {
    matches!(byte, 0xC2 | 0xE2 | 0x7F) || (byte < b' ' && !matches!(byte, b'\n' | b'\t'))
}

/// The text in the form in which names are compared, Unicode's NFC: a letter and its accent are one character, as keyboards
/// write them and some file systems do not.
pub(crate) fn composed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || is_nfc(text) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// The mark that some editors put at the beginning of a file, which is no part of its text.
pub(crate) const MARK: &str = "\u{feff}";

/// The text of a file without [`MARK`].
pub(crate) fn without_mark(text: &str) -> &str {
    text.strip_prefix(MARK).unwrap_or(text)
}

/// The text on one line with everything that could drive a terminal replaced by `\u{FFFD}`.
pub(crate) fn printable(text: &str) -> Cow<'_, str> {
    replaced(text, |character| {
        is_forbidden(character) || character == '\n' || character == '\t'
    })
}

/// As [`printable`], but keeps the lines, and every byte offset: a replacement is as long as what it replaces.
pub(crate) fn excerpt_safe(text: &str) -> Cow<'_, str> {
    if !text
        .chars()
        .any(|character| is_forbidden(character) && character != '\r')
    {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if is_forbidden(character) && character != '\r' {
            out.push_str(match character.len_utf8() {
                1 => "?",
                2 => "\u{00BF}",
                _ => "\u{FFFD}",
            });
        } else {
            out.push(character);
        }
    }
    Cow::Owned(out)
}

fn replaced(text: &str, unwanted: impl Fn(char) -> bool) -> Cow<'_, str> {
    if text.chars().any(&unwanted) {
        Cow::Owned(
            text.chars()
                .map(|c| if unwanted(c) { '\u{FFFD}' } else { c })
                .collect(),
        )
    } else {
        Cow::Borrowed(text)
    }
}

/// The one of `known` that `typed` was probably meant to be.
pub(crate) fn did_you_mean<'a>(
    typed: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let typed = typed.to_lowercase();
    let length = typed.chars().count();
    known
        .into_iter()
        .filter_map(|candidate| {
            let other = candidate.chars().count();
            let most = (length.max(other) / 3).max(1);
            let lower = candidate.to_lowercase();
            let distance =
                (length.abs_diff(other) <= most).then(|| strsim::osa_distance(&typed, &lower))?;
            // A short word with another first letter is another word: a slow pace is no flow.
            let first = |word: &str| word.chars().next();
            let is_other = length.max(other) <= SHORT && first(&typed) != first(&lower);
            (distance <= most && !(is_other && is_replaced(&typed, &lower)))
                .then_some((distance, candidate))
        })
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
}

/// Whether two words differ in their first letter alone.
fn is_replaced(one: &str, other: &str) -> bool {
    one.chars().skip(1).eq(other.chars().skip(1))
}

/// Those of `known` that share the most words with `typed`, a few at most: `calf-stretch-wall` for "wall stretch".
pub(crate) fn alike<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let typed = typed.to_lowercase();
    let words: Vec<&str> = long_words(&typed).collect();
    let mut most = 1;
    let mut best = Vec::new();
    for candidate in known {
        let lower = candidate.to_lowercase();
        let shared = words
            .iter()
            .filter(|word| {
                long_words(&lower).any(|own| own.starts_with(**word) || word.starts_with(own))
            })
            .count();
        if shared > most {
            best.clear();
            most = shared;
        }
        if shared == most && best.len() < MOST_ALIKE {
            best.push(candidate);
        }
    }
    best
}

/// The words of a text that say something: `on the floor` has two.
fn long_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() > 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forbidden_characters_are_found_and_lines_pass() {
        assert_eq!(forbidden("a\r\nb\tc").count(), 0);
        let found: Vec<_> = forbidden("a\u{1b}[31m\u{202e}\r\u{85}")
            .map(|(at, _)| at)
            .collect();
        assert_eq!(found, [1, 6, 9, 10]);
        assert_eq!(
            forbidden("\u{200d}\u{301}אב").count(),
            0,
            "joiners and right-to-left letters are fine"
        );
    }

    #[test]
    fn excerpts_keep_their_offsets() {
        let text = "a\u{1b}b\u{85}c\u{202e}d";
        let safe = excerpt_safe(text);
        assert_eq!(safe.len(), text.len());
        assert_eq!(safe.find('d'), text.find('d'));
        assert_eq!(forbidden(&safe).count(), 0);
    }

    #[test]
    fn near_misses_are_named_and_far_ones_are_not() {
        assert_eq!(did_you_mean("holdd", ["hold", "reps"]), Some("hold"));
        assert_eq!(
            did_you_mean("calf-strech-wall", ["calf-raise", "calf-stretch-wall"]),
            Some("calf-stretch-wall")
        );
        assert_eq!(did_you_mean("banana", ["hold", "reps"]), None);
        assert_eq!(did_you_mean("st", ["sets", "rest"]), None);
        assert_eq!(did_you_mean("slow", ["flow", "night"]), None);
        assert_eq!(did_you_mean("flwo", ["flow", "night"]), Some("flow"));
        assert_eq!(did_you_mean("old", ["hold", "reps"]), Some("hold"));
        assert_eq!(did_you_mean("s-mayoo", ["S-MAYO"]), Some("S-MAYO"));
    }

    #[test]
    fn words_that_share_words_are_offered() {
        let known = ["seated-chair", "seated-edge", "floor-seated", "standing"];
        assert_eq!(alike("sit on the floor", known), ["floor-seated"]);
        assert_eq!(alike("seated", known), known[..3]);
        assert_eq!(alike("stand", known), ["standing"]);
        assert!(alike("at L", known).is_empty());
    }
}
