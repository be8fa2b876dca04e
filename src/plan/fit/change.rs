//! The changes that fitting makes to a step.

use std::time::Duration;

use crate::content::dose::sided::Sided;
use crate::content::dose::{Amount, Dosage, Dose, Variable};
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
    /// The breaths of one set.
    Breaths {
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
    let Amount {
        dose,
        sets: written_sets,
    } = authored.amount.left;
    let fitted = match dose.variable() {
        Some(Variable::Time(hold)) => {
            let fitted = Duration::from_millis(100) * value;
            (hold.played != fitted).then(|| Variable::Time(Range::only(fitted)))
        }
        Some(Variable::Count(count)) => {
            (count.played != value).then(|| Variable::Count(Range::only(value)))
        }
        None => None,
    };
    if fitted.is_none() && written_sets.played == sets {
        return authored;
    }
    let fitted = Amount {
        dose: fitted.map_or(dose, |fitted| dose.with(fitted)),
        sets: if written_sets.played == sets {
            written_sets
        } else {
            Range::only(sets)
        },
    };
    Dosage {
        amount: Sided::both(fitted),
        ..authored
    }
}

/// Returns the differences between two dosages of a step, its dose before its sets.
pub(crate) fn differences(old: &Dosage, new: &Dosage, dropped: bool) -> Vec<FitWhat> {
    if dropped {
        return vec![FitWhat::Dropped];
    }
    let is_breath = matches!(old.dose(), Dose::Breaths(_));
    let dose = match (old.dose().variable(), new.dose().variable()) {
        (Some(Variable::Time(old)), Some(Variable::Time(new))) if old.played != new.played => {
            Some(FitWhat::Hold {
                from: old.played,
                to: new.played,
            })
        }
        (Some(Variable::Count(old)), Some(Variable::Count(new))) if old.played != new.played => {
            let (from, to) = (old.played, new.played);
            Some(if is_breath {
                FitWhat::Breaths { from, to }
            } else {
                FitWhat::Reps { from, to }
            })
        }
        _ => None,
    };
    let sets = (old.sets() != new.sets()).then_some(FitWhat::Sets {
        from: old.sets(),
        to: new.sets(),
    });
    dose.into_iter().chain(sets).collect()
}
