//! The areas of the parts of the list.

use ratatui::layout::Rect;

/// The number of routines visible at a time in a longer list.
pub(crate) fn rows(area: Rect) -> usize {
    let [_, body, foot] = parts(area);
    let covered = u16::from(below(body, foot).height == 0 && body.height > 1);
    usize::from(body.height - covered).max(1)
}

/// The row between a list and the footer; of no height where there is none.
pub(crate) fn below(list: Rect, foot: Rect) -> Rect {
    Rect {
        y: list.bottom(),
        height: foot.y.saturating_sub(list.bottom()).min(foot.height),
        ..list
    }
}

/// Head, body and footer; on a very low screen the body only.
pub(crate) fn parts(area: Rect) -> [Rect; 3] {
    let row = |y: u16, height: u16| Rect {
        y: area.y + y,
        height,
        ..area
    };
    match area.height {
        0..=3 => [row(0, 0), row(0, area.height), row(0, 0)],
        4..=8 => [row(0, 1), row(1, area.height - 1), row(0, 0)],
        height => [row(0, 1), row(2, height - 4), row(height - 1, 1)],
    }
}
