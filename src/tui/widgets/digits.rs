//! Digits, and a few letters, that can be read from the floor: strokes of half blocks, at any height. In ASCII of whole
//! cells, and where these have no room of lines.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::tui::display::charset::Charset;

/// The lowest digits there are, in rows.
pub(crate) const LOWEST: u16 = 3;
/// In ASCII lower ones are drawn with lines.
const WHOLE_FROM: u16 = 5;
/// The stroke of these and what is between two: they have the places of the lowest.
const THIN: (u16, u16) = (1, 1);

/// A size of digits. A point is a column wide and half a row high, which is about square.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DigitSize {
    /// Points of a stroke.
    stroke: u16,
    /// Points between two level strokes.
    hollow: u16,
    /// The characters of strokes. In ASCII both of the above are even: there are no half cells.
    charset: Charset,
}

impl DigitSize {
    /// Returns the largest size that fits into `rows`; `None` below [`LOWEST`].
    pub(crate) fn of_rows(rows: u16, charset: Charset) -> Option<Self> {
        if rows < LOWEST {
            return None;
        }
        let points = rows * 2;
        let stroke = (points + 6) / 8;
        let (stroke, hollow) = match charset {
            Charset::Ascii if rows < WHOLE_FROM => THIN,
            Charset::Ascii => {
                let stroke = (stroke / 2).max(1);
                (2 * stroke, (rows - 3 * stroke) / 2 * 2)
            }
            Charset::Unicode => (stroke, (points - 3 * stroke) / 2),
        };
        Some(Self {
            stroke,
            hollow,
            charset,
        })
    }

    /// The largest size in which a text fits.
    pub(crate) fn fitting(text: &str, columns: u16, rows: u16, charset: Charset) -> Option<Self> {
        (LOWEST..=rows)
            .rev()
            .filter_map(|rows| Self::of_rows(rows, charset))
            .find(|size| size.width(text) <= columns)
    }

    /// Rows that any text needs.
    pub(crate) fn rows(self) -> u16 {
        self.points().div_ceil(2)
    }

    /// Columns that a text needs.
    pub(crate) fn width(self, text: &str) -> u16 {
        let letters: u16 = text.chars().map(|letter| self.advance(letter)).sum();
        letters.saturating_sub(self.gap())
    }

    /// Returns whether it is drawn with lines.
    fn is_thin(self) -> bool {
        self.charset == Charset::Ascii && (self.stroke, self.hollow) == THIN
    }

    /// Returns the symbol of a cell of a letter.
    fn symbol(self, letter: char, column: u16, row: u16) -> &'static str {
        if self.is_thin() {
            return thin(letter, column, row);
        }
        let lower = 2 * row + 1;
        let is_set = |y| y < self.points() && self.is_set(letter, column, y);
        match (is_set(2 * row), is_set(lower), self.charset) {
            (false, false, _) | (false, true, Charset::Ascii) => " ",
            (true, _, Charset::Ascii) => "#",
            (true, true, Charset::Unicode) => "█",
            (true, false, Charset::Unicode) => "▀",
            (false, true, Charset::Unicode) => "▄",
        }
    }

    const fn points(self) -> u16 {
        3 * self.stroke + 2 * self.hollow
    }

    /// A letter is a little more than half as wide as high.
    const fn letter(self) -> u16 {
        let points = self.points() * 11 / 20;
        if points > 3 * self.stroke {
            points
        } else {
            3 * self.stroke
        }
    }

    const fn gap(self) -> u16 {
        if self.stroke > 1 { self.stroke + 1 } else { 1 }
    }

    fn advance(self, letter: char) -> u16 {
        self.gap()
            + match letter {
                ':' | ' ' => self.stroke,
                _ => self.letter(),
            }
    }

    /// Returns whether a point of a letter is drawn.
    fn is_set(self, letter: char, x: u16, y: u16) -> bool {
        let Self { stroke, hollow, .. } = self;
        let (right, low) = (self.letter() - stroke, 2 * stroke + 2 * hollow);
        let upper_half = y < stroke + hollow + stroke;
        let lower_half = y >= stroke + hollow;
        let strokes = strokes(letter);
        let level = |bit: u8, top: u16| strokes & bit != 0 && (top..top + stroke).contains(&y);
        let upright = |bit: u8, left: u16, half: bool| {
            strokes & bit != 0 && half && (left..left + stroke).contains(&x)
        };
        match letter {
            ':' if self.charset == Charset::Ascii => {
                let above = stroke + hollow.saturating_sub(stroke) / 4 * 2;
                let below = self.points() - above - stroke;
                [above, below]
                    .iter()
                    .any(|dot| (*dot..dot + stroke).contains(&y))
            }
            ':' => {
                (stroke + hollow / 2..2 * stroke + hollow / 2).contains(&y)
                    || (stroke + hollow + hollow / 2 + hollow % 2
                        ..2 * stroke + hollow + hollow / 2 + hollow % 2)
                        .contains(&y)
            }
            // From the lower left to the upper right.
            '/' => {
                let middle = right - right * y.min(self.points() - 1) / self.points().max(1);
                (middle..middle + stroke).contains(&x)
            }
            // The bowl of the R is open where the leg begins, and the leg keeps clear of the stem: it must not be
            // taken for an A or an 8.
            'R' if y >= stroke + hollow => {
                let leg_from = (stroke + 1).max(right / 2).min(right);
                let below = y.saturating_sub(2 * stroke + hollow);
                let leg = leg_from + (right - leg_from) * (below + 1) / (hollow + stroke).max(1);
                let is_leg = y >= 2 * stroke + hollow && (leg..leg + stroke).contains(&x);
                let is_bowl = y < 2 * stroke + hollow && x < right;
                x < stroke || is_bowl || is_leg
            }
            '1' => {
                let stem = right / 2;
                (stem..stem + stroke).contains(&x)
                    || (y < stroke && (stem.saturating_sub(stroke)..stem).contains(&x))
            }
            'T' => {
                let stem = right / 2;
                y < stroke || (stem..stem + stroke).contains(&x)
            }
            _ => {
                level(TOP, 0)
                    || level(MIDDLE, stroke + hollow)
                    || level(BOTTOM, low)
                    || upright(UPPER_LEFT, 0, upper_half)
                    || upright(UPPER_RIGHT, right, upper_half)
                    || upright(LOWER_LEFT, 0, lower_half)
                    || upright(LOWER_RIGHT, right, lower_half)
            }
        }
    }
}

