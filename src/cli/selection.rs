//! From what was typed to a routine that can be played.

use std::ffi::OsStr;
use std::path::PathBuf;
use std::sync::Arc;

use crate::cli::arguments::Wanted;
use crate::cli::error::CliError;
use crate::cli::findings::Findings;
use crate::cli::named::{self, NamedThing, Typed};
use crate::cli::{output, whom};
use crate::content::entry::Entry;
use crate::content::file::{FileKind, Layer};
use crate::content::library::Library;
use crate::content::routine::Routine;
use crate::content::text::composed::composed;
use crate::edge::store::files::{self, Others, Reading};
use crate::plan::outline::Outline;
use crate::plan::preferences::Preferences;
use crate::plan::tailor::{Refusal, Request, Tailored, tailor};
use crate::plan::whom::Recipient;

/// A routine with the library that it refers to.
pub(crate) struct Selection<'a> {
    pub(crate) library: Arc<Library>,
    pub(crate) id: String,
    typed: &'a Typed,
    folders: &'a [PathBuf],
    /// True if the library holds all routines.
    is_whole: bool,
}

impl<'a> Selection<'a> {
    /// Finds the routine by a path, its id or its title. How a title was understood is printed. The person's other
    /// routines are read only where they matter.
    ///
    /// # Errors
    /// When no one routine is meant.
    pub(crate) fn find(
        typed: &'a Typed,
        folders: &'a [PathBuf],
        others: Others,
    ) -> Result<Self, CliError> {
        let id = match typed {
            Typed::File(path) => files::id_of_file(path),
            Typed::Name(name) => composed(&name.to_string_lossy()).into_owned(),
        };
        let library = Library::of(layers(typed, folders, Reading::Only(&id, others)));
        let mut selection = Self {
            is_whole: false,
            library: Arc::new(library),
            id,
            typed,
            folders,
        };
        if !selection.stands_alone() {
            selection.read_all();
        }
        if let Typed::Name(name) = typed {
            selection.understand(name)?;
        }
        Ok(selection)
    }

    /// Returns whether the routine is there, and no routine that was not read can change anything about it or about the
    /// rules: whatever refers to one of them is in order without it.
    fn stands_alone(&self) -> bool {
        let entry = self.library.routine(&self.id);
        let is_settled = |entry: &Entry<Routine>| {
            let is_settled = entry.found.is_empty() || entry.value.instead.is_empty();
            entry.is_sound() && is_settled && !entry.value.plays_others()
        };
        entry.is_some_and(is_settled) && self.library.tables().all(Entry::is_sound)
    }

    /// Reads all routines.
    fn read_all(&mut self) {
        let layers = layers(self.typed, self.folders, Reading::All);
        self.library = Arc::new(self.library.renewed(layers));
        self.is_whole = true;
    }

    /// Takes a title for the id that it stands for.
    fn understand(&mut self, name: &OsStr) -> Result<(), CliError> {
        if !self.is_whole {
            return Ok(());
        }
        let names = self.library.names_of_routines();
        let named = named::find(name, NamedThing::Routine, &names, |_| false)?;
        if let Some(note) = &named.note {
            output::message(&format!("{note}\n"));
        }
        self.id = named.id;
        Ok(())
    }

    /// Returns whether nothing is left to read.
    pub(crate) fn is_whole(&self) -> bool {
        self.is_whole || !files::has_own(self.folders)
    }

    /// Returns the recipient of the routine, with whether they know it, and want the lower ends of its ranges.
    ///
    /// # Errors
    /// When a word of `--for` is not known.
    pub(crate) fn whom(&self, wanted: &Wanted) -> Result<Recipient, CliError> {
        let mut whom = whom::of_call(wanted.for_.as_ref(), &self.library)?;
        let known = wanted.known || whom.knows(&self.id);
        whom.set_known(&self.id, known);
        let gentle = wanted.gentle || whom.is_gentle_in(&self.id);
        whom.set_gentle(&self.id, gentle);
        Ok(whom)
    }

    /// The entry, whatever is wrong in it.
    ///
    /// # Errors
    /// When the library has none of this id.
    pub(crate) fn entry(&self) -> Result<&Entry<Routine>, CliError> {
        let entry = self.library.routine(&self.id);
        entry.ok_or_else(|| named::missing(NamedThing::Routine, &self.id).into())
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

    /// The routine as it is written, rounds unrolled, whatever is left out for a person.
    ///
    /// # Errors
    /// When something is wrong in its file.
    pub(crate) fn outline(&self) -> Result<Outline, CliError> {
        let entry = self.sound()?;
        Outline::of(
            &self.id,
            &entry.value,
            &self.library,
            Preferences::default(),
        )
        .map_err(|why| CliError::Broken(Findings::in_entry(entry, vec![why])))
    }

    /// The routine adapted to a person, and to the minutes where some were asked for. The rules may let nothing
    /// play: then it says what to play instead, out of all routines.
    ///
    /// # Errors
    /// When the file is broken, or the routine cannot be fitted to the minutes.
    pub(crate) fn tailored(
        &mut self,
        whom: &Recipient,
        minutes: Option<u32>,
    ) -> Result<Tailored, CliError> {
        let tailored = self.tailored_of_read(whom, minutes)?;
        if tailored.timetable.is_some() || self.is_whole() {
            return Ok(tailored);
        }
        self.read_all();
        self.tailored_of_read(whom, minutes)
    }

    fn tailored_of_read(
        &self,
        whom: &Recipient,
        minutes: Option<u32>,
    ) -> Result<Tailored, CliError> {
        let entry = self.sound()?;
        let wish = Request {
            minutes,
            ..Request::default()
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

/// The files of this person, and over them the one that was typed as a path.
fn layers(typed: &Typed, folders: &[PathBuf], reading: Reading<'_>) -> Vec<Layer> {
    let mut layers = files::layers_with(folders, reading);
    if let Typed::File(path) = typed {
        layers.push(files::layer_of(path, FileKind::Routine));
    }
    layers
}
