//! The words that a figure may use.

use crate::content::vocabulary::{Word, vocabulary};
use crate::figure::body::{Joint, Side, Spot};

vocabulary! {
    /// From where the figure is seen.
    View, "view":
    Side = "side", Front = "front", Lying = "lying", Top = "top",
}

impl View {
    /// Whether an angle of a right limb is measured from the left: 0 is outward for each.
    pub(crate) const fn is_mirrored(self) -> bool {
        matches!(self, Self::Front | Self::Top)
    }

    /// How far what is nearer is drawn lower, for each unit.
    pub(crate) const fn slant(self) -> f64 {
        match self {
            Self::Side | Self::Top => 0.0,
            Self::Front => 0.34,
            Self::Lying => 0.5,
        }
    }
}

vocabulary! {
    /// What carries the figure.
    Rest, "rest":
    Floor = "floor", Feet = "feet", Seat = "seat", Float = "float",
}

vocabulary! {
    /// What is drawn below the figure.
    Ground, "surface of a figure":
    Floor = "floor", Mat = "mat", Bed = "bed", Pool = "pool",
}

vocabulary! {
    /// How a movement begins and ends.
    Ease, "ease":
    Sine = "sine", Linear = "linear",
}

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
    /// What hangs on it and follows it again when it is set.
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
    /// A part of the body that can be pointed out.
    Part, "highlight":
    Chest = "chest", Pelvis = "pelvis", Back = "back", Head = "head", Neck = "neck", Arm = "arm", Forearm = "forearm",
    Hand = "hand", Thigh = "thigh", Quad = "quad", Hamstring = "hamstring", Shin = "shin", Calf = "calf",
    Foot = "foot",
}

impl Part {
    /// Whether there is only one of it.
    pub(crate) const fn is_middle(self) -> bool {
        matches!(
            self,
            Self::Chest | Self::Pelvis | Self::Back | Self::Head | Self::Neck
        )
    }
}

/// A part of one side, or of both.
pub(crate) type Sided<T> = (Option<Side>, T);

/// `right.calf`, `calf`, `chest`.
pub(crate) fn parse_part(text: &str) -> Option<Sided<Part>> {
    let (side, part) = parse_sided::<Part>(text)?;
    (side.is_none() || !part.is_middle()).then_some((side, part))
}

/// A word with or without a side before it.
pub(crate) fn parse_sided<W: Word>(text: &str) -> Option<Sided<W>> {
    match text.split_once('.') {
        None => Some((None, W::parse(text)?)),
        Some((side, word)) => Some((Some(Side::parse(side)?), W::parse(word)?)),
    }
}

/// A part of the drawing: what is painted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    /// Trunk and neck.
    Torso,
    /// The head.
    Head,
    /// An arm.
    Arm(Side),
    /// A leg.
    Leg(Side),
}

impl Group {
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

    /// The same on the other side.
    #[must_use]
    pub(crate) const fn mirrored(self) -> Self {
        match self {
            Self::Torso | Self::Head => self,
            Self::Arm(side) => Self::Arm(side.other()),
            Self::Leg(side) => Self::Leg(side.other()),
        }
    }
}

vocabulary! {
    /// What can be kept in its place.
    Kept, "part to keep":
    Hand = "hand", Foot = "foot",
}

/// `hands`, `left.foot`.
pub(crate) fn parse_kept(text: &str) -> Option<Sided<Kept>> {
    match text {
        "hands" => Some((None, Kept::Hand)),
        "feet" => Some((None, Kept::Foot)),
        _ => parse_sided(text).filter(|(side, _)| side.is_some()),
    }
}

/// What stays where it is while the rest moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    /// The middle between the two of both sides.
    Both(Spot),
    /// One place.
    One(Joint),
}

impl Anchor {
    /// `toes`, `hips`, `right.knee`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        Joint::parse(text)
            .map(Self::One)
            .or_else(|| Spot::parse(text).map(Self::Both))
    }
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

vocabulary! {
    /// What a wall stands at.
    WallAt, "place for a wall":
    Hands = "hands", Heels = "heels", Back = "back",
}

vocabulary! {
    /// Where a chair stands, unless it is sat on.
    ChairAt, "place for a chair":
    Front = "front", Shins = "shins",
}

vocabulary! {
    /// Where a pillow lies.
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
