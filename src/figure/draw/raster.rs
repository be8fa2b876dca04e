//! From a scene to dots: painted three times as fine as the dots are, from back to front, each part of the body with a
//! gap around it.

use crate::figure::draw::fit::Fit;
use crate::figure::draw::outline::HullOutline;
use crate::figure::draw::stroke;
use crate::figure::scene::extent::Extent;
use crate::figure::scene::hull::{Disc, Hull};
use crate::figure::scene::item::SceneItem;
use crate::figure::scene::limbs::Limbs;
use crate::figure::scene::point::Point;
use crate::figure::scene::role::Role;

/// Samples in a row or a column of a dot. Of even numbers, half would lie on the edges of what is straight.
pub(crate) const FINE: usize = 3;

/// The gap around a part of the body, in dots and in units: the smaller holds.
const GAP: (f64, f64) = (0.9, 2.1);
/// Nothing of the body is thinner, in dots from its middle.
const THINNEST: f64 = 0.62;
/// No thing is.
const THINNEST_THING: f64 = 0.5;
/// A hole that would be smaller, in dots, is left out.
const SMALLEST_HOLE: f64 = 0.36;

/// A picture, painted.
#[derive(Clone, Debug)]
pub(crate) struct Raster {
    /// Roles, row by row from the top.
    samples: Vec<Role>,
    /// Samples in a row.
    width: usize,
    height: usize,
    fit: Fit,
    /// Kept to be used again.
    outline: HullOutline,
    /// Kept in the same way: from where to where each row is filled.
    edges: Vec<(f64, f64)>,
}

impl Raster {
    /// Paints a scene.
    pub(crate) fn of(items: &[SceneItem], fit: Fit) -> Self {
        let (width, height) = (fit.width * FINE, fit.height * FINE);
        let mut canvas = Self {
            samples: vec![Role::None; width * height],
            width,
            height,
            fit,
            outline: HullOutline::default(),
            edges: Vec::new(),
        };
        let floor = items.iter().find_map(|item| match item {
            SceneItem::Floor(y) => Some(*y),
            _ => None,
        });
        for item in items {
            canvas.paint(item, floor);
        }
        canvas
    }

    /// The samples of a part of a row.
    pub(crate) fn row(&self, y: usize, from: usize, count: usize) -> &[Role] {
        let start = y * self.width + from;
        self.samples.get(start..start + count).unwrap_or_default()
    }

    /// Mirrors the picture.
    #[must_use]
    pub(crate) fn mirrored(mut self) -> Self {
        if self.width > 0 {
            self.samples
                .chunks_exact_mut(self.width)
                .for_each(<[Role]>::reverse);
        }
        self
    }

    fn paint(&mut self, item: &SceneItem, floor: Option<f64>) {
        match item {
            SceneItem::Floor(y) => self.paint_floor(*y),
            SceneItem::Wall(x, side) => self.paint_wall(*x, *side, floor),
            SceneItem::Things(hulls) => {
                for hull in hulls {
                    self.paint_hull(hull, hull.role, 0.0, THINNEST_THING);
                }
            }
            SceneItem::Limbs(limbs) => self.paint_limbs(limbs),
            SceneItem::Frame(frame) => self.paint_frame(frame),
            SceneItem::Water(y) => self.paint_water(*y),
            SceneItem::Arrow(way) => self.paint_arrow(way),
        }
    }

    fn paint_limbs(&mut self, limbs: &Limbs) {
        let gap = GAP.0.min(GAP.1 * self.fit.scale);
        if limbs.gap {
            for (index, hull) in limbs.hulls.iter().enumerate() {
                if index == 0 && limbs.is_rooted {
                    self.paint_gap_of_rooted(hull, gap);
                } else {
                    self.paint_hull(hull, Role::None, gap, THINNEST);
                }
            }
        }
        for hull in &limbs.hulls {
            self.paint_hull(hull, hull.role, 0.0, THINNEST);
        }
        for hole in &limbs.holes {
            let radius = hole.discs.first().map_or(0.0, |disc| disc.radius);
            if radius * self.fit.scale > SMALLEST_HOLE {
                self.paint_hull(hole, Role::None, 0.0, THINNEST_THING);
            }
        }
    }

    /// No gap at the root, else the limb would be cut off.
    fn paint_gap_of_rooted(&mut self, hull: &Hull, gap: f64) {
        let mut circles = self.circles(hull, THINNEST);
        for (_, radius) in circles.iter_mut().skip(1) {
            *radius += gap;
        }
        self.fill_circles(&circles, Role::None);
    }

