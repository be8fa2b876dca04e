//! Applies the rules of `safety.toml` to a routine for a person. Every decision carries its reason.
//!
//! In this order: full stops, the audience gate, redirects, then each step, then the limits on what may be left out.
//! Bundled and own routines are screened alike.

pub mod decision;
pub(crate) mod gate;
pub(crate) mod limits;
pub mod reason;
pub(crate) mod steps;
pub(crate) mod swap;

use crate::content::library::Library;
use crate::content::routine::Routine;
use crate::plan::outline::{Outline, Outlined};
use crate::plan::person::Person;
use crate::plan::screening::decision::Decision;
use crate::plan::screening::limits::too_much;
use crate::plan::screening::steps::Screening;

/// A routine held against the rules.
#[derive(Clone, Debug)]
pub struct Screened {
    /// The outline to play; `None` when nothing is played.
    pub outline: Option<Outline>,
    /// The decisions, in order of steps.
    pub decisions: Vec<Decision>,
    /// The names of played steps that cannot be checked against the rules.
    pub(crate) unknown: Vec<String>,
}

/// Holds a routine against the rules for a person.
pub fn screen(
    outline: &Outline,
    routine: &Routine,
    library: &Library,
    person: &Person,
) -> Screened {
    screen_overruled(outline, routine, library, person, &[])
}

/// Screens with the decisions on these steps overruled: their cautions are not said, their substitutions not made. What
/// is left out stays left out.
pub(crate) fn screen_overruled(
    outline: &Outline,
    routine: &Routine,
    library: &Library,
    person: &Person,
    overruled: &[u32],
) -> Screened {
    let safety = &library.shared().safety;
    let whole = gate::full_stops(safety, person);
    if !whole.is_empty() {
        return Screened {
            outline: None,
            decisions: whole,
            unknown: Vec::new(),
        };
    }
    let inside = gate::inside(routine, library);
    let blocked = std::iter::once(routine).chain(inside).find_map(|routine| {
        gate::audience(routine, outline, person).or_else(|| gate::redirect(routine, safety, person))
    });
    if let Some(blocked) = blocked {
        return Screened {
            outline: None,
            decisions: vec![blocked],
            unknown: Vec::new(),
        };
    }
    let mut screening = Screening::new(library, person, overruled);
    let (kept, left_out) = screening.steps(outline);
    let mut decisions = screening.decisions;
    match too_much(safety, outline, &kept, &left_out) {
        Some(blocked) => {
            decisions.push(blocked);
            Screened {
                outline: None,
                decisions,
                unknown: Vec::new(),
            }
        }
        None => Screened {
            unknown: unknown(&kept, person),
            outline: Some(kept.settled()),
            decisions,
        },
    }
}

/// Returns the number of steps that would be swapped or left out for a person, and the number of all steps: also for a
/// routine that the person may not play.
pub(crate) fn changed(outline: &Outline, library: &Library, person: &Person) -> (usize, usize) {
    let mut screening = Screening::new(library, person, &[]);
    screening.steps(outline);
    let decisions = screening.decisions.iter();
    let changes = decisions.filter(|decision| decision.is_change()).count();
    (changes, outline.steps().count())
}

/// The steps of which nobody has said what could harm in them, each once: to somebody with a condition they cannot be
/// said to be safe. What a checklist asks for is no movement.
fn unknown(outline: &Outline, person: &Person) -> Vec<String> {
    let is_item = |step: &Outlined| step.planned.names_nothing();
    if person.conditions().is_empty() || outline.steps().all(is_item) {
        return Vec::new();
    }
    let mut names: Vec<String> = Vec::new();
    for step in outline.steps().filter(|step| !step.planned.known) {
        if !names.contains(&step.planned.name) {
            names.push(step.planned.name.clone());
        }
    }
    names
}
