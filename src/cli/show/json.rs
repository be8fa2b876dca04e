//! The sheet for other programs.

use std::borrow::Cow;

use serde::Serialize;
use toml::Spanned;

use crate::cli::decided::Decided;
use crate::cli::labels::Labels;
use crate::cli::show::about::RoutineSheet;
use crate::content::dose::Dosage;
use crate::content::dose::sided::Sided;
use crate::content::duration::written;
use crate::content::evidence::Evidence;
use crate::content::safety::condition::Condition;
use crate::content::sources::Source;
use crate::content::vocabulary::Word;
use crate::plan::fit::change::FitChange;
use crate::plan::notes::Noted;
use crate::plan::timetable::TimetableStep;
use crate::plan::words;
use crate::words::en::{fitting, worries};

/// The sheet in `--json`. The names are a promise to other programs.
#[derive(Serialize)]
pub(crate) struct Json<'a> {
    id: &'a str,
    title: &'a str,
    about: Option<&'a str>,
    #[serde(flatten)]
    labels: Labels,
    seconds: f64,
    /// The ends of ranges that play, `high` or `low`; null where nothing is a range.
    ranges: Option<&'static str>,
    props: Vec<&'a str>,
    cautions: &'a [String],
    /// True if the rules let it play.
    plays: bool,
    /// True if everything was checked; `worries` says why not.
    checked: bool,
    worries: Vec<String>,
    decisions: Vec<Decided<'a>>,
    /// The changes by fitting, in words.
    changes: Vec<String>,
    steps: Vec<JsonStep<'a>>,
    /// The person's conditions, with the sources of their rules.
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
    /// The name of the part that it is in.
    part: Option<&'a str>,
    name: &'a str,
    exercise: Option<&'a str>,
    /// The resistance: a band, a weight.
    load: Option<&'a str>,
    dose: String,
    /// `5 of 10`
    effort: Option<String>,
    side: &'static str,
    /// Of the left side, where the sides differ.
    sets: u32,
    /// Null where both sides have as many.
    sets_by_side: Option<JsonSets>,
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
struct JsonSets {
    left: u32,
    right: u32,
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

/// The sheet of a routine.
pub(crate) fn sheet<'a>(about: &'a RoutineSheet<'a>) -> Json<'a> {
    let (routine, timetable) = (&about.entry.value, about.timetable);
    let red_flags = about.red_flags();
    let sources = about.sources.iter();
    Json {
        id: &about.entry.id,
        title: &routine.title,
        about: routine.about.as_deref(),
        labels: Labels::of(routine),
        seconds: timetable.total().as_secs_f64(),
        ranges: timetable.ranges().map(Word::as_str),
        props: timetable.props(),
        cautions: &routine.cautions,
        plays: about.tailored.timetable.is_some(),
        checked: about.worries.is_checked,
        worries: worries::all(&about.worries),
        decisions: about.tailored.decisions.iter().map(Decided::of).collect(),
        changes: words_of(&about.tailored.changes),
        steps: timetable.steps.iter().map(step).collect(),
        conditions: about.conditions.iter().copied().map(condition).collect(),
        notes: about.notes.iter().map(note).collect(),
        evidence: about.evidence.iter().copied().map(evidence).collect(),
        red_flags: red_flags
            .map(|(group, signs)| JsonFlags { group, signs })
            .collect(),
        sources: sources
            .map(|&id| source(id, about.shared.sources.get(id)))
            .collect(),
        disclaimer: &about.shared.safety.disclaimer,
        path: &about.entry.path,
    }
}

fn words_of(changes: &[FitChange]) -> Vec<String> {
    changes.iter().map(fitting::change).collect()
}

fn condition(condition: &Condition) -> JsonCondition<'_> {
    JsonCondition {
        id: &condition.id,
        name: &condition.name,
        sources: ids(&condition.sources),
    }
}

fn note(note: &Noted) -> JsonNote<'_> {
    JsonNote {
        about: &note.name,
        say: &note.say,
    }
}

fn evidence(evidence: &Evidence) -> JsonEvidence<'_> {
    JsonEvidence {
        say: evidence.say.as_deref(),
        strength: &evidence.strength,
        searched: evidence.searched.as_deref(),
        sources: ids(&evidence.sources),
    }
}

fn ids(sources: &[Spanned<String>]) -> Vec<&str> {
    let ids = sources.iter().map(|source| source.get_ref().as_str());
    ids.collect()
}

/// A source by its id; what is no id is a citation.
fn source<'a>(id: &'a str, known: Option<&'a Source>) -> JsonSource<'a> {
    match known {
        Some(known) => JsonSource {
            id: Some(id),
            citation: &known.citation,
            seen: Some(&known.seen),
        },
        None => JsonSource {
            id: None,
            citation: id,
            seen: None,
        },
    }
}

fn sets_by_side(dosage: &Dosage) -> Option<JsonSets> {
    let Sided { left, right } = dosage.amount.map(|amount| amount.sets.played);
    (left != right).then_some(JsonSets { left, right })
}

fn step(step: &TimetableStep) -> JsonStep<'_> {
    let planned = &*step.planned;
    let filled = |text| words::filled(text, planned, None);
    JsonStep {
        step: step.number,
        part: step.part.as_ref().map(|part| part.name.as_str()),
        name: &planned.name,
        exercise: planned.exercise.as_deref(),
        load: planned.load.as_deref(),
        dose: words::dose::dose(planned),
        effort: planned.effort.map(words::dose::effort),
        side: planned.sides.as_str(),
        sets: planned.dosage.sets(),
        sets_by_side: sets_by_side(&planned.dosage),
        rest: written(planned.dosage.rest),
        how: words::how(planned, None),
        feel: planned.feel.as_ref().map(filled),
        avoid: planned.avoid.as_ref().map(filled),
        caution: planned.cautions.first().map(String::as_str),
        cautions: &planned.cautions,
        props: planned.needs().collect(),
    }
}
