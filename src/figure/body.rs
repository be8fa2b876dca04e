//! The one body that all figures have: lengths and widths in hundredths of its height, and the names of its places.

pub(crate) mod contact;
pub mod ground;
pub(crate) mod pose;
pub(crate) mod reach;
pub mod skeleton;
pub(crate) mod vector;

use std::ops::{Index, IndexMut};

use crate::content::vocabulary::{Word, vocabulary};
use crate::figure::body::vector::Vector;

/// From the hips to the waist.
pub(crate) const WAIST: f64 = 12.0;
/// From the waist to the base of the neck.
pub(crate) const CHEST: f64 = 17.0;
/// Where the shoulders are on the way from the waist to the neck.
pub(crate) const SHOULDERS_AT: f64 = 14.5;
/// Where the chest is thickest on this way.
pub(crate) const CHEST_AT: f64 = 11.0;
/// From the base of the neck to the middle of the head.
pub(crate) const NECK: f64 = 10.708;
/// The upper arm.
pub const ARM: f64 = 16.0;
/// From the elbow to the wrist.
pub const FOREARM: f64 = 14.5;
/// From the wrist to the tip of the fingers.
pub const HAND: f64 = 6.0;
/// From the hip to the knee.
pub const THIGH: f64 = 24.0;
/// From the knee to the ankle.
pub const SHIN: f64 = 24.0;
/// The toes are so far before the ankle, and so far below it.
pub(crate) const TOES: (f64, f64) = (10.5, 2.3);
/// The heel is so far behind the ankle, and so far below it.
pub(crate) const HEEL: (f64, f64) = (3.2, 1.8);
/// The middle of the body to a shoulder, and to a hip.
pub(crate) const HALF_WIDTHS: (f64, f64) = (8.6, 5.0);
/// Seen from the side the body is drawn as if it were so much narrower.
pub(crate) const SIDE_WIDTH: f64 = 0.75;
/// Half the head from face to back, and from chin to crown.
pub(crate) const HEAD: (f64, f64) = (6.6, 7.8);

/// How thick the parts are: radii of discs.
pub(crate) mod thick {
    /// At the middle of the chest.
    pub(crate) const CHEST: f64 = 6.0;
    /// At the waist.
    pub(crate) const WAIST: f64 = 4.9;
    /// At the hips, in the middle.
    pub(crate) const PELVIS: f64 = 5.7;
    /// A shoulder.
    pub(crate) const SHOULDER: f64 = 3.6;
    /// A hip.
    pub(crate) const HIP: f64 = 4.9;
    /// The neck.
    pub(crate) const NECK: f64 = 2.5;
    /// The upper arm, from shoulder to elbow.
    pub(crate) const ARM: (f64, f64) = (3.1, 2.5);
    /// The forearm.
    pub(crate) const FOREARM: (f64, f64) = (2.5, 1.9);
    /// The hand.
    pub(crate) const HAND: (f64, f64) = (2.2, 1.7);
    /// The thigh.
    pub(crate) const THIGH: (f64, f64) = (5.0, 3.7);
    /// The shin.
    pub(crate) const SHIN: (f64, f64) = (3.7, 2.4);
    /// Heel and ankle.
    pub(crate) const HEEL: f64 = 2.2;
    /// The toes.
    pub(crate) const TOES: f64 = 1.6;
}

vocabulary! {
    /// A side of the body: the figure's own.
    Side, "side":
    Left = "left", Right = "right",
}

impl Side {
    /// Both.
    pub const BOTH: [Self; 2] = [Self::Left, Self::Right];

    /// The other one.
    #[must_use]
    pub(crate) const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }

    /// 1 for the left, which is on the viewer's right when the figure faces the viewer, and -1 for the right.
    pub(crate) const fn sign(self) -> f64 {
        match self {
            Self::Left => 1.0,
            Self::Right => -1.0,
        }
    }
}

vocabulary! {
    /// A place of an arm or a leg.
    Spot, "place":
    Shoulder = "shoulder", Elbow = "elbow", Wrist = "wrist", Tip = "tip", Hip = "hip", Knee = "knee", Ankle = "ankle",
    Heel = "heel", Toes = "toes", Thigh = "thigh", Shin = "shin", Calf = "calf",
}

