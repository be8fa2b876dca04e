//! The last line of a screen: the keys that matter there.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr as _;

use crate::tui::keymap::{self, Context};
use crate::tui::theme::Theme;

/// As many hints of a context as fit, the most important first.
pub fn footer<'a>(context: Context, width: usize, theme: &Theme) -> Line<'a> {
    hints(keymap::hints(context), width, theme)
}

/// As many hints as fit.
pub fn hints<'a>(hints: Vec<(String, &'static str)>, width: usize, theme: &Theme) -> Line<'a> {
    let mut spans = Vec::new();
    let mut used = 0;
    for (key, means) in hints {
        let gap = if spans.is_empty() { 0 } else { 3 };
        let needs = gap + key.width() + 1 + means.width();
        if used + needs > width {
            break;
        }
        used += needs;
        spans.push(Span::raw(" ".repeat(gap)));
        spans.push(Span::styled(key, theme.key));
        spans.push(Span::raw(" "));
        spans.push(Span::styled(means, theme.dim));
    }
    Line::from(spans)
}
