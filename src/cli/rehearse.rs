//! `supple rehearse`: the whole session on a simulated clock.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use serde::Serialize;
use serde_json::Value;

use crate::cli::arguments::Rehearse;
use crate::cli::decided::Decided;
use crate::cli::selection::Selection;
use crate::cli::{PROBLEM, output, person};
use crate::content::duration::written;
use crate::plan::cue::Cue;
use crate::plan::emergency::Emergency;
use crate::plan::fit::change::{Change, What};
use crate::plan::tailor::Tailored;
use crate::plan::timetable::{Kind, Segment, Timetable};
use crate::plan::words;
use crate::plan::worries::Worries;

pub(crate) fn run(arguments: &Rehearse, folders: &[PathBuf]) -> ExitCode {
    rehearse(arguments, folders).unwrap_or_else(|code| code)
}

fn rehearse(arguments: &Rehearse, folders: &[PathBuf]) -> Result<ExitCode, ExitCode> {
    let selection = Selection::find(&arguments.wanted.routine, folders)?;
    let mut whom = person::of_call(arguments.wanted.for_.as_deref(), &selection.library)?;
    whom.set_known(
        &selection.id,
        arguments.wanted.known || whom.knows(&selection.id),
    );
    let tailored = selection.tailored(&whom, arguments.wanted.minutes)?;
    let entry = selection.entry()?;
    let worries = Worries::of(&selection.library, &whom).with(&tailored);
    let title = &entry.value.title;
    let printed = if arguments.json {
        output::exact(&as_json(&entry.id, title, &worries, &tailored))
    } else {
        let emergency = Emergency::of(&whom.profile);
        output::data(&as_text(title, &worries, &emergency, &tailored))
    };
    Ok(if tailored.timetable.is_none() {
        ExitCode::from(PROBLEM)
    } else {
        printed
    })
}

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
        /// Whether all was checked that there is to check, and why not.
        checked: bool,
        worries: &'a [String],
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
        what: &'static str,
        from: Value,
        to: Value,
    },
    Segment {
        at: f64,
        kind: &'static str,
        step: u32,
        round: u32,
        set: u32,
        side: Option<&'static str>,
        name: &'a str,
        exercise: Option<&'a str>,
        seconds: Option<f64>,
        reps: Option<u32>,
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

fn seconds(time: Duration) -> f64 {
    // Whole milliseconds, so that sums print as people add them.
    let milliseconds = u32::try_from(time.as_millis()).unwrap_or(u32::MAX);
    f64::from(milliseconds) / 1000.0
}

fn as_json(id: &str, title: &str, worries: &Worries, tailored: &Tailored) -> String {
    let mut out = String::new();
    let mut push = |line: &Line<'_>| {
        if let Some(json) = output::json_line(line) {
            out += &json;
            out.push('\n');
        }
    };
    let timetable = tailored.timetable.as_ref();
    let total = seconds(timetable.map_or(Duration::ZERO, Timetable::total));
    push(&Line::Routine {
        at: 0.0,
        kind: "routine",
        id,
        title,
        total,
        steps: timetable.map_or(0, |timetable| timetable.steps.len()),
        checked: worries.is_checked,
        worries: &worries.said,
    });
    for decision in &tailored.decisions {
        push(&Line::Decision {
            at: 0.0,
            kind: "decision",
            decided: Decided::of(decision),
        });
    }
    for change in &tailored.changes {
        push(&change_line(change));
    }
    let Some(timetable) = timetable else {
        return out;
    };
    let mut began = Duration::ZERO;
    for (index, segment) in timetable.segments.iter().enumerate() {
        push(&segment_line(timetable, segment, began));
        for cue in timetable.cues(index) {
            let Cue {
                at,
                kind,
                say,
                sound,
            } = &cue;
            let at = seconds(began + *at);
            push(&Line::Cue {
                at,
                kind: kind.as_str(),
                say: say.as_deref(),
                sound: sound.map(super::super::plan::cue::Sound::as_str),
            });
        }
        began += segment.length.unwrap_or_default();
    }
    push(&Line::End {
        at: total,
        kind: "end",
    });
    out
}

