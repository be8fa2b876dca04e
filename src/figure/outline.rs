//! The outline of a hull of discs, as a polygon.

use crate::figure::hull::Point;

/// Corners of a disc. More make no difference that a dot shows.
const CORNERS: usize = 18;
/// Corners of a disc where lines are drawn and not dots.
const SMOOTH: usize = 96;

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
fn corner(index: usize) -> (f64, f64) {
    match index {
        0..=4 => (COSINES[index], SINES[index]),
        5..=9 => {
            let mirrored = 9 - index;
            (-COSINES[mirrored], SINES[mirrored])
        }
        _ => {
            let (x, y) = corner(CORNERS - index);
            (x, -y)
        }
    }
}

/// The corners of the hull of circles, once around.
pub(super) fn outline(circles: &[(Point, f64)], corners: &mut Vec<Point>) {
    around(circles, CORNERS, corner, corners);
}

/// The same with so many corners a circle that they are round.
pub(super) fn smooth(circles: &[(Point, f64)]) -> Vec<Point> {
    let mut corners = Vec::new();
    let corner = |index: usize| {
        #[expect(clippy::cast_precision_loss, reason = "a hundred corners or so")]
        let (sin, cos) = (std::f64::consts::TAU * index as f64 / SMOOTH as f64).sin_cos();
        (cos, sin)
    };
    around(circles, SMOOTH, corner, &mut corners);
    corners
}

fn around(
    circles: &[(Point, f64)],
    count: usize,
    corner: impl Fn(usize) -> (f64, f64),
    corners: &mut Vec<Point>,
) {
    corners.clear();
    let mut points: Vec<Point> = Vec::with_capacity(circles.len() * count);
    for &(at, radius) in circles {
        let radius = radius.max(1e-3);
        points.extend((0..count).map(|index| {
            let (x, y) = corner(index);
            Point::new(at.x + x * radius, at.y + y * radius)
        }));
    }
    points.sort_unstable_by(|one, other| one.x.total_cmp(&other.x).then(one.y.total_cmp(&other.y)));
    points.dedup();
    half(points.iter().copied(), corners);
    half(points.iter().rev().copied(), corners);
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
            let (x, y) = corner(index);
            assert!((x.hypot(y) - 1.0).abs() < 1e-12, "{index}");
            let (mirrored_x, mirrored_y) = corner((CORNERS - index) % CORNERS);
            assert_eq!((x, y), (mirrored_x, -mirrored_y), "{index}");
        }
    }

    #[test]
    fn a_hull_has_no_corner_inside_and_none_twice() {
        let circle = |x: f64, y: f64, radius: f64| (Point::new(x, y), radius);
        let mut corners = Vec::new();
        let circles = [
            circle(0.0, 0.0, 2.0),
            circle(10.0, 0.0, 1.0),
            circle(4.0, 0.0, 1.0),
        ];
        outline(&circles, &mut corners);
        for (index, from) in corners.iter().enumerate() {
            let to = corners[(index + 1) % corners.len()];
            assert_ne!(*from, to);
            let inside = (to.x - from.x) * (0.0 - from.y) - (to.y - from.y) * (5.0 - from.x);
            assert!(inside > 0.0, "counted to one side");
        }
        // The small circle between the others adds nothing.
        let mut without = Vec::new();
        outline(&circles[..2], &mut without);
        assert_eq!(corners, without);
    }
}
