//! How much of an exercise: a hold, repetitions, or breaths, times sets.

pub(crate) mod ceiling;
pub(crate) mod decode;
pub(crate) mod decode_tempo;
pub(crate) mod layering;
pub(crate) mod limits;
pub(crate) mod of_other_keys;
pub mod sided;
pub mod tempo;

use std::ops::RangeInclusive;
use std::time::Duration;

use crate::content::dose::limits::{HOLD, PAUSE, REPS, SETS};
use crate::content::dose::sided::Sided;
use crate::content::dose::tempo::{Phases, TEMPO_KEY, Tempo};
use crate::content::duration::Range;
use crate::content::duration::lasting::Lasting;
use crate::content::toml::key::{Counted, KeySpec, Keys, Takes};
use crate::content::vocabulary::{RangeEnd, Side};

/// The key of a hold.
pub(crate) const HOLD_KEY: KeySpec = KeySpec::new(
    "hold",
    "hold = \"Ns\"",
    Takes::Lasting(Lasting {
        limits: HOLD,
        is_range: true,
    }),
    "How long it is held or kept up; beside `reps`, how long each repetition is held. `{ left, right }` gives each side its own.",
);
/// The key of repetitions.
pub(crate) const REPS_KEY: KeySpec = KeySpec::new(
    "reps",
    "reps = N",
    counted(REPS),
    "How many repetitions; on each side that works. `{ left, right }` gives each side its own.",
);
/// The key of breaths.
pub(crate) const BREATHS_KEY: KeySpec = KeySpec::new(
    "breaths",
    "breaths = N",
    counted(REPS),
    "How many breaths it lasts.",
);
/// The key of the number of sets.
pub(crate) const SETS_KEY: KeySpec = KeySpec::new(
    "sets",
    "sets = N",
    counted(SETS),
    "How many sets; without it one. `{ left, right }` gives each side its own.",
);
/// The key of a dose that is a ceiling.
pub(crate) const UP_TO_KEY: KeySpec = KeySpec::new(
    "up_to",
    "up_to = true, or up_to = false",
    Takes::Other,
    "`true` makes the dose a ceiling: less is done, too.",
);
/// The key of a pause between sets or rounds.
pub(crate) const REST_KEY: KeySpec = KeySpec::new(
    "rest",
    "rest = \"Ns\"",
    Takes::Lasting(Lasting::one(PAUSE)),
    "The pause between sets, or between the rounds; without it none.",
);
/// The key of the time to get ready.
pub(crate) const PREPARE_KEY: KeySpec = KeySpec::new(
    "prepare",
    "prepare = \"Ns\"",
    Takes::Lasting(Lasting::one(PAUSE)),
    "The time to get ready; without it what the pace gives.",
);
/// The key of the time to change sides.
pub(crate) const SWITCH_KEY: KeySpec = KeySpec::new(
    "switch",
    "switch = \"Ns\"",
    Takes::Lasting(Lasting::one(PAUSE)),
    "The time to change sides; without it what the pace gives.",
);

/// A whole number or a range of two.
pub(crate) const fn counted(limits: RangeInclusive<u32>) -> Takes {
    Takes::Count(
        Counted {
            limits,
            is_range: true,
        },
        &[],
    )
}

/// The keys of a dose, the same in a step, in `[defaults]` and in an exercise's `[dose]`.
pub(crate) const KEYS: Keys = Keys {
    what: "[dose]",
    list: &[
        HOLD_KEY,
        REPS_KEY,
        BREATHS_KEY,
        TEMPO_KEY,
        SETS_KEY,
        REST_KEY,
        UP_TO_KEY,
    ],
};

/// The keys that name a dose. Only the first two go together.
pub(crate) const KINDS: [&str; 4] = ["hold", "reps", "breaths", "until"];

/// What one set is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dose {
    /// Kept still, or kept up, for so long.
    Hold(Range<Duration>),
    /// So many repetitions, for each side that is worked.
    Reps(Range<u32>),
    /// So many repetitions, each kept for so long.
    HeldReps(Range<u32>, Range<Duration>),
    /// So many breaths.
    Breaths(Range<u32>),
    /// Until the person says that it is done.
    Done,
}

/// What one side is given to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// One set.
    pub dose: Dose,
    /// At least 1.
    pub sets: Range<u32>,
}

/// What is played, after layering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dosage {
    /// For each side that is worked.
    pub amount: Sided<Amount>,
    /// The time of a repetition; of no use for holds and breaths.
    pub tempo: Tempo,
    /// Between sets; zero for none.
    pub(crate) rest: Duration,
    /// The dose is a ceiling: less of it is done, too.
    pub up_to: bool,
}

/// What of a dose is made less or more where there is less or more time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Variable {
    /// How long it is kept.
    Time(Range<Duration>),
    /// How often it is done.
    Count(Range<u32>),
}

