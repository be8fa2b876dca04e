//! The notes besides the rules: for the person in any routine, and for everybody in a routine with a certain hazard.

use crate::content::safety::places::Reference;
use crate::content::safety::rulebook::Safety;
use crate::plan::person::Person;
use crate::plan::planned::Planned;

/// Lines about a condition or an occasion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Noted {
    /// Whom or what they are about.
    pub(crate) name: String,
    /// The lines.
    pub(crate) say: Vec<String>,
}

/// Returns the notes on these steps for a person: those of their conditions, then those of `safety.toml` that concern a
/// condition or a hazard. Nothing where a full stop holds: what usually stays allowed would speak against it.
pub(crate) fn notes<'a>(
    safety: &Safety,
    person: &Person,
    steps: impl IntoIterator<Item = &'a Planned>,
) -> Vec<Noted> {
    if !person.full_stops().is_empty() {
        return Vec::new();
    }
    let hazards: Vec<&String> = steps.into_iter().flat_map(|step| &step.hazards).collect();
    let holds = |condition: &Reference| person.conditions().contains(condition.get_ref());
    let met = |hazard: &Reference| hazards.contains(&hazard.get_ref());
    let conditions = safety
        .conditions
        .iter()
        .filter(|condition| person.conditions().contains(&condition.id))
        .map(|condition| (&condition.name, &condition.notes));
    let further = safety
        .notes
        .iter()
        .filter(|note| note.conditions.iter().any(holds) || note.hazards.iter().any(met))
        .map(|note| (&note.name, &note.say));
    conditions
        .chain(further)
        .filter(|(_, say)| !say.is_empty())
        .map(|(name, say)| Noted {
            name: name.clone(),
            say: say.clone(),
        })
        .collect()
}
