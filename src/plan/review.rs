//! Warnings that only the timetable shows: the routine plays, but not as its author will have meant it.

pub(crate) mod balance;
pub(crate) mod doses;

use std::time::Duration;

use toml::Spanned;

use crate::content::diagnostic::{Diagnostic, arrange};
use crate::content::dose::Dose;
use crate::content::dose::limits::REPS;
use crate::content::duration::written;
use crate::content::library::Library;
use crate::content::pace;
use crate::content::routine::Routine;
use crate::content::step::{self, StepSubject};
use crate::content::vocabulary::{Position, Side, Sides};
use crate::plan::known::Known;
use crate::plan::named_time::named_time;
use crate::plan::planned::Planned;
use crate::plan::posture::Posture;
use crate::plan::review::balance::balance;
use crate::plan::timetable::{Timetable, TimetableStep};
use crate::plan::words::{self, Begun, Opening};

/// All warnings about a routine and the timetable that was made of it, in order of place.
pub fn review(routine: &Routine, timetable: &Timetable, library: &Library) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    found.extend(minutes(routine, timetable));
    let written_steps = routine.steps();
    let mut posture = Posture::default();
    let mut known = Known::default();
    for (index, step) in timetable.steps.iter().enumerate() {
        let planned = &*step.planned;
        if let Some(author) = written_steps.get(planned.written) {
            let moves = posture.moves_into(Posture::of(planned));
            let coming = Coming {
                moves,
                opening: Opening::of_step(index),
                begun: timetable.begun(index),
                new: known.is_new(planned),
            };
            found.extend(prepare(routine, author, planned, library, coming));
            found.extend(named_times(author, step));
            let of_sides = sides(author, planned, library);
            found.extend(of_sides.or_else(|| side_of_both(author, planned)));
            found.extend(cues(author, planned));
            found.extend(pauses(author, planned));
            found.extend(doses::orders(author, planned));
            found.extend(doses::cut_breath(routine, author, planned));
        }
        posture = posture.then(Posture::of(planned));
    }
    found.extend(idle_between(routine, timetable, &written_steps));
    found.extend(balance(routine, timetable, &written_steps));
    arrange(&mut found);
    found
}

/// A step that is never played, as it has nothing to be between.
fn idle_between(
    routine: &Routine,
    timetable: &Timetable,
    written_steps: &[&step::Step],
) -> Option<Diagnostic> {
    let between = routine.between.as_ref()?;
    let last = written_steps.len().checked_sub(1)?;
    let mut steps = timetable.steps.iter();
    (!steps.any(|step| step.planned.written == last)).then(|| {
        Diagnostic::warning("this is never played: it comes between two timed steps")
            .at(between.span.clone())
            .help("add steps, or delete [between]")
    })
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
    let help = if (nearest - f64::from(*minutes.get_ref())).abs() < 0.5 {
        "no whole number is nearer: change the steps".to_owned()
    } else {
        format!("write minutes = {nearest}, or change the steps")
    };
    Some(
        Diagnostic::warning(format!(
            "minutes says {}, but the steps take {}",
            minutes.get_ref(),
            written(total)
        ))
        .at(minutes.span())
        .help(help),
    )
}

/// The circumstances in which a step begins.
#[derive(Clone, Copy)]
struct Coming<'a> {
    /// After another position.
    moves: bool,
    /// The first words of its announcement.
    opening: Opening,
    /// The part and the round that begin with it.
    begun: Begun<'a>,
    /// For the first time in the session.
    new: bool,
}

/// A lead-in that the author fixed, and that is too short.
fn prepare(
    routine: &Routine,
    author: &step::Step,
    planned: &Planned,
    library: &Library,
    coming: Coming<'_>,
) -> Option<Diagnostic> {
    let own = author.prepare.as_ref().map(Spanned::get_ref).copied();
    let exact = own.or(routine.defaults.prepare)?;
    let place = author
        .prepare
        .as_ref()
        .map_or_else(|| author.span.clone(), Spanned::span);
    let pace = routine.pace.as_ref();
    let pace = pace.map_or(pace::DEFAULT, |pace| pace.get_ref());
    let pace = library.shared().paces.get(pace)?;
    let help = |least: Duration, otherwise: &str| match own {
        Some(_) => format!(
            "write prepare = \"{}\" or more, or {otherwise}",
            written(least)
        ),
        None => format!(
            "add prepare = \"{}\" to this step, or remove it from [defaults]",
            written(least)
        ),
    };
    if coming.moves && exact < pace.position_change {
        let moving = planned.position.map_or("moving", moving_words);
        let message = format!("{} is short for {moving}", written(exact));
        let help = help(pace.position_change, "leave it to the pace");
        return Some(Diagnostic::warning(message).at(place).help(help));
    }
    if planned.dosage.is_done_by_key() {
        return None;
    }
    let announcement = words::announcement(planned, coming.opening, coming.begun);
    let said = words::saying(&announcement);
    if exact.is_zero() {
        // It is said over the work, as a flow has it.
        let work = planned.work(words::first_side(planned)).length;
        return (work < said).then(|| {
            let message = format!(
                "the announcement takes {} to say, but the work lasts {}",
                written(said),
                written(work)
            );
            let help = help(said, "shorten the name");
            Diagnostic::warning(message).at(place).help(help)
        });
    }
    if exact < said {
        let message = format!(
            "the announcement takes {} to say, but prepare lasts {}",
            written(said),
            written(exact)
        );
        let help = help(said, "shorten the name");
        return Some(Diagnostic::warning(message).at(place).help(help));
    }
    let how = words::how(planned, words::first_side(planned));
    let heard = words::hearing(&announcement, &how);
    (coming.new && exact < heard).then(|| {
        let message = format!(
            "the announcement and the how-to take {} to say, but prepare lasts {}",
            written(heard),
            written(exact)
        );
        let help = help(heard, "shorten the how-to");
        Diagnostic::warning(message).at(place).help(help)
    })
}

