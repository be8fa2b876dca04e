//! Text made safe for the terminal: a sign stands for each character that could drive it.

use std::borrow::Cow;

use crate::content::text::forbidden::is_forbidden;

/// The text on one line with everything that could drive a terminal replaced by `\u{FFFD}`.
pub(crate) fn printable(text: &str) -> Cow<'_, str> {
    let unwanted = |c: char| is_forbidden(c) || c == '\n' || c == '\t';
    if !text.chars().any(unwanted) {
        return Cow::Borrowed(text);
    }
    let shown = text
        .chars()
        .map(|c| if unwanted(c) { '\u{FFFD}' } else { c });
    Cow::Owned(shown.collect())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::text::forbidden::positions;

    #[test]
    fn excerpts_keep_their_offsets() {
        let text = "a\u{1b}b\u{85}c\u{202e}d";
        let safe = excerpt_safe(text);
        assert_eq!(safe.len(), text.len());
        assert_eq!(safe.find('d'), text.find('d'));
        assert_eq!(positions(&safe).count(), 0);
    }
}
