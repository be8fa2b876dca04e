//! Warnings that only the timetable shows: the routine plays, but not as its author will have meant it.

use std::time::Duration;

use toml::Spanned;

use crate::content::diagnostic::{Diagnostic, arrange};
use crate::content::dose::Dose;
use crate::content::duration::written;
use crate::content::library::Library;
use crate::content::pace;
use crate::content::routine::Routine;
use crate::content::step::{self, Subject};
use crate::content::vocabulary::{Position, Sides};
use crate::plan::posture::Posture;
use crate::plan::timetable::{Kind, Planned, Side, Timetable};
use crate::plan::words;

/// All warnings about a routine and the timetable that was made of it, in order of place.
pub fn review(routine: &Routine, timetable: &Timetable, library: &Library) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    found.extend(minutes(routine, timetable));
    let written_steps = routine.steps();
    let mut posture = Posture::default();
    for (index, step) in timetable.steps.iter().enumerate() {
        let planned = &*step.planned;
        if let Some(author) = written_steps.get(planned.written) {
            let moves = posture.moves_into(Posture::of(planned));
            found.extend(prepare(
                routine,
                author,
                planned,
                library,
                moves,
                index == 0,
            ));
            found.extend(reading(timetable, index, author, planned));
            found.extend(sides(author, planned, library));
            found.extend(cues(author, planned));
            found.extend(pauses(author, planned));
        }
        posture = posture.then(Posture::of(planned));
    }
    found.extend(balance(timetable));
    arrange(&mut found);
    found
}

/// More than a tenth off what the title promises.
fn minutes(routine: &Routine, timetable: &Timetable) -> Option<Diagnostic> {
    let minutes = routine.minutes.as_ref()?;
    let promised = Duration::from_secs(60) * *minutes.get_ref();
    let total = timetable.total();
    if total.abs_diff(promised) <= promised / 10 {
        return None;
    }
    let nearest = (total.as_secs_f64() / 60.0).round().max(1.0);
    Some(
        Diagnostic::warning(format!(
            "minutes says {}, the steps take {}",
            minutes.get_ref(),
            written(total)
        ))
        .at(minutes.span())
        .help(format!("write minutes = {nearest}, or change the steps")),
    )
}

/// A lead-in that the author fixed, and that is too short.
fn prepare(
    routine: &Routine,
    author: &step::Step,
    planned: &Planned,
    library: &Library,
    moves: bool,
    first: bool,
) -> Option<Diagnostic> {
    let own = author.prepare.as_ref().map(Spanned::get_ref).copied();
    let exact = own.or(routine.defaults.prepare)?;
    let place = author
        .prepare
        .as_ref()
        .map_or_else(|| author.span.clone(), Spanned::span);
    let pace = library.shared().paces.get(
        routine
            .pace
            .as_ref()
            .map_or(pace::DEFAULT, |pace| pace.get_ref()),
    )?;
    let help = |least: Duration, otherwise: &str| match own {
        Some(_) => format!(
            "write prepare = \"{}\" or more, or {otherwise}",
            written(least)
        ),
        None => format!(
            "add prepare = \"{}\" to this step, or take it out of [defaults]",
            written(least)
        ),
    };
    if moves && exact < pace.position_change {
        let moving = planned.position.map_or("moving", moving_words);
        let message = format!("{} is short for {moving}", written(exact));
        let help = help(pace.position_change, "leave it to the pace");
        return Some(Diagnostic::warning(message).at(place).help(help));
    }
    let said = words::saying(&words::announcement(planned, first));
    if !exact.is_zero() && exact < said && planned.dosage.dose != Dose::Done {
        let message = format!(
            "the announcement takes {} to say, prepare lasts {}",
            written(said),
            written(exact)
        );
        let help = help(said, "shorten the name");
        return Some(Diagnostic::warning(message).at(place).help(help));
    }
    None
}