/// Times that the how-to names and that are not there: what is to be done for half a minute before the work begins needs
/// a lead-in of half a minute. The time of the work itself, and one that is shorter, may be named.
fn named_times(author: &step::Step, step: &TimetableStep) -> Vec<Diagnostic> {
    let planned = &*step.planned;
    let of_dose = match planned.dosage.dose() {
        Dose::Hold(hold) | Dose::HeldReps(_, hold) => [hold.lower, hold.upper],
        Dose::Reps(_) => [planned.dosage.tempo.length(); 2],
        Dose::Breaths(_) => [planned.work(None).length; 2],
        Dose::Done => return Vec::new(),
    };
    let how = words::how(planned, words::first_side(planned));
    let too_long = how.iter().filter_map(|line| {
        let named = named_time(line)?;
        (named > step.prepare && !of_dose.contains(&named)).then_some((line, named))
    });
    too_long
        .map(|(line, named)| {
            let message = format!(
                "the how-to asks for {}, but there are only {} before the work starts",
                words::numbers::time_words(named),
                written(step.prepare)
            );
            let help = format!(
                "make it a step, or write prepare = \"{}\": {line}",
                written(named)
            );
            Diagnostic::warning(message)
                .at(author.span.clone())
                .help(help)
        })
        .collect()
}

fn sides(author: &step::Step, planned: &Planned, library: &Library) -> Option<Diagnostic> {
    if let (StepSubject::Exercise(id), Some(side)) = (&author.subject, &author.side) {
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
    match (planned.sides, planned.dosage.dose()) {
        (Sides::Alternating, Dose::Reps(reps) | Dose::HeldReps(reps, _)) => {
            let ends = [reps.played, reps.upper, reps.lower];
            let odd = ends.into_iter().find(|reps| reps % 2 == 1)?;
            let even = |reps: u32| (reps + reps % 2).min(REPS.end() - REPS.end() % 2);
            let even = if reps.is_one() {
                even(reps.upper).to_string()
            } else {
                format!("\"{}-{}\"", even(reps.lower), even(reps.upper))
            };
            Some(
                Diagnostic::warning(format!("{odd} alternating reps end on one side"))
                    .at(author.span.clone())
                    .help(format!(
                        "write reps = {even}: both sides are counted together"
                    )),
            )
        }
        _ => None,
    }
}

/// Texts that say "the left leg" where both sides work at once.
fn side_of_both(author: &step::Step, planned: &Planned) -> Option<Diagnostic> {
    let further = [&planned.feel, &planned.avoid, &planned.note];
    let mut lines = planned.how.iter().chain(further.into_iter().flatten());
    let named = lines.find(|line| line.names_a_side())?;
    (planned.sides == Sides::Both).then(|| {
        let message = "this names a side, but both work at once";
        let help = format!(
            "write side = \"each\", or name no side: {}",
            named.as_written()
        );
        Diagnostic::warning(message)
            .at(author.span.clone())
            .help(help)
    })
}

/// Authored cues that come after the work is over.
fn cues(author: &step::Step, planned: &Planned) -> Vec<Diagnostic> {
    if planned.dosage.is_done_by_key() {
        return Vec::new();
    }
    let lengths = [Side::Left, Side::Right].map(|side| planned.work(Some(side)).length);
    let length = lengths[0].min(lengths[1]);
    author
        .cues
        .iter()
        .filter(|cue| cue.get_ref().at.within(length).is_none())
        .map(|cue| {
            Diagnostic::warning(format!(
                "this is never said: the work lasts {}",
                written(length)
            ))
            .at(cue.span())
            .help(format!(
                "`at` counts from the start or the end of the work: write less than {}",
                written(length)
            ))
        })
        .collect()
}

/// Pauses that never come: `rest` is between sets, `switch` between sides.
fn pauses(author: &step::Step, planned: &Planned) -> Vec<Diagnostic> {
    let amount = planned.dosage.amount;
    let one_set = amount.left.sets.upper == 1 && amount.right.sets.upper == 1;
    let rest = one_set && author.prescription.rest.is_some();
    let switch = planned.sides != Sides::Each && author.switch.is_some();
    let idle = [
        (
            rest,
            "`rest` is between sets, but there is only one set",
            "write sets = N for more sets, or delete rest",
        ),
        (
            switch,
            "`switch` is the time between sides, but the side never changes",
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

/// Returns the words for a change of position: `kneeling down`.
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
