//! Reads the entries of a routine.

use toml::Spanned;

use crate::content::breath::Breath;
use crate::content::cue_time::CueTime;
use crate::content::diagnostic::Diagnostic;
use crate::content::dose::layering::Prescription;
use crate::content::dose::limits::{PAUSE, SETS};
use crate::content::duration::split_range;
use crate::content::exertion::Exertion;
use crate::content::part::{PartPlace, RoutinePart};
use crate::content::step::{AuthoredCue, CUE_KEYS, Step, StepSubject};
use crate::content::toml::fields::Fields;
use crate::content::vocabulary::PROPS;

/// Reads a step in its place.
pub(crate) fn decode_step(fields: &Fields<'_, '_>, place: PartPlace) -> Step {
    if fields.has("repeat") {
        let times = repeats(fields).unwrap_or_else(|| "N".to_owned());
        let found = Diagnostic::error("a step cannot be repeated by itself")
            .at(fields.key_span("repeat"))
            .help(format!(
                "write sets = {times}; repeat is for several steps in turn, each below {}",
                fields.header_of("step")
            ));
        fields.report(found);
    }
    Step {
        part: RoutinePart::decode(fields, place),
        subject: decode_subject(fields),
        load: fields.called("load").map(Spanned::into_inner),
        effort: Exertion::decode(fields),
        prescription: Prescription::decode(fields),
        side: fields.word("side"),
        first: fields.word("first"),
        order: fields.word("order"),
        uneven: fields.flag("uneven"),
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

/// What a step says to repeat, as it would be written for sets.
fn repeats(fields: &Fields<'_, '_>) -> Option<String> {
    let fits = |number: &str| number.parse().is_ok_and(|number| SETS.contains(&number));
    if let Some((number, _)) = fields.bare_number("repeat") {
        return Some(number).filter(|number| fits(number));
    }
    let text = fields.as_text("repeat")?.trim();
    match split_range(text) {
        Some((lower, upper)) if fits(lower) && fits(upper) => Some(format!("\"{lower}-{upper}\"")),
        Some(_) => None,
        None => Some(text.to_owned()).filter(|number| fits(number)),
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
            let cue = fields.within(table, span.clone(), CUE_KEYS);
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
