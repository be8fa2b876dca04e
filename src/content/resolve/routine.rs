//! References of a routine, and the doses that only an exercise can supply.

use std::sync::Arc;

use toml::Spanned;

use crate::content::diagnostic::Diagnostic;
use crate::content::entry::Entry;
use crate::content::exercise::Exercise;
use crate::content::layered::Layered;
use crate::content::names::{KnownNames, Names};
use crate::content::resolve::by_name::{in_routine, understood};
use crate::content::resolve::doses::dose_fault;
use crate::content::resolve::references::{
    check_condition, check_exercise, check_hazards, check_pace, check_sources,
};
use crate::content::routine::Routine;
use crate::content::step::{Step, StepSubject};
use crate::content::tables::Shared;

/// Puts ids in place of names in a routine, checks what it refers to, and adds the findings to it.
pub(crate) fn resolve(
    entry: &mut Arc<Entry<Routine>>,
    exercises: &Layered<Exercise>,
    known: &KnownNames,
    shared: &Shared,
) {
    let names = ("routine", &known.routines);
    let mut found = understood(entry, names, |routine| {
        in_routine(routine, exercises, known)
    });
    found.extend(faults(&entry.value, exercises, known, shared));
    Entry::add(entry, found);
}

fn faults(
    routine: &Routine,
    exercises: &Layered<Exercise>,
    known: &KnownNames,
    shared: &Shared,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if let Some(pace) = &routine.pace {
        check_pace(pace, shared, &mut found);
    }
    for step in routine.steps() {
        for id in step.easier.iter().chain(&step.harder) {
            check_exercise(id, &known.exercises, &mut found);
        }
        check_hazards(&step.hazards, shared, &mut found);
        match exercise_of(step, exercises, &known.exercises) {
            Ok(exercise) => found.extend(dose_fault(step, routine, exercise)),
            Err(missing) => found.push(missing),
        }
    }
    check_sources(&routine.sources, shared, &mut found);
    for condition in &routine.made_for {
        check_condition(condition, shared, &mut found);
    }
    for (condition, other) in &routine.instead {
        check_condition(condition, shared, &mut found);
        if !known.routines.contains(other.get_ref()) {
            let unknown = known.routines.unknown("routine", other);
            found.push(unknown.or_help("`supple list` shows them all"));
        }
    }
    found
}

/// The exercise of a step, `None` for an inline one. Fails with the finding when there is none that can be used.
fn exercise_of<'a>(
    step: &Step,
    exercises: &'a Layered<Exercise>,
    known: &Names,
) -> Result<Option<&'a Exercise>, Diagnostic> {
    let StepSubject::Exercise(id) = &step.subject else {
        return Ok(None);
    };
    let Some(entry) = exercises.get(id.get_ref()) else {
        let help = "write name = \"...\" instead, and how = [\"...\"] with the instructions";
        return Err(known.unknown("exercise", id).or_help(help));
    };
    if !entry.is_sound() {
        return Err(broken(id, &entry.path));
    }
    Ok(Some(&entry.value))
}

fn broken(id: &Spanned<String>, path: &str) -> Diagnostic {
    let message = format!("the exercise \"{}\" cannot be used", id.get_ref());
    let help = format!("fix {path} first (see `supple check`)");
    Diagnostic::error(message).at(id.span()).help(help)
}
