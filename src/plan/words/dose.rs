//! The dose of a step in words: as it is announced, as it stands on a sheet, and in short.

use std::time::Duration;

use crate::content::breath::{Breath, BreathPhase};
use crate::content::dose::tempo::Tempo;
use crate::content::dose::{Amount, Dose};
use crate::content::duration::{Range, written};
use crate::content::exertion::Exertion;
use crate::content::vocabulary::{Order, Side, Sides};
use crate::plan::planned::Planned;
use crate::plan::words::numbers::{number_words, time_words};

/// As it is announced: `thirty seconds`, `ten times, hold five seconds`, `up to one minute`. `None` for what only waits
/// for the person.
pub(crate) fn spoken(planned: &Planned, side: Option<Side>) -> Option<String> {
    let words = match planned.dosage.of(side).dose {
        Dose::Hold(hold) => time_words(hold.played),
        Dose::Reps(reps) => match planned.dosage.phases(side) {
            Some(phases) if phases.is_held() => held_words(planned, reps.played, phases.hold),
            _ => times_words(reps.played) + first_of_changing(planned),
        },
        Dose::HeldReps(reps, hold) => held_words(planned, reps.played, hold.played),
        Dose::Breaths(breaths) if breaths.played == 1 => "one breath".to_owned(),
        Dose::Breaths(breaths) => format!("{} breaths", number_words(breaths.played)),
        Dose::Done => return None,
    };
    Some(if planned.dosage.up_to {
        format!("up to {words}")
    } else {
        words
    })
}

/// `ten times, hold five seconds`, with `changing sides` where each one is done on the other side.
fn held_words(planned: &Planned, times: u32, hold: Duration) -> String {
    let changing = match planned.sides {
        Sides::Alternating if planned.first == Side::Left => ", changing sides",
        _ => first_of_changing(planned),
    };
    let (times, hold) = (times_words(times), time_words(hold));
    format!("{times}{changing}, hold {hold}")
}

/// The side that begins where sides change with each repetition; nothing for the left one, which begins where nobody says
/// which.
fn first_of_changing(planned: &Planned) -> &'static str {
    match (planned.sides, planned.first) {
        (Sides::Alternating, Side::Right) => ", changing sides, right side first",
        _ => "",
    }
}

fn times_words(times: u32) -> String {
    match times {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        times => format!("{} times", number_words(times)),
    }
}

/// `30s each side, 2 sets, rest 5s`; the ranges as they are written.
pub(crate) fn dose(planned: &Planned) -> String {
    let dosage = &planned.dosage;
    let up_to = if dosage.up_to { "up to " } else { "" };
    let mut words = if dosage.is_done_by_key() {
        "until done".to_owned()
    } else if dosage.amount.is_unequal() {
        let sides = sides_in_order(planned).map(|side| {
            let amount = dosage.of(Some(side));
            format!(
                "{} {up_to}{}{}{}",
                side_word(side),
                one_set(amount.dose),
                held(amount.dose),
                sets(amount)
            )
        });
        sides.join(", ")
    } else {
        format!("{up_to}{}", one_set(dosage.dose()))
    };
    words += match planned.sides {
        Sides::Each if dosage.amount.is_unequal() => "",
        Sides::Both => "",
        Sides::Each => " each side",
        Sides::Alternating => ", alternating sides",
        Sides::Left => ", left side",
        Sides::Right => ", right side",
    };
    if !dosage.amount.is_unequal() {
        words += &held(dosage.dose());
    }
    match dosage.dose() {
        Dose::Reps(_) => words += &format!(", {} each", dosage.tempo.written()),
        Dose::HeldReps(..) => words += &ways(dosage.tempo),
        Dose::Hold(_) | Dose::Breaths(_) | Dose::Done => {}
    }
    if !dosage.amount.is_unequal() {
        words += &sets(dosage.of(None));
    }
    let has_sets = [dosage.amount.left, dosage.amount.right]
        .iter()
        .any(|amount| amount.sets.upper > 1);
    if has_sets && !dosage.rest.is_zero() {
        words += &format!(", rest {}", written(dosage.rest));
    }
    words += order(planned, has_sets);
    words += first(planned);
    if let Some(breath) = planned.breath {
        words += &format!(", breath {}", pattern(breath));
    }
    words
}

/// The ways of a repetition whose hold stands beside it: `, 2s to move`, or `, out 1s, back 1s each`.
fn ways(tempo: Tempo) -> String {
    match tempo.held(Duration::ZERO) {
        phases if phases.length().is_zero() => String::new(),
        phases => match tempo {
            Tempo::Whole(length) => format!(", {} to move", written(length)),
            Tempo::Phases(_) => format!(", {} each", Tempo::Phases(phases).written()),
        },
    }
}

/// `, all sets of one side first`; nothing where sides change within each set.
fn order(planned: &Planned, has_sets: bool) -> &'static str {
    match (planned.sides, planned.order) {
        (Sides::Each, Order::OneSideFirst) if has_sets => ", all sets of one side first",
        _ => "",
    }
}

/// `, right side first`; nothing for the left one, which begins where nobody says which.
fn first(planned: &Planned) -> &'static str {
    match (planned.sides, planned.first) {
        (Sides::Each | Sides::Alternating, Side::Right) => ", right side first",
        _ => "",
    }
}

/// The parts of a paced breath: `in 4s, hold 7s, out 8s`.
fn pattern(breath: Breath) -> String {
    let parts = breath.each().map(|(phase, _, length)| {
        let name = match phase {
            BreathPhase::In => "in",
            BreathPhase::Hold => "hold",
            BreathPhase::Out => "out",
            BreathPhase::Rest => "rest",
        };
        format!("{name} {}", written(length))
    });
    parts.collect::<Vec<_>>().join(", ")
}

