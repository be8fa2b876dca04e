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
use crate::plan::decision::{Action, Decision};
use crate::plan::outline::{Item, Outline, Outlined};
use crate::plan::person::Person;
use crate::plan::swap::{Cause, Suitability, Swaps, Traits, suitability};
use crate::plan::timetable::Planned;

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
    screen_overruled(outline, routine, library, person, &[])
}

/// The same, where the person has overruled what was decided for these steps: a caution is not said, and a substitution
/// not made. What is left out stays left out.
pub fn screen_overruled(
    outline: &Outline,
    routine: &Routine,
    library: &Library,
    person: &Person,
    overruled: &[u32],
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
        overruled,
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
            outline: Some(kept.settled()),
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
        .map(|stop| {
            Decision::whole(
                Action::FullStop,
                Some(stop.id.clone()),
                stop.message.clone(),
            )
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
    Some(Decision::whole(
        Action::Block,
        Some(audience.as_str().to_owned()),
        format!("this routine was made for {}", made_for.join(", ")),
    ))
}

/// For some conditions a routine names another one; the first condition counts.
fn redirect(routine: &Routine, safety: &Safety, person: &Person) -> Option<Decision> {
    person.conditions().iter().find_map(|condition| {
        let (_, other) = routine
            .instead
            .iter()
            .find(|(known, _)| known.get_ref() == condition)?;
        let because = format!(
            "another routine suits better, as you have: {}",
            condition_name(safety, condition)
        );
        Some(Decision {
            with: Some(other.get_ref().clone()),
            ..Decision::whole(Action::Redirect, Some(condition.clone()), because)
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
    let (part, whole) = safety.limits.most_left_out();
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
    } else if left < had && left < safety.limits.fewest_exercises() as usize {
        "hardly an exercise would be left".to_owned()
    } else {
        return None;
    };
    Some(Decision::whole(Action::Block, None, because))
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
    overruled: &'a [u32],
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
        // A step that says its own position is done in that.
        let replaced = id
            .and_then(|id| self.library.exercise(id))
            .filter(|exercise| exercise.position == planned.position)
            .map_or(&[][..], |exercise| &exercise.replaced_positions);
        suitability(
            Traits {
                id,
                position: planned.position,
                replaced_positions: replaced,
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
        let overruled = self.overruled.contains(&step.number);
        match self.suitability(&step.planned) {
            Suitability::Fine => Some(step.clone()),
            Suitability::Care(care) if overruled => {
                let lines: Vec<&str> = care.iter().map(|(_, line)| line.as_str()).collect();
                let because = format!("{}: {}", step.planned.name, lines.join(" "));
                let cause = care.first().map(|(cause, _)| cause);
                self.decide(step, Action::Override, cause, because);
                Some(step.clone())
            }
            Suitability::Care(care) => Some(self.with_care(step.clone(), &care)),
            Suitability::RuledOut(causes) => self.swap(step, before, after, &causes, overruled),
        }
    }

    fn swap(
        &mut self,
        step: &Outlined,
        before: Option<&str>,
        after: Option<&str>,
        causes: &[Cause],
        overruled: bool,
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
        let because = self.reason(&step.planned.name, causes);
        let Some((id, planned)) = swapped else {
            self.decide(step, Action::Drop, causes.first(), because);
            return None;
        };
        if overruled {
            self.decide(step, Action::Override, causes.first(), because);
            return Some(step.clone());
        }
        let decision = self.decide(step, Action::Substitute, causes.first(), because);
        decision.with = Some(id.to_owned());
        decision.with_name = Some(planned.name.clone());
        let played = Outlined {
            planned: Arc::new(planned),
            ..step.clone()
        };
        Some(match self.suitability(&played.planned) {
            Suitability::Care(care) => self.with_care(played, &care),
            Suitability::Fine | Suitability::RuledOut(_) => played,
        })
    }

    /// A step with all its lines of caution.
    fn with_care(&mut self, step: Outlined, care: &[(Cause, String)]) -> Outlined {
        for (cause, line) in care {
            self.decide(&step, Action::Precaution, Some(cause), line.clone());
        }
        let planned = Planned {
            cautions: care.iter().map(|(_, line)| line.clone()).collect(),
            ..Planned::clone(&step.planned)
        };
        Outlined {
            planned: Arc::new(planned),
            ..step
        }
    }

    fn decide(
        &mut self,
        step: &Outlined,
        action: Action,
        cause: Option<&Cause>,
        because: String,
    ) -> &mut Decision {
        self.decisions.push(Decision {
            step: Some(step.number),
            name: Some(step.planned.name.clone()),
            action,
            hazard: cause.and_then(|cause| cause.subject.clone()),
            condition: cause.map(|cause| cause.condition.clone()),
            because,
            with: None,
            with_name: None,
        });
        let last = self.decisions.len() - 1;
        &mut self.decisions[last]
    }

    /// `Lying knee roll is flat on the back: not when pregnant, second trimester`
    fn reason(&self, name: &str, causes: &[Cause]) -> String {
        let Some(cause) = causes.first() else {
            return String::new();
        };
        let said = self.person.said_for(&cause.condition);
        let condition = condition_name(self.safety, said);
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
    safety.condition_name(condition).unwrap_or(condition)
}

/// An audience in a sentence.
pub fn audience_words(audience: Audience) -> &'static str {
    audience.in_words()
}
