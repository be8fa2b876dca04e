//! Characters that no file may hold, because they could drive the terminal or change the order of what is read.

/// Returns whether a character may not stand in a file: control characters but newline and tab, and the bidirectional
/// overrides. They could drive the terminal or make a line read otherwise than it is.
pub fn is_forbidden(character: char) -> bool {
    match character {
        '\n' | '\t' => false,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => true,
        other => other.is_control(),
    }
}

/// A name for people of a forbidden character.
pub(crate) fn describe(character: char) -> String {
    match character {
        '\r' => "an old Mac line ending (U+000D)".to_owned(),
        '\u{1b}' => "an escape sequence (U+001B)".to_owned(),
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            format!("a text direction override (U+{:04X})", u32::from(character))
        }
        other => format!("a control character (U+{:04X})", u32::from(other)),
    }
}

/// The help for a forbidden character.
pub(crate) const fn remedy(character: char) -> &'static str {
    match character {
        '\r' => "save the file with Windows or Unix line endings",
        _ => "delete it: it could change what the terminal shows",
    }
}

/// Byte offsets of forbidden characters. `\r` before `\n` is how some editors end a line, and passes.
pub(crate) fn positions(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
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

/// Returns whether a forbidden character may begin with this byte: `0xC2` begins the control characters above ASCII,
/// `0xE2` the overrides.
const fn begins_forbidden(byte: u8) -> bool {
    matches!(byte, 0xC2 | 0xE2 | 0x7F) || (byte < b' ' && !matches!(byte, b'\n' | b'\t'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forbidden_characters_are_found_and_lines_pass() {
        assert_eq!(positions("a\r\nb\tc").count(), 0);
        let found: Vec<_> = positions("a\u{1b}[31m\u{202e}\r\u{85}")
            .map(|(at, _)| at)
            .collect();
        assert_eq!(found, [1, 6, 9, 10]);
        assert_eq!(
            positions("\u{200d}\u{301}אב").count(),
            0,
            "joiners and right-to-left letters are fine"
        );
    }

    #[test]
    fn what_turns_the_direction_or_drives_a_terminal_is_forbidden_and_its_neighbours_are_not() {
        let overrides = '\u{202A}'..='\u{202E}';
        let isolates = '\u{2066}'..='\u{2069}';
        for character in overrides.chain(isolates) {
            assert!(is_forbidden(character), "{character:?}");
            let code = format!("U+{:04X}", u32::from(character));
            assert!(describe(character).contains(&code), "{code}");
        }
        for character in ['\0', '\u{1f}', '\r', '\u{7f}', '\u{80}', '\u{9f}'] {
            assert!(is_forbidden(character), "{character:?}");
        }
        let neighbours = ['\u{2029}', '\u{202F}', '\u{2065}', '\u{206A}'];
        for character in neighbours.into_iter().chain("\n\t ~\u{a0}".chars()) {
            assert!(!is_forbidden(character), "{character:?}");
        }
    }
}
