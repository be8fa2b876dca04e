//! A routine in the list: its title, and what it takes or why it is not played.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::tui::shelf::{Row, Verdict};
use crate::tui::text::{clock, ends};
use crate::tui::theme::Theme;

/// The line of a row. Where not all was checked, nothing is said to fit.
pub(super) fn list_line<'a>(
    row: &Row,
    is_checked: bool,
    selected: bool,
    width: usize,
    theme: &Theme,
) -> Line<'a> {
    let (plain, quiet): (Style, Style) = match &row.verdict {
        _ if selected => (theme.selected, theme.selected),
        Verdict::NotForYou(_) => (theme.dim, theme.dim),
        _ => (theme.text, theme.dim),
    };
    let length = || row.total.map_or_else(|| "list".to_owned(), clock);
    let right = match &row.verdict {
        Verdict::Broken => "cannot be played".to_owned(),
        Verdict::NotForYou(_) => "not for you".to_owned(),
        Verdict::Adapted(_) => format!("~ {}", length()),
        Verdict::Fits if is_checked => length(),
        Verdict::Fits => format!("? {}", length()),
    };
    let mark = row
        .origin
        .mark()
        .map_or_else(String::new, |mark| format!("{mark}  "));
    let quiet = if row.is_sound() || selected {
        quiet
    } else {
        theme.error
    };
    let mut line = ends(
        &row.title,
        plain,
        &format!("{mark}{right} "),
        quiet,
        width.saturating_sub(2),
    );
    line.spans.insert(
        0,
        Span::styled(
            if selected { "› " } else { "  " },
            if selected { theme.selected } else { theme.text },
        ),
    );
    if selected {
        line.style(theme.selected)
    } else {
        line
    }
}
