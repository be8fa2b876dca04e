//! A routine unrolled: which steps are done in which order, before times are laid out.
//!
//! Screening and fitting work on this; [`lower`](crate::plan::lower) makes segments of it.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use toml::Spanned;

use crate::content::breath::{BREATH_HOLD, Breath};
use crate::content::diagnostic::Diagnostic;
use crate::content::dose::layering::layered;
use crate::content::exercise::Exercise;
use crate::content::library::Library;
use crate::content::pace::{self, Pace, stretched};
use crate::content::routine::Routine;
use crate::content::step::{self, Block, StepSubject};
use crate::content::vocabulary::{RangeEnd, Sides, When};
use crate::plan::planned::Planned;
use crate::plan::posture::Posture;

/// A step in its place.
#[derive(Clone, Debug)]
pub struct Outlined {
    /// From 1, counting the authored steps as unrolled.
    pub number: u32,
    /// From 1: the round that it is in, the innermost when rounds are nested.
    pub(crate) round: u32,
    /// The planned work; shared between rounds.
    pub planned: Arc<Planned>,
    /// Fixed by the author, kept exactly.
    pub(crate) prepare: Option<Duration>,
    /// Fixed by the author, kept exactly.
    pub(crate) switch: Option<Duration>,
    /// The place in the file, for messages.
    pub(crate) span: Range<usize>,
}

/// A step, or a rest between rounds.
#[derive(Clone, Debug)]
pub(crate) enum Item {
    /// A step.
    Step(Outlined),
    /// A rest between rounds.
    Rest(Duration),
}

/// A routine unrolled.
#[derive(Clone, Debug)]
pub struct Outline {
    /// The routine's id.
    pub id: String,
    /// The routine's title.
    pub(crate) title: String,
    /// When it belongs.
    pub(crate) when: When,
    /// The times between things.
    pub(crate) pace: Pace,
    /// The way back from the floor, should it end there.
    pub(crate) way_back: Option<String>,
    /// True if it is played for somebody who is pregnant.
    pub(crate) pregnant: bool,
    /// The factor applied to the times of the pace.
    pub(crate) pace_factor: f64,
    /// True if the person knows the exercises, so that no time is given to hear how they are done.
    pub(crate) known: bool,
    /// The steps and rests, in order.
    pub(crate) items: Vec<Item>,
}

impl Outline {
    /// Unrolls a sound routine.
    ///
    /// # Errors
    /// When the routine is not sound.
    pub fn of(id: &str, routine: &Routine, library: &Library) -> Result<Self, Diagnostic> {
        let name = routine
            .pace
            .as_ref()
            .map_or(pace::DEFAULT, |pace| pace.get_ref());
        let pace = library.shared().paces.get(name).copied();
        let mut unrolling = Unrolling {
            routine,
            library,
            planned: HashMap::new(),
            number: 0,
            outline: Self {
                id: id.to_owned(),
                title: routine.title.clone(),
                when: routine.when,
                pace: pace.ok_or_else(|| Diagnostic::error(format!("there is no pace {name}")))?,
                way_back: library.shared().safety.way_back.clone(),
                pregnant: routine.is_for_pregnancy_only(),
                pace_factor: 1.0,
                known: false,
                items: Vec::new(),
            },
        };
        for (index, step) in routine.steps().into_iter().enumerate() {
            let planned = unrolling.plan(step, index)?;
            unrolling.planned.insert(step.span.start, Arc::new(planned));
        }
        unrolling.blocks(&routine.blocks, 1);
        Ok(unrolling.outline.settled())
    }

    /// Lets what is usually done in bed be done on the floor, where the steps before it have brought the person down
    /// there. Depends on all steps: to be asked for again once some were exchanged or left out.
    #[must_use]
    pub(crate) fn settled(mut self) -> Self {
        let mut posture = Posture::default();
        for item in &mut self.items {
            let Item::Step(step) = item else { continue };
            let here = posture.surface_of(&step.planned);
            if step.planned.surface != here {
                Arc::make_mut(&mut step.planned).surface = here;
            }
            posture = posture.then(Posture::of(&step.planned));
        }
        self
    }

    /// Returns the time to change sides in a step whose author sets none.
    pub(crate) fn switch(&self, step: &Planned) -> Duration {
        let own = step.switch.map(|switch| {
            if self.pregnant {
                switch.pregnant
            } else {
                switch.usual
            }
        });
        let own = own.unwrap_or_default();
        self.pace.switch.max(stretched(own, self.pace_factor))
    }

    /// The steps, in order.
    pub fn steps(&self) -> impl Iterator<Item = &Outlined> {
        self.items.iter().filter_map(|item| match item {
            Item::Step(step) => Some(step),
            Item::Rest(_) => None,
        })
    }
}

struct Unrolling<'a> {
    routine: &'a Routine,
    library: &'a Library,
    /// By where the step is written: rounds share what they repeat.
    planned: HashMap<usize, Arc<Planned>>,
    number: u32,
    outline: Outline,
}

