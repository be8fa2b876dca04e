//! The parts that stay in place while the rest moves.

use crate::content::vocabulary::{Word, vocabulary};
use crate::figure::words::joint::{Joint, Spot};
use crate::figure::words::side::{Sided, parse_sided};

vocabulary! {
    /// A part that can be kept in its place.
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

/// The part that stays in place while the rest moves.
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
