//! Left and right: steps of one exercise whose sides come out unequal.

use std::time::Duration;

use crate::content::diagnostic::Diagnostic;
use crate::content::duration::written;
use crate::content::routine::Routine;
use crate::content::step::Step;
use crate::content::vocabulary::Sides;
use crate::plan::timetable::Timetable;

/// The work of one exercise in steps for one side.
struct OneSided<'a> {
    /// The exercise or the name.
    what: &'a str,
    name: &'a str,
    left: Duration,
    right: Duration,
    /// True if an author said that it is meant so.
    uneven: bool,
    /// True if it is more than one step, not one that each side of a round plays.
    is_several: bool,
    /// The last step.
    last: &'a Step,
}

/// Reports exercises that have steps for the left and for the right that differ. One side alone is meant, and so are two
/// doses in one step; `uneven = true` on the routine or on a step says the same of steps.
pub(crate) fn balance(
    routine: &Routine,
    timetable: &Timetable,
    authors: &[&Step],
) -> Vec<Diagnostic> {
    if routine.uneven {
        return Vec::new();
    }
    let subjects = subjects(timetable, authors);
    let differ = |subject: &&OneSided<'_>| {
        let both = !subject.left.is_zero() && !subject.right.is_zero();
        both && subject.left != subject.right && subject.is_several && !subject.uneven
    };
    let found = subjects.iter().filter(differ).map(|subject| {
        let (left, right) = (written(subject.left), written(subject.right));
        let message = format!(
            "\"{}\": the left side gets {left}, the right {right}",
            subject.name
        );
        let help = "write the same dose for both, or uneven = true if it is meant so";
        Diagnostic::warning(message)
            .at(subject.last.span.clone())
            .help(help)
    });
    found.collect()
}

fn subjects<'a>(timetable: &'a Timetable, authors: &[&'a Step]) -> Vec<OneSided<'a>> {
    let mut subjects: Vec<OneSided<'a>> = Vec::new();
    for step in &timetable.steps {
        let planned = &*step.planned;
        let Some(&author) = authors.get(planned.written) else {
            continue;
        };
        let (left, right) = match planned.sides {
            Sides::Left => (planned.work_in_all(), Duration::ZERO),
            Sides::Right => (Duration::ZERO, planned.work_in_all()),
            Sides::Both | Sides::Each | Sides::Alternating => continue,
        };
        let what = planned.exercise.as_deref().unwrap_or(&planned.name);
        match subjects.iter_mut().find(|subject| subject.what == what) {
            Some(subject) => {
                subject.left += left;
                subject.right += right;
                subject.uneven |= author.uneven;
                subject.is_several |= !std::ptr::eq(subject.last, author);
                subject.last = author;
            }
            None => subjects.push(OneSided {
                what,
                name: &planned.name,
                left,
                right,
                uneven: author.uneven,
                is_several: false,
                last: author,
            }),
        }
    }
    subjects
}
