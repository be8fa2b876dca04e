//! The characters that a terminal shows: all, or those of ASCII alone. Then everything is drawn in these.

use ratatui::buffer::Buffer;
use unicode_width::UnicodeWidthStr as _;

use crate::content::text::ascii::in_columns;
use crate::figure::draw::glyphs::Glyphs;

/// The characters that a terminal shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Charset {
    /// All that fonts have.
    #[default]
    Unicode,
    /// From the blank to `~`.
    Ascii,
}

/// Terminals whose fonts lack too much: consoles, and what is older than Unicode.
const OLD: &[&str] = &["ansi", "dumb", "linux", "pcansi", "sun", "wsvt25"];

impl Charset {
    /// Detects the characters that a terminal shows from `LC_ALL`, `LC_CTYPE`, `LANG` and `TERM`. The first that says
    /// something of the locale decides; where none does, it is that of C.
    pub(crate) fn of(locale: [&str; 3], term: &str) -> Self {
        let locale = locale.into_iter().find(|locale| !locale.is_empty());
        let named = locale
            .unwrap_or_default()
            .split('@')
            .next()
            .unwrap_or_default();
        let coding = named.rsplit('.').next().unwrap_or_default();
        let coding = coding.replace(['-', '_'], "").to_ascii_lowercase();
        if coding == "utf8" && !is_old(term) {
            Self::Unicode
        } else {
            Self::Ascii
        }
    }

    /// Returns the default glyphs of figures.
    pub(crate) const fn glyphs(self) -> Glyphs {
        match self {
            Self::Unicode => Glyphs::Braille,
            Self::Ascii => Glyphs::Ascii,
        }
    }

    /// Returns the sign for an omission.
    pub(crate) const fn ellipsis(self) -> &'static str {
        match self {
            Self::Unicode => "…",
            Self::Ascii => "...",
        }
    }

    /// A line that is done, half a cell of it, and one that is left.
    pub(crate) const fn lines(self) -> [&'static str; 3] {
        match self {
            Self::Unicode => ["━", "╸", "─"],
            Self::Ascii => ["=", "-", "-"],
        }
    }

    /// A key by its name: the arrows have names too.
    pub(crate) fn key(self, key: &str) -> String {
        if self == Self::Unicode {
            return key.to_owned();
        }
        let named = key.replace('←', "Left").replace('→', "Right");
        named.replace('↑', "Up").replace('↓', "Down")
    }

    /// The last door before the screen: whatever was drawn, nothing else than these characters is left of it.
    pub(crate) fn enforce(self, buffer: &mut Buffer) {
        if self == Self::Unicode {
            return;
        }
        let area = buffer.area;
        for y in area.top()..area.bottom() {
            let mut x = area.left();
            while x < area.right() {
                let symbol = buffer[(x, y)].symbol();
                let columns = if matches!(symbol.as_bytes(), [b' '..=b'~']) {
                    1
                } else {
                    let columns = u16::try_from(symbol.width()).unwrap_or(1).max(1);
                    let columns = columns.min(area.right() - x);
                    let style = buffer[(x, y)].style();
                    let plain = in_columns(symbol, usize::from(columns));
                    for (x, letter) in (x..).zip(plain.chars()) {
                        buffer[(x, y)].set_char(letter).set_style(style);
                    }
                    columns
                };
                x += columns;
            }
        }
    }
}

/// Returns whether the name is that of such a terminal, with whatever is said of it behind a dash.
fn is_old(term: &str) -> bool {
    let is_vt = term
        .strip_prefix("vt")
        .is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_digit()));
    let name = term.split(['-', '.']).next().unwrap_or_default();
    is_vt || OLD.contains(&name) || name.starts_with("cons25")
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Style};

    use super::*;

    #[test]
    fn the_locale_and_the_terminal_decide() {
        use Charset::{Ascii, Unicode};
        for (locale, term, charset) in [
            (["", "", "en_GB.UTF-8"], "xterm-256color", Unicode),
            (["", "", "en_GB.utf8"], "xterm", Unicode),
            (["", "", "C.UTF-8"], "tmux-256color", Unicode),
            (["", "UTF-8", ""], "xterm-256color", Unicode),
            (["", "", "de_DE.UTF-8@euro"], "foot", Unicode),
            (["de_DE.uTf_8", "C", "C"], "alacritty", Unicode),
            (["", "", "en_GB.UTF-8"], "", Unicode),
            (["", "", "en_GB.UTF-8"], "vte-256color", Unicode),
            (["", "", "en_GB.UTF-8"], "screen", Unicode),
            (["C", "en_GB.UTF-8", "en_GB.UTF-8"], "xterm", Ascii),
            (["", "C", "en_GB.UTF-8"], "xterm", Ascii),
            (["", "", "POSIX"], "xterm", Ascii),
            (["", "", "en_GB"], "xterm", Ascii),
            (["", "", "en_GB.ISO-8859-1"], "xterm", Ascii),
            (["", "", "de_DE@euro"], "xterm", Ascii),
            (["", "", ""], "xterm-256color", Ascii),
            (["", "", "en_GB.UTF-8"], "linux", Ascii),
            (["", "", "en_GB.UTF-8"], "linux-16color", Ascii),
            (["", "", "en_GB.UTF-8"], "vt100", Ascii),
            (["", "", "en_GB.UTF-8"], "vt220-8bit", Ascii),
            (["", "", "en_GB.UTF-8"], "ansi", Ascii),
            (["", "", "en_GB.UTF-8"], "ansi.sys", Ascii),
            (["", "", "en_GB.UTF-8"], "sun-color", Ascii),
            (["", "", "en_GB.UTF-8"], "cons25r", Ascii),
            (["", "", "en_GB.UTF-8"], "dumb", Ascii),
        ] {
            assert_eq!(Charset::of(locale, term), charset, "{locale:?} {term}");
        }
    }

    #[test]
    fn whatever_was_drawn_the_columns_stay_and_so_do_the_colours() {
        let mut buffer = Buffer::empty(Rect::new(2, 1, 12, 2));
        let red = Style::new().fg(Color::Red);
        buffer.set_string(2, 1, "é伸展…e\u{301}", red);
        buffer.set_string(2, 2, "12345678901\u{28ff}", Style::new());
        Charset::Ascii.enforce(&mut buffer);
        let row = |y| (2..14).map(|x| buffer[(x, y)].symbol()).collect::<String>();
        assert_eq!(row(1), "e????~e     ");
        assert_eq!(row(2), "12345678901?");
        assert!((2..9).all(|x| buffer[(x, 1)].fg == Color::Red));
        assert_eq!(buffer[(9, 1)].fg, Color::Reset);
    }

    #[test]
    fn arrows_have_names() {
        assert_eq!(Charset::Ascii.key("← q"), "Left q");
        assert_eq!(Charset::Unicode.key("←"), "←");
    }
}
