//! What the terminal can show, by the word of the environment.

use crate::tui::display::Display;

/// What the terminal can show.
pub fn read() -> Display {
    Display::of(|name| {
        let value = std::env::var_os(name).unwrap_or_default();
        value.to_string_lossy().into_owned()
    })
}
