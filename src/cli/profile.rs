//! `supple profile`: the form on a terminal, else what the file comes to today.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use crate::cli::play::{has_screen, on_screen};
use crate::cli::{PROBLEM, output};
use crate::content::diagnostic::{Diagnostic, any_error};
use crate::content::library::Library;
use crate::content::text::printable;
use crate::edge::clock;
use crate::edge::session::Opening;
use crate::edge::store::{files, profile};
use crate::plan::profile::own::{File, Own};
use crate::plan::whom::Whom;
use crate::plan::worries::Worries;
use crate::tui::app::Start;
use crate::tui::theme::name::ThemeName;

pub(crate) fn run(theme: Option<ThemeName>, folders: Vec<PathBuf>) -> ExitCode {
    let Some(file) = profile::file() else {
        output::message("error: there is no home folder to keep a profile in\n");
        return ExitCode::from(PROBLEM);
    };
    // The conditions may be the person's own as well.
    let library = files::library(&folders);
    if !has_screen() {
        return print(file, &library);
    }
    on_screen(Opening {
        library: Some(Arc::new(library)),
        ..Opening::of(Start::Profile(Box::new(file)), folders, theme)
    })
}

fn print(file: File, library: &Library) -> ExitCode {
    let (safety, today) = (&library.shared().safety, clock::today());
    let path = file.path.clone();
    let exposed: Vec<Diagnostic> = file.exposed.iter().cloned().collect();
    output::findings(&path, "", &exposed);
    // What is wrong with the profile itself is said at length below.
    for worry in Worries::of(library, &Whom::default()).said {
        output::message(&format!("Mind: {}\n", printable(&worry)));
    }
    let Some(own) = Own::of(file, safety, today) else {
        return output::data(&format!(
            "{path}\nThere is no profile yet. In a terminal, `supple profile` asks for it.\n"
        ));
    };
    output::findings(&own.path, &own.text, &own.found);
    let mut lines = vec![path];
    if let Some((_, profile)) = &own.read {
        lines.push(profile.in_words(safety, today));
        lines.extend(profile.wishes_in_words());
    }
    let printed = output::data(&(lines.join("\n") + "\n"));
    if any_error(&own.found) {
        ExitCode::from(PROBLEM)
    } else {
        printed
    }
}
