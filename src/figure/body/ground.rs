//! The figure on the ground: nobody writes a height.

use crate::figure::body::height::{DEEP, SEAT};
use crate::figure::body::length::HEAD;
use crate::figure::body::skeleton::Skeleton;
use crate::figure::body::thick;
use crate::figure::words::joint::{Joint, Middle, Spot};
use crate::figure::words::side::Side;
use crate::figure::words::view::{Rest, View};

/// Floating shoulders are so far below the water.
const UNDER_WATER: f64 = 3.0;

/// The places of one side that can carry, and how thick they are there.
const CARRYING: [(Spot, f64); 6] = [
    (Spot::Hip, thick::HIP),
    (Spot::Shoulder, thick::SHOULDER),
    (Spot::Knee, thick::SHIN.0),
    (Spot::Heel, thick::HEEL),
    (Spot::Toes, thick::TOES),
    (Spot::Ankle, thick::HEEL),
];

/// All that can carry, in the middle and on both sides, and how thick it is there. Arms never carry.
pub(crate) fn carrying() -> impl Iterator<Item = (Joint, f64)> {
    let middle = [
        (Middle::Hips, thick::PELVIS),
        (Middle::Waist, thick::WAIST),
        (Middle::Chest, thick::CHEST),
        (Middle::Head, HEAD.0),
    ];
    let middle = middle
        .into_iter()
        .map(|(middle, radius)| (Joint::Middle(middle), radius));
    let sides = Side::BOTH.into_iter().flat_map(|side| {
        CARRYING
            .into_iter()
            .map(move |(spot, radius)| (Joint::Of(side, spot), radius))
    });
    middle.chain(sides)
}

/// The lowest point of trunk, head and legs.
pub fn lowest(body: &Skeleton) -> f64 {
    carrying()
        .map(|(joint, radius)| body.joints[joint].y - radius)
        .fold(f64::INFINITY, f64::min)
}

/// The lower of heel and toes of a foot.
pub(crate) fn sole(body: &Skeleton, side: Side) -> f64 {
    let below = |spot, radius| body.joints[Joint::Of(side, spot)].y - radius;
    below(Spot::Heel, thick::HEEL).min(below(Spot::Toes, thick::TOES))
}

/// Returns the distance by which the body must be lifted to rest on its support.
pub(crate) fn lift(body: &Skeleton) -> f64 {
    if body.pose.view == View::Top {
        return 0.0;
    }
    let lift = lift_to(body, body.pose.rest);
    match body.pose.next_rest {
        None => lift,
        Some((next, part)) => {
            let mixed = lift + (lift_to(body, next) - lift) * part;
            // Who rises from a seat stands on the feet all the way.
            if next == Rest::Float || body.pose.rest == Rest::Float {
                mixed
            } else {
                mixed.max(lift_to(body, Rest::Feet))
            }
        }
    }
}

fn lift_to(body: &Skeleton, rest: Rest) -> f64 {
    match rest {
        Rest::Floor => -lowest(body),
        Rest::Feet => -Side::BOTH
            .map(|side| sole(body, side))
            .into_iter()
            .fold(f64::INFINITY, f64::min),
        Rest::Seat => SEAT - (body.joints[Middle::Hips].y - thick::PELVIS),
        Rest::Float => DEEP - UNDER_WATER - body.joints[Middle::Shoulders].y,
    }
}
