//! Whether the body is on the ground: nothing in it, nothing above it that should lie there, and the weight over what
//! carries it.

use crate::content::vocabulary::Word as _;
use crate::figure::body::ground::sole;
use crate::figure::body::length::HEAD;
use crate::figure::body::thick;
use crate::figure::check::fault::Fault;
use crate::figure::check::stance::Stance;
use crate::figure::words::contact::{Contact, Hold, Touch};
use crate::figure::words::joint::{Joint, Middle, Spot};
use crate::figure::words::kept::Kept;
use crate::figure::words::part::Group;
use crate::figure::words::prop::{PillowAt, Prop};
use crate::figure::words::segment::Limb;
use crate::figure::words::side::Side;
use crate::figure::words::view::{Ease, Ground, Rest, View};

/// So much of a body may be in the ground: it gives way.
const SUNK: f64 = 2.0;
/// What should touch may be so far off.
const TOUCHING: f64 = 3.0;
/// The weight may be so far beside what carries it.
const BALANCE: f64 = 3.0;

/// What each part weighs, in hundredths, as far as it matters.
const WEIGHTS: [(Middle, f64); 3] = [
    (Middle::Chest, 30.0),
    (Middle::Hips, 22.0),
    (Middle::Head, 8.0),
];
const LIMB_WEIGHTS: [(Spot, f64); 3] = [(Spot::Thigh, 10.0), (Spot::Shin, 5.0), (Spot::Elbow, 4.0)];

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
struct Low {
    joint: Joint,
    height: f64,
}

/// What should lie on the ground of a keyframe and does not.
pub(crate) fn check(stance: &Stance<'_>) -> Vec<Fault> {
    if stance.body.pose.view == View::Top {
        return Vec::new();
    }
    hanging(stance)
        .into_iter()
        .chain(floating(stance))
        .collect()
}

