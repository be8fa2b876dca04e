//! Words in large letters of half blocks, in ASCII of whole cells or of signs that are high and low in them, for what must
//! be seen from across a room.

use crate::tui::display::charset::Charset;
use crate::words::en::grammar::capitals;

/// Points of a letter, in width and height.
const POINTS: usize = 5;
/// The points of each row from the left: the highest bit first.
type Glyph = [u8; POINTS];

/// A text in large letters, broken between words into as many lines as fit into `width` columns; in the largest size
/// that takes no more than `rows`. `None` where not even the smallest does, or a letter has no large form.
pub(crate) fn large(
    text: &str,
    width: usize,
    rows: usize,
    charset: Charset,
) -> Option<Vec<String>> {
    let text = capitals(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    text.chars()
        .all(|letter| letter == ' ' || glyph(letter).is_some())
        .then_some(())?;
    let sizes: &[PointSize] = match charset {
        Charset::Unicode => &[PointSize::Double, PointSize::Single],
        Charset::Ascii => &[PointSize::Double, PointSize::Narrow, PointSize::Single],
    };
    sizes.iter().find_map(|size| {
        let lines = broken(&words, size.letters(width))?;
        let needed = lines.len() * (size.rows() + 1) - 1;
        (needed <= rows).then(|| {
            let drawn = lines.iter().map(|line| size.drawn(line, charset));
            drawn.collect::<Vec<_>>().join(&String::new())
        })
    })
}

/// The size of a point.
#[derive(Clone, Copy, Debug)]
enum PointSize {
    /// A column wide and half a row high.
    Single,
    /// A column wide and a row high.
    Narrow,
    /// Two columns wide and a row high.
    Double,
}

impl PointSize {
    const fn rows(self) -> usize {
        match self {
            Self::Single => POINTS.div_ceil(2),
            Self::Narrow | Self::Double => POINTS,
        }
    }

    const fn scale(self) -> usize {
        match self {
            Self::Single | Self::Narrow => 1,
            Self::Double => 2,
        }
    }

    /// Returns the number of letters that fit into the columns, one point apart.
    const fn letters(self, width: usize) -> usize {
        (width / self.scale() + 1) / (POINTS + 1)
    }

    /// A line of text as rows.
    fn drawn(self, line: &str, charset: Charset) -> Vec<String> {
        let is_set = |x: usize, y: usize| {
            let letter = line.chars().nth(x / (POINTS + 1)).and_then(glyph);
            let (column, row) = (
                x % (POINTS + 1),
                letter.and_then(|glyph| glyph.get(y).copied()),
            );
            column < POINTS && row.is_some_and(|row| row >> (POINTS - 1 - column) & 1 == 1)
        };
        let points = (line.chars().count() * (POINTS + 1)).saturating_sub(1);
        let symbol = |x: usize, row: usize| match self {
            Self::Double => match (is_set(x, row), charset) {
                (false, _) => "  ",
                (true, Charset::Unicode) => "██",
                (true, Charset::Ascii) => "##",
            },
            Self::Narrow if is_set(x, row) => "#",
            Self::Narrow => " ",
            Self::Single => match (is_set(x, 2 * row), is_set(x, 2 * row + 1), charset) {
                (true, true, Charset::Unicode) => "█",
                (true, false, Charset::Unicode) => "▀",
                (false, true, Charset::Unicode) => "▄",
                (true, true, Charset::Ascii) => "#",
                (true, false, Charset::Ascii) => "\"",
                (false, true, Charset::Ascii) => "_",
                (false, false, _) => " ",
            },
        };
        let row = |row| (0..points).map(|x| symbol(x, row)).collect::<String>();
        (0..self.rows())
            .map(|at| row(at).trim_end().to_owned())
            .collect()
    }
}

/// Breaks words into lines of at most this many letters; `None` where a word is longer.
fn broken(words: &[&str], letters: usize) -> Option<Vec<String>> {
    let mut lines: Vec<String> = Vec::new();
    for word in words {
        let length = word.chars().count();
        (length <= letters).then_some(())?;
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + length <= letters => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push((*word).to_owned()),
        }
    }
    Some(lines)
}

