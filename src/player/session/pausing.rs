//! Pausing, and going on.

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
                let tempo = self.length() / reps;
                let whole = if tempo.is_zero() {
                    0
                } else {
                    elapsed.as_nanos() / tempo.as_nanos()
                };
                let from = tempo * u32::try_from(whole).unwrap_or(0).min(reps - 1);
                self.emit(now, Event::Resumed);
                self.run(now, from, |cue| cue.at >= from);
            }
            (SegmentKind::Work, _) => {
                self.emit(now, Event::CountIn);
                self.state = State::CountIn {
                    until: now + COUNT_IN,
                    ticks_left: 3,
                    elapsed,
                };
            }
            (SegmentKind::Prepare | SegmentKind::Switch | SegmentKind::Rest, _) => {
                let short = COUNT_IN.saturating_sub(self.length().saturating_sub(elapsed));
                self.timetable.stretch(self.at, short);
                self.cues = self.timetable.cues(self.at);
                self.emit(now, Event::Resumed);
                self.run(now, elapsed, pending_from(elapsed));
            }
        }
    }
}
