//! Characters that cannot be seen: with them two names can look the same and be others.

use std::borrow::Cow;
use std::ops::Range;

use toml::de::{DeTable, DeValue};
use unicode_normalization::char::is_combining_mark;

use crate::content::diagnostic::Diagnostic;
use crate::content::text::joining::{is_joined_script, joiner_shapes, would_join};
use crate::content::text::lookalike;
use crate::content::text::scripts::{
    has_no_spaces, has_variants, is_braille, is_ideograph, is_keycap, is_last_jamo, is_mongolian,
    is_picture, is_picture_end, is_right_to_left, is_sign, is_tag, is_virama, joins,
};
use crate::content::text::unseen::is_unseen;

/// A title or a name has at most this many characters: longer ones are reported as too long.
const LONGEST_NAME: usize = 500;
/// A mark of the direction belongs to letters that are so near.
const NEAR: usize = 500;
/// A flag has fewer tags than this.
const NEAR_TAGS: usize = 16;
/// More marks on one letter are a heap, in no script a letter.
const MOST_MARKS: usize = 8;
/// The keys whose values are names of something, or say one.
const NAMES: &[&str] = &["title", "name", "also", "exercise", "easier", "harder"];

/// A fault in a text that cannot be seen, or cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Oddity {
    /// This character.
    Unseen(char),
    /// More marks than [`MOST_MARKS`] on one letter.
    Heap,
}

impl Oddity {
    /// The finding for it in `what`.
    fn found(self, what: &str) -> Diagnostic {
        match self {
            Self::Unseen(character) => Diagnostic::warning(format!(
                "{what} contains {} (U+{:04X})",
                name(character),
                u32::from(character)
            ))
            .help(match character {
                '\u{200C}' => "delete it: it has no effect here, and two names can look the same",
                _ => "delete it: it is invisible, and two names can look the same",
            }),
            Self::Heap => Diagnostic::warning(format!(
                "{what} has more than {MOST_MARKS} marks on one letter"
            ))
            .help("delete them: they hide the text"),
        }
    }
}

/// The oddities in the keys and texts of a document, one finding for each key or text.
pub(crate) fn in_document(text: &str, root: &DeTable<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    // Nearly every file has nothing but ASCII in it, and no escapes.
    if !text.is_ascii() || text.contains("\\u") || text.contains("\\U") || text.contains("\\x") {
        in_table(text, root, &mut found);
    }
    found
}

/// The oddity in the name of a file.
pub(crate) fn in_file_name(name: &str) -> Vec<Diagnostic> {
    let what = "the name of this file";
    let unseen = first(name).map(|(_, oddity)| oddity.found(what));
    let alike = lookalike::found(name, what).map(|(_, found)| found);
    unseen.into_iter().chain(alike).collect()
}

/// A name without what cannot be seen in it. What may stand in it and only says how it is laid out is left out too.
pub(crate) fn seen(name: &str) -> Cow<'_, str> {
    if name.is_ascii() {
        return Cow::Borrowed(name);
    }
    let letters = name.char_indices().filter(|&(at, letter)| {
        !matches!(letter, '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}')
            && is_seen(letter, &name[..at], &name[at + letter.len_utf8()..])
    });
    Cow::Owned(letters.map(|(_, letter)| letter).collect())
}

fn in_table(text: &str, table: &DeTable<'_>, found: &mut Vec<Diagnostic>) {
    for (key, value) in table {
        found.extend(at(text, key.get_ref(), &key.span(), "this key"));
        in_value(text, value.get_ref(), &value.span(), found);
        if NAMES.contains(&key.get_ref().as_ref()) {
            names_in(text, value.get_ref(), &value.span(), found);
        }
    }
}

fn names_in(text: &str, value: &DeValue<'_>, span: &Range<usize>, found: &mut Vec<Diagnostic>) {
    match value {
        DeValue::String(name) => {
            if let Some((_, alike)) = lookalike::found(name, "this name") {
                let typed = text.get(span.clone()).unwrap_or_default();
                let place = lookalike::found(typed, "").map_or_else(
                    || span.clone(),
                    |(place, _)| span.start + place.start..span.start + place.end,
                );
                found.push(alike.at(place));
            }
        }
        DeValue::Array(items) => items
            .iter()
            .for_each(|item| names_in(text, item.get_ref(), &item.span(), found)),
        _ => {}
    }
}

fn in_value(text: &str, value: &DeValue<'_>, span: &Range<usize>, found: &mut Vec<Diagnostic>) {
    match value {
        DeValue::String(string) => found.extend(at(text, string, span, "this text")),
        DeValue::Array(items) => items
            .iter()
            .for_each(|item| in_value(text, item.get_ref(), &item.span(), found)),
        DeValue::Table(table) => in_table(text, table, found),
        _ => {}
    }
}

