//! Text for terminals that show nothing but ASCII: every column keeps its place, so that nothing moves.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// The sign for a character without a likeness.
const UNKNOWN: char = '?';

/// A text with each character in ASCII and as wide as before: accents fall away, and of what is not written in Latin a
/// `?` is left for each column. What is ASCII stays, control characters too.
pub(crate) fn ascii(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter.width() {
            _ if letter.is_ascii() => out.push(letter),
            Some(0) => {}
            Some(columns) => out.extend(spelled(letter, columns)),
            None => out.push(UNKNOWN),
        }
    }
    Cow::Owned(out)
}

/// The content of one cell of a screen in the given number of columns of printable ASCII.
pub(crate) fn in_columns(symbol: &str, columns: usize) -> String {
    let mut letters = symbol.chars();
    match (letters.next(), letters.next()) {
        (None, _) => " ".repeat(columns),
        (Some(letter), None) => spelled(letter, columns).collect(),
        // Accents of its own; what is joined to something has no likeness.
        (Some(letter), Some(_)) if letter.width() == Some(symbol.width()) => {
            spelled(letter, columns).collect()
        }
        _ => UNKNOWN.to_string().repeat(columns),
    }
}

/// A character in the given number of columns.
fn spelled(letter: char, columns: usize) -> impl Iterator<Item = char> {
    let like = like(letter).map(String::from).or_else(|| plain(letter));
    let (like, fill) = match like {
        Some(like) => (like, ' '),
        None => (String::new(), UNKNOWN),
    };
    let letters: Vec<char> = like.chars().take(columns).collect();
    let rest = columns - letters.len();
    letters.into_iter().chain(std::iter::repeat_n(fill, rest))
}

/// Letters and digits without their accents and ornaments. Of what is made of several, such as a half, the first alone
/// would be something else.
fn plain(letter: char) -> Option<String> {
    if matches!(letter, '\u{bc}'..='\u{be}' | '\u{2150}'..='\u{215f}') {
        return None;
    }
    let letters = std::iter::once(letter)
        .nfkd()
        .filter(|part| part.width() != Some(0));
    let plain: String = letters.collect();
    let is_plain = !plain.is_empty() && plain.chars().all(|part| part.is_ascii_alphanumeric());
    is_plain.then_some(plain)
}

/// A character in the place of another one.
const fn like(letter: char) -> Option<char> {
    Some(match letter {
        ' '..='~' => letter,
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' | '\u{2800}' => {
            ' '
        }
        '‘' | '’' | '‚' | '‛' | '′' | '´' | 'ʹ' | 'ʻ' | 'ʼ' | 'ʽ' => '\'',
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' | '▀' => '"',
        '‐'..='―' | '−' | '·' | '\u{ad}' | '↔' | '─' | '╌' | '┄' | '┈' | '╴' | '╶' | '╸' | '╺' => {
            '-'
        }
        '…' | '≈' | '∼' | '～' => '~',
        '•' | '∙' | '●' | '◦' | '°' | '★' | '☆' => '*',
        '×' | '✕' | '✗' | '✘' => 'x',
        '÷' | '⁄' | '∕' => '/',
        '¡' => '!',
        '¿' | '\u{fffd}' => '?',
        '‹' | '←' | '⇐' | '≤' | '◀' | '◂' | '〈' => '<',
        '›' | '→' | '⇒' | '≥' | '▶' | '▸' | '〉' => '>',
        '↑' | '▲' | '⇑' => '^',
        '↓' | '▼' | '⇓' | '✓' | '✔' => 'v',
        '━' | '═' | '╍' | '┅' | '┉' => '=',
        '│' | '┃' | '║' | '╎' | '┆' | '┊' | '▌' | '▐' => '|',
        '▁' | '▂' | '▃' | '▄' | '▏' => '_',
        '±' | '\u{2500}'..='\u{257f}' => '+',
        '\u{2580}'..='\u{259f}' => '#',
        'Æ' => 'A',
        'æ' => 'a',
        'Œ' | 'Ø' => 'O',
        'œ' | 'ø' => 'o',
        'Đ' | 'Ð' => 'D',
        'đ' | 'ð' => 'd',
        'Ł' => 'L',
        'ł' => 'l',
        'Ħ' => 'H',
        'ħ' => 'h',
        'Þ' | 'Ŧ' => 'T',
        'þ' | 'ŧ' => 't',
        'Ŋ' => 'N',
        'ŋ' => 'n',
        'ı' => 'i',
        'ß' => 's',
        'ẞ' => 'S',
        'Ə' => 'E',
        'ə' => 'e',
        // The wide forms stand in the order of the narrow ones.
        '\u{ff01}'..='\u{ff5e}' => match char::from_u32(letter as u32 - 0xfee0) {
            Some(narrow) => narrow,
            None => return None,
        },
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_a_likeness_keeps_it_and_every_column_its_place() {
        for (text, plain) in [
            ("Jóga é bom — 伸展", "Joga e bom - ????"),
            ("Füße, straße, Øre", "Fuse, strase, Ore"),
            ("10:12 · 7 steps › next…", "10:12 - 7 steps > next~"),
            ("‘a’ “b” 3 × 4 °C", "'a' \"b\" 3 x 4 *C"),
            ("e\u{301}a\u{308}", "ea"),
            ("½ ¼ m² ≠", "? ? m2 ?"),
            ("ＡＢ！", "A B ! "),
            ("a\u{a0}b\tc\nd\u{1b}[1m", "a b\tc\nd\u{1b}[1m"),
            ("йога ελλ ☃", "???? ??? ?"),
            ("\u{85}\u{9b}31m", "??31m"),
            ("\u{1f9d8}", "??"),
        ] {
            assert_eq!(ascii(text), plain, "{text}");
        }
    }

    #[test]
    fn one_place_of_a_screen_is_filled() {
        for (symbol, columns, plain) in [
            ("é", 1, "e"),
            ("e\u{301}", 1, "e"),
            ("伸", 2, "??"),
            ("Ａ", 2, "A "),
            ("", 1, " "),
            ("\u{1f469}\u{200d}\u{1f4bb}", 2, "??"),
            ("\u{1b}", 1, "?"),
            ("\u{28ff}", 1, "?"),
            ("\u{2800}", 1, " "),
        ] {
            assert_eq!(in_columns(symbol, columns), plain, "{symbol:?}");
        }
    }

    #[test]
    fn whatever_it_is_it_is_ascii_and_as_wide() {
        for letter in '\u{a0}'..='\u{1ffff}' {
            let Some(columns) = letter.width() else {
                continue;
            };
            let text = letter.to_string();
            let plain = ascii(&text);
            assert!(
                plain.bytes().all(|byte| (b' '..=b'~').contains(&byte)),
                "{letter:?}"
            );
            assert_eq!(plain.len(), columns, "{letter:?}");
            assert_eq!(in_columns(&text, columns).len(), columns, "{letter:?}");
        }
    }
}
