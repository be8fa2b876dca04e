//! Everything that can be played: bundled files, the person's own, and any further folder, laid over each other.
//!
//! A broken file is an entry like any other: it shows its findings and does not keep the rest from being used.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::content::diagnostic::{Diagnostic, arrange};
use crate::content::entry::Entry;
use crate::content::evidence::{self, Evidence};
use crate::content::exercise::Exercise;
use crate::content::figures::{self, Written};
use crate::content::file::{File, Kind, Layer, Origin};
use crate::content::names::{Known, Names};
use crate::content::pace::{self, Pace};
use crate::content::replaced::{fall_back, keep_dangers, until_mended};
use crate::content::routine::Routine;
use crate::content::safety::own_rules::{OwnRules, RulesFile};
use crate::content::safety::rulebook::Safety;
use crate::content::sources::{self, Source};
use crate::content::{resolve, resolve_tables, safety};

impl Entry<Table> {
    /// The rules of a file that is not a bundled one.
    fn own_rules(&self) -> Option<&Safety> {
        match &self.value {
            Table::Safety(rules) if self.origin != Origin::Bundled => Some(rules),
            _ => None,
        }
    }
}

/// The tables that routines and exercises refer to.
#[derive(Clone, Debug, Default)]
pub struct Shared {
    /// By name.
    pub(crate) paces: BTreeMap<String, Pace>,
    /// By id.
    pub(crate) sources: BTreeMap<String, Source>,
    /// Hazards, conditions and the rules over them.
    pub safety: Safety,
    /// What rules of one's own do to the bundled ones; `None` without such a file.
    pub own_rules: Option<OwnRules>,
    /// By id, in order of the file.
    pub evidence: Vec<(String, Evidence)>,
    /// The files of postures that figures start from, later ones over earlier ones.
    pub figures: Vec<Written>,
}

impl Shared {
    pub(crate) fn lay(&mut self, table: Table) {
        match table {
            Table::Paces(paces) => self.paces.extend(paces),
            Table::Sources(sources) => self.sources.extend(sources),
            Table::Safety(safety) => self.safety.lay(*safety),
            Table::Figures(bases) => self.figures.push(bases),
            Table::Evidence(evidence) => {
                self.evidence
                    .retain(|(id, _)| !evidence.iter().any(|(own, _)| own == id));
                self.evidence.extend(evidence);
            }
        }
    }
}

/// What a shared table holds.
#[derive(Clone, Debug)]
pub enum Table {
    /// `pace.toml`
    Paces(BTreeMap<String, Pace>),
    /// `sources.toml`
    Sources(BTreeMap<String, Source>),
    /// `safety.toml`
    Safety(Box<Safety>),
    /// `evidence.toml`
    Evidence(Vec<(String, Evidence)>),
    /// `figures.toml`
    Figures(Written),
}

impl Table {
    /// What refers to others comes after what it refers to.
    const fn stage(&self) -> u8 {
        match self {
            Self::Paces(_) | Self::Sources(_) | Self::Figures(_) => 0,
            Self::Safety(_) => 1,
            Self::Evidence(_) => 2,
        }
    }
}

/// Everything that can be played, by id.
#[derive(Clone, Debug, Default)]
pub struct Library {
    routines: BTreeMap<String, Arc<Entry<Routine>>>,
    exercises: BTreeMap<String, Arc<Entry<Exercise>>>,
    shared: Shared,
    /// Files whose id another file of the same place has already.
    doubled_routines: Vec<Arc<Entry<Routine>>>,
    /// Routines that another place has another file for.
    shadowed_routines: Vec<Arc<Entry<Routine>>>,
    /// Exercises doubled in the same way, and broken ones under which a working one lies.
    unused_exercises: Vec<Arc<Entry<Exercise>>>,
    /// Exercises that another place has another file for.
    shadowed_exercises: Vec<Arc<Entry<Exercise>>>,
    tables: Vec<Arc<Entry<Table>>>,
    /// Folders that could not be read.
    unread: Vec<Entry<()>>,
}

