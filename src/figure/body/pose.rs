//! A whole posture: every segment has a direction, and nothing is left to follow.

use crate::figure::body::vector::{Vector, turn};
use crate::figure::read::layer::{Aim, Angle, FigureLayer};
use crate::figure::words::contact::Contact;
use crate::figure::words::segment::{Limb, Trunk};
use crate::figure::words::side::Side;
use crate::figure::words::view::{Rest, View};

/// An arm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Arm {
    /// From the shoulder to the elbow.
    pub(crate) upper: Angle,
    /// From the elbow to the wrist.
    pub(crate) forearm: Angle,
    /// From the wrist to the tip.
    pub(crate) hand: Angle,
    /// The contact of the hand; with one, the angles are only a guess.
    pub(crate) contact: Option<Contact>,
    /// True if the elbow bends to the other side.
    pub(crate) flip: bool,
}

/// A leg.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Leg {
    /// From the hip to the knee.
    pub(crate) thigh: Angle,
    /// From the knee to the ankle.
    pub(crate) shin: Angle,
    /// From the heel to the toes.
    pub(crate) foot: Angle,
}

/// A whole posture.
#[derive(Clone, Debug, PartialEq)]
pub struct Pose {
    /// From where it is seen.
    pub view: View,
    /// The support of the body.
    pub rest: Rest,
    /// The support at the end of the current movement, and the progress from 0 to 1.
    pub(crate) next_rest: Option<(Rest, f64)>,
    /// From the hips to the waist.
    pub(crate) waist: Angle,
    /// From the waist to the neck.
    pub(crate) chest: Angle,
    /// From the neck to the crown.
    pub(crate) head: Angle,
    /// Tilt of the line through the hips.
    pub(crate) pelvis: f64,
    /// Turn of the line through the shoulders.
    pub(crate) twist: f64,
    /// The direction of the face, if not forward.
    pub(crate) face: Option<Angle>,
    /// Left and right.
    pub(crate) arms: [Arm; 2],
    /// Left and right.
    pub(crate) legs: [Leg; 2],
}

/// Towards the toes, where a foot is not set.
fn default_foot(view: View, shin: Angle) -> Angle {
    match view {
        View::Side => Angle {
            at: shin.at + 90.0,
            toward: shin.toward,
        },
        View::Front => Angle {
            at: 0.0,
            toward: 65.0,
        },
        View::Lying | View::Top => Angle {
            at: shin.at - 8.0,
            toward: 30.0,
        },
    }
}

impl Pose {
    /// The posture that the tables say, with what they leave out.
    pub(crate) fn of(layer: &FigureLayer) -> Self {
        let view = layer.view.unwrap_or(View::Side);
        let trunk = |segment| layer.trunk(segment).map(|given| given.value);
        let torso = trunk(Trunk::Torso).unwrap_or(Angle::flat(90.0));
        let chest = trunk(Trunk::Chest).unwrap_or(torso);
        let set = |side, segment| match layer.limb(side, segment).map(|given| given.value) {
            Some(Aim::Angle(angle)) => Some(angle),
            _ => None,
        };
        let down = Angle::flat(-90.0);
        let arm = |side| {
            let arm = set(side, Limb::Arm).unwrap_or(down);
            let forearm = set(side, Limb::Forearm).unwrap_or(arm);
            let contact = match layer.limb(side, Limb::Hand).map(|given| given.value) {
                Some(Aim::Contact(contact)) => Some(contact),
                _ => None,
            };
            Arm {
                upper: arm,
                forearm,
                hand: set(side, Limb::Hand).unwrap_or(forearm),
                contact,
                flip: layer.flip[side as usize].unwrap_or(false),
            }
        };
        let leg = |side| {
            let thigh = set(side, Limb::Thigh).unwrap_or(down);
            let shin = set(side, Limb::Shin).unwrap_or(thigh);
            Leg {
                thigh,
                shin,
                foot: set(side, Limb::Foot).unwrap_or_else(|| default_foot(view, shin)),
            }
        };
        Self {
            view,
            rest: layer.rest.unwrap_or(Rest::Floor),
            next_rest: None,
            waist: trunk(Trunk::Waist).unwrap_or(torso),
            chest,
            head: trunk(Trunk::Head).unwrap_or(chest),
            pelvis: layer.pelvis.unwrap_or_default(),
            twist: layer.twist.unwrap_or_default(),
            face: layer.face,
            arms: Side::BOTH.map(arm),
            legs: Side::BOTH.map(leg),
        }
    }

    /// The posture on the way to another, 0 here and 1 there. Each segment takes the smaller turn.
    #[must_use]
    pub(crate) fn mix(&self, other: &Self, part: f64) -> Self {
        let angle = |from: Angle, to: Angle| Angle {
            at: from.at + turn(from.at, to.at) * part,
            toward: from.toward + (to.toward - from.toward) * part,
        };
        let number = |from: f64, to: f64| from + (to - from) * part;
        let arm = |side: Side| {
            let (from, to) = (&self.arms[side as usize], &other.arms[side as usize]);
            Arm {
                upper: angle(from.upper, to.upper),
                forearm: angle(from.forearm, to.forearm),
                hand: angle(from.hand, to.hand),
                contact: from.contact,
                flip: from.flip,
            }
        };
        let leg = |side: Side| {
            let (from, to) = (&self.legs[side as usize], &other.legs[side as usize]);
            Leg {
                thigh: angle(from.thigh, to.thigh),
                shin: angle(from.shin, to.shin),
                foot: angle(from.foot, to.foot),
            }
        };
        Self {
            view: self.view,
            rest: self.rest,
            next_rest: (self.rest != other.rest).then_some((other.rest, part)),
            waist: angle(self.waist, other.waist),
            chest: angle(self.chest, other.chest),
            head: angle(self.head, other.head),
            pelvis: number(self.pelvis, other.pelvis),
            twist: number(self.twist, other.twist),
            face: match (self.face, other.face) {
                (Some(from), Some(to)) => Some(angle(from, to)),
                (from, to) => {
                    if part < 0.5 {
                        from
                    } else {
                        to
                    }
                }
            },
            arms: Side::BOTH.map(arm),
            legs: Side::BOTH.map(leg),
        }
    }

    /// The direction in space of an angle of a limb.
    pub(crate) fn direction(&self, side: Side, angle: Angle) -> Vector {
        let at = if self.view.is_mirrored() && side == Side::Right {
            180.0 - angle.at
        } else {
            angle.at
        };
        Vector::towards(at, angle.toward)
    }

    /// The angle of a limb that points in a direction.
    pub(crate) fn angle_of(&self, side: Side, direction: Vector) -> Angle {
        let at = direction.angle();
        Angle {
            at: if self.view.is_mirrored() && side == Side::Right {
                180.0 - at
            } else {
                at
            },
            toward: direction.out(),
        }
    }
}
