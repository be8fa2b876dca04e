//! The cells of a drawn body in the colours of the theme.

use crate::figure::draw::cells::{Cells, Tones};
use crate::figure::draw::fit::CellSize;
use crate::figure::scene::role::Role;
use crate::tui::theme::Theme;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

pub(crate) fn size(area: Rect) -> CellSize {
    CellSize {
        width: area.width,
        height: area.height,
    }
}

/// Puts a picture over an area.
pub(crate) fn put(cells: &Cells, frame: &mut Frame<'_>, area: Rect, theme: &Theme) {
    for (y, row) in (area.top()..area.bottom()).zip(cells.rows()) {
        for (x, cell) in (area.left()..area.right()).zip(row) {
            let (glyph, style) = match (cell.fg, cell.bg) {
                // To change a colour costs a terminal more than a dot: what is empty has that of most cells around it.
                (Role::None, Role::None) => (' ', style(Role::Near, theme)),
                (fg, Role::None) => (cell.glyph, style(fg, theme)),
                (fg, bg) => two_tones(cell.glyph, style(fg, theme), style(bg, theme)),
            };
            frame.buffer_mut()[(x, y)].set_char(glyph).set_style(style);
        }
    }
}

/// A cell that is full: some of its dots in front, the others behind. The colour that a terminal writes in cannot be
/// named as a ground: then the cell is reversed, or when both are that colour filled.
fn two_tones(glyph: char, front: Style, behind: Style) -> (char, Style) {
    let named = |style: Style| style.fg.filter(|&colour| colour != Color::Reset);
    match (named(front), named(behind)) {
        (_, Some(ground)) => (glyph, front.bg(ground)),
        (Some(colour), None) => {
            let reversed = Style::new().fg(Color::Reset).bg(colour);
            (glyph, reversed.add_modifier(Modifier::REVERSED))
        }
        (None, None) => ('█', front),
    }
}

/// Without a colour for each, what is near and what is far differ by their dots.
pub(crate) fn tones(theme: &Theme) -> Tones {
    if theme.text == theme.dim {
        Tones::Mono
    } else {
        Tones::Colours
    }
}

/// The theme's colour for a part of a picture.
fn style(role: Role, theme: &Theme) -> Style {
    let style = match role {
        Role::None => Style::new(),
        Role::Near => theme.text,
        Role::Far | Role::Prop | Role::Pillow => theme.dim,
        Role::Floor | Role::Wall | Role::Dim | Role::Mat => theme.border,
        // Where working has the colour of all words, what is worked would not be seen.
        Role::Highlight if theme.work.fg == theme.text.fg => theme.accent,
        Role::Highlight => theme.work,
        Role::Strap | Role::Arrow => theme.accent,
        Role::Water => theme.bar,
    };
    // Dots have no weight of letters, and need a colour over whatever stood there.
    Style {
        fg: style.fg.or(Some(Color::Reset)),
        add_modifier: style.add_modifier & Modifier::DIM,
        ..Style::new()
    }
}

#[cfg(test)]
mod tests {
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;

    use super::*;
    use crate::content::embedded;
    use crate::content::library::Library;
    use crate::content::vocabulary::Word as _;
    use crate::figure::clip::Clip;
    use crate::figure::draw::Look;
    use crate::figure::draw::glyphs::Glyphs;
    use crate::figure::read::base::Bases;
    use crate::tui::display::depth::Depth;
    use crate::tui::theme::name::ThemeName;
    use crate::tui::widgets::figure::USUAL;

    fn theme(name: ThemeName) -> Theme {
        Theme::resolve(name, &[], Depth::True)
    }

    fn cells(exercise: &str, glyphs: Glyphs) -> Cells {
        let library = Library::of(vec![embedded::layer()]);
        let written = library
            .exercise(exercise)
            .and_then(|one| one.figure.as_ref());
        let bases = Bases::of(&library.shared().figures);
        let clip = written.map(|written| Clip::of(written, &bases));
        match clip {
            Some(Ok(clip)) => clip.draw_keyframe(0, Look::new(USUAL, glyphs)),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_is_worked_stands_out_in_every_theme() {
        for &name in ThemeName::ALL
            .iter()
            .filter(|&&name| name != ThemeName::Mono)
        {
            for depth in [Depth::True, Depth::Palette, Depth::Sixteen] {
                let theme = Theme::resolve(name, &[], depth);
                let (near, worked) = (style(Role::Near, &theme), style(Role::Highlight, &theme));
                assert_ne!(near.fg, worked.fg, "{} {depth:?}", name.as_str());
            }
        }
    }

    #[test]
    fn a_cell_of_two_tones_has_no_holes() {
        let cells = cells("childs-pose", Glyphs::Octant);
        let theme = theme(ThemeName::Terminal);
        let area = Rect::new(0, 0, USUAL.width, USUAL.height);
        let mut terminal = match Terminal::new(TestBackend::new(USUAL.width, USUAL.height)) {
            Ok(terminal) => terminal,
            Err(why) => panic!("{why}"),
        };
        let drawn = terminal.draw(|frame| put(&cells, frame, area, &theme));
        assert!(drawn.is_ok());
        let mut full = 0;
        for (y, row) in (0..).zip(cells.rows()) {
            for (x, cell) in (0..).zip(row) {
                if cell.bg != Role::None {
                    full += 1;
                    let shown = &terminal.backend().buffer()[(x, y)];
                    let is_filled = shown.symbol() == "█" || shown.bg != Color::Reset;
                    assert!(is_filled, "{x}, {y}: {cell:?} is {shown:?}");
                }
            }
        }
        assert!(full > 10, "{full}");
    }
}
