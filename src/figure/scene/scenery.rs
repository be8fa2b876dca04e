//! The scenery, which is the same in every picture of a figure: its things and its arrows.

use crate::figure::body::fixed::Fixed;
use crate::figure::body::motion::Motion;
use crate::figure::body::place::place;
use crate::figure::body::shot::LoopWay;
use crate::figure::scene::arrow;
use crate::figure::scene::item::SceneItem;
use crate::figure::scene::limbs;
use crate::figure::scene::point::Point;
use crate::figure::scene::things::arrange::{SceneThings, arrange};
use crate::figure::words::joint::Middle;

/// The things and arrows, which are the same in every picture of a figure.
#[derive(Clone, Debug)]
pub(crate) struct Scenery {
    /// Things behind and before the body.
    pub(crate) things: SceneThings,
    /// Arrows, each with its head at the last point.
    pub(crate) arrows: Vec<Vec<Point>>,
    /// The position of the hips in the first keyframe, from the left: things are placed by it.
    pub(crate) hips: f64,
}

impl Scenery {
    /// The things and the arrows of a loop.
    pub(crate) fn of(motion: &Motion) -> Self {
        let first = place(&motion.poses[0], &Fixed::default());
        let given = motion.common.arrow.iter().flatten();
        Self {
            things: arrange(&first, &motion.frames[0]),
            arrows: given
                .map(|arrow| arrow::points(motion, arrow.value))
                .collect(),
            hips: first.joints[Middle::Hips].x,
        }
    }

    /// Returns the items to draw between two keyframes, from back to front.
    pub(crate) fn items(&self, motion: &Motion, way: LoopWay) -> Vec<SceneItem> {
        let mut body = motion.body_on(way);
        body.joints = body.joints.rounded();
        let SceneThings { behind, before } = &self.things;
        let limbs = limbs::draw(&body, motion.frame_on(way));
        let mut items: Vec<SceneItem> = behind.iter().map(|thing| thing.at(&body)).collect();
        items.extend(limbs.into_iter().map(SceneItem::Limbs));
        items.extend(before.iter().map(|thing| thing.at(&body)));
        items.extend(self.arrows.iter().cloned().map(SceneItem::Arrow));
        items
    }
}
