//! The things in the picture.

use crate::content::vocabulary::{Word, vocabulary};
use crate::figure::words::side::Side;

vocabulary! {
    /// The place of a wall.
    WallAt, "place for a wall":
    Hands = "hands", Heels = "heels", Back = "back",
}

vocabulary! {
    /// The place of a chair that is not sat on.
    ChairAt, "place for a chair":
    Front = "front", Shins = "shins",
}

vocabulary! {
    /// The place of a pillow.
    PillowAt, "place for a pillow":
    Head = "head", Back = "back", Knees = "knees", KneesOut = "knees-out", Chest = "chest", Hips = "hips",
    KneesBetween = "knees-between", Side = "side", HeadTop = "headtop",
}

/// A thing in the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Prop {
    /// As high as the picture.
    Wall(WallAt),
    /// Sat on, unless said otherwise.
    Chair(Option<ChairAt>),
    /// To hold on to.
    Counter,
    /// Fills a gap.
    Pillow(PillowAt),
    /// Below the right heel.
    Step,
    /// From the hands to the toes of a leg.
    Strap(Side),
    /// The line of the water.
    Water,
    /// At the edge of a pool.
    Rail,
    /// Below the arms, in water.
    Noodle,
    /// A mat from above.
    MatTop,
    /// A bed from above.
    BedTop,
}

impl Prop {
    /// The things, by their names.
    pub(crate) const NAMES: [&'static str; 11] = [
        "wall", "chair", "counter", "pillow", "step", "strap", "water", "rail", "noodle",
        "mat-top", "bed-top",
    ];
}
