//! A bar that moves by half cells, and only when the seconds do.

use ratatui::text::{Line, Span};

use crate::tui::theme::Theme;

/// A line of `width` cells, so many tenths of thousandths of it done.
pub fn bar<'a>(done: f64, width: usize, theme: &Theme) -> Line<'a> {
    let halves = (done.clamp(0.0, 1.0) * (width * 2) as f64).round() as usize;
    let (full, half) = (halves / 2, halves % 2);
    let rest = width - full - half.min(width - full);
    Line::from(vec![
        Span::styled("━".repeat(full), theme.bar),
        Span::styled(if half > 0 { "╸" } else { "" }, theme.bar),
        Span::styled("─".repeat(rest), theme.border),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_as_wide_as_asked() {
        for (done, text) in [
            (0.0, "────"),
            (0.5, "━━──"),
            (0.625, "━━╸─"),
            (1.0, "━━━━"),
            (7.0, "━━━━"),
        ] {
            assert_eq!(bar(done, 4, &Theme::default()).to_string(), text);
        }
        assert_eq!(bar(0.5, 0, &Theme::default()).to_string(), "");
    }
}
