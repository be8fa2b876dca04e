//! References of an exercise.

use std::sync::Arc;

use crate::content::diagnostic::Diagnostic;
use crate::content::entry::Entry;
use crate::content::exercise::Exercise;
use crate::content::names::{KnownNames, Names};
use crate::content::resolve::by_name::{in_exercise, understood};
use crate::content::resolve::references::{
    check_condition, check_exercise, check_hazards, check_sources,
};
use crate::content::safety::rule::Subject;
use crate::content::tables::Shared;
use crate::content::vocabulary::{Position, Word as _};

/// Puts ids in place of names in an exercise, checks what it refers to, and adds the findings to it.
pub(crate) fn resolve(entry: &mut Arc<Entry<Exercise>>, known: &KnownNames, shared: &Shared) {
    let names = ("exercise", &known.exercises);
    let mut found = understood(entry, names, |exercise| in_exercise(exercise, known));
    found.extend(faults(&entry.value, &known.exercises, shared));
    Entry::add(entry, found);
}

fn faults(exercise: &Exercise, known: &Names, shared: &Shared) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let others = exercise.easier.iter().chain(&exercise.harder);
    for id in others.chain(exercise.substitutes.iter().map(|(_, id)| id)) {
        check_exercise(id, known, &mut found);
    }
    for (condition, _) in &exercise.substitutes {
        check_condition(condition, shared, &mut found);
    }
    check_hazards(&exercise.hazards, shared, &mut found);
    check_sources(&exercise.sources, shared, &mut found);
    found.extend(rules_that_stay(exercise, shared));
    found
}

/// The positions of replaced exercises whose rules hold for this one too.
fn rules_that_stay(exercise: &Exercise, shared: &Shared) -> impl Iterator<Item = Diagnostic> {
    let rules = &shared.safety.rules;
    let has_rule = |position: &&Position| {
        let subject = Subject::Position(**position);
        rules.iter().any(|rule| rule.subject == subject)
    };
    let positions = exercise.replaced_positions.iter().filter(has_rule);
    positions.map(|position| {
        let message = format!("the rules for {} still apply here", position.as_str());
        Diagnostic::warning(message).help(
            "the exercise that it replaces is done this way: your file can add rules but not remove them",
        )
    })
}
