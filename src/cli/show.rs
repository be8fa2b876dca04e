//! `supple show`: the sheet of a routine, for reading and for printing.

pub(crate) mod about;
pub(crate) mod json;
pub(crate) mod text;

use std::borrow::Cow;
use std::path::PathBuf;

use crate::cli::arguments::{Show, Wanted};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::findings::Findings;
use crate::cli::output;
use crate::cli::selection::Selection;
use crate::cli::show::about::About;
use crate::content::entry::Entry;
use crate::content::library::Library;
use crate::content::routine::Routine;
use crate::content::text::byte_order_mark::BOM;
use crate::plan::lower::lower;
use crate::plan::tailor::Tailored;
use crate::plan::timetable::Timetable;

pub(crate) fn run(arguments: &Show, folders: &[PathBuf]) -> Result<Exit, CliError> {
    let selection = Selection::find(&arguments.wanted.routine, folders)?;
    if arguments.toml {
        file(selection.read()?)?;
    } else {
        sheet(&arguments.wanted, &selection, arguments.json)?;
    }
    Ok(Exit::Fine)
}

/// Prints the file itself.
fn file(entry: &Entry<Routine>) -> Result<(), CliError> {
    let mark = if entry.has_bom { BOM } else { "" };
    output::file(&format!("{mark}{}", entry.text))
}

fn sheet(wanted: &Wanted, selection: &Selection, is_json: bool) -> Result<(), CliError> {
    let whom = selection.whom(wanted)?;
    let tailored = selection.tailored(&whom, wanted.minutes)?;
    let (entry, library) = (selection.entry()?, &selection.library);
    let timetable = shown(&tailored, entry, library)?;
    let about = About::of(entry, &timetable, &tailored, &whom, library);
    if is_json {
        output::exact(&output::json(&json::sheet(&about)))
    } else {
        output::data(&text::sheet(&about, output::width()))
    }
}

/// What is played. What the rules let not play is shown as it is written.
fn shown<'a>(
    tailored: &'a Tailored,
    entry: &Entry<Routine>,
    library: &Library,
) -> Result<Cow<'a, Timetable>, CliError> {
    match &tailored.timetable {
        Some(timetable) => Ok(Cow::Borrowed(timetable)),
        None => match lower(&entry.id, &entry.value, library) {
            Ok(timetable) => Ok(Cow::Owned(timetable)),
            Err(why) => Err(CliError::Broken(Findings::in_entry(entry, vec![why]))),
        },
    }
}
