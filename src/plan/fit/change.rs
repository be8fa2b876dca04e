//! The changes that fitting makes to a step.

use std::time::Duration;

use crate::content::dose::{Amount, Dose, Variable};
use crate::content::duration::Range;
use crate::content::vocabulary::Side;
use crate::plan::outline::passes::pass_through;
use crate::plan::outline::{Outline, Outlined};

/// A change that fitting made to a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FitChange {
    /// The number of the step, counting the authored steps as unrolled.
    pub step: u32,
    /// The name of the step, or of the round.
    pub(crate) name: String,
    /// The side, where each has its own dose.
    pub(crate) side: Option<Side>,
    /// The number and the name of the last step of a round that has no name and several steps.
    pub(crate) through: Option<(u32, String)>,
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
    /// The number of times that a round is gone through.
    Rounds {
        /// As authored.
        from: u32,
        /// As fitted.
        to: u32,
    },
    /// It is left out.
    Dropped,
}

/// The amount as authored when it is what was played anyway, ranges included.
pub(crate) fn amount(authored: Amount, value: u32, sets: u32) -> Amount {
    let Amount {
        dose,
        sets: written_sets,
    } = authored;
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
    Amount {
        dose: fitted.map_or(dose, |fitted| dose.with(fitted)),
        sets: if written_sets.played == sets {
            written_sets
        } else {
            Range::only(sets)
        },
    }
}

/// Returns the changes of a step; of one side of it, where each has its own dose.
pub(crate) fn of_step(
    old: &Outlined,
    new: &Outlined,
    side: Option<Side>,
    is_dropped: bool,
) -> Vec<FitChange> {
    let amount = |step: &Outlined| {
        let side = side.or(step.planned.only_side());
        step.planned.dosage.of(side)
    };
    let whats = if is_dropped {
        vec![FitWhat::Dropped]
    } else {
        differences(amount(old), amount(new))
    };
    let of = |what| FitChange {
        step: old.number,
        name: old.planned.name.clone(),
        side: side.filter(|_| !is_dropped),
        through: None,
        what,
    };
    whats.into_iter().map(of).collect()
}

/// Returns the differences between two amounts of a step, its dose before its sets.
fn differences(old: Amount, new: Amount) -> Vec<FitWhat> {
    let is_breath = matches!(old.dose, Dose::Breaths(_));
    let dose = match (old.dose.variable(), new.dose.variable()) {
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
    let (from, to) = (old.sets.played, new.sets.played);
    let sets = (from != to).then_some(FitWhat::Sets { from, to });
    dose.into_iter().chain(sets).collect()
}

/// Returns the rounds that are gone through this often, more or less than authored.
pub(crate) fn of_rounds(outline: &Outline, passes: &[u32]) -> Vec<FitChange> {
    let rounds = outline.rounds.iter().zip(passes).enumerate();
    let changed = rounds.filter_map(|(index, (round, &to))| {
        let from = round.repeat.played;
        let first_pass =
            |step: &Outlined| pass_through(&step.passes, index).filter(|pass| pass.number == 1);
        let mut steps = outline
            .steps()
            .skip_while(|step| first_pass(step).is_none());
        let first = steps.next().filter(|_| from != to)?;
        let same = steps.take_while(|step| first_pass(step) == first_pass(first));
        let last = same.last().filter(|_| round.name.is_none());
        let name = round.name.as_deref().unwrap_or(&first.planned.name);
        Some(FitChange {
            step: first.number,
            name: name.to_owned(),
            side: None,
            through: last.map(|last| (last.number, last.planned.name.clone())),
            what: FitWhat::Rounds { from, to },
        })
    });
    changed.collect()
}