const TOP: u8 = 1;
const UPPER_LEFT: u8 = 2;
const UPPER_RIGHT: u8 = 4;
const MIDDLE: u8 = 8;
const LOWER_LEFT: u8 = 16;
const LOWER_RIGHT: u8 = 32;
const BOTTOM: u8 = 64;

const fn strokes(letter: char) -> u8 {
    match letter {
        '0' | 'O' => TOP | UPPER_LEFT | UPPER_RIGHT | LOWER_LEFT | LOWER_RIGHT | BOTTOM,
        '2' => TOP | UPPER_RIGHT | MIDDLE | LOWER_LEFT | BOTTOM,
        '3' => TOP | UPPER_RIGHT | MIDDLE | LOWER_RIGHT | BOTTOM,
        '4' => UPPER_LEFT | UPPER_RIGHT | MIDDLE | LOWER_RIGHT,
        '5' | 'S' => TOP | UPPER_LEFT | MIDDLE | LOWER_RIGHT | BOTTOM,
        '6' => TOP | UPPER_LEFT | MIDDLE | LOWER_LEFT | LOWER_RIGHT | BOTTOM,
        '7' => TOP | UPPER_RIGHT | LOWER_RIGHT,
        '8' => TOP | UPPER_LEFT | UPPER_RIGHT | MIDDLE | LOWER_LEFT | LOWER_RIGHT | BOTTOM,
        '9' => TOP | UPPER_LEFT | UPPER_RIGHT | MIDDLE | LOWER_RIGHT | BOTTOM,
        'L' => UPPER_LEFT | LOWER_LEFT | BOTTOM,
        'A' => TOP | UPPER_LEFT | UPPER_RIGHT | MIDDLE | LOWER_LEFT | LOWER_RIGHT,
        'E' => TOP | UPPER_LEFT | MIDDLE | LOWER_LEFT | BOTTOM,
        'P' | 'R' => TOP | UPPER_LEFT | UPPER_RIGHT | MIDDLE | LOWER_LEFT,
        'U' => UPPER_LEFT | UPPER_RIGHT | LOWER_LEFT | LOWER_RIGHT | BOTTOM,
        _ => 0,
    }
}

/// A cell of a letter of three by three, in lines.
fn thin(letter: char, column: u16, row: u16) -> &'static str {
    let line = |bit: u8, symbol| {
        if strokes(letter) & bit != 0 {
            symbol
        } else {
            " "
        }
    };
    match (letter, column, row) {
        (':', _, 1 | 2) => ".",
        ('/', 2, 0) | ('/', 1, 1) | ('/', 0, 2) => "/",
        ('1', 2, 1 | 2) | ('T', 1, 1 | 2) => "|",
        ('T', _, 0) => "_",
        ('R', 1, 2) => "\\",
        (':' | '/' | '1' | 'T', ..) | (_, 0 | 2, 0) => " ",
        (_, 1, 0) => line(TOP, "_"),
        (_, 0, 1) => line(UPPER_LEFT, "|"),
        (_, 1, 1) => line(MIDDLE, "_"),
        (_, 2, 1) => line(UPPER_RIGHT, "|"),
        (_, 0, 2) => line(LOWER_LEFT, "|"),
        (_, 1, 2) => line(BOTTOM, "_"),
        (_, 2, 2) => line(LOWER_RIGHT, "|"),
        _ => " ",
    }
}

