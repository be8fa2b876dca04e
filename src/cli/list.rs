//! `supple list`: the routines as a table.

pub(crate) mod filter;
pub(crate) mod row;
pub(crate) mod table;

use std::path::PathBuf;

use crate::cli::arguments::ListArgs;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::list::row::JsonRow;
use crate::cli::{output, whom};
use crate::content::entry::Entry;
use crate::content::library::Library;
use crate::content::routine::Routine;
use crate::edge::store::files;
use crate::plan::tailor::{Request, Tailored, judge};
use crate::plan::whom::{Recipient, RecipientSource};
use crate::plan::worries::Worries;
use crate::words::en::{commands, worries};

/// A routine with what it is for the person: `None` for a broken file, or one that cannot take as long as was asked.
type Judged<'a> = (&'a Entry<Routine>, Option<Tailored>);

pub(crate) fn run(arguments: &ListArgs, folders: &[PathBuf]) -> Result<Exit, CliError> {
    let library = files::library(folders);
    let mut whom = whom::of_call(arguments.for_.as_ref(), &library)?;
    if arguments.gentle {
        whom = whom.gentle_everywhere();
    }
    let worries = Worries::of(&library, &whom);
    let judged = judged(arguments, &library, &whom);
    let rows: Vec<JsonRow<'_>> = judged
        .iter()
        .map(|(entry, tailored)| JsonRow::of(entry, tailored.as_ref(), &library, &worries))
        .collect();
    if arguments.json {
        output::exact(&output::json_array(&rows))?;
        return Ok(Exit::Fine);
    }
    if rows.is_empty() {
        output::message(commands::NOTHING_MATCHES);
    }
    for worry in worries::all(&worries) {
        output::mind(&worry);
    }
    let verdicts = match whom.basis {
        RecipientSource::Nothing if worries.is_checked => Vec::new(),
        _ => verdicts(&judged, worries.is_checked),
    };
    output::data(&table::table(&rows, &verdicts))?;
    Ok(Exit::Fine)
}

/// The routines that the filters let through.
fn judged<'a>(arguments: &ListArgs, library: &'a Library, whom: &Recipient) -> Vec<Judged<'a>> {
    let wish = Request {
        minutes: arguments.minutes,
        ..Request::default()
    };
    let admitted = library
        .routines()
        .filter(|entry| filter::admits(&arguments.filter, entry));
    let judged = admitted.map(|entry| {
        let sound = entry.is_sound().then_some(entry);
        let tailored = sound.and_then(|entry| judge(entry, library, whom, &wish).ok());
        (entry, tailored)
    });
    judged
        .filter(|(_, tailored)| wish.minutes.is_none() || tailored.is_some())
        .collect()
}

/// A verdict for each routine, empty for a broken file.
fn verdicts(judged: &[Judged<'_>], is_checked: bool) -> Vec<String> {
    let verdict = |tailored| table::verdict(tailored, is_checked);
    let tailored = judged.iter().map(|(_, tailored)| tailored.as_ref());
    tailored
        .map(|tailored| tailored.map_or_else(String::new, verdict))
        .collect()
}
