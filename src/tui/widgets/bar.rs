//! A bar that moves by half cells, and only when the seconds do.

use std::time::Duration;

use ratatui::text::{Line, Span};

use crate::tui::theme::Theme;

/// Draws a line of `width` cells for a length of time, filled up to the part that is done.
pub(crate) fn bar<'a>(done: Duration, length: Duration, width: usize, theme: &Theme) -> Line<'a> {
    let halves = (width as u128 * 2 * done.as_millis())
        .checked_div(length.as_millis())
        .unwrap_or(0);
    let halves = usize::try_from(halves).unwrap_or(usize::MAX).min(width * 2);
    let (full, half) = (halves / 2, halves % 2);
    let rest = width - full - half.min(width - full);
    let [line, half_line, left] = theme.charset.lines();
    Line::from(vec![
        Span::styled(line.repeat(full), theme.bar),
        Span::styled(if half > 0 { half_line } else { "" }, theme.bar),
        Span::styled(left.repeat(rest), theme.border),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::display::charset::Charset;

    #[test]
    fn it_is_as_wide_as_asked() {
        let line = |done: u64, width| {
            let (done, length) = (Duration::from_secs(done), Duration::from_secs(8));
            bar(done, length, width, &Theme::default()).to_string()
        };
        for (done, text) in [
            (0, "────"),
            (4, "━━──"),
            (5, "━━╸─"),
            (8, "━━━━"),
            (70, "━━━━"),
        ] {
            assert_eq!(line(done, 4), text);
        }
        assert_eq!(line(4, 0), "");
        let ascii = Theme {
            charset: Charset::Ascii,
            ..Theme::default()
        };
        let (done, length) = (Duration::from_secs(5), Duration::from_secs(8));
        assert_eq!(bar(done, length, 4, &ascii).to_string(), "==--");
        let timeless = bar(Duration::ZERO, Duration::ZERO, 2, &Theme::default());
        assert_eq!(timeless.to_string(), "──");
    }
}
