//! An exercise of the library: `routines/exercises/<id>.toml`.

pub(crate) mod decode;

use std::time::Duration;

use toml::Spanned;

use crate::content::breath::Breath;
use crate::content::dose::SWITCH_KEY;
use crate::content::dose::layering::Prescription;
use crate::content::dose::limits::PAUSE;
use crate::content::duration::lasting::Lasting;
use crate::content::figures::Written;
use crate::content::keys::common;
use crate::content::toml::key::{KeySpec, Keys, Takes};
use crate::content::vocabulary::{Intensity, Limb, Position, Sides, Surface, words};
use crate::content::wording::Wording;

/// The keys of an exercise. `figure` is the drawing's: it is kept and not read here.
pub(crate) const KEYS: Keys = Keys {
    what: "an exercise",
    list: &[
        common::FORMAT,
        common::NAME,
        common::ALSO,
        common::DISCIPLINE,
        common::POSITION,
        common::SURFACE,
        KeySpec::new(
            "unilateral",
            "unilateral = true, or unilateral = false",
            Takes::Other,
            "`true` works one side after the other.",
        ),
        KeySpec::new(
            "alternating",
            "alternating = true, or alternating = false",
            Takes::Other,
            "`true` changes sides with each repetition.",
        ),
        KeySpec::new(
            "limb",
            "limb = \"...\"",
            Takes::Word {
                known: words::<Limb>,
                meant: None,
            },
            "The limb that \"left\" and \"right\" mean, for \"left leg\" in place of \"left side\".",
        ),
        KeySpec::new(
            "intensity",
            "intensity = \"...\"",
            Takes::Word {
                known: words::<Intensity>,
                meant: None,
            },
            "The effort; without it `low`.",
        ),
        common::PROPS,
        KeySpec::new(
            "areas",
            "areas = [\"...\"]",
            Takes::Texts,
            "The parts of the body that work.",
        ),
        common::HOW,
        common::FEEL,
        common::AVOID,
        common::EASIER,
        common::HARDER,
        common::HAZARDS,
        KeySpec::new(
            "substitutes",
            "substitutes = { CONDITION = \"...\" }",
            Takes::Other,
            "The exercise that somebody with a condition does in its place.",
        ),
        common::SOURCES,
        SWITCH_KEY,
        KeySpec::new(
            "dose",
            "[dose] on its own line, and hold = \"Ns\" below it",
            Takes::Other,
            "The dose where a step gives none.",
        ),
        common::BREATH,
        KeySpec::plain("figure", Takes::Other, "The drawn figure."),
        KeySpec::new(
            "sample",
            "sample = true",
            Takes::Other,
            "`true` shows its figure on the page of figures and colours.",
        ),
    ],
};
/// The keys of a `switch` that is a table.
pub(crate) const SWITCH_KEYS: Keys = Keys {
    what: "a switch",
    list: &[
        KeySpec::new(
            "usual",
            "usual = \"Ns\"",
            Takes::Lasting(Lasting::one(PAUSE)),
            "For most people.",
        ),
        KeySpec::new(
            "pregnant",
            "pregnant = \"Ns\"",
            Takes::Lasting(Lasting::one(PAUSE)),
            "For somebody who is pregnant.",
        ),
    ],
};

/// The time that a change of sides takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Switch {
    /// For most people.
    pub(crate) usual: Duration,
    /// For somebody who is pregnant.
    pub(crate) pregnant: Duration,
}

/// One movement or pose.
#[derive(Clone, Debug)]
pub struct Exercise {
    /// The name on screens.
    pub name: String,
    /// Other names.
    pub also: Vec<String>,
    /// The position of the body; an unknown one never counts as a change of position.
    pub position: Option<Position>,
    /// Positions of exercises that it replaces: the rules for these hold for it too.
    pub(crate) replaced_positions: Vec<Position>,
    /// The surface below the body.
    pub surface: Option<Surface>,
    /// The sides that it works when the step does not say.
    pub sides: Sides,
    /// The limb that "left" and "right" name.
    pub(crate) limb: Option<Limb>,
    /// Effort; low when absent.
    pub intensity: Intensity,
    /// The things needed.
    pub(crate) props: Vec<String>,
    /// The parts of the body that work.
    pub areas: Vec<String>,
    /// Short lines: position, movement, what to feel for.
    pub how: Vec<Wording>,
    /// The sensation to look for, and its place.
    pub feel: Option<Wording>,
    /// The mistake to avoid.
    pub avoid: Option<Wording>,
    /// Id of an easier exercise.
    pub(crate) easier: Option<Spanned<String>>,
    /// Id of a harder exercise.
    pub harder: Option<Spanned<String>>,
    /// Hazard tags of `safety.toml`.
    pub hazards: Vec<Spanned<String>>,
    /// True if somebody looked at what could harm in it: its author wrote `hazards`, perhaps an empty list, or it is
    /// one of ours, or in the place of one.
    pub(crate) known: bool,
    /// True if it lies in the place of another one and is done otherwise: it is not what lists of exercises mean by its
    /// id.
    pub(crate) altered: bool,
    /// Condition to the id of what is done instead.
    pub(crate) substitutes: Vec<(Spanned<String>, Spanned<String>)>,
    /// Ids of `sources.toml`, or citations in words.
    pub sources: Vec<Spanned<String>>,
    /// Played when neither step nor routine names a dose.
    pub prescription: Prescription,
    /// The time to change sides, where it is longer than the pace gives.
    pub(crate) switch: Option<Switch>,
    /// Paced breathing.
    pub(crate) breath: Option<Breath>,
    /// Its `[figure]`, as written.
    pub figure: Option<Written>,
    /// True if its figure is a sample of what a terminal can draw: a body that is known as one in few characters, and
    /// stands alone.
    pub(crate) sample: bool,
}

impl Exercise {
    /// Returns its hazards, and with them that of its own breath where this is held.
    pub(crate) fn all_hazards(&self) -> Vec<String> {
        let written = self.hazards.iter().map(|hazard| hazard.get_ref().clone());
        let mut hazards: Vec<String> = written.collect();
        if let Some(breath) = self.breath {
            breath.add_hazard(&mut hazards);
        }
        hazards
    }
}
