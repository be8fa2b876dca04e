//! Warnings about doses: keys that change nothing, and breath that is cut off.

use std::time::Duration;

use crate::content::breath::Breath;
use crate::content::diagnostic::Diagnostic;
use crate::content::dose::Dose;
use crate::content::duration::{Range, written};
use crate::content::routine::Routine;
use crate::content::step;
use crate::content::vocabulary::Sides;
use crate::plan::planned::Planned;

/// `first` and `order` where no sides follow each other.
pub(crate) fn orders(author: &step::Step, planned: &Planned) -> Vec<Diagnostic> {
    let amount = planned.dosage.amount;
    let one_set = amount.left.sets.upper <= 1 && amount.right.sets.upper <= 1;
    let is_for_one = !matches!(planned.sides, Sides::Each | Sides::Alternating);
    let first = author.first.as_ref().filter(|_| is_for_one);
    let order = author
        .order
        .as_ref()
        .filter(|_| planned.sides != Sides::Each || one_set);
    let sides = "it is for sides that follow each other: write side = \"each\", or delete it";
    let sets = "it is for sets on two sides: write sets = N, or delete it";
    let order_help = if planned.sides == Sides::Each {
        sets
    } else {
        sides
    };
    let found = [
        first.map(|first| ("`first` has no effect here", first.span(), sides)),
        order.map(|order| ("`order` has no effect here", order.span(), order_help)),
    ];
    let found = found.into_iter().flatten();
    found
        .map(|(message, span, help)| Diagnostic::warning(message).at(span).help(help))
        .collect()
}

/// A hold that ends in the midst of a breath of the author's pattern.
pub(crate) fn cut_breath(
    routine: &Routine,
    author: &step::Step,
    planned: &Planned,
) -> Option<Diagnostic> {
    let breath = author.breath.or(routine.defaults.breath)?;
    let amount = planned.dosage.amount;
    let hold = |dose| match dose {
        Dose::Hold(hold) => Some(hold),
        Dose::Reps(_) | Dose::HeldReps(..) | Dose::Breaths(_) | Dose::Done => None,
    };
    let holds = [hold(amount.left.dose)?, hold(amount.right.dose)?];
    let one = breath.length().as_millis();
    let cuts = |hold: &Duration| !hold.as_millis().is_multiple_of(one);
    let ends = holds
        .iter()
        .flat_map(|hold| [hold.played, hold.upper, hold.lower]);
    let cut = ends.into_iter().find(cuts)?;
    let message = format!(
        "a breath takes {}, and {} ends in the midst of one",
        written(breath.length()),
        written(cut)
    );
    Some(
        Diagnostic::warning(message)
            .at(author.span.clone())
            .help(nearest(breath, holds)),
    )
}

/// Returns the help with the nearest holds of whole breaths: the shorter ones, where none of them is empty, and the longer
/// ones.
fn nearest(breath: Breath, holds: [Range<Duration>; 2]) -> String {
    let one = breath.length();
    let whole =
        |hold: Duration| u32::try_from(hold.as_millis() / one.as_millis()).unwrap_or(u32::MAX);
    let fewer = |hold: Duration| one.saturating_mul(whole(hold));
    let more = |hold: Duration| {
        let fewer = fewer(hold);
        if fewer == hold {
            hold
        } else {
            fewer.saturating_add(one)
        }
    };
    let longer = as_hold(holds, more);
    if holds.iter().any(|hold| whole(hold.lower) == 0) {
        return format!("write hold = {longer}");
    }
    format!("write hold = {} or hold = {longer}", as_hold(holds, fewer))
}

/// A hold as it stands in a file, with other ends: `"54s"`, `"27s-54s"`, or one for each side.
fn as_hold(holds: [Range<Duration>; 2], other: impl Fn(Duration) -> Duration) -> String {
    let [left, right] = holds.map(|hold| {
        let [lower, upper] = [hold.lower, hold.upper].map(|end| written(other(end)));
        if lower == upper {
            format!("\"{upper}\"")
        } else {
            format!("\"{lower}-{upper}\"")
        }
    });
    if holds[0] == holds[1] {
        left
    } else {
        format!("{{ left = {left}, right = {right} }}")
    }
}
