//! Unrolls a routine into its outline: rounds written out, sides in their order, routines inside it in their places.

use std::collections::HashMap;
use std::sync::Arc;

use toml::Spanned;

use crate::content::diagnostic::Diagnostic;
use crate::content::dose::layering::layered;
use crate::content::duration::Range;
use crate::content::exercise::Exercise;
use crate::content::library::Library;
use crate::content::pace;
use crate::content::part::{RoutinePart, begun};
use crate::content::resolve::nested::MOST_LEVELS;
use crate::content::round::{Block, NestedRoutine, Round};
use crate::content::routine::Routine;
use crate::content::step::{self, StepSubject};
use crate::content::vocabulary::{RangeEnd, Side, Sides};
use crate::plan::outline::overlay::{add_note, lay_over};
use crate::plan::outline::passes::{OutlinedRound, Pass};
use crate::plan::outline::{Item, Outline, Outlined};
use crate::plan::planned::Planned;
use crate::plan::preferences::Preferences;

/// Steps of routines inside a routine are written in other files: they count from here.
const WRITTEN_ELSEWHERE: usize = 1 << 20;

impl Outline {
    /// Unrolls a sound routine for somebody with these preferences.
    ///
    /// # Errors
    /// When the routine is not sound.
    pub fn of(
        id: &str,
        routine: &Routine,
        library: &Library,
        preferences: Preferences,
    ) -> Result<Self, Diagnostic> {
        let name = routine
            .pace
            .as_ref()
            .map_or(pace::DEFAULT, |pace| pace.get_ref());
        let pace = library.shared().paces.get(name).copied();
        let mut outline = Self {
            id: id.to_owned(),
            title: routine.title.clone(),
            when: routine.when,
            pace: pace.ok_or_else(|| Diagnostic::error(format!("there is no pace {name}")))?,
            way_back: library.shared().safety.way_back.clone(),
            pregnant: routine.is_for_pregnancy_only(),
            pace_factor: 1.0,
            known: false,
            repeats: None,
            rounds: Vec::new(),
            items: Vec::new(),
        };
        let mut unrolling = Unrolling {
            library,
            preferences,
            number: 0,
            visits: 0,
            rounds: Vec::new(),
            passes: Arc::default(),
            round_name: None,
            part: None,
            outline: &mut outline,
        };
        RoutineSteps::of(routine, None).unroll(&mut unrolling)?;
        Ok(outline.settled())
    }
}

/// The outline as far as it is unrolled.
struct Unrolling<'a> {
    library: &'a Library,
    preferences: Preferences,
    number: u32,
    /// How many times a round began.
    visits: u32,
    /// The rounds that began, as in the outline.
    rounds: Vec<&'a Round>,
    /// The passes that the next step is in.
    passes: Arc<[Pass]>,
    /// The name of the round that the next step is in.
    round_name: Option<Arc<str>>,
    /// The part that the next step is in.
    part: Option<Arc<RoutinePart>>,
    outline: &'a mut Outline,
}

impl<'a> Unrolling<'a> {
    /// Begins a round, and returns its first pass.
    fn begin_round(&mut self, round: &'a Round, repeat: Range<u32>) -> Pass {
        self.visits += 1;
        let known = self
            .rounds
            .iter()
            .position(|known| std::ptr::eq(*known, round));
        let place = known.unwrap_or_else(|| {
            self.rounds.push(round);
            self.outline.rounds.push(OutlinedRound {
                name: round.name.clone(),
                repeat,
                rest: round.rest,
            });
            self.rounds.len() - 1
        });
        Pass {
            round: place,
            visit: self.visits,
            number: 1,
        }
    }
}

/// A routine whose steps are unrolled: the one that is played, or one inside it.
struct RoutineSteps<'a> {
    routine: &'a Routine,
    /// The steps that lead here, from the one that is written in the played routine; empty for that itself.
    nested: Vec<&'a NestedRoutine>,
    /// True if a part of the outer routine goes on in it.
    is_in_part: bool,
    /// By where the step is written, and the side of its round: rounds share what they repeat.
    planned: HashMap<(usize, Option<Side>), Arc<Planned>>,
}

