//! The keys, from the keymap.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr as _;

use crate::tui::footer::footer;
use crate::tui::keymap::{self, Action, BINDINGS, Context};
use crate::tui::theme::Theme;

/// The help over whatever screen it was asked for on; that screen's keys come first.
#[derive(Clone, Debug)]
pub struct Help {
    first: Context,
    scroll: usize,
}

impl Help {
    /// The help, asked for in a context.
    pub fn new(first: Context) -> Self {
        Self { first, scroll: 0 }
    }

    /// Scrolls by lines or by screens.
    pub fn act(&mut self, action: Action, page: usize) {
        let most = self.lines(&Theme::default()).len().saturating_sub(1);
        self.scroll = match action {
            Action::Up => self.scroll.saturating_sub(1),
            Action::Down => self.scroll + 1,
            Action::PageUp => self.scroll.saturating_sub(page),
            Action::PageDown => self.scroll + page,
            _ => self.scroll,
        }
        .min(most);
    }

    /// Draws it.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, theme: &Theme) {
        let foot = u16::from(area.height >= 4);
        let lines = self.lines(theme);
        let height = area.height - foot - u16::from(area.height >= 8);
        let scroll = self
            .scroll
            .min(lines.len().saturating_sub(usize::from(height)));
        for (y, line) in (area.top()..area.top() + height).zip(lines.into_iter().skip(scroll)) {
            frame.render_widget(
                line,
                Rect {
                    y,
                    height: 1,
                    ..area
                },
            );
        }
        let line = Rect {
            y: area.bottom() - foot,
            height: foot,
            ..area
        };
        frame.render_widget(footer(Context::Help, usize::from(area.width), theme), line);
    }

    fn lines(&self, theme: &Theme) -> Vec<Line<'static>> {
        let others = Context::ALL
            .iter()
            .copied()
            .filter(|context| *context != self.first);
        let mut lines = Vec::new();
        for context in std::iter::once(self.first).chain(others) {
            if !lines.is_empty() {
                lines.push(Line::default());
            }
            lines.push(Line::styled(context.title(), theme.title));
            for binding in BINDINGS.iter().filter(|binding| binding.context == context) {
                let keys = keymap::keys(binding).join(" ");
                let pad = " ".repeat(14_usize.saturating_sub(keys.width()));
                lines.push(Line::from(vec![
                    Span::raw("  "),
                    Span::styled(keys, theme.key),
                    Span::raw(format!("{pad}  ")),
                    Span::styled(binding.action.doc(), theme.text),
                ]));
            }
        }
        lines
    }
}
