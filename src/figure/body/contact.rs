//! The place of a hand that touches something.

use crate::figure::body::height::{COUNTER, RAIL, SEAT};
use crate::figure::body::length;
use crate::figure::body::skeleton::{Palm, Skeleton};
use crate::figure::body::vector::Vector;
use crate::figure::words::contact::{Contact, Hold};
use crate::figure::words::joint::{Joint, Middle, Spot};
use crate::figure::words::side::Side;
use crate::figure::words::view::View;

/// Returns the place of the wrist, and the direction of the fingers where the thing sets it.
pub(crate) fn target(body: &Skeleton, side: Side, contact: Contact) -> Palm {
    match contact {
        Contact::Body(joint) => on_body(body, side, joint),
        Contact::Hold(hold) => on_thing(body, side, hold),
    }
}

fn on_body(body: &Skeleton, side: Side, joint: Joint) -> Palm {
    let at = body.joints[joint];
    let wrist = if body.pose.view == View::Side {
        Vector {
            z: body.joints.of(side, Spot::Shoulder).z,
            ..at
        }
    } else {
        at + Vector::NEARER * 4.0
    };
    Palm {
        wrist,
        fingers: None,
    }
}

fn on_thing(body: &Skeleton, side: Side, hold: Hold) -> Palm {
    let shoulder = body.joints.of(side, Spot::Shoulder);
    let from_side = body.pose.view == View::Side;
    let ahead = Vector::new(1.0, 0.0, 0.0);
    let (wrist, fingers) = match hold {
        Hold::Floor => (Vector::new(shoulder.x + 1.5, 2.0, shoulder.z), ahead),
        Hold::Counter | Hold::Rail => {
            let height = if hold == Hold::Counter { COUNTER } else { RAIL } + 1.8;
            if body.pose.view == View::Front {
                let wrist = Vector::new(shoulder.x + side.sign() * 2.0, height, 14.0);
                (wrist, Vector::new(0.0, 0.05, 1.0))
            } else {
                // As far as an arm that is a little bent.
                let arm = (length::ARM + length::FOREARM) * 0.93;
                let down = shoulder.y - height;
                let ahead_by = (arm * arm - down * down).max(9.0).sqrt();
                let wrist = Vector::new(shoulder.x + ahead_by, height, shoulder.z);
                (wrist, ahead)
            }
        }
        Hold::Seat => {
            let hips = body.joints[Middle::Hips];
            if from_side {
                (Vector::new(hips.x + 2.0, SEAT + 2.0, shoulder.z), ahead)
            } else {
                let wrist = Vector::new(hips.x + side.sign() * 11.0, SEAT + 1.5, 2.0);
                (wrist, Vector::new(0.0, -0.2, 1.0))
            }
        }
        Hold::Lap => {
            let thigh = body.joints.of(side, Spot::Thigh);
            if from_side {
                let wrist = Vector::new(thigh.x, thigh.y + 5.0, shoulder.z);
                (wrist, Vector::new(1.0, -0.1, 0.0))
            } else {
                let wrist = thigh + Vector::new(0.0, 5.5, 0.0);
                (wrist, Vector::new(0.0, -0.3, 1.0))
            }
        }
        Hold::Chair => {
            let wrist = Vector::new(shoulder.x + 22.0, SEAT + 2.0, shoulder.z);
            (wrist, ahead)
        }
    };
    Palm {
        wrist,
        fingers: Some(fingers.unit()),
    }
}
