//! Routines inside routines: whether each can be played where it stands, and what it brings along.

use std::collections::BTreeMap;
use std::sync::Arc;

use toml::Spanned;

use crate::content::diagnostic::Diagnostic;
use crate::content::entry::Entry;
use crate::content::layered::Layered;
use crate::content::names::Names;
use crate::content::round::{Block, NestedRoutine};
use crate::content::routine::{MOST_STEPS, Routine};

/// The most levels of routines inside a routine.
pub(crate) const MOST_LEVELS: usize = 3;

/// The size of a routine with all that plays inside it.
#[derive(Clone, Copy)]
struct Size {
    /// Levels of routines inside it.
    levels: usize,
    /// Steps when all is written out.
    steps: usize,
}

/// The reason why a routine cannot be played inside another one.
enum Trouble {
    /// It plays itself, by way of these.
    Loop(Vec<String>),
    /// It holds routines over more levels than may be, by way of these.
    TooDeep(Vec<String>),
    /// Its file has errors.
    Broken(String),
    /// There is none of this id.
    Unknown,
}

/// Checks every reference to a routine inside a routine, and unites cautions and sources.
pub(crate) fn resolve(routines: &mut Layered<Routine>, names: &Names) {
    let mut sizes = BTreeMap::new();
    let entries = routines.visible().chain(routines.shadowed());
    let results: Vec<_> = entries
        .map(|entry| {
            let found = faults(entry, routines, names, &mut sizes);
            let brought = if found.is_empty() {
                brought(&entry.value, routines, 0)
            } else {
                Brought::default()
            };
            (found, brought)
        })
        .collect();
    for (entry, (found, brought)) in routines.all_mut().zip(results) {
        Entry::add(entry, found);
        if !brought.cautions.is_empty() || !brought.sources.is_empty() {
            let value = &mut Arc::make_mut(entry).value;
            value.cautions.extend(brought.cautions);
            value.sources.extend(brought.sources);
        }
    }
}

fn faults(
    entry: &Entry<Routine>,
    routines: &Layered<Routine>,
    names: &Names,
    sizes: &mut BTreeMap<String, Size>,
) -> Vec<Diagnostic> {
    let nested = entry.value.nested();
    let mut found = Vec::new();
    for routine in &nested {
        let mut way = vec![entry.id.clone()];
        let id = routine.id.get_ref();
        // What cannot be read has its finding.
        if id.is_empty() {
            continue;
        }
        if let Err(trouble) = size_of(id, routines, &mut way, sizes) {
            found.push(diagnostic(&trouble, routine, names));
        }
    }
    if found.is_empty() && !nested.is_empty() {
        let mut way = vec![entry.id.clone()];
        let steps = size_in(&entry.value, routines, &mut way, sizes).map_or(0, |size| size.steps);
        if steps > MOST_STEPS {
            let message = format!("more than {MOST_STEPS} steps with the routines inside it");
            let found_here = Diagnostic::error(message).at(nested[0].span.clone());
            found.push(found_here.help("repeat less, or make two routines of it"));
        }
    }
    found
}

fn diagnostic(trouble: &Trouble, routine: &NestedRoutine, names: &Names) -> Diagnostic {
    let at = routine.id.span();
    match trouble {
        Trouble::Loop(way) => {
            let message = format!("this routine plays itself: {}", way.join(" -> "));
            let help = "delete one of these steps, or write out the steps that are meant";
            Diagnostic::error(message).at(at).help(help)
        }
        Trouble::TooDeep(way) => {
            let message = format!(
                "routines lie in routines over more than {MOST_LEVELS} levels: {}",
                way.join(" -> ")
            );
            let help = "write out the steps of one of them";
            Diagnostic::error(message).at(at).help(help)
        }
        Trouble::Broken(path) => {
            let message = format!("the routine \"{}\" cannot be used", routine.id.get_ref());
            let help = format!("fix {path} first (see `supple check`)");
            Diagnostic::error(message).at(at).help(help)
        }
        Trouble::Unknown => names
            .unknown("routine", &routine.id)
            .or_help("`supple list` shows them all"),
    }
}

