//! The keys, from the keymap.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr as _;

use crate::tui::keymap::{self, Action, BINDINGS, Context};
use crate::tui::page::{self, Scroll};
use crate::tui::theme::Theme;

/// Narrower screens have no columns.
const NARROW: usize = 36;

/// The help over whatever screen it was asked for on; that screen's keys come first.
#[derive(Clone, Debug)]
pub struct Help {
    first: Context,
    scroll: Scroll,
}

impl Help {
    /// The help, asked for in a context.
    pub fn new(first: Context) -> Self {
        Self {
            first,
            scroll: Scroll::default(),
        }
    }

    /// Scrolls.
    pub fn act(&mut self, action: Action) {
        self.scroll
            .act(action, BINDINGS.len() + 3 * Context::ALL.len());
    }

    /// Draws it.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, theme: &Theme) {
        page::draw(
            frame,
            area,
            self.lines(usize::from(area.width), theme),
            self.scroll,
            Context::Help,
            theme,
        );
    }

    fn lines(&self, width: usize, theme: &Theme) -> Vec<Line<'static>> {
        let others = Context::ALL
            .iter()
            .copied()
            .filter(|context| *context != self.first);
        // On a narrow screen the meaning matters more than its column.
        let (indent, column) = if width < NARROW {
            ("", 0)
        } else {
            ("  ", 14_usize)
        };
        let mut lines = Vec::new();
        for context in std::iter::once(self.first).chain(others) {
            if !lines.is_empty() {
                lines.push(Line::default());
            }
            lines.push(Line::styled(context.title(), theme.title));
            for binding in BINDINGS.iter().filter(|binding| binding.context == context) {
                let keys = keymap::keys(binding).join(" ");
                let pad = " ".repeat(column.saturating_sub(keys.width()));
                lines.push(Line::from(vec![
                    Span::raw(indent),
                    Span::styled(keys, theme.key),
                    Span::raw(format!("{pad}  ")),
                    Span::styled(binding.action.doc(), theme.text),
                ]));
            }
        }
        lines
    }
}
