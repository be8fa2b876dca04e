//! How far joints bend.

use std::ops::RangeInclusive;

use crate::figure::body::vector::turn;
use crate::figure::check::fault::{Fault, Kind, Subject};
use crate::figure::check::stance::Stance;
use crate::figure::words::joint::Spot;
use crate::figure::words::segment::{Limb, Trunk};
use crate::figure::words::side::Side;
use crate::figure::words::view::View;

/// Of the shin against the thigh, seen from the side.
const KNEE: RangeInclusive<f64> = -170.0..=6.0;
/// Of the forearm against the upper arm.
const ELBOW: RangeInclusive<f64> = -8.0..=155.0;
/// Of the thigh against the straight body, forward.
const HIP: RangeInclusive<f64> = -42.0..=145.0;
/// Of the toes against a foot at a right angle, up.
const ANKLE: RangeInclusive<f64> = -92.0..=38.0;
/// Of the chest against the waist, backward.
const SPINE: RangeInclusive<f64> = -80.0..=50.0;
/// Of the head against the chest, backward.
const NECK: RangeInclusive<f64> = -65.0..=60.0;
/// Of knees and elbows in the other views, either way.
const FOLD: RangeInclusive<f64> = 0.0..=158.0;
/// What an angle may be off before it is said.
const SLACK: f64 = 0.5;

/// Joints that bend as no joint does.
pub(crate) fn check(stance: &Stance<'_>) -> Vec<Fault> {
    if stance.body.pose.view == View::Side {
        let sides = Side::BOTH
            .into_iter()
            .flat_map(|side| limbs_from_side(stance, side));
        trunk_from_side(stance).into_iter().chain(sides).collect()
    } else {
        folds(stance)
    }
}

/// How many degrees an angle is beyond what is allowed, if it is.
fn beyond(degrees: f64, allowed: &RangeInclusive<f64>) -> Option<f64> {
    let beyond = (allowed.start() - degrees).max(degrees - allowed.end());
    (beyond > SLACK).then_some(beyond)
}

/// `is 40 degrees, allowed are -170 to 6`
fn measured(degrees: f64, allowed: &RangeInclusive<f64>) -> String {
    let (least, most) = (allowed.start(), allowed.end());
    format!("is {degrees:.0} degrees, allowed are {least:.0} to {most:.0}")
}

fn trunk_from_side(stance: &Stance<'_>) -> Vec<Fault> {
    let pose = &stance.body.pose;
    [
        (
            "the back",
            "chest against waist",
            turn(pose.waist.at, pose.chest.at),
            SPINE,
            [Trunk::Chest, Trunk::Waist],
            "bring chest and waist nearer to each other",
        ),
        (
            "the neck",
            "head against chest",
            turn(pose.chest.at, pose.head.at),
            NECK,
            [Trunk::Head, Trunk::Chest],
            "bring head nearer to chest",
        ),
    ]
    .into_iter()
    .filter_map(|(name, what, degrees, allowed, segments, help)| {
        let beyond = beyond(degrees, &allowed)?;
        let measured = measured(degrees, &allowed);
        let predicate = format!("bends too far: {what} {measured}");
        let fault = Fault::error(Subject::Other(name), Kind::Bent, beyond, predicate);
        Some(fault.at(stance.place_of_trunk(&segments)).help(help))
    })
    .collect()
}

fn limbs_from_side(stance: &Stance<'_>, side: Side) -> Vec<Fault> {
    let body = &stance.body;
    let pose = &body.pose;
    let at = |spot| body.joints.of(side, spot);
    let angle = |from, to| (at(to) - at(from)).angle();
    let (thigh, shin) = (angle(Spot::Hip, Spot::Knee), angle(Spot::Knee, Spot::Ankle));
    let (arm, forearm) = (
        angle(Spot::Shoulder, Spot::Elbow),
        angle(Spot::Elbow, Spot::Wrist),
    );
    let elbow = if pose.arms[side as usize].flip {
        turn(forearm, arm)
    } else {
        turn(arm, forearm)
    };
    let foot = pose.legs[side as usize].foot.at;
    [
        (
            "knee",
            "bends the wrong way or too far: shin against thigh",
            turn(thigh, shin),
            KNEE,
            [Limb::Shin, Limb::Thigh],
            "a knee bends backward: give the shin a smaller angle than the thigh",
        ),
        (
            "hip",
            "bends too far: thigh against waist, forward",
            turn(pose.waist.at + 180.0, thigh),
            HIP,
            [Limb::Thigh, Limb::Shin],
            "bring the thigh nearer to a straight line with the waist",
        ),
        (
            "ankle",
            "bends too far: toes up",
            turn(shin + 90.0, foot),
            ANKLE,
            [Limb::Foot, Limb::Shin],
            "without foot, it stands at a right angle to the shin",
        ),
        (
            "elbow",
            "bends the wrong way or too far: forearm against arm",
            elbow,
            ELBOW,
            [Limb::Forearm, Limb::Arm],
            "an elbow bends forward: give the forearm a larger angle than the arm",
        ),
    ]
    .into_iter()
    .filter_map(|(name, what, degrees, allowed, segments, help)| {
        let beyond = beyond(degrees, &allowed)?;
        let predicate = format!("{what} {}", measured(degrees, &allowed));
        let fault = Fault::error(Subject::Of(side, name), Kind::Bent, beyond, predicate);
        Some(fault.at(stance.place(side, &segments)).help(help))
    })
    .collect()
}

fn folds(stance: &Stance<'_>) -> Vec<Fault> {
    let joints = &stance.body.joints;
    let limbs = [
        (
            "knee",
            [Spot::Hip, Spot::Knee, Spot::Ankle],
            [Limb::Shin, Limb::Thigh],
        ),
        (
            "elbow",
            [Spot::Shoulder, Spot::Elbow, Spot::Wrist],
            [Limb::Forearm, Limb::Arm],
        ),
    ];
    let mut found = Vec::new();
    for side in Side::BOTH {
        for (name, [from, middle, to], segments) in limbs {
            let [from, middle, to] = [from, middle, to].map(|spot| joints.of(side, spot));
            let (upper, lower) = ((middle - from).unit(), (to - middle).unit());
            let degrees = upper.dot(lower).clamp(-1.0, 1.0).acos().to_degrees();
            if let Some(beyond) = beyond(degrees, &FOLD) {
                let predicate = format!("folds too far: it {}", measured(degrees, &FOLD));
                let fault = Fault::error(Subject::Of(side, name), Kind::Bent, beyond, predicate)
                    .at(stance.place(side, &segments))
                    .help("turn the two segments farther apart");
                found.push(fault);
            }
        }
    }
    found
}
