//! Everything that can be played: bundled files, the person's own, and any further folder, laid over each other.
//!
//! A broken file is an entry like any other: it shows its findings and does not keep the rest from being used.

use std::sync::Arc;

use crate::content::entry::Entry;
use crate::content::exercise::Exercise;
use crate::content::file::{File, FileKind, Layer, Origin};
use crate::content::layered::{Layered, Overlay, Rule};
use crate::content::names::{KnownNames, Names};
use crate::content::replaced::OVER_EXERCISE;
use crate::content::resolve;
use crate::content::routine::Routine;
use crate::content::tables::{Read, Shared, Table};

/// A routine of any later place covers one of an earlier.
const OVER_ROUTINE: Rule<Routine> = Rule {
    verb: "is played",
    over: |_, _| Overlay::Current,
};

/// Everything that can be played, by id.
#[derive(Clone, Debug, Default)]
pub struct Library {
    routines: Layered<Routine>,
    exercises: Layered<Exercise>,
    shared: Shared,
    /// The files of the shared tables, in the order in which they were laid.
    tables: Vec<Arc<Entry<Table>>>,
    /// Folders that could not be read.
    unread: Vec<Entry<()>>,
}

impl Library {
    /// Lays the layers over each other, later ones over earlier ones, and checks every reference.
    pub fn of(layers: Vec<Layer>) -> Self {
        Self::default().renewed(layers)
    }

    /// As [`Library::of`], but files without findings that are bundled, and routines of the same text, are taken from
    /// this library: they are not decoded again, and both libraries share one copy.
    #[must_use]
    pub fn renewed(&self, layers: Vec<Layer>) -> Self {
        let mut library = Self::default();
        for layer in layers {
            for file in layer.files {
                library.lay(layer.origin, file, self);
            }
        }
        library.resolve();
        library
    }

    /// The part that can be shown before everything is read: routines, exercises, paces, rules and figures, with no
    /// reference checked. For files that are known to be sound.
    pub fn at_first_sight(layer: Layer) -> Self {
        let (nothing, mut library) = (Self::default(), Self::default());
        let wanted = |file: &File| !matches!(file.kind, FileKind::Sources | FileKind::Evidence);
        for file in layer.files.into_iter().filter(wanted) {
            library.lay(layer.origin, file, &nothing);
        }
        for table in &library.tables {
            library.shared.lay(table.value.clone());
        }
        library
    }

    /// Lays a file over what is there. It is taken from `before` if that has read it already.
    fn lay(&mut self, origin: Origin, file: File, before: &Self) {
        match file.kind {
            FileKind::Routine => {
                let known = before.routines.unchanged(origin, &file);
                // One that plays others has taken over their cautions, which may be others now.
                let known = known.filter(|entry| entry.value.nested().is_empty());
                let entry = known.unwrap_or_else(|| read_routine(origin, file));
                self.routines.lay(entry, &OVER_ROUTINE);
            }
            FileKind::Exercise => {
                // One of a person's own has taken over dangers from those below it, which may be others now.
                let bundled = (origin == Origin::Bundled).then_some(&before.exercises);
                let known = bundled.and_then(|known| known.unchanged(origin, &file));
                let entry = known.unwrap_or_else(|| read_exercise(origin, file));
                self.exercises.lay(entry, &OVER_EXERCISE);
            }
            FileKind::Pace => self.lay_table(origin, file, before, Table::paces),
            FileKind::Sources => self.lay_table(origin, file, before, Table::sources),
            FileKind::Safety => self.lay_table(origin, file, before, Table::safety),
            FileKind::Evidence => self.lay_table(origin, file, before, Table::evidence),
            FileKind::Figures => self.lay_table(origin, file, before, Table::figures),
            FileKind::Folder => {
                let nothing = |_: &str, _: &str| ((), Vec::new());
                self.unread.push(Entry::of(origin, file, nothing));
            }
        }
    }

