//! The outline of a hull of discs, as a polygon.

use std::cmp::Ordering;

use crate::figure::scene::point::Point;

/// Corners of a disc. More make no difference that a dot shows.
const CORNERS: usize = 18;
/// Corners of a disc where lines are drawn and not dots.
const SMOOTH: u32 = 96;
/// More circles than this are in no hull.
const MOST_CIRCLES: usize = 4;
/// No circle is smaller.
const THINNEST: f64 = 1e-3;

/// Cosines of 0, 20, 40, 60 and 80 degrees. Written out, so that every machine has the same ones.
const COSINES: [f64; 5] = [
    1.0,
    0.939_692_620_785_908_4,
    0.766_044_443_118_978,
    0.5,
    0.173_648_177_666_930_35,
];
/// Sines of the same.
const SINES: [f64; 5] = [
    0.0,
    0.342_020_143_325_668_7,
    0.642_787_609_686_539_4,
    0.866_025_403_784_438_6,
    0.984_807_753_012_208,
];

/// The corners of a circle of radius 1, in steps of 20 degrees.
const TABLE: [(f64, f64); CORNERS] = {
    let mut table = [(0.0, 0.0); CORNERS];
    let mut index = 0;
    while index < CORNERS {
        let quarter = index % 9;
        let (x, y) = if quarter < 5 {
            (COSINES[quarter], SINES[quarter])
        } else {
            (-COSINES[9 - quarter], SINES[9 - quarter])
        };
        // The lower half is the upper one turned round.
        table[index] = if index < 9 { (x, y) } else { (-x, -y) };
        index += 1;
    }
    table
};

/// The corners from left to right, and of two above each other the one with the smaller y first.
const FROM_LEFT: [usize; CORNERS] = [9, 10, 8, 11, 7, 12, 6, 13, 5, 14, 4, 15, 3, 16, 2, 17, 1, 0];

/// A way around the hull of circles that is used again and again.
#[derive(Clone, Debug, Default)]
pub(crate) struct HullOutline {
    points: Vec<Point>,
    corners: Vec<Point>,
}

impl HullOutline {
    /// The corners of the hull of circles, once around.
    pub(crate) fn of(&mut self, circles: &[(Point, f64)]) -> &[Point] {
        self.points.clear();
        // Each circle's corners are in order already: they need only be merged.
        let mut next = [0_usize; MOST_CIRCLES];
        let circles = &circles[..circles.len().min(MOST_CIRCLES)];
        let point = |circle: usize, next: &[usize; MOST_CIRCLES]| {
            let (at, radius) = circles[circle];
            let (x, y) = TABLE[*FROM_LEFT.get(next[circle])?];
            let radius = radius.max(THINNEST);
            Some(Point::new(at.x + x * radius, at.y + y * radius))
        };
        let mut waiting = [None; MOST_CIRCLES];
        for (circle, waiting) in waiting.iter_mut().take(circles.len()).enumerate() {
            *waiting = point(circle, &next);
        }
        while let Some(circle) = (0..circles.len())
            .filter(|&circle| waiting[circle].is_some())
            .min_by(|&one, &other| from_left(waiting[one], waiting[other]))
        {
            self.points.extend(waiting[circle]);
            next[circle] += 1;
            waiting[circle] = point(circle, &next);
        }
        self.points.dedup();
        self.corners.clear();
        half(self.points.iter().copied(), &mut self.corners);
        half(self.points.iter().rev().copied(), &mut self.corners);
        &self.corners
    }
}

fn from_left(one: Option<Point>, other: Option<Point>) -> Ordering {
    let (one, other) = (one.unwrap_or_default(), other.unwrap_or_default());
    one.x.total_cmp(&other.x).then(one.y.total_cmp(&other.y))
}

/// Returns the outline with enough corners a circle to look round.
pub(crate) fn smooth(circles: &[(Point, f64)]) -> Vec<Point> {
    let mut points: Vec<Point> = circles
        .iter()
        .flat_map(|&(at, radius)| {
            let radius = radius.max(THINNEST);
            (0..SMOOTH).map(move |index| {
                let turned = std::f64::consts::TAU * f64::from(index) / f64::from(SMOOTH);
                let (sin, cos) = turned.sin_cos();
                Point::new(at.x + cos * radius, at.y + sin * radius)
            })
        })
        .collect();
    points.sort_unstable_by(|one, other| from_left(Some(*one), Some(*other)));
    points.dedup();
    let mut corners = Vec::new();
    half(points.iter().copied(), &mut corners);
    half(points.iter().rev().copied(), &mut corners);
    corners
}

/// Adds one side of the hull, without its last corner: that is the first of the other side.
fn half(points: impl Iterator<Item = Point>, corners: &mut Vec<Point>) {
    let start = corners.len();
    for point in points {
        while let [.., before, last] = &corners[start..] {
            let turn = (last.x - before.x) * (point.y - before.y)
                - (last.y - before.y) * (point.x - before.x);
            if turn > 0.0 {
                break;
            }
            corners.pop();
        }
        corners.push(point);
    }
    corners.pop();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_lie_on_a_circle_and_are_the_same_up_and_down() {
        for index in 0..CORNERS {
            let (x, y) = TABLE[index];
            assert!((x.hypot(y) - 1.0).abs() < 1e-12, "{index}");
            let (mirrored_x, mirrored_y) = TABLE[(CORNERS - index) % CORNERS];
            assert_eq!((x, y), (mirrored_x, -mirrored_y), "{index}");
        }
    }

    #[test]
    fn a_hull_has_no_corner_inside_and_none_twice() {
        let circle = |x: f64, y: f64, radius: f64| (Point::new(x, y), radius);
        let mut outline = HullOutline::default();
        let circles = [
            circle(0.0, 0.0, 2.0),
            circle(10.0, 0.0, 1.0),
            circle(4.0, 0.0, 1.0),
        ];
        let corners = outline.of(&circles).to_vec();
        for (index, from) in corners.iter().enumerate() {
            let to = corners[(index + 1) % corners.len()];
            assert_ne!(*from, to);
            let inside = (to.x - from.x) * (0.0 - from.y) - (to.y - from.y) * (5.0 - from.x);
            assert!(inside > 0.0, "counted to one side");
        }
        // The small circle between the others adds nothing.
        assert_eq!(outline.of(&circles[..2]), corners);
        let mut sorted = outline.points.clone();
        sorted.sort_by(|one, other| from_left(Some(*one), Some(*other)));
        assert_eq!(outline.points, sorted);
    }
}
