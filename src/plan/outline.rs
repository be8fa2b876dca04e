//! A routine unrolled: which steps are done in which order, before times are laid out.
//!
//! Screening and fitting work on this; [`lower`](crate::plan::lower) makes segments of it.

pub(crate) mod overlay;
pub(crate) mod passes;
pub(crate) mod rounds;
pub(crate) mod unrolling;

use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use crate::content::pace::{Pace, stretched};
use crate::content::part::RoutinePart;
use crate::content::vocabulary::{RangeEnd, Side, When};
use crate::plan::outline::passes::{OutlinedRound, Pass};
use crate::plan::planned::Planned;
use crate::plan::posture::Posture;

/// A step in its place.
#[derive(Clone, Debug)]
pub struct Outlined {
    /// From 1, counting the authored steps as unrolled.
    pub number: u32,
    /// The passes of rounds that it is in, the innermost last.
    pub(crate) passes: Arc<[Pass]>,
    /// The name of the innermost round that has one, shared by all its steps.
    pub(crate) round_name: Option<Arc<str>>,
    /// The side of a round with sides.
    pub(crate) round_side: Option<Side>,
    /// The part that it is in.
    pub(crate) part: Option<Arc<RoutinePart>>,
    /// The planned work; shared between rounds.
    pub planned: Arc<Planned>,
    /// Fixed by the author, kept exactly.
    pub(crate) prepare: Option<Duration>,
    /// Fixed by the author, kept exactly.
    pub(crate) switch: Option<Duration>,
    /// The place in the file, for messages.
    pub(crate) span: Range<usize>,
}

/// A step, or a pause between steps.
#[derive(Clone, Debug)]
pub(crate) enum Item {
    /// A step.
    Step(Outlined),
    /// A rest between two passes of a round; it belongs to the second.
    Rest(Duration, Arc<[Pass]>),
    /// A change of sides in the midst of a pass.
    Switch(Side, Duration, Arc<[Pass]>),
}

impl Outlined {
    /// Returns the number of the innermost pass that it is in; 1 outside rounds.
    pub(crate) fn round(&self) -> u32 {
        self.passes.last().map_or(1, |pass| pass.number)
    }
}

impl Item {
    /// The passes of rounds that it is in, the innermost last.
    pub(crate) fn passes(&self) -> &Arc<[Pass]> {
        match self {
            Self::Step(step) => &step.passes,
            Self::Rest(_, passes) | Self::Switch(_, _, passes) => passes,
        }
    }

    /// Returns the same item in another pass of one of its rounds.
    #[must_use]
    pub(crate) fn in_pass(&self, other: Pass) -> Self {
        let is_same = |pass: &Pass| (pass.round, pass.visit) == (other.round, other.visit);
        let of = |pass: &Pass| if is_same(pass) { other } else { *pass };
        let passes = self.passes().iter().map(of).collect();
        match self {
            Self::Step(step) => Self::Step(Outlined {
                passes,
                ..step.clone()
            }),
            Self::Rest(length, _) => Self::Rest(*length, passes),
            Self::Switch(side, length, _) => Self::Switch(*side, *length, passes),
        }
    }
}

/// A routine unrolled.
#[derive(Clone, Debug)]
pub struct Outline {
    /// The routine's id.
    pub id: String,
    /// The routine's title.
    pub(crate) title: String,
    /// When it belongs.
    pub(crate) when: When,
    /// The times between things.
    pub(crate) pace: Pace,
    /// The way back from the floor, should it end there.
    pub(crate) way_back: Option<String>,
    /// True if it is played for somebody who is pregnant.
    pub(crate) pregnant: bool,
    /// The factor applied to the times of the pace.
    pub(crate) pace_factor: f64,
    /// True if the person knows the exercises, so that no time is given to hear how they are done.
    pub(crate) known: bool,
    /// The end of the ranges of rounds that plays; `None` where no number of rounds is a range.
    pub(crate) repeats: Option<RangeEnd>,
    /// The rounds, in the order in which they begin first.
    pub(crate) rounds: Vec<OutlinedRound>,
    /// The steps and rests, in order.
    pub(crate) items: Vec<Item>,
}

impl Outline {
    /// Lets what is usually done in bed be done on the floor, where the steps before it have brought the person down
    /// there. Depends on all steps: to be asked for again once some were exchanged or left out.
    #[must_use]
    pub(crate) fn settled(mut self) -> Self {
        let mut posture = Posture::default();
        for item in &mut self.items {
            let Item::Step(step) = item else { continue };
            let here = posture.surface_of(&step.planned);
            if step.planned.surface != here {
                Arc::make_mut(&mut step.planned).surface = here;
            }
            posture = posture.then(Posture::of(&step.planned));
        }
        self
    }

    /// Returns the time to change sides in a step whose author sets none.
    pub(crate) fn switch(&self, step: &Planned) -> Duration {
        let own = step.switch.map(|switch| {
            if self.pregnant {
                switch.pregnant
            } else {
                switch.usual
            }
        });
        let own = own.unwrap_or_default();
        self.pace.switch.max(stretched(own, self.pace_factor))
    }

    /// The steps, in order.
    pub fn steps(&self) -> impl Iterator<Item = &Outlined> {
        self.items.iter().filter_map(|item| match item {
            Item::Step(step) => Some(step),
            Item::Rest(..) | Item::Switch(..) => None,
        })
    }
}
