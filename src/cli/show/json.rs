//! The sheet for other programs.

use std::borrow::Cow;

use serde::Serialize;

use crate::cli::decided::Decided;
use crate::cli::show::About;
use crate::content::duration::written;
use crate::content::vocabulary::Word as _;
use crate::plan::timetable::Planned;
use crate::plan::words;

/// The sheet in `--json`. The names are a promise to other programs.
#[derive(Serialize)]
pub(crate) struct Json<'a> {
    id: &'a str,
    title: &'a str,
    about: Option<&'a str>,
    discipline: Option<&'static str>,
    audience: Vec<&'static str>,
    when: &'static str,
    minutes: Option<u32>,
    seconds: f64,
    props: Vec<&'a str>,
    cautions: &'a [String],
    /// Whether the rules let it play.
    plays: bool,
    /// Whether all was checked that there is to check, and why not.
    checked: bool,
    worries: &'a [String],
    decisions: Vec<Decided<'a>>,
    /// What fitting changed, in words.
    changes: Vec<String>,
    steps: Vec<JsonStep<'a>>,
    /// What the person has, with what its rules rest on.
    conditions: Vec<JsonCondition<'a>>,
    notes: Vec<JsonNote<'a>>,
    evidence: Vec<JsonEvidence<'a>>,
    red_flags: Vec<JsonFlags<'a>>,
    sources: Vec<JsonSource<'a>>,
    disclaimer: &'a [String],
    path: &'a str,
}

#[derive(Serialize)]
struct JsonStep<'a> {
    step: u32,
    name: &'a str,
    exercise: Option<&'a str>,
    dose: String,
    side: &'static str,
    sets: u32,
    rest: String,
    how: Vec<Cow<'a, str>>,
    feel: Option<Cow<'a, str>>,
    avoid: Option<Cow<'a, str>>,
    /// The first of the cautions.
    caution: Option<&'a str>,
    cautions: &'a [String],
    props: Vec<&'a str>,
}

#[derive(Serialize)]
struct JsonCondition<'a> {
    id: &'a str,
    name: &'a str,
    /// Ids of sources, and what stands in place of one: `general practice, not verified`.
    sources: Vec<&'a str>,
}

#[derive(Serialize)]
struct JsonNote<'a> {
    about: &'a str,
    say: &'a [String],
}

#[derive(Serialize)]
struct JsonEvidence<'a> {
    say: Option<&'a str>,
    strength: &'a str,
    searched: Option<&'a str>,
    sources: Vec<&'a str>,
}

#[derive(Serialize)]
struct JsonFlags<'a> {
    group: &'a str,
    signs: Vec<&'a str>,
}

#[derive(Serialize)]
struct JsonSource<'a> {
    id: Option<&'a str>,
    citation: &'a str,
    seen: Option<&'a str>,
}

pub(crate) fn sheet<'a>(about: &'a About<'a>) -> Json<'a> {
    let routine = &about.entry.value;
    Json {
        id: &about.entry.id,
        title: &routine.title,
        about: routine.about.as_deref(),
        discipline: routine
            .discipline
            .map(crate::content::vocabulary::Word::as_str),
        audience: routine
            .audience
            .iter()
            .map(|audience| audience.as_str())
            .collect(),
        when: routine.when.as_str(),
        minutes: routine.minutes.as_ref().map(|minutes| *minutes.get_ref()),
        seconds: about.timetable.total().as_secs_f64(),
        props: about.timetable.props(),
        cautions: &routine.cautions,
        plays: about.tailored.timetable.is_some(),
        checked: about.worries.is_checked,
        worries: &about.worries.said,
        decisions: about.tailored.decisions.iter().map(Decided::of).collect(),
        changes: about
            .tailored
            .changes
            .iter()
            .map(ToString::to_string)
            .collect(),
        steps: about
            .timetable
            .steps
            .iter()
            .map(|step| json_step(step.number, &step.planned))
            .collect(),
        conditions: about
            .conditions
            .iter()
            .map(|condition| JsonCondition {
                id: &condition.id,
                name: &condition.name,
                sources: condition
                    .sources
                    .iter()
                    .map(|source| source.get_ref().as_str())
                    .collect(),
            })
            .collect(),
        notes: about
            .notes
            .iter()
            .map(|note| JsonNote {
                about: &note.name,
                say: &note.say,
            })
            .collect(),
        evidence: about
            .evidence
            .iter()
            .map(|evidence| JsonEvidence {
                say: evidence.say.as_deref(),
                strength: &evidence.strength,
                searched: evidence.searched.as_deref(),
                sources: evidence
                    .sources
                    .iter()
                    .map(|source| source.get_ref().as_str())
                    .collect(),
            })
            .collect(),
        red_flags: about
            .red_flags()
            .map(|(group, signs)| JsonFlags { group, signs })
            .collect(),
        sources: about
            .sources
            .iter()
            .map(|&source| match about.shared.sources.get(source) {
                Some(known) => JsonSource {
                    id: Some(source),
                    citation: &known.citation,
                    seen: Some(&known.seen),
                },
                None => JsonSource {
                    id: None,
                    citation: source,
                    seen: None,
                },
            })
            .collect(),
        disclaimer: &about.shared.safety.disclaimer,
        path: &about.entry.path,
    }
}

fn json_step(number: u32, planned: &Planned) -> JsonStep<'_> {
    let filled = |text| words::filled(text, planned, None);
    JsonStep {
        step: number,
        name: &planned.name,
        exercise: planned.exercise.as_deref(),
        dose: words::dose(planned),
        side: planned.sides.as_str(),
        sets: planned.dosage.sets,
        rest: written(planned.dosage.rest),
        how: words::how(planned, None),
        feel: planned.feel.as_ref().map(filled),
        avoid: planned.avoid.as_ref().map(filled),
        caution: planned.cautions.first().map(String::as_str),
        cautions: &planned.cautions,
        props: planned.needs().collect(),
    }
}