impl Library {
    /// Lays the layers over each other, later ones over earlier ones, and checks every reference.
    pub fn of(layers: Vec<Layer>) -> Self {
        Self::default().renewed(layers)
    }

    /// What [`Library::of`] makes of these layers. Bundled files that are in this library, and with which nothing is
    /// wrong, are taken from it: they are not read again, and are in the memory once.
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

    /// What can be shown before everything is read: routines, exercises, paces, the rules and figures, with nothing
    /// checked that refers to the other tables. For files that are known to be sound.
    pub fn at_first_sight(layer: Layer) -> Self {
        let (nothing, mut library) = (Self::default(), Self::default());
        let wanted = |file: &File| !matches!(file.kind, Kind::Sources | Kind::Evidence);
        for file in layer.files.into_iter().filter(wanted) {
            library.lay(layer.origin, file, &nothing);
        }
        for table in &library.tables {
            library.shared.lay(table.value.clone());
        }
        library
    }

    /// Lays a file over what is there, unless `before` has read it already.
    fn lay(&mut self, origin: Origin, file: File, before: &Self) {
        match file.kind {
            Kind::Routine => {
                let current = before.routines.get(&file.id).into_iter();
                let known = current.chain(&before.shadowed_routines);
                let known = unchanged(origin, &file, known);
                let read = || {
                    let mut entry = Entry::of(origin, file, Routine::decode);
                    entry.value.ours = origin == Origin::Bundled;
                    Arc::new(entry)
                };
                self.lay_routine(known.unwrap_or_else(read));
            }
            Kind::Exercise => {
                let current = before.exercises.get(&file.id).into_iter();
                let known = current.chain(&before.shadowed_exercises);
                let known = unchanged(origin, &file, known);
                let read = || {
                    let mut entry = Entry::of(origin, file, Exercise::decode);
                    entry.value.known |= origin == Origin::Bundled;
                    Arc::new(entry)
                };
                self.lay_exercise(known.unwrap_or_else(read));
            }
            Kind::Pace => self.lay_table(origin, file, before, |text| {
                let (paces, found) = pace::decode(text);
                (Table::Paces(paces), found)
            }),
            Kind::Sources => self.lay_table(origin, file, before, |text| {
                let (sources, found) = sources::decode(text);
                (Table::Sources(sources), found)
            }),
            Kind::Safety => self.lay_table(origin, file, before, |text| {
                let (safety, found) = safety::decode::decode(text);
                (Table::Safety(Box::new(safety)), found)
            }),
            Kind::Evidence => self.lay_table(origin, file, before, |text| {
                let (evidence, found) = evidence::decode(text);
                (Table::Evidence(evidence), found)
            }),
            Kind::Figures => self.lay_table(origin, file, before, |text| {
                let (bases, found) = figures::decode::decode(text);
                (Table::Figures(bases), found)
            }),
            Kind::Folder => {
                let nothing = |_: &str, _: &str| ((), Vec::new());
                self.unread.push(Entry::of(origin, file, nothing));
            }
        }
    }

    fn lay_table(
        &mut self,
        origin: Origin,
        file: File,
        before: &Self,
        decode: fn(&str) -> (Table, Vec<Diagnostic>),
    ) {
        let known = unchanged(origin, &file, before.tables.iter());
        let read = || Arc::new(Entry::of(origin, file, |_, text| decode(text)));
        self.tables.push(known.unwrap_or_else(read));
    }

    fn lay_routine(&mut self, mut entry: Arc<Entry<Routine>>) {
        match self.routines.get(&entry.id) {
            Some(first) if first.origin == entry.origin => {
                let found = doubled(&entry.id, &first.path, "plays");
                Arc::make_mut(&mut entry).found.push(found);
                self.doubled_routines.push(entry);
            }
            _ => {
                let shadowed = self.routines.insert(entry.id.clone(), entry);
                self.shadowed_routines.extend(shadowed);
            }
        }
    }

