//! Puts ids in place of names. People write the names of exercises, routines and conditions; bundled files write ids.

use std::sync::Arc;

use toml::Spanned;

use crate::content::diagnostic::Diagnostic;
use crate::content::entry::Entry;
use crate::content::exercise::Exercise;
use crate::content::file::Origin;
use crate::content::layered::Layered;
use crate::content::names::{KnownNames, Meant, Names};
use crate::content::resolve::namesake::keep_dangers_of_namesake;
use crate::content::routine::Routine;
use crate::content::step::StepSubject;

/// Lets `understand` put ids in place of the names in an entry that is not bundled, and reports another entry of the
/// same name. `what` is the kind of entry: `routine`.
pub(crate) fn understood<T: Clone>(
    entry: &mut Arc<Entry<T>>,
    (what, names): (&str, &Names),
    understand: impl FnOnce(&mut T) -> Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    if entry.origin == Origin::Bundled {
        return Vec::new();
    }
    let mut found = in_place(entry, understand);
    if let Some((name, other)) = names.namesake(&entry.id) {
        let message = format!("the {what} {other} is also called \"{name}\"");
        let help = "rename this one: the name does not say which is meant";
        found.push(Diagnostic::warning(message).help(help));
    }
    found
}

/// Lets `understand` change an entry. One that another library has as well stays shared where nothing is found: then
/// nothing was changed.
fn in_place<T: Clone>(
    entry: &mut Arc<Entry<T>>,
    understand: impl FnOnce(&mut T) -> Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    if let Some(entry) = Arc::get_mut(entry) {
        return understand(&mut entry.value);
    }
    let mut value = entry.value.clone();
    let found = understand(&mut value);
    if !found.is_empty() {
        Arc::make_mut(entry).value = value;
    }
    found
}

/// Puts ids in place of the names in a routine that only one thing has, and notes each.
pub(crate) fn in_routine(
    routine: &mut Routine,
    exercises: &Layered<Exercise>,
    known: &KnownNames,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for step in routine.steps_mut() {
        found.extend(keep_dangers_of_namesake(step, exercises, &known.exercises));
        let subject = match &mut step.subject {
            StepSubject::Exercise(id) => Some(id),
            StepSubject::Inline(_) => None,
        };
        let ids = subject
            .into_iter()
            .chain(&mut step.easier)
            .chain(&mut step.harder);
        found.extend(ids.filter_map(|id| known.exercises.understand(id)));
    }
    let instead = routine.instead.iter_mut();
    found.extend(instead.filter_map(|(_, id)| known.routines.understand(id)));
    let nested = routine.nested_mut().into_iter();
    found.extend(nested.filter_map(|nested| known.routines.understand(&mut nested.id)));
    let instead = routine.instead.iter_mut().map(|(condition, _)| condition);
    conditions(instead, &known.conditions, &mut found);
    conditions(routine.made_for.iter_mut(), &known.conditions, &mut found);
    found
}

/// Puts ids in place of the names in an exercise that only one thing has, and notes each.
pub(crate) fn in_exercise(exercise: &mut Exercise, known: &KnownNames) -> Vec<Diagnostic> {
    let substitutes = exercise.substitutes.iter_mut().map(|(_, id)| id);
    let ids = exercise.easier.iter_mut().chain(&mut exercise.harder);
    let mut found: Vec<Diagnostic> = ids
        .chain(substitutes)
        .filter_map(|id| known.exercises.understand(id))
        .collect();
    let substitutes = exercise.substitutes.iter_mut();
    let for_whom = substitutes.map(|(condition, _)| condition);
    conditions(for_whom, &known.conditions, &mut found);
    found
}

/// Puts the ids of `safety.toml` in place of proper names, and notes each. Other names of a condition are not enough:
/// they lead somebody who has something to the strictest rules, and may say more than the id (`pregnant`). Where the id
/// stands beside the name, the name stays, and is unknown: one of the two would be passed over.
fn conditions<'a>(
    written: impl Iterator<Item = &'a mut Spanned<String>>,
    known: &Names,
    found: &mut Vec<Diagnostic>,
) {
    let mut written: Vec<&mut Spanned<String>> = written.collect();
    for at in 0..written.len() {
        let Meant::Name(id) = known.meaning(written[at].get_ref()) else {
            continue;
        };
        if written.iter().all(|other| other.get_ref() != id) {
            found.extend(known.understand(written[at]));
        }
    }
}
