//! Checks the range of motion of the joints.

use std::ops::{Range, RangeInclusive};

use crate::figure::body::vector::turn;
use crate::figure::check::fault::{Fault, FaultKind, FaultSubject};
use crate::figure::check::stance::Stance;
use crate::figure::words::joint::Spot;
use crate::figure::words::segment::{Limb, Trunk};
use crate::figure::words::side::Side;
use crate::figure::words::view::View;

/// The shin against the thigh, seen from the side.
const KNEE: RangeInclusive<f64> = -170.0..=6.0;
/// The forearm against the upper arm.
const ELBOW: RangeInclusive<f64> = -8.0..=155.0;
/// The thigh against the straight body, forward.
const HIP: RangeInclusive<f64> = -42.0..=145.0;
/// The toes against a foot at a right angle, up.
const ANKLE: RangeInclusive<f64> = -92.0..=38.0;
/// The chest against the waist, backward.
const SPINE: RangeInclusive<f64> = -80.0..=50.0;
/// The head against the chest, backward.
const NECK: RangeInclusive<f64> = -65.0..=60.0;
/// Knees and elbows in the other views, either way.
const FOLD: RangeInclusive<f64> = 0.0..=158.0;
/// The tolerance of an angle before it is reported.
const SLACK: f64 = 0.5;

/// A joint as it bends, and how far it may.
struct Bend {
    subject: FaultSubject,
    what: &'static str,
    degrees: f64,
    allowed: RangeInclusive<f64>,
    place: Option<Range<usize>>,
    help: &'static str,
}

impl Bend {
    /// The fault of a joint that bends too far.
    fn fault(self) -> Option<Fault> {
        let (least, most) = (self.allowed.start(), self.allowed.end());
        let beyond = (least - self.degrees).max(self.degrees - most);
        (beyond > SLACK).then(|| {
            let predicate = format!(
                "{} is {:.0} degrees (allowed: {least:.0} to {most:.0})",
                self.what, self.degrees
            );
            Fault::error(self.subject, FaultKind::Bent, beyond, predicate)
                .at(self.place)
                .help(self.help)
        })
    }
}

/// Joints that bend as no joint does.
pub(crate) fn check(stance: &Stance<'_>) -> Vec<Fault> {
    let mut bends = Vec::new();
    if stance.body.pose.view == View::Side {
        bends.extend(trunk_from_side(stance));
        for side in Side::BOTH {
            bends.extend(leg_from_side(stance, side));
            bends.push(elbow_from_side(stance, side));
        }
    } else {
        for side in Side::BOTH {
            bends.extend(folds(stance, side));
        }
    }
    bends.into_iter().filter_map(Bend::fault).collect()
}

fn trunk_from_side(stance: &Stance<'_>) -> [Bend; 2] {
    let pose = &stance.body.pose;
    [
        Bend {
            subject: FaultSubject::Other("the back"),
            what: "bends too far: chest against waist",
            degrees: turn(pose.waist.at, pose.chest.at),
            allowed: SPINE,
            place: stance.place_of_trunk(&[Trunk::Chest, Trunk::Waist]),
            help: "bring chest and waist closer together",
        },
        Bend {
            subject: FaultSubject::Other("the neck"),
            what: "bends too far: head against chest",
            degrees: turn(pose.chest.at, pose.head.at),
            allowed: NECK,
            place: stance.place_of_trunk(&[Trunk::Head, Trunk::Chest]),
            help: "bring head closer to chest",
        },
    ]
}

/// The angle on the page of a bone.
fn angle(stance: &Stance<'_>, side: Side, from: Spot, to: Spot) -> f64 {
    let joints = &stance.body.joints;
    (joints.of(side, to) - joints.of(side, from)).angle()
}

fn leg_from_side(stance: &Stance<'_>, side: Side) -> [Bend; 3] {
    let pose = &stance.body.pose;
    let thigh = angle(stance, side, Spot::Hip, Spot::Knee);
    let shin = angle(stance, side, Spot::Knee, Spot::Ankle);
    let foot = pose.legs[side as usize].foot.at;
    [
        Bend {
            subject: FaultSubject::Of(side, "knee"),
            what: "bends the wrong way or too far: shin against thigh",
            degrees: turn(thigh, shin),
            allowed: KNEE,
            place: stance.place(side, &[Limb::Shin, Limb::Thigh]),
            help: "a knee bends backward: give the shin a smaller angle than the thigh",
        },
        Bend {
            subject: FaultSubject::Of(side, "hip"),
            what: "bends too far: thigh against waist, forward",
            degrees: turn(pose.waist.at + 180.0, thigh),
            allowed: HIP,
            place: stance.place(side, &[Limb::Thigh, Limb::Shin]),
            help: "bring the thigh closer to a straight line with the waist",
        },
        Bend {
            subject: FaultSubject::Of(side, "ankle"),
            what: "bends too far: toes up",
            degrees: turn(shin + 90.0, foot),
            allowed: ANKLE,
            place: stance.place(side, &[Limb::Foot, Limb::Shin]),
            help: "without foot, it stands at a right angle to the shin",
        },
    ]
}

fn elbow_from_side(stance: &Stance<'_>, side: Side) -> Bend {
    let arm = angle(stance, side, Spot::Shoulder, Spot::Elbow);
    let forearm = angle(stance, side, Spot::Elbow, Spot::Wrist);
    let is_flipped = stance.body.pose.arms[side as usize].flip;
    Bend {
        subject: FaultSubject::Of(side, "elbow"),
        what: "bends the wrong way or too far: forearm against arm",
        degrees: if is_flipped {
            turn(forearm, arm)
        } else {
            turn(arm, forearm)
        },
        allowed: ELBOW,
        place: stance.place(side, &[Limb::Forearm, Limb::Arm]),
        help: "an elbow bends forward: give the forearm a larger angle than the arm",
    }
}

/// Knee and elbow in the views that show no direction of bending.
fn folds(stance: &Stance<'_>, side: Side) -> [Bend; 2] {
    let fold = |name, [from, middle, to]: [Spot; 3], segments: [Limb; 2]| {
        let [from, middle, to] = [from, middle, to].map(|spot| stance.body.joints.of(side, spot));
        let (upper, lower) = ((middle - from).unit(), (to - middle).unit());
        Bend {
            subject: FaultSubject::Of(side, name),
            what: "folds too far: it",
            degrees: upper.dot(lower).clamp(-1.0, 1.0).acos().to_degrees(),
            allowed: FOLD,
            place: stance.place(side, &segments),
            help: "turn the two segments farther apart",
        }
    };
    [
        fold(
            "knee",
            [Spot::Hip, Spot::Knee, Spot::Ankle],
            [Limb::Shin, Limb::Thigh],
        ),
        fold(
            "elbow",
            [Spot::Shoulder, Spot::Elbow, Spot::Wrist],
            [Limb::Forearm, Limb::Arm],
        ),
    ]
}
