//! What comes before any step is looked at: full stops, whom a routine is for, and for whom another one is better.

use crate::content::routine::Routine;
use crate::content::safety::full_stop::FullStop;
use crate::content::safety::rulebook::Safety;
use crate::content::vocabulary::{Audience, Intensity, Position, Word as _};
use crate::plan::outline::Outline;
use crate::plan::person::Person;
use crate::plan::screening::decision::{Action, Decision};

/// The messages of all full stops that hold.
pub(crate) fn full_stops(safety: &Safety, person: &Person) -> Vec<Decision> {
    let holding = safety
        .full_stops
        .iter()
        .filter(|stop| person.full_stops().contains(&stop.id));
    holding
        .map(|stop| Decision {
            name: facts(stop, safety, person),
            ..Decision::whole(
                Action::FullStop,
                Some(stop.id.clone()),
                stop.message.clone(),
            )
        })
        .collect()
}

/// What a person has from which a full stop follows, in words; `None` where it was said itself.
fn facts(stop: &FullStop, safety: &Safety, person: &Person) -> Option<String> {
    let facts = stop.follows_from(person.conditions())?;
    let mut names: Vec<&str> = Vec::new();
    for fact in facts {
        let said = person.said_for(fact);
        let name = safety.condition_name(said).unwrap_or(said);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    Some(names.join("; "))
}

/// A routine plays for the audiences that it names; an unknown person passes.
pub(crate) fn audience(routine: &Routine, outline: &Outline, person: &Person) -> Option<Decision> {
    let audience = person.audience()?;
    if routine.audience.is_empty() || routine.audience.contains(&audience) {
        return None;
    }
    let because = not_made_for(audience, routine, outline);
    let condition = Some(audience.as_str().to_owned());
    Some(Decision::whole(Action::Block, condition, because))
}

/// Why a routine is not for an audience that it does not name.
fn not_made_for(audience: Audience, routine: &Routine, outline: &Outline) -> String {
    let parts: Vec<&str> = routine
        .audience
        .iter()
        .filter(|known| known.is_pregnancy())
        .map(|known| known.in_words())
        .collect();
    let moderate = || {
        let mut steps = outline.steps();
        steps.find(|step| step.planned.intensity == Intensity::Moderate)
    };
    match audience {
        _ if audience.is_pregnancy() && parts.is_empty() => "not made for pregnancy".to_owned(),
        _ if audience.is_pregnancy() => format!("made for {}", parts.join(" and ")),
        _ if routine.is_for_pregnancy_only() => "made for pregnancy".to_owned(),
        Audience::OlderAdult => match moderate() {
            Some(step) if step.planned.position == Some(Position::Walking) => {
                "too brisk from 65 on".to_owned()
            }
            Some(_) => "too strenuous from 65 on".to_owned(),
            None => "not made for people from 65 on".to_owned(),
        },
        _ => "made for people from 65 on".to_owned(),
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
        let name = safety.condition_name(said).unwrap_or(said);
        let because = format!("another routine suits better. About you: {name}");
        Some(Decision {
            with: Some(other.get_ref().clone()),
            ..Decision::whole(Action::Redirect, Some(condition.clone()), because)
        })
    })
}
