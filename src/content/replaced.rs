//! An exercise in the place of another one of its id: it can add dangers, not remove any, and a broken one takes none
//! of ours away.

use std::collections::BTreeMap;
use std::sync::Arc;

use toml::Spanned;

use crate::content::diagnostic::Diagnostic;
use crate::content::entry::Entry;
use crate::content::exercise::Exercise;

/// Lets an exercise keep the hazards of the one that it is laid over, and what the rules say of its position.
pub(crate) fn keep_dangers(entry: &mut Entry<Exercise>, below: &Entry<Exercise>) {
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
        let found = Diagnostic::warning(message).help(help);
        entry.found.push(found);
    }
    let kept = kept
        .into_iter()
        .map(|tag| Spanned::new(0..0, tag.to_owned()));
    entry.value.hazards.extend(kept);
    entry.value.known |= below.value.known;
    let (own, ours) = (&entry.value, &below.value);
    let is_other = own.position != ours.position || own.how != ours.how;
    entry.value.altered = is_other || below.value.altered;
    let positions = below.value.replaced_positions.iter().copied();
    let positions = positions
        .chain(below.value.position)
        .filter(|position| Some(*position) != entry.value.position);
    entry.value.replaced_positions = positions.collect();
}

/// Puts the sound exercises back over which broken ones lie, and gives these.
pub(crate) fn fall_back(
    exercises: &mut BTreeMap<String, Arc<Entry<Exercise>>>,
    shadowed: &mut Vec<Arc<Entry<Exercise>>>,
) -> Vec<Arc<Entry<Exercise>>> {
    let mut broken = Vec::new();
    for entry in exercises.values_mut().filter(|entry| !entry.is_sound()) {
        let is_below = |below: &Arc<Entry<Exercise>>| below.id == entry.id && below.is_sound();
        if let Some(at) = shadowed.iter().rposition(is_below) {
            let mut own = std::mem::replace(entry, shadowed.remove(at));
            let own_entry = Arc::make_mut(&mut own);
            own_entry.found.push(until_mended(&entry.id, &entry.path));
            broken.push(own);
        }
    }
    broken
}

/// That another file is used instead of a broken one.
pub(crate) fn until_mended(id: &str, path: &str) -> Diagnostic {
    Diagnostic::warning(format!("until this is mended, {id} is used from {path}"))
}

fn tags(exercise: &Exercise) -> impl Iterator<Item = &str> {
    exercise.hazards.iter().map(|tag| tag.get_ref().as_str())
}
