//! The changes that fitting makes to a step.

use std::time::Duration;

use crate::content::dose::{Dosage, Dose};
use crate::content::duration::Range;
use crate::plan::planned::Planned;

/// A change that fitting made to a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FitChange {
    /// The number of the step, counting the authored steps as unrolled.
    pub step: u32,
    /// The name of the step.
    pub(crate) name: String,
    /// The difference.
    pub what: FitWhat,
}

/// A difference, with the old and the new value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FitWhat {
    /// The hold of one set on one side.
    Hold {
        /// As authored.
        from: Duration,
        /// As fitted.
        to: Duration,
    },
    /// The repetitions of one set.
    Reps {
        /// As authored.
        from: u32,
        /// As fitted.
        to: u32,
    },
    /// The number of sets.
    Sets {
        /// As authored.
        from: u32,
        /// As fitted.
        to: u32,
    },
    /// It is left out.
    Dropped,
}

/// The dose as authored when it is what was played anyway, ranges included.
pub(crate) fn dosage(planned: &Planned, value: u32, sets: u32) -> Dosage {
    let authored = planned.dosage;
    let dose = match authored.dose {
        Dose::Hold(hold) => {
            let fitted = Duration::from_millis(100) * value;
            if hold.played == fitted {
                authored.dose
            } else {
                Dose::Hold(Range::only(fitted))
            }
        }
        Dose::Reps(reps) if reps.played != value => Dose::Reps(Range::only(value)),
        unchanged => unchanged,
    };
    Dosage {
        dose,
        sets,
        ..authored
    }
}

/// Returns the differences between two dosages of a step, its dose before its sets.
pub(crate) fn differences(old: &Dosage, new: &Dosage, dropped: bool) -> Vec<FitWhat> {
    if dropped {
        return vec![FitWhat::Dropped];
    }
    let dose = match (old.dose, new.dose) {
        (Dose::Hold(old), Dose::Hold(new)) if old.played != new.played => Some(FitWhat::Hold {
            from: old.played,
            to: new.played,
        }),
        (Dose::Reps(old), Dose::Reps(new)) if old.played != new.played => Some(FitWhat::Reps {
            from: old.played,
            to: new.played,
        }),
        _ => None,
    };
    let sets = (old.sets != new.sets).then_some(FitWhat::Sets {
        from: old.sets,
        to: new.sets,
    });
    dose.into_iter().chain(sets).collect()
}