/// `, 2 sets`; nothing for a single one.
fn sets(amount: Amount) -> String {
    let sets = amount.sets;
    if sets.upper == 1 {
        String::new()
    } else {
        format!(", {} sets", ends(sets, u32::to_string))
    }
}

/// One set without the hold of its repetitions: `20s to 30s`, `8 to 12 times`, `6 breaths`.
fn one_set(dose: Dose) -> String {
    match dose {
        Dose::Hold(hold) => ends(hold, |time| written(*time)),
        Dose::Reps(reps) | Dose::HeldReps(reps, _) => {
            format!("{} times", ends(reps, u32::to_string))
        }
        Dose::Breaths(breaths) => {
            let word = if breaths.upper == 1 {
                "breath"
            } else {
                "breaths"
            };
            format!("{} {word}", ends(breaths, u32::to_string))
        }
        Dose::Done => "until done".to_owned(),
    }
}

/// `, hold 5s`; nothing for what is not held each time.
fn held(dose: Dose) -> String {
    match dose {
        Dose::HeldReps(_, hold) => format!(", hold {}", ends(hold, |time| written(*time))),
        Dose::Hold(_) | Dose::Reps(_) | Dose::Breaths(_) | Dose::Done => String::new(),
    }
}

/// A value, or both ends of a range.
fn ends<T: Copy + PartialEq>(range: Range<T>, words: impl Fn(&T) -> String) -> String {
    if range.lower == range.upper {
        words(&range.upper)
    } else {
        format!("{} to {}", words(&range.lower), words(&range.upper))
    }
}

/// The load and the effort beside a dose: `blue band`, `effort 5 of 10`.
pub(crate) fn besides(planned: &Planned) -> Vec<String> {
    let effort = planned
        .effort
        .map(|point| format!("effort {}", effort(point)));
    planned.load.clone().into_iter().chain(effort).collect()
}

/// `5 of 10`
pub(crate) fn effort(Exertion { point, top }: Exertion) -> String {
    format!("{point} of {top}")
}

/// What is played, in short: `30 s`, `R 30 s`, `2×30 s each`, `20 times`, `2×10 each, hold 5 s`, `6 breaths`.
pub(crate) fn dose_short(planned: &Planned) -> String {
    if planned.dosage.amount.is_unequal() {
        let sides = sides_in_order(planned).map(|side| {
            format!(
                "{} {}",
                side_letter(side),
                dose_of_side(planned, Some(side))
            )
        });
        let is_held = matches!(planned.dosage.dose(), Dose::HeldReps(..));
        return sides.join(if is_held { "; " } else { ", " });
    }
    if let Some(side) = planned.only_side() {
        let dose = dose_of_side(planned, Some(side));
        let words = [side_letter(side), dose.as_str()];
        return words.join(" ").trim_end().to_owned();
    }
    let count = count_of_side(planned, None);
    let sides = match planned.sides {
        Sides::Each if !count.is_empty() => " each",
        Sides::Alternating if planned.first == Side::Right => ", right first",
        _ => "",
    };
    format!("{count}{sides}{}", hold_of_side(planned, None))
}

/// The same of one side: `30 s`, `2×30 s`, `10 times, hold 5 s`.
pub(crate) fn dose_of_side(planned: &Planned, side: Option<Side>) -> String {
    count_of_side(planned, side) + &hold_of_side(planned, side)
}

/// The same without the hold of repetitions.
fn count_of_side(planned: &Planned, side: Option<Side>) -> String {
    let Amount { dose, sets } = planned.dosage.of(side);
    let sets = if sets.played > 1 {
        format!("{}×", sets.played)
    } else {
        String::new()
    };
    let words = match dose {
        Dose::Hold(hold) => format!("{sets}{}", spaced(hold.played)),
        Dose::HeldReps(reps, _) if !sets.is_empty() => format!("{sets}{}", reps.played),
        Dose::Reps(reps) | Dose::HeldReps(reps, _) => format!("{sets}{} times", reps.played),
        Dose::Breaths(breaths) if breaths.played == 1 => format!("{sets}1 breath"),
        Dose::Breaths(breaths) => format!("{sets}{} breaths", breaths.played),
        Dose::Done => {
            sets.trim_end_matches('×').to_owned() + if sets.is_empty() { "" } else { " sets" }
        }
    };
    if planned.dosage.up_to {
        format!("up to {words}")
    } else {
        words
    }
}

/// The hold of each repetition: `, hold 5 s`.
fn hold_of_side(planned: &Planned, side: Option<Side>) -> String {
    match planned.dosage.of(side).dose {
        Dose::HeldReps(_, hold) => format!(", hold {}", spaced(hold.played)),
        Dose::Hold(_) | Dose::Reps(_) | Dose::Breaths(_) | Dose::Done => String::new(),
    }
}

fn sides_in_order(planned: &Planned) -> [Side; 2] {
    [planned.first, planned.first.other()]
}

const fn side_word(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
    }
}

const fn side_letter(side: Side) -> &'static str {
    match side {
        Side::Left => "L",
        Side::Right => "R",
    }
}

/// A length of time to be read: `30 s`, `1 min`, `2 min 30 s`.
pub(crate) fn spaced(time: Duration) -> String {
    let tenths = time.as_millis() / 100;
    let (minutes, seconds, tenth) = (tenths / 600, tenths / 10 % 60, tenths % 10);
    let seconds = if tenth > 0 {
        format!("{seconds}.{tenth} s")
    } else {
        format!("{seconds} s")
    };
    match (minutes, tenths % 600) {
        (0, _) => seconds,
        (_, 0) => format!("{minutes} min"),
        _ => format!("{minutes} min {seconds}"),
    }
}