    fn paint_hull(&mut self, hull: &Hull, role: Role, grown: f64, thinnest: f64) {
        let mut circles = self.circles(hull, thinnest);
        for (_, radius) in &mut circles {
            *radius += grown;
        }
        self.fill_circles(&circles, role);
    }

    /// The discs of a hull in dots, none thinner than that.
    fn circles(&self, hull: &Hull, thinnest: f64) -> Vec<(Point, f64)> {
        let circle = |disc: &Disc| {
            let radius = (disc.radius * self.fit.scale).max(thinnest);
            (self.fit.dots(disc.at), radius)
        };
        hull.discs.iter().map(circle).collect()
    }

    /// Fills the hull of circles, given in dots.
    fn fill_circles(&mut self, circles: &[(Point, f64)], role: Role) {
        let mut outline = std::mem::take(&mut self.outline);
        self.fill(outline.of(circles), role);
        self.outline = outline;
    }

    /// Fills every sample whose middle lies within the corners, given in dots and counted to the right: between the
    /// edge that goes up and the edge that goes down in its row.
    fn fill(&mut self, corners: &[Point], role: Role) {
        let fine = whole(FINE);
        let ys = || corners.iter().map(|corner| corner.y * fine);
        let top = ys().fold(f64::INFINITY, f64::min);
        let bottom = ys().fold(f64::NEG_INFINITY, f64::max);
        let rows = span(top, bottom, self.height);
        self.edges.clear();
        self.edges.resize(rows.len(), (0.0, whole(self.width)));
        for (index, from) in corners.iter().enumerate() {
            let to = corners[(index + 1) % corners.len()];
            let (ax, ay) = (from.x * fine, from.y * fine);
            let (bx, by) = (to.x * fine, to.y * fine);
            let slope = (bx - ax) / (by - ay);
            for row in span(ay.min(by), ay.max(by), self.height) {
                let x = ax + (whole(row) + 0.5 - ay) * slope;
                let (left, right) = &mut self.edges[row - rows.start];
                if by > ay {
                    *right = right.min(x);
                } else {
                    *left = left.max(x);
                }
            }
        }
        for (row, &(left, right)) in rows.zip(&self.edges) {
            let columns = span(left, right, self.width);
            let start = row * self.width;
            self.samples[start + columns.start..start + columns.end].fill(role);
        }
    }

    /// Fills whole dots.
    fn fill_dots(&mut self, from: (f64, f64), to: (f64, f64), role: Role) {
        let corners = [
            Point::new(from.0, from.1),
            Point::new(to.0, from.1),
            Point::new(to.0, to.1),
            Point::new(from.0, to.1),
        ];
        self.fill(&corners, role);
    }

    /// On whole dots, else it would be two dots thick in small pictures. A floor below the picture is not seen: of a
    /// part of the body it would cut through what is shown.
    fn paint_floor(&mut self, y: f64) {
        let lowest = whole(self.fit.height.saturating_sub(1));
        let y = self.fit.dots(Point::new(0.0, y)).y.round();
        if y > lowest + 1.0 {
            return;
        }
        let y = y.min(lowest);
        let width = whole(self.fit.width);
        self.fill_dots((0.0, y), (width, y + 1.0), Role::Floor);
    }

    fn paint_wall(&mut self, x: f64, side: f64, floor: Option<f64>) {
        let x = self.fit.dots(Point::new(x, 0.0)).x.round();
        let x = if side > 0.0 { x } else { x - 1.0 };
        let bottom = floor.map_or(whole(self.fit.height), |y| {
            self.fit.dots(Point::new(0.0, y)).y
        });
        self.fill_dots((x, 0.0), (x + 1.0, bottom), Role::Wall);
        let edge = if side > 0.0 { x + 1.0 } else { x };
        for hatch in stroke::hatches(edge, side, bottom) {
            self.fill_circles(&hatch, Role::Wall);
        }
    }

    fn paint_frame(&mut self, frame: &Extent) {
        // On whole dots, as the floor.
        let snapped = |at: Point| Point::new(at.x.floor() + 0.5, at.y.floor() + 0.5);
        let (from, to) = (
            snapped(self.fit.dots(frame.from)),
            snapped(self.fit.dots(frame.to)),
        );
        for line in stroke::frame(from, to) {
            self.fill_circles(&line, Role::Prop);
        }
    }

