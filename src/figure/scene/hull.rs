//! The one shape that everything is drawn with: the hull of a few discs. A circle has one, a limb two, a box four.

use crate::figure::body::round;
use crate::figure::body::vector::Vector;
use crate::figure::read::words::View;

/// What is drawn, by what it means: the screens have a colour for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Nothing: the ground of the screen.
    #[default]
    None,
    /// The line below the figure.
    Floor,
    /// A wall.
    Wall,
    /// The broad side of a thing.
    Dim,
    /// A thing.
    Prop,
    /// A mat.
    Mat,
    /// Pillows and bolsters.
    Pillow,
    /// What is farther away of the body.
    Far,
    /// The body.
    Near,
    /// What is worked.
    Highlight,
    /// Straps, and what keeps afloat.
    Strap,
    /// Water.
    Water,
    /// Where it moves.
    Arrow,
}

impl Role {
    /// All, in the order of their numbers; of two that weigh as much the first is seen.
    pub(crate) const ALL: [Self; 13] = [
        Self::None,
        Self::Floor,
        Self::Wall,
        Self::Dim,
        Self::Prop,
        Self::Mat,
        Self::Pillow,
        Self::Far,
        Self::Near,
        Self::Highlight,
        Self::Strap,
        Self::Water,
        Self::Arrow,
    ];

    /// Which of several in one place is seen, in hundredths for each part of it.
    pub(crate) const fn weight(self) -> u32 {
        match self {
            Self::None => 0,
            Self::Dim => 50,
            Self::Floor | Self::Mat => 60,
            Self::Wall => 70,
            Self::Prop | Self::Pillow => 80,
            Self::Water => 90,
            Self::Far => 100,
            Self::Near => 125,
            Self::Arrow => 150,
            Self::Strap => 160,
            Self::Highlight => 180,
        }
    }

    /// A word for it.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Floor => "floor",
            Self::Wall => "wall",
            Self::Dim => "dim",
            Self::Prop => "prop",
            Self::Mat => "mat",
            Self::Pillow => "pillow",
            Self::Far => "far",
            Self::Near => "near",
            Self::Highlight => "highlight",
            Self::Strap => "strap",
            Self::Water => "water",
            Self::Arrow => "arrow",
        }
    }
}

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

    /// How far it is to another.
    pub(crate) fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

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
    /// What it is.
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

    /// Whether nothing was added.
    pub(crate) fn is_empty(&self) -> bool {
        !(self.from.x < self.to.x && self.from.y < self.to.y)
    }
}
