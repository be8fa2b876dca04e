//! Checks that the centre of gravity is over the support.

use crate::figure::body::joints::Joints;
use crate::figure::body::thick;
use crate::figure::check::fault::{Fault, FaultKind, FaultSubject};
use crate::figure::check::low::{Low, SUNK, low};
use crate::figure::check::stance::Stance;
use crate::figure::words::contact::{Contact, Hold};
use crate::figure::words::joint::{Joint, Middle, Spot};
use crate::figure::words::prop::{PillowAt, Prop};
use crate::figure::words::side::Side;
use crate::figure::words::view::{Ease, Ground, Rest, View};

/// The weight may be so far beside what carries it.
const BALANCE: f64 = 3.0;
/// A knee or a heel that is no higher than this may be meant to carry.
const NEARLY: f64 = 8.0;

/// The weight of each part in hundredths, as far as it matters.
const WEIGHTS: [(Middle, f64); 3] = [
    (Middle::Chest, 30.0),
    (Middle::Hips, 22.0),
    (Middle::Head, 8.0),
];
const LIMB_WEIGHTS: [(Spot, f64); 3] = [(Spot::Thigh, 10.0), (Spot::Shin, 5.0), (Spot::Elbow, 4.0)];

/// A body that stands or lies still, and whose weight is beside what carries it.
pub(crate) fn toppling(stance: &Stance<'_>) -> Option<Fault> {
    if !stands_still(stance) || is_held(stance) {
        return None;
    }
    let low = low(stance);
    let joints = &stance.body.joints;
    let at = weight(joints);
    let (left, right) = support(joints, &low)?;
    if (left - BALANCE..=right + BALANCE).contains(&at) {
        return None;
    }
    let predicate =
        format!("would topple: the weight is at {at:.0}, its support from {left:.0} to {right:.0}");
    let nearly = nearly_down(&low);
    let help = if nearly.is_empty() {
        "lean the other way, or hold on to something".to_owned()
    } else {
        nearly.join(", ")
    };
    let fault = Fault::warning(FaultSubject::Other("it"), FaultKind::Toppling, predicate)
        .at(stance.or_frame(None))
        .help(help);
    Some(fault)
}

fn stands_still(stance: &Stance<'_>) -> bool {
    let pose = &stance.body.pose;
    matches!(pose.rest, Rest::Feet | Rest::Floor)
        && pose.view == View::Side
        && stance.layer.on != Some(Ground::Pool)
        && stance.layer.ease != Some(Ease::Linear)
}

/// Returns whether something beside the ground holds the body.
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

/// From where to where the body is carried, from the left; `None` when nothing is on the ground.
fn support(joints: &Joints, low: &[Low]) -> Option<(f64, f64)> {
    let shoulders = Side::BOTH.map(|side| (joints.of(side, Spot::Shoulder), thick::CHEST));
    let trunk = [
        (joints[Middle::Waist], thick::WAIST),
        (joints[Middle::Chest], thick::CHEST),
    ];
    let lying = shoulders
        .into_iter()
        .chain(trunk)
        .filter(|(at, radius)| at.y - radius < SUNK)
        .map(|(at, _)| at.x);
    let carrying = low
        .iter()
        .filter(|low| low.height < SUNK)
        .map(|low| joints[low.joint].x)
        .chain(lying);
    let (mut left, mut right) = (f64::INFINITY, f64::NEG_INFINITY);
    for x in carrying {
        (left, right) = (left.min(x), right.max(x));
    }
    (left <= right).then_some((left, right))
}

/// Returns the centre of gravity, from the left.
fn weight(joints: &Joints) -> f64 {
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
    moment / weight
}

/// The knees and heels that are nearly on the ground.
fn nearly_down(low: &[Low]) -> Vec<String> {
    low.iter()
        .filter(|low| (SUNK..NEARLY).contains(&low.height))
        .filter(|low| matches!(low.joint, Joint::Of(_, Spot::Knee | Spot::Heel)))
        .map(|low| {
            format!(
                "{} is only {:.0} off the floor",
                low.joint.name(),
                low.height
            )
        })
        .collect()
}
