//! Reads the abilities of the terminal from the environment.

use std::borrow::Cow;

use crate::content::text::ascii::ascii;
use crate::tui::display::Display;
use crate::tui::display::charset::Charset;

/// Returns the abilities of the terminal.
pub(crate) fn read() -> Display {
    Display::of(|name| {
        let value = std::env::var_os(name).unwrap_or_default();
        value.to_string_lossy().into_owned()
    })
}

/// Printed words as they can be read there: in ASCII on a terminal that shows nothing else. What is no terminal gets
/// them as they are.
pub(crate) fn legible(words: &str, is_terminal: bool) -> Cow<'_, str> {
    if is_terminal && read().charset == Charset::Ascii {
        ascii(words)
    } else {
        Cow::Borrowed(words)
    }
}
