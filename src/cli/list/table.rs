//! The list as a table.

use unicode_width::UnicodeWidthStr as _;

use crate::cli::list::row::JsonRow;
use crate::plan::catalog::verdict::Verdict;
use crate::plan::tailor::Tailored;
use crate::tui::widgets::text::cut;
use crate::words::en::{commands, reasons};

/// A wider cell is not lined up with those below it; a wider title is cut. Ids are to be typed, and stay whole.
const WIDEST: usize = 60;
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
    if !verdicts.is_empty() {
        let column =
            std::iter::once(commands::FOR_YOU_COLUMN.to_owned()).chain(verdicts.iter().cloned());
        for (line, cell) in lines.iter_mut().zip(column) {
            line.push(cell);
        }
    }
    aligned(&lines)
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
        (false, None) => "-".to_owned(),
        (false, Some(minutes)) => minutes.to_string(),
    };
    vec![
        row.id.to_owned(),
        cut(row.title, WIDEST),
        labels.discipline.unwrap_or("-").to_owned(),
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
