//! An exercise of the library: `routines/exercises/<id>.toml`.

use std::time::Duration;

use toml::Spanned;

use crate::content::diagnostic::Diagnostic;
use crate::content::dose::{self, PAUSE, Prescription};
use crate::content::figures::Written;
use crate::content::step::{Breath, decode_breath};
use crate::content::toml::document::{self, Document};
use crate::content::toml::example;
use crate::content::toml::fields::Fields;
use crate::content::vocabulary::{
    AREAS, Discipline, Intensity, Limb, PROPS, Position, Sides, Surface,
};
use crate::content::wording::Wording;

/// The keys of an exercise. `figure` is the drawing's: it is kept and not read here.
pub const KEYS: &[&str] = &[
    "format",
    "name",
    "also",
    "discipline",
    "position",
    "surface",
    "unilateral",
    "alternating",
    "limb",
    "intensity",
    "props",
    "areas",
    "how",
    "feel",
    "avoid",
    "easier",
    "harder",
    "hazards",
    "substitutes",
    "sources",
    "switch",
    "dose",
    "breath",
    "figure",
];
const SWITCH_KEYS: &[&str] = &["usual", "pregnant"];

/// How long it takes to change sides in it.
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
    /// What it is called.
    pub name: String,
    /// What else it is called.
    pub also: Vec<String>,
    /// How the body is placed; unknown never counts as a change of position.
    pub position: Option<Position>,
    /// Positions of exercises that it replaces: the rules for these hold for it too.
    pub(crate) replaced_positions: Vec<Position>,
    /// What the body is on.
    pub surface: Option<Surface>,
    /// Which sides it works when the step does not say.
    pub sides: Sides,
    /// What "left" and "right" are said of.
    pub(crate) limb: Option<Limb>,
    /// Effort; low when absent.
    pub intensity: Intensity,
    /// What is needed.
    pub(crate) props: Vec<String>,
    /// What is worked.
    pub areas: Vec<String>,
    /// Short lines: position, movement, what to feel for.
    pub how: Vec<Wording>,
    /// Where and how it should be felt.
    pub feel: Option<Wording>,
    /// What not to do.
    pub avoid: Option<Wording>,
    /// Id of an easier exercise.
    pub(crate) easier: Option<Spanned<String>>,
    /// Id of a harder exercise.
    pub harder: Option<Spanned<String>>,
    /// Hazard tags of `safety.toml`.
    pub hazards: Vec<Spanned<String>>,
    /// Whether somebody looked at what could harm in it: its author wrote `hazards`, perhaps an empty list, or it is one of
    /// ours, or in the place of one.
    pub(crate) known: bool,
    /// Whether it lies in the place of another one and is done otherwise: it is not what lists of exercises mean by its id.
    pub(crate) altered: bool,
    /// Condition to the id of what is done instead.
    pub(crate) substitutes: Vec<(Spanned<String>, Spanned<String>)>,
    /// Ids of `sources.toml`, or citations in words.
    pub sources: Vec<Spanned<String>>,
    /// Played when neither step nor routine names a dose.
    pub prescription: Prescription,
    /// What it takes to change sides, where that is longer than the pace gives.
    pub(crate) switch: Option<Switch>,
    /// Paced breathing.
    pub(crate) breath: Option<Breath>,
    /// Its `[figure]`, as written.
    pub figure: Option<Written>,
}

impl Exercise {
    /// Reads an exercise. What can be read comes back even when something cannot. `id` stands in for a missing name.
    pub fn decode(id: &str, text: &str) -> (Self, Vec<Diagnostic>) {
        document::decode(text, |document| {
            if document.is_newer() {
                Self::walk(id, &Document::parse(""))
            } else {
                Self::walk(id, document)
            }
        })
    }

    fn walk(id: &str, document: &Document<'_>) -> Self {
        let fields = Fields::root(document, "an exercise", KEYS);
        let discipline = example::one_of::<Discipline>("discipline");
        let position = example::one_of::<Position>("position");
        let position = format!("{position}; the rules about who may do what need it");
        for (key, example) in [
            ("name", "name = \"...\", what the exercise is called"),
            ("discipline", &discipline),
            ("position", &position),
        ] {
            if !fields.has(key) {
                fields.missing(key, example);
            }
        }
        fields.whole("format", 1..=1);
        let prescription = fields
            .table("dose", "[dose]", dose::KEYS)
            .map_or_else(Prescription::default, |dose| Prescription::decode(&dose));
        // Nothing asks for it yet, but a mistake in it is said.
        fields.word::<Discipline>("discipline");
        Self {
            name: fields
                .called("name")
                .map_or_else(|| id.to_owned(), Spanned::into_inner),
            also: fields.lines("also"),
            position: fields.word("position").map(Spanned::into_inner),
            replaced_positions: Vec::new(),
            surface: fields.word("surface").map(Spanned::into_inner),
            sides: decode_sides(&fields),
            limb: fields.word("limb").map(Spanned::into_inner),
            intensity: fields
                .word("intensity")
                .map_or(Intensity::Low, Spanned::into_inner),
            props: fields.open_words("props", PROPS),
            areas: fields.open_words("areas", AREAS),
            how: fields.wordings("how"),
            feel: fields.wording("feel"),
            avoid: fields.wording("avoid"),
            easier: fields.text("easier"),
            harder: fields.text("harder"),
            hazards: fields.texts("hazards"),
            known: fields.has("hazards"),
            altered: false,
            substitutes: fields.pairs("substitutes"),
            sources: fields.texts("sources"),
            prescription,
            switch: decode_switch(&fields),
            breath: decode_breath(&fields),
            figure: kept_figure(&fields, document),
        }
    }
}

fn decode_sides(fields: &Fields<'_, '_>) -> Sides {
    match (fields.flag("unilateral"), fields.flag("alternating")) {
        (true, true) => {
            let found = Diagnostic::error("an exercise is unilateral or alternating, not both");
            fields.report(
                found
                    .at(fields.key_span("alternating"))
                    .related(fields.key_span("unilateral"), "one side, then the other")
                    .help("alternating is for reps that swap sides by themselves"),
            );
            Sides::Each
        }
        (true, false) => Sides::Each,
        (false, true) => Sides::Alternating,
        (false, false) => Sides::Both,
    }
}

/// `switch = "15s"`, or `switch = { usual = "15s", pregnant = "20s" }`.
fn decode_switch(fields: &Fields<'_, '_>) -> Option<Switch> {
    if !fields.is_table("switch") {
        let both = fields.duration("switch", PAUSE)?;
        return Some(Switch {
            usual: both,
            pregnant: both,
        });
    }
    let switch = fields.table("switch", "a switch", SWITCH_KEYS)?;
    for key in SWITCH_KEYS.iter().filter(|key| !switch.has(key)) {
        switch.missing(key, &format!("{key} = \"Ns\""));
    }
    let read = |key| switch.duration(key, PAUSE);
    let (usual, pregnant) = (read("usual"), read("pregnant"));
    Some(Switch {
        usual: usual.or(pregnant)?,
        pregnant: pregnant.or(usual)?,
    })
}

/// What stands there, even if it is no table: what is wrong with a figure takes only the figure away. A file that is
/// broken as TOML is mended first.
fn kept_figure(fields: &Fields<'_, '_>, document: &Document<'_>) -> Option<Written> {
    fields.value("figure")?;
    (!document.is_broken_somewhere()).then(|| Written::of(document.text()))
}
