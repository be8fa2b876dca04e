//! The scale of a picture, and its place in its cells.

use crate::figure::scene::extent::Extent;
use crate::figure::scene::point::Point;

/// The size of a picture, in cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CellSize {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// Dots in a row of a cell, and in a column of it.
pub(crate) const DOTS: (u16, u16) = (2, 4);

/// The margin, in dots.
const MARGIN: f64 = 1.0;
/// Standing up, a figure that is drawn at its largest would be so much higher than the picture: one that lies is not
/// blown up to fill it.
const LARGEST: f64 = 1.35;
/// The largest scale of a picture of a part of it.
const LARGEST_PART: f64 = 4.0;
/// The share of the free height that stays below.
const BELOW: f64 = 0.35;

/// From units of the body to dots, which are twice as many in a row and four times as many in a column as cells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit {
    /// Dots a unit.
    pub(crate) scale: f64,
    left: f64,
    bottom: f64,
    /// Dots in a row.
    pub width: usize,
    /// Dots in a column.
    pub height: usize,
}

impl Fit {
    /// The whole figure as large as it goes, in the middle.
    pub fn whole(extent: &Extent, size: CellSize) -> Self {
        Self::of(extent, size, LARGEST)
    }

    /// A part of the figure as large as it goes; what is around it is cut off.
    pub(crate) fn part(extent: &Extent, size: CellSize) -> Self {
        Self::of(extent, size, LARGEST_PART)
    }

    fn of(extent: &Extent, size: CellSize, largest: f64) -> Self {
        let dots = |cells: u16, dots: u16| usize::from(cells) * usize::from(dots);
        let (width, height) = (dots(size.width, DOTS.0), dots(size.height, DOTS.1));
        #[expect(
            clippy::cast_precision_loss,
            reason = "65535 cells of four dots at most"
        )]
        let (across, up) = (width as f64, height as f64);
        let wide = (extent.to.x - extent.from.x).max(1.0);
        let high = (extent.to.y - extent.from.y).max(1.0);
        let free = |dots: f64| (dots - 2.0 * MARGIN).max(1.0);
        let scale = (free(across) / wide)
            .min(free(up) / high)
            .min(largest * up / 100.0);
        let slack = free(up) - high * scale;
        Self {
            scale,
            left: across / 2.0 - f64::midpoint(extent.from.x, extent.to.x) * scale,
            bottom: up - MARGIN + extent.from.y * scale - slack * BELOW,
            width,
            height,
        }
    }

    /// A place on the page in dots from the upper left corner.
    pub fn dots(&self, at: Point) -> Point {
        Point::new(
            self.left + at.x * self.scale,
            self.bottom - at.y * self.scale,
        )
    }
}
