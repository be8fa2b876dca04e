//! The layout of a screen that is large enough for a figure.

use ratatui::layout::Rect;

/// The areas of a screen with a figure.
pub(crate) struct Beside {
    pub(crate) head: Rect,
    pub(crate) figure: Rect,
    pub(crate) column: Rect,
    pub(crate) bar: Rect,
    pub(crate) next: Rect,
    pub(crate) foot: Rect,
}

impl Beside {
    /// Narrower or lower screens show no figure: words and digits matter more.
    const LEAST: (u16, u16) = (70, 18);
    /// Between the figure and what stands beside it.
    const GAP: u16 = 4;

    /// `None` where there is no room for one.
    pub(crate) fn of(area: Rect) -> Option<Self> {
        if area.width < Self::LEAST.0 || area.height < Self::LEAST.1 {
            return None;
        }
        let row = |y: u16| Rect {
            y,
            height: 1,
            ..area
        };
        let (top, bottom) = (area.top(), area.bottom());
        let body = Rect {
            y: top + 2,
            height: area.height - 7,
            ..area
        };
        // Twice as wide as high and a little: most who lie are wider than those who stand are high.
        let width = (u32::from(body.height) * 5 / 2).min(u32::from(area.width) * 9 / 20);
        let width = u16::try_from(width).unwrap_or(u16::MAX);
        let figure = Rect { width, ..body };
        let column = Rect {
            x: figure.right() + Self::GAP,
            width: area.width - width - Self::GAP,
            ..body
        };
        Some(Self {
            head: row(top),
            figure,
            column,
            bar: row(bottom - 4),
            next: row(bottom - 3),
            foot: row(bottom - 1),
        })
    }
}