fn low(stance: &Stance<'_>) -> Vec<Low> {
    let joints = &stance.body.joints;
    let hidden = stance.layer.hide.as_deref().unwrap_or_default();
    let middle = [(Middle::Hips, thick::PELVIS), (Middle::Head, HEAD.0)];
    let middle = middle
        .into_iter()
        .map(|(middle, radius)| (Joint::Middle(middle), radius));
    let sides = Side::BOTH.into_iter().flat_map(|side| {
        LOW.into_iter()
            .filter(move |(spot, _)| !(is_arm(*spot) && hidden.contains(&Group::Arm(side))))
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

/// What is in the ground: of each limb the deepest place.
pub(crate) fn sunk(stance: &Stance<'_>) -> Vec<Fault> {
    if stance.body.pose.view == View::Top {
        return Vec::new();
    }
    let low = low(stance);
    let surface = stance.surface();
    let limb = |joint: Joint| match joint {
        Joint::Middle(_) => None,
        Joint::Of(side, spot) => Some((side, is_arm(spot))),
    };
    low.iter()
        .filter(|one| one.height < -SUNK)
        .filter(|one| {
            let deeper = |other: &Low| other.height < one.height;
            let same = |other: &Low| limb(other.joint) == limb(one.joint);
            limb(one.joint).is_none() || !low.iter().any(|other| same(other) && deeper(other))
        })
        .map(|low| {
            let message = format!(
                "{} is {:.0} below the {surface}",
                low.joint.name(),
                -low.height
            );
            let place = match low.joint {
                Joint::Of(side, spot) if is_arm(spot) => {
                    stance.place(side, &[Limb::Hand, Limb::Forearm, Limb::Arm])
                }
                Joint::Of(side, _) => stance.place(side, &[Limb::Foot, Limb::Shin, Limb::Thigh]),
                Joint::Middle(_) => None,
            };
            let key = format!("{} below", low.joint.name());
            stance
                .error(key, -low.height, &message, place)
                .help("raise it, or say with rest what carries the body")
        })
        .collect()
}

const fn is_arm(spot: Spot) -> bool {
    matches!(spot, Spot::Elbow | Spot::Wrist | Spot::Tip)
}

/// Feet of who sits that hang in the air.
fn hanging(stance: &Stance<'_>) -> Option<Fault> {
    let body = &stance.body;
    let is_seated = body.pose.rest == Rest::Seat && body.pose.view == View::Side;
    if !is_seated || stance.index > 0 {
        return None;
    }
    let may_hang = |side: Side| {
        let air = stance.layer.air.as_deref().unwrap_or_default();
        air.iter()
            .any(|(only, what)| *what == Kept::Foot && only.is_none_or(|only| only == side))
    };
    let hanging: Vec<(Side, f64)> = Side::BOTH
        .into_iter()
        .filter(|side| !may_hang(*side))
        .map(|side| (side, sole(body, side)))
        .filter(|(_, height)| *height > TOUCHING)
        .collect();
    let (who, air, &(side, height)) = match &hanging[..] {
        [] => return None,
        [one] => {
            let name = one.0.as_str();
            (format!("{name}.foot hangs"), format!("{name}.foot"), one)
        }
        [one, ..] => ("the feet hang".to_owned(), "feet".to_owned(), one),
    };
    let message = format!("{who} {height:.0} above the floor");
    let place = stance.place(side, &[Limb::Thigh, Limb::Shin]);
    let fault = stance.warning(&who, &message, place);
    Some(fault.help(format!("if that is meant, write air = [\"{air}\"]")))
}

/// What should lie on the surface and does not.
fn floating(stance: &Stance<'_>) -> Vec<Fault> {
    let joints = &stance.body.joints;
    let both = |spot| Side::BOTH.map(|side| Joint::Of(side, spot)).to_vec();
    let one = |side, spot| vec![Joint::Of(side, spot)];
    stance
        .layer
        .touch
        .iter()
        .flatten()
        .filter_map(|touch| {
            let (places, radius) = match touch.value {
                Touch::Hips => (vec![Joint::Middle(Middle::Hips)], thick::PELVIS),
                Touch::Shoulders => (vec![Joint::Middle(Middle::Chest)], thick::CHEST),
                Touch::Head => (vec![Joint::Middle(Middle::Head)], HEAD.0),
                Touch::Knees => (both(Spot::Knee), thick::SHIN.0),
                Touch::LeftKnee => (one(Side::Left, Spot::Knee), thick::SHIN.0),
                Touch::RightKnee => (one(Side::Right, Spot::Knee), thick::SHIN.0),
                Touch::Feet => (both(Spot::Heel), thick::HEEL),
                Touch::LeftFoot => (one(Side::Left, Spot::Heel), thick::HEEL),
                Touch::RightFoot => (one(Side::Right, Spot::Heel), thick::HEEL),
            };
            let heights = places.into_iter().map(|joint| joints[joint].y - radius);
            let height = heights.fold(f64::INFINITY, f64::min);
            let name = touch.value.as_str();
            let is_one = matches!(touch.value, Touch::Head) || name.contains('.');
            let verb = if is_one { "floats" } else { "float" };
            let message = format!(
                "{name} should rest on the {} but {verb} {height:.0} above it",
                stance.surface()
            );
            (height > TOUCHING).then(|| {
                stance
                    .error(
                        format!("{name} floats"),
                        height,
                        &message,
                        touch.span.clone(),
                    )
                    .help("lower what holds it up, or take it out of touch")
            })
        })
        .collect()
}

/// Whether something beside the ground holds the body.
fn is_held(stance: &Stance<'_>) -> bool {
    let arms = &stance.body.pose.arms;
    let by_hand = arms.iter().any(|arm| {
        matches!(
            arm.contact,
            Some(Contact::Hold(
                Hold::Counter | Hold::Chair | Hold::Rail | Hold::Seat
            ))
        )
    });
    let by_thing = stance.layer.props.iter().flatten().any(|prop| {
        matches!(
            prop.value,
            Prop::Wall(_) | Prop::Pillow(PillowAt::Back) | Prop::Chair(Some(_))
        )
    });
    by_hand || by_thing || stance.layer.keep.is_some()
}

/// Whether the weight is over what carries it.
pub(crate) fn toppling(stance: &Stance<'_>) -> Option<Fault> {
    let low = low(stance);
    let body = &stance.body;
    let layer = stance.layer;
    let stands_still = matches!(body.pose.rest, Rest::Feet | Rest::Floor)
        && body.pose.view == View::Side
        && layer.on != Some(Ground::Pool)
        && layer.ease != Some(Ease::Linear);
    if !stands_still || is_held(stance) {
        return None;
    }
    let joints = &body.joints;
    let shoulders = Side::BOTH.map(|side| (joints.of(side, Spot::Shoulder), thick::CHEST));
    let trunk = [
        (joints[Middle::Waist], thick::WAIST),
        (joints[Middle::Chest], thick::CHEST),
    ];
    let lying = shoulders.into_iter().chain(trunk);
    let carrying = low
        .iter()
        .filter(|low| low.height < SUNK)
        .map(|low| joints[low.joint].x)
        .chain(
            lying
                .filter(|(at, radius)| at.y - radius < SUNK)
                .map(|(at, _)| at.x),
        );
    let (mut left, mut right) = (f64::INFINITY, f64::NEG_INFINITY);
    for x in carrying {
        (left, right) = (left.min(x), right.max(x));
    }
    let middle = WEIGHTS
        .into_iter()
        .map(|(middle, weight)| (joints[middle].x, weight));
    let limbs = Side::BOTH.into_iter().flat_map(|side| {
        LIMB_WEIGHTS
            .into_iter()
            .map(move |(spot, weight)| (joints.of(side, spot).x, weight))
    });
    let (moment, weight) = middle
        .chain(limbs)
        .fold((0.0, 0.0), |(moment, all), (x, weight)| {
            (moment + x * weight, all + weight)
        });
    let at = moment / weight;
    if left > right || (left - BALANCE..=right + BALANCE).contains(&at) {
        return None;
    }
    let message = format!(
        "it would topple: the weight is at {at:.0}, what carries it from {left:.0} to {right:.0}"
    );
    let nearly: Vec<String> = low
        .iter()
        .filter(|low| (SUNK..8.0).contains(&low.height))
        .filter(|low| matches!(low.joint, Joint::Of(_, Spot::Knee | Spot::Heel)))
        .map(|low| {
            format!(
                "{} is only {:.0} off the floor",
                low.joint.name(),
                low.height
            )
        })
        .collect();
    let found = stance.warning("it would topple", &message, None);
    Some(if nearly.is_empty() {
        found.help("lean the other way, or hold on to something")
    } else {
        found.help(nearly.join(", "))
    })
}