const fn glyph(letter: char) -> Option<Glyph> {
    Some(match letter {
        'A' => [0b01110, 0b10001, 0b11111, 0b10001, 0b10001],
        'B' => [0b11110, 0b10001, 0b11110, 0b10001, 0b11110],
        'C' => [0b01111, 0b10000, 0b10000, 0b10000, 0b01111],
        'D' => [0b11110, 0b10001, 0b10001, 0b10001, 0b11110],
        'E' => [0b11111, 0b10000, 0b11110, 0b10000, 0b11111],
        'F' => [0b11111, 0b10000, 0b11110, 0b10000, 0b10000],
        'G' => [0b01111, 0b10000, 0b10011, 0b10001, 0b01111],
        'H' => [0b10001, 0b10001, 0b11111, 0b10001, 0b10001],
        'I' => [0b01110, 0b00100, 0b00100, 0b00100, 0b01110],
        'J' => [0b00111, 0b00001, 0b00001, 0b10001, 0b01110],
        'K' => [0b10010, 0b10100, 0b11000, 0b10100, 0b10010],
        'L' => [0b10000, 0b10000, 0b10000, 0b10000, 0b11111],
        'M' => [0b10001, 0b11011, 0b10101, 0b10001, 0b10001],
        'N' => [0b10001, 0b11001, 0b10101, 0b10011, 0b10001],
        'O' | '0' => [0b01110, 0b10001, 0b10001, 0b10001, 0b01110],
        'P' => [0b11110, 0b10001, 0b11110, 0b10000, 0b10000],
        'Q' => [0b01110, 0b10001, 0b10101, 0b10010, 0b01101],
        'R' => [0b11110, 0b10001, 0b11110, 0b10010, 0b10001],
        'S' => [0b01111, 0b10000, 0b01110, 0b00001, 0b11110],
        'T' => [0b11111, 0b00100, 0b00100, 0b00100, 0b00100],
        'U' => [0b10001, 0b10001, 0b10001, 0b10001, 0b01110],
        'V' => [0b10001, 0b10001, 0b10001, 0b01010, 0b00100],
        'W' => [0b10001, 0b10001, 0b10101, 0b11011, 0b10001],
        'X' => [0b10001, 0b01010, 0b00100, 0b01010, 0b10001],
        'Y' => [0b10001, 0b01010, 0b00100, 0b00100, 0b00100],
        'Z' => [0b11111, 0b00010, 0b00100, 0b01000, 0b11111],
        '1' => [0b00100, 0b01100, 0b00100, 0b00100, 0b01110],
        '2' => [0b11110, 0b00001, 0b01110, 0b10000, 0b11111],
        '3' => [0b11110, 0b00001, 0b01110, 0b00001, 0b11110],
        '4' => [0b10010, 0b10010, 0b11111, 0b00010, 0b00010],
        '5' => [0b11111, 0b10000, 0b11110, 0b00001, 0b11110],
        '6' => [0b01110, 0b10000, 0b11110, 0b10001, 0b01110],
        '7' => [0b11111, 0b00001, 0b00010, 0b00100, 0b00100],
        '8' => [0b01110, 0b10001, 0b01110, 0b10001, 0b01110],
        '9' => [0b01110, 0b10001, 0b01111, 0b00001, 0b01110],
        '+' => [0b00000, 0b00100, 0b01110, 0b00100, 0b00000],
        '-' => [0b00000, 0b00000, 0b01110, 0b00000, 0b00000],
        '/' => [0b00001, 0b00010, 0b00100, 0b01000, 0b10000],
        '(' => [0b00010, 0b00100, 0b00100, 0b00100, 0b00010],
        ')' => [0b01000, 0b00100, 0b00100, 0b00100, 0b01000],
        '*' => [0b00000, 0b01010, 0b00100, 0b01010, 0b00000],
        '#' => [0b01010, 0b11111, 0b01010, 0b11111, 0b01010],
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::widgets::large::large as large_in;

    fn large(text: &str, width: usize, rows: usize) -> Option<Vec<String>> {
        large_in(text, width, rows, Charset::Unicode)
    }

    #[test]
    fn in_ascii_they_are_whole_cells() {
        let call = |width, rows| large_in("Go", width, rows, Charset::Ascii);
        let narrow = [
            " ####  ###",
            "#     #   #",
            "#  ## #   #",
            "#   # #   #",
            " ####  ###",
        ];
        assert_eq!(call(12, 5).expect("it fits"), narrow);
        assert_eq!(call(22, 5).expect("it fits")[0], "  ########    ######");
        let low = ["_\"\"\"\" _\"\"\"_", "#  \"# #   #", " \"\"\"\"  \"\"\""];
        assert_eq!(call(80, 4).expect("it fits"), low);
        assert_eq!(call(80, 2), None);
    }

    #[test]
    fn words_are_as_large_as_there_is_room() {
        let call = large("Call 112", 47, 3).expect("it fits");
        assert_eq!(
            call,
            [
                "▄▀▀▀▀ ▄▀▀▀▄ █     █            ▄█    ▄█   ▀▀▀▀▄",
                "█     █▀▀▀█ █     █             █     █   ▄▀▀▀",
                " ▀▀▀▀ ▀   ▀ ▀▀▀▀▀ ▀▀▀▀▀        ▀▀▀   ▀▀▀  ▀▀▀▀▀",
            ]
        );
        assert_eq!(large("Call 112", 200, 40).expect("it fits").len(), 5);
        assert_eq!(large("Call 112", 40, 40).expect("it fits").len(), 7);
        assert_eq!(large("Call 112", 40, 6), None);
        assert_eq!(large("Call 112", 10, 40), None);
    }

    #[test]
    fn what_has_no_large_form_is_not_left_out() {
        assert_eq!(large("Ça", 200, 40), None);
        assert!(large("+44 (0)20/7946-0000 *#", 200, 40).is_some());
    }

    #[test]
    fn no_two_letters_look_the_same() {
        let all: Vec<char> = ('!'..='Z')
            .filter(|letter| glyph(*letter).is_some())
            .collect();
        for one in &all {
            for other in all.iter().filter(|other| *other > one) {
                let is_nought = (*one, *other) == ('0', 'O');
                assert!(is_nought || glyph(*one) != glyph(*other), "{one} {other}");
            }
        }
    }

    #[test]
    fn nothing_is_wider_or_higher_than_allowed() {
        for width in 0..130 {
            for rows in 0..30 {
                if let Some(lines) = large("Call the emergency number now", width, rows) {
                    assert!(lines.len() <= rows, "{width}x{rows}");
                    assert!(lines.iter().all(|line| line.chars().count() <= width));
                }
            }
        }
    }
}
