//! Digits that can be read from the floor: drawn with half blocks at any size.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Rows of three points, from the top.
const fn glyph(letter: char) -> Option<[u8; 5]> {
    Some(match letter {
        '0' => [0b111, 0b101, 0b101, 0b101, 0b111],
        '1' => [0b010, 0b110, 0b010, 0b010, 0b111],
        '2' => [0b111, 0b001, 0b111, 0b100, 0b111],
        '3' => [0b111, 0b001, 0b111, 0b001, 0b111],
        '4' => [0b101, 0b101, 0b111, 0b001, 0b001],
        '5' => [0b111, 0b100, 0b111, 0b001, 0b111],
        '6' => [0b111, 0b100, 0b111, 0b101, 0b111],
        '7' => [0b111, 0b001, 0b010, 0b010, 0b010],
        '8' => [0b111, 0b101, 0b111, 0b101, 0b111],
        '9' => [0b111, 0b101, 0b111, 0b001, 0b111],
        'L' => [0b100, 0b100, 0b100, 0b100, 0b111],
        'R' => [0b110, 0b101, 0b110, 0b101, 0b101],
        '/' => [0b001, 0b001, 0b010, 0b100, 0b100],
        ':' => [0b000, 0b010, 0b000, 0b010, 0b000],
        _ => return None,
    })
}

/// Points across: a colon needs one, everything else three.
const fn points(letter: char) -> u16 {
    match letter {
        ':' => 1,
        ' ' => 2,
        _ => 3,
    }
}

/// Columns that a text needs at a scale: a point is `scale` columns wide and `scale` half rows high.
pub fn width(text: &str, scale: u16) -> u16 {
    let points: u16 = text.chars().map(|letter| points(letter) + 1).sum();
    points.saturating_sub(1).saturating_mul(scale)
}

/// Rows that any text needs at a scale.
pub const fn height(scale: u16) -> u16 {
    (5 * scale).div_ceil(2)
}

/// The largest scale at which a text fits, at least 1; 0 when not even that does.
pub fn largest(text: &str, columns: u16, rows: u16) -> u16 {
    (1..=40)
        .rev()
        .find(|&scale| width(text, scale) <= columns && height(scale) <= rows)
        .unwrap_or(0)
}

/// Draws a text with its top left corner at the area's; what does not fit is left out.
pub fn draw(text: &str, scale: u16, area: Rect, style: Style, buffer: &mut Buffer) {
    let mut left = area.x;
    for letter in text.chars() {
        let wide = points(letter);
        if let Some(rows) = glyph(letter) {
            let set = |column: u16, half_row: u16| {
                let row = usize::from(half_row / scale.max(1));
                let point = column / scale.max(1) + u16::from(letter == ':');
                rows.get(row)
                    .is_some_and(|bits| bits & (0b100 >> point) != 0)
            };
            for row in 0..height(scale) {
                for column in 0..wide * scale {
                    let symbol = match (set(column, 2 * row), set(column, 2 * row + 1)) {
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
        }
        left += (wide + 1) * scale;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str, scale: u16) -> Vec<String> {
        let area = Rect::new(0, 0, width(text, scale), height(scale));
        let mut buffer = Buffer::empty(area);
        draw(text, scale, area, Style::default(), &mut buffer);
        (0..area.height)
            .map(|y| {
                (0..area.width)
                    .map(|x| buffer[(x, y)].symbol().to_owned())
                    .collect::<String>()
            })
            .collect()
    }

    #[test]
    fn smallest_and_next() {
        assert_eq!(drawn("2:5", 1), ["▀▀█ ▄ █▀▀", "█▀▀ ▄ ▀▀█", "▀▀▀   ▀▀▀"]);
        assert_eq!(
            drawn("17", 2),
            [
                "  ██    ██████",
                "████        ██",
                "  ██      ██  ",
                "  ██      ██  ",
                "██████    ██  "
            ]
        );
    }

    #[test]
    fn the_largest_scale_fits() {
        assert_eq!(largest("0:30", 80, 24), 6);
        assert_eq!(largest("0:30", 13, 3), 1);
        assert_eq!(largest("0:30", 12, 3), 0);
        assert!(width("0:30", 6) <= 80 && height(6) <= 24);
    }
}
