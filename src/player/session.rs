//! The state machine that plays a timetable.
//!
//! Three verbs: feed it an [`Input`] and the time, take the stamped [`Event`]s that come back, and ask for the
//! [`deadline`](Session::deadline), the next moment at which it would act by itself. Events carry the moment at which
//! they were *due*, so a late wake adds no drift; an early or extra wake does nothing; feeding the same time in other
//! portions gives the same events.

pub(crate) mod moves;
pub(crate) mod pausing;

use std::time::Duration;

use crate::plan::cue::{Cue, CueKind, Sound};
use crate::plan::planned::Planned;
use crate::plan::segment::{Segment, SegmentKind};
use crate::plan::timetable::Timetable;
use crate::plan::vary::Way;
use crate::player::event::{Event, Input, Outcome, PauseReason, Stamped};
use crate::player::moment::Moment;
use crate::player::record::Record;

const SECOND: Duration = Duration::from_secs(1);
/// Counted in before the rest of a hold.
const COUNT_IN: Duration = Duration::from_secs(3);
/// The time that one press of "longer" adds.
pub(crate) const LONGER: Duration = Duration::from_secs(10);

/// The state of a session. The same places as [`Phase`](crate::player::view::Phase), with what only the machine needs.
#[derive(Clone, Debug)]
pub(crate) enum State {
    /// Counting down a timed segment.
    Running { ends: Moment, next_cue: usize },
    /// An untimed segment.
    Waiting { since: Moment },
    /// Counting in before the rest of a hold.
    CountIn {
        until: Moment,
        ticks_left: u32,
        elapsed: Duration,
    },
    /// Not counting.
    Paused {
        elapsed: Duration,
        because: PauseReason,
    },
    /// Over.
    Over(Outcome),
}

/// A timetable being played.
#[derive(Clone, Debug)]
pub struct Session {
    pub(crate) timetable: Timetable,
    pub(crate) at: usize,
    pub(crate) state: State,
    cues: Vec<Cue>,
    record: Record,
    /// The moment up to which everything has been played.
    now: Moment,
    log: Vec<Stamped<Event>>,
}

impl Session {
    /// Starts at the first segment.
    #[cfg(feature = "testing")]
    #[must_use]
    pub fn start(timetable: Timetable, now: Moment) -> (Self, Vec<Stamped<Event>>) {
        Self::start_at(timetable, 0, now)
    }

    /// Starts at the first segment of a step, counted from 0.
    #[must_use]
    pub(crate) fn start_at(
        timetable: Timetable,
        step: usize,
        now: Moment,
    ) -> (Self, Vec<Stamped<Event>>) {
        let mut session = Self {
            record: Record::new(timetable.steps.len()),
            at: timetable.first_segment(step),
            state: State::Over(Outcome::Finished),
            cues: Vec::new(),
            timetable,
            now,
            log: Vec::new(),
        };
        session.enter(session.at, now);
        session.catch_up(now);
        let log = std::mem::take(&mut session.log);
        (session, log)
    }

    /// Feeds an input. Whatever was due until `now` happens first; `now` before an earlier `now` counts as that.
    #[must_use]
    pub fn handle(&mut self, input: Input, now: Moment) -> Vec<Stamped<Event>> {
        let now = match input {
            Input::Away { since } => since.min(now).max(self.now),
            _ => now.max(self.now),
        };
        self.catch_up(now);
        match input {
            Input::Tick => {}
            Input::Pause => self.pause(PauseReason::Asked, now),
            Input::Away { .. } => self.pause(PauseReason::Away, now),
            Input::Resume => self.resume(now),
            Input::Next => self.next(now),
            Input::Back => self.back(now),
            Input::Restart => self.restart(now),
            Input::Longer => self.longer(now),
            Input::Easier => self.vary(Way::Easier, now),
            Input::Harder => self.vary(Way::Harder, now),
            Input::Hurt => self.hurt(now),
            Input::Leave => self.leave(now),
            Input::Done => self.done(now),
            Input::Stop => self.stop(now),
        }
        self.catch_up(now);
        std::mem::take(&mut self.log)
    }