    fn lay_table(&mut self, origin: Origin, file: File, before: &Self, decode: fn(&str) -> Read) {
        let mut tables = before.tables.iter();
        let known = tables.find(|table| table.is_unchanged(origin, &file));
        let read = || Arc::new(Entry::of(origin, file, |_, text| decode(text)));
        self.tables.push(known.cloned().unwrap_or_else(read));
    }

    /// Lays the tables, then puts ids in place of names and checks every reference.
    fn resolve(&mut self) {
        let mut known = KnownNames {
            routines: self.names_of_routines(),
            exercises: self.names_of_exercises(),
            conditions: Names::default(),
        };
        let Self {
            routines,
            exercises,
            shared,
            tables,
            ..
        } = self;
        let name = |id: &str| exercises.get(id).map(|entry| entry.value.name.as_str());
        *shared = resolve::tables::lay(tables, &known, name);
        known.conditions = Names::of_conditions(&shared.safety);
        for entry in exercises.all_mut() {
            resolve::exercise::resolve(entry, &known, shared);
        }
        // An error in a person's own exercise keeps no bundled routine from being played.
        exercises.fall_back();
        // The one that is used instead has names of its own.
        known.exercises = Names::of_exercises(exercises);
        for entry in routines.all_mut() {
            resolve::routine::resolve(entry, exercises, &known, shared);
        }
        resolve::nested::resolve(routines, &known.routines);
    }

    /// The routine that plays under this id, broken or not.
    pub fn routine(&self, id: &str) -> Option<&Entry<Routine>> {
        self.routines.get(id)
    }

    /// All routines, by id, and after them those whose id another file of their place has.
    pub fn routines(&self) -> impl Iterator<Item = &Entry<Routine>> {
        self.routines.visible()
    }

    /// The ids and titles of the routines.
    pub(crate) fn names_of_routines(&self) -> Names {
        Names::of_routines(&self.routines)
    }

    /// The ids and names of the exercises.
    pub(crate) fn names_of_exercises(&self) -> Names {
        Names::of_exercises(&self.exercises)
    }

    /// The routines that a routine of another place covers, so that they are not listed.
    pub(crate) fn shadowed_routines(&self) -> impl Iterator<Item = &Entry<Routine>> {
        self.routines.shadowed()
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
        self.exercises.visible()
    }

    /// The exercises that an exercise of another place covers.
    pub(crate) fn shadowed_exercises(&self) -> impl Iterator<Item = &Entry<Exercise>> {
        self.exercises.shadowed()
    }

    /// The shared tables.
    pub fn shared(&self) -> &Shared {
        &self.shared
    }

    /// The person's files of rules of which nothing is used, because they hold errors.
    pub fn rules_not_in_force(&self) -> impl Iterator<Item = &Entry<Table>> {
        let own = |table: &&Entry<Table>| table.own_rules().is_some() && !table.is_sound();
        self.tables().filter(own)
    }

    /// Broken exercises for which those below them are used: hazards that only the broken ones name are missing.
    pub fn exercises_not_in_force(&self) -> impl Iterator<Item = &Entry<Exercise>> {
        self.exercises.unused().filter(|entry| {
            let used = self.exercises.get(&entry.id);
            !entry.is_sound() && used.is_some_and(|used| used.origin != entry.origin)
        })
    }

    /// Folders, or parts of them, that could not be read, and why: rules and routines in them are missing.
    pub fn unread(&self) -> impl Iterator<Item = &Entry<()>> {
        self.unread.iter()
    }

    /// The files of the shared tables, with their findings.
    pub fn tables(&self) -> impl Iterator<Item = &Entry<Table>> {
        self.tables.iter().map(Arc::as_ref)
    }
}

fn read_routine(origin: Origin, file: File) -> Arc<Entry<Routine>> {
    let mut entry = Entry::of(origin, file, Routine::decode);
    entry.value.ours = origin == Origin::Bundled;
    Arc::new(entry)
}

fn read_exercise(origin: Origin, file: File) -> Arc<Entry<Exercise>> {
    let mut entry = Entry::of(origin, file, Exercise::decode);
    entry.value.known |= origin == Origin::Bundled;
    Arc::new(entry)
}
