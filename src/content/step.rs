//! The entries of a routine: steps, and rounds of steps.

pub(crate) mod decode;

use std::ops::Range;
use std::time::Duration;

use toml::Spanned;

use crate::content::dose::{
    HOLD_KEY, PAUSE, PREPARE_KEY, Prescription, REPS_KEY, REST_KEY, SETS_KEY, SWITCH_KEY, TEMPO_KEY,
};
use crate::content::duration::lasting::Lasting;
use crate::content::keys::common;
use crate::content::sides;
use crate::content::toml::schema::{Counted, KeySpec, Takes, names};
use crate::content::vocabulary::{Position, Sides, Surface, words};
use crate::content::wording::Wording;

/// The keys of a step.
pub(crate) const STEP_TABLE: [KeySpec; 27] = [
    KeySpec::new("exercise", "exercise = \"...\"", Takes::Text),
    common::NAME,
    HOLD_KEY,
    REPS_KEY,
    TEMPO_KEY,
    KeySpec::new("until", "until = \"done\"", Takes::Text),
    KeySpec::new(
        "side",
        "side = \"...\"",
        Takes::Word {
            known: words::<Sides>,
            meant: Some(sides::both),
        },
    ),
    SETS_KEY,
    REST_KEY,
    PREPARE_KEY,
    SWITCH_KEY,
    common::HOW,
    common::FEEL,
    common::AVOID,
    common::SAY,
    KeySpec::new(
        "cues",
        "cues = [{ at = \"Ns\", say = \"...\" }]",
        Takes::Other,
    ),
    common::BREATH,
    common::EASIER,
    common::HARDER,
    common::POSITION,
    common::SURFACE,
    common::PROPS,
    common::HAZARDS,
    KeySpec::new(
        "optional",
        "optional = true, or optional = false",
        Takes::Other,
    ),
    common::NOTE,
    REPEAT_KEY,
    common::STEP,
];
/// Their names.
pub const STEP_KEYS: &[&str] = &names(&STEP_TABLE);
/// The keys of a round.
pub(crate) const ROUND_TABLE: [KeySpec; 4] = [REPEAT_KEY, REST_KEY, common::STEP, common::NOTE];
/// Their names.
pub const ROUND_KEYS: &[&str] = &names(&ROUND_TABLE);
/// The keys of a cue.
pub(crate) const CUE_TABLE: [KeySpec; 2] = [
    KeySpec::new("at", "at = \"Ns\"", Takes::Lasting(Lasting::one(PAUSE))),
    common::SAY,
];
/// Their names.
pub(crate) const CUE_KEYS: &[&str] = &names(&CUE_TABLE);
/// The keys of paced breathing.
pub(crate) const BREATH_TABLE: [KeySpec; 2] = [
    KeySpec::new("in", "in = N", Takes::Lasting(Lasting::one(BREATH))),
    KeySpec::new("out", "out = N", Takes::Lasting(Lasting::one(BREATH))),
];
/// Their names.
pub(crate) const BREATH_KEYS: &[&str] = &names(&BREATH_TABLE);
const REPEAT_KEY: KeySpec = KeySpec::new(
    "repeat",
    "repeat = N",
    Takes::Count(
        Counted {
            limits: REPEAT,
            is_range: false,
        },
        &[],
    ),
);
/// The allowed number of repeats.
pub(crate) const REPEAT: std::ops::RangeInclusive<u32> = 1..=99;
/// The allowed length of breathing in or out.
pub(crate) const BREATH: std::ops::RangeInclusive<Duration> =
    Duration::from_secs(1)..=Duration::from_secs(60);

/// A step, or steps that are repeated.
#[derive(Clone, Debug)]
pub(crate) enum Block {
    /// One step.
    Step(Box<Step>),
    /// A repeated group.
    Round(Round),
}

/// A repeated group of steps.
#[derive(Clone, Debug)]
pub(crate) struct Round {
    /// The number of repeats, at least 1.
    pub(crate) repeat: u32,
    /// Between rounds; none after the last.
    pub(crate) rest: Duration,
    /// The repeated blocks.
    pub(crate) blocks: Vec<Block>,
    /// The header of the round.
    pub(crate) span: Range<usize>,
}

/// The subject of a step.
#[derive(Clone, Debug)]
pub enum StepSubject {
    /// An exercise of the library, by id.
    Exercise(Spanned<String>),
    /// Described in the routine itself.
    Inline(String),
}

impl StepSubject {
    /// Returns the author's text: the exercise's id or the step's name.
    pub fn as_written(&self) -> &str {
        match self {
            Self::Exercise(id) => id.get_ref(),
            Self::Inline(name) => name,
        }
    }
}

/// Something that the author wants said at a moment of the work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthoredCue {
    /// From the beginning of the work, on each side and in each set.
    pub(crate) at: Duration,
    /// The spoken text.
    pub say: Wording,
}

/// Paced breathing through the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Breath {
    /// Breathing in.
    pub(crate) inward: Duration,
    /// Breathing out.
    pub(crate) outward: Duration,
}

/// One entry of a routine.
#[derive(Clone, Debug)]
pub struct Step {
    /// The exercise or the inline name.
    pub subject: StepSubject,
    /// The dose as written here.
    pub(crate) prescription: Prescription,
    /// `None`: as the exercise has it, else both.
    pub(crate) side: Option<Spanned<Sides>>,
    /// Kept exactly; zero leaves it out.
    pub prepare: Option<Spanned<Duration>>,
    /// Kept exactly; zero leaves it out.
    pub(crate) switch: Option<Duration>,
    /// Instead of the exercise's, when not empty.
    pub how: Vec<Wording>,
    /// Instead of the exercise's.
    pub feel: Option<Wording>,
    /// Instead of the exercise's.
    pub avoid: Option<Wording>,
    /// Said when the work begins.
    pub say: Option<Wording>,
    /// Said during the work.
    pub cues: Vec<Spanned<AuthoredCue>>,
    /// Instead of the exercise's.
    pub(crate) breath: Option<Breath>,
    /// Id of an easier exercise, instead of the exercise's.
    pub easier: Option<Spanned<String>>,
    /// Id of a harder exercise, instead of the exercise's.
    pub harder: Option<Spanned<String>>,
    /// Instead of the exercise's.
    pub position: Option<Position>,
    /// Instead of the exercise's.
    pub(crate) surface: Option<Surface>,
    /// Beside the exercise's.
    pub(crate) props: Vec<String>,
    /// Beside the exercise's.
    pub hazards: Vec<Spanned<String>>,
    /// True if its author wrote `hazards`: an empty list says that nothing in it could harm.
    pub(crate) known: bool,
    /// First to go when time is short.
    pub(crate) optional: bool,
    /// For the author's own eyes, shown on the sheet.
    pub note: Option<Wording>,
    /// The header of the step.
    pub(crate) span: Range<usize>,
}
