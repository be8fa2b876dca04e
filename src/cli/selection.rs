//! From what was typed to a routine that can be played.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use crate::cli::{PROBLEM, USAGE, output};
use crate::content::diagnostic::any_error;
use crate::content::duration::written;
use crate::content::file::{Kind, Layer, Origin};
use crate::content::library::{Entry, Library};
use crate::content::routine::Routine;
use crate::content::text::{did_you_mean, printable};
use crate::edge::files;
use crate::plan::fit::{Change, Fitted, NoFit, fit, limits};
use crate::plan::lower::lay_out;
use crate::plan::outline::Outline;
use crate::plan::timetable::Timetable;

/// The folders named with `--routines`, each of which must be there.
///
/// # Errors
/// The exit code, after saying which is not.
pub(crate) fn folders(named: &[PathBuf]) -> Result<Vec<PathBuf>, ExitCode> {
    for folder in named {
        if !folder.is_dir() {
            let path = folder.display().to_string();
            output::message(&format!(
                "error: --routines {}: there is no such folder\n",
                printable(&path)
            ));
            return Err(ExitCode::from(USAGE));
        }
    }
    Ok(named.to_vec())
}

/// A routine with the library that it refers to.
pub(crate) struct Selection {
    pub(crate) library: Library,
    pub(crate) id: String,
}

impl Selection {
    /// Finds the routine: a path when it holds `/` or ends in `.toml`, else an id.
    ///
    /// # Errors
    /// The exit code, after saying what there is instead.
    pub(crate) fn find(typed: &str, folders: &[PathBuf]) -> Result<Self, ExitCode> {
        let mut layers = files::layers(folders);
        if typed.contains('/') || typed.ends_with(".toml") {
            let mut file = files::named(Path::new(typed));
            file.kind = Kind::Routine;
            let id = file.id.clone();
            layers.push(Layer {
                origin: Origin::Path,
                files: vec![file],
            });
            return Ok(Self {
                library: Library::of(layers),
                id,
            });
        }
        let library = Library::of(layers);
        if library.routine(typed).is_some() {
            return Ok(Self {
                library,
                id: typed.to_owned(),
            });
        }
        let ids: Vec<&str> = library.routines().map(|entry| entry.id.as_str()).collect();
        let mut message = format!("error: there is no routine \"{}\"\n", printable(typed));
        message += &match did_you_mean(typed, ids.iter().copied()) {
            Some(meant) => format!("help: did you mean {meant}?\n"),
            None if Path::new(typed).exists() => {
                format!("help: for the file, write ./{}\n", printable(typed))
            }
            None => "help: `supple list` shows them all\n".to_owned(),
        };
        output::message(&message);
        Err(ExitCode::from(USAGE))
    }

    pub(crate) fn entry(&self) -> Result<&Entry<Routine>, ExitCode> {
        self.library.routine(&self.id).ok_or(ExitCode::from(USAGE))
    }

    /// The entry when it can be played.
    ///
    /// # Errors
    /// The exit code, after printing what is wrong.
    pub(crate) fn sound(&self) -> Result<&Entry<Routine>, ExitCode> {
        let entry = self.entry()?;
        if entry.is_sound() {
            return Ok(entry);
        }
        output::message(&entry.report(output::colour()));
        Err(ExitCode::from(PROBLEM))
    }

    /// The timetable of the routine, fitted to so many minutes where that was asked, and what that changed.
    ///
    /// # Errors
    /// The exit code, after printing what is wrong.
    pub(crate) fn timetable(
        &self,
        minutes: Option<u32>,
    ) -> Result<(Timetable, Vec<Change>), ExitCode> {
        let entry = self.sound()?;
        let unsound = |why| {
            let mut entry = entry.clone();
            entry.found = vec![why];
            debug_assert!(any_error(&entry.found));
            output::message(&entry.report(output::colour()));
            ExitCode::from(PROBLEM)
        };
        let outline = Outline::of(&entry.id, &entry.value, &self.library).map_err(unsound)?;
        let fitted = match minutes {
            None => Fitted {
                outline,
                changes: Vec::new(),
            },
            Some(minutes) => fit(&outline, Duration::from_secs(60) * minutes)
                .map_err(|why| no_fit(&outline, minutes, why))?,
        };
        let timetable = lay_out(&fitted.outline).map_err(unsound)?;
        Ok((timetable, fitted.changes))
    }
}

/// Says why a routine cannot be made so long, and how long it can be made.
fn no_fit(outline: &Outline, minutes: u32, why: NoFit) -> ExitCode {
    let (shortest, longest) = limits(outline);
    let plural = if minutes == 1 { "" } else { "s" };
    let mut message = format!("error: {} in {minutes} minute{plural}: ", outline.id);
    if longest.is_zero() {
        message += "nothing in it is timed\n";
    } else {
        let (shortest, longest) = (written(shortest), written(longest));
        message += &format!("{why}\nhelp: it can be fitted to {shortest} to {longest}\n");
    }
    output::message(&message);
    ExitCode::from(PROBLEM)
}
