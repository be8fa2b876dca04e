//! An inline step that has the name of an exercise.

use toml::Spanned;

use crate::content::diagnostic::Diagnostic;
use crate::content::exercise::Exercise;
use crate::content::layered::Layered;
use crate::content::names::{Meant, Names};
use crate::content::step::{Step, StepSubject};

/// Gives an inline step the hazards of the exercises that its name may mean, and, where that is one, its position: it
/// may be that exercise. Nothing is taken from the step. The finding says what was added.
pub(crate) fn keep_dangers_of_namesake(
    step: &mut Step,
    exercises: &Layered<Exercise>,
    known: &Names,
) -> Option<Diagnostic> {
    let StepSubject::Inline(name) = &step.subject else {
        return None;
    };
    let (ids, is) = meant(name, known)?;
    let message = format!("\"{name}\" {is}, but only its name is used");
    let help = match &ids[..] {
        [id] => format!("write exercise = \"{id}\" instead of name"),
        _ => "write exercise = \"ID\" instead of name".to_owned(),
    };
    let mut found = Diagnostic::warning(message)
        .at(step.span.clone())
        .help(help);
    let entries = ids.iter().filter_map(|id| exercises.get(id));
    let sound = entries.filter(|entry| entry.is_sound());
    let meant: Vec<&Exercise> = sound.map(|entry| &entry.value).collect();
    let added = hazards_beyond(step, &meant);
    if !added.is_empty() {
        found = found.help(format!("its hazards count here too: {}", added.join(", ")));
    }
    let place = step.span.clone();
    let added = added
        .into_iter()
        .map(|hazard| Spanned::new(place.clone(), hazard.to_owned()));
    step.hazards.extend(added);
    if let [one] = meant[..] {
        step.position = step.position.or(one.position);
    }
    Some(found)
}

/// The ids of the exercises that a name may mean, and what the name is, for the message; `None` when it means none.
fn meant<'a>(name: &str, known: &'a Names) -> Option<(Vec<&'a str>, String)> {
    Some(match known.meaning(name) {
        Meant::Id => (vec![known.id(name)?], "is an exercise".to_owned()),
        Meant::Name(id) => (vec![id], format!("is the exercise {id}")),
        Meant::Several(ids) => {
            let is = format!("may be one of the exercises {}", ids.join(", "));
            (ids, is)
        }
        Meant::Nothing => return None,
    })
}

/// The hazards of exercises that a step does not have, each once.
fn hazards_beyond<'a>(step: &Step, exercises: &[&'a Exercise]) -> Vec<&'a str> {
    let mut beyond: Vec<&str> = Vec::new();
    for hazard in exercises.iter().flat_map(|exercise| &exercise.hazards) {
        let hazard = hazard.get_ref().as_str();
        let is_there = step.hazards.iter().any(|own| own.get_ref() == hazard);
        if !is_there && !beyond.contains(&hazard) {
            beyond.push(hazard);
        }
    }
    beyond
}
