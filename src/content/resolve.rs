//! References from file to file: exercises, hazards, conditions, sources, paces, and doses that only the exercise
//! can supply.

use std::collections::BTreeMap;
use std::sync::Arc;

use toml::Spanned;

use crate::content::diagnostic::Diagnostic;
use crate::content::dose;
use crate::content::entry::Entry;
use crate::content::exercise::Exercise;
use crate::content::file::Origin;
use crate::content::library::Shared;
use crate::content::names::{Known, Meant, Names};
use crate::content::routine::Routine;
use crate::content::safety::rule;
use crate::content::sources;
use crate::content::step::{Step, Subject};
use crate::content::toml::fields::{unknown_id, unknown_word};
use crate::content::vocabulary::{Position, Word as _};

/// For what may be left out.
const NO_EXERCISE: &str = "name an exercise of the library, or delete this";

/// What is understood in an entry that is not bundled, and what has its name too; bundled ones say ids.
pub(crate) fn understood<T: Clone>(
    entry: &mut Arc<Entry<T>>,
    (what, names): (&str, &Names),
    understand: impl FnOnce(&mut T) -> Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    if entry.origin == Origin::Bundled {
        return Vec::new();
    }
    let mut found = understand(&mut Arc::make_mut(entry).value);
    if let Some((name, other)) = names.namesake(&entry.id) {
        let message = format!("the {what} {other} is called \"{name}\" too");
        let help = "rename this one: by that name, nobody can say which of them is meant";
        found.push(Diagnostic::warning(message).help(help));
    }
    found
}

/// Puts ids in place of the names in a routine that only one thing has, and says which.
pub(crate) fn name_in_routine(
    routine: &mut Routine,
    exercises: &BTreeMap<String, Arc<Entry<Exercise>>>,
    known: &Known,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for step in routine.steps_mut() {
        found.extend(called_like_an_exercise(step, exercises, &known.exercises));
        let subject = match &mut step.subject {
            Subject::Exercise(id) => Some(id),
            Subject::Inline(_) => None,
        };
        let ids = subject
            .into_iter()
            .chain(&mut step.easier)
            .chain(&mut step.harder);
        found.extend(ids.filter_map(|id| known.exercises.understand(id)));
    }
    let instead = routine.instead.iter_mut();
    found.extend(instead.filter_map(|(_, id)| known.routines.understand(id)));
    let instead = routine.instead.iter_mut().map(|(condition, _)| condition);
    name_conditions(instead, &known.conditions, &mut found);
    name_conditions(routine.made_for.iter_mut(), &known.conditions, &mut found);
    found
}

/// A step of one's own that is called like an exercise may be that exercise: what the rules say of its hazards and its
/// position holds for the step too, which can add some, not remove any.
fn called_like_an_exercise(
    step: &mut Step,
    exercises: &BTreeMap<String, Arc<Entry<Exercise>>>,
    known: &Names,
) -> Option<Diagnostic> {
    let Subject::Inline(name) = &step.subject else {
        return None;
    };
    let (ids, is) = match known.meaning(name) {
        Meant::Id => (vec![known.id(name)?], "is an exercise".to_owned()),
        Meant::Name(id) => (vec![id], format!("is the exercise {id}")),
        Meant::Several(ids) => {
            let is = format!("may be one of the exercises {}", ids.join(", "));
            (ids, is)
        }
        Meant::Nothing => return None,
    };
    let message = format!("\"{name}\" {is}, but only its name is used");
    let help = match &ids[..] {
        [id] => format!("write exercise = \"{id}\" instead of name"),
        _ => "write exercise = and its id instead of name".to_owned(),
    };
    let mut found = Diagnostic::warning(message)
        .at(step.span.clone())
        .help(help);
    let meant: Vec<&Exercise> = ids
        .iter()
        .filter_map(|id| exercises.get(*id))
        .filter(|entry| entry.is_sound())
        .map(|entry| &entry.value)
        .collect();
    let mut kept: Vec<&str> = Vec::new();
    for hazard in meant.iter().flat_map(|exercise| &exercise.hazards) {
        let hazard = hazard.get_ref().as_str();
        let is_there = step.hazards.iter().any(|own| own.get_ref() == hazard);
        if !is_there && !kept.contains(&hazard) {
            kept.push(hazard);
        }
    }
    if !kept.is_empty() {
        found = found.help(format!("its hazards count here too: {}", kept.join(", ")));
    }
    let place = step.span.clone();
    let kept = kept
        .into_iter()
        .map(|hazard| Spanned::new(place.clone(), hazard.to_owned()));
    step.hazards.extend(kept);
    if let [one] = meant[..] {
        step.position = step.position.or(one.position);
    }
    Some(found)
}

/// Puts the words of `safety.toml` in place of their names, and says which. What else they are called is not enough: it
/// leads somebody who has something to the strictest rules, and may say more than the word (`pregnant`). Where the word
/// stands beside its name, the name stays, and is unknown: one of the two would be passed over.
fn name_conditions<'a>(
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

