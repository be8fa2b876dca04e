//! `supple show`: the sheet of a routine, for reading and for printing.

pub(crate) mod about;
pub(crate) mod json;
pub(crate) mod text;

use std::path::PathBuf;

use crate::cli::arguments::{Show, Wanted};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::findings::Findings;
use crate::cli::output;
use crate::cli::selection::Selection;
use crate::cli::show::about::RoutineSheet;
use crate::content::entry::Entry;
use crate::content::routine::Routine;
use crate::content::text::byte_order_mark::BOM;
use crate::edge::store::files::Others;
use crate::plan::catalog::shown::shown;

pub(crate) fn run(arguments: &Show, folders: &[PathBuf]) -> Result<Exit, CliError> {
    let routine = &arguments.wanted.routine;
    let mut selection = Selection::find(routine, folders, Others::Searched)?;
    if arguments.toml {
        file(selection.read()?)?;
    } else {
        sheet(&arguments.wanted, &mut selection, arguments.json)?;
    }
    Ok(Exit::Fine)
}

/// Prints the file itself.
fn file(entry: &Entry<Routine>) -> Result<(), CliError> {
    let mark = if entry.has_bom { BOM } else { "" };
    output::file(&format!("{mark}{}", &*entry.text))
}

fn sheet(wanted: &Wanted, selection: &mut Selection<'_>, is_json: bool) -> Result<(), CliError> {
    let whom = selection.whom(wanted)?;
    let tailored = selection.tailored(&whom, wanted.minutes)?;
    let (entry, library) = (selection.entry()?, &selection.library);
    let broken = |why| CliError::Broken(Findings::in_entry(entry, vec![why]));
    let timetable = shown(&tailored, entry, library).map_err(broken)?;
    let about = RoutineSheet::of(entry, &timetable, &tailored, &whom, library);
    if is_json {
        output::exact(&output::json(&json::sheet(&about)))
    } else {
        output::data(&text::sheet(&about, output::width()))
    }
}
