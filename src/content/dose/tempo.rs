//! The time of one repetition, whole or by its phases.

use std::time::Duration;

use crate::content::dose::limits::{PAUSE, TEMPO};
use crate::content::duration::lasting::Lasting;
use crate::content::duration::phases::in_turn;
use crate::content::duration::written;
use crate::content::toml::key::{KeySpec, Keys, Takes};

/// The key of the time of a repetition.
pub(crate) const TEMPO_KEY: KeySpec = KeySpec::new(
    "tempo",
    "tempo = \"Ns\"",
    Takes::Lasting(Lasting::one(TEMPO)),
    "The time of one repetition; without it 3 s, or 2 s where each is held. `{ out, hold, back, rest }` or `\"3-2-5-1\"` gives its phases.",
);
/// The keys of a tempo by its phases.
pub(crate) const PHASE_KEYS: Keys = Keys {
    what: "a tempo",
    list: &[
        KeySpec::new(
            "out",
            "out = N",
            Takes::Lasting(Lasting::one(PAUSE)),
            "The way there.",
        ),
        KeySpec::new(
            "hold",
            "hold = \"Ns\"",
            Takes::Lasting(Lasting::one(PAUSE)),
            "The time that it is kept there.",
        ),
        KeySpec::new(
            "back",
            "back = N",
            Takes::Lasting(Lasting::one(PAUSE)),
            "The way back.",
        ),
        KeySpec::new(
            "rest",
            "rest = \"Ns\"",
            Takes::Lasting(Lasting::one(PAUSE)),
            "The pause before the next one.",
        ),
    ],
};

/// The time of one repetition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tempo {
    /// There and back in so much time.
    Whole(Duration),
    /// Phase by phase.
    Phases(Phases),
}

/// A part of one repetition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RepPhase {
    /// On the way there.
    Out,
    /// Kept there.
    Hold,
    /// On the way back.
    Back,
    /// Before the next one.
    Rest,
}

/// The times of the parts of one repetition, in the order of doing; zero leaves a part out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Phases {
    /// On the way there.
    pub out: Duration,
    /// Kept there.
    pub hold: Duration,
    /// On the way back.
    pub back: Duration,
    /// Before the next one.
    pub rest: Duration,
}

/// The hold of a repetition has sounds and words of its own from this length.
const MARKED_HOLD: Duration = Duration::from_secs(3);

impl Phases {
    /// The phases that are not empty, each with its beginning within the repetition and its length.
    pub(crate) fn each(self) -> impl Iterator<Item = (RepPhase, Duration, Duration)> {
        in_turn([
            (RepPhase::Out, self.out),
            (RepPhase::Hold, self.hold),
            (RepPhase::Back, self.back),
            (RepPhase::Rest, self.rest),
        ])
    }

    /// Returns whether the hold is long enough to have words and sounds of its own.
    pub(crate) fn is_held(self) -> bool {
        self.hold >= MARKED_HOLD
    }

    /// The time of all phases.
    pub(crate) fn length(self) -> Duration {
        self.out + self.hold + self.back + self.rest
    }
}

impl Tempo {
    /// The time of one repetition.
    pub(crate) fn length(self) -> Duration {
        match self {
            Self::Whole(length) => length,
            Self::Phases(phases) => phases.length(),
        }
    }

    /// The phases of a repetition that is held for so long: a whole tempo is half the way there and half the way back.
    pub(crate) fn held(self, hold: Duration) -> Phases {
        match self {
            Self::Whole(length) => Phases {
                out: length / 2,
                hold,
                back: length.saturating_sub(length / 2),
                rest: Duration::ZERO,
            },
            Self::Phases(phases) => Phases { hold, ..phases },
        }
    }

    /// In the form of the files: `3s`, or `out 3s, back 5s`.
    pub(crate) fn written(self) -> String {
        let Self::Phases(phases) = self else {
            return written(self.length());
        };
        let each = phases.each().map(|(phase, _, length)| {
            let name = match phase {
                RepPhase::Out => "out",
                RepPhase::Hold => "hold",
                RepPhase::Back => "back",
                RepPhase::Rest => "rest",
            };
            format!("{name} {}", written(length))
        });
        each.collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn empty_phases_are_left_out_and_the_others_follow_each_other() {
        let phases = Phases {
            out: seconds(3),
            back: seconds(5),
            ..Phases::default()
        };
        assert_eq!(
            phases.each().collect::<Vec<_>>(),
            [
                (RepPhase::Out, Duration::ZERO, seconds(3)),
                (RepPhase::Back, seconds(3), seconds(5))
            ]
        );
        assert_eq!(Tempo::Phases(phases).length(), seconds(8));
        assert_eq!(Tempo::Phases(phases).written(), "out 3s, back 5s");
    }

    #[test]
    fn a_held_repetition_keeps_its_hold_between_two_ways() {
        let whole = Tempo::Whole(seconds(3)).held(seconds(10));
        assert_eq!((whole.out, whole.back), (seconds(3) / 2, seconds(3) / 2));
        assert_eq!(whole.length(), seconds(13));
        let phases = Phases {
            out: seconds(1),
            rest: seconds(4),
            ..Phases::default()
        };
        assert_eq!(Tempo::Phases(phases).held(seconds(5)).length(), seconds(10));
    }
}