/// The size of the routine of an id; `way` holds the ids that lead to it.
fn size_of(
    id: &str,
    routines: &Layered<Routine>,
    way: &mut Vec<String>,
    sizes: &mut BTreeMap<String, Size>,
) -> Result<Size, Trouble> {
    let is_loop = way.iter().any(|before| before == id);
    way.push(id.to_owned());
    if is_loop {
        return Err(Trouble::Loop(way.clone()));
    }
    // The first of the way is not inside anything.
    if way.len() > MOST_LEVELS + 1 {
        return Err(Trouble::TooDeep(way.clone()));
    }
    let size = if let Some(&size) = sizes.get(id) {
        size
    } else {
        let entry = routines.get(id).ok_or(Trouble::Unknown)?;
        if !entry.is_sound() {
            return Err(Trouble::Broken(entry.path.clone()));
        }
        size_in(&entry.value, routines, way, sizes)?
    };
    if way.len() + size.levels > MOST_LEVELS + 1 {
        return Err(Trouble::TooDeep(way.clone()));
    }
    sizes.insert(id.to_owned(), size);
    way.pop();
    Ok(size)
}

fn size_in(
    routine: &Routine,
    routines: &Layered<Routine>,
    way: &mut Vec<String>,
    sizes: &mut BTreeMap<String, Size>,
) -> Result<Size, Trouble> {
    let mut size = size_of_blocks(&routine.blocks, routines, way, sizes)?;
    if routine.between.is_some() {
        size.steps = size.steps.saturating_add(routine.blocks.len());
    }
    Ok(size)
}

fn size_of_blocks(
    blocks: &[Block],
    routines: &Layered<Routine>,
    way: &mut Vec<String>,
    sizes: &mut BTreeMap<String, Size>,
) -> Result<Size, Trouble> {
    let mut all = Size {
        levels: 0,
        steps: 0,
    };
    for block in blocks {
        let one = match block {
            Block::Step(_) => Size {
                levels: 0,
                steps: 1,
            },
            Block::Round(round) => {
                let once = size_of_blocks(&round.blocks, routines, way, sizes)?;
                Size {
                    steps: once.steps.saturating_mul(round.passes()),
                    ..once
                }
            }
            Block::Routine(nested) => {
                let inner = size_of(nested.id.get_ref(), routines, way, sizes)?;
                Size {
                    levels: inner.levels + 1,
                    ..inner
                }
            }
        };
        all.levels = all.levels.max(one.levels);
        all.steps = all.steps.saturating_add(one.steps);
    }
    Ok(all)
}

/// The cautions and sources of routines inside a routine that it has not itself.
#[derive(Default)]
struct Brought {
    cautions: Vec<String>,
    sources: Vec<Spanned<String>>,
}

fn brought(routine: &Routine, routines: &Layered<Routine>, level: usize) -> Brought {
    let mut brought = Brought::default();
    let mut seen: Vec<&str> = Vec::new();
    for nested in routine.nested() {
        let id = nested.id.get_ref().as_str();
        let Some(entry) = routines.get(id).filter(|_| level < MOST_LEVELS) else {
            continue;
        };
        if seen.contains(&id) {
            continue;
        }
        seen.push(id);
        let inner = self::brought(&entry.value, routines, level + 1);
        let cautions = entry.value.cautions.iter().chain(&inner.cautions);
        for caution in cautions {
            if !routine.cautions.contains(caution) && !brought.cautions.contains(caution) {
                brought.cautions.push(caution.clone());
            }
        }
        for source in entry.value.sources.iter().chain(&inner.sources) {
            let is_same = |known: &Spanned<String>| known.get_ref() == source.get_ref();
            if !routine.sources.iter().chain(&brought.sources).any(is_same) {
                let place = nested.id.span();
                brought
                    .sources
                    .push(Spanned::new(place, source.get_ref().clone()));
            }
        }
    }
    brought
}
