//! An exercise in the place of another one of its id: it can add dangers, not remove any, and a broken one takes none
//! of ours away.

use std::sync::Arc;

use toml::Spanned;

use crate::content::diagnostic::Diagnostic;
use crate::content::entry::Entry;
use crate::content::exercise::Exercise;
use crate::content::layered::{Overlay, Rule, until_fixed};

/// A broken exercise never covers a sound one; one that covers another keeps its dangers.
pub(crate) const OVER_EXERCISE: Rule<Exercise> = Rule {
    verb: "is used",
    over: |entry, below| {
        let own = Arc::make_mut(entry);
        if below.is_sound() && !own.is_sound() {
            own.found.push(until_fixed(below));
            return Overlay::Unused;
        }
        keep_dangers(own, below);
        Overlay::Current
    },
};

/// Lets an exercise keep the hazards of the one that it is laid over, and the rules for its position.
fn keep_dangers(entry: &mut Entry<Exercise>, below: &Entry<Exercise>) {
    let own: Vec<&str> = tags(&entry.value).collect();
    let kept: Vec<&str> = tags(&below.value)
        .filter(|tag| !own.contains(tag))
        .collect();
    if !kept.is_empty() {
        let message = format!("{} keeps its hazards: {}", entry.id, kept.join(", "));
        let help = format!(
            "{} has them: your file can add hazards but not remove them",
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

fn tags(exercise: &Exercise) -> impl Iterator<Item = &str> {
    exercise.hazards.iter().map(|tag| tag.get_ref().as_str())
}
