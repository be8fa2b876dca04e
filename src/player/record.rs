//! What was done of each step.

use std::time::Duration;

use crate::plan::timetable::{Kind, Timetable};

/// How a step came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Result {
    /// All of it.
    Done,
    /// Some of it.
    Partly,
    /// Passed over.
    Skipped,
    /// The session ended before it.
    NotReached,
}

#[derive(Clone, Debug, Default)]
struct StepRecord {
    /// Time worked; time done twice counts twice.
    worked: Duration,
    /// Segments of work or confirm that were played to their end.
    completed: Vec<usize>,
    entered: bool,
}

/// What was done, step by step.
#[derive(Clone, Debug)]
pub struct Record {
    steps: Vec<StepRecord>,
}

impl Record {
    pub(super) fn new(steps: usize) -> Self {
        Self {
            steps: vec![StepRecord::default(); steps],
        }
    }

    pub(super) fn entered(&mut self, step: usize) {
        if let Some(record) = self.steps.get_mut(step) {
            record.entered = true;
        }
    }

    pub(super) fn worked(&mut self, step: usize, time: Duration) {
        if let Some(record) = self.steps.get_mut(step) {
            record.worked += time;
        }
    }

    pub(super) fn completed(&mut self, step: usize, segment: usize) {
        if let Some(record) = self.steps.get_mut(step)
            && !record.completed.contains(&segment)
        {
            record.completed.push(segment);
        }
    }

    /// Time worked on a step; time done twice counts twice.
    pub fn time(&self, step: usize) -> Duration {
        self.steps
            .get(step)
            .map_or(Duration::ZERO, |record| record.worked)
    }

    /// Time worked in all.
    pub fn total_time(&self) -> Duration {
        self.steps.iter().map(|record| record.worked).sum()
    }

    /// How a step came out.
    pub fn result(&self, timetable: &Timetable, step: usize) -> Result {
        let Some(record) = self.steps.get(step) else {
            return Result::NotReached;
        };
        let work = timetable
            .segments
            .iter()
            .filter(|segment| {
                segment.step == step && matches!(segment.kind, Kind::Work | Kind::Confirm)
            })
            .count();
        if record.completed.len() >= work {
            Result::Done
        } else if !record.completed.is_empty() || !record.worked.is_zero() {
            Result::Partly
        } else if record.entered {
            Result::Skipped
        } else {
            Result::NotReached
        }
    }

    /// How many steps came out so.
    pub fn count(&self, timetable: &Timetable, result: Result) -> usize {
        (0..timetable.steps.len())
            .filter(|&step| self.result(timetable, step) == result)
            .count()
    }
}
