//! A part of the page.

use crate::figure::scene::point::Point;

/// A part of the page, from its lower left to its upper right corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// Lower left.
    pub from: Point,
    /// Upper right.
    pub to: Point,
}

impl Default for Extent {
    fn default() -> Self {
        Self {
            from: Point::new(f64::INFINITY, f64::INFINITY),
            to: Point::new(f64::NEG_INFINITY, f64::NEG_INFINITY),
        }
    }
}

impl Extent {
    /// Grows to hold a place and what is around it.
    pub(crate) fn add(&mut self, at: Point, around: f64) {
        self.add_across(at.x, around);
        self.add_up(at.y, around);
    }

    /// Grows to the sides.
    pub(crate) fn add_across(&mut self, x: f64, around: f64) {
        self.from.x = self.from.x.min(x - around);
        self.to.x = self.to.x.max(x + around);
    }

    /// Grows up and down.
    pub(crate) fn add_up(&mut self, y: f64, around: f64) {
        self.from.y = self.from.y.min(y - around);
        self.to.y = self.to.y.max(y + around);
    }

    /// Returns whether nothing was added.
    pub(crate) fn is_empty(&self) -> bool {
        !(self.from.x < self.to.x && self.from.y < self.to.y)
    }
}