    /// A broken exercise never replaces one that works; one that replaces another can add hazards, not remove them,
    /// nor what the rules say of its position.
    fn lay_exercise(&mut self, mut entry: Arc<Entry<Exercise>>) {
        if let Some(below) = self.exercises.get(&entry.id) {
            let own = Arc::make_mut(&mut entry);
            if below.origin == own.origin {
                let found = doubled(&own.id, &below.path, "is used");
                own.found.push(found);
                self.unused_exercises.push(entry);
                return;
            }
            if below.is_sound() && !own.is_sound() {
                own.found.push(until_mended(&own.id, &below.path));
                self.unused_exercises.push(entry);
                return;
            }
            keep_dangers(own, below);
        }
        let shadowed = self.exercises.insert(entry.id.clone(), entry);
        self.shadowed_exercises.extend(shadowed);
    }

    /// Checks what can only be checked when everything is there: references from file to file.
    fn resolve(&mut self) {
        let mut known = Known {
            routines: self.names_of_routines(),
            exercises: self.names_of_exercises(),
            conditions: Names::default(),
        };
        self.resolve_tables(&known);
        known.conditions = Names::of_conditions(&self.shared.safety);
        let Self {
            routines,
            exercises,
            shared,
            doubled_routines,
            shadowed_routines,
            unused_exercises,
            shadowed_exercises,
            ..
        } = self;
        for entry in exercises
            .values_mut()
            .chain(unused_exercises.iter_mut())
            .chain(shadowed_exercises.iter_mut())
        {
            let names = ("exercise", &known.exercises);
            let understand = |value: &mut Exercise| resolve::name_in_exercise(value, &known);
            let mut found = resolve::understood(entry, names, understand);
            found.extend(resolve::exercise(&entry.value, &known.exercises, shared));
            add(found, entry);
        }
        // What is wrong with one's own exercise keeps no routine of ours from being played.
        unused_exercises.extend(fall_back(exercises, shadowed_exercises));
        // What is used instead has its own names.
        known.exercises = Names::of_exercises(exercises);
        for entry in routines
            .values_mut()
            .chain(doubled_routines)
            .chain(shadowed_routines)
        {
            let mut found = resolve::understood(entry, ("routine", &known.routines), |value| {
                resolve::name_in_routine(value, exercises, &known)
            });
            found.extend(resolve::routine(&entry.value, exercises, &known, shared));
            add(found, entry);
        }
    }

    /// Lays the tables over each other. Nothing of one that holds an error is used.
    fn resolve_tables(&mut self, known: &Known) {
        let Self {
            shared,
            tables,
            exercises,
            ..
        } = self;
        let mut bundled = None;
        let mut paces = None;
        for stage in 0..=2 {
            for table in tables
                .iter_mut()
                .filter(|table| table.value.stage() == stage)
            {
                let mut found = resolve_tables::table(&table.value, known, shared);
                if let Some(own) = table.own_rules() {
                    // What stands before the first file of one's own is what is bundled.
                    let ours = bundled.get_or_insert_with(|| shared.safety.clone());
                    found.extend(safety::required::taken_away(
                        own,
                        &table.text,
                        table.is_sound(),
                        ours,
                    ));
                }
                if matches!(table.value, Table::Paces(_)) && table.origin != Origin::Bundled {
                    paces.get_or_insert_with(|| shared.paces.clone());
                }
                add(found, table);
                if table.own_rules().is_some() {
                    let own = shared.own_rules.get_or_insert_default();
                    own.files.push(RulesFile {
                        path: table.path.clone(),
                        in_force: table.is_sound(),
                    });
                }
                if table.is_sound() {
                    shared.lay(table.value.clone());
                }
            }
        }
        if let (Some(own), Some(ours)) = (&mut shared.own_rules, bundled) {
            let name = |id: &str| exercises.get(id).map(|entry| entry.value.name.as_str());
            own.weaker = safety::weaker::weaker(&ours, &shared.safety, name);
        }
        if let Some(ours) = paces {
            let found = safety::weaker_paces::weaker_paces(&shared.safety, &ours, &shared.paces);
            if !found.is_empty() {
                shared
                    .own_rules
                    .get_or_insert_default()
                    .weaker
                    .extend(found);
            }
        }
    }