    /// The next moment at which it acts without input; `None` while it waits for a person. Changes only by
    /// [`handle`](Self::handle).
    pub fn deadline(&self) -> Option<Moment> {
        match self.state {
            State::Running { ends, next_cue } => {
                let cue = self.cues.get(next_cue).map(|cue| self.due(cue, ends));
                Some(cue.map_or(ends, |due| due.min(ends)))
            }
            State::CountIn {
                until, ticks_left, ..
            } => Some(Self::count_in_tick(until, ticks_left)),
            State::Waiting { .. } | State::Paused { .. } | State::Over(_) => None,
        }
    }

    /// Returns the record so far.
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// Returns the alternative for the rest of this step.
    pub(crate) fn variant(&self, way: Way) -> Option<&Planned> {
        match self.state {
            State::Over(_) => None,
            _ => self.timetable.variant(self.at, way),
        }
    }

    /// Returns the timetable as it is now.
    pub fn timetable(&self) -> &Timetable {
        &self.timetable
    }

    fn segment(&self) -> &Segment {
        &self.timetable.segments[self.at]
    }

    fn length(&self) -> Duration {
        self.segment().length.unwrap_or_default()
    }

    /// When a cue of the running segment is due.
    fn due(&self, cue: &Cue, ends: Moment) -> Moment {
        Moment::at(
            ends.since_start()
                .saturating_sub(self.length().saturating_sub(cue.at)),
        )
    }

    fn count_in_tick(until: Moment, ticks_left: u32) -> Moment {
        Moment::at(until.since_start().saturating_sub(SECOND * ticks_left))
    }

    fn emit(&mut self, at: Moment, event: Event) {
        self.log.push(Stamped { at, event });
    }

    /// Lets everything happen that was due until `now`, in order, each at its due time.
    fn catch_up(&mut self, now: Moment) {
        self.now = now;
        loop {
            match self.state {
                State::Running { ends, next_cue } => {
                    if let Some(cue) = self
                        .cues
                        .get(next_cue)
                        .filter(|cue| self.due(cue, ends) <= now)
                        .cloned()
                    {
                        self.emit(self.due(&cue, ends), Event::Cue(cue));
                        self.state = State::Running {
                            ends,
                            next_cue: next_cue + 1,
                        };
                    } else if ends <= now {
                        self.complete(self.length());
                        self.advance(ends);
                    } else {
                        return;
                    }
                }
                State::CountIn {
                    until,
                    ticks_left,
                    elapsed,
                } => {
                    let due = Self::count_in_tick(until, ticks_left);
                    if due > now {
                        return;
                    }
                    if ticks_left == 0 {
                        self.emit(until, Event::Resumed);
                        // A breath is begun again, with its first cue.
                        let again = self.is_breathing();
                        let pending = pending_from(elapsed);
                        self.run(until, elapsed, |cue| {
                            pending(cue) || (again && cue.at == elapsed)
                        });
                    } else {
                        let tick = Cue {
                            at: elapsed,
                            kind: CueKind::Tick,
                            say: None,
                            sound: Some(Sound::Tick),
                        };
                        self.emit(due, Event::Cue(tick));
                        self.state = State::CountIn {
                            until,
                            ticks_left: ticks_left - 1,
                            elapsed,
                        };
                    }
                }
                State::Waiting { .. } | State::Paused { .. } | State::Over(_) => return,
            }
        }
    }

    /// Counts the segment on from `elapsed`; the first cue that `pending` accepts comes next.
    fn run(&mut self, now: Moment, elapsed: Duration, pending: impl Fn(&Cue) -> bool) {
        let next_cue = self
            .cues
            .iter()
            .position(pending)
            .unwrap_or(self.cues.len());
        self.state = State::Running {
            ends: now + self.length().saturating_sub(elapsed),
            next_cue,
        };
    }

