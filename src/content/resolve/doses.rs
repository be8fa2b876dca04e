//! Doses that are laid over each other: of the step, the defaults of its routine, and its exercise.

use crate::content::diagnostic::Diagnostic;
use crate::content::dose::layering::{Prescription, layered};
use crate::content::dose::tempo::Tempo;
use crate::content::dose::{Dosage, Dose};
use crate::content::duration::{Range, written};
use crate::content::exercise::Exercise;
use crate::content::routine::Routine;
use crate::content::step::Step;
use crate::content::vocabulary::Sides;

/// The finding for a step that gets no dose, or one that its own keys contradict.
pub(crate) fn dose_fault(
    step: &Step,
    routine: &Routine,
    exercise: Option<&Exercise>,
) -> Option<Diagnostic> {
    let (own, defaults) = (&step.prescription, &routine.defaults.prescription);
    if own.unreadable || defaults.unreadable {
        return None;
    }
    let exercise = exercise.map(|exercise| &exercise.prescription);
    match layered(own, defaults, exercise) {
        Some(dosage) => contrary(step, own, &dosage),
        None => Some(missing(step)),
    }
}

fn missing(step: &Step) -> Diagnostic {
    let name = step.subject.as_written();
    let message = if name.is_empty() {
        "this step has no dose".to_owned()
    } else {
        format!("\"{name}\" has no dose")
    };
    let help = "add hold = \"Ns\", or reps = N, or until = \"done\"";
    Diagnostic::error(message).at(step.span.clone()).help(help)
}

/// A key of the step that the dose of another level contradicts. Within one table that is found where it is read.
fn contrary(step: &Step, own: &Prescription, dosage: &Dosage) -> Option<Diagnostic> {
    let is_of_another = own.dose.is_none();
    let side = step.side.as_ref().map(toml::Spanned::get_ref);
    if dosage.amount.is_unequal()
        && !own.is_unequal()
        && matches!(side, Some(Sides::Both | Sides::Alternating))
    {
        let message = "a value for the left and one for the right mean each side";
        let help = "write side = \"each\", or delete side";
        let span = step.side.as_ref()?.span();
        return Some(Diagnostic::error(message).at(span).help(help));
    }
    match (dosage.dose(), own.tempo, own.sets) {
        (Dose::Hold(hold), _, Some(sets))
            if is_of_another && side == Some(&Sides::Alternating) && sets.left.upper > 1 =>
        {
            let sets = ends(sets.left, u32::to_string);
            let hold = ends(hold, |hold| format!("\"{}\"", written(*hold)));
            let help = format!(
                "write reps = {sets} and hold = {hold} instead of sets = {sets}: repetitions that are held change sides"
            );
            let span = step.side.as_ref()?.span();
            Some(
                Diagnostic::error("sets of a hold do not alternate")
                    .at(span)
                    .help(help),
            )
        }
        (Dose::HeldReps(..), Some(Tempo::Phases(phases)), _)
            if is_of_another && !phases.hold.is_zero() =>
        {
            let message = "two holds: that of `tempo`, and the hold of the repetitions";
            let help = "delete the hold of tempo, or write reps = N into the step for repetitions by tempo";
            Some(Diagnostic::error(message).at(step.span.clone()).help(help))
        }
        _ => None,
    }
}

/// A value as it stands in a file: `5`, or `"3-5"`.
fn ends<T: Copy + PartialEq>(range: Range<T>, words: impl Fn(&T) -> String) -> String {
    if range.is_one() {
        return words(&range.upper);
    }
    let [lower, upper] = [range.lower, range.upper].map(|end| words(&end).replace('"', ""));
    format!("\"{lower}-{upper}\"")
}
