//! A body with all its joints: along the bones from the hips, which are at zero until the body is put in its place.

use crate::figure::body::joints::Joints;
use crate::figure::body::length;
use crate::figure::body::pose::Pose;
use crate::figure::body::vector::Vector;
use crate::figure::read::layer::Angle;
use crate::figure::words::contact::Contact;
use crate::figure::words::joint::{Joint, Middle, Spot};
use crate::figure::words::kept::{Anchor, Kept};
use crate::figure::words::side::Side;
use crate::figure::words::view::View;

/// A wrist and the way from it to the fingers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Palm {
    /// The position of the wrist.
    pub(crate) wrist: Vector,
    /// The direction of the fingers, when they do not continue the forearm.
    pub(crate) fingers: Option<Vector>,
}

/// A limb that is too short for where it should be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Short {
    /// Its side.
    pub(crate) side: Side,
    /// A hand or a foot.
    pub(crate) what: Kept,
    /// The wanted contact of a hand; `None` when it should stay where it was.
    pub(crate) contact: Option<Contact>,
    /// The missing length.
    pub(crate) by: f64,
}

/// A body in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Skeleton {
    /// The posture that it is in.
    pub pose: Pose,
    /// The positions of all joints.
    pub joints: Joints,
    /// From the neck to the crown.
    pub(crate) up: Vector,
    /// Out of the face.
    pub(crate) face: Vector,
    /// Limbs that do not reach.
    pub(crate) short: Vec<Short>,
}

impl Skeleton {
    /// The body in a posture, its hips at zero and its hands free.
    pub(crate) fn of(pose: &Pose) -> Self {
        let mut body = Self {
            pose: pose.clone(),
            joints: Joints::default(),
            up: Vector::ZERO,
            face: Vector::ZERO,
            short: Vec::new(),
        };
        body.place_trunk();
        body.place_across();
        for side in Side::BOTH {
            body.place_leg(side);
            body.place_arm(side);
        }
        body
    }

    /// Returns the position of an anchor.
    pub(crate) fn anchor(&self, anchor: Anchor) -> Vector {
        match anchor {
            Anchor::One(joint) => self.joints[joint],
            Anchor::Both(spot) => {
                let [left, right] = Side::BOTH.map(|side| self.joints.of(side, spot));
                left.mix(right, 0.5)
            }
        }
    }

    /// The palm as it lies now.
    pub(crate) fn palm(&self, side: Side) -> Palm {
        let wrist = self.joints.of(side, Spot::Wrist);
        Palm {
            wrist,
            fingers: Some((self.joints.of(side, Spot::Tip) - wrist).unit()),
        }
    }

    /// The posture with the arm of a side as it lies now, held by nothing.
    pub(crate) fn settle_arm(&self, side: Side, pose: &mut Pose) {
        let at = |spot| self.joints.of(side, spot);
        let angle = |from, to| self.pose.angle_of(side, at(to) - at(from));
        let arm = &mut pose.arms[side as usize];
        arm.upper = angle(Spot::Shoulder, Spot::Elbow);
        arm.forearm = angle(Spot::Elbow, Spot::Wrist);
        arm.hand = angle(Spot::Wrist, Spot::Tip);
        arm.contact = None;
    }

    /// Sets knee and ankle and what follows from them.
    pub(crate) fn set_leg(&mut self, side: Side, knee: Vector, ankle: Vector) {
        let foot = self.pose.legs[side as usize].foot;
        let forward = self.pose.direction(side, foot);
        let from_side = self.pose.view == View::Side;
        // The sole lies away from the shin, unless the foot goes on in its direction.
        let away = (ankle - knee).unit().beside(forward);
        let sole = if from_side {
            forward.right()
        } else if away.length() < 0.25 {
            Vector::new(0.0, -1.0, 0.0)
        } else {
            away
        };
        let sole = sole.unit();
        let hip = self.joints.of(side, Spot::Hip);
        let shin = knee.mix(ankle, 0.5);
        let ((heel_back, heel_down), (toes_ahead, toes_down)) = (length::HEEL, length::TOES);
        for (spot, at) in [
            (Spot::Knee, knee),
            (Spot::Ankle, ankle),
            (Spot::Thigh, hip.mix(knee, 0.6)),
            (Spot::Shin, shin),
            (Spot::Calf, shin),
            (Spot::Heel, ankle - forward * heel_back + sole * heel_down),
            (Spot::Toes, ankle + forward * toes_ahead + sole * toes_down),
        ] {
            self.joints[Joint::Of(side, spot)] = at;
        }
    }

