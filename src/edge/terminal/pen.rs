//! Writes cells as a terminal reads them, with nothing said twice: a moving figure is a few hundred cells a second.

use std::borrow::Cow;
use std::io::{self, Write};

use crossterm::cursor::{MoveRight, MoveTo};
use crossterm::queue;
use crossterm::style::{Attribute, Print, SetAttribute, SetBackgroundColor, SetForegroundColor};
use ratatui::backend::IntoCrossterm as _;
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use crate::content::text::forbidden::is_forbidden;
use crate::content::text::unseen::is_unseen;

/// The terminal attribute of each modifier.
const ATTRIBUTES: &[(Modifier, Attribute)] = &[
    (Modifier::BOLD, Attribute::Bold),
    (Modifier::DIM, Attribute::Dim),
    (Modifier::ITALIC, Attribute::Italic),
    (Modifier::UNDERLINED, Attribute::Underlined),
    (Modifier::SLOW_BLINK, Attribute::SlowBlink),
    (Modifier::RAPID_BLINK, Attribute::RapidBlink),
    (Modifier::REVERSED, Attribute::Reverse),
    (Modifier::HIDDEN, Attribute::Hidden),
    (Modifier::CROSSED_OUT, Attribute::CrossedOut),
];

/// Erases the cell under the cursor, which stays there: of a character that the terminal leaves out, what stood there
/// before would be seen.
const ERASE: &str = "\x1b[X";

/// The most characters of one visible glyph: an emoji family of four with skin tones has eleven.
const MOST_LETTERS: usize = 16;

/// Draws cells, and tracks the terminal's cursor and style.
#[derive(Debug)]
pub(crate) struct Pen<W> {
    out: W,
    /// The cell after the last one that was written.
    at: Option<(u16, u16)>,
    /// A terminal that does not know the last character may have written nothing.
    in_doubt: bool,
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl<W: Write> Pen<W> {
    /// A pen for a terminal that writes plainly.
    pub(crate) const fn new(out: W) -> Self {
        Self {
            out,
            at: None,
            in_doubt: false,
            fg: Color::Reset,
            bg: Color::Reset,
            modifier: Modifier::empty(),
        }
    }

    /// Writes a cell.
    pub(crate) fn write(&mut self, x: u16, y: u16, cell: &Cell) -> io::Result<()> {
        let is_late = cell.symbol().starts_with(is_late);
        match self.at {
            Some(at) if at == (x, y) && !self.in_doubt => {}
            Some((from, row)) if row == y && from < x && !self.in_doubt => {
                queue!(self.out, MoveRight(x - from))?;
            }
            _ => queue!(self.out, MoveTo(x, y))?,
        }
        // Consoles make a letter bold to show a bright colour, and leave it so for the next one.
        let was_bright = sixteen(self.fg).is_some_and(|number| number >= 8);
        if cell.modifier != self.modifier || (was_bright && cell.fg != self.fg) {
            self.plain()?;
            for (modifier, attribute) in ATTRIBUTES {
                if cell.modifier.contains(*modifier) {
                    queue!(self.out, SetAttribute(*attribute))?;
                }
            }
            self.modifier = cell.modifier;
        }
        if cell.fg != self.fg {
            match named(cell.fg, 30) {
                Some(code) => write!(self.out, "\x1b[{code}m")?,
                None => queue!(self.out, SetForegroundColor(cell.fg.into_crossterm()))?,
            }
            self.fg = cell.fg;
        }
        if cell.bg != self.bg {
            match named(cell.bg, 40) {
                Some(code) => write!(self.out, "\x1b[{code}m")?,
                None => queue!(self.out, SetBackgroundColor(cell.bg.into_crossterm()))?,
            }
            self.bg = cell.bg;
        }
        if is_late {
            queue!(self.out, Print(ERASE))?;
        }
        queue!(self.out, Print(seen(cell.symbol())))?;
        // Of a wide character nobody knows for certain how far the cursor went.
        let is_narrow =
            cell.symbol().len() == 1 || unicode_width::UnicodeWidthStr::width(cell.symbol()) == 1;
        self.at = is_narrow.then_some((x + 1, y));
        self.in_doubt = is_late;
        Ok(())
    }

    /// Writes plainly again.
    pub(crate) fn plain(&mut self) -> io::Result<()> {
        if (self.fg, self.bg, self.modifier) != (Color::Reset, Color::Reset, Modifier::empty()) {
            queue!(self.out, SetAttribute(Attribute::Reset))?;
            (self.fg, self.bg) = (Color::Reset, Color::Reset);
            self.modifier = Modifier::empty();
        }
        Ok(())
    }
}

/// The code of a colour that has a name, as it is counted from the first. Whoever knows no other colours knows no other
/// code for these either.
fn named(colour: Color, first: u8) -> Option<u8> {
    let number = sixteen(colour)?;
    Some(first + number + if number < 8 { 0 } else { 52 })
}

/// The number of a colour that has a name.
const fn sixteen(colour: Color) -> Option<u8> {
    Some(match colour {
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        Color::Reset | Color::Rgb(..) | Color::Indexed(_) => return None,
    })
}

/// Returns whether a character came late to Unicode, as sextants and octants did.
const fn is_late(letter: char) -> bool {
    matches!(letter, '\u{1CC00}'..='\u{1CEBF}' | '\u{1FB00}'..='\u{1FBFF}')
}

/// Returns the visible text of a cell, without control characters, invisible characters, and more marks than fit over a
/// letter. What is left of it takes the same room.
fn seen(symbol: &str) -> Cow<'_, str> {
    let is_kept = |letter: char| {
        !is_forbidden(letter) && !is_unseen(letter) && !matches!(letter, '\n' | '\t')
    };
    // Nearly all are of one character.
    if symbol.len() <= MOST_LETTERS && symbol.chars().all(is_kept) {
        return Cow::Borrowed(symbol);
    }
    let seen: String = symbol
        .chars()
        .filter(|&letter| is_kept(letter))
        .take(MOST_LETTERS)
        .collect();
    if seen.is_empty() {
        let columns = unicode_width::UnicodeWidthStr::width(symbol).max(1);
        return Cow::Owned(" ".repeat(columns));
    }
    Cow::Owned(seen)
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    fn written(cells: &[(u16, u16, &str, Style)]) -> String {
        let mut bytes = Vec::new();
        let mut pen = Pen::new(&mut bytes);
        for (x, y, symbol, style) in cells {
            let mut cell = Cell::default();
            cell.set_symbol(symbol).set_style(*style);
            pen.write(*x, *y, &cell).expect("it is kept");
        }
        pen.plain().expect("it is kept");
        String::from_utf8_lossy(&bytes).replace('\u{1b}', "^")
    }