impl Dose {
    /// What of it is made less or more; `None` for what has no end of its own. Of repetitions that are held it is their
    /// number, unless that is fixed and the time of the hold is a range.
    pub(crate) fn variable(self) -> Option<Variable> {
        match self {
            Self::HeldReps(reps, hold) if reps.is_one() && !hold.is_one() => {
                Some(Variable::Time(hold))
            }
            Self::Hold(hold) => Some(Variable::Time(hold)),
            Self::Reps(count) | Self::HeldReps(count, _) | Self::Breaths(count) => {
                Some(Variable::Count(count))
            }
            Self::Done => None,
        }
    }

    /// The dose with another value for what is made less or more. A value of the other kind changes nothing.
    #[must_use]
    pub(crate) fn with(self, variable: Variable) -> Self {
        match (self, variable) {
            (Self::Hold(_), Variable::Time(hold)) => Self::Hold(hold),
            (Self::HeldReps(reps, _), Variable::Time(hold))
            | (Self::HeldReps(_, hold), Variable::Count(reps)) => Self::HeldReps(reps, hold),
            (Self::Reps(_), Variable::Count(reps)) => Self::Reps(reps),
            (Self::Breaths(_), Variable::Count(breaths)) => Self::Breaths(breaths),
            (same, _) => same,
        }
    }

    /// The lesser of two doses of one kind; of other pairs the first one.
    fn lesser(self, other: Self) -> Self {
        match (self, other) {
            (Self::Hold(one), Self::Hold(other)) => Self::Hold(one.lesser(other)),
            (Self::Reps(one), Self::Reps(other)) => Self::Reps(one.lesser(other)),
            (Self::HeldReps(reps, hold), Self::HeldReps(other_reps, other_hold)) => {
                Self::HeldReps(reps.lesser(other_reps), hold.lesser(other_hold))
            }
            (Self::Breaths(one), Self::Breaths(other)) => Self::Breaths(one.lesser(other)),
            (same, _) => same,
        }
    }

    /// The dose with the lower ends of its ranges as what is played.
    #[must_use]
    pub(crate) fn low(self) -> Self {
        match self {
            Self::Hold(hold) => Self::Hold(hold.low()),
            Self::Reps(reps) => Self::Reps(reps.low()),
            Self::HeldReps(reps, hold) => Self::HeldReps(reps.low(), hold.low()),
            Self::Breaths(breaths) => Self::Breaths(breaths.low()),
            Self::Done => Self::Done,
        }
    }
}

impl Amount {
    /// The lesser dose and the fewer sets of two amounts.
    fn lesser(self, other: Self) -> Self {
        Self {
            dose: self.dose.lesser(other.dose),
            sets: self.sets.lesser(other.sets),
        }
    }

    /// True if something of it is a range.
    fn has_range(self) -> bool {
        let is_range = match self.dose {
            Dose::Hold(hold) => !hold.is_one(),
            Dose::Reps(count) | Dose::Breaths(count) => !count.is_one(),
            Dose::HeldReps(reps, hold) => !reps.is_one() || !hold.is_one(),
            Dose::Done => false,
        };
        is_range || !self.sets.is_one()
    }
}

impl Dosage {
    /// Returns the dosage with these ends of its ranges as what is played. What is written plays the upper ones.
    #[must_use]
    pub(crate) fn at(self, end: RangeEnd) -> Self {
        let low = |amount: Amount| Amount {
            dose: amount.dose.low(),
            sets: amount.sets.low(),
        };
        match end {
            RangeEnd::High => self,
            RangeEnd::Low => Self {
                amount: self.amount.map(low),
                ..self
            },
        }
    }

    /// What of it is for one side.
    #[must_use]
    pub(crate) fn on(self, side: Side) -> Self {
        Self {
            amount: Sided::both(self.of(Some(side))),
            ..self
        }
    }

    /// True if something of it is a range.
    pub(crate) fn has_range(&self) -> bool {
        self.amount.left.has_range() || self.amount.right.has_range()
    }

    /// The same for both sides at once: of each of dose and sets, that of the side that has less of it.
    #[must_use]
    pub(crate) fn of_lesser_side(&self) -> Self {
        let Sided { left, right } = self.amount;
        Self {
            amount: Sided::both(left.lesser(right)),
            ..*self
        }
    }

    /// What a side is given to do; where no side is named, the left one's, which is that of both unless they differ.
    pub fn of(&self, side: Option<Side>) -> Amount {
        self.amount.of(side)
    }

    /// One set of the left side, which is that of both unless they differ.
    pub fn dose(&self) -> Dose {
        self.amount.left.dose
    }

    /// The sets of the left side, which are those of both unless they differ.
    pub fn sets(&self) -> u32 {
        self.amount.left.sets.played
    }

    /// Whether it only waits for the person.
    pub fn is_done_by_key(&self) -> bool {
        self.dose() == Dose::Done
    }

    /// The parts of one repetition, where they are told apart.
    pub(crate) fn phases(&self, side: Option<Side>) -> Option<Phases> {
        match (self.of(side).dose, self.tempo) {
            (Dose::HeldReps(_, hold), tempo) => Some(tempo.held(hold.played)),
            (Dose::Reps(_), Tempo::Phases(phases)) => Some(phases),
            (Dose::Reps(_) | Dose::Hold(_) | Dose::Breaths(_) | Dose::Done, _) => None,
        }
    }
}
