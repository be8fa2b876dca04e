//! The steps of a routine held against the rules: each stays, is done with care, gives way to another, or is left out.

use std::sync::Arc;

use crate::content::library::Library;
use crate::content::safety::rulebook::Safety;
use crate::content::vocabulary::Sides;
use crate::plan::outline::{Item, Outline, Outlined};
use crate::plan::person::Person;
use crate::plan::planned::Planned;
use crate::plan::screening::decision::{Decision, Ruling};
use crate::plan::screening::reason::Reason;
use crate::plan::screening::swap::{Cause, Suitability, Swaps, Traits, suitability};

/// The steps of one routine, held against the rules one after the other.
pub(crate) struct Screening<'a> {
    library: &'a Library,
    safety: &'a Safety,
    person: &'a Person,
    /// The numbers of steps for which the person has overruled the rules.
    overruled: &'a [u32],
    /// The decisions so far, in order of steps.
    pub(crate) decisions: Vec<Decision>,
}

impl<'a> Screening<'a> {
    pub(crate) fn new(library: &'a Library, person: &'a Person, overruled: &'a [u32]) -> Self {
        Self {
            library,
            safety: &library.shared().safety,
            person,
            overruled,
            decisions: Vec::new(),
        }
    }

    /// The steps that are played, and the numbers of those that are left out.
    pub(crate) fn steps(&mut self, outline: &Outline) -> (Outline, Vec<u32>) {
        let mut kept = Outline {
            items: Vec::new(),
            ..outline.clone()
        };
        let mut left_out = Vec::new();
        let mut before: Option<String> = None;
        for (index, item) in outline.items.iter().enumerate() {
            let Item::Step(step) = item else {
                kept.items.push(item.clone());
                continue;
            };
            let after = self.next_that_stays(&outline.items[index + 1..]);
            match self.step(step, before.as_deref(), after.as_deref()) {
                Some(played) => {
                    if played.planned.is_physical() {
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
            Item::Rest(..) | Item::Switch(..) => None,
        })?;
        match self.suitability(&next.planned) {
            Suitability::RuledOut(_) => None,
            Suitability::Fine | Suitability::Care(_) => next.planned.exercise.clone(),
        }
    }

    fn suitability(&self, planned: &Planned) -> Suitability {
        if planned.names_nothing() {
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

    /// Returns the step as played; `None` when it is left out.
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
                let lines = care.iter().map(|(_, line)| line.clone()).collect();
                let cause = care.first().map(|(cause, _)| cause);
                self.decide(step, Ruling::Override, cause, Reason::Care(lines));
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
        let swapped = swap.and_then(|id| self.planned(id, step).map(|planned| (id, planned)));
        let cause = causes.first();
        let reason = self.reason(cause);
        let Some((id, planned)) = swapped else {
            self.decide(step, Ruling::Drop, cause, reason);
            return None;
        };
        if overruled {
            self.decide(step, Ruling::Override, cause, reason);
            return Some(step.clone());
        }
        let decision = self.decide(step, Ruling::Substitute, cause, reason);
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
            let reason = Reason::Care(vec![line.clone()]);
            self.decide(&step, Ruling::Precaution, Some(cause), reason);
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
        action: Ruling,
        cause: Option<&Cause>,
        reason: Reason,
    ) -> &mut Decision {
        self.decisions.push(Decision {
            step: Some(step.number),
            name: Some(step.planned.name.clone()),
            part: step.part.clone(),
            action,
            hazard: cause.and_then(|cause| cause.subject.clone()),
            condition: cause.map(|cause| cause.condition.clone()),
            reason,
            with: None,
            with_name: None,
        });
        let last = self.decisions.len() - 1;
        &mut self.decisions[last]
    }

    /// Returns the reason why the first cause rules a step out.
    fn reason(&self, cause: Option<&Cause>) -> Reason {
        let condition = cause.map_or("", |cause| &cause.condition);
        if let Some(subject) = cause.and_then(|cause| cause.subject.as_ref()) {
            let said = self.person.said_for(condition);
            Reason::RuledOut {
                subject: self.subject_words(subject).to_owned(),
                condition: self.safety.condition_name(said).unwrap_or(said).to_owned(),
            }
        } else {
            let known = self.safety.condition(condition);
            Reason::Unlisted(known.and_then(|known| known.unlisted.clone()))
        }
    }

    /// Returns the words of `safety.toml` for a hazard; for a position its own word.
    fn subject_words<'b>(&'b self, subject: &'b str) -> &'b str {
        let mut hazards = self.safety.hazards.iter();
        hazards
            .find(|(tag, _)| tag == subject)
            .map_or(subject, |(_, words)| words.as_str())
    }

    /// A swap plays its own dose, on both sides where it has sides, or on the side of its round. One without a dose takes
    /// over the step's.
    fn planned(&self, id: &str, instead_of: &Outlined) -> Option<Planned> {
        let exercise = self.library.exercise(id)?;
        let step = &*instead_of.planned;
        let own = Planned::of_exercise(id, exercise, step.dosage, step.written);
        Some(Planned {
            sides: match (instead_of.round_side, own.sides) {
                (Some(side), Sides::Each) => side.into(),
                (_, own) => own,
            },
            ..own.in_place_of(step)
        })
    }
}
