//! The record of each step.

use std::time::Duration;

use crate::content::vocabulary::Side;
use crate::plan::segment::{Segment, SegmentKind};
use crate::plan::timetable::Timetable;
use crate::plan::vary::Way;

/// The result of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Result {
    /// All of it.
    Done,
    /// Some of it.
    Partly,
    /// Passed over: the session went on behind it.
    Skipped,
    /// The session did not get past it, and ended before any of it was done.
    NotReached,
}

/// Work that was played to its end, and with which exercise. Its place in the timetable does not count: that changes
/// when a step is varied.
#[derive(Clone, Debug)]
struct DoneUnit {
    set: u32,
    side: Option<Side>,
    exercise: String,
}

impl DoneUnit {
    fn is(&self, segment: &Segment) -> bool {
        (self.set, self.side) == (segment.set, segment.side)
    }
}

#[derive(Clone, Debug, Default)]
struct StepRecord {
    /// Time worked; time done twice counts twice.
    worked: Duration,
    completed: Vec<DoneUnit>,
    /// All of it was completed at some time.
    done: bool,
    passed: bool,
    rungs: i32,
    hurt: u32,
}

/// The record of a session, step by step.
#[derive(Clone, Debug)]
pub struct Record {
    steps: Vec<StepRecord>,
    /// The exercises that hurt, by name, in order of time.
    hurts: Vec<String>,
}

impl Record {
    pub(crate) fn new(steps: usize) -> Self {
        Self {
            steps: vec![StepRecord::default(); steps],
            hurts: Vec::new(),
        }
    }

    /// The session went on to what comes after this step.
    pub(crate) fn passed(&mut self, step: usize) {
        if let Some(record) = self.steps.get_mut(step) {
            record.passed = true;
        }
    }

    pub(crate) fn worked(&mut self, step: usize, time: Duration) {
        if let Some(record) = self.steps.get_mut(step) {
            record.worked += time;
        }
    }

    /// A segment of work or confirm was played to its end.
    pub(crate) fn completed(&mut self, timetable: &Timetable, segment: usize) {
        let Some(segment) = timetable.segments.get(segment) else {
            return;
        };
        let Some(record) = self.steps.get_mut(segment.step) else {
            return;
        };
        record.completed.retain(|unit| !unit.is(segment));
        record.completed.push(DoneUnit {
            set: segment.set,
            side: segment.side,
            exercise: timetable.planned(segment).name.clone(),
        });
        let completed = |work: &Segment| record.completed.iter().any(|unit| unit.is(work));
        record.done |= timetable
            .segments
            .iter()
            .filter(|work| work.step == segment.step)
            .filter(|work| matches!(work.kind, SegmentKind::Work | SegmentKind::Confirm))
            .all(completed);
    }

    pub(crate) fn varied(&mut self, step: usize, way: Way) {
        if let Some(record) = self.steps.get_mut(step) {
            record.rungs += match way {
                Way::Easier => -1,
                Way::Harder => 1,
            };
        }
    }

    /// Counts; how often it has hurt in all comes back.
    pub(crate) fn hurts(&mut self, step: usize, exercise: &str) -> u32 {
        if let Some(record) = self.steps.get_mut(step) {
            record.hurt += 1;
        }
        self.hurts.push(exercise.to_owned());
        u32::try_from(self.hurts.len()).unwrap_or(u32::MAX)
    }

    /// Returns whether this work was completed, and with another exercise than this.
    pub(crate) fn differs(&self, work: &Segment, exercise: &str) -> bool {
        self.steps.get(work.step).is_some_and(|record| {
            let mut units = record.completed.iter();
            units.any(|unit| unit.is(work) && unit.exercise != exercise)
        })
    }

    /// Time worked on a step; time done twice counts twice.
    #[cfg(feature = "testing")]
    pub fn time(&self, step: usize) -> Duration {
        self.steps
            .get(step)
            .map_or(Duration::ZERO, |record| record.worked)
    }

    /// Time worked in all.
    pub fn total_time(&self) -> Duration {
        self.steps.iter().map(|record| record.worked).sum()
    }

    /// Returns the result of a step.
    pub fn result(&self, step: usize) -> Result {
        match self.steps.get(step) {
            Some(record) if record.done => Result::Done,
            Some(record) if !record.completed.is_empty() || !record.worked.is_zero() => {
                Result::Partly
            }
            Some(record) if record.passed => Result::Skipped,
            _ => Result::NotReached,
        }
    }

    /// Counts the steps with this result.
    pub(crate) fn count(&self, result: Result) -> usize {
        (0..self.steps.len())
            .filter(|&step| self.result(step) == result)
            .count()
    }

    /// Returns the rungs of its ladder by which a step was harder than planned at its end; below zero it was easier.
    pub fn rungs(&self, step: usize) -> i32 {
        self.steps.get(step).map_or(0, |record| record.rungs)
    }

    /// Returns whether the sides of a set were done in different ways.
    #[cfg(feature = "testing")]
    pub fn is_unequal(&self, step: usize) -> bool {
        self.steps.get(step).is_some_and(|record| {
            let differ = |one: &DoneUnit, other: &DoneUnit| {
                one.set == other.set && one.side != other.side && one.exercise != other.exercise
            };
            let units = &record.completed;
            units
                .iter()
                .any(|one| units.iter().any(|other| differ(one, other)))
        })
    }

    /// Returns the number of times that a step hurt.
    #[cfg(feature = "testing")]
    pub fn hurt(&self, step: usize) -> u32 {
        self.steps.get(step).map_or(0, |record| record.hurt)
    }

    /// The exercises that hurt, by name, in order of time.
    pub fn hurting(&self) -> &[String] {
        &self.hurts
    }
}
