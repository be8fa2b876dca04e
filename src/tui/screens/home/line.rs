//! A line of the list: the title, and the length or why it is not played.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::plan::catalog::row::Row;
use crate::plan::catalog::verdict::Verdict;
use crate::tui::screens::home::search::answers::Answer;
use crate::tui::theme::Theme;
use crate::tui::widgets::text::{clock, cut_at_word, ends};
use crate::words::en::home as words;

/// Columns for why a routine was found.
const WHY: usize = 16;

/// The line of a row, with why it was found. Where something could not be checked, it is never said to fit.
pub(crate) fn list_line<'a>(
    row: &Row,
    why: &str,
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
    let length = || row.total.map_or_else(|| words::LIST.to_owned(), clock);
    let right = match &row.verdict {
        Verdict::Broken => words::CANNOT_BE_PLAYED.to_owned(),
        Verdict::NotForYou(_) => words::NOT_FOR_YOU.to_owned(),
        _ if !row.known => format!("? {}", length()),
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
    let why = if why.is_empty() {
        String::new()
    } else {
        format!("{}  ", cut_at_word(why, WHY))
    };
    let line = ends(
        &row.title,
        plain,
        &format!("{why}{mark}{right} "),
        quiet,
        width.saturating_sub(2),
    );
    marked(line, selected, theme)
}

/// The line of an answer of the search.
pub(crate) fn answer_line<'a>(
    answer: &Answer,
    selected: bool,
    width: usize,
    theme: &Theme,
) -> Line<'a> {
    let of = |style: Style| if selected { theme.selected } else { style };
    let right = format!("{} ", answer.where_to_say());
    let line = ends(
        &answer.name,
        of(theme.title),
        &right,
        of(theme.accent),
        width.saturating_sub(2),
    );
    marked(line, selected, theme)
}

fn marked<'a>(mut line: Line<'a>, selected: bool, theme: &Theme) -> Line<'a> {
    let (mark, style) = if selected {
        ("› ", theme.selected)
    } else {
        ("  ", theme.text)
    };
    line.spans.insert(0, Span::styled(mark, style));
    if selected {
        line.style(theme.selected)
    } else {
        line
    }
}
