//! The byte order mark at the beginning of a file.

/// The byte order mark, which some editors put at the beginning of a file. It is no part of the text.
pub(crate) const BOM: &str = "\u{feff}";

/// The text of a file without [`BOM`].
pub(crate) fn without_bom(text: &str) -> &str {
    text.strip_prefix(BOM).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_mark_at_the_beginning_is_taken_off() {
        assert_eq!(without_bom("\u{feff}a\u{feff}"), "a\u{feff}");
        assert_eq!(without_bom("a\u{feff}"), "a\u{feff}");
    }
}
