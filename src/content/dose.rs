//! The amount of an exercise: a hold, or reps with a tempo, times sets.

pub(crate) mod decode;

use std::ops::RangeInclusive;
use std::time::Duration;

use toml::Spanned;

use crate::content::duration::Range;
use crate::content::duration::lasting::Lasting;
use crate::content::toml::schema::{Counted, KeySpec, Takes, names};

/// The allowed length of a hold.
pub(crate) const HOLD: RangeInclusive<Duration> =
    Duration::from_millis(500)..=Duration::from_secs(3 * 3600);
/// The allowed length of a repetition.
pub(crate) const TEMPO: RangeInclusive<Duration> =
    Duration::from_millis(500)..=Duration::from_secs(600);
/// The allowed length of prepare, switch and rest; zero leaves the segment out.
pub(crate) const PAUSE: RangeInclusive<Duration> = Duration::ZERO..=Duration::from_secs(3 * 3600);
/// The allowed number of repetitions.
pub(crate) const REPS: RangeInclusive<u32> = 1..=999;
/// The allowed number of sets.
pub(crate) const SETS: RangeInclusive<u32> = 1..=99;

/// The tempo of reps when nobody says one.
const TEMPO_DEFAULT: Duration = Duration::from_secs(3);

/// The key of a hold.
pub(crate) const HOLD_KEY: KeySpec = KeySpec::new(
    "hold",
    "hold = \"Ns\"",
    Takes::Lasting(Lasting {
        limits: HOLD,
        is_range: true,
    }),
);
/// The key of repetitions.
pub(crate) const REPS_KEY: KeySpec = KeySpec::new(
    "reps",
    "reps = N",
    Takes::Count(
        Counted {
            limits: REPS,
            is_range: true,
        },
        &[],
    ),
);
/// The key of the time of a repetition.
pub(crate) const TEMPO_KEY: KeySpec = KeySpec::new(
    "tempo",
    "tempo = \"Ns\"",
    Takes::Lasting(Lasting::one(TEMPO)),
);
/// The key of the number of sets.
pub(crate) const SETS_KEY: KeySpec = KeySpec::new(
    "sets",
    "sets = N",
    Takes::Count(
        Counted {
            limits: SETS,
            is_range: false,
        },
        &[],
    ),
);
/// The key of a pause between sets or rounds.
pub(crate) const REST_KEY: KeySpec =
    KeySpec::new("rest", "rest = \"Ns\"", Takes::Lasting(Lasting::one(PAUSE)));
/// The key of the time to get ready.
pub(crate) const PREPARE_KEY: KeySpec = KeySpec::new(
    "prepare",
    "prepare = \"Ns\"",
    Takes::Lasting(Lasting::one(PAUSE)),
);
/// The key of the time to change sides.
pub(crate) const SWITCH_KEY: KeySpec = KeySpec::new(
    "switch",
    "switch = \"Ns\"",
    Takes::Lasting(Lasting::one(PAUSE)),
);

/// The keys of a dose, the same in a step, in `[defaults]` and in an exercise's `[dose]`.
pub(crate) const TABLE: [KeySpec; 5] = [HOLD_KEY, REPS_KEY, TEMPO_KEY, SETS_KEY, REST_KEY];
/// Their names.
pub const KEYS: &[&str] = &names(&TABLE);

/// The content of one set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dose {
    /// Kept still, or kept up, for so long.
    Hold(Range<Duration>),
    /// A number of repetitions for each side that is worked.
    Reps(Range<u32>),
    /// Until the person says that it is done.
    Done,
}

/// The dose keys as written at one level; each may be absent.
#[derive(Clone, Debug, Default)]
pub struct Prescription {
    /// `hold`, `reps` or `until`, and where it stands.
    pub dose: Option<Spanned<Dose>>,
    /// Seconds a repetition.
    pub(crate) tempo: Option<Duration>,
    /// The number of sets.
    pub(crate) sets: Option<u32>,
    /// The pause between sets.
    pub(crate) rest: Option<Duration>,
    /// A dose was written but cannot be read: then none is missing.
    pub(crate) unreadable: bool,
}

/// A dose with all its values filled in, after layering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dosage {
    /// One set, on each side that is worked.
    pub dose: Dose,
    /// Seconds a repetition; of no use for holds.
    pub(crate) tempo: Duration,
    /// At least 1.
    pub sets: u32,
    /// Between sets; zero for none.
    pub(crate) rest: Duration,
}

impl Prescription {
    fn is_reps(&self) -> bool {
        matches!(
            self.dose.as_ref().map(Spanned::get_ref),
            Some(Dose::Reps(_))
        )
    }

    fn is_hold(&self) -> bool {
        matches!(
            self.dose.as_ref().map(Spanned::get_ref),
            Some(Dose::Hold(_))
        )
    }
}

