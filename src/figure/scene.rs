//! What there is to be drawn at a moment, from back to front.

pub(crate) mod arrow;
pub mod hull;
pub(crate) mod limbs;
pub(crate) mod picture;
pub(crate) mod pillow;
pub(crate) mod prop;

use crate::figure::clip::{Clip, Way};
use crate::figure::scene::hull::{Extent, Hull, Point};
use crate::figure::scene::prop::Thing;

/// Hulls of the body that are painted together.
#[derive(Clone, Debug, PartialEq)]
pub struct Limbs {
    /// From back to front.
    pub(crate) hulls: Vec<Hull>,
    /// What is cut out of them: eyes.
    pub(crate) holes: Vec<Hull>,
    /// Whether a gap parts them from what is behind.
    pub(crate) gap: bool,
    /// Whether the first disc is a root, where the gap would cut the limb off.
    pub(crate) is_rooted: bool,
}

/// Something to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
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

/// What there is to be drawn on a way between two keyframes.
pub fn scene(clip: &Clip, way: Way) -> Vec<Item> {
    let mut body = clip.body_on(way);
    body.joints = body.joints.rounded();
    let mut items = Vec::new();
    let (behind, before) = (&clip.picture.behind, &clip.picture.before);
    items.extend(behind.iter().map(|thing| thing.at(&body)));
    items.extend(
        limbs::draw(&body, clip.frame_on(way))
            .into_iter()
            .map(Item::Limbs),
    );
    items.extend(before.iter().map(|thing: &Thing| thing.at(&body)));
    items.extend(clip.picture.arrows.iter().cloned().map(Item::Arrow));
    items
}

/// How much of the page a scene takes.
pub fn extent(items: &[Item], extent: &mut Extent) {
    for item in items {
        match item {
            Item::Floor(y) => extent.from.y = extent.from.y.min(y - 1.5),
            Item::Wall(x, _) => extent.add_across(*x, 2.5),
            Item::Things(hulls) => add_hulls(hulls, extent),
            Item::Limbs(limbs) => add_hulls(&limbs.hulls, extent),
            Item::Frame(frame) => {
                extent.add(frame.from, 0.0);
                extent.add(frame.to, 0.0);
            }
            Item::Water(_) => {}
            Item::Arrow(way) => arrow::extent(way, extent),
        }
    }
}

fn add_hulls(hulls: &[Hull], extent: &mut Extent) {
    for disc in hulls.iter().flat_map(|hull| &hull.discs) {
        extent.add(disc.at, disc.radius);
    }
}
