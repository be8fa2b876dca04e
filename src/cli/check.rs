//! `supple check`: everything that is wrong with files, all at once.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::cli::arguments::{Check, Format};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::findings::Findings;
use crate::cli::output;
use crate::content::diagnostic::{Diagnostic, Severity, arrange, line_and_column};
use crate::content::entry::Entry;
use crate::content::exercise::Exercise;
use crate::content::file::{Layer, Origin};
use crate::content::library::Library;
use crate::content::loosened::loosened;
use crate::content::routine::Routine;
use crate::content::tables::Table;
use crate::content::text::clean::Clean;
use crate::edge::store::{files, profile};
use crate::figure::clip::Clip;
use crate::figure::read::base::Bases;
use crate::plan::lower::lower;
use crate::plan::review::review;
use crate::words::en::commands;

pub(crate) fn run(arguments: &Check, folders: &[PathBuf]) -> Result<Exit, CliError> {
    let files = check(&arguments.paths, folders);
    let count = |severity| {
        let found = files.iter().flat_map(|file| &file.found);
        found.filter(|found| found.severity == severity).count()
    };
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    match arguments.format {
        Format::Json => output::exact(&as_json(&files))?,
        Format::Human => {
            for file in &files {
                output::findings(&file.path, &file.text, &file.found);
            }
            let is_watched = output::is_watched();
            output::message(&summary(files.len(), errors, warnings, is_watched));
        }
    }
    Ok(if errors > 0 || (arguments.strict && warnings > 0) {
        Exit::Problem
    } else {
        Exit::Fine
    })
}

/// The last line. Somebody who looks on and hears nothing does not know whether all is well or nothing was read; a
/// script does.
fn summary(files: usize, errors: usize, warnings: usize, watched: bool) -> String {
    match (files, errors + warnings) {
        (0, _) => commands::NOTHING_TO_CHECK.to_owned(),
        (_, 0) if !watched => String::new(),
        (_, 0) => commands::no_problems(files),
        _ => commands::problems(errors, warnings),
    }
}

/// Checks the files and folders named; without any, the person's own, the profile and those of `--routines`. In order of
/// their paths.
fn check(paths: &[PathBuf], folders: &[PathBuf]) -> Vec<Findings> {
    let mut layers = files::layers(folders);
    let mut wanted: Vec<Origin> = Vec::new();
    if paths.is_empty() {
        wanted.push(Origin::Own);
        wanted.extend((0..folders.len()).map(Origin::Folder));
    }
    let (profiles, paths): (Vec<&PathBuf>, Vec<&PathBuf>) =
        paths.iter().partition(|path| is_profile(path));
    let with_profile = !profiles.is_empty() || wanted.contains(&Origin::Own);
    for (index, path) in paths.into_iter().enumerate() {
        let origin = Origin::Folder(folders.len() + index);
        wanted.push(origin);
        layers.push(named(path, origin));
    }
    let library = Library::of(layers);
    let mut files = check_library(&library, &wanted);
    files.extend(with_profile.then(|| check_profile(&library)).flatten());
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

/// Checks what comes from these places.
fn check_library(library: &Library, wanted: &[Origin]) -> Vec<Findings> {
    let bases = Bases::of(&library.shared().figures);
    let is_wanted = |origin: Origin| wanted.contains(&origin);
    let routines = library.routines().chain(library.shadowed_routines());
    let exercises = library.exercises().chain(library.shadowed_exercises());
    let mut files = Vec::new();
    for entry in routines.filter(|entry| is_wanted(entry.origin)) {
        files.push(arranged(entry, in_routine(entry, library)));
    }
    for entry in exercises.filter(|entry| is_wanted(entry.origin)) {
        files.push(arranged(entry, in_exercise(entry, &bases)));
    }
    for table in library.tables().filter(|table| is_wanted(table.origin)) {
        files.push(arranged(table, in_table(table, library, &bases)));
    }
    for folder in library.unread().filter(|folder| is_wanted(folder.origin)) {
        files.push(arranged(folder, folder.found.clone()));
    }
    files
}

fn in_routine(entry: &Entry<Routine>, library: &Library) -> Vec<Diagnostic> {
    let mut found = entry.found.clone();
    if entry.is_sound() {
        match lower(&entry.id, &entry.value, library) {
            Ok(timetable) => found.extend(review(&entry.value, &timetable, library)),
            Err(why) => found.push(why),
        }
    }
    found
}

fn in_exercise(entry: &Entry<Exercise>, bases: &Bases) -> Vec<Diagnostic> {
    let mut found = entry.found.clone();
    if let Some(figure) = &entry.value.figure {
        found.extend(Clip::draft(figure, bases).1);
    }
    found
}

fn in_table(table: &Entry<Table>, library: &Library, bases: &Bases) -> Vec<Diagnostic> {
    let mut found = table.found.clone();
    found.extend(loosened(library, table).into_iter().map(|weaker| {
        Diagnostic::warning(commands::weaker(&weaker.to_string())).help(commands::WEAKER_COUNTS)
    }));
    if let Table::Figures(figures) = &table.value {
        found.extend(bases.check(figures));
    }
    found
}

/// The person's profile, if there is one, or something kept beside it that is open to others.
fn check_profile(library: &Library) -> Option<Findings> {
    let file = profile::file()?;
    let (path, exposed) = (file.path.clone(), file.exposed.clone());
    let own = profile::own_of(file, &library.shared().safety);
    if own.is_none() && exposed.is_none() {
        return None;
    }
    let (text, mut found) = own.map_or_else(Default::default, |own| (own.text, own.found));
    found.extend(exposed);
    Some(Findings { path, text, found })
}

/// Returns whether the path is the person's profile, which is no routine.
fn is_profile(path: &Path) -> bool {
    let own = profile::path().and_then(|own| own.canonicalize().ok());
    own.is_some_and(|own| path.canonicalize().is_ok_and(|path| path == own))
}

fn named(path: &Path, origin: Origin) -> Layer {
    if path.is_dir() {
        let mut layer = files::folder(path, origin);
        for file in &mut layer.files {
            file.path = file
                .path
                .strip_prefix("./")
                .unwrap_or(&file.path)
                .to_owned();
        }
        return layer;
    }
    Layer {
        origin,
        files: vec![files::named(path)],
    }
}

fn arranged<T>(entry: &Entry<T>, mut found: Vec<Diagnostic>) -> Findings {
    arrange(&mut found);
    Findings::in_entry(entry, found)
}

/// One finding of `--format json`. The names are a promise to other programs.
#[derive(Serialize)]
struct Finding<'a> {
    path: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    severity: &'static str,
    message: &'a str,
    help: &'a [Clean],
}

fn as_json(files: &[Findings]) -> String {
    let findings = files.iter().flat_map(|file| {
        let found = file.found.iter();
        found.map(|found| finding(file, found))
    });
    output::json_array(&findings.collect::<Vec<_>>())
}

fn finding<'a>(file: &'a Findings, found: &'a Diagnostic) -> Finding<'a> {
    let span = found.span.as_ref();
    let place = span.map(|span| line_and_column(&file.text, span.start));
    Finding {
        path: &file.path,
        line: place.map(|(line, _)| line).or(found.line),
        column: place.map(|(_, column)| column),
        severity: found.severity.as_str(),
        message: &found.message,
        help: &found.help,
    }
}