    /// The routine that plays under this id, broken or not.
    pub fn routine(&self, id: &str) -> Option<&Entry<Routine>> {
        self.routines.get(id).map(Arc::as_ref)
    }

    /// All routines, by id, and after each its doubles.
    pub fn routines(&self) -> impl Iterator<Item = &Entry<Routine>> {
        let all = self.routines.values().chain(&self.doubled_routines);
        all.map(Arc::as_ref)
    }

    /// The ids and titles of the routines.
    pub(crate) fn names_of_routines(&self) -> Names {
        Names::of_routines(&self.routines)
    }

    /// The ids and names of the exercises.
    pub(crate) fn names_of_exercises(&self) -> Names {
        Names::of_exercises(&self.exercises)
    }

    /// The routines that are laid over by those of another place, so that nobody sees them.
    pub(crate) fn shadowed_routines(&self) -> impl Iterator<Item = &Entry<Routine>> {
        self.shadowed_routines.iter().map(Arc::as_ref)
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
        let all = self.exercises.values().chain(&self.unused_exercises);
        all.map(Arc::as_ref)
    }

    /// The exercises that are laid over by those of another place.
    pub(crate) fn shadowed_exercises(&self) -> impl Iterator<Item = &Entry<Exercise>> {
        self.shadowed_exercises.iter().map(Arc::as_ref)
    }

    /// The shared tables.
    pub fn shared(&self) -> &Shared {
        &self.shared
    }

    /// The files with rules of one's own of which nothing is used, because they hold errors.
    pub fn rules_not_in_force(&self) -> impl Iterator<Item = &Entry<Table>> {
        let own = |table: &&Entry<Table>| table.own_rules().is_some() && !table.is_sound();
        self.tables().filter(own)
    }

    /// Exercises that are broken, so that those below them are used: what they say more of dangers is missing.
    pub fn exercises_not_in_force(&self) -> impl Iterator<Item = &Entry<Exercise>> {
        let unused = self.unused_exercises.iter().map(Arc::as_ref);
        unused.filter(|entry| {
            let used = self.exercises.get(&entry.id);
            !entry.is_sound() && used.is_some_and(|used| used.origin != entry.origin)
        })
    }

    /// Folders, or parts of them, that could not be read, and why: rules and routines in them are missing.
    pub fn unread(&self) -> impl Iterator<Item = &Entry<()>> {
        self.unread.iter()
    }

    /// The files of the shared tables, with what is wrong in them.
    pub fn tables(&self) -> impl Iterator<Item = &Entry<Table>> {
        self.tables.iter().map(Arc::as_ref)
    }
}

/// The entry of a file, if it is a bundled one and nothing is wrong with it.
fn unchanged<'a, T: 'a>(
    origin: Origin,
    file: &File,
    mut entries: impl Iterator<Item = &'a Arc<Entry<T>>>,
) -> Option<Arc<Entry<T>>> {
    let same = |entry: &&Arc<Entry<T>>| {
        entry.origin == Origin::Bundled && entry.path == file.path && entry.found.is_empty()
    };
    let is_bundled = origin == Origin::Bundled;
    is_bundled.then(|| entries.find(same).cloned()).flatten()
}

/// Adds findings to an entry, which stays one with that of another library as long as there is nothing to add.
fn add<T: Clone>(found: Vec<Diagnostic>, entry: &mut Arc<Entry<T>>) {
    if !(found.is_empty() && entry.found.is_empty()) {
        let entry = Arc::make_mut(entry);
        entry.found.extend(found);
        arrange(&mut entry.found);
    }
}

fn doubled(id: &str, first: &str, verb: &str) -> Diagnostic {
    Diagnostic::warning(format!("another file is called {id} too: {first}"))
        .help(format!("that one {verb}; rename one of them"))
}
