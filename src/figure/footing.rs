//! Whether the body is on the ground: nothing in it, nothing above it that should lie there, and the weight over what
//! carries it.

use crate::content::diagnostic::Diagnostic;
use crate::content::vocabulary::Word as _;
use crate::figure::body::{HEAD, Joint, Middle, Side, Spot, thick};
use crate::figure::check::Keyframe;
use crate::figure::clip::Clip;
use crate::figure::ground::sole;
use crate::figure::words::{
    Contact, Ease, Ground, Group, Hold, Kept, Limb, PillowAt, Prop, Rest, Touch, View,
};

/// So much of a body may be in the ground: it gives way.
const SUNK: f64 = 2.0;
/// On the way between keyframes a little more may be.
const SUNK_BETWEEN: f64 = 2.5;
/// What should touch may be so far off.
const TOUCHING: f64 = 3.0;
/// Moments of a loop that are looked at.
const MOMENTS: u32 = 16;
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

/// What is wrong with the ground of a keyframe.
pub(super) fn check(keyframe: &Keyframe<'_>) -> Vec<Diagnostic> {
    if keyframe.body.pose.view == View::Top {
        return Vec::new();
    }
    let low = low(keyframe);
    let mut found = sunk(keyframe, &low);
    found.extend(hanging(keyframe));
    found.extend(floating(keyframe));
    found.extend(toppling(keyframe, &low));
    found
}

fn low(keyframe: &Keyframe<'_>) -> Vec<Low> {
    let joints = &keyframe.body.joints;
    let hidden = keyframe.layer.hide.as_deref().unwrap_or_default();
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

/// Of each limb the deepest place.
fn sunk(keyframe: &Keyframe<'_>, low: &[Low]) -> Vec<Diagnostic> {
    let surface = keyframe.surface();
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
                    keyframe.place(side, &[Limb::Hand, Limb::Forearm, Limb::Arm])
                }
                Joint::Of(side, _) => keyframe.place(side, &[Limb::Foot, Limb::Shin, Limb::Thigh]),
                Joint::Middle(_) => None,
            };
            keyframe
                .error(&message, place)
                .help("raise it, or say with rest what carries the body")
        })
        .collect()
}

const fn is_arm(spot: Spot) -> bool {
    matches!(spot, Spot::Elbow | Spot::Wrist | Spot::Tip)
}

/// Feet of who sits that hang in the air.
fn hanging(keyframe: &Keyframe<'_>) -> Vec<Diagnostic> {
    let body = &keyframe.body;
    let is_seated = body.pose.rest == Rest::Seat && body.pose.view == View::Side;
    if !is_seated || keyframe.index > 0 {
        return Vec::new();
    }
    let may_hang = |side: Side| {
        let air = keyframe.layer.air.as_deref().unwrap_or_default();
        air.iter()
            .any(|(only, what)| *what == Kept::Foot && only.is_none_or(|only| only == side))
    };
    Side::BOTH
        .into_iter()
        .filter(|side| !may_hang(*side))
        .map(|side| (side, sole(body, side)))
        .filter(|(_, height)| *height > TOUCHING)
        .map(|(side, height)| {
            let name = side.as_str();
            let message = format!("the {name} foot hangs {height:.0} above the floor");
            keyframe
                .warning(&message, keyframe.place(side, &[Limb::Thigh, Limb::Shin]))
                .help(format!("if that is meant, write air = [\"{name}.foot\"]"))
        })
        .collect()
}

/// What should lie on the surface and does not.
fn floating(keyframe: &Keyframe<'_>) -> Vec<Diagnostic> {
    let joints = &keyframe.body.joints;
    let both = |spot| Side::BOTH.map(|side| Joint::Of(side, spot)).to_vec();
    let one = |side, spot| vec![Joint::Of(side, spot)];
    keyframe
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
                keyframe.surface()
            );
            (height > TOUCHING).then(|| {
                keyframe
                    .error(&message, touch.span.clone())
                    .help("lower what holds it up, or take it out of touch")
            })
        })
        .collect()
}

/// Whether something beside the ground holds the body.
fn is_held(keyframe: &Keyframe<'_>) -> bool {
    let arms = &keyframe.body.pose.arms;
    let by_hand = arms.iter().any(|arm| {
        matches!(
            arm.contact,
            Some(Contact::Hold(
                Hold::Counter | Hold::Chair | Hold::Rail | Hold::Seat
            ))
        )
    });
    let by_thing = keyframe.layer.props.iter().flatten().any(|prop| {
        matches!(
            prop.value,
            Prop::Wall(_) | Prop::Pillow(PillowAt::Back) | Prop::Chair(Some(_))
        )
    });
    by_hand || by_thing || keyframe.layer.keep.is_some()
}

fn toppling(keyframe: &Keyframe<'_>, low: &[Low]) -> Option<Diagnostic> {
    let body = &keyframe.body;
    let layer = keyframe.layer;
    let stands_still = matches!(body.pose.rest, Rest::Feet | Rest::Floor)
        && body.pose.view == View::Side
        && layer.on != Some(Ground::Pool)
        && layer.ease != Some(Ease::Linear);
    if !stands_still || is_held(keyframe) {
        return None;
    }
    let joints = &body.joints;
    let shoulders = Side::BOTH.map(|side| joints.of(side, Spot::Shoulder));
    let carrying = low
        .iter()
        .filter(|low| low.height < SUNK)
        .map(|low| joints[low.joint].x)
        .chain(
            shoulders
                .into_iter()
                .filter(|at| at.y - thick::CHEST < SUNK)
                .map(|at| at.x),
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
    let found = keyframe.warning(&message, None);
    Some(if nearly.is_empty() {
        found.help("lean the other way, or hold on to something")
    } else {
        found.help(nearly.join(", "))
    })
}

/// Feet and knees that go into the ground on the way between keyframes: the deepest moment of each.
pub(super) fn check_between(clip: &Clip) -> Vec<Diagnostic> {
    let is_grounded = clip.poses.iter().all(|pose| pose.view != View::Top);
    if clip.is_still() || !is_grounded {
        return Vec::new();
    }
    let mut deepest: Vec<(Joint, f64, u32)> = Vec::new();
    for moment in 0..MOMENTS {
        let part = f64::from(moment) / f64::from(MOMENTS);
        let at = part * clip.period();
        if !clip.is_moving_at(at) {
            continue;
        }
        let body = clip.body_at(at);
        for side in Side::BOTH {
            let places = [
                (Spot::Heel, thick::HEEL),
                (Spot::Toes, thick::TOES),
                (Spot::Knee, thick::SHIN.1),
            ];
            for (spot, radius) in places {
                let (joint, depth) = (Joint::Of(side, spot), radius - body.joints.of(side, spot).y);
                if depth <= SUNK_BETWEEN {
                    continue;
                }
                match deepest.iter_mut().find(|(known, ..)| *known == joint) {
                    Some(known) if known.1 < depth => *known = (joint, depth, moment),
                    Some(_) => {}
                    None => deepest.push((joint, depth, moment)),
                }
            }
        }
    }
    let surface = clip.common.on.unwrap_or(Ground::Floor).as_str();
    deepest
        .into_iter()
        .map(|(joint, depth, moment)| {
            let message = format!(
                "between frames, {}% through the loop: {} goes {depth:.0} below the {surface}",
                moment * 100 / MOMENTS,
                joint.name()
            );
            Diagnostic::error(message)
                .at(clip.common.span.clone().unwrap_or_default())
                .help("add a frame in which it is lifted")
        })
        .collect()
}
