//! The list as a table.

use unicode_width::UnicodeWidthStr as _;

use crate::cli::list::row::JsonRow;
use crate::plan::catalog::verdict::Verdict;
use crate::plan::tailor::Tailored;
use crate::tui::widgets::text::cut;
use crate::words::en::{commands, reasons};

/// A wider cell is not lined up with those below it; a wider title is cut. Ids are to be typed, and stay whole.
const WIDEST: usize = 60;
/// An empty cell.
const NOTHING: &str = "-";
/// Between two columns.
const GAP: usize = 2;

/// Returns the verdict on a routine for this person, in a few words. Where not all was checked, nothing is said to fit.
pub(crate) fn verdict(tailored: &Tailored, is_checked: bool) -> String {
    match Verdict::of(tailored) {
        Verdict::Broken => String::new(),
        Verdict::NotForYou(refusal) => commands::not_for_you(&reasons::because(&refusal)),
        _ if !tailored.unknown.is_empty() => commands::NOT_CHECKED.to_owned(),
        Verdict::Fits if !is_checked => commands::NOT_CHECKED.to_owned(),
        Verdict::Fits => commands::FITS.to_owned(),
        Verdict::Adapted(changes) => commands::adapted(changes),
    }
}

/// The rows with their verdicts, which are none where nobody is known.
pub(crate) fn table(rows: &[JsonRow<'_>], verdicts: &[String]) -> String {
    let mut lines = vec![commands::COLUMNS.map(str::to_owned).to_vec()];
    lines.extend(rows.iter().map(cells));
    let often: Vec<&str> = rows.iter().map(often).collect();
    if often.iter().any(|cell| *cell != NOTHING) {
        add_column(&mut lines, commands::OFTEN_COLUMN, often.into_iter());
    }
    if !verdicts.is_empty() {
        let verdicts = verdicts.iter().map(String::as_str);
        add_column(&mut lines, commands::FOR_YOU_COLUMN, verdicts);
    }
    aligned(&lines)
}

fn add_column<'a>(
    lines: &mut [Vec<String>],
    heading: &'a str,
    cells: impl Iterator<Item = &'a str>,
) {
    for (line, cell) in lines.iter_mut().zip(std::iter::once(heading).chain(cells)) {
        line.push(cell.to_owned());
    }
}

/// How often a routine is to be done.
fn often<'a>(row: &'a JsonRow<'_>) -> &'a str {
    let often = row.labels.often.as_ref();
    often.map_or(NOTHING, |often| &often.written)
}

fn cells(row: &JsonRow<'_>) -> Vec<String> {
    let labels = &row.labels;
    let audience = if labels.audience.is_empty() {
        commands::EVERYBODY.to_owned()
    } else {
        labels.audience.join(" ")
    };
    let minutes = match (row.broken, labels.minutes) {
        (true, _) => commands::BROKEN.to_owned(),
        (false, None) => NOTHING.to_owned(),
        (false, Some(minutes)) => minutes.to_string(),
    };
    vec![
        row.id.to_owned(),
        cut(row.title, WIDEST),
        labels.discipline.unwrap_or(NOTHING).to_owned(),
        audience,
        labels.when.to_owned(),
        minutes,
    ]
}

/// Lines of cells, of the same number in each.
fn aligned(lines: &[Vec<String>]) -> String {
    let columns = lines.first().map_or(0, Vec::len);
    let widths: Vec<usize> = (0..columns)
        .map(|column| {
            let widths = lines.iter().map(|line| line[column].width());
            widths.filter(|&width| width <= WIDEST).max().unwrap_or(0)
        })
        .collect();
    let mut out = String::new();
    for cells in lines {
        let mut line = String::new();
        for (cell, &width) in cells.iter().zip(&widths) {
            line += cell;
            line += &" ".repeat(width.saturating_sub(cell.width()) + GAP);
        }
        out += line.trim_end();
        out.push('\n');
    }
    out
}
