//! The session for other programs: `rehearse --json` prints one object a line, in order of time.
//!
//! `at` is in seconds from the start, `kind` says what the line is:
//!
//! - `routine`, once and first: `total` in seconds, `steps`, `checked`, `worries`; where something is a range also `ranges`,
//!   the ends that play: `high` or `low`.
//! - `decision` and `change`: what the rules and the fitting changed, before anything is played. Of a change `what` is
//!   `hold` (in seconds), `reps`, `breaths`, `sets`, `rounds` or `dropped`; where each side has its own dose also
//!   `side`; for a round of several steps without a name also `through`, its last step.
//! - `prepare`, `work`, `switch`, `rest`, `confirm`: a segment, with `part` (its name or null), `step` (as `--from`
//!   counts), `round`, `set`, `side` (`left`, `right` or null), `seconds` (null for `confirm`) and `reps`: repetitions, or
//!   breaths where the dose counts breaths, else null; where `work` may end before its time also `up_to`, true.
//! - every other kind is a cue of the segment above it, with `say` and `sound`, each null where there is none:
//!   `announce`, `tick`, `start`, `halfway`, `end`, `switch`, `rest`, `authored`, `finish`; `rep` at each repetition, and
//!   in it `hold` and `let-go` where it is held for three seconds or longer, else `back` where its way back is timed;
//!   `breath-in`, `breath-hold`, `breath-out` and `breath-rest` of paced breathing.
//!
//! Kinds and fields may be added; those that are here stay.

use std::time::Duration;

use serde::Serialize;
use serde_json::Value;

use crate::cli::decided::Decided;
use crate::cli::output;
use crate::content::vocabulary::Word;
use crate::plan::cue::{Cue, Sound};
use crate::plan::fit::change::{FitChange, FitWhat};
use crate::plan::segment::{Segment, SegmentKind};
use crate::plan::tailor::Tailored;
use crate::plan::timetable::Timetable;
use crate::plan::worries::Worries;
use crate::words::en::worries as words;

/// One line of `--json`. The names are a promise to other programs.
#[derive(Serialize)]
#[serde(untagged)]
enum Line<'a> {
    Routine {
        at: f64,
        kind: &'static str,
        id: &'a str,
        title: &'a str,
        total: f64,
        steps: usize,
        /// The ends of ranges that play, `high` or `low`; not there where nothing is a range.
        #[serde(skip_serializing_if = "Option::is_none")]
        ranges: Option<&'static str>,
        /// True if everything was checked; `worries` says why not.
        checked: bool,
        worries: Vec<String>,
    },
    Decision {
        at: f64,
        kind: &'static str,
        #[serde(flatten)]
        decided: Decided<'a>,
    },
    Change {
        at: f64,
        kind: &'static str,
        step: u32,
        /// The last step of a round without a name, where it has several.
        #[serde(skip_serializing_if = "Option::is_none")]
        through: Option<u32>,
        /// Where each side has its own dose.
        #[serde(skip_serializing_if = "Option::is_none")]
        side: Option<&'static str>,
        what: &'static str,
        from: Value,
        to: Value,
    },
    Segment {
        at: f64,
        kind: &'static str,
        /// The name of the part that the step is in.
        part: Option<&'a str>,
        step: u32,
        round: u32,
        set: u32,
        side: Option<&'static str>,
        name: &'a str,
        exercise: Option<&'a str>,
        seconds: Option<f64>,
        reps: Option<u32>,
        /// True if the work may end before its time; not there otherwise.
        #[serde(skip_serializing_if = "Option::is_none")]
        up_to: Option<bool>,
    },
    Cue {
        at: f64,
        kind: &'static str,
        say: Option<&'a str>,
        sound: Option<&'static str>,
    },
    End {
        at: f64,
        kind: &'static str,
    },
}

/// The lines, in order of time.
pub(crate) fn lines(id: &str, title: &str, worries: &Worries, tailored: &Tailored) -> String {
    let timetable = tailored.timetable.as_ref();
    let total = seconds(timetable.map_or(Duration::ZERO, Timetable::total));
    let mut lines = vec![Line::Routine {
        at: 0.0,
        kind: "routine",
        id,
        title,
        total,
        steps: timetable.map_or(0, |timetable| timetable.steps.len()),
        ranges: timetable.and_then(Timetable::ranges).map(Word::as_str),
        checked: worries.is_checked,
        worries: words::all(worries),
    }];
    lines.extend(tailored.decisions.iter().map(|decision| Line::Decision {
        at: 0.0,
        kind: "decision",
        decided: Decided::of(decision),
    }));
    lines.extend(tailored.changes.iter().map(change_line));
    let mut out = printed(&lines);
    if let Some(timetable) = timetable {
        out += &session(timetable, total);
    }
    out
}

/// The segments with their cues, and the end.
fn session(timetable: &Timetable, total: f64) -> String {
    let mut out = String::new();
    let mut began = Duration::ZERO;
    for (index, segment) in timetable.segments.iter().enumerate() {
        out += &printed(&[segment_line(timetable, segment, began)]);
        for cue in timetable.cues(index) {
            out += &printed(&[cue_line(&cue, began)]);
        }
        began += segment.length.unwrap_or_default();
    }
    out + &printed(&[Line::End {
        at: total,
        kind: "end",
    }])
}

fn printed(lines: &[Line<'_>]) -> String {
    let lines = lines.iter().filter_map(output::json_line);
    lines.map(|line| line + "\n").collect()
}

/// Seconds in whole milliseconds, so that sums print as people add them.
fn seconds(time: Duration) -> f64 {
    let milliseconds = u32::try_from(time.as_millis()).unwrap_or(u32::MAX);
    f64::from(milliseconds) / 1000.0
}

/// Seconds for a hold, else a number; a step that is left out has neither.
fn change_line<'a>(change: &FitChange) -> Line<'a> {
    let (what, from, to) = match change.what {
        FitWhat::Hold { from, to } => ("hold", seconds(from).into(), seconds(to).into()),
        FitWhat::Reps { from, to } => ("reps", from.into(), to.into()),
        FitWhat::Breaths { from, to } => ("breaths", from.into(), to.into()),
        FitWhat::Sets { from, to } => ("sets", from.into(), to.into()),
        FitWhat::Rounds { from, to } => ("rounds", from.into(), to.into()),
        FitWhat::Dropped => ("dropped", Value::Null, Value::Null),
    };
    Line::Change {
        at: 0.0,
        kind: "change",
        step: change.step,
        through: change.through.as_ref().map(|(step, _)| *step),
        side: change.side.map(Word::as_str),
        what,
        from,
        to,
    }
}

fn segment_line<'a>(timetable: &'a Timetable, segment: &Segment, began: Duration) -> Line<'a> {
    let step = &timetable.steps[segment.step];
    Line::Segment {
        at: seconds(began),
        kind: segment.kind.as_str(),
        part: step.part.as_ref().map(|part| part.name.as_str()),
        step: step.number,
        round: step.round,
        set: segment.set,
        side: segment.side.map(Word::as_str),
        name: &step.planned.name,
        exercise: step.planned.exercise.as_deref(),
        seconds: segment.length.map(seconds),
        reps: segment.reps,
        up_to: (segment.kind == SegmentKind::Work && step.planned.dosage.up_to).then_some(true),
    }
}

fn cue_line(cue: &Cue, began: Duration) -> Line<'_> {
    Line::Cue {
        at: seconds(began + cue.at),
        kind: cue.kind.as_str(),
        say: cue.say.as_deref(),
        sound: cue.sound.map(Sound::as_str),
    }
}
