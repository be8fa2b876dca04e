//! A routine unrolled: which steps are done in which order, before times are laid out.
//!
//! Screening and fitting work on this; [`lower`](crate::plan::lower) makes segments of it.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use toml::Spanned;

use crate::content::diagnostic::Diagnostic;
use crate::content::dose;
use crate::content::exercise::Exercise;
use crate::content::library::Library;
use crate::content::pace::{self, Pace, stretched};
use crate::content::routine::Routine;
use crate::content::step::{self, Block, Subject};
use crate::content::vocabulary::{Intensity, Sides, When};
use crate::content::wording::Wording;
use crate::plan::planned::Planned;
use crate::plan::posture::Posture;

/// A step in its place.
#[derive(Clone, Debug)]
pub struct Outlined {
    /// From 1, counting the authored steps as unrolled.
    pub number: u32,
    /// From 1: the round that it is in, the innermost when rounds are nested.
    pub(crate) round: u32,
    /// What is done; shared between rounds.
    pub planned: Arc<Planned>,
    /// Fixed by the author, kept exactly.
    pub(crate) prepare: Option<Duration>,
    /// Fixed by the author, kept exactly.
    pub(crate) switch: Option<Duration>,
    /// Where it is written, for messages.
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
    /// Whether it is played for somebody who is pregnant.
    pub(crate) pregnant: bool,
    /// What the times of the pace were multiplied by.
    pub(crate) pace_factor: f64,
    /// Whether the person knows the exercises, so that no time is given to hear how they are done.
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

    /// What it takes to change sides in a step, where its author says nothing of it.
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
        let (id, exercise) = match &step.subject {
            Subject::Inline(_) => (None, None),
            Subject::Exercise(id) => {
                let known = self.library.exercise(id.get_ref());
                let exercise = known.ok_or_else(|| {
                    Diagnostic::error(format!("there is no exercise {}", id.get_ref()))
                        .at(id.span())
                })?;
                (Some(id.get_ref().clone()), Some(exercise))
            }
        };
        let defaults = &self.routine.defaults.prescription;
        let dosage = dose::layered(
            &step.prescription,
            defaults,
            exercise.map(|exercise| &exercise.prescription),
        )
        .ok_or_else(|| Diagnostic::error("this step has no dose").at(step.span.clone()))?;
        let sides = step.side.as_ref().map(Spanned::get_ref).copied();
        let mut props: Vec<String> = exercise
            .map(|exercise| exercise.props.clone())
            .unwrap_or_default();
        props.extend(step.props.iter().cloned());
        let own = exercise.map_or(&[][..], |exercise| &exercise.hazards);
        let hazards = own.iter().chain(&step.hazards);
        let easier = step
            .easier
            .as_ref()
            .or(exercise.and_then(|exercise| exercise.easier.as_ref()));
        let harder = step
            .harder
            .as_ref()
            .or(exercise.and_then(|exercise| exercise.harder.as_ref()));
        Ok(Planned {
            name: match &step.subject {
                Subject::Inline(name) => name.clone(),
                Subject::Exercise(id) => {
                    exercise.map_or_else(|| id.get_ref().clone(), |known| known.name.clone())
                }
            },
            exercise: id,
            dosage,
            sides: sides
                .or(exercise.map(|exercise| exercise.sides))
                .unwrap_or(Sides::Both),
            limb: exercise.and_then(|exercise| exercise.limb),
            position: step
                .position
                .or(exercise.and_then(|exercise| exercise.position)),
            surface: step
                .surface
                .or(exercise.and_then(|exercise| exercise.surface)),
            usual_surface: match step.surface {
                Some(_) => None,
                None => exercise.and_then(|exercise| exercise.surface),
            },
            how: own_or(&step.how, exercise),
            feel: step
                .feel
                .clone()
                .or_else(|| exercise.and_then(|exercise| exercise.feel.clone())),
            avoid: step
                .avoid
                .clone()
                .or_else(|| exercise.and_then(|exercise| exercise.avoid.clone())),
            cautions: Vec::new(),
            intensity: exercise.map_or(Intensity::Low, |exercise| exercise.intensity),
            props,
            areas: exercise
                .map(|exercise| exercise.areas.clone())
                .unwrap_or_default(),
            hazards: hazards.map(|hazard| hazard.get_ref().clone()).collect(),
            listed: exercise.is_some_and(|exercise| self.is_as_listed(step, exercise)),
            known: step.known || exercise.is_some_and(|exercise| exercise.known),
            easier: easier.map(|id| id.get_ref().clone()),
            harder: harder.map(|id| id.get_ref().clone()),
            note: step.note.clone(),
            say: step.say.clone(),
            cues: step.cues.iter().map(|cue| cue.get_ref().clone()).collect(),
            switch: exercise.and_then(|exercise| exercise.switch),
            breath: step
                .breath
                .or(exercise.and_then(|exercise| exercise.breath)),
            optional: step.optional,
            written: index,
        })
    }

    /// Whether a step is what lists of exercises mean by an id. One of a person's own may tell to do it otherwise.
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

fn own_or(how: &[Wording], exercise: Option<&Exercise>) -> Vec<Wording> {
    if how.is_empty() {
        exercise
            .map(|exercise| exercise.how.clone())
            .unwrap_or_default()
    } else {
        how.to_vec()
    }
}
