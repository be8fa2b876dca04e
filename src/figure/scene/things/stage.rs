//! The body of the first keyframe, by which things are placed.

use crate::figure::body::ground::carrying;
use crate::figure::body::skeleton::Skeleton;
use crate::figure::body::vector::round;
use crate::figure::scene::point::Point;
use crate::figure::words::joint::{Joint, Middle, Spot};
use crate::figure::words::side::Side;
use crate::figure::words::view::View;

/// The measures by which things are placed.
pub(crate) struct Stage<'a> {
    pub(crate) body: &'a Skeleton,
    pub(crate) view: View,
    /// The floor as it is drawn.
    pub(crate) floor: f64,
    /// The leftmost position of any joint.
    pub(crate) left: f64,
    pub(crate) right: f64,
}

impl<'a> Stage<'a> {
    pub(crate) fn of(body: &'a Skeleton) -> Self {
        let view = body.pose.view;
        let across = || body.joints.iter().map(|at| at.x);
        Self {
            body,
            view,
            floor: floor(body),
            left: across().fold(f64::INFINITY, f64::min),
            right: across().fold(f64::NEG_INFINITY, f64::max),
        }
    }

    pub(crate) fn seen(&self, joint: Joint) -> Point {
        Point::seen(self.body.joints[joint], self.view)
    }

    pub(crate) fn middle(&self, middle: Middle) -> Point {
        self.seen(Joint::Middle(middle))
    }

    /// Returns the rightmost of the spots, of both sides.
    pub(crate) fn rightmost(&self, spots: &[Spot]) -> f64 {
        Side::BOTH
            .into_iter()
            .flat_map(|side| spots.iter().map(move |&spot| (side, spot)))
            .map(|(side, spot)| self.body.joints.of(side, spot).x)
            .fold(f64::NEG_INFINITY, f64::max)
    }

    /// Returns the lowest and the highest position of any joint on the page.
    pub(crate) fn height(&self) -> (f64, f64) {
        let ys = || self.body.joints.iter().map(|at| at.y);
        (
            ys().fold(f64::INFINITY, f64::min),
            ys().fold(f64::NEG_INFINITY, f64::max),
        )
    }
}

/// The floor is drawn below what comes farthest towards the viewer.
fn floor(body: &Skeleton) -> f64 {
    let view = body.pose.view;
    if view == View::Top {
        return 0.0;
    }
    let lowest = carrying()
        .map(|(joint, radius)| Point::seen(body.joints[joint], view).y - radius)
        .fold(0.0, f64::min);
    round(lowest - 0.6)
}
