//! Characters that cannot be seen: with them two names can look the same and be others.

use std::ops::Range;

use toml::de::{DeTable, DeValue};
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

use crate::content::diagnostic::Diagnostic;
use crate::content::text::is_unseen;

/// So many characters a title or a name may have: longer ones are said to be too long.
const LONGEST_NAME: usize = 500;
/// More marks on one letter are a heap, in no script a letter.
const MOST_MARKS: usize = 8;
/// The canonical combining class of a virama, which joins letters of India.
const VIRAMA: u8 = 9;

/// What stands in a text without being seen, or too high to be read.
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
                "{what} holds {} (U+{:04X})",
                name(character),
                u32::from(character)
            ))
            .help("delete it: it cannot be seen, and two names can look the same"),
            Self::Heap => Diagnostic::warning(format!(
                "{what} has more than {MOST_MARKS} marks on one letter"
            ))
            .help("delete them: they hide what is written"),
        }
    }
}

/// What is odd in the keys and texts of a document, one finding for each of them.
pub(super) fn in_document(text: &str, root: &DeTable<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    // Nearly every file has nothing but ASCII in it, and no escapes.
    if !text.is_ascii() || text.contains("\\u") || text.contains("\\U") || text.contains("\\x") {
        in_table(text, root, &mut found);
    }
    found
}

/// What is odd in the name of a file.
pub(super) fn in_file_name(name: &str) -> Option<Diagnostic> {
    let (_, oddity) = first(name)?;
    Some(oddity.found("the name of this file"))
}

fn in_table(text: &str, table: &DeTable<'_>, found: &mut Vec<Diagnostic>) {
    for (key, value) in table {
        found.extend(at(text, key.get_ref(), &key.span(), "this key"));
        in_value(text, value.get_ref(), &value.span(), found);
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
    // What is too long is said to be so: one fault, one message.
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
    let mut before: Option<char> = None;
    let mut marks = 0;
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        let after = text[end..].chars().next();
        if !is_seen(letter, before, after, &text[..at]) {
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
        before = Some(letter);
    }
    None
}

/// Whether a character can be seen, by itself or by what it does to its neighbours.
fn is_seen(letter: char, before: Option<char>, after: Option<char>, all_before: &str) -> bool {
    let is = |neighbour: Option<char>, kind: fn(char) -> bool| neighbour.is_some_and(kind);
    match letter {
        // Where words are not divided by spaces it says where a line may end.
        '\u{200B}' => is(before, has_no_spaces) && is(after, has_no_spaces),
        '\u{200C}' => is(before, is_virama) || (is(before, joins) && is(after, joins)),
        '\u{200D}' => {
            let between = is(before, is_picture_end) && is(after, is_picture);
            between || is(before, is_virama) || (is(before, joins) && is(after, joins))
        }
        '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' => is(before, has_variants),
        '\u{180B}'..='\u{180D}' | '\u{180F}' => {
            is(before, |c| matches!(c, '\u{1800}'..='\u{18AF}'))
        }
        '\u{E0020}'..='\u{E007F}' => {
            // The flags of parts of a country.
            let flag = all_before.trim_end_matches(|c| matches!(c, '\u{E0020}'..='\u{E007E}'));
            flag.ends_with('\u{1F3F4}') && (letter == '\u{E007F}' || is(after, is_tag))
        }
        '\u{E0000}'..='\u{E0FFF}' => false,
        letter => !is_unseen(letter),
    }
}

fn is_tag(letter: char) -> bool {
    matches!(letter, '\u{E0020}'..='\u{E007F}')
}

fn is_virama(letter: char) -> bool {
    canonical_combining_class(letter) == VIRAMA
}

/// Letters of scripts that use joiners: Arabic and its relatives, those of India and its neighbours, Mongolian.
const fn joins(letter: char) -> bool {
    matches!(
        letter,
        '\u{600}'..='\u{7FF}'
            | '\u{840}'..='\u{8FF}'
            | '\u{900}'..='\u{DFF}'
            | '\u{F00}'..='\u{109F}'
            | '\u{1780}'..='\u{18AF}'
            | '\u{1B00}'..='\u{1CFF}'
            | '\u{A800}'..='\u{ABFF}'
            | '\u{FB50}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFC}'
            | '\u{11000}'..='\u{11FFF}'
            | '\u{1E900}'..='\u{1E95F}'
    ) && !is_unseen(letter)
}

/// Letters of scripts that write words without spaces between them.
const fn has_no_spaces(letter: char) -> bool {
    matches!(
        letter,
        '\u{E00}'..='\u{EFF}' | '\u{F00}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3040}'..='\u{9FFF}'
    ) && !is_unseen(letter)
}

/// Pictures, which can be joined to one.
const fn is_picture(letter: char) -> bool {
    matches!(
        letter,
        '\u{A9}' | '\u{AE}' | '\u{203C}' | '\u{2049}' | '\u{2122}' | '\u{2139}' | '\u{2190}'..='\u{21FF}'
            | '\u{2300}'..='\u{23FF}' | '\u{2460}'..='\u{27BF}' | '\u{2900}'..='\u{2BFF}' | '\u{3030}' | '\u{303D}'
            | '\u{3297}' | '\u{3299}' | '\u{1F000}'..='\u{1FAFF}'
    )
}

/// How a picture can end: by itself, by a colour of the skin, or by what says that it is one.
const fn is_picture_end(letter: char) -> bool {
    is_picture(letter) || letter == '\u{FE0F}'
}

/// What has variants to choose from: pictures, digits, signs, and letters of several scripts.
const fn has_variants(letter: char) -> bool {
    is_picture(letter)
        || joins(letter)
        || matches!(
            letter,
            '#' | '*' | '0'..='9' | '\u{2000}'..='\u{22FF}' | '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
                | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}'
        ) && !is_unseen(letter)
}

/// What people call it.
const fn name(character: char) -> &'static str {
    match character {
        '\u{AD}' => "a soft hyphen",
        '\u{61C}' | '\u{200E}' | '\u{200F}' => "a mark of the text direction",
        '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' => "a Hangul filler",
        '\u{200B}' => "a space without a width",
        '\u{200C}' => "a non-joiner that keeps nothing apart",
        '\u{200D}' => "a joiner that joins nothing",
        '\u{2028}' | '\u{2029}' => "a separator of lines",
        '\u{2060}' => "a word joiner",
        '\u{FEFF}' => "a byte order mark",
        '\u{180B}'..='\u{180F}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' => {
            "a mark of a variant that there is not"
        }
        '\u{E0000}'..='\u{E007F}' => "a tag that cannot be seen",
        _ => "a character that cannot be seen",
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
        let said = in_file_name("a\u{AD}b").expect("a finding");
        assert_eq!(
            said.message,
            "the name of this file holds a soft hyphen (U+00AD)"
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
        ] {
            assert_eq!(first(fine), None, "{fine}");
        }
        for odd in [
            "👨\u{200D}a",
            "می\u{200C}",
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
