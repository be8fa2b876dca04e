//! A page of lines with the keys at its foot, scrolled where it does not fit.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};

use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::input::keymap;
use crate::tui::theme::Theme;
use crate::tui::widgets::choices::Choices;
use crate::tui::widgets::footer;
use crate::tui::widgets::more;

/// Lower screens leave out blank lines.
const AIRY_FROM: u16 = 9;
/// Lower screens have no footer.
const FOOTER_FROM: u16 = 4;

/// Returns whether there is room for blank lines.
pub(crate) fn is_airy(area: Rect) -> bool {
    area.height >= AIRY_FROM
}

/// The scroll position of a page.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Scroll(usize);

impl Scroll {
    /// Scrolled to this line.
    pub(crate) const fn to(line: usize) -> Self {
        Self(line)
    }

    /// A position `lines` further down.
    #[must_use]
    pub(crate) const fn after(self, lines: usize) -> Self {
        Self(self.0 + lines)
    }

    /// Returns whether it shows the beginning.
    pub(crate) fn is_at_top(self) -> bool {
        self.0 == 0
    }

    /// Moves by lines, by screens or to the top, at most to the end of the lines below.
    pub(crate) fn act(&mut self, action: Action, lines: usize, room: Room) {
        let last = lines.saturating_sub(room.rows);
        // A screen may have grown, or a page become shorter, since it was scrolled.
        let from = self.0.min(last);
        self.0 = match action {
            Action::Up => from.saturating_sub(1),
            Action::Down => from + 1,
            Action::PageUp => from.saturating_sub(room.screen),
            Action::PageDown => from + room.screen,
            Action::First => 0,
            Action::Last => last,
            _ => from,
        }
        .min(last);
    }
}

/// The visible part of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Room {
    /// Its lines.
    rows: usize,
    /// The lines of "a screen further": all visible lines but one that the mark covers.
    screen: usize,
}

impl Room {
    /// The number of lines visible at a time.
    pub(crate) const fn rows(self) -> usize {
        self.rows
    }

    /// What "a screen further" moves by, in lines.
    pub(crate) const fn screen(self) -> usize {
        self.screen
    }
}

/// Returns the visible part of a page.
pub(crate) fn room(area: Rect) -> Room {
    let rows = rows(area);
    let covered = usize::from(area.height < FOOTER_FROM && rows > 1);
    let screen = (rows - covered).max(1);
    Room { rows, screen }
}

/// Returns the visible part of a page that asks a question.
pub(crate) fn room_asking(area: Rect) -> Room {
    let rows = usize::from(body_asking(area).height);
    let screen = rows.max(1);
    Room { rows, screen }
}

/// The number of lines in view.
pub(crate) fn rows(area: Rect) -> usize {
    usize::from(body(area).height)
}

/// Returns the area of the lines.
fn body(area: Rect) -> Rect {
    let foot = u16::from(area.height >= FOOTER_FROM);
    Rect {
        height: area.height - foot - u16::from(is_airy(area)),
        ..area
    }
}

/// Returns the area of the lines above answers, which stay visible however low the screen is.
fn body_asking(area: Rect) -> Rect {
    let page = body(area);
    Rect {
        height: page.height.min(area.height.saturating_sub(1)),
        ..page
    }
}

/// Draws a page.
pub(crate) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    lines: Vec<Line<'_>>,
    scroll: Scroll,
    context: Context,
    theme: &Theme,
) {
    draw_with(frame, area, lines, scroll, (context, &[]), theme);
}

/// Draws a page with the keys of a context without those that mean nothing there now.
pub(crate) fn draw_with(
    frame: &mut Frame<'_>,
    area: Rect,
    lines: Vec<Line<'_>>,
    scroll: Scroll,
    (context, without): (Context, &[Action]),
    theme: &Theme,
) {
    let (page, width) = (body(area), usize::from(area.width));
    let is_cut = draw_lines(frame, page, lines, scroll);
    let hints = keymap::hints(context, without);
    let mark = || more::mark(context, theme);
    let line = if is_cut && is_airy(area) {
        more::draw(frame, last(area, 2), mark(), theme);
        footer::hints(hints, width, theme)
    } else if is_cut && area.height >= FOOTER_FROM {
        footer::marked(hints, &more::words(context, theme), width, theme)
    } else {
        if is_cut && page.height > 1 {
            more::draw(frame, last(area, 1), mark(), theme);
        }
        footer::hints(hints, width, theme)
    };
    if area.height >= FOOTER_FROM {
        frame.render_widget(line, last(area, 1));
    }
}

/// Draws a page on which something is asked: the answers stand at its foot, however low the screen is.
pub(crate) fn draw_asking(
    frame: &mut Frame<'_>,
    area: Rect,
    lines: Vec<Line<'_>>,
    scroll: Scroll,
    choices: &Choices,
    theme: &Theme,
) {
    let page = body_asking(area);
    let width = usize::from(area.width);
    let context = choices.context();
    let is_cut = draw_lines(frame, page, lines, scroll);
    let line = if is_cut && is_airy(area) {
        more::draw(frame, last(area, 2), more::mark(context, theme), theme);
        choices.line(width, theme)
    } else if is_cut {
        let answers = |room| choices.line(room, theme);
        let mark = more::words(context, theme);
        footer::beside(answers, choices.least(), &mark, width, theme)
    } else {
        choices.line(width, theme)
    };
    frame.render_widget(line, last(area, 1));
}

/// Draws as many lines as there is room for. Whether more follow.
fn draw_lines(frame: &mut Frame<'_>, page: Rect, lines: Vec<Line<'_>>, scroll: Scroll) -> bool {
    let rows = usize::from(page.height);
    let scroll = scroll.0.min(lines.len().saturating_sub(rows));
    let mut below = lines.iter().skip(scroll + rows);
    let is_cut = below.any(|line| line.width() > 0);
    let shown: Text<'_> = lines.into_iter().skip(scroll).take(rows).collect();
    frame.render_widget(shown, page);
    is_cut
}

/// Returns the row `height` rows above the bottom.
fn last(area: Rect, height: u16) -> Rect {
    Rect {
        y: area.bottom() - height.min(area.height),
        height: 1.min(area.height),
        ..area
    }
}
