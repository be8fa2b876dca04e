//! A routine as written: `routines/<discipline>/<id>.toml`.

pub(crate) mod decode;

use std::ops::RangeInclusive;
use std::time::Duration;

use toml::Spanned;

use crate::content::breath::Breath;
use crate::content::dose::layering::Prescription;
use crate::content::dose::tempo::TEMPO_KEY;
use crate::content::dose::{
    BREATHS_KEY, HOLD_KEY, PREPARE_KEY, REPS_KEY, REST_KEY, SETS_KEY, SWITCH_KEY, UP_TO_KEY,
};
use crate::content::keys::common;
use crate::content::often::{OFTEN_KEY, Often};
use crate::content::round::{Block, NestedRoutine};
use crate::content::step::Step;
use crate::content::toml::key::{Counted, KeySpec, Keys, Takes};
use crate::content::vocabulary::{Audience, Discipline, Order, RangeEnd, Side, When, words};

/// The allowed minutes of a routine.
pub(crate) const MINUTES: RangeInclusive<u32> = 1..=720;
/// More unrolled steps than this are no routine.
pub(crate) const MOST_STEPS: usize = 2_000;

/// The keys of a routine.
pub(crate) const KEYS: Keys = Keys {
    what: "a routine",
    list: &[
        common::FORMAT,
        KeySpec::plain("title", Takes::Text, "The name in lists."),
        KeySpec::plain("about", Takes::Sentences, "A sentence or two about it."),
        common::ALSO,
        common::DISCIPLINE,
        KeySpec::new(
            "audience",
            "audience = [\"...\"]",
            Takes::Words(words::<Audience>),
            "For whom it is made; without it for everybody.",
        ),
        KeySpec::new(
            "for",
            "for = [\"...\"]",
            Takes::Ids,
            "The conditions that it is made for; without it for anybody.",
        ),
        KeySpec::new(
            "when",
            "when = \"...\"",
            Takes::Word {
                known: words::<When>,
                meant: None,
            },
            "When it belongs; without it `any`.",
        ),
        OFTEN_KEY,
        KeySpec::new(
            "minutes",
            "minutes = N",
            Takes::Count(
                Counted {
                    limits: MINUTES,
                    is_range: false,
                },
                &["m", "min", "mins", "minute", "minutes"],
            ),
            "How many minutes it takes; `check` says where that is not so.",
        ),
        KeySpec::new(
            "ranges",
            "ranges = \"...\"",
            Takes::Word {
                known: words::<RangeEnd>,
                meant: None,
            },
            "Which end of a range such as `\"8-12\"` is played; without it `high`.",
        ),
        common::UNEVEN,
        KeySpec::new(
            "pace",
            "pace = \"...\"",
            Takes::Text,
            "The time between things, by a name of `pace.toml`; without it `normal`.",
        ),
        KeySpec::new(
            "cautions",
            "cautions = [\"...\"]",
            Takes::Texts,
            "What to read before the start.",
        ),
        common::SOURCES,
        KeySpec::new(
            "language",
            "language = \"...\"",
            Takes::Text,
            "The language of your own texts.",
        ),
        KeySpec::new(
            "instead",
            "instead = { CONDITION = \"...\" }",
            Takes::Other,
            "The routine that is offered to somebody with a condition.",
        ),
        KeySpec::new(
            "defaults",
            "[defaults] on its own line, and hold = \"Ns\" below it",
            Takes::Other,
            "Holds for every step that does not say otherwise.",
        ),
        KeySpec::new(
            "between",
            "[between] on a line of its own, and exercise = \"...\" below it",
            Takes::Other,
            "A step, such as a rest pose, between any two timed steps.",
        ),
        common::STEP,
    ],
};
/// The keys of its `[defaults]`.
pub(crate) const DEFAULT_KEYS: Keys = Keys {
    what: "[defaults]",
    list: &[
        HOLD_KEY,
        REPS_KEY,
        BREATHS_KEY,
        TEMPO_KEY,
        UP_TO_KEY,
        common::FIRST,
        common::ORDER,
        SETS_KEY,
        REST_KEY,
        PREPARE_KEY,
        SWITCH_KEY,
        common::BREATH,
    ],
};

/// A routine as its author wrote it, with the places of what may be wrong in it.
#[derive(Clone, Debug)]
pub struct Routine {
    /// Shown in lists and above the player.
    pub title: String,
    /// A sentence or two.
    pub about: Option<String>,
    /// Other names, for the search.
    pub(crate) also: Vec<String>,
    /// `None` only in a broken file.
    pub discipline: Option<Discipline>,
    /// Empty: for everybody.
    pub audience: Vec<Audience>,
    /// Conditions that it was made for: others may play it, and are not offered it. Empty: for anybody.
    pub made_for: Vec<Spanned<String>>,
    /// When it belongs; `Any` when absent.
    pub when: When,
    /// How often it is to be done.
    pub(crate) often: Option<Often>,
    /// The minutes that the title promises; `None` promises nothing.
    pub minutes: Option<Spanned<u32>>,
    /// Which end of its ranges is played; the upper one when absent.
    pub(crate) ranges: RangeEnd,
    /// True if the author means that the sides come out unequal.
    pub(crate) uneven: bool,
    /// Name of a pace of `pace.toml`; `normal` when absent.
    pub(crate) pace: Option<Spanned<String>>,
    /// Shown before the start.
    pub cautions: Vec<String>,
    /// Ids of `sources.toml`, or citations in words.
    pub(crate) sources: Vec<Spanned<String>>,
    /// For these conditions the other routine is offered.
    pub instead: Vec<(Spanned<String>, Spanned<String>)>,
    /// For every step that does not say otherwise.
    pub(crate) defaults: Defaults,
    /// Played between any two entries that are timed.
    pub(crate) between: Option<Step>,
    /// The steps, in order.
    pub(crate) blocks: Vec<Block>,
    /// True if it is a bundled one.
    pub(crate) ours: bool,
}

