//! Puts a body in its place: down to the ground, and hands and feet to where they are held.

use crate::figure::body::contact::target;
use crate::figure::body::fixed::Fixed;
use crate::figure::body::ground;
use crate::figure::body::length;
use crate::figure::body::pose::Pose;
use crate::figure::body::reach::reach;
use crate::figure::body::skeleton::{Palm, Short, Skeleton};
use crate::figure::body::vector::Vector;
use crate::figure::words::contact::Contact;
use crate::figure::words::joint::{Joint, Middle, Spot};
use crate::figure::words::kept::{Anchor, Kept};
use crate::figure::words::side::Side;
use crate::figure::words::view::View;

/// The largest miss of a hand that is not reported.
const HAND_SLACK: f64 = 2.0;
/// The largest miss of a foot that is not reported.
const FOOT_SLACK: f64 = 1.5;

/// The body of a posture in its place. `fixed` is what the first keyframe of its movement fixed.
pub(crate) fn place(pose: &Pose, fixed: &Fixed) -> Skeleton {
    let mut body = Skeleton::of(pose);
    let to_ground = ground::lift(&body);
    let shift = match fixed.anchor {
        None => Vector::new(0.0, to_ground, 0.0),
        Some((anchor, at)) => {
            let here = body.anchor(anchor);
            let up = if is_held_up(anchor) {
                at.y - here.y
            } else {
                to_ground
            };
            Vector::new(at.x - here.x, up, 0.0)
        }
    };
    body.joints.shift(shift);
    for side in Side::BOTH {
        if let Some(ankle) = fixed.ankles[side as usize] {
            keep_foot(&mut body, side, ankle);
        }
    }
    for side in Side::BOTH {
        hold_hand(&mut body, side, fixed);
    }
    body
}

/// Returns whether an anchor keeps its height too: the others follow the ground.
const fn is_held_up(anchor: Anchor) -> bool {
    matches!(
        anchor,
        Anchor::One(Joint::Middle(Middle::Shoulders | Middle::Neck))
    )
}

/// Brings a hand to where it was kept, to the thing where it first held it, or to what its posture names.
fn hold_hand(body: &mut Skeleton, side: Side, fixed: &Fixed) {
    let contact = body.pose.arms[side as usize].contact;
    let kept = fixed.palms[side as usize];
    let held = fixed.holds[side as usize];
    let held = held.filter(|(hold, _)| contact == Some(Contact::Hold(*hold)));
    let palm = kept.or(held.map(|(_, palm)| palm));
    if let Some(palm) = palm.or_else(|| contact.map(|on| target(body, side, on))) {
        let on = contact.filter(|_| kept.is_none());
        reach_with(body, side, palm, on);
    }
}

/// Stretches or bends a leg so that its ankle is where it was.
fn keep_foot(body: &mut Skeleton, side: Side, ankle: Vector) {
    let hip = body.joints.of(side, Spot::Hip);
    let knee_way = if body.pose.view == View::Side {
        (ankle - hip).unit().left()
    } else {
        Vector::new(side.sign(), 0.0, 0.6)
    };
    let found = reach(hip, ankle, (length::THIGH, length::SHIN), knee_way);
    body.set_leg(side, found.middle, found.end);
    if found.short > FOOT_SLACK {
        body.short.push(Short {
            side,
            what: Kept::Foot,
            contact: None,
            by: found.short,
        });
    }
}

/// Brings a hand to where it is held. `contact` is the thing that holds it, for what is reported.
fn reach_with(body: &mut Skeleton, side: Side, palm: Palm, contact: Option<Contact>) {
    let shoulder = body.joints.of(side, Spot::Shoulder);
    let back = if body.pose.arms[side as usize].flip {
        -1.0
    } else {
        1.0
    };
    let elbow_way = match body.pose.view {
        View::Side => (palm.wrist - shoulder).unit().right() * back,
        View::Front => Vector::new(side.sign() * back, -0.5, 0.2),
        View::Lying => Vector::new(0.0, -1.0, 0.3),
        View::Top => Vector::new(side.sign(), 0.0, 0.0),
    };
    let found = reach(
        shoulder,
        palm.wrist,
        (length::ARM, length::FOREARM),
        elbow_way,
    );
    let fingers = palm
        .fingers
        .unwrap_or_else(|| (found.end - found.middle).unit());
    body.set_arm(
        side,
        found.middle,
        found.end,
        found.end + fingers * length::HAND,
    );
    if found.short > HAND_SLACK {
        body.short.push(Short {
            side,
            what: Kept::Hand,
            contact,
            by: found.short,
        });
    }
}