    fn paint_arrow(&mut self, way: &[Point]) {
        let way: Vec<Point> = way.iter().map(|&point| self.fit.dots(point)).collect();
        for line in stroke::shaft(&way, self.fit.scale) {
            self.fill_circles(&line, Role::Arrow);
        }
        if let Some(head) = stroke::head(&way, self.fit.scale) {
            self.fill(&head, Role::Arrow);
        }
    }

    fn paint_water(&mut self, y: f64) {
        let y = self.fit.dots(Point::new(0.0, y)).y;
        for line in stroke::wave(y, self.fit.width) {
            self.fill_circles(&line, Role::Water);
        }
        // Below it a dot here and there, always the same ones, and never near anything.
        let (mut row, mut down) = (y + 4.0, 0_usize);
        while row + 2.0 < whole(self.fit.height) {
            let first = if down.is_multiple_of(2) { 3 } else { 0 };
            // The water may begin above the picture.
            let columns = if row < 0.0 { 0 } else { self.fit.width };
            for column in (first..columns).step_by(6) {
                self.paint_drop(column, row);
            }
            row += 4.0;
            down += 1;
        }
    }

    fn paint_drop(&mut self, column: usize, row: f64) {
        let top = index(row) * FINE;
        let left = column * FINE;
        let around = FINE / 2;
        let rows = top.saturating_sub(around)..(top + FINE + around).min(self.height);
        let columns = left.saturating_sub(around)..(left + FINE + around).min(self.width);
        let is_free = rows.clone().all(|y| {
            self.row(y, columns.start, columns.len())
                .iter()
                .all(|role| *role == Role::None)
        });
        if is_free {
            for y in top..(top + FINE).min(self.height) {
                let start = y * self.width + left;
                let end = start + FINE.min(self.width - left);
                self.samples[start..end].fill(Role::Water);
            }
        }
    }
}

/// Returns the samples, of `count`, whose centres lie between two places.
fn span(from: f64, to: f64, count: usize) -> std::ops::Range<usize> {
    let last = whole(count);
    let start = (from - 0.5).ceil().clamp(0.0, last);
    let end = (to - 0.5).floor() + 1.0;
    let (start, end) = (index(start), index(end.clamp(0.0, last)));
    start..end.max(start)
}

#[expect(clippy::cast_precision_loss, reason = "counts of samples")]
const fn whole(count: usize) -> f64 {
    count as f64
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to the canvas before"
)]
const fn index(place: f64) -> usize {
    place as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::draw::fit::CellSize;

    /// A hundred units of the body, from so high up, of 16 by 32 dots, with one thing to be drawn.
    fn drawn(from: f64, item: &SceneItem) -> Raster {
        let extent = Extent {
            from: Point::new(0.0, from),
            to: Point::new(10.0, from + 100.0),
        };
        let size = CellSize {
            width: 8,
            height: 8,
        };
        Raster::of(std::slice::from_ref(item), Fit::part(&extent, size))
    }

    /// The rows of dots that hold something, from the top.
    fn rows(canvas: &Raster) -> Vec<usize> {
        let (width, height) = (canvas.width, canvas.height);
        let is_seen = |y: &usize| canvas.row(*y, 0, width).iter().any(|&is| is != Role::None);
        let mut rows: Vec<usize> = (0..height).filter(is_seen).map(|y| y / FINE).collect();
        rows.dedup();
        rows
    }

    #[test]
    fn a_floor_below_the_picture_is_left_out() {
        let floor = SceneItem::Floor(0.0);
        assert_eq!(rows(&drawn(0.0, &floor)), [31]);
        assert_eq!(rows(&drawn(3.0, &floor)), [31], "a dot below");
        assert!(rows(&drawn(10.0, &floor)).is_empty());
    }

    #[test]
    fn water_that_begins_above_the_picture_has_no_more_drops_at_its_top() {
        let drops = |canvas: &Raster| {
            let (width, height) = (canvas.width, canvas.height);
            let in_row = |y: usize| {
                let row = canvas.row(y, 0, width).iter();
                row.filter(|&&is| is == Role::Water).count() / FINE
            };
            (0..height).step_by(FINE).map(in_row).collect::<Vec<_>>()
        };
        let above = drops(&drawn(0.0, &SceneItem::Water(200.0)));
        assert!(above.iter().all(|&count| count <= 3), "{above:?}");
        let rows = above.iter().filter(|&&count| count > 0).count();
        assert!((6..=8).contains(&rows), "{above:?}");
    }
}
