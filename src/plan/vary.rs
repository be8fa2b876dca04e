//! Makes a step easier or harder while it is played: the rest of the step is laid out again, other steps stay.

pub(crate) mod variant;

use std::sync::Arc;
use std::time::Duration;

use crate::content::vocabulary::Side;
use crate::plan::lower::paced_prepare;
use crate::plan::planned::Planned;
use crate::plan::posture::Posture;
use crate::plan::segment::{Segment, SegmentKind};
use crate::plan::sets::sets;
use crate::plan::timetable::Timetable;
use crate::plan::words::{self, Opening};

/// The direction of a variation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It was too much.
    Easier,
    /// It was too little.
    Harder,
}

impl Way {
    /// `easier` or `harder`.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Easier => "easier",
            Self::Harder => "harder",
        }
    }
}

/// The result of a variation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Varied {
    /// Index into [`Timetable::steps`].
    pub(crate) step: usize,
    /// Index of the variant's prepare.
    pub(crate) prepare: usize,
}

impl Timetable {
    /// Returns the alternative from this segment on: the nearest variant of the step whose work comes next.
    pub(crate) fn variant(&self, at: usize, way: Way) -> Option<&Planned> {
        let step = &self.steps[self.coming(at)?.step];
        let ladder = match way {
            Way::Easier => &step.easier,
            Way::Harder => &step.harder,
        };
        ladder.first().map(|variant| &**variant)
    }

    /// Puts the nearest variant in the place of what is left of a step from this segment on, the segment included.
    ///
    /// A prepare comes first: as long as the pace asks for, and not shorter than `left`. Then comes the work that is
    /// left. When the variant has other sides, what is left of this set is the variant's own; a side that was done
    /// stays done. In a round with sides the same step on the other side, where it is still to come, goes along.
    /// Segments before this one keep their places. `None`, and nothing is changed, without a variant.
    pub(crate) fn vary(&mut self, at: usize, left: Duration, way: Way) -> Option<Varied> {
        let twin = self.twin_of_coming(at);
        let varied = self.vary_step(at, left, way)?;
        if let Some(twin) = twin {
            let first = self.first_segment(twin);
            if self.vary_step(first, Duration::ZERO, way).is_some() {
                let prepare = self.prepare_of(twin);
                let length = &mut self.segments[first].length;
                *length = length.map(|length| length.max(prepare));
            }
        }
        Some(varied)
    }

    /// The step on the other side, later in a round with sides, of the work that comes next.
    fn twin_of_coming(&self, at: usize) -> Option<usize> {
        let coming = self.coming(at)?;
        let index = at
            + self.segments[at..]
                .iter()
                .position(|segment| segment == coming)?;
        let twin = self.twin(index, coming.side?)?;
        Some(self.segments[twin].step)
    }

    fn vary_step(&mut self, at: usize, left: Duration, way: Way) -> Option<Varied> {
        self.variant(at, way)?;
        let coming = self.coming(at)?;
        let (step, set) = (coming.step, coming.set);
        let running = &self.segments[at];
        // A rest between rounds belongs to the step before, which is over.
        let ahead = running.step != step;
        let from = if ahead { self.first_segment(step) } else { at };
        let came_from = if ahead || running.kind == SegmentKind::Prepare {
            self.posture(step)
        } else {
            Posture::default()
        };
        let is_at = self.posture(if ahead { step } else { step + 1 });

        let moved_on = self.moves_into(step + 1);
        self.swap(step, way);
        if self.moves_into(step + 1) != moved_on {
            self.prepare_again(step + 1);
        }

        let own = &self.steps[step];
        let to = Posture::of(&own.planned);
        let moves = came_from.moves_into(to) || is_at.moves_into(to);
        let done = self.sides_before(from, step, set);
        let mut work = sets(&own.planned, step, own.switch);
        let of_set = |segment: &Segment| segment.kind == SegmentKind::Work && segment.set == set;
        let first = work
            .iter()
            .position(|segment| of_set(segment) && !done.contains(&segment.side))
            .or_else(|| work.iter().position(of_set));
        work.drain(..first.unwrap_or(0));
        let start = work.first()?.clone();
        let announcement = words::opening(&own.planned, Opening::Instead, start.side);
        let heard = words::hearing(&announcement, &words::how(&own.planned, start.side));
        let paced = paced_prepare(&self.pace, moves, heard);
        let prepare = Segment {
            kind: SegmentKind::Prepare,
            length: Some(paced.max(left)),
            reps: None,
            ..start
        };
        self.replace(from, step, prepare, work);
        Some(Varied {
            step,
            prepare: from,
        })
    }

