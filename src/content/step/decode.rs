//! Reads the entries of a routine.

use std::ops::Range;

use toml::Spanned;
use toml::de::DeTable;

use crate::content::breath::Breath;
use crate::content::cue_time::CueTime;
use crate::content::diagnostic::Diagnostic;
use crate::content::dose::layering::Prescription;
use crate::content::dose::limits::PAUSE;
use crate::content::step::{
    AuthoredCue, Block, CUE_KEYS, REPEAT, ROUND_KEYS, Round, STEP_KEYS, Step, StepSubject,
};
use crate::content::toml::fields::Fields;
use crate::content::vocabulary::PROPS;

/// The most levels of nested rounds.
const MOST_ROUNDS: usize = 2;

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
            found.help("a round can contain one more level of rounds; write the inner steps out"),
        );
    }
    if !fields.has("repeat") {
        fields.missing("repeat", "repeat = N: how many times to do the steps below");
    }
    if !fields.has("step") || fields.is_empty_list("step") {
        let header = fields.header_of("step");
        let example = format!("{header} below it, once for each step to repeat");
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
        first: fields.word("first"),
        order: fields.word("order"),
        prepare: fields
            .duration("prepare", PAUSE)
            .map(|prepare| Spanned::new(fields.key_span("prepare"), prepare)),
        switch: fields.duration("switch", PAUSE),
        how: fields.wordings("how"),
        feel: fields.wording("feel"),
        avoid: fields.wording("avoid"),
        say: fields.wording("say"),
        cues: decode_cues(fields),
        breath: Breath::decode(fields),
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

fn decode_subject(fields: &Fields<'_, '_>) -> StepSubject {
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
        (Some(id), _) => StepSubject::Exercise(id),
        (None, name) => StepSubject::Inline(name.map(Spanned::into_inner).unwrap_or_default()),
    }
}

fn decode_cues(fields: &Fields<'_, '_>) -> Vec<Spanned<AuthoredCue>> {
    fields
        .few_tables("cues")
        .into_iter()
        .filter_map(|(table, span)| {
            let cue = fields.within(table, span.clone(), "a cue", CUE_KEYS);
            for (key, example) in [("at", "at = \"Ns\""), ("say", "say = \"...\"")] {
                if !cue.has(key) {
                    cue.missing(key, example);
                }
            }
            let (at, say) = (CueTime::decode(&cue), cue.wording("say"));
            Some(Spanned::new(span, AuthoredCue { at: at?, say: say? }))
        })
        .collect()
}
