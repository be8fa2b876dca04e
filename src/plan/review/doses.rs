//! Warnings about doses: keys that change nothing, and breath that is cut off.

use std::time::Duration;

use crate::content::breath::Breath;
use crate::content::diagnostic::Diagnostic;
use crate::content::dose::Dose;
use crate::content::duration::written;
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
    let holds = [amount.left.dose, amount.right.dose].map(|dose| match dose {
        Dose::Hold(hold) => Some(hold.played),
        Dose::Reps(_) | Dose::HeldReps(..) | Dose::Breaths(_) | Dose::Done => None,
    });
    let one = breath.length().as_millis();
    let cuts = |hold: &Duration| !hold.as_millis().is_multiple_of(one);
    let hold = holds.into_iter().flatten().find(cuts)?;
    let message = format!(
        "a breath takes {}, and {} ends in the midst of one",
        written(breath.length()),
        written(hold)
    );
    let whole = u32::try_from(hold.as_millis() / one).unwrap_or(u32::MAX);
    Some(
        Diagnostic::warning(message)
            .at(author.span.clone())
            .help(nearest(breath, whole)),
    )
}

/// The lengths of this many whole breaths and of one more.
fn nearest(breath: Breath, whole: u32) -> String {
    let more = written(breath.length().saturating_mul(whole.saturating_add(1)));
    if whole == 0 {
        return format!("write hold = \"{more}\"");
    }
    let fewer = written(breath.length() * whole);
    format!("write hold = \"{fewer}\" or hold = \"{more}\"")
}
