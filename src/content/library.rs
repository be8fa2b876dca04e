//! Everything that can be played: bundled files, the person's own, and any further folder, laid over each other.
//!
//! A broken file is an entry like any other: it shows its findings and does not keep the rest from being used.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned;

use crate::content::diagnostic::{Diagnostic, any_error, arrange, render};
use crate::content::exercise::Exercise;
use crate::content::file::{File, Kind, Layer, Origin};
use crate::content::pace::{self, Pace};
use crate::content::resolve;
use crate::content::routine::Routine;
use crate::content::safety::{self, Safety};
use crate::content::sources::{self, Source};

/// A file's content with all that is known about the file.
#[derive(Clone, Debug)]
pub struct Entry<T> {
    /// The file stem: what a routine or an exercise is called by.
    pub id: String,
    /// Where it comes from.
    pub origin: Origin,
    /// As shown to people.
    pub path: String,
    /// What the file says; empty when it cannot be read.
    pub text: Cow<'static, str>,
    /// What was read; complete only when no finding is an error.
    pub value: T,
    /// What is wrong, in order of place.
    pub found: Vec<Diagnostic>,
}

impl<T> Entry<T> {
    fn of(
        origin: Origin,
        file: File,
        decode: impl FnOnce(&str, &str) -> (T, Vec<Diagnostic>),
    ) -> Self {
        let (value, found, text) = match file.text {
            Ok(text) => {
                let (value, found) = decode(&file.id, &text);
                (value, found, text)
            }
            Err(why) => (decode(&file.id, "").0, vec![why], Cow::Borrowed("")),
        };
        Self {
            id: file.id,
            origin,
            path: file.path,
            text,
            value,
            found,
        }
    }

    /// Whether it can be used.
    pub fn is_sound(&self) -> bool {
        !any_error(&self.found)
    }

    /// Its findings as text.
    pub fn report(&self, colour: bool) -> String {
        render(&self.path, &self.text, &self.found, colour)
    }
}

/// The tables that routines and exercises refer to.
#[derive(Clone, Debug, Default)]
pub struct Shared {
    /// By name.
    pub paces: BTreeMap<String, Pace>,
    /// By id.
    pub sources: BTreeMap<String, Source>,
    /// Hazards and conditions.
    pub safety: Safety,
}

/// Everything that can be played, by id.
#[derive(Clone, Debug, Default)]
pub struct Library {
    routines: BTreeMap<String, Entry<Routine>>,
    exercises: BTreeMap<String, Entry<Exercise>>,
    shared: Shared,
    /// Files whose id another file of the same place has already.
    doubled_routines: Vec<Entry<Routine>>,
    /// Routines that another place has another file for.
    shadowed_routines: Vec<Entry<Routine>>,
    /// Exercises doubled in the same way, and broken ones under which a working one lies.
    unused_exercises: Vec<Entry<Exercise>>,
    /// Exercises that another place has another file for.
    shadowed_exercises: Vec<Entry<Exercise>>,
    tables: Vec<Entry<()>>,
}

impl Library {
    /// Lays the layers over each other, later ones over earlier ones, and checks every reference.
    pub fn of(layers: Vec<Layer>) -> Self {
        let mut library = Self::default();
        for layer in layers {
            for file in layer.files {
                library.lay(layer.origin, file);
            }
        }
        library.resolve();
        library
    }

    fn lay(&mut self, origin: Origin, file: File) {
        match file.kind {
            Kind::Routine => self.lay_routine(Entry::of(origin, file, Routine::decode)),
            Kind::Exercise => self.lay_exercise(Entry::of(origin, file, Exercise::decode)),
            Kind::Pace => {
                let paces = self.lay_table(origin, file, pace::decode);
                self.shared.paces.extend(paces.unwrap_or_default());
            }
            Kind::Sources => {
                let sources = self.lay_table(origin, file, sources::decode);
                self.shared.sources.extend(sources.unwrap_or_default());
            }
            Kind::Safety => {
                if let Some(safety) = self.lay_table(origin, file, safety::decode) {
                    self.shared.safety.extend(safety);
                }
            }
        }
    }

    /// Reads a shared table; nothing of one that holds an error is used.
    fn lay_table<T>(
        &mut self,
        origin: Origin,
        file: File,
        decode: fn(&str) -> (T, Vec<Diagnostic>),
    ) -> Option<T> {
        let Entry {
            id,
            origin,
            path,
            text,
            value,
            found,
        } = Entry::of(origin, file, |_, text| decode(text));
        let table = Entry {
            id,
            origin,
            path,
            text,
            value: (),
            found,
        };
        let sound = table.is_sound();
        self.tables.push(table);
        sound.then_some(value)
    }

