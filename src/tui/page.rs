//! A page of lines with the keys at its foot, scrolled where it does not fit.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};
use ratatui::widgets::Clear;

use crate::tui::footer;
use crate::tui::keymap::{self, Action, Context};
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
    draw_with(frame, area, lines, scroll, (context, &[]), theme);
}

/// Draws a page with the keys of a context without those that mean nothing there now.
pub fn draw_with(
    frame: &mut Frame<'_>,
    area: Rect,
    lines: Vec<Line<'_>>,
    scroll: Scroll,
    (context, without): (Context, &[Action]),
    theme: &Theme,
) {
    let body = body(area);
    let rows = usize::from(body.height);
    let scroll = scroll.0.min(lines.len().saturating_sub(rows));
    let mut below = lines.iter().skip(scroll + rows);
    let mark = below
        .any(|line| line.width() > 0)
        .then(|| more(&keymap::key_of(context, Action::Down)));
    let shown: Text<'_> = lines.into_iter().skip(scroll).take(rows).collect();
    frame.render_widget(shown, body);
    let foot = u16::from(area.height >= FOOTER_FROM);
    let last = |height: u16| Rect {
        y: area.bottom() - height.min(area.height),
        height: 1.min(area.height),
        ..area
    };
    let width = usize::from(area.width);
    let hints = keymap::hints(context, without);
    let line = match &mark {
        // Where the next line would stand.
        Some(mark) if is_airy(area) => {
            frame.render_widget(Line::styled(mark.clone(), theme.key), last(2));
            footer::hints(hints, width, theme)
        }
        Some(mark) if foot > 0 => footer::marked(hints, mark, width, theme),
        Some(mark) if rows > 1 => {
            let place = last(1);
            frame.render_widget(Clear, place);
            frame.buffer_mut().set_style(place, theme.ground);
            frame.render_widget(Line::styled(mark.clone(), theme.key), place);
            return;
        }
        _ => footer::hints(hints, width, theme),
    };
    if foot > 0 {
        frame.render_widget(line, last(1));
    }
}

/// `↓ more`: what is cut says so.
pub fn more(key: &str) -> String {
    if key.is_empty() {
        "…".to_owned()
    } else {
        format!("{key} more")
    }
}
