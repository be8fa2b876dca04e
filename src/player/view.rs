//! All that drawing needs of a session at a moment.

use std::time::Duration;

use crate::content::dose::tempo::RepPhase;
use crate::content::vocabulary::Side;
use crate::plan::segment::{Segment, SegmentKind};
use crate::plan::timetable::{Timetable, TimetableStep};
use crate::player::event::{Outcome, PauseReason};
use crate::player::moment::Moment;
use crate::player::session::{Session, State};

/// The state of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Counting.
    Running,
    /// Waiting for the person to say that an untimed step is done.
    Waiting,
    /// Counting in; the time until the hold goes on.
    CountIn(Duration),
    /// Not counting.
    Paused(PauseReason),
    /// Over.
    Over(Outcome),
}

/// A moment of a repetition whose phases are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RepMoment {
    /// The repetition, from 0.
    pub(crate) rep: u32,
    /// Its part.
    pub(crate) phase: RepPhase,
    /// Elapsed time of the part.
    pub(crate) passed: Duration,
    /// The length of the part.
    pub(crate) takes: Duration,
}

/// A session at a moment.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The timetable.
    pub timetable: &'a Timetable,
    /// The index of the segment.
    pub index: usize,
    /// The segment.
    pub segment: &'a Segment,
    /// Its step.
    pub(crate) step: &'a TimetableStep,
    /// The phase of the session.
    pub phase: Phase,
    /// Elapsed time of the segment.
    pub(crate) elapsed: Duration,
    /// Remaining time of the segment; `None` if it is untimed.
    pub left: Option<Duration>,
}

impl Session {
    /// The view at `now`. Changes nothing.
    pub fn view(&self, now: Moment) -> View<'_> {
        let segment = &self.timetable.segments[self.at];
        let elapsed = self.elapsed(now);
        View {
            timetable: &self.timetable,
            index: self.at,
            segment,
            step: &self.timetable.steps[segment.step],
            phase: match self.state {
                State::Running { .. } => Phase::Running,
                State::Waiting { .. } => Phase::Waiting,
                State::CountIn { until, .. } => Phase::CountIn(until - now),
                State::Paused { because, .. } => Phase::Paused(because),
                State::Over(outcome) => Phase::Over(outcome),
            },
            elapsed,
            left: segment.length.map(|length| length.saturating_sub(elapsed)),
        }
    }
}

impl<'a> View<'a> {
    /// Time left of the whole routine, without untimed steps.
    pub fn total_left(&self) -> Duration {
        self.timetable.total_from(self.index + 1) + self.left.unwrap_or_default()
    }

    /// The step that comes after this one.
    pub(crate) fn next_step(&self) -> Option<&'a TimetableStep> {
        self.timetable.steps.get(self.segment.step + 1)
    }

    /// The segments of this step that are still to come.
    pub(crate) fn rest_of_step(&self) -> impl Iterator<Item = &'a Segment> {
        let step = self.segment.step;
        self.timetable.segments[self.index + 1..]
            .iter()
            .take_while(move |segment| segment.step == step)
    }

    /// The next work of this step, when the running segment is not the last: the other side, or the next set.
    pub(crate) fn then(&self) -> Option<&'a Segment> {
        self.rest_of_step()
            .find(|segment| segment.kind == SegmentKind::Work)
    }

    /// The side that is worked, or that is got ready for.
    pub(crate) fn side(&self) -> Option<Side> {
        match self.segment.kind {
            SegmentKind::Rest => self.then().and_then(|segment| segment.side),
            _ => self.segment.side,
        }
    }

    /// Returns whether more than one side of this set is still to be worked, from the segment after this one on.
    pub(crate) fn has_two_sides_ahead(&self) -> bool {
        let set = self.segment.set;
        let of_set = |work: &&Segment| work.kind == SegmentKind::Work && work.set == set;
        self.rest_of_step().filter(of_set).count() > 1
    }

    /// The set that is worked or comes after the rest, from 1, and how many there are. `None` for a single set, and
    /// while one gets ready.
    pub(crate) fn set(&self) -> Option<(u32, u32)> {
        let sets = self.step.planned.dosage.of(self.side()).sets.played;
        if self.segment.kind == SegmentKind::Prepare || sets <= 1 {
            return None;
        }
        let next = self.segment.kind == SegmentKind::Rest && self.then().is_some();
        Some(((self.segment.set + u32::from(next)).min(sets), sets))
    }

    /// The running repetition, from 1, and how many there are.
    pub(crate) fn rep(&self) -> Option<(u32, u32)> {
        let (reps, length) = (self.segment.reps?, self.segment.length?);
        let tempo = length / reps.max(1);
        let whole = self.elapsed.as_nanos() / tempo.as_nanos().max(1);
        Some((
            u32::try_from(whole)
                .unwrap_or(0)
                .min(reps.saturating_sub(1))
                + 1,
            reps,
        ))
    }

    /// The part of a repetition that runs after this time of the segment; `None` where no parts are told apart.
    pub(crate) fn rep_moment(&self, elapsed: Duration) -> Option<RepMoment> {
        if self.segment.kind != SegmentKind::Work {
            return None;
        }
        let phases = self.step.planned.dosage.phases(self.segment.side)?;
        let (one, count) = (self.segment.one()?, self.segment.reps?);
        let whole = elapsed.as_nanos().checked_div(one.as_nanos())?;
        let rep = u32::try_from(whole).unwrap_or(u32::MAX).min(count - 1);
        let within = elapsed.saturating_sub(one * rep);
        let mut parts = phases.each();
        let running = parts.find(|&(_, begins, takes)| within < begins + takes);
        running.map(|(phase, begins, takes)| RepMoment {
            rep,
            phase,
            passed: within.saturating_sub(begins),
            takes,
        })
    }
}
