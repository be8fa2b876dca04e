//! The limits on leaving out steps before a routine is not played at all.

use std::collections::BTreeSet;
use std::time::Duration;

use crate::content::safety::rulebook::Safety;
use crate::plan::outline::{Outline, Outlined};
use crate::plan::planned::Planned;
use crate::plan::screening::decision::{Decision, Ruling};
use crate::plan::screening::reason::{LeftOut, Reason};

/// More than a third of the steps or of their time left out, or hardly an exercise left of a routine that had more.
pub(crate) fn too_much(
    safety: &Safety,
    before: &Outline,
    after: &Outline,
    left_out: &[u32],
) -> Option<Decision> {
    let (part, whole) = safety.limits.most_left_out();
    let steps = exercises(before).count();
    let (lost, all) = (
        time(
            before
                .steps()
                .filter(|step| left_out.contains(&step.number)),
        ),
        time(before.steps()),
    );
    let (had, left) = (different(before), different(after));
    let why = if left_out.len() * whole as usize > steps * part as usize {
        LeftOut::Steps {
            left_out: left_out.len(),
            all: steps,
        }
    } else if lost * whole > all * part {
        LeftOut::Time {
            left_out: lost,
            all,
        }
    } else if left < had && left < safety.limits.fewest_exercises() as usize {
        LeftOut::Exercises
    } else {
        return None;
    };
    Some(Decision::whole(Ruling::Block, None, Reason::LeftOut(why)))
}

/// The steps that are more than items of a checklist.
fn exercises(outline: &Outline) -> impl Iterator<Item = &Outlined> {
    outline.steps().filter(|step| !step.planned.names_nothing())
}

fn time<'a>(steps: impl Iterator<Item = &'a Outlined>) -> Duration {
    steps.map(|step| step.planned.work_in_all()).sum()
}

/// Counts the different exercises.
fn different(outline: &Outline) -> usize {
    let subjects: BTreeSet<&str> = exercises(outline)
        .map(|step| subject(&step.planned))
        .collect();
    subjects.len()
}

fn subject(planned: &Planned) -> &str {
    planned.exercise.as_deref().unwrap_or(&planned.name)
}
