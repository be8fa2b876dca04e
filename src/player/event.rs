//! The inputs of a session and the events that it reports.

use std::time::Duration;

use crate::content::vocabulary::Side;
use crate::plan::cue::Cue;
use crate::plan::vary::Way;
use crate::player::moment::Moment;

/// An input of the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// Time has passed.
    Tick,
    /// Stop counting.
    Pause,
    /// Go on counting.
    Resume,
    /// End this segment; during a switch, leave the step.
    Next,
    /// To the start of this step, or of the one before.
    Back,
    /// The whole routine from the beginning.
    Restart,
    /// Ten seconds more of this.
    Longer,
    /// The rest of this step in an easier way.
    Easier,
    /// The rest of this step in a harder way.
    Harder,
    /// It hurts: pauses.
    Hurt,
    /// All that is left of this step is left out.
    Leave,
    /// An untimed step is done.
    Done,
    /// End the session.
    Stop,
    /// Nobody was there since this moment: the machine slept, or the program was stopped. Pauses as of then.
    Away {
        /// The last moment at which the program was awake.
        since: Moment,
    },
}

/// The reason why the session is paused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PauseReason {
    /// Somebody asked for it.
    Asked,
    /// It hurts.
    Hurt,
    /// The machine slept or the program was stopped.
    Away,
}

/// The way a session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The last segment ended.
    Finished,
    /// Somebody ended it.
    Stopped,
}

/// An event of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A segment began; the index into the timetable.
    Entered(usize),
    /// A cue of the running segment is due, or a tick of the count-in.
    Cue(Cue),
    /// Counting stopped.
    Paused(PauseReason),
    /// Counting goes on after the count-in.
    CountIn,
    /// Counting goes on.
    Resumed,
    /// The running segment, and where there is one its other side, grew by this time.
    Lengthened(Duration),
    /// The rest of a step is done in another way from here on.
    Varied {
        /// Index into the timetable's steps.
        step: usize,
        /// The direction.
        way: Way,
        /// One side of this set was done in one way, and the other is done in another.
        unequal: bool,
    },
    /// There is no such variant; nothing changed.
    NoVariant(Way),
    /// It hurt.
    Hurt {
        /// Index into the timetable's steps.
        step: usize,
        /// The number of times that it has hurt in this session.
        in_all: u32,
    },
    /// A side of a step, or all of a step, was left out.
    Skipped {
        /// Index into the timetable's steps.
        step: usize,
        /// `None` for all that was left of it.
        side: Option<Side>,
    },
    /// An untimed step was said to be done.
    Confirmed {
        /// Index into the timetable's steps.
        step: usize,
    },
    /// The session is over; nothing follows.
    Over(Outcome),
}

/// Something with the moment at which it was due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamped<T> {
    /// When it was due.
    pub at: Moment,
    /// The event.
    pub event: T,
}
