//! The parts of the body that are pointed out or painted together.

use crate::content::vocabulary::{Word, vocabulary};
use crate::figure::words::side::{Side, Sided, parse_sided};

vocabulary! {
    /// A part of the body that can be pointed out.
    Part, "highlight":
    Chest = "chest", Pelvis = "pelvis", Back = "back", Head = "head", Neck = "neck", Arm = "arm", Forearm = "forearm",
    Hand = "hand", Thigh = "thigh", Quad = "quad", Hamstring = "hamstring", Shin = "shin", Calf = "calf",
    Foot = "foot",
}

impl Part {
    /// Returns whether there is only one of it.
    pub(crate) const fn is_middle(self) -> bool {
        matches!(
            self,
            Self::Chest | Self::Pelvis | Self::Back | Self::Head | Self::Neck
        )
    }
}

/// `right.calf`, `calf`, `chest`.
pub(crate) fn parse_part(text: &str) -> Option<Sided<Part>> {
    let (side, part) = parse_sided::<Part>(text)?;
    (side.is_none() || !part.is_middle()).then_some((side, part))
}

/// A part of the drawing: what is painted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PartGroup {
    /// Trunk and neck.
    Torso,
    /// The head.
    Head,
    /// An arm.
    Arm(Side),
    /// A leg.
    Leg(Side),
}

impl PartGroup {
    /// All, with their names.
    pub(crate) const ALL: [(Self, &'static str); 6] = [
        (Self::Torso, "torso"),
        (Self::Head, "head"),
        (Self::Arm(Side::Left), "left.arm"),
        (Self::Arm(Side::Right), "right.arm"),
        (Self::Leg(Side::Left), "left.leg"),
        (Self::Leg(Side::Right), "right.leg"),
    ];

    /// The group of this name.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut all = Self::ALL.iter();
        all.find(|(_, name)| *name == text).map(|(group, _)| *group)
    }

    /// Returns the part on the other side.
    #[must_use]
    pub(crate) const fn mirrored(self) -> Self {
        match self {
            Self::Torso | Self::Head => self,
            Self::Arm(side) => Self::Arm(side.other()),
            Self::Leg(side) => Self::Leg(side.other()),
        }
    }
}