/// Draws a text with its top left corner at the area's; what does not fit is left out.
pub(crate) fn draw(text: &str, size: DigitSize, area: Rect, style: Style, buffer: &mut Buffer) {
    let mut left = area.x;
    for letter in text.chars() {
        let wide = size.advance(letter) - size.gap();
        for row in 0..size.rows() {
            for column in 0..wide {
                let symbol = size.symbol(letter, column, row);
                if symbol == " " {
                    continue;
                }
                let (x, y) = (left + column, area.y + row);
                if x < area.right() && y < area.bottom() {
                    buffer[(x, y)].set_symbol(symbol).set_style(style);
                }
            }
        }
        left = left.saturating_add(wide + size.gap());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str, rows: u16) -> String {
        drawn_in(Charset::Unicode, text, rows)
    }

    fn drawn_in(charset: Charset, text: &str, rows: u16) -> String {
        let size = DigitSize::of_rows(rows, charset).expect("a size");
        let area = Rect::new(0, 0, size.width(text), size.rows());
        let mut buffer = Buffer::empty(area);
        draw(text, size, area, Style::default(), &mut buffer);
        let row = |y| {
            (0..area.width)
                .map(|x| buffer[(x, y)].symbol().to_owned())
                .collect::<String>()
        };
        (0..area.height)
            .map(|y| row(y).trim_end().to_owned())
            .collect::<Vec<_>>()
            .join("\n")
    }

    #[test]
    fn lowest() {
        assert_eq!(drawn("R", 3), "█▀█\n█▀▄\n▀ ▀");
        assert_eq!(
            drawn("2:05", 3),
            "▀▀█ ▄ █▀█ █▀▀\n█▀▀ ▄ █ █ ▀▀█\n▀▀▀   ▀▀▀ ▀▀▀"
        );
        assert_eq!(
            drawn("L 47", 3),
            "█     █ █ ▀▀█\n█     ▀▀█   █\n▀▀▀     ▀   ▀"
        );
    }

    #[test]
    fn words() {
        assert_eq!(
            drawn("PAUSE", 3),
            "█▀█ █▀█ █ █ █▀▀ █▀▀\n█▀▀ █▀█ █ █ ▀▀█ █▀▀\n▀   ▀ ▀ ▀▀▀ ▀▀▀ ▀▀▀"
        );
        assert_eq!(
            drawn("STOP", 3),
            "█▀▀ ▀█▀ █▀█ █▀█\n▀▀█  █  █ █ █▀▀\n▀▀▀  ▀  ▀▀▀ ▀"
        );
    }

    #[test]
    fn every_size_fits_where_it_says_it_does() {
        for (rows, charset) in (LOWEST..40).flat_map(|rows| CHARSETS.map(|one| (rows, one))) {
            let size = DigitSize::of_rows(rows, charset).expect("a size");
            assert!(size.rows() <= rows, "{size:?} in {rows}");
            for columns in 0..120 {
                if let Some(size) = DigitSize::fitting("R 12/30", columns, rows, charset) {
                    assert!(size.width("R 12/30") <= columns && size.rows() <= rows);
                }
            }
        }
        assert_eq!(DigitSize::of_rows(2, Charset::Unicode), None);
    }

    const CHARSETS: [Charset; 2] = [Charset::Unicode, Charset::Ascii];

    #[test]
    fn in_ascii_low_letters_are_lines() {
        assert_eq!(
            drawn_in(Charset::Ascii, "R 12:30", 4),
            " _         _     _   _\n|_|     |  _| .  _| | |\n|\\      | |_  .  _| |_|"
        );
        assert_eq!(
            drawn_in(Charset::Ascii, "STOP", 3),
            " _  ___  _   _\n|_   |  | | |_|\n _|  |  |_| |"
        );
        assert_eq!(
            drawn_in(Charset::Ascii, "4/7", 3),
            "      /  _\n|_|  /    |\n  | /     |"
        );
    }

    #[test]
    fn in_ascii_higher_ones_are_whole_cells() {
        assert_eq!(
            drawn_in(Charset::Ascii, "2:5", 5),
            "######        ######\n    ##   ##   ##\n######        ######\n##       ##       ##\n######        ######"
        );
    }

    #[test]
    fn no_two_letters_look_the_same_at_any_size() {
        let letters: Vec<char> = "0123456789:/LRPAUSET".chars().collect();
        let alike = [('5', 'S')];
        for (charset, rows) in CHARSETS
            .into_iter()
            .flat_map(|one| (LOWEST..20).map(move |rows| (one, rows)))
        {
            let drawn = |letter: char| drawn_in(charset, &letter.to_string(), rows);
            for (place, one) in letters.iter().enumerate() {
                assert!(!drawn(*one).trim().is_empty(), "{one}");
                for other in &letters[place + 1..] {
                    let is_alike = alike.contains(&(*one, *other));
                    assert!(
                        is_alike || drawn(*one) != drawn(*other),
                        "{one} {other} {rows}"
                    );
                }
            }
        }
    }
}