    /// Sets elbow, wrist and finger tips.
    pub(crate) fn set_arm(&mut self, side: Side, elbow: Vector, wrist: Vector, tip: Vector) {
        self.joints[Joint::Of(side, Spot::Elbow)] = elbow;
        self.joints[Joint::Of(side, Spot::Wrist)] = wrist;
        self.joints[Joint::Of(side, Spot::Tip)] = tip;
    }

    fn place_trunk(&mut self) {
        let Pose {
            waist, chest, head, ..
        } = self.pose;
        let is_from_side = self.pose.view == View::Side;
        let before = |way: Vector| {
            if is_from_side {
                way.right()
            } else {
                Vector::NEARER
            }
        };
        let (to_waist, to_neck, up) = (direction(waist), direction(chest), direction(head));
        let joints = &mut self.joints;
        let at_waist = to_waist * length::WAIST;
        joints[Middle::Waist] = at_waist;
        joints[Middle::Belly] = at_waist * 0.8 + before(to_waist) * 5.0;
        joints[Middle::Neck] = at_waist + to_neck * length::CHEST;
        joints[Middle::Shoulders] = at_waist + to_neck * length::SHOULDERS_AT;
        joints[Middle::Chest] = at_waist + to_neck * length::CHEST_AT;
        joints[Middle::Breast] = joints[Middle::Chest] + before(to_neck) * 6.0;
        joints[Middle::Head] = joints[Middle::Neck] + up * length::NECK;
        joints[Middle::Crown] = joints[Middle::Head] + up * length::HEAD.1;
        self.up = up;
        self.face = match self.pose.face {
            Some(face) => direction(face),
            None if is_from_side => up.right().unit(),
            None => Vector::NEARER,
        };
    }

    /// Shoulders and hips, to both sides of the trunk.
    fn place_across(&mut self) {
        let (to_left_shoulder, to_left_hip, width) = self.across();
        let (shoulder, hip) = length::HALF_WIDTHS;
        for side in Side::BOTH {
            let out = side.sign() * width;
            self.joints[Joint::Of(side, Spot::Shoulder)] =
                self.joints[Middle::Shoulders] + to_left_shoulder * (out * shoulder);
            self.joints[Joint::Of(side, Spot::Hip)] =
                self.joints[Middle::Hips] + to_left_hip * (out * hip);
        }
    }

    /// The directions of the left shoulder and of the left hip, and how much of their distance is drawn, from 0 to 1.
    fn across(&self) -> (Vector, Vector, f64) {
        let pose = &self.pose;
        let twist = pose.twist.to_radians();
        if pose.view == View::Side {
            let shoulder = Vector::new(twist.sin(), 0.0, -twist.cos());
            return (shoulder, -Vector::NEARER, length::SIDE_WIDTH);
        }
        let across = Vector::towards(pose.chest.at - 90.0, 0.0) * twist.cos();
        let hips = if pose.view == View::Lying {
            pose.waist.at - 90.0
        } else {
            pose.pelvis
        };
        let shoulder = Vector::new(across.x, across.y, twist.sin());
        (shoulder, Vector::towards(hips, 0.0), 1.0)
    }

    fn place_leg(&mut self, side: Side) {
        let leg = self.pose.legs[side as usize];
        let knee =
            self.joints.of(side, Spot::Hip) + self.pose.direction(side, leg.thigh) * length::THIGH;
        let ankle = knee + self.pose.direction(side, leg.shin) * length::SHIN;
        self.set_leg(side, knee, ankle);
    }

    fn place_arm(&mut self, side: Side) {
        let arm = self.pose.arms[side as usize];
        let way = |angle| self.pose.direction(side, angle);
        let elbow = self.joints.of(side, Spot::Shoulder) + way(arm.upper) * length::ARM;
        let wrist = elbow + way(arm.forearm) * length::FOREARM;
        let tip = wrist + way(arm.hand) * length::HAND;
        self.set_arm(side, elbow, wrist, tip);
    }
}

/// The direction of a segment of the trunk.
fn direction(angle: Angle) -> Vector {
    Vector::towards(angle.at, angle.toward)
}
