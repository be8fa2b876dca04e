//! Applies the rules of `safety.toml` to a routine for a person. Every decision carries its reason in words.
//!
//! In this order: full stops, the audience gate, redirects, then each step, then the limits on what may be left out.
//! The same for bundled and own routines.

pub mod decision;
pub(crate) mod gate;
pub(crate) mod swap;

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use crate::content::dose::Dose;
use crate::content::library::Library;
use crate::content::routine::Routine;
use crate::content::safety::rulebook::Safety;
use crate::plan::effort::work;
use crate::plan::outline::{Item, Outline, Outlined};
use crate::plan::person::Person;
use crate::plan::planned::Planned;
use crate::plan::screening::decision::{Action, Decision};
use crate::plan::screening::swap::{Cause, Suitability, Swaps, Traits, suitability};
use crate::plan::words;

/// A routine held against the rules.
#[derive(Clone, Debug)]
pub struct Screened {
    /// What is played; `None` when nothing is.
    pub outline: Option<Outline>,
    /// What was decided, in order of steps.
    pub decisions: Vec<Decision>,
    /// What steps are called that are played, and of which nothing is known that could be held against the rules.
    pub(crate) unknown: Vec<String>,
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
pub(crate) fn screen_overruled(
    outline: &Outline,
    routine: &Routine,
    library: &Library,
    person: &Person,
    overruled: &[u32],
) -> Screened {
    let safety = &library.shared().safety;
    let whole = gate::full_stops(safety, person);
    if !whole.is_empty() {
        return Screened {
            outline: None,
            decisions: whole,
            unknown: Vec::new(),
        };
    }
    if let Some(blocked) =
        gate::audience(routine, outline, person).or_else(|| gate::redirect(routine, safety, person))
    {
        return Screened {
            outline: None,
            decisions: vec![blocked],
            unknown: Vec::new(),
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
    match too_much(safety, outline, &kept, &left_out) {
        Some(blocked) => {
            decisions.push(blocked);
            Screened {
                outline: None,
                decisions,
                unknown: Vec::new(),
            }
        }
        None => Screened {
            unknown: unknown(&kept, person),
            outline: Some(kept.settled()),
            decisions,
        },
    }
}

/// How many steps of a routine would be others or left out for a person, and how many it has: also of one that the
/// person may not play.
pub(crate) fn changed(outline: &Outline, library: &Library, person: &Person) -> (usize, usize) {
    let mut screening = Screening {
        library,
        safety: &library.shared().safety,
        person,
        overruled: &[],
        decisions: Vec::new(),
    };
    screening.steps(outline);
    let decisions = screening.decisions.iter();
    let changes = decisions.filter(|decision| decision.is_change()).count();
    (changes, outline.steps().count())
}

/// More than a third of the steps or of their time left out, or hardly an exercise left of a routine that had more.
fn too_much(
    safety: &Safety,
    before: &Outline,
    after: &Outline,
    left_out: &[u32],
) -> Option<Decision> {
    let (part, whole) = safety.limits.most_left_out();
    let steps = before
        .steps()
        .filter(|step| !names_nothing(&step.planned))
        .count();
    let different = |outline: &Outline| {
        let names = outline
            .steps()
            .filter(|step| !names_nothing(&step.planned))
            .map(|step| subject(&step.planned));
        names.map(str::to_owned).collect::<BTreeSet<String>>().len()
    };
    let (had, left) = (different(before), different(after));
    let gone = || {
        before
            .steps()
            .filter(|step| left_out.contains(&step.number))
    };
    let time = |steps: &mut dyn Iterator<Item = &Outlined>| -> Duration {
        steps.map(|step| work(&step.planned)).sum()
    };
    let (lost, all) = (time(&mut gone()), time(&mut before.steps()));
    let because = if left_out.len() * whole as usize > steps * part as usize {
        format!("{} of {steps} steps would be left out", left_out.len())
    } else if lost * whole > all * part {
        format!(
            "{} of {} of exercise would be left out",
            words::spaced(lost),
            words::spaced(all)
        )
    } else if left < had && left < safety.limits.fewest_exercises() as usize {
        "hardly an exercise would be left".to_owned()
    } else {
        return None;
    };
    Some(Decision::whole(Action::Block, None, because))
}

/// The steps of which nobody has said what could harm in them, each once: to somebody with a condition they cannot be
/// said to be safe. What a checklist asks for is no movement.
fn unknown(outline: &Outline, person: &Person) -> Vec<String> {
    let is_item = |step: &Outlined| names_nothing(&step.planned);
    if person.conditions().is_empty() || outline.steps().all(is_item) {
        return Vec::new();
    }
    let mut names: Vec<String> = Vec::new();
    for step in outline.steps().filter(|step| !step.planned.known) {
        if !names.contains(&step.planned.name) {
            names.push(step.planned.name.clone());
        }
    }
    names
}

/// A step that only waits for a key, and names nothing that could be held against the rules: it is no exercise.
fn names_nothing(planned: &Planned) -> bool {
    let Planned {
        exercise,
        position,
        hazards,
        ..
    } = planned;
    !is_physical(planned) && exercise.is_none() && position.is_none() && hazards.is_empty()
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
    /// The steps that are played, and the numbers of those that are left out.
    fn steps(&mut self, outline: &Outline) -> (Outline, Vec<u32>) {
        let mut kept = Outline {
            items: Vec::new(),
            ..outline.clone()
        };
        let mut left_out = Vec::new();
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
                None => left_out.push(step.number),
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
        if names_nothing(planned) {
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
                id: id.filter(|_| planned.listed),
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
        let condition = self.safety.condition_name(said).unwrap_or(said);
        let Some(subject) = &cause.subject else {
            let own = self.safety.condition(&cause.condition);
            let why = own.and_then(|known| known.unlisted.as_deref());
            let why = why.unwrap_or("It is not on the list of what suits now.");
            return format!("{name}. {why}");
        };
        let subject = self.subject_words(subject);
        format!("{name}: {subject}. Not for you: {condition}.")
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
