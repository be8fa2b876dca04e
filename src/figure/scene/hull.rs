//! The one shape that everything is drawn with: the hull of a few discs. A circle has one, a limb two, a box four.

use crate::figure::body::vector::{Vector, round};
use crate::figure::scene::point::Point;
use crate::figure::scene::role::Role;
use crate::figure::words::view::View;

/// A disc on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Disc {
    /// Its middle.
    pub(crate) at: Point,
    /// Its radius.
    pub(crate) radius: f64,
}

impl Disc {
    /// A disc of a place, to 1/1024 of a unit.
    pub(crate) fn new(at: Point, radius: f64) -> Self {
        Self {
            at: Point::new(round(at.x), round(at.y)),
            radius: round(radius),
        }
    }
}

/// The hull of discs.
#[derive(Clone, Debug, PartialEq)]
pub struct Hull {
    /// One to four discs.
    pub(crate) discs: Vec<Disc>,
    /// The role of its dots.
    pub(crate) role: Role,
}

impl Hull {
    /// A hull of places in space, as they are seen.
    pub(crate) fn seen(view: View, role: Role, discs: &[(Vector, f64)]) -> Self {
        let discs = discs
            .iter()
            .map(|&(at, radius)| Disc::new(Point::seen(at, view), radius));
        Self {
            discs: discs.collect(),
            role,
        }
    }

    /// A hull of places on the page.
    pub(crate) fn flat(role: Role, discs: &[(f64, f64, f64)]) -> Self {
        let discs = discs
            .iter()
            .map(|&(x, y, radius)| Disc::new(Point::new(x, y), radius));
        Self {
            discs: discs.collect(),
            role,
        }
    }

    /// A line of a thickness.
    pub(crate) fn line(role: Role, from: (f64, f64), to: (f64, f64), radius: f64) -> Self {
        Self::flat(role, &[(from.0, from.1, radius), (to.0, to.1, radius)])
    }

    /// A box from its lower left to its upper right corner, its corners rounded.
    pub(crate) fn area(role: Role, from: (f64, f64), to: (f64, f64), radius: f64) -> Self {
        let (left, right) = (from.0 + radius, to.0 - radius);
        let (below, above) = (from.1 + radius, to.1 - radius);
        Self::flat(
            role,
            &[
                (left, below, radius),
                (right, below, radius),
                (right, above, radius),
                (left, above, radius),
            ],
        )
    }
}
