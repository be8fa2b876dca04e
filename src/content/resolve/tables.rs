//! Lays the shared tables over each other and checks what they refer to.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::content::diagnostic::Diagnostic;
use crate::content::entry::Entry;
use crate::content::file::Origin;
use crate::content::names::KnownNames;
use crate::content::pace::Pace;
use crate::content::resolve::{evidence, safety};
use crate::content::safety::own_rules::RulesFile;
use crate::content::safety::required::taken_away;
use crate::content::safety::rulebook::Safety;
use crate::content::safety::weaker::weaker;
use crate::content::safety::weaker_paces::weaker_paces;
use crate::content::tables::{Shared, Table};

/// Lays the tables over each other and adds to each the findings about its references. A table that holds an error is
/// not used. `exercise` gives the name of an exercise by its id.
pub(crate) fn lay<'a>(
    tables: &mut [Arc<Entry<Table>>],
    known: &KnownNames,
    exercise: impl Fn(&str) -> Option<&'a str>,
) -> Shared {
    let mut shared = Shared::default();
    let mut bundled = Bundled::default();
    for stage in Table::STAGES {
        let of_stage = |table: &&mut Arc<Entry<Table>>| table.value.stage() == stage;
        for table in tables.iter_mut().filter(of_stage) {
            bundled.keep(table, &shared);
            let mut found = faults(&table.value, known, &shared);
            found.extend(bundled.taken_away_by(table));
            Entry::add(table, found);
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
    bundled.report_weaker(&mut shared, exercise);
    shared
}

/// The bundled rules and paces: those laid before the first of a person's own.
#[derive(Default)]
struct Bundled {
    rules: Option<Safety>,
    paces: Option<BTreeMap<String, Pace>>,
}

impl Bundled {
    /// Keeps what is laid so far when a table of a person's own comes over it.
    fn keep(&mut self, table: &Entry<Table>, shared: &Shared) {
        if table.origin == Origin::Bundled {
            return;
        }
        match table.value {
            Table::Safety(_) => {
                self.rules.get_or_insert_with(|| shared.safety.clone());
            }
            Table::Paces(_) => {
                self.paces.get_or_insert_with(|| shared.paces.clone());
            }
            Table::Sources(_) | Table::Evidence(_) | Table::Figures(_) => {}
        }
    }

    /// The findings for what a file of own rules leaves out and must not.
    fn taken_away_by(&self, table: &Entry<Table>) -> Vec<Diagnostic> {
        match (table.own_rules(), &self.rules) {
            (Some(own), Some(ours)) => taken_away(own, &table.text, table.is_sound(), ours),
            _ => Vec::new(),
        }
    }

    /// Adds to the own rules in what they are looser than the bundled ones.
    fn report_weaker<'a>(self, shared: &mut Shared, exercise: impl Fn(&str) -> Option<&'a str>) {
        if let (Some(own), Some(ours)) = (&mut shared.own_rules, self.rules) {
            own.weaker = weaker(&ours, &shared.safety, exercise);
        }
        let Some(ours) = self.paces else {
            return;
        };
        let found = weaker_paces(&shared.safety, &ours, &shared.paces);
        if !found.is_empty() {
            let own = shared.own_rules.get_or_insert_default();
            own.weaker.extend(found);
        }
    }
}

/// The findings for what a table refers to and is not there.
fn faults(table: &Table, known: &KnownNames, shared: &Shared) -> Vec<Diagnostic> {
    match table {
        Table::Paces(_) | Table::Sources(_) | Table::Figures(_) => Vec::new(),
        Table::Safety(rules) => {
            let mut with_own = shared.clone();
            with_own.safety.lay((**rules).clone());
            safety::faults(rules, known, &with_own)
        }
        Table::Evidence(pieces) => pieces
            .iter()
            .flat_map(|(_, piece)| evidence::faults(piece, known, shared))
            .collect(),
    }
}
