//! From what was typed to a routine that can be played.

use std::path::PathBuf;
use std::sync::Arc;

use crate::cli::arguments::Wanted;
use crate::cli::error::CliError;
use crate::cli::findings::Findings;
use crate::cli::named::{self, Thing, Typed};
use crate::cli::{output, whom};
use crate::content::entry::Entry;
use crate::content::library::Library;
use crate::content::routine::Routine;
use crate::edge::store::files;
use crate::plan::tailor::{Refusal, Tailored, Wish, tailor};
use crate::plan::whom::Whom;

/// A routine with the library that it refers to.
pub(crate) struct Selection {
    pub(crate) library: Arc<Library>,
    pub(crate) id: String,
}

impl Selection {
    /// Finds the routine by a path, its id or its title. How a title was understood is printed.
    ///
    /// # Errors
    /// When no one routine is meant.
    pub(crate) fn find(typed: &Typed, folders: &[PathBuf]) -> Result<Self, CliError> {
        let layers = files::layers(folders);
        let name = match typed {
            Typed::File(path) => {
                let layer = named::layer(path, Thing::Routine);
                let (library, id) = named::with_file(layers, layer);
                return Ok(Self {
                    library: Arc::new(library),
                    id,
                });
            }
            Typed::Name(name) => name,
        };
        let library = Library::of(layers);
        let names = library.names_of_routines();
        let named = named::find(name, Thing::Routine, &names, |_| false)?;
        if let Some(note) = &named.note {
            output::message(&format!("{note}\n"));
        }
        Ok(Self {
            library: Arc::new(library),
            id: named.id,
        })
    }

    /// For whom the routine is wanted, and whether they know it.
    ///
    /// # Errors
    /// When a word of `--for` is not known.
    pub(crate) fn whom(&self, wanted: &Wanted) -> Result<Whom, CliError> {
        let mut whom = whom::of_call(wanted.for_.as_ref(), &self.library)?;
        let known = wanted.known || whom.knows(&self.id);
        whom.set_known(&self.id, known);
        Ok(whom)
    }

    /// The entry, whatever is wrong in it.
    ///
    /// # Errors
    /// When the library has none of this id.
    pub(crate) fn entry(&self) -> Result<&Entry<Routine>, CliError> {
        let entry = self.library.routine(&self.id);
        entry.ok_or_else(|| named::missing(Thing::Routine, &self.id).into())
    }

    /// The entry when its file could be read, whatever is wrong in it.
    ///
    /// # Errors
    /// When the file could not be read.
    pub(crate) fn read(&self) -> Result<&Entry<Routine>, CliError> {
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
    /// When something is wrong in its file.
    pub(crate) fn sound(&self) -> Result<&Entry<Routine>, CliError> {
        let entry = self.entry()?;
        if entry.is_sound() {
            return Ok(entry);
        }
        let found = entry.found.clone();
        Err(CliError::Broken(Findings::in_entry(entry, found)))
    }

    /// The routine adapted to a person, and to the minutes where some were asked for. The rules may let nothing
    /// play: then it says what to play instead.
    ///
    /// # Errors
    /// When the file is broken, or the routine cannot be fitted to the minutes.
    pub(crate) fn tailored(&self, whom: &Whom, minutes: Option<u32>) -> Result<Tailored, CliError> {
        let entry = self.sound()?;
        let wish = Wish {
            minutes,
            ..Wish::default()
        };
        tailor(entry, &self.library, whom, &wish).map_err(|refusal| match refusal {
            Refusal::Unsound(why) => CliError::Broken(Findings::in_entry(entry, vec![why])),
            Refusal::NoFit { why, limits } => CliError::NoFit {
                id: self.id.clone(),
                minutes: minutes.unwrap_or_default(),
                why,
                limits,
            },
        })
    }
}