/// `[defaults]`: for every step that does not say otherwise.
#[derive(Clone, Debug, Default)]
pub(crate) struct Defaults {
    /// The dose keys.
    pub(crate) prescription: Prescription,
    /// Before each step, instead of what the pace would give.
    pub(crate) prepare: Option<Duration>,
    /// Between sides, instead of what the pace would give.
    pub(crate) switch: Option<Duration>,
    /// Paced breathing, instead of the exercise's.
    pub(crate) breath: Option<Breath>,
    /// Which side begins; the left one when absent.
    pub(crate) first: Option<Side>,
    /// In which order sets and sides follow each other; side by side when absent.
    pub(crate) order: Option<Order>,
}

impl Routine {
    /// A routine of which nothing could be read.
    pub(crate) fn unread(id: &str) -> Self {
        Self {
            title: id.to_owned(),
            about: None,
            discipline: None,
            also: Vec::new(),
            audience: Vec::new(),
            made_for: Vec::new(),
            when: When::Any,
            often: None,
            minutes: None,
            ranges: RangeEnd::High,
            uneven: false,
            pace: None,
            cautions: Vec::new(),
            sources: Vec::new(),
            instead: Vec::new(),
            defaults: Defaults::default(),
            between: None,
            blocks: Vec::new(),
            ours: false,
        }
    }

    /// Returns whether other routines play inside it.
    pub(crate) fn plays_others(&self) -> bool {
        !self.nested().is_empty()
    }

    /// The routines that play inside it, in order, each as often as it is written.
    pub(crate) fn nested(&self) -> Vec<&NestedRoutine> {
        fn gather<'a>(blocks: &'a [Block], nested: &mut Vec<&'a NestedRoutine>) {
            for block in blocks {
                match block {
                    Block::Step(_) => {}
                    Block::Round(round) => gather(&round.blocks, nested),
                    Block::Routine(routine) => nested.push(routine),
                }
            }
        }
        let mut nested = Vec::new();
        gather(&self.blocks, &mut nested);
        nested
    }

    /// The same, to be changed.
    pub(crate) fn nested_mut(&mut self) -> Vec<&mut NestedRoutine> {
        fn gather<'a>(blocks: &'a mut [Block], nested: &mut Vec<&'a mut NestedRoutine>) {
            for block in blocks {
                match block {
                    Block::Step(_) => {}
                    Block::Round(round) => gather(&mut round.blocks, nested),
                    Block::Routine(routine) => nested.push(routine),
                }
            }
        }
        let mut nested = Vec::new();
        gather(&mut self.blocks, &mut nested);
        nested
    }

    /// Returns whether it is for pregnant people and for nobody else.
    pub fn is_for_pregnancy_only(&self) -> bool {
        !self.audience.is_empty() && self.audience.iter().all(|one| one.is_pregnancy())
    }

    /// The steps in order, each once however often it is repeated.
    pub fn steps(&self) -> Vec<&Step> {
        fn gather<'a>(blocks: &'a [Block], steps: &mut Vec<&'a Step>) {
            for block in blocks {
                match block {
                    Block::Step(step) => steps.push(step),
                    Block::Round(round) => gather(&round.blocks, steps),
                    Block::Routine(_) => {}
                }
            }
        }
        let mut steps = Vec::new();
        gather(&self.blocks, &mut steps);
        steps.extend(&self.between);
        steps
    }

    /// Returns the same steps, mutable.
    pub(crate) fn steps_mut(&mut self) -> Vec<&mut Step> {
        fn gather<'a>(blocks: &'a mut [Block], steps: &mut Vec<&'a mut Step>) {
            for block in blocks {
                match block {
                    Block::Step(step) => steps.push(step),
                    Block::Round(round) => gather(&mut round.blocks, steps),
                    Block::Routine(_) => {}
                }
            }
        }
        let mut steps = Vec::new();
        gather(&mut self.blocks, &mut steps);
        steps.extend(&mut self.between);
        steps
    }
}

/// Counts the steps with every round unrolled.
pub(crate) fn unrolled(blocks: &[Block]) -> usize {
    blocks.iter().map(steps_of).fold(0, usize::saturating_add)
}

/// Counts the steps of an entry with every round unrolled.
pub(crate) fn steps_of(block: &Block) -> usize {
    match block {
        Block::Step(_) => 1,
        // Counted when all files are read.
        Block::Routine(_) => 0,
        Block::Round(round) => round.passes().saturating_mul(unrolled(&round.blocks)),
    }
}
