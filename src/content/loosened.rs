//! Finds the file that makes rules or times looser than the bundled ones.

use crate::content::entry::Entry;
use crate::content::file::Origin;
use crate::content::library::Library;
use crate::content::safety::weaker::{Weaker, weaker};
use crate::content::safety::weaker_paces::weaker_paces;
use crate::content::tables::{Shared, Table};

/// The rules and times that a file makes looser by itself and that are still looser with all files together.
pub(crate) fn loosened(library: &Library, table: &Entry<Table>) -> Vec<Weaker> {
    let Some(own_rules) = &library.shared().own_rules else {
        return Vec::new();
    };
    if table.origin == Origin::Bundled || !table.is_sound() {
        return Vec::new();
    }
    let mut ours = Shared::default();
    let bundled = library.tables();
    for table in bundled.filter(|table| table.origin == Origin::Bundled) {
        if matches!(table.value, Table::Safety(_) | Table::Paces(_)) {
            ours.lay(table.value.clone());
        }
    }
    let name = |id: &str| library.exercise(id).map(|exercise| exercise.name.as_str());
    let mut found = match &table.value {
        Table::Safety(rules) => {
            let mut alone = ours.safety.clone();
            alone.lay((**rules).clone());
            weaker(&ours.safety, &alone, name)
        }
        Table::Paces(paces) => weaker_paces(&ours.safety, &ours.paces, paces),
        Table::Sources(_) | Table::Evidence(_) | Table::Figures(_) => Vec::new(),
    };
    found.retain(|weaker| own_rules.weaker.contains(weaker));
    found
}
