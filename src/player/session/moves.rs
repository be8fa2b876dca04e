//! Where a session goes when it is told to go elsewhere than on.

use std::time::Duration;

use crate::plan::timetable::{Kind, Segment};
use crate::player::event::Event;
use crate::player::moment::Moment;
use crate::player::session::{Session, State};

/// A press of "back" so soon after the start of a step means the step before.
const BACK_TWICE: Duration = Duration::from_secs(2);

impl Session {
    pub(super) fn next(&mut self, now: Moment) {
        if matches!(self.state, State::Over(_)) {
            return;
        }
        self.complete(self.elapsed(now));
        let Segment {
            kind, step, side, ..
        } = *self.segment();
        match kind {
            Kind::Switch => {
                self.emit(now, Event::Skipped { step, side });
                let segments = &self.timetable.segments;
                let next = (self.at..segments.len()).find(|&index| segments[index].step != step);
                self.go_to(next.unwrap_or(segments.len()), now);
            }
            Kind::Confirm => {
                self.emit(now, Event::Skipped { step, side: None });
                self.go_to(self.at + 1, now);
            }
            Kind::Prepare | Kind::Work | Kind::Rest => self.go_to(self.at + 1, now),
        }
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
    pub(super) fn restart(&mut self, now: Moment) {
        if !matches!(self.state, State::Over(_)) {
            self.complete(self.elapsed(now));
            self.enter(0, now);
        }
    }

    pub(super) fn back(&mut self, now: Moment) {
        if matches!(self.state, State::Over(_)) {
            return;
        }
        let elapsed = match self.state {
            State::Waiting { since } => now - since,
            _ => self.elapsed(now),
        };
        self.complete(self.elapsed(now));
        let step = self.segment().step;
        let first = self.timetable.first_segment(step);
        let again = self.at == first && elapsed < BACK_TWICE;
        let target = if again {
            self.timetable.first_segment(step.saturating_sub(1))
        } else {
            first
        };
        self.go_to(target, now);
    }
}
