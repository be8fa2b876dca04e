//! The intended result of a change. There are more ways to write TOML than anybody thinks of: what counts is what is
//! read of the text afterwards.

use toml::de::{DeTable, DeValue};

use crate::content::edit::alike::is_alike;
use crate::content::edit::path::{Part, Path};
use crate::content::edit::place::{find, find_part};
use crate::content::edit::shape::Shape;
use crate::content::toml::document::Document;

/// The intended value.
pub(crate) enum Meant {
    /// This, as it is written in TOML.
    Value(String),
    /// It is a list with some words and without others.
    Words {
        held: Vec<String>,
        gone: Vec<String>,
    },
    /// It is not there.
    Nothing,
}

/// The intended value of a path.
pub(crate) struct Said {
    path: Path,
    meant: Meant,
}

impl Said {
    pub(crate) fn new(path: &Path, meant: Meant) -> Self {
        Self {
            path: path.clone(),
            meant,
        }
    }

    /// Returns whether a file says what was meant.
    pub(crate) fn is_read_of(&self, document: &Document<'_>, shape: &'static Shape) -> bool {
        let place = find(document, shape, &self.path).ok();
        let found = place.map(|place| place.value.get_ref());
        match &self.meant {
            Meant::Nothing => found.is_none(),
            Meant::Value(value) => {
                let wanted = DeValue::parse(value);
                wanted.is_ok_and(|wanted| found.is_some_and(|it| is_alike(it, wanted.get_ref())))
            }
            Meant::Words { held, gone } => found.and_then(DeValue::as_array).is_some_and(|list| {
                let words = list.iter().filter_map(|item| item.get_ref().as_str());
                let holds = |word: &String| words.clone().any(|found| found == word);
                held.iter().all(holds) && !gone.iter().any(holds)
            }),
        }
    }
}

/// Returns the content of a file without the changed values.
pub(crate) fn rest<'s>(
    document: &Document<'s>,
    shape: &'static Shape,
    changed: &[Said],
) -> DeValue<'s> {
    let mut root = DeValue::Table(document.root().clone());
    for said in changed {
        let parts = said.path.parts();
        let mut depths = (1..=parts.len()).rev();
        let place = depths.find_map(|depth| find_part(document, shape, &parts[..depth]).ok());
        // Whether a table that holds nothing is written says nothing.
        if let Some(place) = place
            && (place.parts.len() == parts.len() || is_empty_table(place.value.get_ref()))
        {
            take(&mut root, &place.parts);
        }
    }
    root
}

fn is_empty_table(value: &DeValue<'_>) -> bool {
    value.as_table().is_some_and(DeTable::is_empty)
}

/// Takes the value of a path out of another. A table that holds nothing then goes with it.
fn take(value: &mut DeValue<'_>, parts: &[Part]) {
    let Some((first, more)) = parts.split_first() else {
        return;
    };
    match (first, value) {
        (Part::Key(key), DeValue::Table(table)) => take_key(table, key, more),
        (Part::Item(item), DeValue::Array(list)) => {
            let Some(item) = list.get_mut(*item) else {
                return;
            };
            if more.is_empty() {
                *item.get_mut() = DeValue::Boolean(false);
            } else {
                take(item.get_mut(), more);
            }
        }
        _ => {}
    }
}

fn take_key(table: &mut DeTable<'_>, key: &str, more: &[Part]) {
    let is_empty = match table.get_mut(key) {
        Some(value) if !more.is_empty() => {
            take(value.get_mut(), more);
            is_empty_table(value.get_ref())
        }
        found => found.is_some(),
    };
    if is_empty {
        table.remove(key);
    }
}
