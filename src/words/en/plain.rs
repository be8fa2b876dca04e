//! Plain mode: what it says of a session, and what may be typed.

use std::time::Duration;

use crate::content::dose::Dose;
use crate::content::vocabulary::{Side, Word as _};
use crate::plan::planned::Planned;
use crate::plan::segment::Segment;
use crate::plan::vary::Way;
use crate::plan::words::dose::spaced;
use crate::plan::words::{OTHER_SIDE, side_words};
use crate::player::event::Outcome;
use crate::player::view::View;
use crate::words::en::grammar::{list, plural};

/// The commands, as said before the start.
pub(crate) const KEYS: &str = "Type a letter and press Enter: d when a step is done (or Enter alone), p to pause or go on, n next, nn next exercise, b back, e easier, E harder, h if it hurts, t time left, q to stop.";
/// The prompt of an untimed step.
pub(crate) const CONFIRM: &str = "Press Enter when done.";
/// The commands when it is better to stop.
pub(crate) const BETTER_STOP: &str = "Enter or q stops, g goes on anyway.";
/// After pain, once the step was left or made easier.
pub(crate) const STILL_PAUSED: &str = "Still paused. Press Enter to go on.";
/// Paused by the person.
pub(crate) const PAUSED: &str = "Paused. Press Enter to go on.";
/// Paused because the machine slept.
pub(crate) const PAUSED_AWAY: &str = "Paused while you were away. Press Enter to go on.";
/// A hold goes on after a pause.
pub(crate) const COUNT_IN: &str = "Resuming in three seconds.";
/// It goes on.
pub(crate) const GOING_ON: &str = "Resumed.";
/// The end of the work is near.
pub(crate) const THREE_SECONDS: &str = "Three seconds left.";

/// Answers an unknown command.
pub(crate) fn means_nothing(typed: &str) -> String {
    format!("\"{typed}\" is not a command here. {KEYS}")
}

/// Returns the commands when it hurts.
pub(crate) fn offers(easier: Option<&Planned>) -> String {
    let easier = easier.map_or_else(String::new, |variant| {
        format!("e for easier: {}, ", variant.name)
    });
    format!(
        "Type {easier}n to skip this step, s for sharp or spreading pain, q to stop. Press Enter to go on."
    )
}

/// The time left of what is counted and of the routine, as clocks; `None` while it waits.
pub(crate) fn time_left(view: &View<'_>, clocks: Option<(&str, &str)>) -> String {
    let steps = view.timetable.steps.len();
    let part = view.step.part.as_ref();
    let part = part.map_or_else(String::new, |part| format!("{}, ", part.name));
    let place = format!("{part}step {} of {steps}", view.segment.step + 1);
    match clocks {
        Some((left, total)) => format!("{left} left here, {total} in all, {place}."),
        None => format!("Waiting for you, {place}."),
    }
}

/// Names the things to have ready.
pub(crate) fn ready(props: &[&str]) -> String {
    format!("Have ready: {}", list(props))
}

/// A caution.
pub(crate) fn care(caution: &str) -> String {
    format!("Take care: {caution}")
}

/// Returns the sensation to look for.
pub(crate) fn feel(text: &str) -> String {
    format!("Feel: {text}")
}

/// A rest begins.
pub(crate) fn rest(length: Duration) -> String {
    format!("Rest, {}.", spaced(length))
}

/// The work begins: `Go: left leg, 30 s, set 1 of 2.`
pub(crate) fn go(segment: &Segment, planned: &Planned) -> String {
    let side = segment.side.map(|side| side_words(side, planned.limb));
    let dose = match (planned.dosage.of(segment.side).dose, segment.reps) {
        (Dose::HeldReps(_, hold), Some(reps)) => {
            Some(format!("{reps} times, hold {}", spaced(hold.played)))
        }
        (Dose::Breaths(_), Some(breaths)) => Some(format!(
            "{breaths} {}",
            plural(breaths == 1, "breath", "breaths")
        )),
        (_, Some(reps)) => Some(format!("{reps} times")),
        (_, None) => segment.length.map(spaced),
    };
    let dose = dose.map(|dose| {
        if planned.dosage.up_to {
            format!("up to {dose}")
        } else {
            dose
        }
    });
    let sets = planned.dosage.of(segment.side).sets.played;
    let set = (sets > 1).then(|| format!("set {} of {sets}", segment.set));
    let parts: Vec<String> = [side, dose, set].into_iter().flatten().collect();
    format!("Go: {}.", list(&parts))
}

/// Sides change.
pub(crate) fn other_side(segment: &Segment, planned: &Planned) -> String {
    match segment.side {
        Some(side) => format!("Other side: {}.", side_words(side, planned.limb)),
        None => OTHER_SIDE.to_owned(),
    }
}

/// The segment got longer.
pub(crate) fn longer(by: Duration) -> String {
    format!("{} longer.", spaced(by))
}

/// Another exercise takes the place of the step.
pub(crate) fn varied(way: Way, name: &str) -> String {
    match way {
        Way::Easier => format!("Easier: {name}."),
        Way::Harder => format!("Harder: {name}."),
    }
}

/// There is no other exercise for the step.
pub(crate) fn no_variant(way: Way) -> String {
    format!("No {} variant.", way.as_str())
}

/// One side of a step was left.
pub(crate) fn side_skipped(name: &str, side: Side) -> String {
    format!("{name}: {} side skipped.", side.as_str())
}

/// A step was left.
pub(crate) fn skipped(name: &str) -> String {
    format!("Skipped: {name}.")
}

/// A step was left because nobody can confirm it.
pub(crate) fn not_confirmed(name: &str) -> String {
    format!("Not confirmed: {name}.")
}

/// An untimed step was confirmed.
pub(crate) fn confirmed(name: &str) -> String {
    format!("Done: {name}.")
}

/// Returns the result of the session.
pub(crate) fn over(outcome: Outcome, done: usize, steps: usize, work: Duration) -> String {
    let ended = match outcome {
        Outcome::Finished => "Finished",
        Outcome::Stopped => "Stopped",
    };
    format!(
        "{ended}: {done} of {steps} steps, {} of work.",
        spaced(work)
    )
}
