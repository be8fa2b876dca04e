//! The closed lists of words that files may use. Open lists (hazards, conditions, sources, paces) are data:
//! see [`Shared`](crate::content::tables::Shared).

/// An enum whose variants are words of the file format.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident, $what:literal: $($variant:ident = $word:literal),+ $(,)?) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(#[doc = concat!("`", $word, "`")] $variant),+
        }

        impl Word for $name {
            const WHAT: &'static str = $what;
            const ALL: &'static [Self] = &[$(Self::$variant),+];

            fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
    };
}

pub(crate) use vocabulary;

/// A word of a closed list.
pub trait Word: Copy + 'static {
    /// The name of the list in a message: `position`.
    const WHAT: &'static str;
    /// The whole list, in the order in which it is offered.
    const ALL: &'static [Self];

    /// The word as written in files.
    fn as_str(self) -> &'static str;

    /// The word's value, `None` when it is not on the list.
    fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|word| word.as_str() == text)
    }
}

/// The words of a list, without those that only stand for none.
pub(crate) fn words<W: Word>() -> Vec<&'static str> {
    let words = W::ALL.iter().map(|word| word.as_str());
    words.filter(|word| !word.is_empty()).collect()
}

vocabulary! {
    /// The kind of movement of a routine or an exercise.
    Discipline, "discipline":
    Stretching = "stretching", Yoga = "yoga", Pilates = "pilates", Walking = "walking", Water = "water",
    Strength = "strength", Balance = "balance", Mobility = "mobility", Breathing = "breathing",
    Lifestyle = "lifestyle",
}

vocabulary! {
    /// The audience of a routine.
    Audience, "audience":
    Adult = "adult", OlderAdult = "older-adult", PregnancyT1 = "pregnancy-t1", PregnancyT2 = "pregnancy-t2",
    PregnancyT3 = "pregnancy-t3",
}

impl Audience {
    /// Returns whether it is a part of a pregnancy.
    pub(crate) const fn is_pregnancy(self) -> bool {
        match self {
            Self::PregnancyT1 | Self::PregnancyT2 | Self::PregnancyT3 => true,
            Self::Adult | Self::OlderAdult => false,
        }
    }

    /// As said in a sentence: `made for older adults`.
    pub(crate) const fn in_words(self) -> &'static str {
        match self {
            Self::Adult => "adults",
            Self::OlderAdult => "older adults",
            Self::PregnancyT1 => "the first trimester",
            Self::PregnancyT2 => "the second trimester",
            Self::PregnancyT3 => "the third trimester",
        }
    }
}

vocabulary! {
    /// When a routine belongs.
    When, "time":
    Morning = "morning", MorningOrAfternoon = "morning-or-afternoon", Daytime = "daytime",
    DaytimeOrAfterDinner = "daytime-or-after-dinner", Desk = "desk", Travel = "travel",
    EarlyEvening = "early-evening", Evening = "evening", Bedtime = "bedtime",
    MiddleOfTheNight = "middle-of-the-night", Any = "any",
}

impl When {
    /// Returns whether the person is going to sleep: then nothing sounds at the end.
    pub const fn is_sleepy(self) -> bool {
        matches!(self, Self::Bedtime | Self::MiddleOfTheNight)
    }
}

vocabulary! {
    /// The position of the body.
    Position, "position":
    Standing = "standing", Walking = "walking", SeatedChair = "seated-chair", SeatedEdge = "seated-edge", FloorSeated = "floor-seated",
    Kneeling = "kneeling", AllFours = "all-fours", Supine = "supine", Prone = "prone", SideLying = "side-lying",
    Reclined = "reclined", Water = "water",
}

vocabulary! {
    /// The surface that the body is on.
    Surface, "surface":
    Floor = "floor", Bed = "bed", Chair = "chair", Outdoors = "outdoors", Pool = "pool",
}

vocabulary! {
    /// The side of the body that is worked.
    Side, "side":
    Left = "left", Right = "right",
}

impl Sides {
    /// The side, where only one is worked.
    pub(crate) const fn only(self) -> Option<Side> {
        match self {
            Self::Left => Some(Side::Left),
            Self::Right => Some(Side::Right),
            Self::Both | Self::Each | Self::Alternating => None,
        }
    }
}

impl From<Side> for Sides {
    fn from(side: Side) -> Self {
        match side {
            Side::Left => Self::Left,
            Side::Right => Self::Right,
        }
    }
}

vocabulary! {
    /// Which end of a range is played.
    RangeEnd, "end":
    High = "high", Low = "low",
}

vocabulary! {
    /// In which order the sets of both sides are done.
    Order, "order":
    SideBySide = "side-by-side", OneSideFirst = "one-side-first",
}

impl Side {
    /// The side across.
    #[must_use]
    pub(crate) const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

vocabulary! {
    /// The effort that an exercise takes.
    Intensity, "intensity":
    Low = "low", Moderate = "moderate",
}

vocabulary! {
    /// The part of the body that "left" and "right" refer to: `left leg`.
    Limb, "limb":
    Leg = "leg", Arm = "arm", Foot = "foot",
}

vocabulary! {
    /// The sides that a step works.
    Sides, "side":
    Both = "both", Each = "each", Alternating = "alternating", Left = "left", Right = "right",
}

/// Things that the filters know. Others may be written; no filter finds them.
pub(crate) const PROPS: &[&str] = &[
    "band", "bed", "chair", "counter", "light", "mat", "noodle", "pillow", "pool", "rail", "step",
    "strap", "wall", "weight",
];

/// Parts of the body that the filters know. Others may be written; no filter finds them.
pub(crate) const AREAS: &[&str] = &[
    "abdomen",
    "ankles",
    "arms",
    "back",
    "balance",
    "breath",
    "calves",
    "chest",
    "core",
    "feet",
    "glutes",
    "hamstrings",
    "hips",
    "inner-thighs",
    "knees",
    "legs",
    "low-back",
    "outer-thighs",
    "pelvic-floor",
    "posture",
    "ribs",
    "shins",
    "shoulders",
    "side-body",
    "spine",
    "thighs",
    "upper-back",
    "whole-body",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_read_back() {
        for position in Position::ALL {
            assert_eq!(Position::parse(position.as_str()), Some(*position));
        }
        assert_eq!(Position::parse("upside-down"), None);
    }
}