    fn lay_routine(&mut self, mut entry: Entry<Routine>) {
        match self.routines.get(&entry.id) {
            Some(first) if first.origin == entry.origin => {
                entry.found.push(doubled(&entry.id, &first.path, "plays"));
                self.doubled_routines.push(entry);
            }
            _ => {
                let shadowed = self.routines.insert(entry.id.clone(), entry);
                self.shadowed_routines.extend(shadowed);
            }
        }
    }

    /// A broken exercise never replaces one that works; one that replaces another can add hazards, not remove them.
    fn lay_exercise(&mut self, mut entry: Entry<Exercise>) {
        match self.exercises.get(&entry.id) {
            Some(first) if first.origin == entry.origin => {
                entry.found.push(doubled(&entry.id, &first.path, "is used"));
                self.unused_exercises.push(entry);
                return;
            }
            Some(below) if below.is_sound() && !entry.is_sound() => {
                let note = Diagnostic::warning(format!(
                    "until this is mended, {} is used from {}",
                    entry.id, below.path
                ));
                entry.found.push(note);
                self.unused_exercises.push(entry);
                return;
            }
            Some(below) => {
                let own: Vec<&str> = tags(&entry.value).collect();
                let kept: Vec<&str> = tags(&below.value)
                    .filter(|tag| !own.contains(tag))
                    .collect();
                if !kept.is_empty() {
                    let message = format!("{} keeps its hazards: {}", entry.id, kept.join(", "));
                    let help = format!(
                        "{} has them: yours can add some, not remove any",
                        below.path
                    );
                    entry.found.push(Diagnostic::warning(message).help(help));
                }
                let kept = kept
                    .into_iter()
                    .map(|tag| Spanned::new(0..0, tag.to_owned()));
                entry.value.hazards.extend(kept.collect::<Vec<_>>());
            }
            None => {}
        }
        let shadowed = self.exercises.insert(entry.id.clone(), entry);
        self.shadowed_exercises.extend(shadowed);
    }

    /// Checks what can only be checked when everything is there: references from file to file.
    fn resolve(&mut self) {
        let Self {
            routines,
            exercises,
            shared,
            doubled_routines,
            shadowed_routines,
            unused_exercises,
            shadowed_exercises,
            tables,
        } = self;
        let routine_ids: BTreeSet<String> = routines.keys().cloned().collect();
        for entry in routines
            .values_mut()
            .chain(doubled_routines)
            .chain(shadowed_routines)
        {
            entry.found.extend(resolve::routine(
                &entry.value,
                exercises,
                &routine_ids,
                shared,
            ));
            arrange(&mut entry.found);
        }
        let exercise_ids: BTreeSet<String> = exercises.keys().cloned().collect();
        for entry in exercises
            .values_mut()
            .chain(unused_exercises)
            .chain(shadowed_exercises)
        {
            entry
                .found
                .extend(resolve::exercise(&entry.value, &exercise_ids, shared));
            arrange(&mut entry.found);
        }
        for table in tables {
            arrange(&mut table.found);
        }
    }

    /// The routine that plays under this id, broken or not.
    pub fn routine(&self, id: &str) -> Option<&Entry<Routine>> {
        self.routines.get(id)
    }

    /// All routines, by id, and after each its doubles.
    pub fn routines(&self) -> impl Iterator<Item = &Entry<Routine>> {
        self.routines.values().chain(&self.doubled_routines)
    }

    /// The routines that are laid over by those of another place, so that nobody sees them.
    pub fn shadowed_routines(&self) -> &[Entry<Routine>] {
        &self.shadowed_routines
    }

    /// The exercise of this id, if it can be used.
    pub fn exercise(&self, id: &str) -> Option<&Exercise> {
        self.exercises
            .get(id)
            .filter(|entry| entry.is_sound())
            .map(|entry| &entry.value)
    }

    /// All exercises, by id, and the unused ones.
    pub fn exercises(&self) -> impl Iterator<Item = &Entry<Exercise>> {
        self.exercises.values().chain(&self.unused_exercises)
    }

    /// The exercises that are laid over by those of another place.
    pub fn shadowed_exercises(&self) -> &[Entry<Exercise>] {
        &self.shadowed_exercises
    }

    /// The shared tables.
    pub fn shared(&self) -> &Shared {
        &self.shared
    }

    /// The files of the shared tables, with what is wrong in them.
    pub fn tables(&self) -> &[Entry<()>] {
        &self.tables
    }
}

fn tags(exercise: &Exercise) -> impl Iterator<Item = &str> {
    exercise.hazards.iter().map(|tag| tag.get_ref().as_str())
}

fn doubled(id: &str, first: &str, verb: &str) -> Diagnostic {
    Diagnostic::warning(format!("another file is called {id} too: {first}"))
        .help(format!("that one {verb}; rename one of them"))
}
