//! What one set of a step takes.

use std::time::Duration;

use crate::content::dose::Dose;
use crate::content::vocabulary::{Side, Sides};
use crate::plan::planned::Planned;

/// One set on one side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Work {
    /// How long it takes; zero for what only waits for the person.
    pub(crate) length: Duration,
    /// How many repetitions or breaths are counted; `None` for a hold.
    pub(crate) count: Option<u32>,
}

impl Planned {
    /// One set on a side; on the left one where none is named.
    pub(crate) fn work(&self, side: Option<Side>) -> Work {
        let counted = |count| Work {
            length: self.one(side) * count,
            count: Some(count),
        };
        match self.dosage.of(side).dose {
            Dose::Hold(hold) => Work {
                length: hold.played,
                count: None,
            },
            Dose::Reps(reps) | Dose::HeldReps(reps, _) => counted(reps.played),
            Dose::Breaths(breaths) => counted(breaths.played),
            Dose::Done => Work {
                length: Duration::ZERO,
                count: None,
            },
        }
    }

    /// One repetition or one breath; of a hold, all of it.
    pub(crate) fn one(&self, side: Option<Side>) -> Duration {
        match self.dosage.of(side).dose {
            Dose::Hold(hold) => hold.played,
            Dose::Reps(_) => self.dosage.tempo.length(),
            Dose::HeldReps(_, hold) => self.dosage.tempo.held(hold.played).length(),
            Dose::Breaths(_) => self.breath.unwrap_or(self.unpaced).length(),
            Dose::Done => Duration::ZERO,
        }
    }

    /// All sets on all sides.
    pub(crate) fn work_in_all(&self) -> Duration {
        let of = |side| self.work(side).length * self.dosage.of(side).sets.played;
        match self.sides {
            Sides::Each => of(Some(Side::Left)) + of(Some(Side::Right)),
            Sides::Left => of(Some(Side::Left)),
            Sides::Right => of(Some(Side::Right)),
            Sides::Both | Sides::Alternating => of(None),
        }
    }
}
