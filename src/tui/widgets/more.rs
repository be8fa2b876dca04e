//! The mark that something goes on below: `↓ more`, where the next line would stand.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Clear;

use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::input::keymap;
use crate::tui::theme::Theme;

/// `↓ more`: the key of the context that goes on. `…` where there is none.
pub(crate) fn words(context: Context, theme: &Theme) -> String {
    let key = keymap::key_of(context, Action::Down);
    if key.is_empty() {
        theme.charset.ellipsis().to_owned()
    } else {
        format!("{} more", theme.charset.key(&key))
    }
}

/// The mark as a line.
pub(crate) fn mark(context: Context, theme: &Theme) -> Line<'static> {
    Line::styled(words(context, theme), theme.key)
}

/// The mark where no key goes on.
pub(crate) fn ellipsis(theme: &Theme) -> Line<'static> {
    Line::styled(theme.charset.ellipsis(), theme.key)
}

/// Draws the mark in a row, in the place of what stands there.
pub(crate) fn draw(frame: &mut Frame<'_>, row: Rect, mark: Line<'_>, theme: &Theme) {
    frame.render_widget(Clear, row);
    frame.buffer_mut().set_style(row, theme.ground);
    frame.render_widget(mark, row);
}

/// Cuts lines to the available rows. Where that leaves any out, the last row shows the mark.
pub(crate) fn cut<'a>(lines: &mut Vec<Line<'a>>, rows: usize, mark: Line<'a>) {
    if lines.len() > rows {
        lines.truncate(rows.saturating_sub(1));
        lines.push(mark);
    }
}

/// Returns the first line of a list shown in `rows` rows, so that the selected line is in sight. A quarter of the rows
/// below it, and one at least, is for what follows or for the mark.
pub(crate) fn list_start(selected: usize, lines: usize, rows: usize) -> usize {
    let below = (rows / 4).max(usize::from(rows > 1));
    let bottom = (selected + 1 + below).min(lines);
    bottom.saturating_sub(rows).min(selected)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_cut_says_so() {
        let cut_to = |rows| {
            let mut lines = vec![Line::raw("1"), Line::raw("2"), Line::raw("3")];
            cut(&mut lines, rows, Line::raw("more"));
            lines.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(cut_to(3), ["1", "2", "3"]);
        assert_eq!(cut_to(2), ["1", "more"]);
        assert_eq!(cut_to(1), ["more"]);
    }

    #[test]
    fn the_selected_line_is_never_in_the_row_of_the_mark() {
        for lines in 1..20 {
            for rows in 1..12 {
                for selected in 0..lines {
                    let first = list_start(selected, lines, rows);
                    let is_cut = first + rows < lines;
                    let seen = rows - usize::from(is_cut && rows > 1);
                    let range = first..first + seen;
                    assert!(range.contains(&selected), "{selected} of {lines} in {rows}");
                }
            }
        }
    }
}