/// The same in an exercise.
pub(crate) fn name_in_exercise(exercise: &mut Exercise, known: &Known) -> Vec<Diagnostic> {
    let substitutes = exercise.substitutes.iter_mut().map(|(_, id)| id);
    let ids = exercise.easier.iter_mut().chain(&mut exercise.harder);
    let mut found: Vec<Diagnostic> = ids
        .chain(substitutes)
        .filter_map(|id| known.exercises.understand(id))
        .collect();
    let substitutes = exercise.substitutes.iter_mut();
    let conditions = substitutes.map(|(condition, _)| condition);
    name_conditions(conditions, &known.conditions, &mut found);
    found
}

/// What is wrong with a routine's references.
pub(crate) fn routine(
    routine: &Routine,
    exercises: &BTreeMap<String, Arc<Entry<Exercise>>>,
    known: &Known,
    shared: &Shared,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if let Some(pace) = &routine.pace {
        check_pace(pace, shared, &mut found);
    }
    for step in routine.steps() {
        found.extend(step_references(
            step,
            routine,
            exercises,
            (&known.exercises, shared),
        ));
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

/// What is wrong with an exercise's references.
pub(crate) fn exercise(exercise: &Exercise, known: &Names, shared: &Shared) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let others = exercise.easier.iter().chain(&exercise.harder);
    for id in others.chain(exercise.substitutes.iter().map(|(_, id)| id)) {
        if !known.contains(id.get_ref()) {
            found.push(known.unknown("exercise", id).or_help(NO_EXERCISE));
        }
    }
    for (condition, _) in &exercise.substitutes {
        check_condition(condition, shared, &mut found);
    }
    check_hazards(&exercise.hazards, shared, &mut found);
    check_sources(&exercise.sources, shared, &mut found);
    let rules = &shared.safety.rules;
    let has_rule = |position: &&Position| {
        let subject = rule::Subject::Position(**position);
        rules.iter().any(|rule| rule.subject == subject)
    };
    let positions = exercise.replaced_positions.iter();
    found.extend(positions.filter(has_rule).map(|position| {
        let message = format!("the rules for {} still hold here", position.as_str());
        Diagnostic::warning(message).help(
            "the exercise that this one replaces is done so: yours can add rules, not remove any",
        )
    }));
    found
}

fn step_references(
    step: &Step,
    routine: &Routine,
    exercises: &BTreeMap<String, Arc<Entry<Exercise>>>,
    (known, shared): (&Names, &Shared),
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for id in step.easier.iter().chain(&step.harder) {
        if !exercises.contains_key(id.get_ref()) {
            found.push(known.unknown("exercise", id).or_help(NO_EXERCISE));
        }
    }
    check_hazards(&step.hazards, shared, &mut found);
    let exercise = match &step.subject {
        Subject::Inline(_) => None,
        Subject::Exercise(id) => match exercises.get(id.get_ref()) {
            None => {
                let help = "write name = \"...\" instead, and how = [\"...\"] with what to do";
                found.push(known.unknown("exercise", id).or_help(help));
                return found;
            }
            Some(entry) if !entry.is_sound() => {
                let message = format!("the exercise \"{}\" cannot be used", id.get_ref());
                let help = format!("mend {} first: supple check says how", entry.path);
                found.push(Diagnostic::error(message).at(id.span()).help(help));
                return found;
            }
            Some(entry) => Some(&entry.value.prescription),
        },
    };
    let unreadable = step.prescription.unreadable || routine.defaults.prescription.unreadable;
    if !unreadable
        && dose::layered(&step.prescription, &routine.defaults.prescription, exercise).is_none()
    {
        let name = step.subject.as_written();
        let message = if name.is_empty() {
            "this step has no dose".to_owned()
        } else {
            format!("\"{name}\" has no dose")
        };
        let help = "add hold = \"Ns\", or reps = N, or until = \"done\"";
        found.push(Diagnostic::error(message).at(step.span.clone()).help(help));
    }
    found
}

pub(crate) fn check_hazards(
    hazards: &[Spanned<String>],
    shared: &Shared,
    found: &mut Vec<Diagnostic>,
) {
    let known = || shared.safety.hazard_ids();
    found.extend(
        hazards
            .iter()
            .filter(|hazard| !known().any(|tag| tag == hazard.get_ref()))
            .map(|hazard| unknown_word("hazard", hazard, known())),
    );
}

pub(crate) fn check_condition(
    condition: &Spanned<String>,
    shared: &Shared,
    found: &mut Vec<Diagnostic>,
) {
    let known = || shared.safety.condition_ids();
    if !known().any(|id| id == condition.get_ref()) {
        found.push(unknown_word("condition", condition, known()));
    }
}

pub(crate) fn check_pace(pace: &Spanned<String>, shared: &Shared, found: &mut Vec<Diagnostic>) {
    if !shared.paces.contains_key(pace.get_ref()) {
        let known = shared.paces.keys().map(String::as_str);
        found.push(unknown_word("pace", pace, known));
    }
}

pub(crate) fn check_sources(
    written: &[Spanned<String>],
    shared: &Shared,
    found: &mut Vec<Diagnostic>,
) {
    found.extend(
        written
            .iter()
            .filter(|source| {
                sources::is_id(source.get_ref()) && !shared.sources.contains_key(source.get_ref())
            })
            .map(|source| {
                unknown_id("source", source, shared.sources.keys().map(String::as_str))
                    .help("or write a citation in words: author, title, year")
            }),
    );
}
