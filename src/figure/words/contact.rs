//! The contacts of hands, and of the body with the ground.

use crate::content::vocabulary::{Word, vocabulary};
use crate::figure::words::joint::Joint;

vocabulary! {
    /// A thing that a hand can hold or rest on, beside places of the body.
    Hold, "contact":
    Floor = "floor", Counter = "counter", Rail = "rail", Seat = "seat", Lap = "lap", Chair = "chair",
}

/// The contact of a hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Contact {
    /// On a thing.
    Hold(Hold),
    /// On the body.
    Body(Joint),
}

vocabulary! {
    /// A part that must lie on the surface.
    Touch, "place to touch":
    Hips = "hips", Shoulders = "shoulders", Head = "head", Knees = "knees", Feet = "feet", LeftKnee = "left.knee",
    RightKnee = "right.knee", LeftFoot = "left.foot", RightFoot = "right.foot",
}

impl Touch {
    /// Returns the contact on the other side.
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
