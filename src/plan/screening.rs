//! Applies the rules of `safety.toml` to a routine for a person. Every decision carries its reason in words.
//!
//! In this order: full stops, the audience gate, redirects, then each step, then the limits on what may be left out.
//! The same for bundled and own routines.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::content::dose::Dose;
use crate::content::library::Library;
use crate::content::routine::Routine;
use crate::content::safety::Safety;
use crate::content::vocabulary::{Audience, Word as _};
use crate::plan::outline::{Item, Outline, Outlined};
use crate::plan::person::Person;
use crate::plan::swap::{Cause, Suitability, Swaps, Traits, suitability};
use crate::plan::timetable::Planned;

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// The step stays, with a line of caution.
    Precaution,
    /// Another exercise is done.
    Substitute,
    /// The step is left out.
    Drop,
    /// The routine is not played.
    Block,
    /// Another routine is offered instead.
    Redirect,
    /// Nothing is played today.
    FullStop,
}

impl Action {
    /// The word in output: `full-stop`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Precaution => "precaution",
            Self::Substitute => "substitute",
            Self::Drop => "drop",
            Self::Block => "block",
            Self::Redirect => "redirect",
            Self::FullStop => "full-stop",
        }
    }
}

/// A decision and its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The step's number, as unrolled; `None` when it is about the whole routine.
    pub step: Option<u32>,
    /// What was decided.
    pub action: Action,
    /// The hazard tag or position that decided.
    pub hazard: Option<String>,
    /// The condition or flag that decided.
    pub condition: Option<String>,
    /// The reason, in words.
    pub because: String,
    /// Id of the exercise or routine that comes instead.
    pub with: Option<String>,
}

/// A routine held against the rules.
#[derive(Clone, Debug)]
pub struct Screened {
    /// What is played; `None` when nothing is.
    pub outline: Option<Outline>,
    /// What was decided, in order of steps.
    pub decisions: Vec<Decision>,
}

/// Holds a routine against the rules for a person.
pub fn screen(
    outline: &Outline,
    routine: &Routine,
    library: &Library,
    person: &Person,
) -> Screened {
    let safety = &library.shared().safety;
    let whole = full_stops(safety, person);
    if !whole.is_empty() {
        return Screened {
            outline: None,
            decisions: whole,
        };
    }
    if let Some(blocked) = gate(routine, person).or_else(|| redirect(routine, safety, person)) {
        return Screened {
            outline: None,
            decisions: vec![blocked],
        };
    }
    let mut screening = Screening {
        library,
        safety,
        person,
        decisions: Vec::new(),
    };
    let (kept, left_out) = screening.steps(outline);
    let mut decisions = screening.decisions;
    match too_much(safety, outline, &kept, left_out) {
        Some(blocked) => {
            decisions.push(blocked);
            Screened {
                outline: None,
                decisions,
            }
        }
        None => Screened {
            outline: Some(kept),
            decisions,
        },
    }
}

fn full_stops(safety: &Safety, person: &Person) -> Vec<Decision> {
    let holding = safety
        .full_stops
        .iter()
        .filter(|stop| person.full_stops().contains(&stop.id));
    holding
        .map(|stop| Decision {
            step: None,
            action: Action::FullStop,
            hazard: None,
            condition: Some(stop.id.clone()),
            because: stop.message.clone(),
            with: None,
        })
        .collect()
}

/// A routine plays for the audiences that it names; an unknown person passes.
fn gate(routine: &Routine, person: &Person) -> Option<Decision> {
    let audience = person.audience()?;
    if routine.audience.is_empty() || routine.audience.contains(&audience) {
        return None;
    }
    let made_for: Vec<&str> = routine
        .audience
        .iter()
        .map(|audience| audience_words(*audience))
        .collect();
    Some(Decision {
        step: None,
        action: Action::Block,
        hazard: None,
        condition: Some(audience.as_str().to_owned()),
        because: format!("this routine was made for {}", made_for.join(", ")),
        with: None,
    })
}

