//! The dose of a step, of the defaults of its routine and of its exercise, laid over each other.

use std::time::Duration;

use toml::Spanned;

use crate::content::dose::sided::Sided;
use crate::content::dose::tempo::Tempo;
use crate::content::dose::{Amount, Dosage, Dose};
use crate::content::duration::Range;

/// The tempo of repetitions when nobody says one.
const TEMPO_DEFAULT: Duration = Duration::from_secs(3);
/// The time to move into and out of a repetition that is held, when nobody says one.
const TEMPO_OF_HELD: Duration = Duration::from_secs(2);

/// The dose keys as written at one level; each may be absent.
#[derive(Clone, Debug, Default)]
pub struct Prescription {
    /// `hold`, `reps`, both, `breaths` or `until`, and where it stands.
    pub dose: Option<Spanned<Sided<Dose>>>,
    /// The time of a repetition.
    pub(crate) tempo: Option<Tempo>,
    /// How often the dose is done.
    pub(crate) sets: Option<Sided<Range<u32>>>,
    /// The pause between sets.
    pub(crate) rest: Option<Duration>,
    /// Whether the dose is a ceiling.
    pub(crate) up_to: Option<bool>,
    /// A dose was written but cannot be read: then none is missing.
    pub(crate) unreadable: bool,
}

/// Doses of different kinds do not stand for each other.
#[derive(PartialEq, Eq)]
enum DoseKind {
    /// Kept still, for a time or for breaths.
    Kept,
    Counted,
    CountedAndHeld,
    Done,
}

impl Prescription {
    fn kind(&self) -> Option<DoseKind> {
        self.dose.as_ref().map(|dose| match dose.get_ref().left {
            Dose::Hold(_) | Dose::Breaths(_) => DoseKind::Kept,
            Dose::Reps(_) => DoseKind::Counted,
            Dose::HeldReps(..) => DoseKind::CountedAndHeld,
            Dose::Done => DoseKind::Done,
        })
    }

    /// Whether something of it differs from side to side.
    pub(crate) fn is_unequal(&self) -> bool {
        let dose = self.dose.as_ref().map(Spanned::get_ref);
        dose.is_some_and(Sided::is_unequal) || self.sets.as_ref().is_some_and(Sided::is_unequal)
    }
}

