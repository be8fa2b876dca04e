//! The checks before any step: full stops, the audience of a routine, and better routines for the person.

use crate::content::library::Library;
use crate::content::routine::Routine;
use crate::content::safety::full_stop::FullStop;
use crate::content::safety::rulebook::Safety;
use crate::content::vocabulary::{Audience, Intensity, Position, Word as _};
use crate::plan::outline::Outline;
use crate::plan::person::Person;
use crate::plan::screening::decision::{Decision, Ruling};
use crate::plan::screening::reason::{Misfit, Reason};

/// The messages of all full stops that hold.
pub(crate) fn full_stops(safety: &Safety, person: &Person) -> Vec<Decision> {
    let holding = safety
        .full_stops
        .iter()
        .filter(|stop| person.full_stops().contains(&stop.id));
    holding
        .map(|stop| {
            let reason = Reason::FullStop {
                message: stop.message.clone(),
                facts: facts(stop, safety, person),
            };
            Decision::whole(Ruling::FullStop, Some(stop.id.clone()), reason)
        })
        .collect()
}

/// The names of what a person has from which a full stop follows; none where it was said itself.
fn facts(stop: &FullStop, safety: &Safety, person: &Person) -> Vec<String> {
    let facts = stop.follows_from(person.conditions()).unwrap_or_default();
    let mut names: Vec<String> = Vec::new();
    for fact in facts {
        let said = person.said_for(fact);
        let name = safety.condition_name(said).unwrap_or(said);
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// The routines that play inside a routine, each once: who may not play one of them may not play it inside another.
pub(crate) fn inside<'a>(routine: &'a Routine, library: &'a Library) -> Vec<&'a Routine> {
    let mut inside: Vec<(&str, &Routine)> = Vec::new();
    let mut waiting = routine.nested();
    while let Some(nested) = waiting.pop() {
        let id = nested.id.get_ref().as_str();
        let Some(entry) = library.routine(id) else {
            continue;
        };
        if inside.iter().all(|(known, _)| *known != id) {
            inside.push((id, &entry.value));
            waiting.extend(entry.value.nested());
        }
    }
    inside.into_iter().map(|(_, routine)| routine).collect()
}

/// A routine plays for the audiences that it names; an unknown person passes.
pub(crate) fn audience(routine: &Routine, outline: &Outline, person: &Person) -> Option<Decision> {
    let audience = person.audience()?;
    if routine.audience.is_empty() || routine.audience.contains(&audience) {
        return None;
    }
    let misfit = misfit(audience, routine, outline);
    let condition = Some(audience.as_str().to_owned());
    Some(Decision::whole(
        Ruling::Block,
        condition,
        Reason::Audience(misfit),
    ))
}

/// Returns the way in which a routine is not for an audience that it does not name.
fn misfit(audience: Audience, routine: &Routine, outline: &Outline) -> Misfit {
    let parts = || routine.audience.iter().filter(|known| known.is_pregnancy());
    let moderate = || {
        let mut steps = outline.steps();
        steps.find(|step| step.planned.intensity == Intensity::Moderate)
    };
    match audience {
        _ if audience.is_pregnancy() && parts().next().is_none() => Misfit::NotForPregnancy,
        _ if audience.is_pregnancy() => Misfit::OtherTrimester(parts().copied().collect()),
        _ if routine.is_for_pregnancy_only() => Misfit::ForPregnancy,
        Audience::OlderAdult => match moderate() {
            Some(step) if step.planned.position == Some(Position::Walking) => Misfit::TooBrisk,
            Some(_) => Misfit::TooStrenuous,
            None => Misfit::NotForOlder,
        },
        _ => Misfit::ForOlder,
    }
}

/// For some conditions a routine names another one; the first condition counts.
pub(crate) fn redirect(routine: &Routine, safety: &Safety, person: &Person) -> Option<Decision> {
    person.conditions().iter().find_map(|condition| {
        let (_, other) = routine
            .instead
            .iter()
            .find(|(known, _)| known.get_ref() == condition)?;
        let said = person.said_for(condition);
        let name = safety.condition_name(said).unwrap_or(said).to_owned();
        let reason = Reason::Redirected(name);
        Some(Decision {
            with: Some(other.get_ref().clone()),
            ..Decision::whole(Ruling::Redirect, Some(condition.clone()), reason)
        })
    })
}
