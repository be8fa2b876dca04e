//! The items of a scene, each drawn as one piece.

use crate::figure::scene::extent::Extent;
use crate::figure::scene::hull::Hull;
use crate::figure::scene::limbs::Limbs;
use crate::figure::scene::point::Point;

/// Something to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum SceneItem {
    /// A line below everything, over the whole width.
    Floor(f64),
    /// A line of the whole height, and on which side of it the wall is: 1 is right.
    Wall(f64, f64),
    /// Things.
    Things(Vec<Hull>),
    /// A part of the body.
    Limbs(Limbs),
    /// A bed from above.
    Frame(Extent),
    /// The line of the water.
    Water(f64),
    /// A way, its head at the end.
    Arrow(Vec<Point>),
}

/// Extends `extent` by the space that a scene takes on the page.
pub fn extent(items: &[SceneItem], extent: &mut Extent) {
    for item in items {
        match item {
            SceneItem::Floor(y) => extent.from.y = extent.from.y.min(y - 1.5),
            SceneItem::Wall(x, _) => extent.add_across(*x, 2.5),
            SceneItem::Things(hulls) => add_hulls(hulls, extent),
            SceneItem::Limbs(limbs) => add_hulls(&limbs.hulls, extent),
            SceneItem::Frame(frame) => {
                extent.add(frame.from, 0.0);
                extent.add(frame.to, 0.0);
            }
            SceneItem::Water(_) => {}
            SceneItem::Arrow(way) => add_arrow(way, extent),
        }
    }
}

fn add_hulls(hulls: &[Hull], extent: &mut Extent) {
    for disc in hulls.iter().flat_map(|hull| &hull.discs) {
        extent.add(disc.at, disc.radius);
    }
}

/// Adds the part of the page that an arrow takes.
pub(crate) fn add_arrow(way: &[Point], extent: &mut Extent) {
    for &point in way {
        extent.add(point, 3.0);
    }
}
