//! The exercises whose how-to a person has heard in this session.

use std::collections::HashSet;

use crate::content::wording::Wording;
use crate::plan::planned::Planned;

/// Exercises and steps of the author's own, each with its how-to: the same exercise, told otherwise, is new.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known(HashSet<(String, Vec<Wording>)>);

impl Known {
    /// Returns whether the step is done in a way that was not heard yet; from now on it was.
    pub(crate) fn is_new(&mut self, step: &Planned) -> bool {
        let name = step.exercise.as_ref().unwrap_or(&step.name);
        self.0.insert((name.clone(), step.how.clone()))
    }
}
