//! The abilities of the terminal.

pub mod charset;
pub mod depth;

use crate::tui::display::charset::Charset;
use crate::tui::display::depth::Depth;

/// The abilities of the terminal, detected once at the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Display {
    /// The colour depth.
    pub depth: Depth,
    /// The characters.
    pub charset: Charset,
}

impl Display {
    /// A terminal that shows everything.
    #[cfg(feature = "testing")]
    pub const FULL: Self = Self {
        depth: Depth::True,
        charset: Charset::Unicode,
    };

    /// Detects the abilities of a terminal from environment variables. One that is not there is empty.
    pub(crate) fn of(variable: impl Fn(&str) -> String) -> Self {
        let term = variable("TERM");
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].map(&variable);
        Self {
            depth: Depth::of(&variable("NO_COLOR"), &variable("COLORTERM"), &term),
            charset: Charset::of(locale.each_ref().map(String::as_str), &term),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_and_characters_are_found_out_apart() {
        let of = |said: &'static [(&str, &str)]| {
            Display::of(|name| {
                let known = said.iter().find(|(known, _)| *known == name);
                known.map_or_else(String::new, |(_, value)| (*value).to_owned())
            })
        };
        let all = &[
            ("TERM", "xterm-256color"),
            ("COLORTERM", "truecolor"),
            ("LANG", "C.UTF-8"),
        ];
        assert_eq!(of(all), Display::FULL);
        let plain = Display {
            depth: Depth::Sixteen,
            charset: Charset::Ascii,
        };
        assert_eq!(of(&[]), plain);
        assert_eq!(of(&[("TERM", "linux"), ("LC_ALL", "C.UTF-8")]), plain);
        let bare = of(&[("NO_COLOR", "1"), ("LC_CTYPE", "C.UTF-8"), ("LANG", "C")]);
        assert_eq!((bare.depth, bare.charset), (Depth::None, Charset::Unicode));
    }
}
