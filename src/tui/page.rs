//! A page of lines with the keys at its foot, scrolled where it does not fit.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};

use crate::tui::footer::footer;
use crate::tui::keymap::{Action, Context};
use crate::tui::theme::Theme;

/// Lower screens leave out blank lines.
const AIRY_FROM: u16 = 9;
/// Lower screens have no footer.
const FOOTER_FROM: u16 = 4;
/// What "a screen up" moves by: the state knows no sizes.
const SCREEN: usize = 10;

/// Whether there is room for blank lines.
pub fn is_airy(area: Rect) -> bool {
    area.height >= AIRY_FROM
}

/// How far a page is scrolled.
#[derive(Clone, Copy, Debug, Default)]
pub struct Scroll(usize);

impl Scroll {
    /// Scrolled to this line.
    pub const fn to(line: usize) -> Self {
        Self(line)
    }

    /// Whether it shows the beginning.
    pub fn is_at_top(self) -> bool {
        self.0 == 0
    }

    /// Moves by lines, by screens or to the top, within so many lines.
    pub fn act(&mut self, action: Action, lines: usize) {
        self.0 = match action {
            Action::Up => self.0.saturating_sub(1),
            Action::Down => self.0 + 1,
            Action::PageUp => self.0.saturating_sub(SCREEN),
            Action::PageDown => self.0 + SCREEN,
            Action::First => 0,
            _ => self.0,
        }
        .min(lines.saturating_sub(1));
    }
}

/// So many lines of a page are seen at a time.
pub fn rows(area: Rect) -> usize {
    usize::from(body(area).height)
}

/// Where the lines stand.
fn body(area: Rect) -> Rect {
    let foot = u16::from(area.height >= FOOTER_FROM);
    Rect {
        height: area.height - foot - u16::from(is_airy(area)),
        ..area
    }
}

/// Draws a page.
pub fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    lines: Vec<Line<'_>>,
    scroll: Scroll,
    context: Context,
    theme: &Theme,
) {
    let foot = u16::from(area.height >= FOOTER_FROM);
    let body = body(area);
    let scroll = scroll
        .0
        .min(lines.len().saturating_sub(usize::from(body.height)));
    let shown: Text<'_> = lines.into_iter().skip(scroll).collect();
    frame.render_widget(shown, body);
    let line = Rect {
        y: area.bottom() - foot,
        height: foot,
        ..area
    };
    frame.render_widget(footer(context, usize::from(area.width), theme), line);
}
