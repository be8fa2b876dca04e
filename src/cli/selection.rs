//! From what was typed to a routine that can be played.

use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use crate::cli::{PROBLEM, USAGE, named, output};
use crate::content::diagnostic::any_error;
use crate::content::duration::written;
use crate::content::entry::Entry;
use crate::content::file::Kind;
use crate::content::library::Library;
use crate::content::routine::Routine;
use crate::content::text::printable;
use crate::edge::store::files;
use crate::plan::fit::NoFit;
use crate::plan::tailor::{Refusal, Tailored, Wish, tailor};
use crate::plan::whom::Whom;

/// The folders named with `--routines`, each of which must be there.
///
/// # Errors
/// The exit code, after saying which is not.
pub(crate) fn folders(named: &[PathBuf]) -> Result<Vec<PathBuf>, ExitCode> {
    for folder in named {
        if !folder.is_dir() {
            let path = folder.display().to_string();
            let why = files::folder_trouble(folder).unwrap_or_default();
            output::message(&format!("error: --routines {}: {why}\n", printable(&path)));
            return Err(ExitCode::from(USAGE));
        }
    }
    Ok(named.to_vec())
}

/// A routine with the library that it refers to.
pub(crate) struct Selection {
    pub(crate) library: Arc<Library>,
    pub(crate) id: String,
}

impl Selection {
    /// Finds the routine by a path, its id or its title.
    ///
    /// # Errors
    /// The exit code, after saying what there is instead.
    pub(crate) fn find(typed: &OsStr, folders: &[PathBuf]) -> Result<Self, ExitCode> {
        let layers = files::layers(folders);
        if let Some(file) = named::file(typed, Kind::Routine) {
            let (library, id) = named::with_file(layers, file);
            let library = Arc::new(library);
            return Ok(Self { library, id });
        }
        let library = Library::of(layers);
        let names = library.names_of_routines();
        let id = named::id(
            typed,
            "routine",
            &names,
            |_| None,
            "`supple list` shows them all",
        )?;
        let library = Arc::new(library);
        Ok(Self { library, id })
    }

    pub(crate) fn entry(&self) -> Result<&Entry<Routine>, ExitCode> {
        self.library.routine(&self.id).ok_or(ExitCode::from(USAGE))
    }

    /// The entry when its file could be read, whatever is wrong in it.
    ///
    /// # Errors
    /// The exit code, after printing why it could not.
    pub(crate) fn read(&self) -> Result<&Entry<Routine>, ExitCode> {
        let entry = self.entry()?;
        if entry.text.is_empty() {
            self.sound()
        } else {
            Ok(entry)
        }
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
        output::findings(&entry.path, &entry.text, &entry.found);
        Err(ExitCode::from(PROBLEM))
    }

    /// The routine made to measure for a person, and for so many minutes where that was asked. The rules may let nothing
    /// play: then it says what to play instead.
    ///
    /// # Errors
    /// The exit code, after printing what is wrong.
    pub(crate) fn tailored(&self, whom: &Whom, minutes: Option<u32>) -> Result<Tailored, ExitCode> {
        let entry = self.sound()?;
        let wish = Wish {
            minutes,
            ..Wish::default()
        };
        tailor(entry, &self.library, whom, &wish)
            .map_err(|refusal| self.refused(entry, &wish, refusal))
    }

    /// Prints why nothing could be made of the routine.
    pub(crate) fn refused(
        &self,
        entry: &Entry<Routine>,
        wish: &Wish,
        refusal: Refusal,
    ) -> ExitCode {
        match refusal {
            Refusal::Unsound(why) => {
                let mut entry = entry.clone();
                entry.found = vec![why];
                debug_assert!(any_error(&entry.found));
                output::findings(&entry.path, &entry.text, &entry.found);
            }
            Refusal::NoFit { why, limits } => {
                let minutes = wish.minutes.unwrap_or_default();
                output::message(&no_fit(&self.id, minutes, why, limits));
            }
        }
        ExitCode::from(PROBLEM)
    }
}

/// Why a routine cannot be made so long, and how long it can be made.
fn no_fit(id: &str, minutes: u32, why: NoFit, (shortest, longest): (Duration, Duration)) -> String {
    let plural = if minutes == 1 { "" } else { "s" };
    let id = printable(id);
    if longest.is_zero() {
        return format!("error: {id} in {minutes} minute{plural}: nothing in it is timed\n");
    }
    let (shortest, longest) = (written(shortest), written(longest));
    format!(
        "error: {id} in {minutes} minute{plural}: {why}\nhelp: it can be fitted to {shortest} to {longest}\n"
    )
}
