//! The names of the places of the body.

use crate::content::vocabulary::{Word, vocabulary};
use crate::figure::words::side::Side;

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
    /// The number of joints.
    pub(crate) const COUNT: usize = Middle::ALL.len() + 2 * Spot::ALL.len();

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

    /// Returns the joint on the other side.
    #[must_use]
    pub(crate) const fn mirrored(self) -> Self {
        match self {
            Self::Middle(_) => self,
            Self::Of(side, spot) => Self::Of(side.other(), spot),
        }
    }

    /// Its place among all, from 0.
    pub(crate) const fn index(self) -> usize {
        match self {
            Self::Middle(middle) => middle as usize,
            Self::Of(side, spot) => {
                Middle::ALL.len() + side as usize * Spot::ALL.len() + spot as usize
            }
        }
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
