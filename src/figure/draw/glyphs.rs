//! From dots to characters: six ways to fill a cell, of which each terminal knows some.

use crate::content::vocabulary::{Word, vocabulary};
use crate::figure::scene::role::Role;

vocabulary! {
    /// The characters that a figure is drawn with.
    Glyphs, "kind of glyphs":
    Octant = "octant", Sextant = "sextant", Quadrant = "quadrant", Braille = "braille", Half = "half",
    Ascii = "ascii",
}

impl Glyphs {
    /// The dots of a cell: in a row, and in a column.
    pub(crate) const fn dots(self) -> (usize, usize) {
        match self {
            Self::Octant | Self::Braille | Self::Ascii => (2, 4),
            Self::Sextant => (2, 3),
            Self::Quadrant => (2, 2),
            Self::Half => (1, 2),
        }
    }

    /// Returns whether a cell can show two tones: its dots fill it.
    pub(crate) const fn is_solid(self) -> bool {
        matches!(
            self,
            Self::Octant | Self::Sextant | Self::Quadrant | Self::Half
        )
    }

    /// The character whose dots these are, row by row from the upper left, the first the lowest bit.
    pub fn character(self, pattern: u8) -> char {
        match self {
            Self::Octant => octant(pattern),
            Self::Sextant => sextant(pattern),
            Self::Quadrant => QUADRANTS[usize::from(pattern & 15)],
            Self::Half => [' ', '▀', '▄', '█'][usize::from(pattern & 3)],
            Self::Braille => braille(pattern),
            Self::Ascii => ascii(pattern, Role::Near),
        }
    }
}

const QUADRANTS: [char; 16] = [
    ' ', '▘', '▝', '▀', '▖', '▌', '▞', '▛', '▗', '▚', '▐', '▜', '▄', '▙', '▟', '█',
];

/// Braille counts its first six dots by columns, and has the last row apart.
fn braille(pattern: u8) -> char {
    const BITS: [u8; 8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];
    let bits = BITS
        .iter()
        .enumerate()
        .filter(|(index, _)| pattern & (1 << index) != 0)
        .fold(0, |bits, (_, bit)| bits | bit);
    char::from_u32(0x2800 + u32::from(bits)).unwrap_or(' ')
}

/// The sextants stand in order of their patterns, without those that were there before.
fn sextant(pattern: u8) -> char {
    let pattern = u32::from(pattern & 63);
    let skipped = match pattern {
        0 => return ' ',
        21 => return '▌',
        42 => return '▐',
        63 => return '█',
        1..=20 => 1,
        22..=41 => 2,
        _ => 3,
    };
    char::from_u32(0x1FB00 + pattern - skipped).unwrap_or(' ')
}

/// Octants that were characters before octants were, in order of their patterns.
const OLD_OCTANTS: [(u8, char); 26] = [
    (0, ' '),
    (1, '\u{1CEA8}'),
    (2, '\u{1CEAB}'),
    (3, '\u{1FB82}'),
    (5, '▘'),
    (10, '▝'),
    (15, '▀'),
    (20, '\u{1FBE6}'),
    (40, '\u{1FBE7}'),
    (63, '\u{1FB85}'),
    (64, '\u{1CEA3}'),
    (80, '▖'),
    (85, '▌'),
    (90, '▞'),
    (95, '▛'),
    (128, '\u{1CEA0}'),
    (160, '▗'),
    (165, '▚'),
    (170, '▐'),
    (175, '▜'),
    (192, '▂'),
    (240, '▄'),
    (245, '▙'),
    (250, '▟'),
    (252, '▆'),
    (255, '█'),
];

/// The octants stand in order of their patterns, without those that were there before.
fn octant(pattern: u8) -> char {
    match OLD_OCTANTS.binary_search_by_key(&pattern, |(old, _)| *old) {
        Ok(index) => OLD_OCTANTS[index].1,
        Err(skipped) => {
            let index = u32::from(pattern) - u32::try_from(skipped).unwrap_or(0);
            char::from_u32(0x1CD00 + index).unwrap_or(' ')
        }
    }
}

/// Draws with ASCII as the last resort: the upper and the lower half of a cell, or a full cell.
pub(crate) fn ascii(pattern: u8, role: Role) -> char {
    let upper = (pattern & 0x0F).count_ones();
    let lower = (pattern >> 4).count_ones();
    let line = |glyph| if upper + lower > 0 { glyph } else { ' ' };
    match role {
        Role::Floor => return line('-'),
        Role::Wall => return line('|'),
        Role::Water if upper + lower > 1 => return '~',
        Role::Water => return line('.'),
        _ => {}
    }
    let full = match role {
        Role::Near => '#',
        Role::Highlight => '@',
        Role::Far => ':',
        Role::Arrow => '*',
        Role::Strap => '%',
        _ => '=',
    };
    match (upper, lower) {
        (0, 0) => ' ',
        (2.., 2..) => full,
        (1.., 0) if upper < 3 => '\'',
        (0, 1..) if lower < 3 => '.',
        (3.., 0) => '"',
        (0, 3..) => '_',
        _ if upper + lower > 3 => full,
        _ => '+',
    }
}
