//! `supple profile`: the form on a terminal, else what the file comes to today.

use std::path::PathBuf;
use std::sync::Arc;

use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::{output, screen};
use crate::content::diagnostic::{Diagnostic, any_error};
use crate::content::library::Library;
use crate::edge::clock;
use crate::edge::session::SessionOpening;
use crate::edge::store::{files, profile};
use crate::plan::profile::own::{Own, ProfileFile};
use crate::plan::whom::Recipient;
use crate::plan::worries::Worries;
use crate::tui::app::Start;
use crate::tui::theme::name::ThemeName;
use crate::words::en::{commands, profile as words, worries};

pub(crate) fn run(theme: Option<ThemeName>, folders: Vec<PathBuf>) -> Result<Exit, CliError> {
    let file = profile::file().ok_or(CliError::NoHome)?;
    // The conditions may be the person's own as well.
    let library = files::library(&folders);
    if !screen::is_there() {
        return print(file, &library);
    }
    screen::run(SessionOpening {
        library: Some(Arc::new(library)),
        is_whole: true,
        ..SessionOpening::of(Start::Profile(Box::new(file)), folders, theme)
    })
}

fn print(file: ProfileFile, library: &Library) -> Result<Exit, CliError> {
    let (safety, today) = (&library.shared().safety, clock::today());
    let path = file.path.clone();
    let exposed: Vec<Diagnostic> = file.exposed.iter().cloned().collect();
    output::findings(&path, "", &exposed);
    // What is wrong with the profile itself is said at length below.
    for worry in worries::all(&Worries::of(library, &Recipient::default())) {
        output::mind(&worry);
    }
    let Some(own) = Own::of(file, safety, today) else {
        output::data(&commands::no_profile(&path))?;
        return Ok(Exit::Fine);
    };
    output::findings(&own.path, &own.text, &own.found);
    let mut lines = vec![path];
    if let Some((_, profile)) = &own.read {
        lines.push(words::summary(profile, safety, today));
        lines.extend(words::wishes(profile));
    }
    output::data(&(lines.join("\n") + "\n"))?;
    Ok(if any_error(&own.found) {
        Exit::Problem
    } else {
        Exit::Fine
    })
}
