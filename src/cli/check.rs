//! `supple check`: everything that is wrong with files, all at once.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde::Serialize;

use crate::cli::arguments::{Check, Format};
use crate::cli::{PROBLEM, output};
use crate::content::diagnostic::{Diagnostic, Severity, arrange, line_and_column};
use crate::content::entry::Entry;
use crate::content::file::{Layer, Origin};
use crate::content::library::{Library, Table};
use crate::content::loosened::loosened;
use crate::content::text::clean::Clean;
use crate::edge::store::{files, profile};
use crate::figure::clip::Clip;
use crate::figure::read::base::Bases;
use crate::plan::lower::lower;
use crate::plan::review::review;

/// What was found in one file.
struct Checked {
    path: String,
    text: String,
    found: Vec<Diagnostic>,
}

pub(crate) fn run(arguments: &Check, folders: &[PathBuf]) -> ExitCode {
    let checked = check(&arguments.paths, folders);
    let count = |severity| {
        checked
            .iter()
            .flat_map(|file| &file.found)
            .filter(|found| found.severity == severity)
            .count()
    };
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let printed = match arguments.format {
        Format::Json => output::exact(&as_json(&checked)),
        Format::Human => {
            for file in &checked {
                output::findings(&file.path, &file.text, &file.found);
            }
            output::message(&summary(
                checked.len(),
                errors,
                warnings,
                output::is_watched(),
            ));
            ExitCode::SUCCESS
        }
    };
    if errors > 0 || (arguments.strict && warnings > 0) {
        ExitCode::from(PROBLEM)
    } else {
        printed
    }
}

/// The last line. Somebody who looks on and hears nothing does not know whether all is well or nothing was read; a
/// script does.
fn summary(files: usize, errors: usize, warnings: usize, watched: bool) -> String {
    match (files, errors + warnings) {
        (0, _) => return "there is no routine file to check\n".to_owned(),
        (_, 0) if !watched => return String::new(),
        (1, 0) => return "nothing to mend in 1 file\n".to_owned(),
        (_, 0) => return format!("nothing to mend in {files} files\n"),
        _ => {}
    }
    let counted = |count: usize, what: &str| match count {
        0 => None,
        1 => Some(format!("1 {what}")),
        _ => Some(format!("{count} {what}s")),
    };
    let parts: Vec<String> = [counted(errors, "error"), counted(warnings, "warning")]
        .into_iter()
        .flatten()
        .collect();
    format!("{}\n", parts.join(", "))
}

/// Checks the files and folders named; without any, the person's own, the profile and those of `--routines`.
fn check(paths: &[PathBuf], folders: &[PathBuf]) -> Vec<Checked> {
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
    let bases = Bases::of(&library.shared().figures);
    let mut checked = Vec::new();
    for entry in library
        .routines()
        .chain(library.shadowed_routines())
        .filter(|entry| wanted.contains(&entry.origin))
    {
        let mut found = entry.found.clone();
        if entry.is_sound() {
            match lower(&entry.id, &entry.value, &library) {
                Ok(timetable) => found.extend(review(&entry.value, &timetable, &library)),
                Err(why) => found.push(why),
            }
        }
        checked.push(with_text(entry, found));
    }
    for entry in library
        .exercises()
        .chain(library.shadowed_exercises())
        .filter(|entry| wanted.contains(&entry.origin))
    {
        let mut found = entry.found.clone();
        if let Some(figure) = &entry.value.figure {
            found.extend(Clip::draft(figure, &bases).1);
        }
        checked.push(with_text(entry, found));
    }
    for table in library
        .tables()
        .filter(|table| wanted.contains(&table.origin))
    {
        let mut found = table.found.clone();
        let weaker = loosened(&library, table).into_iter();
        found.extend(weaker.map(|weaker| {
            let message = format!("weaker than the bundled rules: {weaker}");
            Diagnostic::warning(message).help("it counts as you wrote it, and every screen says so")
        }));
        if let Table::Figures(figures) = &table.value {
            found.extend(bases.check(figures));
        }
        checked.push(with_text(table, found));
    }
    let unread = library
        .unread()
        .filter(|folder| wanted.contains(&folder.origin));
    checked.extend(unread.map(|folder| with_text(folder, folder.found.clone())));
    checked.extend(with_profile.then(|| check_profile(&library)).flatten());
    checked.sort_by(|one, other| one.path.cmp(&other.path));
    checked
}

/// The person's profile, if there is one, or something kept beside it that is open to others.
fn check_profile(library: &Library) -> Option<Checked> {
    let file = profile::file()?;
    let (path, exposed) = (file.path.clone(), file.exposed.clone());
    let own = profile::own_of(file, &library.shared().safety);
    if own.is_none() && exposed.is_none() {
        return None;
    }
    let (text, mut found) = own.map_or_else(Default::default, |own| (own.text, own.found));
    found.extend(exposed);
    Some(Checked { path, text, found })
}

/// Whether the path is the person's profile, which is no routine.
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

fn with_text<T>(entry: &Entry<T>, mut found: Vec<Diagnostic>) -> Checked {
    arrange(&mut found);
    Checked {
        path: entry.path.clone(),
        text: entry.text.to_string(),
        found,
    }
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

fn as_json(checked: &[Checked]) -> String {
    let findings: Vec<Finding<'_>> = checked
        .iter()
        .flat_map(|file| {
            file.found.iter().map(|found| {
                let place = found
                    .span
                    .as_ref()
                    .map(|span| line_and_column(&file.text, span.start));
                Finding {
                    path: &file.path,
                    line: place.map(|(line, _)| line).or(found.line),
                    column: place.map(|(_, column)| column),
                    severity: found.severity.as_str(),
                    message: &found.message,
                    help: &found.help,
                }
            })
        })
        .collect();
    output::json_array(&findings)
}
