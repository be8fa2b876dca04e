//! Where hands are, and what lies on the ground.

use crate::content::vocabulary::{Word, vocabulary};
use crate::figure::words::joint::Joint;

vocabulary! {
    /// What a hand can hold on to or rest on, beside places of the body.
    Hold, "contact":
    Floor = "floor", Counter = "counter", Rail = "rail", Seat = "seat", Lap = "lap", Chair = "chair",
}

/// Where a hand is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Contact {
    /// On a thing.
    Hold(Hold),
    /// On the body.
    Body(Joint),
}

vocabulary! {
    /// What must lie on the surface.
    Touch, "place to touch":
    Hips = "hips", Shoulders = "shoulders", Head = "head", Knees = "knees", Feet = "feet", LeftKnee = "left.knee",
    RightKnee = "right.knee", LeftFoot = "left.foot", RightFoot = "right.foot",
}

impl Touch {
    /// The same on the other side.
    #[must_use]
    pub(crate) const fn mirrored(self) -> Self {
        match self {
            Self::LeftKnee => Self::RightKnee,
            Self::RightKnee => Self::LeftKnee,
            Self::LeftFoot => Self::RightFoot,
            Self::RightFoot => Self::LeftFoot,
            Self::Hips | Self::Shoulders | Self::Head | Self::Knees | Self::Feet => self,
        }
    }
}
