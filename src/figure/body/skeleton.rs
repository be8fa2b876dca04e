//! From a posture to the places of the joints: along the bones, down to the ground, and hands and feet to where they
//! are held.

use crate::figure::body::contact::target;
use crate::figure::body::ground;
use crate::figure::body::pose::Pose;
use crate::figure::body::reach::reach;
use crate::figure::body::vector::Vector;
use crate::figure::body::{self, Joint, Joints, Middle, Side, Spot};
use crate::figure::read::layer::Angle;
use crate::figure::read::words::{Anchor, Contact, Hold, Kept, View};

/// A wrist and the way from it to the fingers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Palm {
    /// Where the wrist is.
    pub(crate) wrist: Vector,
    /// Where the fingers point, when not on from the forearm.
    pub(crate) fingers: Option<Vector>,
}

/// What the first keyframe of a movement fixes for all of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Fixed {
    /// A place that stays where it is.
    pub(crate) anchor: Option<(Anchor, Vector)>,
    /// Hands that stay, left and right.
    pub(crate) palms: [Option<Palm>; 2],
    /// Hands on things that stand where they are, left and right: each where it first was on its thing.
    pub(crate) holds: [Option<(Hold, Palm)>; 2],
    /// Ankles that stay, left and right.
    pub(crate) ankles: [Option<Vector>; 2],
}

/// A limb that is too short for where it should be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Short {
    /// Its side.
    pub(crate) side: Side,
    /// A hand or a foot.
    pub(crate) what: Kept,
    /// What a hand should be on; nothing when it should stay where it was.
    pub(crate) contact: Option<Contact>,
    /// How much is missing.
    pub(crate) by: f64,
}

/// A body in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Skeleton {
    /// The posture that it is in.
    pub pose: Pose,
    /// Where everything is.
    pub joints: Joints,
    /// From the neck to the crown.
    pub(crate) up: Vector,
    /// Out of the face.
    pub(crate) face: Vector,
    /// Limbs that do not reach.
    pub(crate) short: Vec<Short>,
}

/// A hand may miss so much before it is said.
const HAND_SLACK: f64 = 2.0;
/// A foot may miss so much.
const FOOT_SLACK: f64 = 1.5;

impl Skeleton {
    /// Puts the body into a posture. `fixed` is what the first keyframe of a movement fixed.
    pub(crate) fn of(pose: &Pose, fixed: &Fixed) -> Self {
        let mut body = Self {
            pose: pose.clone(),
            joints: Joints::default(),
            up: Vector::ZERO,
            face: Vector::ZERO,
            short: Vec::new(),
        };
        body.place_trunk();
        for side in Side::BOTH {
            body.place_leg(side);
            body.place_arm(side);
        }
        let down = ground::lift(&body);
        let shift = match fixed.anchor {
            None => Vector::new(0.0, down, 0.0),
            Some((anchor, at)) => {
                let here = body.anchor(anchor);
                let is_held = matches!(
                    anchor,
                    Anchor::One(Joint::Middle(Middle::Shoulders | Middle::Neck))
                );
                let up = if is_held { at.y - here.y } else { down };
                Vector::new(at.x - here.x, up, 0.0)
            }
        };
        body.joints.shift(shift);
        for side in Side::BOTH {
            if let Some(ankle) = fixed.ankles[side as usize] {
                body.keep_foot(side, ankle);
            }
        }
        for side in Side::BOTH {
            let contact = pose.arms[side as usize].contact;
            let kept = fixed.palms[side as usize];
            let held = fixed.holds[side as usize];
            let held = held.filter(|(hold, _)| contact == Some(Contact::Hold(*hold)));
            let palm = kept.or(held.map(|(_, palm)| palm));
            if let Some(palm) = palm.or_else(|| contact.map(|on| target(&body, side, on))) {
                let on = contact.filter(|_| fixed.palms[side as usize].is_none());
                body.reach_with(side, palm, on);
            }
        }
        body
    }

    /// Where an anchor is.
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