/// For some conditions a routine names another one; the first condition counts.
fn redirect(routine: &Routine, safety: &Safety, person: &Person) -> Option<Decision> {
    person.conditions().iter().find_map(|condition| {
        let (_, other) = routine
            .instead
            .iter()
            .find(|(known, _)| known.get_ref() == condition)?;
        Some(Decision {
            step: None,
            action: Action::Redirect,
            hazard: None,
            condition: Some(condition.clone()),
            because: format!(
                "with {} another routine suits better",
                condition_name(safety, condition)
            ),
            with: Some(other.get_ref().clone()),
        })
    })
}

/// More than a third of the steps left out, or hardly an exercise left of a routine that had more.
fn too_much(
    safety: &Safety,
    before: &Outline,
    after: &Outline,
    left_out: usize,
) -> Option<Decision> {
    let (part, whole) = safety.limits().most_left_out;
    let steps = before
        .steps()
        .filter(|step| is_physical(&step.planned))
        .count();
    let different = |outline: &Outline| {
        let names = outline
            .steps()
            .filter(|step| is_physical(&step.planned))
            .map(|step| subject(&step.planned));
        names.map(str::to_owned).collect::<BTreeSet<String>>().len()
    };
    let (had, left) = (different(before), different(after));
    let because = if left_out * whole as usize > steps * part as usize {
        format!("{left_out} of {steps} steps would be left out")
    } else if left < had && left < safety.limits().fewest_exercises as usize {
        "hardly an exercise would be left".to_owned()
    } else {
        return None;
    };
    Some(Decision {
        step: None,
        action: Action::Block,
        hazard: None,
        condition: None,
        because,
        with: None,
    })
}

/// A step that moves the body: what only waits for a key is no exercise.
fn is_physical(planned: &Planned) -> bool {
    planned.dosage.dose != Dose::Done
}

fn subject(planned: &Planned) -> &str {
    planned.exercise.as_deref().unwrap_or(&planned.name)
}

struct Screening<'a> {
    library: &'a Library,
    safety: &'a Safety,
    person: &'a Person,
    decisions: Vec<Decision>,
}