vocabulary! {
    /// A place in the middle of the body.
    Middle, "place":
    Hips = "hips", Waist = "waist", Belly = "belly", Chest = "chest", Breast = "breast", Shoulders = "shoulders",
    Neck = "neck", Head = "head", Crown = "crown",
}

/// A place of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// In the middle.
    Middle(Middle),
    /// On a side.
    Of(Side, Spot),
}

impl Joint {
    const COUNT: usize = Middle::ALL.len() + 2 * Spot::ALL.len();

    /// `hips`, `left.knee`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        match text.split_once('.') {
            None => Middle::parse(text).map(Self::Middle),
            Some((side, spot)) => Some(Self::Of(Side::parse(side)?, Spot::parse(spot)?)),
        }
    }

    /// The names of all places.
    pub fn names() -> Vec<String> {
        let middle = Middle::ALL.iter().map(|middle| middle.as_str().to_owned());
        let sides = Side::BOTH.iter().flat_map(|side| {
            Spot::ALL
                .iter()
                .map(move |spot| format!("{}.{}", side.as_str(), spot.as_str()))
        });
        middle.chain(sides).collect()
    }

    /// The name of this one.
    pub(crate) fn name(self) -> String {
        match self {
            Self::Middle(middle) => middle.as_str().to_owned(),
            Self::Of(side, spot) => format!("{}.{}", side.as_str(), spot.as_str()),
        }
    }

    /// The same on the other side.
    #[must_use]
    pub(crate) const fn mirrored(self) -> Self {
        match self {
            Self::Middle(_) => self,
            Self::Of(side, spot) => Self::Of(side.other(), spot),
        }
    }

    const fn index(self) -> usize {
        match self {
            Self::Middle(middle) => middle as usize,
            Self::Of(side, spot) => {
                Middle::ALL.len() + side as usize * Spot::ALL.len() + spot as usize
            }
        }
    }
}

/// Where every place of the body is.
#[derive(Clone, Debug, PartialEq)]
pub struct Joints {
    at: [Vector; Joint::COUNT],
}

impl Default for Joints {
    fn default() -> Self {
        Self {
            at: [Vector::ZERO; Joint::COUNT],
        }
    }
}

impl Joints {
    /// A place on a side.
    pub const fn of(&self, side: Side, spot: Spot) -> Vector {
        self.at[Joint::Of(side, spot).index()]
    }

    /// Moves all of them.
    pub(crate) fn shift(&mut self, by: Vector) {
        for at in &mut self.at {
            *at = *at + by;
        }
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = Vector> {
        self.at.iter().copied()
    }

    /// The same to 1/1024 of a unit, so that no machine draws a dot that another one does not.
    #[must_use]
    pub(crate) fn rounded(mut self) -> Self {
        for at in &mut self.at {
            *at = Vector::new(round(at.x), round(at.y), round(at.z));
        }
        self
    }
}

/// To 1/1024.
pub(crate) fn round(value: f64) -> f64 {
    (value * 1024.0).round() / 1024.0
}

impl Index<Joint> for Joints {
    type Output = Vector;
    fn index(&self, joint: Joint) -> &Vector {
        &self.at[joint.index()]
    }
}

impl IndexMut<Joint> for Joints {
    fn index_mut(&mut self, joint: Joint) -> &mut Vector {
        &mut self.at[joint.index()]
    }
}

impl Index<Middle> for Joints {
    type Output = Vector;
    fn index(&self, middle: Middle) -> &Vector {
        &self.at[middle as usize]
    }
}

impl IndexMut<Middle> for Joints {
    fn index_mut(&mut self, middle: Middle) -> &mut Vector {
        &mut self.at[middle as usize]
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_place_has_a_name_and_a_slot_of_its_own() {
        let names = Joint::names();
        let slots: BTreeSet<usize> = names
            .iter()
            .map(|name| {
                let joint = Joint::parse(name).expect("a place");
                assert_eq!(joint.name(), *name);
                assert_eq!(joint.mirrored().mirrored(), joint);
                joint.index()
            })
            .collect();
        assert_eq!(slots, (0..names.len()).collect());
        assert_eq!(names.len(), Joint::COUNT);
        assert_eq!(Joint::parse("knee"), None);
        assert_eq!(Joint::parse("left.hips"), None);
    }
}
