//! The stretches of a timetable.

use std::time::Duration;

use crate::content::vocabulary::Side;

/// The purpose of a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SegmentKind {
    /// Getting into position.
    Prepare,
    /// Doing it.
    Work,
    /// Changing sides.
    Switch,
    /// Between sets or rounds.
    Rest,
    /// Waiting for the person to say that it is done.
    Confirm,
}

impl SegmentKind {
    /// The word in output: `prepare`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Prepare => "prepare",
            Self::Work => "work",
            Self::Switch => "switch",
            Self::Rest => "rest",
            Self::Confirm => "confirm",
        }
    }
}
/// One stretch of the timetable with a beginning and an end.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// The purpose.
    pub kind: SegmentKind,
    /// Index into [`Timetable::steps`](crate::plan::timetable::Timetable::steps).
    pub step: usize,
    /// From 1.
    pub set: u32,
    /// The side that is worked, or that a switch leads to.
    pub side: Option<Side>,
    /// `None` only for confirm.
    pub length: Option<Duration>,
    /// For work that is counted.
    pub(crate) reps: Option<u32>,
}

impl Segment {
    /// One repetition or one breath; `None` where nothing is counted.
    pub(crate) fn one(&self) -> Option<Duration> {
        let count = self.reps.filter(|&count| count > 0)?;
        Some(self.length? / count)
    }

    /// Makes it longer: by this many repetitions where they are counted, else by this time.
    pub(crate) fn lengthen(&mut self, count: u32, by: Duration) {
        let by = self.one().map_or(by, |one| one * count);
        if let Some(reps) = &mut self.reps {
            *reps += count;
        }
        if let Some(length) = &mut self.length {
            *length += by;
        }
    }

    /// True if the other is the same work on the other side, or this work itself.
    pub(crate) fn is_other_side(&self, other: &Self) -> bool {
        let of = |segment: &Self| (segment.kind, segment.step, segment.set);
        self.kind == SegmentKind::Work && self.side.is_some() && of(self) == of(other)
    }
}
