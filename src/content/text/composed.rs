//! One form for letters that Unicode can write in two.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization as _, is_nfc};

/// The text in the form in which names are compared, Unicode's NFC: a letter and its accent are one character, as keyboards
/// write them and some file systems do not.
pub(crate) fn composed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || is_nfc(text) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_and_its_accent_become_one_character() {
        assert_eq!(composed("e\u{301}vening"), "\u{e9}vening");
        for same in ["evening", "\u{e9}vening"] {
            assert!(matches!(composed(same), Cow::Borrowed(text) if text == same));
        }
    }
}
