//! Pausing, and going on.

use std::time::Duration;

use crate::content::dose::Dose;
use crate::plan::segment::SegmentKind;
use crate::player::event::{Event, PauseReason};
use crate::player::moment::Moment;
use crate::player::session::{COUNT_IN, Session, State, pending_from};

impl Session {
    pub(crate) fn pause(&mut self, because: PauseReason, now: Moment) {
        match self.state {
            State::Running { .. } | State::CountIn { .. } => {
                self.state = State::Paused {
                    elapsed: self.elapsed(now),
                    because,
                };
                self.emit(now, Event::Paused(because));
            }
            State::Waiting { .. } | State::Paused { .. } | State::Over(_) => {}
        }
    }

    /// Notes that it hurts. Nothing counts any more until the person says so.
    pub(crate) fn hurt(&mut self, now: Moment) {
        if matches!(self.state, State::Over(_)) {
            return;
        }
        let (step, name) = (
            self.segment().step,
            &self.timetable.planned(self.segment()).name,
        );
        let in_all = self.record.hurts(step, name);
        self.emit(now, Event::Hurt { step, in_all });
        self.pause(PauseReason::Hurt, now);
        if let State::Paused { because, .. } = &mut self.state {
            *because = PauseReason::Hurt;
        }
    }

    pub(crate) fn resume(&mut self, now: Moment) {
        let State::Paused { elapsed, .. } = self.state else {
            return;
        };
        match (self.segment().kind, self.segment().reps) {
            (SegmentKind::Confirm, _) => self.state = State::Waiting { since: now },
            (SegmentKind::Work, Some(reps)) if reps > 0 => {
                let from = self.beginning_of_one(reps, elapsed);
                if self.is_breathing() {
                    self.count_in(now, from);
                } else {
                    self.emit(now, Event::Resumed);
                    self.run(now, from, |cue| cue.at >= from);
                }
            }
            (SegmentKind::Work, _) => self.count_in(now, elapsed),
            (SegmentKind::Prepare | SegmentKind::Switch | SegmentKind::Rest, _) => {
                let short = COUNT_IN.saturating_sub(self.length().saturating_sub(elapsed));
                self.timetable.stretch(self.at, short);
                self.cues = self.timetable.cues(self.at);
                self.emit(now, Event::Resumed);
                self.run(now, elapsed, pending_from(elapsed));
            }
        }
    }

    /// Counts in, then goes on from this time of the segment.
    fn count_in(&mut self, now: Moment, elapsed: Duration) {
        self.emit(now, Event::CountIn);
        self.state = State::CountIn {
            until: now + COUNT_IN,
            ticks_left: 3,
            elapsed,
        };
    }

    /// Returns the beginning of the repetition or breath that runs after this time of the segment.
    fn beginning_of_one(&self, reps: u32, elapsed: Duration) -> Duration {
        let one = self.length() / reps;
        let whole = elapsed.as_nanos().checked_div(one.as_nanos()).unwrap_or(0);
        one * u32::try_from(whole).unwrap_or(0).min(reps - 1)
    }

    /// Returns whether the running segment counts breaths.
    pub(crate) fn is_breathing(&self) -> bool {
        let segment = self.segment();
        let dosage = &self.timetable.planned(segment).dosage;
        matches!(dosage.of(segment.side).dose, Dose::Breaths(_))
    }
}