impl Screening<'_> {
    /// The steps that are played, and how many are left out.
    fn steps(&mut self, outline: &Outline) -> (Outline, usize) {
        let mut kept = Outline {
            items: Vec::new(),
            ..outline.clone()
        };
        let mut left_out = 0;
        let mut before: Option<String> = None;
        for (index, item) in outline.items.iter().enumerate() {
            let step = match item {
                Item::Rest(rest) => {
                    kept.items.push(Item::Rest(*rest));
                    continue;
                }
                Item::Step(step) => step,
            };
            let after = self.next_that_stays(&outline.items[index + 1..]);
            match self.step(step, before.as_deref(), after.as_deref()) {
                Some(played) => {
                    if is_physical(&played.planned) {
                        before.clone_from(&played.planned.exercise);
                    }
                    kept.items.push(Item::Step(played));
                }
                None => left_out += 1,
            }
        }
        (kept, left_out)
    }

    /// The exercise of the next step, when it stays as it is.
    fn next_that_stays(&self, items: &[Item]) -> Option<String> {
        let next = items.iter().find_map(|item| match item {
            Item::Step(step) => Some(step),
            Item::Rest(_) => None,
        })?;
        match self.suitability(&next.planned) {
            Suitability::RuledOut(_) => None,
            Suitability::Fine | Suitability::Care(_) => next.planned.exercise.clone(),
        }
    }

    fn suitability(&self, planned: &Planned) -> Suitability {
        // A step that only waits for a key, and names nothing that could harm, is no exercise.
        if !is_physical(planned) && planned.exercise.is_none() && planned.hazards.is_empty() {
            return Suitability::Fine;
        }
        let id = planned.exercise.as_deref();
        suitability(
            Traits {
                id,
                position: planned.position,
                hazards: &planned.hazards,
            },
            self.safety,
            self.person,
        )
    }

    /// What is played of a step; `None` when it is left out.
    fn step(
        &mut self,
        step: &Outlined,
        before: Option<&str>,
        after: Option<&str>,
    ) -> Option<Outlined> {
        match self.suitability(&step.planned) {
            Suitability::Fine => Some(step.clone()),
            Suitability::Care(care) => {
                self.caution(step.number, &care);
                Some(step.clone())
            }
            Suitability::RuledOut(causes) => self.swap(step, before, after, &causes),
        }
    }

    fn swap(
        &mut self,
        step: &Outlined,
        before: Option<&str>,
        after: Option<&str>,
        causes: &[Cause],
    ) -> Option<Outlined> {
        let neighbours = before.into_iter().chain(after).collect();
        let swaps = Swaps {
            library: self.library,
            person: self.person,
            neighbours,
        };
        let (id, easier) = (
            step.planned.exercise.as_deref(),
            step.planned.easier.as_deref(),
        );
        let swap = swaps.find(id, easier, causes);
        let swapped =
            swap.and_then(|id| self.planned(id, &step.planned).map(|planned| (id, planned)));
        self.decisions.push(Decision {
            step: Some(step.number),
            action: if swapped.is_some() {
                Action::Substitute
            } else {
                Action::Drop
            },
            hazard: causes.first().and_then(|cause| cause.subject.clone()),
            condition: causes.first().map(|cause| cause.condition.clone()),
            because: self.reason(&step.planned.name, causes),
            with: swapped.as_ref().map(|(id, _)| (*id).to_owned()),
        });
        let (_, planned) = swapped?;
        let played = Outlined {
            planned: Arc::new(planned),
            ..step.clone()
        };
        if let Suitability::Care(care) = self.suitability(&played.planned) {
            self.caution(step.number, &care);
        }
        Some(played)
    }

    /// One line of caution for a step: the first in order of the conditions and rules.
    fn caution(&mut self, step: u32, care: &[(Cause, String)]) {
        if let Some((cause, line)) = care.first() {
            self.decisions.push(Decision {
                step: Some(step),
                action: Action::Precaution,
                hazard: cause.subject.clone(),
                condition: Some(cause.condition.clone()),
                because: line.clone(),
                with: None,
            });
        }
    }

    /// `Lying knee roll is flat on the back: not when pregnant, second trimester`
    fn reason(&self, name: &str, causes: &[Cause]) -> String {
        let Some(cause) = causes.first() else {
            return String::new();
        };
        let condition = condition_name(self.safety, &cause.condition);
        match &cause.subject {
            Some(subject) => format!(
                "{name}: {}. Not for you: {condition}.",
                self.subject_words(subject)
            ),
            None => format!("{name}: not on the list of what suits now. You have: {condition}."),
        }
    }

    fn subject_words<'b>(&'b self, subject: &'b str) -> &'b str {
        let mut hazards = self.safety.hazards.iter();
        hazards
            .find(|(tag, _)| tag == subject)
            .map_or(subject, |(_, words)| words.as_str())
    }

    /// A swap plays its own dose, on both sides where it has sides. One without a dose takes over the step's.
    fn planned(&self, id: &str, instead_of: &Planned) -> Option<Planned> {
        let exercise = self.library.exercise(id)?;
        Some(Planned::of_exercise(
            id,
            exercise,
            instead_of.dosage,
            instead_of.written,
        ))
    }
}

/// The condition in the person's words.
fn condition_name<'a>(safety: &'a Safety, condition: &'a str) -> &'a str {
    let conditions = safety
        .conditions
        .iter()
        .map(|known| (&known.id, &known.name));
    let flags = safety
        .session_flags
        .iter()
        .map(|flag| (&flag.id, &flag.name));
    conditions
        .chain(flags)
        .find(|(id, _)| *id == condition)
        .map_or(condition, |(_, name)| name.as_str())
}

/// An audience in a sentence.
pub fn audience_words(audience: Audience) -> &'static str {
    match audience {
        Audience::Adult => "adults",
        Audience::OlderAdult => "older adults",
        Audience::PregnancyT1 => "the first trimester",
        Audience::PregnancyT2 => "the second trimester",
        Audience::PregnancyT3 => "the third trimester",
    }
}
