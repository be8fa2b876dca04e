//! Chairs: one that is sat on, one in front, and one on which the shins lie.

use crate::figure::body::height::SEAT;
use crate::figure::body::thick;
use crate::figure::scene::hull::Hull;
use crate::figure::scene::role::Role;
use crate::figure::scene::things::stage::Stage;
use crate::figure::words::joint::{Middle, Spot};
use crate::figure::words::prop::ChairAt;
use crate::figure::words::side::Side;
use crate::figure::words::view::View;

/// From the middle of the seat of a chair to its edges.
pub(crate) const HALF_SEAT: f64 = 13.0;

/// The chair at a place; without one it is sat on.
pub(crate) fn chair(stage: &Stage<'_>, at: Option<ChairAt>) -> Vec<Hull> {
    let right = |spot| stage.body.joints.of(Side::Right, spot);
    match at {
        Some(ChairAt::Shins) => below_shins(stage),
        Some(ChairAt::Front) => {
            let middle = right(Spot::Wrist).x.max(right(Spot::Ankle).x) + 4.0;
            from_side(middle, stage.floor, -1.0)
        }
        None if stage.view == View::Side => {
            from_side(stage.middle(Middle::Hips).x, stage.floor, 1.0)
        }
        None => from_front(stage.middle(Middle::Hips).x, stage.floor),
    }
}

/// The seat of a chair that is seen from the side, around its middle.
fn seat(middle: f64, top: f64) -> Hull {
    let (from, to) = ((middle - HALF_SEAT, top - 3.0), (middle + HALF_SEAT, top));
    Hull::area(Role::Prop, from, to, 0.8)
}

fn below_shins(stage: &Stage<'_>) -> Vec<Hull> {
    let right = |spot| stage.body.joints.of(Side::Right, spot);
    let middle = f64::midpoint(right(Spot::Knee).x, right(Spot::Ankle).x) + 5.0;
    let top = right(Spot::Shin).y - thick::SHIN.0 - 0.4;
    let leg = |x: f64| {
        let feet = (x + 0.5 * (x - middle).signum(), stage.floor + 0.8);
        Hull::line(Role::Prop, (x, top - 2.0), feet, 1.2)
    };
    let (back, back_top) = ((middle + 12.0, top - 1.0), (middle + 14.0, top + 28.0));
    vec![
        seat(middle, top),
        leg(middle - 12.0),
        leg(middle + 12.0),
        Hull::line(Role::Prop, back, back_top, 1.2),
    ]
}

/// `facing` is 1 for a chair whose back is on the left, and -1 for one whose back is on the right.
fn from_side(middle: f64, floor: f64, facing: f64) -> Vec<Hull> {
    let top = SEAT - 0.8;
    let line = |from: (f64, f64), to: (f64, f64)| {
        let from = (middle + from.0 * facing, from.1);
        let to = (middle + to.0 * facing, to.1);
        Hull::line(Role::Prop, from, to, 1.2)
    };
    vec![
        seat(middle, top),
        line((-12.0, top - 1.0), (-14.0, top + 30.0)),
        line((-12.0, top - 2.0), (-13.5, floor + 0.8)),
        line((12.0, top - 2.0), (12.5, floor + 0.8)),
    ]
}

/// Wider than it is, else who sits on it hides it.
fn from_front(middle: f64, floor: f64) -> Vec<Hull> {
    let top = SEAT - 2.0;
    let line = |from: (f64, f64), to: (f64, f64), radius| {
        let (from, to) = ((middle + from.0, from.1), (middle + to.0, to.1));
        Hull::line(Role::Prop, from, to, radius)
    };
    vec![
        line((-15.0, top), (-15.0, top + 31.0), 1.2),
        line((15.0, top), (15.0, top + 31.0), 1.2),
        line((-15.0, top + 30.5), (15.0, top + 30.5), 1.6),
        Hull::area(
            Role::Prop,
            (middle - 17.0, top - 5.0),
            (middle + 17.0, top - 0.5),
            1.2,
        ),
        line((-15.5, top - 3.0), (-16.0, floor + 0.6), 1.2),
        line((15.5, top - 3.0), (16.0, floor + 0.6), 1.2),
    ]
}
