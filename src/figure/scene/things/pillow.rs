//! Pillows: each fills the gap between a part of the body and what it lies on.

use crate::figure::body::length::HEAD;
use crate::figure::body::skeleton::Skeleton;
use crate::figure::body::thick;
use crate::figure::body::vector::Vector;
use crate::figure::scene::hull::Hull;
use crate::figure::scene::point::Point;
use crate::figure::scene::role::Role;
use crate::figure::scene::things::stage::Stage;
use crate::figure::words::joint::{Joint, Middle, Spot};
use crate::figure::words::prop::PillowAt;
use crate::figure::words::side::Side;

/// A pillow from `left` to `right` that fills what is between the floor and `top`, or is at least so thick.
fn below(left: f64, right: f64, floor: f64, top: f64, least: f64) -> Hull {
    let half = ((top - floor) / 2.0).max(least);
    Hull::flat(
        Role::Pillow,
        &[(left, floor + half, half), (right, floor + half, half)],
    )
}

/// The pillow at a place.
pub(crate) fn at(stage: &Stage<'_>, at: PillowAt) -> Hull {
    let floor = stage.floor;
    let of = |side, spot| stage.seen(Joint::Of(side, spot));
    match at {
        PillowAt::Head => {
            let (head, neck) = (stage.middle(Middle::Head), stage.middle(Middle::Neck));
            let inward = if neck.x < head.x { -1.0 } else { 1.0 };
            let (from, to) = (head.x - 5.0 * inward, head.x + 6.0 * inward);
            below(from, to, floor, head.y - HEAD.0, 1.6)
        }
        PillowAt::Back => back(stage),
        PillowAt::Knees | PillowAt::KneesOut => {
            let [left, right] = Side::BOTH.map(|side| of(side, Spot::Knee));
            let middle = f64::midpoint(left.x, right.x);
            let top = left.y.min(right.y) - thick::SHIN.0;
            below(middle - 2.5, middle + 2.5, floor, top, 2.2)
        }
        PillowAt::Chest => {
            let (chest, head) = (stage.middle(Middle::Chest), stage.middle(Middle::Head));
            let top = (chest.y - thick::CHEST).min(head.y - HEAD.0);
            let outward = if head.x < chest.x { -1.0 } else { 1.0 };
            let (from, to) = (chest.x + outward, head.x + 6.0 * outward);
            below(from, to, floor, top, 2.0)
        }
        PillowAt::Hips => {
            let hips = stage.middle(Middle::Hips);
            let top = hips.y - thick::PELVIS;
            below(hips.x - 6.0, hips.x + 6.0, floor, top, 1.8)
        }
        PillowAt::KneesBetween => between_knees(stage),
        PillowAt::Side => {
            let knee = of(Side::Left, Spot::Knee);
            let (x, y) = (knee.x + 5.0, knee.y);
            Hull::flat(Role::Pillow, &[(x, y + 5.0, 5.0), (x, y - 10.0, 5.0)])
        }
        PillowAt::HeadTop => {
            let head = stage.middle(Middle::Head);
            let y = head.y - 1.0;
            Hull::flat(
                Role::Pillow,
                &[(head.x - 9.0, y, 6.0), (head.x + 9.0, y, 6.0)],
            )
        }
    }
}

/// A wedge below the leaning back.
fn back(stage: &Stage<'_>) -> Hull {
    let (hips, neck) = (stage.middle(Middle::Hips), stage.middle(Middle::Neck));
    let along = Vector::new(neck.x - hips.x, neck.y - hips.y, 0.0).unit();
    // Out of the back, which is below.
    let out = if along.left().y > 0.0 {
        along.right()
    } else {
        along.left()
    };
    let off = thick::CHEST + 1.6;
    let from = |point: Point, on: f64| {
        Point::new(
            point.x + along.x * on + out.x * off,
            point.y + along.y * on + out.y * off,
        )
    };
    let (low, high) = (from(hips, 6.0), from(neck, 9.0));
    let floor = stage.floor;
    // The wedge stands under the shoulders, on the side to which the back leans.
    let heel = high.x + 3.0 * along.x.signum();
    Hull::flat(
        Role::Pillow,
        &[
            (low.x, low.y.max(floor + 1.2), 1.4),
            (high.x, high.y, 2.0),
            (heel, floor + 2.0, 2.0),
        ],
    )
}

fn between_knees(stage: &Stage<'_>) -> Hull {
    let joints = &stage.body.joints;
    let both = |spot| {
        let [left, right] = Side::BOTH.map(|side| joints.of(side, spot));
        left.mix(right, 0.5)
    };
    let (knees, ankles) = (both(Spot::Knee), both(Spot::Ankle));
    // It sticks out a little on the side of the hips.
    let out = (joints[Middle::Hips].x - knees.x).signum() * 6.0;
    Hull::seen(
        stage.view,
        Role::Pillow,
        &[
            (knees + Vector::new(out, 0.0, 0.0), 2.8),
            (knees.mix(ankles, 0.6), 2.4),
        ],
    )
}

/// One below each knee, where the knees are now.
pub(crate) fn below_knees(body: &Skeleton) -> Vec<Hull> {
    let view = body.pose.view;
    let floor = -1.2 - view.slant() * 6.0;
    Side::BOTH
        .into_iter()
        .map(|side| {
            let knee = Point::seen(body.joints.of(side, Spot::Knee), view);
            let top = knee.y - thick::SHIN.0;
            below(knee.x - 3.0, knee.x + 3.0, floor, top, 2.2)
        })
        .collect()
}
