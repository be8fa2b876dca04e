//! The last line of a screen: the keys that matter there.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr as _;

use crate::tui::input::context::Context;
use crate::tui::input::keymap;
use crate::tui::theme::Theme;

/// Between two hints.
const GAP: usize = 3;
/// Between two hints, where another one has room then.
const NARROW_GAP: usize = 2;

/// As many hints of a context as fit, the most important first.
pub(crate) fn footer<'a>(context: Context, width: usize, theme: &Theme) -> Line<'a> {
    hints(keymap::hints(context, &[]), width, theme)
}

/// As many hints as fit, closer together where that makes room for another.
pub(crate) fn hints<'a>(
    hints: Vec<(String, &'static str)>,
    width: usize,
    theme: &Theme,
) -> Line<'a> {
    let hints = named(hints, theme);
    let shown = |gap: usize| {
        let mut used = 0;
        let ends = hints.iter().map(|(key, means)| {
            used += key.width() + 1 + means.width() + gap;
            used
        });
        ends.take_while(|end| *end <= width + gap).count()
    };
    let between = if shown(NARROW_GAP) > shown(GAP) {
        NARROW_GAP
    } else {
        GAP
    };
    let mut spans = Vec::new();
    let mut used = 0;
    for (key, means) in hints {
        let gap = if spans.is_empty() { 0 } else { between };
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

/// Writes the names of the keys in the available characters.
fn named(hints: Vec<(String, &'static str)>, theme: &Theme) -> Vec<(String, &'static str)> {
    let hints = hints.into_iter();
    hints
        .map(|(key, means)| (theme.charset.key(&key), means))
        .collect()
}

/// The hints with a mark at the right end, which has room before all but the first of them.
pub(crate) fn marked<'a>(
    hints: Vec<(String, &'static str)>,
    mark: &str,
    width: usize,
    theme: &Theme,
) -> Line<'a> {
    let hints = named(hints, theme);
    let first = hints.first();
    let first = first.map_or(0, |(key, means)| key.width() + 1 + means.width());
    beside(
        |room| self::hints(hints, room, theme),
        first,
        mark,
        width,
        theme,
    )
}

/// A line made for the room that it has with a mark at the right end. The mark is brief where the line would have less
/// than `least` columns.
pub(crate) fn beside<'a>(
    line: impl FnOnce(usize) -> Line<'a>,
    least: usize,
    mark: &str,
    width: usize,
    theme: &Theme,
) -> Line<'a> {
    let short = mark.split(' ').next().unwrap_or_default();
    let mark = if least + NARROW_GAP + mark.width() <= width {
        mark
    } else {
        short
    };
    let room = width.saturating_sub(mark.width() + 1);
    let mut line = line(room);
    let gap = width.saturating_sub(line.width() + mark.width());
    line.spans.push(Span::raw(" ".repeat(gap)));
    line.spans.push(Span::styled(mark.to_owned(), theme.key));
    line
}