/// Lays the routine's word over the exercise's.
///
/// The step's own dose wins, else the routine's default, else the exercise's. A default hold never turns an exercise
/// that is counted in reps into a hold, nor the other way round. `sets` and `rest` are the step's, else the
/// default's; the exercise's own only when its dose is the one that is played. `None` when nobody names a dose.
pub(crate) fn layered(
    step: &Prescription,
    defaults: &Prescription,
    exercise: Option<&Prescription>,
) -> Option<Dosage> {
    let contrary = exercise.is_some_and(|own| {
        (own.is_reps() && defaults.is_hold()) || (own.is_hold() && defaults.is_reps())
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
    let tempo = step
        .tempo
        .or(defaults.tempo)
        .or(exercise.and_then(|exercise| exercise.tempo));
    Some(Dosage {
        dose: *dose.get_ref(),
        tempo: tempo.unwrap_or(TEMPO_DEFAULT),
        sets: step
            .sets
            .or(defaults.sets)
            .or(own.and_then(|own| own.sets))
            .unwrap_or(1),
        rest: step
            .rest
            .or(defaults.rest)
            .or(own.and_then(|own| own.rest))
            .unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hold(seconds: u64) -> Prescription {
        let dose = Dose::Hold(Range::only(Duration::from_secs(seconds)));
        Prescription {
            dose: Some(Spanned::new(0..0, dose)),
            ..Prescription::default()
        }
    }

    fn reps(count: u32) -> Prescription {
        Prescription {
            dose: Some(Spanned::new(0..0, Dose::Reps(Range::only(count)))),
            ..Prescription::default()
        }
    }

    fn empty() -> Prescription {
        Prescription::default()
    }

    #[test]
    fn a_dose_of_the_step_takes_no_sets_from_the_exercise() {
        let exercise = Prescription {
            sets: Some(3),
            rest: Some(Duration::from_secs(9)),
            ..hold(60)
        };
        let played = layered(&hold(20), &empty(), Some(&exercise)).expect("a dose");
        assert_eq!((played.sets, played.rest), (1, Duration::ZERO));
        let played = layered(&empty(), &empty(), Some(&exercise)).expect("a dose");
        assert_eq!((played.sets, played.rest), (3, Duration::from_secs(9)));
    }

    #[test]
    fn defaults_speak_for_every_step() {
        let defaults = Prescription {
            sets: Some(2),
            rest: Some(Duration::from_secs(5)),
            ..hold(30)
        };
        let played = layered(&hold(20), &defaults, None).expect("a dose");
        assert_eq!((played.sets, played.rest), (2, Duration::from_secs(5)));
    }

    #[test]
    fn what_the_step_says_wins_over_the_defaults_key_by_key() {
        let nine = Some(Duration::from_secs(9));
        let defaults = Prescription {
            sets: Some(3),
            rest: Some(Duration::from_secs(5)),
            tempo: Some(Duration::from_secs(4)),
            ..hold(30)
        };
        let step = Prescription {
            sets: Some(2),
            rest: nine,
            tempo: nine,
            ..reps(8)
        };
        let played = layered(&step, &defaults, None).expect("a dose");
        assert_eq!(played.dose, Dose::Reps(Range::only(8)));
        assert_eq!((played.sets, Some(played.rest)), (2, nine));
        assert_eq!(Some(played.tempo), nine);
        let sets_alone = Prescription {
            sets: Some(2),
            ..empty()
        };
        let played = layered(&sets_alone, &defaults, None).expect("a dose");
        assert_eq!((played.sets, played.rest.as_secs()), (2, 5));
    }

    #[test]
    fn default_reps_leave_holds_holds() {
        let played = layered(&empty(), &reps(8), Some(&hold(30))).expect("a dose");
        assert!(matches!(played.dose, Dose::Hold(_)));
        let played = layered(&empty(), &reps(8), Some(&reps(3))).expect("a dose");
        assert_eq!(played.dose, Dose::Reps(Range::only(8)));
    }

    #[test]
    fn a_default_hold_leaves_counted_exercises_counted() {
        let played = layered(&empty(), &hold(30), Some(&reps(8))).expect("a dose");
        assert_eq!(played.dose, Dose::Reps(Range::only(8)));
        let played = layered(&empty(), &hold(30), Some(&hold(10))).expect("a dose");
        assert_eq!(
            played.dose,
            Dose::Hold(Range::only(Duration::from_secs(30)))
        );
    }

    #[test]
    fn tempo_comes_from_any_level() {
        let exercise = Prescription {
            tempo: Some(Duration::from_secs(2)),
            ..reps(8)
        };
        assert_eq!(
            layered(&reps(4), &empty(), Some(&exercise)).map(|played| played.tempo),
            Some(Duration::from_secs(2))
        );
        assert_eq!(
            layered(&reps(4), &empty(), None).map(|played| played.tempo),
            Some(TEMPO_DEFAULT)
        );
        assert_eq!(layered(&empty(), &empty(), None), None);
    }
}