/// A how-to that nobody can read in the time that there is.
fn reading(
    timetable: &Timetable,
    index: usize,
    author: &step::Step,
    planned: &Planned,
) -> Option<Diagnostic> {
    let segments = || {
        timetable
            .segments
            .iter()
            .filter(|segment| segment.step == index)
    };
    if segments().any(|segment| segment.length.is_none()) {
        return None;
    }
    let until_first_work_is_over = segments()
        .scan(false, |over, segment| {
            let counted = (!*over).then_some(segment.length.unwrap_or_default());
            *over |= segment.kind == Kind::Work;
            counted
        })
        .sum::<Duration>();
    let reading = words::reading(&planned.how);
    (reading > until_first_work_is_over).then(|| {
        Diagnostic::warning(format!(
            "the how-to takes {} to read, and there are only {} for it",
            written(reading),
            written(until_first_work_is_over)
        ))
        .at(author.span.clone())
        .help("shorten the how-to, or lengthen prepare or the hold")
    })
}

fn sides(author: &step::Step, planned: &Planned, library: &Library) -> Option<Diagnostic> {
    if let (Subject::Exercise(id), Some(side)) = (&author.subject, &author.side) {
        let one_sided = library
            .exercise(id.get_ref())
            .is_some_and(|exercise| exercise.sides == Sides::Each);
        if one_sided && matches!(side.get_ref(), Sides::Both) {
            return Some(
                Diagnostic::warning(format!("\"{}\" works one side at a time", planned.name))
                    .at(side.span())
                    .help("write side = \"each\", or delete the key"),
            );
        }
    }
    match (planned.sides, planned.dosage.dose) {
        (Sides::Alternating, Dose::Reps(reps)) if reps.upper % 2 == 1 => Some(
            Diagnostic::warning(format!("{} alternating reps end on one side", reps.upper))
                .at(author.span.clone())
                .help(format!(
                    "write reps = {}: both sides are counted together",
                    reps.upper + 1
                )),
        ),
        _ => None,
    }
}

/// Authored cues that come after the work is over.
fn cues(author: &step::Step, planned: &Planned) -> Vec<Diagnostic> {
    let length = match planned.dosage.dose {
        Dose::Hold(hold) => hold.upper,
        Dose::Reps(reps) => planned.dosage.tempo * reps.upper,
        Dose::Done => return Vec::new(),
    };
    author
        .cues
        .iter()
        .filter(|cue| cue.get_ref().at >= length)
        .map(|cue| {
            Diagnostic::warning(format!(
                "this is never said: the work lasts {}",
                written(length)
            ))
            .at(cue.span())
            .help(format!(
                "`at` counts from the beginning of the work: write less than {}",
                written(length)
            ))
        })
        .collect()
}

/// Pauses that never come: `rest` is between sets, `switch` between sides.
fn pauses(author: &step::Step, planned: &Planned) -> Vec<Diagnostic> {
    let timed = planned.dosage.dose != Dose::Done;
    let rest = timed && planned.dosage.sets == 1 && author.prescription.rest.is_some();
    let switch = timed && planned.sides != Sides::Each && author.switch.is_some();
    let idle = [
        (
            rest,
            "`rest` is between sets, and there is one set",
            "write sets = 2, or delete rest",
        ),
        (
            switch,
            "`switch` is between sides, and they are not changed",
            "write side = \"each\", or delete switch",
        ),
    ];
    idle.into_iter()
        .filter(|(is_idle, ..)| *is_idle)
        .map(|(_, message, help)| {
            Diagnostic::warning(message)
                .at(author.span.clone())
                .help(help)
        })
        .collect()
}

/// Left and right should come out equal over the whole routine.
fn balance(timetable: &Timetable) -> Option<Diagnostic> {
    let worked = |side: Side| -> Duration {
        let works = timetable
            .segments
            .iter()
            .filter(|segment| segment.kind == Kind::Work);
        works
            .filter(|segment| segment.side == Some(side))
            .filter_map(|segment| segment.length)
            .sum()
    };
    let (left, right) = (worked(Side::Left), worked(Side::Right));
    (left != right).then(|| {
        Diagnostic::warning(format!(
            "the left side gets {}, the right {}",
            written(left),
            written(right)
        ))
        .help("write side = \"each\" for both, or the same dose for left and right")
    })
}

/// How a change of position is spoken of: `kneeling down`.
fn moving_words(position: Position) -> &'static str {
    match position {
        Position::Standing | Position::Walking => "standing up",
        Position::SeatedChair | Position::SeatedEdge => "sitting down",
        Position::FloorSeated => "getting down to the floor",
        Position::Kneeling | Position::AllFours => "getting onto the knees",
        Position::Supine | Position::Prone | Position::SideLying | Position::Reclined => {
            "lying down"
        }
        Position::Water => "getting into the water",
    }
}
