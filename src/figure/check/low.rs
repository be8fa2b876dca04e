//! The lowest places of a body.

use crate::figure::body::length::HEAD;
use crate::figure::body::thick;
use crate::figure::check::stance::Stance;
use crate::figure::words::joint::{Joint, Middle, Spot};
use crate::figure::words::part::PartGroup;
use crate::figure::words::side::Side;

/// So much of a body may be in the ground: it gives way.
pub(crate) const SUNK: f64 = 2.0;

/// The places that must not be in the ground, and how thick they are there.
const LOW: [(Spot, f64); 7] = [
    (Spot::Knee, thick::SHIN.0),
    (Spot::Heel, thick::HEEL),
    (Spot::Ankle, thick::HEEL),
    (Spot::Toes, thick::TOES),
    (Spot::Elbow, thick::FOREARM.1),
    (Spot::Wrist, 1.5),
    (Spot::Tip, 1.2),
];

/// A place, and how high its lower side is.
pub(crate) struct Low {
    pub(crate) joint: Joint,
    pub(crate) height: f64,
}

/// The places that must not be in the ground; of arms only those that are drawn.
pub(crate) fn low(stance: &Stance<'_>) -> Vec<Low> {
    let joints = &stance.body.joints;
    let hidden = stance.layer.hide.as_deref().unwrap_or_default();
    let middle = [(Middle::Hips, thick::PELVIS), (Middle::Head, HEAD.0)];
    let middle = middle
        .into_iter()
        .map(|(middle, radius)| (Joint::Middle(middle), radius));
    let sides = Side::BOTH.into_iter().flat_map(|side| {
        LOW.into_iter()
            .filter(move |(spot, _)| !(is_arm(*spot) && hidden.contains(&PartGroup::Arm(side))))
            .map(move |(spot, radius)| (Joint::Of(side, spot), radius))
    });
    middle
        .chain(sides)
        .map(|(joint, radius)| Low {
            joint,
            height: joints[joint].y - radius,
        })
        .collect()
}

/// Returns whether a place is one of an arm.
pub(crate) const fn is_arm(spot: Spot) -> bool {
    matches!(spot, Spot::Elbow | Spot::Wrist | Spot::Tip)
}
