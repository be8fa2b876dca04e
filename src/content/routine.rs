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
use crate::content::step::{Block, FIRST_KEY, ORDER_KEY, Step};
use crate::content::toml::schema::{Counted, KeySpec, Takes, names};
use crate::content::vocabulary::{Audience, Discipline, Order, RangeEnd, Side, When, words};

/// The allowed minutes of a routine.
pub(crate) const MINUTES: RangeInclusive<u32> = 1..=720;
/// More unrolled steps than this are no routine.
pub(crate) const MOST_STEPS: usize = 2_000;

/// The keys of a routine.
pub(crate) const TABLE: [KeySpec; 17] = [
    common::FORMAT,
    KeySpec::plain("title", Takes::Text),
    KeySpec::plain("about", Takes::Sentences),
    common::ALSO,
    common::DISCIPLINE,
    KeySpec::new(
        "audience",
        "audience = [\"...\"]",
        Takes::Words(words::<Audience>),
    ),
    KeySpec::new("for", "for = [\"...\"]", Takes::Ids),
    KeySpec::new(
        "when",
        "when = \"...\"",
        Takes::Word {
            known: words::<When>,
            meant: None,
        },
    ),
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
    ),
    KeySpec::new(
        "ranges",
        "ranges = \"...\"",
        Takes::Word {
            known: words::<RangeEnd>,
            meant: None,
        },
    ),
    KeySpec::new("pace", "pace = \"...\"", Takes::Text),
    KeySpec::new("cautions", "cautions = [\"...\"]", Takes::Texts),
    common::SOURCES,
    KeySpec::new("language", "language = \"...\"", Takes::Text),
    KeySpec::new("instead", "instead = { CONDITION = \"...\" }", Takes::Other),
    KeySpec::new(
        "defaults",
        "[defaults] on its own line, and hold = \"Ns\" below it",
        Takes::Other,
    ),
    common::STEP,
];
/// Their names.
pub const KEYS: &[&str] = &names(&TABLE);
/// The keys of its `[defaults]`.
pub(crate) const DEFAULT_TABLE: [KeySpec; 12] = [
    HOLD_KEY,
    REPS_KEY,
    BREATHS_KEY,
    TEMPO_KEY,
    UP_TO_KEY,
    FIRST_KEY,
    ORDER_KEY,
    SETS_KEY,
    REST_KEY,
    PREPARE_KEY,
    SWITCH_KEY,
    common::BREATH,
];
/// Their names.
pub const DEFAULT_KEYS: &[&str] = &names(&DEFAULT_TABLE);

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
    /// The minutes that the title promises; `None` promises nothing.
    pub minutes: Option<Spanned<u32>>,
    /// Which end of its ranges is played; the upper one when absent.
    pub(crate) ranges: RangeEnd,
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
            minutes: None,
            ranges: RangeEnd::High,
            pace: None,
            cautions: Vec::new(),
            sources: Vec::new(),
            instead: Vec::new(),
            defaults: Defaults::default(),
            blocks: Vec::new(),
            ours: false,
        }
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
                }
            }
        }
        let mut steps = Vec::new();
        gather(&self.blocks, &mut steps);
        steps
    }

    /// Returns the same steps, mutable.
    pub(crate) fn steps_mut(&mut self) -> Vec<&mut Step> {
        fn gather<'a>(blocks: &'a mut [Block], steps: &mut Vec<&'a mut Step>) {
            for block in blocks {
                match block {
                    Block::Step(step) => steps.push(step),
                    Block::Round(round) => gather(&mut round.blocks, steps),
                }
            }
        }
        let mut steps = Vec::new();
        gather(&mut self.blocks, &mut steps);
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
        Block::Round(round) => (round.repeat as usize).saturating_mul(unrolled(&round.blocks)),
    }
}
