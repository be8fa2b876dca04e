//! The session for reading.

use std::fmt::Write as _;
use std::time::Duration;

use crate::content::dose::Dose;
use crate::content::duration::written;
use crate::plan::cue::Cue;
use crate::plan::segment::{Segment, SegmentKind};
use crate::plan::tailor::Tailored;
use crate::plan::timetable::Timetable;
use crate::plan::words;
use crate::plan::worries::Worries;
use crate::words::en::emergency::Emergency;
use crate::words::en::{commands, fitting, reasons, worries as in_words};

/// Returns the decisions, then each cue with its time.
pub(crate) fn text(
    title: &str,
    worries: &Worries,
    emergency: &Emergency,
    tailored: &Tailored,
) -> String {
    let timetable = tailored.timetable.as_ref();
    let mut out = timetable.map_or_else(|| title.to_owned(), |timetable| head(title, timetable));
    out.push('\n');
    for worry in in_words::all(worries) {
        let _ = writeln!(out, "{}", commands::mind(&worry));
    }
    let ends = timetable.and_then(Timetable::ranges);
    if let Some(ends) = commands::lower_ends(ends) {
        let _ = writeln!(out, "{ends}");
    }
    for decision in &tailored.decisions {
        let _ = writeln!(out, "{}", emergency.in_text(&reasons::decision(decision)));
    }
    for change in &tailored.changes {
        let _ = writeln!(out, "{}", fitting::change(change));
    }
    if let Some(timetable) = timetable {
        session(&mut out, timetable);
    }
    out
}

fn head(title: &str, timetable: &Timetable) -> String {
    commands::rehearsed(title, timetable.steps.len(), timetable.total())
}

/// The steps with their segments and cues, and the end.
fn session(out: &mut String, timetable: &Timetable) {
    let mut began = Duration::ZERO;
    let mut last_step = None;
    for (index, segment) in timetable.segments.iter().enumerate() {
        if last_step != Some(segment.step) {
            last_step = Some(segment.step);
            let step = &timetable.steps[segment.step];
            if let Some(part) = timetable.begun_part(segment.step) {
                let _ = writeln!(out, "\n{}", commands::part(&part.name, None));
            }
            let _ = writeln!(out, "\n{}. {}", step.number, step.planned.name);
        }
        let words = segment_words(timetable, segment);
        let _ = writeln!(out, "{}  {words}", clock(began));
        for cue in timetable.cues(index) {
            if let Some(words) = cue_words(&cue) {
                let _ = writeln!(out, "{}    {words}", clock(began + cue.at));
            }
        }
        began += segment.length.unwrap_or_default();
    }
    let _ = writeln!(out, "\n{}  {}", clock(timetable.total()), commands::END);
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
    if segment.kind == SegmentKind::Work && planned.dosage.up_to {
        words += commands::UP_TO;
    }
    words += &segment
        .length
        .map_or_else(|| commands::UNTIL_DONE.to_owned(), written);
    if let Some(reps) = segment.reps {
        words += &match planned.dosage.of(segment.side).dose {
            Dose::Breaths(_) => commands::breaths(reps),
            Dose::Hold(_) | Dose::Reps(_) | Dose::HeldReps(..) | Dose::Done => commands::reps(reps),
        };
    }
    if let Some(side) = segment
        .side
        .filter(|_| segment.kind != SegmentKind::Prepare)
    {
        let _ = write!(words, ", {}", words::side_words(side, planned.limb));
    }
    let sets = planned.dosage.of(segment.side).sets.played;
    if sets > 1 && segment.kind == SegmentKind::Work {
        words += &commands::set_of(segment.set, sets);
    }
    words
}

/// Returns the words and sounds of a cue; `None` for a silent moment.
fn cue_words(cue: &Cue) -> Option<String> {
    match (&cue.say, cue.sound) {
        (None, None) => None,
        (Some(say), None) => Some(format!("\"{say}\"")),
        (None, Some(sound)) => Some(format!("({})", sound.as_str())),
        (Some(say), Some(sound)) => Some(format!("({}) \"{say}\"", sound.as_str())),
    }
}
