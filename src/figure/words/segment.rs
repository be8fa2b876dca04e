//! The segments of trunk, arms and legs.

use crate::content::vocabulary::{Word, vocabulary};

vocabulary! {
    /// A segment of the trunk. `torso` stands for waist and chest.
    Trunk, "segment":
    Torso = "torso", Waist = "waist", Chest = "chest", Head = "head",
}

vocabulary! {
    /// A segment of an arm or a leg.
    Limb, "segment":
    Arm = "arm", Forearm = "forearm", Hand = "hand", Thigh = "thigh", Shin = "shin", Foot = "foot",
}

impl Limb {
    /// Returns the segments attached to it, which follow it again when it is set.
    pub(crate) const fn outward(self) -> &'static [Self] {
        match self {
            Self::Arm => &[Self::Forearm, Self::Hand],
            Self::Forearm => &[Self::Hand],
            Self::Thigh => &[Self::Shin, Self::Foot],
            Self::Shin => &[Self::Foot],
            Self::Hand | Self::Foot => &[],
        }
    }
}
