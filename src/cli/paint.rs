//! The roles of a figure as the sixteen colours that every terminal has.

use std::fmt::Write as _;

use crate::figure::draw::cells::{Cell, Cells};
use crate::figure::scene::role::Role;

/// The text of a picture with colours, each line ending without one.
pub(crate) fn painted(cells: &Cells) -> String {
    let mut out = String::new();
    for row in cells.rows() {
        let filled = row
            .iter()
            .rposition(|cell| cell.fg != Role::None || cell.bg != Role::None);
        let mut last = (Role::None, Role::None);
        for cell in &row[..filled.map_or(0, |last| last + 1)] {
            if (cell.fg, cell.bg) != last {
                let _ = write!(out, "\x1b[{}m", code(*cell));
                last = (cell.fg, cell.bg);
            }
            out.push(cell.glyph);
        }
        if last != (Role::None, Role::None) {
            out.push_str("\x1b[0m");
        }
        out.push('\n');
    }
    out
}

/// Returns the escape sequence for the colours of a cell. The body has the terminal's own colour, which can be had
/// behind a character only by exchanging both.
fn code(cell: Cell) -> String {
    match (colour(cell.fg), colour(cell.bg)) {
        (fg, _) if cell.bg == Role::Near => format!(
            "0;7{}",
            fg.map_or(String::new(), |fg| format!(";{}", fg + 10))
        ),
        (fg, bg) => {
            let fg = fg.map_or(String::new(), |fg| format!(";{fg}"));
            let bg = bg.map_or(String::new(), |bg| format!(";{}", bg + 10));
            format!("0{fg}{bg}")
        }
    }
}

/// The code of the colour of a character; behind it the code is 10 more.
const fn colour(role: Role) -> Option<u8> {
    match role {
        Role::None | Role::Near => None,
        Role::Floor | Role::Wall | Role::Dim | Role::Far => Some(90),
        Role::Prop => Some(34),
        Role::Mat => Some(36),
        Role::Pillow => Some(94),
        Role::Highlight => Some(33),
        Role::Strap => Some(35),
        Role::Water => Some(96),
        Role::Arrow => Some(93),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_tones_of_a_cell_are_both_shown() {
        let code = |fg, bg| {
            code(Cell {
                glyph: '▀', fg, bg
            })
        };
        assert_eq!(code(Role::Near, Role::None), "0");
        assert_eq!(code(Role::Far, Role::None), "0;90");
        assert_eq!(code(Role::Near, Role::Prop), "0;44");
        assert_eq!(code(Role::Highlight, Role::Far), "0;33;100");
        // Behind a character the body's colour can only be had by exchanging both.
        assert_eq!(code(Role::Highlight, Role::Near), "0;7;43");
    }
}