/// Lays the routine's word over the exercise's.
///
/// The step's own dose wins, else the routine's default, else the exercise's. A default never changes what kind of dose
/// an exercise has: a hold does not become repetitions, nor the other way round. `sets`, `rest` and `up_to` are the
/// step's, else the default's; the exercise's own only when its dose is the one that is played. `None` when nobody names
/// a dose.
pub(crate) fn layered(
    step: &Prescription,
    defaults: &Prescription,
    exercise: Option<&Prescription>,
) -> Option<Dosage> {
    let of_exercise = exercise.and_then(Prescription::kind);
    let contrary = of_exercise.is_some_and(|kind| {
        kind != DoseKind::Done && defaults.kind().is_some_and(|default| default != kind)
    });
    let said = step.dose.as_ref().or(if contrary {
        None
    } else {
        defaults.dose.as_ref()
    });
    let (dose, own) = match said {
        Some(dose) => (dose, None),
        None => (exercise?.dose.as_ref()?, exercise),
    };
    let dose = *dose.get_ref();
    let tempo = step
        .tempo
        .or(defaults.tempo)
        .or(exercise.and_then(|exercise| exercise.tempo));
    // Defaults are for what is timed: what only waits for a key is asked for more than once only where it says so.
    let none = Prescription::default();
    let defaults_of_sets = if dose.left == Dose::Done {
        &none
    } else {
        defaults
    };
    let sets = step
        .sets
        .or(defaults_of_sets.sets)
        .or(own.and_then(|own| own.sets))
        .unwrap_or(Sided::both(Range::only(1)));
    Some(Dosage {
        amount: dose.zip(sets).map(|(dose, sets)| Amount { dose, sets }),
        tempo: tempo.unwrap_or(Tempo::Whole(match dose.left {
            Dose::HeldReps(..) => TEMPO_OF_HELD,
            Dose::Hold(_) | Dose::Reps(_) | Dose::Breaths(_) | Dose::Done => TEMPO_DEFAULT,
        })),
        rest: step
            .rest
            .or(defaults_of_sets.rest)
            .or(own.and_then(|own| own.rest))
            .unwrap_or_default(),
        up_to: step
            .up_to
            .or(defaults.up_to)
            .or(own.and_then(|own| own.up_to))
            .unwrap_or(false),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hold(seconds: u64) -> Prescription {
        let dose = Sided::both(Dose::Hold(Range::only(Duration::from_secs(seconds))));
        Prescription {
            dose: Some(Spanned::new(0..0, dose)),
            ..Prescription::default()
        }
    }

    fn reps(count: u32) -> Prescription {
        Prescription {
            dose: Some(Spanned::new(
                0..0,
                Sided::both(Dose::Reps(Range::only(count))),
            )),
            ..Prescription::default()
        }
    }

    fn empty() -> Prescription {
        Prescription::default()
    }

    #[test]
    fn a_dose_of_the_step_takes_no_sets_from_the_exercise() {
        let exercise = Prescription {
            sets: Some(Sided::both(Range::only(3))),
            rest: Some(Duration::from_secs(9)),
            ..hold(60)
        };
        let played = layered(&hold(20), &empty(), Some(&exercise)).expect("a dose");
        assert_eq!((played.sets(), played.rest), (1, Duration::ZERO));
        let played = layered(&empty(), &empty(), Some(&exercise)).expect("a dose");
        assert_eq!((played.sets(), played.rest), (3, Duration::from_secs(9)));
    }

    #[test]
    fn defaults_speak_for_every_step() {
        let defaults = Prescription {
            sets: Some(Sided::both(Range::only(2))),
            rest: Some(Duration::from_secs(5)),
            ..hold(30)
        };
        let played = layered(&hold(20), &defaults, None).expect("a dose");
        assert_eq!((played.sets(), played.rest), (2, Duration::from_secs(5)));
    }

    #[test]
    fn what_the_step_says_wins_over_the_defaults_key_by_key() {
        let nine = Some(Duration::from_secs(9));
        let defaults = Prescription {
            sets: Some(Sided::both(Range::only(3))),
            rest: Some(Duration::from_secs(5)),
            tempo: Some(Tempo::Whole(Duration::from_secs(4))),
            ..hold(30)
        };
        let step = Prescription {
            sets: Some(Sided::both(Range::only(2))),
            rest: nine,
            tempo: nine.map(Tempo::Whole),
            ..reps(8)
        };
        let played = layered(&step, &defaults, None).expect("a dose");
        assert_eq!(played.dose(), Dose::Reps(Range::only(8)));
        assert_eq!((played.sets(), Some(played.rest)), (2, nine));
        assert_eq!(Some(played.tempo), nine.map(Tempo::Whole));
        let sets_alone = Prescription {
            sets: Some(Sided::both(Range::only(2))),
            ..empty()
        };
        let played = layered(&sets_alone, &defaults, None).expect("a dose");
        assert_eq!((played.sets(), played.rest.as_secs()), (2, 5));
    }

    #[test]
    fn default_reps_leave_holds_holds() {
        let played = layered(&empty(), &reps(8), Some(&hold(30))).expect("a dose");
        assert!(matches!(played.dose(), Dose::Hold(_)));
        let played = layered(&empty(), &reps(8), Some(&reps(3))).expect("a dose");
        assert_eq!(played.dose(), Dose::Reps(Range::only(8)));
    }

    #[test]
    fn a_default_hold_leaves_counted_exercises_counted() {
        let played = layered(&empty(), &hold(30), Some(&reps(8))).expect("a dose");
        assert_eq!(played.dose(), Dose::Reps(Range::only(8)));
        let played = layered(&empty(), &hold(30), Some(&hold(10))).expect("a dose");
        assert_eq!(
            played.dose(),
            Dose::Hold(Range::only(Duration::from_secs(30)))
        );
    }

    #[test]
    fn tempo_comes_from_any_level() {
        let exercise = Prescription {
            tempo: Some(Tempo::Whole(Duration::from_secs(2))),
            ..reps(8)
        };
        assert_eq!(
            layered(&reps(4), &empty(), Some(&exercise)).map(|played| played.tempo),
            Some(Tempo::Whole(Duration::from_secs(2)))
        );
        assert_eq!(
            layered(&reps(4), &empty(), None).map(|played| played.tempo),
            Some(Tempo::Whole(TEMPO_DEFAULT))
        );
        assert_eq!(layered(&empty(), &empty(), None), None);
    }
}
