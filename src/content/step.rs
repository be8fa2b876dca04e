//! The steps of a routine.

pub(crate) mod decode;

use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use toml::Spanned;

use crate::content::breath::Breath;
use crate::content::cue_time::CueTime;
use crate::content::dose::layering::Prescription;
use crate::content::dose::limits::PAUSE;
use crate::content::dose::tempo::TEMPO_KEY;
use crate::content::dose::{
    BREATHS_KEY, HOLD_KEY, PREPARE_KEY, REPS_KEY, REST_KEY, SETS_KEY, SWITCH_KEY, UP_TO_KEY,
};
use crate::content::duration::lasting::Lasting;
use crate::content::exertion::{EFFORT_KEY, Exertion};
use crate::content::keys::common;
use crate::content::part::{PART_KEY, RoutinePart};
use crate::content::toml::key::{KeySpec, Keys, Takes};
use crate::content::vocabulary::{Order, Position, Side, Sides, Surface};
use crate::content::wording::Wording;

/// The key of the resistance.
pub(crate) const LOAD_KEY: KeySpec = KeySpec::plain(
    "load",
    Takes::Text,
    "The resistance, such as a band; it is shown and said.",
);
/// The keys of a step.
pub(crate) const STEP_KEYS: Keys = Keys {
    what: "a step",
    list: &[
        PART_KEY,
        KeySpec::new(
            "exercise",
            "exercise = \"...\"",
            Takes::Text,
            "The exercise, by the name of its file.",
        ),
        common::NAME,
        LOAD_KEY,
        HOLD_KEY,
        REPS_KEY,
        BREATHS_KEY,
        TEMPO_KEY,
        UP_TO_KEY,
        KeySpec::new(
            "until",
            "until = \"done\"",
            Takes::Text,
            "`\"done\"` in place of a dose: the step waits for a key.",
        ),
        common::SIDE,
        common::FIRST,
        common::ORDER,
        common::UNEVEN,
        SETS_KEY,
        REST_KEY,
        PREPARE_KEY,
        SWITCH_KEY,
        EFFORT_KEY,
        common::HOW,
        common::FEEL,
        common::AVOID,
        common::SAY,
        KeySpec::new(
            "cues",
            "cues = [{ at = \"Ns\", say = \"...\" }]",
            Takes::Other,
            "What is said in the middle, with the moment.",
        ),
        common::BREATH,
        common::EASIER,
        common::HARDER,
        common::POSITION,
        common::SURFACE,
        common::PROPS,
        common::HAZARDS,
        common::OPTIONAL,
        common::NOTE,
        common::REPEAT,
        common::STEP,
    ],
};
/// The keys of the step of `[between]`.
pub(crate) const BETWEEN_KEYS: Keys = Keys {
    what: "[between]",
    list: STEP_KEYS.list,
};
/// The keys of a cue.
pub(crate) const CUE_KEYS: Keys = Keys {
    what: "a cue",
    list: &[
        KeySpec::new(
            "at",
            "at = \"Ns\"",
            Takes::Lasting(Lasting::one(PAUSE)),
            "When it is said; also `\"half\"`, a part such as `\"1/3\"`, or `\"-10s\"` before the end.",
        ),
        common::SAY,
    ],
};

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
    /// When, on each side and in each set.
    pub(crate) at: CueTime,
    /// The spoken text.
    pub say: Wording,
}

/// One entry of a routine.
#[derive(Clone, Debug)]
pub struct Step {
    /// The part that begins with it.
    pub(crate) part: Option<Arc<RoutinePart>>,
    /// The exercise or the inline name.
    pub subject: StepSubject,
    /// The resistance: a band, a weight.
    pub(crate) load: Option<String>,
    /// How hard it should feel.
    pub(crate) effort: Option<Exertion>,
    /// The dose as written here.
    pub(crate) prescription: Prescription,
    /// `None`: as the exercise has it, else both.
    pub(crate) side: Option<Spanned<Sides>>,
    /// Which side begins, instead of the default's.
    pub(crate) first: Option<Spanned<Side>>,
    /// In which order sets and sides follow each other, instead of the default's.
    pub(crate) order: Option<Spanned<Order>>,
    /// True if the author means that the sides come out unequal.
    pub(crate) uneven: bool,
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