impl<'a> RoutineSteps<'a> {
    fn of(routine: &'a Routine, nested: Option<(&Self, &'a NestedRoutine)>) -> Self {
        let way = nested.map(|(outer, step)| {
            let mut way = outer.nested.clone();
            way.push(step);
            way
        });
        Self {
            routine,
            nested: way.unwrap_or_default(),
            is_in_part: false,
            planned: HashMap::new(),
        }
    }

    fn unroll(mut self, unrolling: &mut Unrolling<'a>) -> Result<(), Diagnostic> {
        for (index, step) in self.routine.steps().into_iter().enumerate() {
            let planned = self.plan(step, index, unrolling)?;
            self.planned
                .insert((step.span.start, None), Arc::new(planned));
        }
        let blocks = &self.routine.blocks;
        for (index, block) in blocks.iter().enumerate() {
            if index > 0 && self.is_timed(&blocks[index - 1]) && self.is_timed(block) {
                self.between(unrolling);
            }
            self.block(block, None, unrolling)?;
        }
        Ok(())
    }

    /// Returns whether an entry has times of its own: not a step that only waits for a key.
    fn is_timed(&self, block: &Block) -> bool {
        match block {
            Block::Step(step) => {
                let planned = self.planned.get(&(step.span.start, None));
                planned.is_some_and(|planned| !planned.dosage.is_done_by_key())
            }
            Block::Round(_) | Block::Routine(_) => true,
        }
    }

    /// What is played between two entries. It is the first to go when time is short.
    fn between(&mut self, unrolling: &mut Unrolling<'_>) {
        if let Some(between) = &self.routine.between {
            self.step(between, None, unrolling);
        }
    }

    fn plan(
        &self,
        step: &step::Step,
        index: usize,
        unrolling: &Unrolling<'_>,
    ) -> Result<Planned, Diagnostic> {
        let (name, exercise) = match &step.subject {
            StepSubject::Inline(name) => (name, None),
            StepSubject::Exercise(id) => {
                let exercise = unrolling.library.exercise(id.get_ref()).ok_or_else(|| {
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
        let ranges = unrolling.preferences.end(self.routine.ranges);
        let dosage = dosage.at(ranges);
        let mut planned = match exercise {
            Some(exercise) => Planned {
                dosage,
                listed: self.is_as_listed(step, exercise),
                ..Planned::of_exercise(name, exercise, dosage, index)
            },
            None => Planned::inline(name, dosage, index),
        };
        planned.ranges = ranges;
        planned.unpaced = unrolling.outline.pace.breath;
        self.lay_defaults_over(&mut planned, unrolling.preferences);
        lay_over(&mut planned, step);
        let between = self.routine.between.as_ref();
        planned.optional |= between.is_some_and(|between| std::ptr::eq(between, step));
        planned.optional |= self.nested.iter().any(|outer| outer.optional);
        add_note(&mut planned, self.nested.last().filter(|_| index == 0));
        if !self.nested.is_empty() {
            planned.written += WRITTEN_ELSEWHERE;
        }
        Ok(planned)
    }

    /// Lays what the routine says of every step over what its exercise says.
    fn lay_defaults_over(&self, planned: &mut Planned, preferences: Preferences) {
        let defaults = &self.routine.defaults;
        planned.breath = defaults.breath.or(planned.breath);
        let first = defaults.first.or(preferences.first_side);
        planned.first = first.unwrap_or(planned.first);
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

    fn blocks(
        &mut self,
        blocks: &'a [Block],
        side: Option<Side>,
        unrolling: &mut Unrolling<'a>,
    ) -> Result<(), Diagnostic> {
        for block in blocks {
            self.block(block, side, unrolling)?;
        }
        Ok(())
    }

    fn block(
        &mut self,
        block: &'a Block,
        side: Option<Side>,
        unrolling: &mut Unrolling<'a>,
    ) -> Result<(), Diagnostic> {
        self.begin(block.part(), unrolling);
        match block {
            Block::Step(step) => self.step(step, side, unrolling),
            Block::Round(group) => self.round(group, side, unrolling)?,
            Block::Routine(nested) => {
                let outer = unrolling.part.clone();
                self.routine(nested, unrolling)?;
                unrolling.part = outer;
            }
        }
        Ok(())
    }

    /// Begins a part, unless one of its name goes on. A routine in a part of another one has no parts of its own.
    fn begin(&self, part: Option<&Arc<RoutinePart>>, unrolling: &mut Unrolling<'_>) {
        let is_new = begun(unrolling.part.as_deref(), part.map(|part| &**part)).is_some();
        if is_new && !self.is_in_part {
            unrolling.part = part.cloned();
        }
    }

    /// Unrolls a routine in its place, with its own defaults.
    fn routine(
        &self,
        nested: &'a NestedRoutine,
        unrolling: &mut Unrolling<'a>,
    ) -> Result<(), Diagnostic> {
        let entry = unrolling.library.routine(nested.id.get_ref());
        let entry = entry.filter(|entry| entry.is_sound() && self.nested.len() < MOST_LEVELS);
        let entry = entry.ok_or_else(|| {
            let message = format!(
                "the routine \"{}\" cannot be played here",
                nested.id.get_ref()
            );
            Diagnostic::error(message).at(nested.id.span())
        })?;
        let mut steps = RoutineSteps::of(&entry.value, Some((self, nested)));
        steps.is_in_part = unrolling.part.is_some();
        steps.unroll(unrolling)
    }

    /// Unrolls a round. With sides, each round is done on one side, then on the other.
    fn round(
        &mut self,
        group: &'a Round,
        side: Option<Side>,
        unrolling: &mut Unrolling<'a>,
    ) -> Result<(), Diagnostic> {
        let ranges = unrolling.preferences.end(self.routine.ranges);
        let repeat = match ranges {
            RangeEnd::High => group.repeat,
            RangeEnd::Low => group.repeat.low(),
        };
        if !group.repeat.is_one() {
            unrolling.outline.repeats = Some(ranges);
        }
        let outer = (unrolling.passes.clone(), unrolling.round_name.clone());
        unrolling.round_name = group.name.clone().or(outer.1.clone());
        let first = unrolling.begin_round(group, repeat);
        for number in 1..=repeat.played {
            let pass = Pass { number, ..first };
            unrolling.passes = outer.0.iter().copied().chain([pass]).collect();
            if number > 1 && !group.rest.is_zero() {
                let passes = unrolling.passes.clone();
                unrolling.outline.items.push(Item::Rest(group.rest, passes));
            }
            if group.is_sided {
                self.both_sides(group, unrolling)?;
            } else {
                self.blocks(&group.blocks, side, unrolling)?;
            }
        }
        (unrolling.passes, unrolling.round_name) = outer;
        Ok(())
    }

    /// Unrolls a pass on one side, then on the other.
    fn both_sides(
        &mut self,
        group: &'a Round,
        unrolling: &mut Unrolling<'a>,
    ) -> Result<(), Diagnostic> {
        let defaults = &self.routine.defaults;
        let first = group.first.or(defaults.first);
        let first = first.or(unrolling.preferences.first_side);
        let first = first.unwrap_or(Side::Left);
        let switch = group.switch.or(defaults.switch);
        let switch = switch.unwrap_or(unrolling.outline.pace.switch);
        self.blocks(&group.blocks, Some(first), unrolling)?;
        let switch = Item::Switch(first.other(), switch, unrolling.passes.clone());
        unrolling.outline.items.push(switch);
        self.blocks(&group.blocks, Some(first.other()), unrolling)
    }

    fn step(&mut self, step: &step::Step, side: Option<Side>, unrolling: &mut Unrolling<'_>) {
        let Some(planned) = self.planned_on(step, side) else {
            return;
        };
        unrolling.number += 1;
        let prepare = step.prepare.as_ref().map(Spanned::get_ref).copied();
        unrolling.outline.items.push(Item::Step(Outlined {
            number: unrolling.number,
            passes: unrolling.passes.clone(),
            round_name: unrolling.round_name.clone(),
            round_side: side,
            part: unrolling.part.clone(),
            planned,
            prepare: prepare.or(self.routine.defaults.prepare),
            switch: step.switch.or(self.routine.defaults.switch),
            // Of a step in another file, the place is where that file is named in this one.
            span: self
                .nested
                .first()
                .map_or(&step.span, |outer| &outer.span)
                .clone(),
        }));
    }

    /// What is done in a step, on the side of its round where that has one. A step that works both sides at once, or has
    /// them take turns, stays as it is.
    fn planned_on(&mut self, step: &step::Step, side: Option<Side>) -> Option<Arc<Planned>> {
        let whole = self.planned.get(&(step.span.start, None))?;
        let is_unsaid = whole.exercise.is_none() && step.side.is_none();
        let Some(side) = side.filter(|_| whole.sides == Sides::Each || is_unsaid) else {
            return Some(Arc::clone(whole));
        };
        let sided = || {
            Arc::new(Planned {
                sides: side.into(),
                dosage: whole.dosage.on(side),
                ..Planned::clone(whole)
            })
        };
        let sided = match self.planned.get(&(step.span.start, Some(side))) {
            Some(sided) => Arc::clone(sided),
            None => sided(),
        };
        let key = (step.span.start, Some(side));
        Some(Arc::clone(self.planned.entry(key).or_insert(sided)))
    }
}
