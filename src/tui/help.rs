//! The keys, from the keymap.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr as _;

use crate::tui::keymap::{self, Action, BINDINGS, Context};
use crate::tui::page::{self, Scroll};
use crate::tui::text::wrap;
use crate::tui::theme::Theme;

/// Narrower screens have no columns.
const NARROW: usize = 36;

/// What stands in the list beside a routine or a step, or above it, and what it means.
const MARKS: &[(&str, &str)] = &[
    ("~", "changed for you or done with care; Enter shows how"),
    ("!", "of a step: with care"),
    ("?", "not all was checked: it may not suit you"),
    ("not for you", "not played; Enter says why"),
    (
        "Not checked",
        "in your profile, but the rules do not know it",
    ),
];

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
        self.scroll.act(
            action,
            2 * (BINDINGS.len() + MARKS.len()) + 3 * Context::ALL.len(),
        );
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
            let columns = (indent, column);
            for binding in BINDINGS.iter().filter(|binding| binding.context == context) {
                let keys = keymap::keys(binding).join(" ");
                let doc = binding.action.doc();
                lines.extend(explained(&keys, doc, columns, width, theme));
            }
            if context == Context::Home {
                for (mark, means) in MARKS {
                    lines.extend(explained(mark, means, columns, width, theme));
                }
            }
        }
        lines
    }
}

/// A key or a mark, and what it means beside it; below it where that has no room.
fn explained(
    left: &str,
    means: &str,
    (indent, column): (&'static str, usize),
    width: usize,
    theme: &Theme,
) -> Vec<Line<'static>> {
    let beside = indent.len() + left.width().max(column) + 2;
    let first = |rest: String| {
        let pad = " ".repeat(beside - indent.len() - left.width());
        Line::from(vec![
            Span::raw(indent),
            Span::styled(left.to_owned(), theme.key),
            Span::raw(pad),
            Span::styled(rest, theme.text),
        ])
    };
    let fits = beside + means.width() <= width;
    let below = if column > 0 { beside } else { 2 };
    let mut wrapped = wrap(means, width.saturating_sub(below)).into_iter();
    let begins = if fits || column > 0 {
        wrapped.next().unwrap_or_default()
    } else {
        String::new()
    };
    let rest = wrapped.map(|line| Line::styled(" ".repeat(below) + &line, theme.text));
    std::iter::once(first(begins)).chain(rest).collect()
}