    /// Returns the elapsed time of the running segment.
    pub(crate) fn elapsed(&self, now: Moment) -> Duration {
        match self.state {
            State::Running { ends, .. } => self.length().saturating_sub(ends - now),
            State::CountIn { elapsed, .. } | State::Paused { elapsed, .. } => elapsed,
            State::Waiting { .. } | State::Over(_) => Duration::ZERO,
        }
    }

    fn enter(&mut self, index: usize, now: Moment) {
        if let Some(step) = self.step_left_for(index) {
            self.record.passed(step);
        }
        let Some(segment) = self.timetable.segments.get(index) else {
            self.state = State::Over(Outcome::Finished);
            self.emit(now, Event::Over(Outcome::Finished));
            return;
        };
        let timed = segment.length.is_some();
        self.at = index;
        self.cues = self.timetable.cues(index);
        self.emit(now, Event::Entered(index));
        if timed {
            self.run(now, Duration::ZERO, |_| true);
        } else {
            self.state = State::Waiting { since: now };
            self.emit_untimed(now, |kind| kind != CueKind::Finish);
        }
    }

    /// The step that is over when this segment is entered; `None` within a step and on the way back.
    fn step_left_for(&self, index: usize) -> Option<usize> {
        let segments = &self.timetable.segments;
        let step = segments.get(self.at)?.step;
        let is_ahead = segments.get(index).is_none_or(|next| next.step > step);
        is_ahead.then_some(step)
    }

    /// An untimed segment has its cues at its beginning, and the routine's finish at its end.
    fn emit_untimed(&mut self, now: Moment, due: impl Fn(CueKind) -> bool) {
        let cues: Vec<Cue> = self
            .cues
            .iter()
            .filter(|cue| due(cue.kind))
            .cloned()
            .collect();
        for cue in cues {
            self.emit(now, Event::Cue(cue));
        }
    }

    fn advance(&mut self, now: Moment) {
        self.enter(self.at + 1, now);
    }

    /// Ends the running segment after this time of work.
    fn complete(&mut self, done: Duration) {
        let (kind, step) = (self.segment().kind, self.segment().step);
        if kind == SegmentKind::Work {
            self.record.worked(step, done);
            if done >= self.length() {
                self.record.completed(&self.timetable, self.at);
            }
        }
    }

    fn longer(&mut self, now: Moment) {
        let elapsed = self.elapsed(now);
        if matches!(self.state, State::Over(_)) {
            return;
        }
        let Some(by) = self.timetable.lengthen(self.at, LONGER) else {
            return;
        };
        self.cues = self.timetable.cues(self.at);
        self.emit(now, Event::Lengthened(by));
        if matches!(self.state, State::Running { .. }) {
            self.run(now, elapsed, |cue| cue.at > elapsed);
        }
    }

    /// Ends what only waits for the person, or work that has a ceiling and no fixed end.
    fn done(&mut self, now: Moment) {
        if !self.can_be_done() {
            return;
        }
        let step = self.segment().step;
        if self.segment().kind == SegmentKind::Work {
            self.record.worked(step, self.elapsed(now));
        }
        self.record.completed(&self.timetable, self.at);
        self.emit(now, Event::Confirmed { step });
        self.emit_untimed(now, |kind| kind == CueKind::Finish);
        self.advance(now);
    }

    /// Returns whether the person can say now that the running segment is done.
    pub(crate) fn can_be_done(&self) -> bool {
        match self.state {
            State::Waiting { .. } => true,
            State::Running { .. } => self.timetable.is_up_to(self.segment()),
            State::CountIn { .. } | State::Paused { .. } | State::Over(_) => false,
        }
    }

    fn stop(&mut self, now: Moment) {
        if matches!(self.state, State::Over(_)) {
            return;
        }
        self.complete(self.elapsed(now));
        self.state = State::Over(Outcome::Stopped);
        self.emit(now, Event::Over(Outcome::Stopped));
    }
}

/// Returns the cues that are still to come after a pause. At the very beginning all of them: a segment that was entered
/// while paused has said nothing yet.
fn pending_from(elapsed: Duration) -> impl Fn(&Cue) -> bool {
    move |cue| cue.at > elapsed || elapsed.is_zero()
}