    #[test]
    fn nothing_is_said_twice() {
        let red = Style::new().fg(Color::Indexed(1)).bg(Color::Indexed(0));
        let blue = red.fg(Color::Indexed(4));
        assert_eq!(
            written(&[
                (4, 2, "a", red),
                (5, 2, "b", red),
                (8, 2, "c", blue),
                (0, 3, "d", blue)
            ]),
            "^[3;5H^[38;5;1m^[48;5;0mab^[2C^[38;5;4mc^[4;1Hd^[0m"
        );
    }

    #[test]
    fn weight_is_taken_off_with_everything_else() {
        let bold = Style::new()
            .fg(Color::Indexed(1))
            .add_modifier(Modifier::BOLD);
        let plain = Style::new().fg(Color::Indexed(1));
        assert_eq!(
            written(&[(0, 0, "a", bold), (1, 0, "b", plain)]),
            "^[1;1H^[1m^[38;5;1ma^[0m^[38;5;1mb^[0m"
        );
    }

    #[test]
    fn the_sixteen_colours_are_said_as_every_terminal_knows_them() {
        let on = |fg, bg| Style::new().fg(fg).bg(bg);
        assert_eq!(
            written(&[
                (0, 0, "a", on(Color::Red, Color::Black)),
                (1, 0, "b", on(Color::Gray, Color::White)),
                (2, 0, "c", on(Color::LightRed, Color::White)),
                (3, 0, "d", on(Color::LightRed, Color::Blue)),
                // No longer bright: all codes are sent again.
                (4, 0, "e", on(Color::Gray, Color::Blue)),
            ]),
            "^[1;1H^[31m^[40ma^[37m^[107mb^[91mc^[44md^[0m^[37m^[44me^[0m"
        );
    }

    #[test]
    fn after_a_wide_character_the_cursor_is_placed() {
        let plain = Style::new();
        assert_eq!(
            written(&[(0, 0, "伸", plain), (2, 0, "x", plain)]),
            "^[1;1H伸^[1;3Hx"
        );
    }

    #[test]
    fn nothing_that_drives_the_terminal_is_in_a_cell() {
        let plain = Style::new();
        for bad in [
            "\u{1b}[2J",
            "\u{9b}",
            "\r",
            "\n",
            "\t",
            "\u{202e}",
            "\u{7f}",
            "\u{ad}",
            "\u{200b}",
        ] {
            let said = written(&[(0, 0, bad, plain), (1, 0, &format!("a{bad}"), plain)]);
            let rest = said.replacen("^[1;1H", "", 1);
            let rest = rest.replacen("^[1;2H", "", 1);
            let allowed = if bad.contains('[') { "[2Ja[2J" } else { " a" };
            assert_eq!(rest, allowed, "{bad:?}");
        }
    }

    #[test]
    fn a_letter_with_a_thousand_marks_is_cut() {
        let marks = format!("a{}", "\u{301}".repeat(1000));
        let said = written(&[(0, 0, &marks, Style::new())]);
        assert_eq!(said.chars().count(), "^[1;1H".len() + MOST_LETTERS);
        let family = "👨🏽\u{200d}👩🏽\u{200d}👧🏽\u{200d}👦🏽";
        assert!(written(&[(0, 0, family, Style::new())]).ends_with(family));
    }

    #[test]
    fn around_characters_that_may_be_unknown_nothing_old_is_left_and_the_cursor_is_placed() {
        let plain = Style::new();
        assert_eq!(
            written(&[
                (0, 0, "\u{1CD00}", plain),
                (1, 0, "\u{1FB00}", plain),
                (2, 0, "x", plain),
                (3, 0, "\u{1FB00}", plain),
                (6, 0, "y", plain),
            ]),
            "^[1;1H^[X\u{1CD00}^[1;2H^[X\u{1FB00}^[1;3Hx^[X\u{1FB00}^[1;7Hy"
        );
    }
}
