//! Finds easier and harder variants of a step while it is played, by the same rules as everything else.

use std::sync::Arc;

use crate::content::dose::{Amount, Dosage, Dose};
use crate::content::library::Library;
use crate::content::vocabulary::{Intensity, Sides};
use crate::plan::planned::Planned;
use crate::plan::posture::Posture;
use crate::plan::screening::swap::{Suitability, Swaps};
use crate::plan::timetable::Timetable;
use crate::plan::whom::Recipient;

/// The most times in a row that a step can be made easier or harder.
const RUNGS: usize = 3;

/// Gives every step its easier and harder variants.
///
/// A harder variant needs only things of the routine or of the profile. Where people fall asleep it gets nobody up, and
/// stays gentle.
pub(crate) fn add(timetable: &mut Timetable, library: &Library, whom: &Recipient) {
    let person = whom.person();
    let sleepy = timetable.when.is_sleepy();
    let mut at_hand: Vec<String> = timetable.props().into_iter().map(str::to_owned).collect();
    at_hand.extend(whom.profile.equipment.iter().flatten().cloned());
    let exercises: Vec<Option<String>> = timetable
        .steps
        .iter()
        .map(|step| step.planned.exercise.clone())
        .collect();
    for (index, step) in timetable.steps.iter_mut().enumerate() {
        let around = [index.checked_sub(1), Some(index + 1)];
        let neighbours = around
            .into_iter()
            .flatten()
            .filter_map(|index| exercises.get(index)?.as_deref());
        let swaps = Swaps {
            library,
            person,
            neighbours: neighbours.collect(),
        };
        step.easier = rungs(&swaps, &step.planned, |swaps, planned| {
            swaps.find(planned.exercise.as_deref(), planned.easier.as_deref(), &[])
        });
        let fits = |variant: &Planned, step: &Planned| {
            let stays = !sleepy
                || (variant.intensity == Intensity::Low && variant.position == step.position);
            stays
                && variant
                    .needs()
                    .all(|prop| at_hand.iter().any(|own| own == prop))
        };
        step.harder = rungs(&swaps, &step.planned, |swaps, planned| {
            let id = planned.harder.as_deref()?;
            swaps.suits(id).then_some(id)
        });
        // Of a ladder, what stands above a rung that does not fit may fit again.
        let own = Arc::clone(&step.planned);
        step.harder.retain(|variant| fits(variant, &own));
    }
}

/// One variant after the other, no exercise twice.
fn rungs(
    swaps: &Swaps<'_>,
    step: &Planned,
    next: impl for<'a> Fn(&'a Swaps<'a>, &'a Planned) -> Option<&'a str>,
) -> Vec<Arc<Planned>> {
    let mut rungs: Vec<Arc<Planned>> = Vec::new();
    if step.dosage.is_done_by_key() {
        return rungs;
    }
    while rungs.len() < RUNGS {
        let from = rungs.last().map_or(step, |last| last);
        let Some(id) = next(swaps, from) else { break };
        let known = |planned: &Planned| planned.exercise.as_deref() == Some(id);
        if known(step) || rungs.iter().any(|rung| known(rung)) {
            break;
        }
        let Some(variant) = variant(swaps, id, step) else {
            break;
        };
        rungs.push(Arc::new(variant));
    }
    rungs
}

/// An exercise in the place of a step: with the step's dose when both are held or both are counted.
fn variant(swaps: &Swaps<'_>, id: &str, step: &Planned) -> Option<Planned> {
    let exercise = swaps.library.exercise(id)?;
    let own = Planned::of_exercise(id, exercise, step.dosage, step.written).in_place_of(step);
    let dosage = dosage(&own, step);
    let cautions = match swaps.suitability(id, exercise) {
        Suitability::Care(care) => care.into_iter().map(|(_, line)| line).collect(),
        Suitability::Fine | Suitability::RuledOut(_) => Vec::new(),
    };
    // Who works one side only does not work the other because it is easier.
    let sides = match (step.sides, own.sides) {
        (one @ (Sides::Left | Sides::Right), Sides::Each) => one,
        (_, own) => own,
    };
    // Both sides at once are asked for no more than the side that does less.
    let dosage = match sides {
        Sides::Both | Sides::Alternating => dosage.of_lesser_side(),
        Sides::Each | Sides::Left | Sides::Right => dosage,
    };
    Some(Planned {
        surface: Posture::of(step).surface_of(&own),
        sides,
        cautions,
        dosage,
        ..own
    })
}

/// The step's dose where it is one that the exercise can be given; else the exercise's own, as often as the step's.
fn dosage(own: &Planned, step: &Planned) -> Dosage {
    let is_kept = |dose| matches!(dose, Dose::Hold(_) | Dose::Breaths(_));
    let is_counted = |dose| matches!(dose, Dose::Reps(_) | Dose::HeldReps(..));
    let (mine, given) = (own.dosage.dose(), step.dosage.dose());
    if (is_kept(mine) && is_kept(given)) || matches!((mine, given), (Dose::Reps(_), Dose::Reps(_)))
    {
        return Dosage {
            tempo: own.dosage.tempo,
            ..step.dosage
        };
    }
    if is_counted(mine) && is_counted(given) {
        return step.dosage;
    }
    let sets = step.dosage.amount.map(|amount| amount.sets);
    let dose = own.dosage.amount.map(|amount| amount.dose);
    Dosage {
        amount: dose.zip(sets).map(|(dose, sets)| Amount { dose, sets }),
        tempo: own.dosage.tempo,
        ..step.dosage
    }
}
