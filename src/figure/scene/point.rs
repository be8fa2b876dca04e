//! Places on the page.

use crate::figure::body::vector::Vector;
use crate::figure::words::view::View;

/// A place on the page, y up.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Up.
    pub y: f64,
}

impl Point {
    /// A place on the page.
    pub(crate) const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// A place in space as it is seen: what is nearer is drawn lower in slanted views.
    pub(crate) fn seen(at: Vector, view: View) -> Self {
        Self::new(at.x, at.y - at.z * view.slant())
    }

    /// Returns the distance to another point.
    pub(crate) fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}