    fn place_trunk(&mut self) {
        let Pose {
            view,
            waist,
            chest,
            head,
            twist,
            pelvis,
            face,
            ..
        } = self.pose;
        let from_side = view == View::Side;
        let along = |angle: Angle| Vector::towards(angle.at, angle.toward);
        let before = |way: Vector| {
            if from_side {
                way.right()
            } else {
                Vector::NEARER
            }
        };
        let (to_waist, to_neck, up) = (along(waist), along(chest), along(head));
        let joints = &mut self.joints;
        let at_waist = to_waist * body::WAIST;
        joints[Middle::Waist] = at_waist;
        joints[Middle::Belly] = at_waist * 0.8 + before(to_waist) * 5.0;
        joints[Middle::Neck] = at_waist + to_neck * body::CHEST;
        joints[Middle::Shoulders] = at_waist + to_neck * body::SHOULDERS_AT;
        joints[Middle::Chest] = at_waist + to_neck * body::CHEST_AT;
        joints[Middle::Breast] = joints[Middle::Chest] + before(to_neck) * 6.0;
        joints[Middle::Head] = joints[Middle::Neck] + up * body::NECK;
        joints[Middle::Crown] = joints[Middle::Head] + up * body::HEAD.1;
        self.up = up;
        self.face = face.map_or_else(
            || {
                if from_side {
                    up.right().unit()
                } else {
                    Vector::NEARER
                }
            },
            along,
        );
        let twist = twist.to_radians();
        let (to_left_shoulder, to_left_hip, width) = if from_side {
            let shoulders = Vector::new(twist.sin(), 0.0, -twist.cos());
            (shoulders, -Vector::NEARER, body::SIDE_WIDTH)
        } else {
            let across = Vector::towards(chest.at - 90.0, 0.0) * twist.cos();
            let hips = if view == View::Lying {
                waist.at - 90.0
            } else {
                pelvis
            };
            let shoulders = Vector::new(across.x, across.y, twist.sin());
            (shoulders, Vector::towards(hips, 0.0), 1.0)
        };
        let (shoulder, hip) = body::HALF_WIDTHS;
        for side in Side::BOTH {
            let out = side.sign() * width;
            joints[Joint::Of(side, Spot::Shoulder)] =
                joints[Middle::Shoulders] + to_left_shoulder * (out * shoulder);
            joints[Joint::Of(side, Spot::Hip)] = joints[Middle::Hips] + to_left_hip * (out * hip);
        }
    }

    fn place_leg(&mut self, side: Side) {
        let leg = self.pose.legs[side as usize];
        let knee =
            self.joints.of(side, Spot::Hip) + self.pose.direction(side, leg.thigh) * body::THIGH;
        let ankle = knee + self.pose.direction(side, leg.shin) * body::SHIN;
        self.set_leg(side, knee, ankle);
    }

    fn keep_foot(&mut self, side: Side, ankle: Vector) {
        let hip = self.joints.of(side, Spot::Hip);
        let knee_way = if self.pose.view == View::Side {
            (ankle - hip).unit().left()
        } else {
            Vector::new(side.sign(), 0.0, 0.6)
        };
        let found = reach(hip, ankle, (body::THIGH, body::SHIN), knee_way);
        self.set_leg(side, found.middle, found.end);
        if found.short > FOOT_SLACK {
            self.short.push(Short {
                side,
                what: Kept::Foot,
                contact: None,
                by: found.short,
            });
        }
    }

    /// Sets knee and ankle and what follows from them.
    fn set_leg(&mut self, side: Side, knee: Vector, ankle: Vector) {
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
        let ((heel_back, heel_down), (toes_ahead, toes_down)) = (body::HEEL, body::TOES);
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

    fn place_arm(&mut self, side: Side) {
        let arm = self.pose.arms[side as usize];
        let way = |angle| self.pose.direction(side, angle);
        let elbow = self.joints.of(side, Spot::Shoulder) + way(arm.upper) * body::ARM;
        let wrist = elbow + way(arm.forearm) * body::FOREARM;
        let tip = wrist + way(arm.hand) * body::HAND;
        self.set_arm(side, elbow, wrist, tip);
    }

    fn reach_with(&mut self, side: Side, palm: Palm, contact: Option<Contact>) {
        let shoulder = self.joints.of(side, Spot::Shoulder);
        let back = if self.pose.arms[side as usize].flip {
            -1.0
        } else {
            1.0
        };
        let elbow_way = match self.pose.view {
            View::Side => (palm.wrist - shoulder).unit().right() * back,
            View::Front => Vector::new(side.sign() * back, -0.5, 0.2),
            View::Lying => Vector::new(0.0, -1.0, 0.3),
            View::Top => Vector::new(side.sign(), 0.0, 0.0),
        };
        let found = reach(shoulder, palm.wrist, (body::ARM, body::FOREARM), elbow_way);
        let fingers = palm
            .fingers
            .unwrap_or_else(|| (found.end - found.middle).unit());
        self.set_arm(
            side,
            found.middle,
            found.end,
            found.end + fingers * body::HAND,
        );
        if found.short > HAND_SLACK {
            self.short.push(Short {
                side,
                what: Kept::Hand,
                contact,
                by: found.short,
            });
        }
    }

    fn set_arm(&mut self, side: Side, elbow: Vector, wrist: Vector, tip: Vector) {
        self.joints[Joint::Of(side, Spot::Elbow)] = elbow;
        self.joints[Joint::Of(side, Spot::Wrist)] = wrist;
        self.joints[Joint::Of(side, Spot::Tip)] = tip;
    }
}
