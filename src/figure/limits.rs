//! How far joints bend.

use std::ops::RangeInclusive;

use crate::content::diagnostic::Diagnostic;
use crate::content::vocabulary::Word as _;
use crate::figure::body::{Side, Spot};
use crate::figure::check::Keyframe;
use crate::figure::vector::turn;
use crate::figure::words::{Limb, Trunk, View};

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
pub(super) fn check(keyframe: &Keyframe<'_>) -> Vec<Diagnostic> {
    if keyframe.body.pose.view == View::Side {
        let sides = Side::BOTH
            .into_iter()
            .flat_map(|side| limbs_from_side(keyframe, side));
        trunk_from_side(keyframe).into_iter().chain(sides).collect()
    } else {
        folds(keyframe)
    }
}

fn is_beyond(degrees: f64, allowed: &RangeInclusive<f64>) -> bool {
    degrees < allowed.start() - SLACK || degrees > allowed.end() + SLACK
}

/// `is 40 degrees, allowed are -170 to 6`
fn measured(degrees: f64, allowed: &RangeInclusive<f64>) -> String {
    let (least, most) = (allowed.start(), allowed.end());
    format!("is {degrees:.0} degrees, allowed are {least:.0} to {most:.0}")
}

fn trunk_from_side(keyframe: &Keyframe<'_>) -> Vec<Diagnostic> {
    let pose = &keyframe.body.pose;
    [
        (
            "the back bends too far: chest against waist",
            turn(pose.waist.at, pose.chest.at),
            SPINE,
            [Trunk::Chest, Trunk::Waist],
            "bring chest and waist nearer to each other",
        ),
        (
            "the neck bends too far: head against chest",
            turn(pose.chest.at, pose.head.at),
            NECK,
            [Trunk::Head, Trunk::Chest],
            "bring head nearer to chest",
        ),
    ]
    .into_iter()
    .filter(|(_, degrees, allowed, ..)| is_beyond(*degrees, allowed))
    .map(|(what, degrees, allowed, segments, help)| {
        let message = format!("{what} {}", measured(degrees, &allowed));
        keyframe
            .error(&message, keyframe.place_of_trunk(&segments))
            .help(help)
    })
    .collect()
}

fn limbs_from_side(keyframe: &Keyframe<'_>, side: Side) -> Vec<Diagnostic> {
    let body = &keyframe.body;
    let pose = &body.pose;
    let at = |spot| body.joints.of(side, spot);
    let angle = |from, to| (at(to) - at(from)).angle();
    let name = side.as_str();
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
            format!("{name}.knee bends the wrong way or too far: shin against thigh"),
            turn(thigh, shin),
            KNEE,
            [Limb::Shin, Limb::Thigh],
            "a knee bends backward: give the shin a smaller angle than the thigh",
        ),
        (
            format!("{name}.hip bends too far: thigh against waist, forward"),
            turn(pose.waist.at + 180.0, thigh),
            HIP,
            [Limb::Thigh, Limb::Shin],
            "bring the thigh nearer to a straight line with the waist",
        ),
        (
            format!("{name}.ankle bends too far: toes up"),
            turn(shin + 90.0, foot),
            ANKLE,
            [Limb::Foot, Limb::Shin],
            "without foot, it stands at a right angle to the shin",
        ),
        (
            format!("{name}.elbow bends the wrong way or too far: forearm against arm"),
            elbow,
            ELBOW,
            [Limb::Forearm, Limb::Arm],
            "an elbow bends forward: give the forearm a larger angle than the arm",
        ),
    ]
    .into_iter()
    .filter(|(_, degrees, allowed, ..)| is_beyond(*degrees, allowed))
    .map(|(what, degrees, allowed, segments, help)| {
        let message = format!("{what} {}", measured(degrees, &allowed));
        keyframe
            .error(&message, keyframe.place(side, &segments))
            .help(help)
    })
    .collect()
}

fn folds(keyframe: &Keyframe<'_>) -> Vec<Diagnostic> {
    let joints = &keyframe.body.joints;
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
            if is_beyond(degrees, &FOLD) {
                let message = format!(
                    "{}.{name} folds too far: it {}",
                    side.as_str(),
                    measured(degrees, &FOLD)
                );
                let place = keyframe.place(side, &segments);
                let help = "turn the two segments farther apart";
                found.push(keyframe.error(&message, place).help(help));
            }
        }
    }
    found
}