/// Seconds for a hold, else a number; a step that is left out has neither.
fn change_line(change: &Change) -> Line<'static> {
    let (what, from, to) = match change.what {
        What::Hold { from, to } => ("hold", seconds(from).into(), seconds(to).into()),
        What::Reps { from, to } => ("reps", from.into(), to.into()),
        What::Sets { from, to } => ("sets", from.into(), to.into()),
        What::Dropped => ("dropped", Value::Null, Value::Null),
    };
    Line::Change {
        at: 0.0,
        kind: "change",
        step: change.step,
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
        step: step.number,
        round: step.round,
        set: segment.set,
        side: segment
            .side
            .map(super::super::plan::timetable::Side::as_str),
        name: &step.planned.name,
        exercise: step.planned.exercise.as_deref(),
        seconds: segment.length.map(seconds),
        reps: segment.reps,
    }
}

fn as_text(title: &str, worries: &Worries, emergency: &Emergency, tailored: &Tailored) -> String {
    let mut out = String::new();
    match &tailored.timetable {
        Some(timetable) => {
            let steps = timetable.steps.len();
            let plural = if steps == 1 { "" } else { "s" };
            let total = written(timetable.total());
            let _ = writeln!(out, "{title}: {steps} step{plural}, {total}");
        }
        None => {
            let _ = writeln!(out, "{title}");
        }
    }
    for worry in &worries.said {
        let _ = writeln!(out, "Mind: {worry}");
    }
    for decision in &tailored.decisions {
        let _ = writeln!(out, "{}", emergency.in_text(&decision.to_string()));
    }
    for change in &tailored.changes {
        let _ = writeln!(out, "{change}");
    }
    let Some(timetable) = &tailored.timetable else {
        return out;
    };
    let mut began = Duration::ZERO;
    let mut last_step = usize::MAX;
    for (index, segment) in timetable.segments.iter().enumerate() {
        if segment.step != last_step {
            last_step = segment.step;
            let step = &timetable.steps[segment.step];
            let _ = writeln!(out, "\n{}. {}", step.number, step.planned.name);
        }
        let _ = writeln!(
            out,
            "{}  {}",
            clock(began),
            segment_words(timetable, segment)
        );
        for cue in timetable.cues(index) {
            if let Some(words) = cue_words(&cue) {
                let _ = writeln!(out, "{}    {words}", clock(began + cue.at));
            }
        }
        began += segment.length.unwrap_or_default();
    }
    let _ = writeln!(out, "\n{}  end", clock(timetable.total()));
    out
}

/// `12:07.5`, so wide that a whole routine aligns.
fn clock(time: Duration) -> String {
    let tenths = time.as_millis() / 100;
    let clock = format!("{}:{:02}.{}", tenths / 600, tenths / 10 % 60, tenths % 10);
    format!("{clock:>8}")
}

fn segment_words(timetable: &Timetable, segment: &Segment) -> String {
    let planned = timetable.planned(segment);
    let mut words = format!("{:<8}", segment.kind.as_str());
    words += &segment
        .length
        .map_or_else(|| "until done".to_owned(), written);
    if let Some(reps) = segment.reps {
        let _ = write!(words, ", {reps} reps");
    }
    if let Some(side) = segment.side.filter(|_| segment.kind != Kind::Prepare) {
        let _ = write!(words, ", {}", words::side_words(side, planned.limb));
    }
    if planned.dosage.sets > 1 && segment.kind == Kind::Work {
        let _ = write!(words, ", set {} of {}", segment.set, planned.dosage.sets);
    }
    words
}

/// What is heard; `None` for a moment at which nothing is.
fn cue_words(cue: &Cue) -> Option<String> {
    match (&cue.say, cue.sound) {
        (None, None) => None,
        (Some(say), None) => Some(format!("\"{say}\"")),
        (None, Some(sound)) => Some(format!("({})", sound.as_str())),
        (Some(say), Some(sound)) => Some(format!("({}) \"{say}\"", sound.as_str())),
    }
}
