//! Texts in double quotes, as TOML writes them.

use std::fmt::Write as _;

/// A text as TOML.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            letter if letter.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(letter));
            }
            letter => out.push(letter),
        }
    }
    out + "\""
}

/// Reads what [`quoted`] writes at the beginning of a text, and gives what stands behind it.
pub(crate) fn unquoted(text: &str) -> Option<(String, &str)> {
    let mut out = String::new();
    let mut rest = text.strip_prefix('"')?;
    loop {
        let letter = rest.chars().next()?;
        rest = &rest[letter.len_utf8()..];
        match letter {
            '"' => return Some((out, rest)),
            '\\' => {
                let (letter, behind) = escaped(rest)?;
                out.push(letter);
                rest = behind;
            }
            letter => out.push(letter),
        }
    }
}

/// The character that stands for what follows a backslash.
fn escaped(rest: &str) -> Option<(char, &str)> {
    if let Some(digits) = rest.strip_prefix('u') {
        let (digits, behind) = digits.split_at_checked(4)?;
        let number = u32::from_str_radix(digits, 16).ok()?;
        return Some((char::from_u32(number)?, behind));
    }
    let letter = rest
        .chars()
        .next()
        .filter(|letter| "\"\\".contains(*letter))?;
    Some((letter, &rest[letter.len_utf8()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quoted_text_reads_as_it_was() {
        for text in ["", "plain", "a \"b\" \\ c", "tab\there", "naïve 伸展"] {
            let behind = quoted(text) + ".rest";
            assert_eq!(unquoted(&behind), Some((text.to_owned(), ".rest")));
        }
        assert_eq!(unquoted("\"open"), None);
        assert_eq!(unquoted("\"\\q\""), None);
        assert_eq!(unquoted("\"\\u00\""), None);
    }
}