/// The first oddity of a decoded text: where it stands, or all of the text where it is written as an escape.
fn at(text: &str, decoded: &str, span: &Range<usize>, what: &str) -> Option<Diagnostic> {
    let (_, oddity) = first(decoded)?;
    // A name that is too long is reported as such: one fault, one message.
    if oddity == Oddity::Heap && decoded.chars().count() > LONGEST_NAME {
        return None;
    }
    let typed = text.get(span.clone()).unwrap_or_default();
    let place = match first(typed) {
        Some((place, same)) if same == oddity => span.start + place.start..span.start + place.end,
        _ => span.clone(),
    };
    Some(oddity.found(what).at(place))
}

/// The first oddity of a text, and where it stands.
fn first(text: &str) -> Option<(Range<usize>, Oddity)> {
    if text.is_ascii() {
        return None;
    }
    let mut marks = 0;
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        if !is_seen(letter, &text[..at], &text[end..]) {
            return Some((at..end, Oddity::Unseen(letter)));
        }
        marks = if is_combining_mark(letter) {
            marks + 1
        } else {
            0
        };
        if marks > MOST_MARKS {
            return Some((at..end, Oddity::Heap));
        }
    }
    None
}

/// Returns whether a character can be seen, by itself or by what it does to its neighbours.
fn is_seen(letter: char, all_before: &str, all_after: &str) -> bool {
    if !is_unseen(letter) && !has_to_be_asked(letter) {
        return true;
    }
    let (before, after) = (all_before.chars().next_back(), all_after.chars().next());
    let is = |neighbour: Option<char>, kind: fn(char) -> bool| neighbour.is_some_and(kind);
    match letter {
        // Where words are not divided by spaces it says where a line may end.
        '\u{200B}' => is(before, has_no_spaces) && is(after, has_no_spaces),
        '\u{200C}' if is(before, is_joined_script) => would_join(all_before, all_after),
        '\u{200D}' if is(before, is_joined_script) || is(after, is_joined_script) => {
            joiner_shapes(all_before, all_after)
        }
        '\u{200C}' => is(before, is_virama) || (is(before, joins) && is(after, joins)),
        '\u{200D}' => {
            let between = is(before, is_picture_end) && is(after, is_picture);
            between || is(before, is_virama) || (is(before, joins) && is(after, joins))
        }
        // Between a letter and a sign they say on which side the sign stands.
        '\u{61C}' | '\u{200E}' | '\u{200F}' => {
            (is(before, is_sign) || is(after, is_sign))
                && all_before
                    .chars()
                    .rev()
                    .take(NEAR)
                    .chain(all_after.chars().take(NEAR))
                    .any(is_right_to_left)
        }
        // Syllables of old Hangul that lack a part.
        '\u{115F}' => is(
            after,
            |c| matches!(c, '\u{1160}'..='\u{11A7}' | '\u{D7B0}'..='\u{D7C6}'),
        ),
        '\u{1160}' => match before {
            Some('\u{115F}') => is(after, is_last_jamo),
            before => is(
                before,
                |c| matches!(c, '\u{1100}'..='\u{115E}' | '\u{A960}'..='\u{A97C}'),
            ),
        },
        '\u{2800}' => is(before, is_braille) || is(after, |c| c != '\u{2800}' && is_braille(c)),
        '\u{FE0E}'..='\u{FE0F}' => {
            is(before, is_picture) || (is(before, is_keycap) && after == Some('\u{20E3}'))
        }
        '\u{FE00}'..='\u{FE0D}' => is(before, has_variants),
        '\u{E0100}'..='\u{E01EF}' => is(before, is_ideograph),
        '\u{180B}'..='\u{180D}' | '\u{180F}' => is(before, is_mongolian),
        '\u{180E}' => is(before, is_mongolian) && is(after, is_mongolian),
        '\u{E0020}'..='\u{E007F}' => {
            // The flags of parts of a country.
            let mut near = all_before.chars().rev().take(NEAR_TAGS);
            let flag = near.find(|c| !matches!(c, '\u{E0020}'..='\u{E007E}'));
            flag == Some('\u{1F3F4}') && (letter == '\u{E007F}' || is(after, is_tag))
        }
        _ => false,
    }
}

