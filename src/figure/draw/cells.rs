//! A picture as a grid of cells, each with a character and two roles. The screens choose the colours.

use crate::figure::draw::fit::CellSize;
use crate::figure::draw::glyphs::{Glyphs, ascii};
use crate::figure::draw::raster::{FINE, Raster};
use crate::figure::scene::role::Role;

/// One cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The character.
    pub(crate) glyph: char,
    /// The role of its dots.
    pub fg: Role,
    /// The role of the space between its dots; always none with glyphs that do not fill a cell.
    pub bg: Role,
}

impl Cell {
    /// Nothing.
    pub(crate) const EMPTY: Self = Self {
        glyph: ' ',
        fg: Role::None,
        bg: Role::None,
    };
}

/// The colours of roles, if any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tones {
    /// Each has one.
    #[default]
    Colours,
    /// None has: what is far or a thing is drawn with fewer dots.
    Mono,
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cells {
    size: CellSize,
    cells: Vec<Cell>,
}

/// The dots of one cell, at most eight.
struct Dots {
    roles: [Role; 8],
    count: usize,
}

impl Cells {
    /// The picture of a canvas.
    pub(crate) fn of(canvas: &Raster, size: CellSize, glyphs: Glyphs, tones: Tones) -> Self {
        let (columns, rows) = (usize::from(size.width), usize::from(size.height));
        let mut cells = Vec::with_capacity(columns * rows);
        for row in 0..rows {
            for column in 0..columns {
                let mut dots = dots(canvas, column, row, glyphs);
                if tones == Tones::Mono {
                    dots.thin(column, row, glyphs);
                }
                cells.push(dots.cell(glyphs, tones));
            }
        }
        Self { size, cells }
    }

    /// The rows, from the top.
    pub fn rows(&self) -> impl Iterator<Item = &[Cell]> {
        self.cells.chunks(usize::from(self.size.width).max(1))
    }

    /// The characters alone, without blanks at the ends of lines.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for row in self.rows() {
            let line: String = row.iter().map(|cell| cell.glyph).collect();
            text.push_str(line.trim_end_matches([' ', '\u{2800}']));
            text.push('\n');
        }
        text
    }
}

/// The roles of the dots of a cell: what at least half of a dot's samples are.
fn dots(canvas: &Raster, column: usize, row: usize, glyphs: Glyphs) -> Dots {
    let (across, down) = glyphs.dots();
    let (wide, high) = (2 * FINE / across, 4 * FINE / down);
    let mut roles = [Role::None; 8];
    let count = across * down;
    // Most cells are empty.
    let is_empty = |y: usize| {
        let samples = canvas.row(y, column * 2 * FINE, 2 * FINE);
        samples.iter().all(|role| *role == Role::None)
    };
    if (row * 4 * FINE..(row + 1) * 4 * FINE).all(is_empty) {
        return Dots { roles, count };
    }
    for (index, role) in roles.iter_mut().take(count).enumerate() {
        let left = column * 2 * FINE + index % across * wide;
        let top = row * 4 * FINE + index / across * high;
        let first = canvas.row(top, left, wide).first().copied();
        let is_first = |y: usize| {
            canvas
                .row(y, left, wide)
                .iter()
                .all(|role| Some(*role) == first)
        };
        // Most dots are of one role.
        if (top..top + high).all(is_first) {
            *role = first.unwrap_or_default();
            continue;
        }
        let mut counts = [0_u32; Role::ALL.len()];
        for y in top..top + high {
            for sample in canvas.row(y, left, wide) {
                counts[*sample as usize] += 1;
            }
        }
        let all = u32::try_from(wide * high).unwrap_or(u32::MAX);
        if (all - counts[Role::None as usize]) * 2 >= all {
            *role = heaviest(&counts).unwrap_or_default();
        }
    }
    Dots { roles, count }
}

/// The role that is seen of several; of equal ones the first.
fn heaviest(counts: &[u32; Role::ALL.len()]) -> Option<Role> {
    let mut best = None;
    let mut most = 0;
    for role in Role::ALL {
        let weight = counts[role as usize] * role.weight();
        if weight > most {
            (best, most) = (Some(role), weight);
        }
    }
    best
}

impl Dots {
    fn counts(&self) -> [u32; Role::ALL.len()] {
        let mut counts = [0; Role::ALL.len()];
        for role in &self.roles[..self.count] {
            counts[*role as usize] += 1;
        }
        counts
    }

    /// Takes dots away by a pattern, so that tones are told apart without colours.
    fn thin(&mut self, column: usize, row: usize, glyphs: Glyphs) {
        let (across, down) = glyphs.dots();
        for (index, role) in self.roles[..self.count].iter_mut().enumerate() {
            let (x, y) = (
                column * across + index % across,
                row * down + index / across,
            );
            if !is_kept(*role, x, y) {
                *role = Role::None;
            }
        }
    }

    fn cell(&self, glyphs: Glyphs, tones: Tones) -> Cell {
        let counts = self.counts();
        let Some(fg) = heaviest(&counts) else {
            return Cell {
                glyph: glyphs.character(0),
                ..Cell::EMPTY
            };
        };
        if glyphs == Glyphs::Ascii {
            return Cell {
                glyph: ascii(self.pattern(|role| role != Role::None), fg),
                fg,
                bg: Role::None,
            };
        }
        if !glyphs.is_solid() || tones == Tones::Mono {
            return Cell {
                glyph: glyphs.character(self.pattern(|role| role != Role::None)),
                fg,
                bg: Role::None,
            };
        }
        let bg = second(&counts, fg);
        let pattern = if bg == Role::None {
            self.pattern(|role| role != Role::None)
        } else {
            // A third role, and what is none, go with the heavier of the two.
            self.pattern(|role| role != bg)
        };
        Cell {
            glyph: glyphs.character(pattern),
            fg,
            bg,
        }
    }

    fn pattern(&self, is_on: impl Fn(Role) -> bool) -> u8 {
        self.roles[..self.count]
            .iter()
            .enumerate()
            .filter(|(_, role)| is_on(**role))
            .fold(0, |pattern, (index, _)| pattern | 1 << index)
    }
}

/// The kept column of four in each row of four, for things: each column once, so that no thin line is lost.
const KEPT: [usize; 4] = [0, 2, 1, 3];

/// Returns whether a dot stays without colours: of what is far every second one, of things every fourth.
const fn is_kept(role: Role, x: usize, y: usize) -> bool {
    match role {
        Role::Far => (x + y).is_multiple_of(2),
        Role::Prop | Role::Dim | Role::Pillow | Role::Mat => x % 4 == KEPT[y % 4],
        _ => true,
    }
}

/// The second tone of a cell: nothing counts as much as a thing that is far.
fn second(counts: &[u32; Role::ALL.len()], first: Role) -> Role {
    let mut others = *counts;
    others[first as usize] = 0;
    let empty = counts[Role::None as usize] * Role::Far.weight();
    match heaviest(&others) {
        Some(role) if counts[role as usize] * role.weight() > empty => role,
        _ => Role::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_the_thinnest_lines_of_things_every_fourth_dot_stays() {
        for role in [Role::Prop, Role::Dim, Role::Pillow, Role::Mat] {
            for line in 0..9 {
                for start in 0..9 {
                    let dots = start..start + 4;
                    let down = dots.clone().filter(|&y| is_kept(role, line, y));
                    let across = dots.filter(|&x| is_kept(role, x, line));
                    let kept = (down.count(), across.count());
                    assert_eq!(kept, (1, 1), "{role:?} in {line} from {start}");
                }
            }
        }
    }
}
