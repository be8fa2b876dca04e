//! `supple rehearse`: the whole session on a simulated clock.

pub(crate) mod json;
pub(crate) mod text;

use std::path::PathBuf;

use crate::cli::arguments::Rehearse;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::output;
use crate::cli::selection::Selection;
use crate::edge::store::files::Others;
use crate::plan::worries::Worries;
use crate::words::en::emergency::Emergency;

pub(crate) fn run(arguments: &Rehearse, folders: &[PathBuf]) -> Result<Exit, CliError> {
    let wanted = &arguments.wanted;
    let mut selection = Selection::find(&wanted.routine, folders, Others::Searched)?;
    let whom = selection.whom(wanted)?;
    let tailored = selection.tailored(&whom, wanted.minutes)?;
    let entry = selection.entry()?;
    let worries = Worries::of(&selection.library, &whom).with(&tailored);
    let title = &entry.value.title;
    if arguments.json {
        output::exact(&json::lines(&entry.id, title, &worries, &tailored))?;
    } else {
        let emergency = Emergency::of(&whom.profile);
        output::data(&text::text(title, &worries, &emergency, &tailored))?;
    }
    Ok(if tailored.timetable.is_some() {
        Exit::Fine
    } else {
        Exit::Problem
    })
}