impl Unrolling<'_> {
    fn plan(&self, step: &step::Step, index: usize) -> Result<Planned, Diagnostic> {
        let (name, exercise) = match &step.subject {
            StepSubject::Inline(name) => (name, None),
            StepSubject::Exercise(id) => {
                let exercise = self.library.exercise(id.get_ref()).ok_or_else(|| {
                    Diagnostic::error(format!("there is no exercise {}", id.get_ref()))
                        .at(id.span())
                })?;
                (id.get_ref(), Some(exercise))
            }
        };
        let dosage = layered(
            &step.prescription,
            &self.routine.defaults.prescription,
            exercise.map(|exercise| &exercise.prescription),
        )
        .ok_or_else(|| Diagnostic::error("this step has no dose").at(step.span.clone()))?;
        let dosage = match self.routine.ranges {
            RangeEnd::High => dosage,
            RangeEnd::Low => dosage.low(),
        };
        let mut planned = match exercise {
            Some(exercise) => Planned {
                dosage,
                listed: self.is_as_listed(step, exercise),
                ..Planned::of_exercise(name, exercise, dosage, index)
            },
            None => Planned::inline(name, dosage, index),
        };
        self.lay_defaults_over(&mut planned);
        lay_over(&mut planned, step);
        Ok(planned)
    }

    /// Lays what the routine says of every step over what its exercise says.
    fn lay_defaults_over(&self, planned: &mut Planned) {
        let defaults = &self.routine.defaults;
        planned.breath = defaults.breath.or(planned.breath);
        planned.unpaced = self.outline.pace.breath;
        planned.first = defaults.first.unwrap_or(planned.first);
        planned.order = defaults.order.unwrap_or(planned.order);
    }

    /// Returns whether a step is what lists of exercises mean by an id. One of a person's own may tell to do it
    /// otherwise.
    fn is_as_listed(&self, step: &step::Step, exercise: &Exercise) -> bool {
        let is_so = |position| exercise.position == Some(position);
        let is_same =
            step.position.is_none_or(is_so) && (step.how.is_empty() || step.how == exercise.how);
        (self.routine.ours || is_same) && !exercise.altered
    }

    fn blocks(&mut self, blocks: &[Block], round: u32) {
        for block in blocks {
            match block {
                Block::Step(step) => self.step(step, round),
                Block::Round(group) => {
                    for round in 1..=group.repeat {
                        self.blocks(&group.blocks, round);
                        if round < group.repeat && !group.rest.is_zero() {
                            self.outline.items.push(Item::Rest(group.rest));
                        }
                    }
                }
            }
        }
    }

    fn step(&mut self, step: &step::Step, round: u32) {
        let Some(planned) = self.planned.get(&step.span.start).cloned() else {
            return;
        };
        self.number += 1;
        let prepare = step.prepare.as_ref().map(Spanned::get_ref).copied();
        self.outline.items.push(Item::Step(Outlined {
            number: self.number,
            round,
            planned,
            prepare: prepare.or(self.routine.defaults.prepare),
            switch: step.switch.or(self.routine.defaults.switch),
            span: step.span.clone(),
        }));
    }
}

/// Lays what a step says of itself over what its exercise says.
fn lay_over(planned: &mut Planned, step: &step::Step) {
    if let Some(side) = &step.side {
        planned.sides = *side.get_ref();
    }
    if planned.dosage.amount.is_unequal() {
        planned.sides = Sides::Each;
    }
    if planned.dosage.is_done_by_key() && step.side.is_none() {
        planned.sides = Sides::Both;
    }
    if let Some(first) = &step.first {
        planned.first = *first.get_ref();
    }
    if let Some(order) = &step.order {
        planned.order = *order.get_ref();
    }
    planned.position = step.position.or(planned.position);
    if step.surface.is_some() {
        planned.surface = step.surface;
        planned.usual_surface = None;
    }
    if !step.how.is_empty() {
        planned.how.clone_from(&step.how);
    }
    for (own, of_exercise) in [
        (&step.feel, &mut planned.feel),
        (&step.avoid, &mut planned.avoid),
    ] {
        if own.is_some() {
            of_exercise.clone_from(own);
        }
    }
    for (own, of_exercise) in [
        (&step.easier, &mut planned.easier),
        (&step.harder, &mut planned.harder),
    ] {
        if let Some(own) = own {
            *of_exercise = Some(own.get_ref().clone());
        }
    }
    planned.props.extend(step.props.iter().cloned());
    let hazards = step.hazards.iter().map(|hazard| hazard.get_ref().clone());
    planned.hazards.extend(hazards);
    planned.known |= step.known;
    planned.note.clone_from(&step.note);
    planned.say.clone_from(&step.say);
    planned.cues = step.cues.iter().map(|cue| cue.get_ref().clone()).collect();
    planned.breath = step.breath.or(planned.breath);
    if planned.breath.is_some_and(Breath::is_held)
        && !planned.hazards.iter().any(|hazard| hazard == BREATH_HOLD)
    {
        planned.hazards.push(BREATH_HOLD.to_owned());
    }
    planned.optional = step.optional;
}
