//! Digits, and a few letters, that can be read from the floor: strokes of half blocks, at any height.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The lowest digits there are, in rows.
pub const LOWEST: u16 = 3;

/// A size of digits. A point is a column wide and half a row high, which is about square.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Points of a stroke.
    stroke: u16,
    /// Points between two level strokes.
    hollow: u16,
}

impl Size {
    /// The largest size in so many rows; `None` below [`LOWEST`].
    pub fn of_rows(rows: u16) -> Option<Self> {
        if rows < LOWEST {
            return None;
        }
        let points = rows * 2;
        let stroke = (points + 6) / 8;
        Some(Self {
            stroke,
            hollow: (points - 3 * stroke) / 2,
        })
    }

    /// The largest size in which a text fits.
    pub fn fitting(text: &str, columns: u16, rows: u16) -> Option<Self> {
        (LOWEST..=rows)
            .rev()
            .filter_map(Self::of_rows)
            .find(|size| size.width(text) <= columns)
    }

    /// Rows that any text needs.
    pub fn rows(self) -> u16 {
        self.points().div_ceil(2)
    }

    /// Columns that a text needs.
    pub fn width(self, text: &str) -> u16 {
        let letters: u16 = text.chars().map(|letter| self.advance(letter)).sum();
        letters.saturating_sub(self.gap())
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

    /// Whether a point of a letter is drawn.
    fn is_set(self, letter: char, x: u16, y: u16) -> bool {
        let Self { stroke, hollow } = self;
        let (right, low) = (self.letter() - stroke, 2 * stroke + 2 * hollow);
        let upper_half = y < stroke + hollow + stroke;
        let lower_half = y >= stroke + hollow;
        let strokes = strokes(letter);
        let level = |bit: u8, top: u16| strokes & bit != 0 && (top..top + stroke).contains(&y);
        let upright = |bit: u8, left: u16, half: bool| {
            strokes & bit != 0 && half && (left..left + stroke).contains(&x)
        };
        match letter {
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
        'P' => TOP | UPPER_LEFT | UPPER_RIGHT | MIDDLE | LOWER_LEFT,
        'U' => UPPER_LEFT | UPPER_RIGHT | LOWER_LEFT | LOWER_RIGHT | BOTTOM,
        'R' => TOP | UPPER_LEFT | UPPER_RIGHT | MIDDLE,
        _ => 0,
    }
}

/// Draws a text with its top left corner at the area's; what does not fit is left out.
pub fn draw(text: &str, size: Size, area: Rect, style: Style, buffer: &mut Buffer) {
    let mut left = area.x;
    for letter in text.chars() {
        let wide = size.advance(letter) - size.gap();
        for row in 0..size.rows() {
            for column in 0..wide {
                let lower = 2 * row + 1;
                let set = (
                    size.is_set(letter, column, 2 * row),
                    lower < size.points() && size.is_set(letter, column, lower),
                );
                let symbol = match set {
                    (true, true) => "█",
                    (true, false) => "▀",
                    (false, true) => "▄",
                    (false, false) => continue,
                };
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
        let size = Size::of_rows(rows).expect("a size");
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
        for rows in LOWEST..40 {
            let size = Size::of_rows(rows).expect("a size");
            assert!(size.rows() <= rows, "{size:?} in {rows}");
            for columns in 0..120 {
                if let Some(size) = Size::fitting("R 12/30", columns, rows) {
                    assert!(size.width("R 12/30") <= columns && size.rows() <= rows);
                }
            }
        }
        assert_eq!(Size::of_rows(2), None);
    }
}
