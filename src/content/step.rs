//! The entries of a routine: steps, and rounds of steps.

use std::ops::Range;
use std::time::Duration;

use toml::Spanned;
use toml::de::DeTable;

use crate::content::diagnostic::Diagnostic;
use crate::content::dose::{PAUSE, Prescription};
use crate::content::toml::fields::Fields;
use crate::content::vocabulary::{PROPS, Position, Sides, Surface};
use crate::content::wording::Wording;

/// The keys of a step.
pub const STEP_KEYS: &[&str] = &[
    "exercise", "name", "hold", "reps", "tempo", "until", "side", "sets", "rest", "prepare",
    "switch", "how", "feel", "avoid", "say", "cues", "breath", "easier", "harder", "position",
    "surface", "props", "hazards", "optional", "note", "repeat", "step",
];
/// The keys of a round.
pub const ROUND_KEYS: &[&str] = &["repeat", "rest", "step", "note"];
/// How deep rounds may lie in rounds.
const MOST_ROUNDS: usize = 2;
/// How often steps may be repeated.
pub(crate) const REPEAT: std::ops::RangeInclusive<u32> = 1..=99;
/// What breathing in or out may last.
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
    /// How often, at least 1.
    pub(crate) repeat: u32,
    /// Between rounds; none after the last.
    pub(crate) rest: Duration,
    /// What is repeated.
    pub(crate) blocks: Vec<Block>,
    /// The header of the round.
    pub(crate) span: Range<usize>,
}

/// What a step is of.
#[derive(Clone, Debug)]
pub enum Subject {
    /// An exercise of the library, by id.
    Exercise(Spanned<String>),
    /// Described in the routine itself.
    Inline(String),
}

impl Subject {
    /// What the author wrote: the exercise's id or the step's name.
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
    /// What is said.
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
    pub subject: Subject,
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
    /// Whether its author wrote `hazards`: an empty list says that nothing in it could harm.
    pub(crate) known: bool,
    /// First to go when time is short.
    pub(crate) optional: bool,
    /// For the author's own eyes, shown on the sheet.
    pub note: Option<Wording>,
    /// The header of the step.
    pub(crate) span: Range<usize>,
}

/// Decodes the `[[step]]` list of a table, `level` rounds deep.
pub(crate) fn decode_list(fields: &Fields<'_, '_>, level: usize) -> Vec<Block> {
    fields
        .tables("step")
        .into_iter()
        .map(|(table, span)| decode(fields, table, span, level))
        .collect()
}

fn decode<'t, 's>(
    parent: &Fields<'t, 's>,
    table: &'t DeTable<'s>,
    span: Range<usize>,
    level: usize,
) -> Block {
    // Somebody who writes `repeat` into a step means its sets.
    let is_step = ["exercise", "name"]
        .iter()
        .any(|key| table.contains_key(*key));
    if table.contains_key("step") || (table.contains_key("repeat") && !is_step) {
        let fields = parent.within(table, span, "a round", ROUND_KEYS);
        return Block::Round(decode_round(&fields, level));
    }
    let fields = parent.within(table, span, "a step", STEP_KEYS);
    Block::Step(Box::new(decode_step(&fields)))
}

fn decode_round(fields: &Fields<'_, '_>, level: usize) -> Round {
    if level == MOST_ROUNDS {
        let found = Diagnostic::error("rounds are nested too deeply").at(fields.span());
        fields.report(
            found.help("a round may hold one more level of rounds; write the inner steps out"),
        );
    }
    if !fields.has("repeat") {
        fields.missing("repeat", "repeat = N: how often the steps below are done");
    }
    if !fields.has("step") || fields.is_empty_list("step") {
        let header = fields.header_of("step");
        let example = format!("{header} below it, once for each step that is repeated");
        fields.missing("step", &example);
    }
    let repeat = fields.whole("repeat", REPEAT).map(Spanned::into_inner);
    Round {
        repeat: repeat.unwrap_or(1),
        rest: fields.duration("rest", PAUSE).unwrap_or_default(),
        blocks: decode_list(fields, level + 1),
        span: fields.span(),
    }
}

fn decode_step(fields: &Fields<'_, '_>) -> Step {
    if fields.has("repeat") {
        let times = fields
            .whole("repeat", REPEAT)
            .map_or_else(|| "N".to_owned(), |times| times.get_ref().to_string());
        let found = Diagnostic::error("a step cannot be repeated by itself")
            .at(fields.key_span("repeat"))
            .help(format!(
                "write sets = {times}; repeat is for several steps in turn, each below {}",
                fields.header_of("step")
            ));
        fields.report(found);
    }
    Step {
        subject: decode_subject(fields),
        prescription: Prescription::decode(fields),
        side: fields.word("side"),
        prepare: fields
            .duration("prepare", PAUSE)
            .map(|prepare| Spanned::new(fields.key_span("prepare"), prepare)),
        switch: fields.duration("switch", PAUSE),
        how: fields.wordings("how"),
        feel: fields.wording("feel"),
        avoid: fields.wording("avoid"),
        say: fields.wording("say"),
        cues: decode_cues(fields),
        breath: decode_breath(fields),
        easier: fields.text("easier"),
        harder: fields.text("harder"),
        position: fields.word("position").map(Spanned::into_inner),
        surface: fields.word("surface").map(Spanned::into_inner),
        props: fields.open_words("props", PROPS),
        hazards: fields.texts("hazards"),
        known: fields.has("hazards"),
        optional: fields.flag("optional"),
        note: fields.wording("note"),
        span: fields.span(),
    }
}

fn decode_subject(fields: &Fields<'_, '_>) -> Subject {
    if fields.has("exercise") && fields.has("name") {
        fields.report(
            Diagnostic::error("a step has an exercise or a name, not both")
                .at(fields.key_span("name"))
                .related(
                    fields.key_span("exercise"),
                    "the exercise brings its own name",
                )
                .help("delete one of them"),
        );
    } else if !fields.has("exercise") && !fields.has("name") && !fields.is_meant("name") {
        fields.missing(
            "exercise",
            "exercise = \"...\", or name = \"...\" for your own step",
        );
    }
    match (fields.text("exercise"), fields.called("name")) {
        (Some(id), _) => Subject::Exercise(id),
        (None, name) => Subject::Inline(name.map(Spanned::into_inner).unwrap_or_default()),
    }
}

fn decode_cues(fields: &Fields<'_, '_>) -> Vec<Spanned<AuthoredCue>> {
    fields
        .few_tables("cues")
        .into_iter()
        .filter_map(|(table, span)| {
            let cue = fields.within(table, span.clone(), "a cue", &["at", "say"]);
            for (key, example) in [("at", "at = \"Ns\""), ("say", "say = \"...\"")] {
                if !cue.has(key) {
                    cue.missing(key, example);
                }
            }
            let (at, say) = (cue.duration("at", PAUSE), cue.wording("say"));
            Some(Spanned::new(span, AuthoredCue { at: at?, say: say? }))
        })
        .collect()
}

/// Decodes `breath = { in = 4, out = 6 }`.
pub(crate) fn decode_breath(fields: &Fields<'_, '_>) -> Option<Breath> {
    let breath = fields.table("breath", "a breath", &["in", "out"])?;
    for key in ["in", "out"] {
        if !breath.has(key) {
            breath.missing(key, &format!("{key} = N"));
        }
    }
    let (inward, outward) = (
        breath.duration("in", BREATH),
        breath.duration("out", BREATH),
    );
    Some(Breath {
        inward: inward?,
        outward: outward?,
    })
}
