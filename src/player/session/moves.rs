//! The moves of a session to another place than the next.

use std::time::Duration;

use crate::plan::segment::{Segment, SegmentKind};
use crate::plan::vary::{Varied, Way};
use crate::player::event::Event;
use crate::player::moment::Moment;
use crate::player::session::{Session, State};

/// A press of "back" so soon after the start of a step means the step before.
const BACK_TWICE: Duration = Duration::from_secs(2);

impl Session {
    pub(crate) fn next(&mut self, now: Moment) {
        if matches!(self.state, State::Over(_)) {
            return;
        }
        self.complete(self.elapsed(now));
        let Segment {
            kind, step, side, ..
        } = *self.segment();
        match kind {
            // What is skipped is the other side. A switch at the end of a step belongs to its round.
            SegmentKind::Switch if self.next_step() > self.at + 1 => {
                self.emit(now, Event::Skipped { step, side });
                self.go_to(self.next_step(), now);
            }
            SegmentKind::Confirm => {
                self.emit(now, Event::Skipped { step, side: None });
                self.go_to(self.at + 1, now);
            }
            SegmentKind::Prepare | SegmentKind::Work | SegmentKind::Switch | SegmentKind::Rest => {
                self.go_to(self.at + 1, now);
            }
        }
    }

    /// Leaves out all that is left of a step.
    pub(crate) fn leave(&mut self, now: Moment) {
        if matches!(self.state, State::Over(_)) {
            return;
        }
        self.complete(self.elapsed(now));
        let step = self.segment().step;
        let next = self.next_step();
        let mut left = self.timetable.segments[self.at..next].iter();
        if left.any(|segment| matches!(segment.kind, SegmentKind::Work | SegmentKind::Confirm)) {
            self.emit(now, Event::Skipped { step, side: None });
        }
        self.go_to(next, now);
    }

    /// Goes on with an easier or a harder variant of what is left of this step.
    pub(crate) fn vary(&mut self, way: Way, now: Moment) {
        if matches!(self.state, State::Over(_)) {
            return;
        }
        if self.variant(way).is_none() {
            self.emit(now, Event::NoVariant(way));
            return;
        }
        let elapsed = self.elapsed(now);
        self.complete(elapsed);
        let left = match self.segment().kind {
            SegmentKind::Work | SegmentKind::Confirm => Duration::ZERO,
            SegmentKind::Prepare | SegmentKind::Switch | SegmentKind::Rest => {
                self.length().saturating_sub(elapsed)
            }
        };
        let Some(Varied { step, prepare }) = self.timetable.vary(self.at, left, way) else {
            return;
        };
        self.record.varied(step, way);
        let exercise = &self.timetable.steps[step].planned.name;
        let segments = &self.timetable.segments;
        let set = segments[prepare].set;
        let unequal = segments[..prepare].iter().any(|work| {
            (work.kind, work.step, work.set) == (SegmentKind::Work, step, set)
                && self.record.differs(work, exercise)
        });
        self.emit(now, Event::Varied { step, way, unequal });
        self.go_to(prepare, now);
    }

    /// The first segment that is not of this step any more.
    fn next_step(&self) -> usize {
        let (segments, step) = (&self.timetable.segments, self.segment().step);
        (self.at..segments.len())
            .find(|&index| segments[index].step != step)
            .unwrap_or(segments.len())
    }

    /// Enters a segment; a paused session stays paused there.
    fn go_to(&mut self, index: usize, now: Moment) {
        if matches!(self.state, State::Over(_)) {
            return;
        }
        let paused = match self.state {
            State::Paused { because, .. } => Some(because),
            _ => None,
        };
        self.enter(index, now);
        if let (Some(because), State::Running { .. }) = (paused, &self.state) {
            self.state = State::Paused {
                elapsed: Duration::ZERO,
                because,
            };
        }
    }

    /// From the first segment, counting at once, paused or not.
    pub(crate) fn restart(&mut self, now: Moment) {
        if !matches!(self.state, State::Over(_)) {
            self.complete(self.elapsed(now));
            self.timetable.lay_out_again(0);
            self.enter(0, now);
        }
    }

    pub(crate) fn back(&mut self, now: Moment) {
        if matches!(self.state, State::Over(_)) {
            return;
        }
        let elapsed = match self.state {
            State::Waiting { since } => now - since,
            _ => self.elapsed(now),
        };
        self.complete(self.elapsed(now));
        let step = self.segment().step;
        let beginning = self.timetable.beginning(step);
        let again = self.at == beginning && elapsed < BACK_TWICE;
        let target = if again {
            let before = step.saturating_sub(1);
            self.timetable.lay_out_again(before);
            self.timetable.first_segment(before)
        } else {
            beginning
        };
        self.go_to(target, now);
    }
}
