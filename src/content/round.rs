//! The entries of a routine: steps, and rounds of steps.

pub(crate) mod decode;

use std::ops::Range as Place;
use std::sync::Arc;
use std::time::Duration;

use toml::Spanned;

use crate::content::dose::{REST_KEY, SWITCH_KEY};
use crate::content::duration::Range;
use crate::content::keys::common;
use crate::content::part::{PART_KEY, RoutinePart};
use crate::content::step::Step;
use crate::content::toml::key::{KeySpec, Keys, Takes};
use crate::content::vocabulary::Side;
use crate::content::wording::Wording;

/// The keys of a round.
pub(crate) const ROUND_KEYS: Keys = Keys {
    what: "a round",
    list: &[
        PART_KEY,
        common::NAME,
        common::REPEAT,
        REST_KEY,
        common::SIDE,
        common::FIRST,
        SWITCH_KEY,
        common::STEP,
        common::NOTE,
    ],
};

/// The keys of a step that plays another routine.
pub(crate) const NESTED_KEYS: Keys = Keys {
    what: "a step that plays a routine",
    list: &[
        PART_KEY,
        KeySpec::new(
            "routine",
            "routine = \"...\"",
            Takes::Text,
            "The id of the routine that is played here.",
        ),
        common::OPTIONAL,
        common::NOTE,
    ],
};

/// A step, or steps that are repeated.
#[derive(Clone, Debug)]
pub(crate) enum Block {
    /// One step.
    Step(Box<Step>),
    /// A repeated group.
    Round(Round),
    /// All steps of another routine.
    Routine(NestedRoutine),
}

/// A routine that plays inside another one.
#[derive(Clone, Debug)]
pub(crate) struct NestedRoutine {
    /// The part that begins with it.
    pub(crate) part: Option<Arc<RoutinePart>>,
    /// The id.
    pub(crate) id: Spanned<String>,
    /// True if all its steps are the first to go when time is short.
    pub(crate) optional: bool,
    /// For the author's own eyes, shown on the sheet with its first step.
    pub(crate) note: Option<Wording>,
    /// The header of the step.
    pub(crate) span: Place<usize>,
}

/// A repeated group of steps.
#[derive(Clone, Debug)]
pub(crate) struct Round {
    /// The part that begins with it.
    pub(crate) part: Option<Arc<RoutinePart>>,
    /// Said before its first step.
    pub(crate) name: Option<Arc<str>>,
    /// The number of repeats, at least 1.
    pub(crate) repeat: Range<u32>,
    /// Between rounds; none after the last.
    pub(crate) rest: Duration,
    /// True if each round is done on one side, then on the other.
    pub(crate) is_sided: bool,
    /// The side that begins, instead of the default's.
    pub(crate) first: Option<Side>,
    /// Between the sides, instead of what the pace gives.
    pub(crate) switch: Option<Duration>,
    /// The repeated blocks.
    pub(crate) blocks: Vec<Block>,
    /// The header of the round.
    pub(crate) span: Place<usize>,
}

impl Block {
    /// The part that begins with it.
    pub(crate) fn part(&self) -> Option<&Arc<RoutinePart>> {
        match self {
            Self::Step(step) => step.part.as_ref(),
            Self::Round(round) => round.part.as_ref(),
            Self::Routine(routine) => routine.part.as_ref(),
        }
    }
}

impl Round {
    /// How often its blocks are done, each side counted.
    pub(crate) fn passes(&self) -> usize {
        let sides = if self.is_sided { 2 } else { 1 };
        (self.repeat.upper as usize).saturating_mul(sides)
    }
}
