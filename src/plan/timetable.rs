//! A routine lowered into a flat list of segments.

use std::sync::Arc;
use std::time::Duration;

use crate::content::pace::Pace;
use crate::content::part::{RoutinePart, begun};
use crate::content::vocabulary::{RangeEnd, Side, When};
use crate::plan::outline::passes::{Pass, are_same};
use crate::plan::planned::{Planned, props};
use crate::plan::segment::{Segment, SegmentKind};
use crate::plan::words::Begun;

/// Longer timetables are mistakes.
pub(crate) const LONGEST: Duration = Duration::from_secs(12 * 3600);

/// No segment grows beyond this by asking.
const LONGEST_SEGMENT: Duration = Duration::from_secs(3 * 3600);

/// A step of the timetable: what is done, and its place in the routine.
#[derive(Clone, Debug)]
pub struct TimetableStep {
    /// From 1, counting the authored steps as unrolled.
    pub number: u32,
    /// From 1: the round that it is in, the innermost when rounds are nested.
    pub round: u32,
    /// The passes of rounds that it is in, the innermost last.
    pub(crate) passes: Arc<[Pass]>,
    /// The part that it is in.
    pub(crate) part: Option<Arc<RoutinePart>>,
    /// The name of the innermost round that has one, shared by all its steps.
    pub(crate) round_name: Option<Arc<str>>,
    /// The planned work; shared between rounds.
    pub planned: Arc<Planned>,
    /// The easier alternatives, the nearest first.
    pub easier: Vec<Arc<Planned>>,
    /// The harder alternatives, the nearest first.
    pub harder: Vec<Arc<Planned>>,
    /// The time to get ready, as it was laid out.
    pub prepare: Duration,
    /// The pause in which sides are changed, where there are two.
    pub(crate) switch: Duration,
}

/// Returns the name of the round that begins at a step: its own, unless the step before is in the same round.
pub(crate) fn begun_round<'a>(
    before: Option<&Arc<str>>,
    own: Option<&'a Arc<str>>,
) -> Option<&'a str> {
    let own = own.filter(|own| before.is_none_or(|before| !Arc::ptr_eq(before, own)));
    own.map(|own| &**own)
}

/// A routine lowered for one person.
#[derive(Clone, Debug)]
pub struct Timetable {
    /// The routine's id, or its path.
    pub id: String,
    /// The routine's title.
    pub(crate) title: String,
    /// When it belongs: decides how it ends.
    pub when: When,
    /// The times between things.
    pub pace: Pace,
    /// The way back from the floor, where it ends there.
    pub(crate) way_back: Option<String>,
    /// The end of the ranges of rounds that plays; `None` where no number of rounds is a range.
    pub(crate) repeats: Option<RangeEnd>,
    /// The steps that are played, in order.
    pub steps: Vec<TimetableStep>,
    /// All segments, in order.
    pub segments: Vec<Segment>,
}

impl Timetable {
    /// The sum of all timed segments.
    pub fn total(&self) -> Duration {
        self.segments
            .iter()
            .filter_map(|segment| segment.length)
            .sum()
    }

    /// The sum of all timed segments from this one on.
    pub(crate) fn total_from(&self, segment: usize) -> Duration {
        self.segments
            .iter()
            .skip(segment)
            .filter_map(|segment| segment.length)
            .sum()
    }

    /// Returns the part and the round that begin with a step.
    pub(crate) fn begun(&self, step: usize) -> Begun<'_> {
        let name = |step: usize| self.steps.get(step)?.round_name.as_ref();
        Begun {
            part: self.begun_part(step),
            round: begun_round(step.checked_sub(1).and_then(name), name(step)),
        }
    }

    /// Returns the part that begins with a step; `None` inside a part.
    pub(crate) fn begun_part(&self, step: usize) -> Option<&RoutinePart> {
        let part = |step: usize| self.steps.get(step)?.part.as_deref();
        begun(step.checked_sub(1).and_then(part), part(step))
    }

    /// Returns the planned work of a segment.
    pub fn planned(&self, segment: &Segment) -> &Planned {
        &self.steps[segment.step].planned
    }

    /// Returns whether a step waits for the person to say that it is done.
    pub(crate) fn waits(&self) -> bool {
        let mut segments = self.segments.iter();
        segments.any(|segment| segment.kind == SegmentKind::Confirm)
    }

    /// Returns whether a segment is work with a ceiling, which the person may say is done at any time.
    pub(crate) fn is_up_to(&self, segment: &Segment) -> bool {
        segment.kind == SegmentKind::Work && self.planned(segment).dosage.up_to
    }

    /// Makes a timed segment longer by this time.
    pub(crate) fn stretch(&mut self, segment: usize, by: Duration) {
        if let Some(length) = self
            .segments
            .get_mut(segment)
            .and_then(|segment| segment.length.as_mut())
        {
            *length += by;
        }
    }

    /// Makes a timed segment longer by at least this time, in whole repetitions where it is counted. Work on one side
    /// takes the other side of its set along, by as many repetitions of that side. What was added comes back; `None`
    /// when there is nothing to lengthen, or it is long enough.
    pub(crate) fn lengthen(&mut self, segment: usize, by: Duration) -> Option<Duration> {
        let running = self.segments.get(segment)?.clone();
        let length = running.length?;
        let (count, by) = match running.one() {
            Some(one) => {
                let count = by.as_nanos().div_ceil(one.as_nanos().max(1));
                let count = u32::try_from(count).unwrap_or(u32::MAX);
                (count, one * count)
            }
            None => (0, by),
        };
        if length + by > LONGEST_SEGMENT {
            return None;
        }
        let twin = running.side.and_then(|side| self.twin(segment, side));
        for (index, other) in self.segments.iter_mut().enumerate() {
            if index == segment || Some(index) == twin || running.is_other_side(other) {
                other.lengthen(count, by);
            }
        }
        Some(by)
    }

    /// The same work on the other side, later in the same pass of a round with sides.
    pub(crate) fn twin(&self, segment: usize, side: Side) -> Option<usize> {
        let own = self.segments.get(segment)?;
        let written = |segment: &Segment| self.steps[segment.step].planned.written;
        let passes = |segment: &Segment| &*self.steps[segment.step].passes;
        let is_twin = |(_, other): &(usize, &Segment)| {
            (other.kind, other.set, other.side) == (own.kind, own.set, Some(side.other()))
                && other.step != own.step
                && written(other) == written(own)
                && are_same(passes(other), passes(own))
        };
        let mut later = self.segments.iter().enumerate().skip(segment + 1);
        later.find(is_twin).map(|(index, _)| index)
    }

    /// Returns the end of ranges that plays; `None` where nothing in it is a range.
    pub(crate) fn ranges(&self) -> Option<RangeEnd> {
        let mut planned = self.steps.iter().map(|step| &step.planned);
        let with_range = planned.find(|planned| planned.dosage.has_range());
        with_range.map(|planned| planned.ranges).or(self.repeats)
    }

    /// The first segment of a step.
    pub fn first_segment(&self, step: usize) -> usize {
        self.segments
            .iter()
            .position(|segment| segment.step == step)
            .unwrap_or(0)
    }

    /// Everything that is needed, each once, in the order in which it is first needed.
    pub fn props(&self) -> Vec<&str> {
        props(self.steps.iter().map(|step| &*step.planned))
    }

    /// Returns whether nothing in it is timed: a checklist.
    pub fn is_checklist(&self) -> bool {
        self.segments
            .iter()
            .all(|segment| segment.kind == SegmentKind::Confirm)
    }
}
