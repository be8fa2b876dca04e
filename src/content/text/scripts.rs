//! Kinds of letters and signs, by what stands beside them.

use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

use crate::content::text::unseen::is_unseen;

/// The canonical combining class of a virama, which joins letters of India.
const VIRAMA: u8 = 9;

/// Signs that are neither letters nor blanks, such as brackets and digits: their side depends on their neighbours.
pub(crate) fn is_sign(letter: char) -> bool {
    !letter.is_alphabetic()
        && !letter.is_whitespace()
        && !is_combining_mark(letter)
        && !is_unseen(letter)
}

/// Letters that run from right to left, those of Hebrew and Arabic among them.
pub(crate) fn is_right_to_left(letter: char) -> bool {
    letter.is_alphabetic()
        && matches!(
            letter,
            '\u{590}'..='\u{8FF}'
                | '\u{FB1D}'..='\u{FDFF}'
                | '\u{FE70}'..='\u{FEFC}'
                | '\u{10800}'..='\u{10FFF}'
                | '\u{1E800}'..='\u{1EFFF}'
        )
}

/// The jamo that end a syllable.
pub(crate) const fn is_last_jamo(letter: char) -> bool {
    matches!(letter, '\u{11A8}'..='\u{11FF}' | '\u{D7CB}'..='\u{D7FB}')
}

pub(crate) const fn is_braille(letter: char) -> bool {
    matches!(letter, '\u{2800}'..='\u{28FF}')
}

/// Digits and signs of a keypad, drawn as one with a following keycap.
pub(crate) const fn is_keycap(letter: char) -> bool {
    matches!(letter, '#' | '*' | '0'..='9')
}

pub(crate) const fn is_mongolian(letter: char) -> bool {
    matches!(letter, '\u{1810}'..='\u{18AF}')
}

pub(crate) const fn is_ideograph(letter: char) -> bool {
    matches!(
        letter,
        '\u{3005}'..='\u{3007}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}'
    )
}

pub(crate) fn is_tag(letter: char) -> bool {
    matches!(letter, '\u{E0020}'..='\u{E007F}')
}

pub(crate) fn is_virama(letter: char) -> bool {
    canonical_combining_class(letter) == VIRAMA
}

/// Letters of scripts that use joiners: Arabic and its relatives, those of India and its neighbours, Mongolian.
pub(crate) const fn joins(letter: char) -> bool {
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
pub(crate) const fn has_no_spaces(letter: char) -> bool {
    matches!(
        letter,
        '\u{E00}'..='\u{EFF}' | '\u{F00}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3040}'..='\u{9FFF}'
    ) && !is_unseen(letter)
}

/// Pictures, which can be joined to one.
pub(crate) const fn is_picture(letter: char) -> bool {
    matches!(
        letter,
        '\u{A9}' | '\u{AE}' | '\u{203C}' | '\u{2049}' | '\u{2122}' | '\u{2139}' | '\u{2190}'..='\u{21FF}'
            | '\u{2300}'..='\u{23FF}' | '\u{2460}'..='\u{27BF}' | '\u{2900}'..='\u{2BFF}' | '\u{3030}' | '\u{303D}'
            | '\u{3297}' | '\u{3299}' | '\u{1F000}'..='\u{1FAFF}'
    )
}

/// Recognises the end of a picture: the picture itself, a skin tone, or an emoji selector.
pub(crate) const fn is_picture_end(letter: char) -> bool {
    is_picture(letter) || letter == '\u{FE0F}'
}

/// Characters with variants besides pictures: ideographs, signs of mathematics, letters of a few scripts.
pub(crate) const fn has_variants(letter: char) -> bool {
    is_ideograph(letter)
        || matches!(
            letter,
            '\u{1000}'..='\u{109F}' | '\u{2213}'..='\u{22FF}' | '\u{2A00}'..='\u{2AFF}' | '\u{A840}'..='\u{A877}'
                | '\u{AA60}'..='\u{AA7F}'
        )
}
