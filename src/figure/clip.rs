//! A figure that is ready to be drawn.

use crate::figure::body::motion::Motion;
use crate::figure::body::shot::LoopWay;
use crate::figure::scene::framing::Framing;
use crate::figure::scene::item::SceneItem;
use crate::figure::scene::scenery::Scenery;

/// A figure, ready to be drawn at any time of its loop.
#[derive(Clone, Debug)]
pub struct Clip {
    /// The body in its loop.
    pub motion: Motion,
    /// Things and arrows.
    pub(crate) scenery: Scenery,
    /// The extent on the page.
    pub framing: Framing,
}

impl Clip {
    /// Returns the items to draw between two keyframes, from back to front.
    pub fn scene(&self, way: LoopWay) -> Vec<SceneItem> {
        self.scenery.items(&self.motion, way)
    }
}
