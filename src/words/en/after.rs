//! The page after a session.

use std::time::Duration;

use crate::plan::words::dose::spaced;
use crate::player::event::Outcome;
use crate::player::record::Result;
use crate::words::en::grammar::list;

/// Returns the heading for an outcome.
pub(crate) const fn heading(outcome: Outcome, is_sleepy: bool) -> &'static str {
    match (outcome, is_sleepy) {
        (Outcome::Finished, true) => "Good night.",
        (Outcome::Finished, false) => "Done. Well done.",
        (Outcome::Stopped, _) => "Stopped here. What you did counts.",
    }
}

/// Returns the number of steps done, and the time of work.
pub(crate) fn done(done: usize, steps: usize, work: Duration) -> String {
    let work = spaced(work);
    if done == steps {
        format!("All {steps} steps, {work} of work.")
    } else {
        format!("{done} of {steps} steps, {work} of work.")
    }
}

/// Steps with the same result.
pub(crate) fn came_out(result: Result, names: &[&str]) -> String {
    let heading = match result {
        Result::Done => "Done",
        Result::Partly => "Partly done",
        Result::Skipped => "Skipped",
        Result::NotReached => "Not reached",
    };
    format!("{heading}: {}", list(names))
}

/// An exercise that was done in the place of another.
type Varied<'a> = (&'a str, &'a str);

/// Steps that were made easier.
pub(crate) fn easier(steps: &[Varied<'_>]) -> String {
    format!("Made easier: {}", instead(steps))
}

/// Steps that were made harder.
pub(crate) fn harder(steps: &[Varied<'_>]) -> String {
    format!("Made harder: {}", instead(steps))
}

fn instead(steps: &[Varied<'_>]) -> String {
    let steps = steps.iter();
    let steps = steps.map(|(done, planned)| format!("{done} instead of {planned}"));
    list(&steps.collect::<Vec<_>>())
}

/// Exercises that hurt.
pub(crate) fn hurt(names: &[&str]) -> String {
    format!(
        "Hurt: {}. If it hurts again, leave it out and ask.",
        list(names)
    )
}

/// Suggests the next routine.
pub(crate) fn next(title: &str) -> String {
    format!("Next, if you like: {title}")
}