/// Characters that are seen in some company only, besides those that are [never seen](is_unseen) but do something there.
const fn has_to_be_asked(letter: char) -> bool {
    matches!(
        letter,
        '\u{180B}'..='\u{180F}'
            | '\u{200C}'..='\u{200D}'
            | '\u{2800}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// The name that people know the character by.
const fn name(character: char) -> &'static str {
    match character {
        '\u{AD}' => "a soft hyphen",
        '\u{61C}' | '\u{200E}' | '\u{200F}' => "a text direction mark",
        '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' => "a Hangul filler",
        '\u{200B}' => "a zero-width space",
        '\u{200C}' => "a stray zero-width non-joiner",
        '\u{200D}' => "a stray zero-width joiner",
        '\u{2028}' | '\u{2029}' => "a line separator",
        '\u{2060}' => "a word joiner",
        '\u{2800}' => "a braille blank",
        '\u{180E}' => "a stray Mongolian vowel separator",
        '\u{FEFF}' => "a byte order mark",
        '\u{180B}'..='\u{180D}'
        | '\u{180F}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{E0100}'..='\u{E01EF}' => "a stray variation selector",
        '\u{E0000}'..='\u{E007F}' => "an invisible tag character",
        _ => "an invisible character",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unseen(text: &str) -> Option<char> {
        match first(text)?.1 {
            Oddity::Unseen(letter) => Some(letter),
            Oddity::Heap => None,
        }
    }

    #[test]
    fn what_cannot_be_seen_is_found_and_named() {
        for bad in [
            '\u{AD}',
            '\u{200B}',
            '\u{200C}',
            '\u{200D}',
            '\u{200E}',
            '\u{200F}',
            '\u{61C}',
            '\u{2060}',
            '\u{FEFF}',
            '\u{2028}',
            '\u{2029}',
            '\u{3164}',
            '\u{115F}',
            '\u{FE0F}',
            '\u{FE00}',
            '\u{E0041}',
            '\u{E0100}',
            '\u{180E}',
            '\u{34F}',
            '\u{2063}',
        ] {
            assert_eq!(unseen(&format!("Calf{bad}stretch")), Some(bad), "{bad:?}");
            assert_eq!(unseen(&format!("éCalf{bad}")), Some(bad), "{bad:?}");
            assert_eq!(unseen(&format!("{bad}Calf")), Some(bad), "{bad:?}");
        }
        let said = in_file_name("a\u{AD}b");
        assert_eq!(
            said[0].message,
            "the name of this file contains a soft hyphen (U+00AD)"
        );
    }

    #[test]
    fn joiners_are_fine_where_they_join() {
        for fine in [
            "👨\u{200D}👩\u{200D}👧",
            "👩🏽\u{200D}🔬",
            "❤\u{FE0F}\u{200D}🔥",
            "1\u{FE0F}\u{20E3}",
            "می\u{200C}خواهم",
            "क्\u{200D}ष",
            "ക്\u{200D}",
            "ශ්\u{200D}රී",
            "葛\u{E0100}",
            "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
            "ภาษา\u{200B}ไทย",
            "שלום",
            "مرحبا",
            "e\u{301}\u{323}",
            "سال ۱۳۹۹ ه\u{200D} ق",
            "ه\u{200D}۱۳",
            "خانه\u{200C}ها",
            "ᠬᠡᠯ\u{180E}ᠡ",
            "שלום (א)\u{200F}",
            "א\u{200E}(2",
            "\u{115F}ᅡ",
            "ᄀ\u{1160}ᆨ",
            "\u{115F}\u{1160}ᆨ",
            "⠓\u{2800}⠓",
        ] {
            assert_eq!(first(fine), None, "{fine}");
        }
        for odd in [
            "👨\u{200D}a",
            "می\u{200C}",
            "د\u{200C}ا",
            "کار\u{200C}ها",
            "ب\u{200D}ب",
            "د\u{200D} ",
            "ب\u{FE0F}",
            "–\u{FE0F}",
            "!\u{FE00}",
            "10\u{FE0F}",
            "10\u{FE0F} \u{20E3}",
            "Calf\u{2800}raise",
            "א\u{200F}ב",
            "a\u{200F}(",
            "Auf\u{200C}lage",
            "ᠬ\u{180E}",
            "\u{115F}\u{1160}",
            "가\u{1160}",
            "می\u{200C}\u{200C}خ",
            "🏴\u{E0067}\u{E0062}",
            "a\u{E007F}",
        ] {
            assert!(unseen(odd).is_some(), "{odd}");
        }
    }

    #[test]
    fn a_heap_of_marks_is_found() {
        assert_eq!(first(&format!("a{}", "\u{301}".repeat(8))), None);
        let heap = first(&format!("a{}", "\u{301}".repeat(9)));
        assert_eq!(heap.map(|(_, oddity)| oddity), Some(Oddity::Heap));
    }
}