    /// Returns the first segment of a step as it is played now: its variant's prepare, or its own first.
    pub(crate) fn beginning(&self, step: usize) -> usize {
        self.segments
            .iter()
            .rposition(|segment| segment.step == step && segment.kind == SegmentKind::Prepare)
            .unwrap_or_else(|| self.first_segment(step))
    }

    /// Lays out whole what was varied in part, from this step on: it is to be played once more.
    pub(crate) fn lay_out_again(&mut self, from: usize) {
        for step in from..self.steps.len() {
            let first = self.first_segment(step);
            if self.beginning(step) == first {
                continue;
            }
            let own = &self.steps[step];
            let work = sets(&own.planned, step, own.switch);
            let Some(start) = work.first() else { continue };
            let prepare = Segment {
                kind: SegmentKind::Prepare,
                length: Some(self.prepare_of(step)),
                reps: None,
                ..start.clone()
            };
            self.replace(first, step, prepare, work);
        }
    }

    /// The next work from a segment on.
    fn coming(&self, at: usize) -> Option<&Segment> {
        let mut coming = self.segments.iter().skip(at);
        coming.find(|segment| matches!(segment.kind, SegmentKind::Work | SegmentKind::Confirm))
    }

    /// One rung along the ladder; what was done until now is the next rung of the way back.
    fn swap(&mut self, step: usize, way: Way) {
        let step = &mut self.steps[step];
        let (from, to) = match way {
            Way::Easier => (&mut step.easier, &mut step.harder),
            Way::Harder => (&mut step.harder, &mut step.easier),
        };
        if !from.is_empty() {
            let variant = from.remove(0);
            to.insert(0, std::mem::replace(&mut step.planned, variant));
        }
        self.settle();
    }

    /// Settles each step by those before it again after a swap, as in [`settled`](crate::plan::outline::Outline::settled): after a step on the
    /// floor that became one on a chair, the next is no longer told to stay down.
    fn settle(&mut self) {
        let mut posture = Posture::default();
        for step in &mut self.steps {
            let here = posture.surface_of(&step.planned);
            if step.planned.surface != here {
                Arc::make_mut(&mut step.planned).surface = here;
            }
            posture = posture.then(Posture::of(&step.planned));
        }
    }

    /// Puts a prepare and work in the place of a step's segments from one on. A rest that trails them stays.
    fn replace(&mut self, from: usize, step: usize, prepare: Segment, work: Vec<Segment>) {
        let own = self.segments[from..].iter();
        let end = from + own.take_while(|segment| segment.step == step).count();
        let last = self.segments[from..end]
            .iter()
            .rposition(|segment| segment.kind == SegmentKind::Work);
        let over = last.map_or(end, |last| from + last + 1);
        let laid_out = std::iter::once(prepare).chain(work);
        self.segments.splice(from..over, laid_out);
    }

    /// The sides that a step's set was worked on before a segment.
    fn sides_before(&self, segment: usize, step: usize, set: u32) -> Vec<Option<Side>> {
        self.segments[..segment]
            .iter()
            .filter(|done| (done.kind, done.step, done.set) == (SegmentKind::Work, step, set))
            .map(|done| done.side)
            .collect()
    }

    /// Returns the person's posture before a step.
    fn posture(&self, step: usize) -> Posture {
        let before = self.steps.iter().take(step);
        before.fold(Posture::default(), |posture, step| {
            posture.then(Posture::of(&step.planned))
        })
    }

    /// Returns whether a step begins with a change of position.
    fn moves_into(&self, step: usize) -> bool {
        let to = self.steps.get(step);
        to.is_some_and(|to| self.posture(step).moves_into(Posture::of(&to.planned)))
    }

    /// The time to get ready for a step after what stands before it now.
    fn prepare_of(&self, step: usize) -> Duration {
        let (own, opening) = (&self.steps[step], Opening::of_step(step));
        let announcement = words::announcement(&own.planned, opening, self.begun(step));
        let heard = words::saying(&announcement);
        own.prepare
            .max(paced_prepare(&self.pace, self.moves_into(step), heard))
    }

    /// After a variant in another position, there must be time to get from there to the next step.
    fn prepare_again(&mut self, step: usize) {
        let length = if self.moves_into(step) {
            self.prepare_of(step)
        } else {
            self.steps[step].prepare
        };
        let first = self.first_segment(step);
        let segment = &mut self.segments[first];
        match segment.kind {
            SegmentKind::Prepare if length.is_zero() => {
                self.segments.remove(first);
            }
            SegmentKind::Prepare => segment.length = Some(length),
            SegmentKind::Work if !length.is_zero() => {
                let prepare = Segment {
                    kind: SegmentKind::Prepare,
                    length: Some(length),
                    reps: None,
                    ..segment.clone()
                };
                self.segments.insert(first, prepare);
            }
            _ => {}
        }
    }
}
