//! The view, the support and the easing of a figure.

use crate::content::vocabulary::{Word, vocabulary};

vocabulary! {
    /// From where the figure is seen.
    View, "view":
    Side = "side", Front = "front", Lying = "lying", Top = "top",
}

impl View {
    /// Returns whether an angle of a right limb is measured from the left: 0 is outward for each.
    pub(crate) const fn is_mirrored(self) -> bool {
        matches!(self, Self::Front | Self::Top)
    }

    /// Returns the distance by which nearer things are drawn lower, for each unit.
    pub(crate) const fn slant(self) -> f64 {
        match self {
            Self::Side | Self::Top => 0.0,
            Self::Front => 0.34,
            Self::Lying => 0.5,
        }
    }
}

vocabulary! {
    /// The support of the figure.
    Rest, "rest":
    Floor = "floor", Feet = "feet", Seat = "seat", Float = "float",
}

vocabulary! {
    /// The ground below the figure.
    Ground, "surface of a figure":
    Floor = "floor", Mat = "mat", Bed = "bed", Pool = "pool",
}

vocabulary! {
    /// The easing of a movement.
    Ease, "ease":
    Sine = "sine", Linear = "linear",
}
