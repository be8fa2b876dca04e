//! The words of a step, laid over those of its exercise.

use crate::content::round::NestedRoutine;
use crate::content::step::Step;
use crate::content::vocabulary::Sides;
use crate::plan::planned::Planned;

/// Puts the note of the step that plays a routine before that of the routine's first step.
pub(crate) fn add_note(planned: &mut Planned, outer: Option<&&NestedRoutine>) {
    if let Some(note) = outer.and_then(|outer| outer.note.as_ref()) {
        planned.note = Some(note.before(planned.note.as_ref()));
    }
}

/// Lays what a step says of itself over what its exercise says.
pub(crate) fn lay_over(planned: &mut Planned, step: &Step) {
    if let Some(side) = &step.side {
        planned.sides = *side.get_ref();
    }
    if let Some(side) = step.side.as_ref().and_then(|side| side.get_ref().only()) {
        planned.dosage = planned.dosage.on(side);
    } else if planned.dosage.amount.is_unequal() {
        planned.sides = Sides::Each;
    }
    if planned.dosage.is_done_by_key() && step.side.is_none() {
        planned.sides = Sides::Both;
    }
    if let Some(first) = &step.first {
        planned.first = *first.get_ref();
    }
    if let Some(order) = &step.order {
        planned.order = *order.get_ref();
    }
    planned.position = step.position.or(planned.position);
    if step.surface.is_some() {
        planned.surface = step.surface;
        planned.usual_surface = None;
    }
    if !step.how.is_empty() {
        planned.how.clone_from(&step.how);
    }
    for (own, of_exercise) in [
        (&step.feel, &mut planned.feel),
        (&step.avoid, &mut planned.avoid),
    ] {
        if own.is_some() {
            of_exercise.clone_from(own);
        }
    }
    for (own, of_exercise) in [
        (&step.easier, &mut planned.easier),
        (&step.harder, &mut planned.harder),
    ] {
        if let Some(own) = own {
            *of_exercise = Some(own.get_ref().clone());
        }
    }
    planned.props.extend(step.props.iter().cloned());
    let hazards = step.hazards.iter().map(|hazard| hazard.get_ref().clone());
    planned.hazards.extend(hazards);
    planned.known |= step.known;
    planned.load.clone_from(&step.load);
    planned.effort = step.effort;
    planned.note.clone_from(&step.note);
    planned.say.clone_from(&step.say);
    planned.cues = step.cues.iter().map(|cue| cue.get_ref().clone()).collect();
    planned.breath = step.breath.or(planned.breath);
    if let Some(breath) = planned.breath {
        breath.add_hazard(&mut planned.hazards);
    }
    planned.optional = step.optional;
}
