//! Lines of the scene in dots: walls, waves, arrows and frames, each as short pieces of a pen.

use crate::figure::body::vector::round;
use crate::figure::scene::point::Point;

/// A pen from one place to another: two circles.
pub(crate) type Piece = Vec<(Point, f64)>;

fn piece(from: Point, to: Point, thick: f64) -> Piece {
    vec![(from, thick / 2.0), (to, thick / 2.0)]
}

/// A way through points with a pen of a thickness.
fn line(points: &[Point], thick: f64) -> Vec<Piece> {
    points
        .windows(2)
        .map(|pair| piece(pair[0], pair[1], thick))
        .collect()
}

/// Short strokes behind a wall whose surface is at `edge`, up from `bottom`.
pub(crate) fn hatches(edge: f64, side: f64, bottom: f64) -> Vec<Piece> {
    let mut strokes = Vec::new();
    let mut y = bottom;
    while y > 0.0 {
        let to = Point::new(edge + 2.2 * side, y - 2.2);
        strokes.push(piece(Point::new(edge, y), to, 0.8));
        y -= 4.0;
    }
    strokes
}

/// The edge of a bed from above.
pub(crate) fn frame(from: Point, to: Point) -> Vec<Piece> {
    let corner = 1.0;
    let (left, right) = (from.x, to.x);
    let (bottom, top) = (from.y, to.y);
    let point = Point::new;
    line(
        &[
            point(left + corner, top),
            point(right - corner, top),
            point(right, top + corner),
            point(right, bottom - corner),
            point(right - corner, bottom),
            point(left + corner, bottom),
            point(left, bottom - corner),
            point(left, top + corner),
            point(left + corner, top),
        ],
        1.0,
    )
}

/// The surface of water, over a width.
pub(crate) fn wave(y: f64, width: usize) -> Vec<Piece> {
    let points: Vec<Point> = (0..=u32::try_from(width).unwrap_or(u32::MAX))
        .map(|x| {
            let x = f64::from(x);
            Point::new(x, y + round(0.9 * (x / 2.6).sin()))
        })
        .collect();
    line(&points, 1.0)
}

/// The shaft of an arrow.
pub(crate) fn shaft(way: &[Point], scale: f64) -> Vec<Piece> {
    line(way, (0.9 * scale).max(1.2))
}

/// The head at the end of an arrow, counted to the right.
pub(crate) fn head(way: &[Point], scale: f64) -> Option<[Point; 3]> {
    let end = *way.last()?;
    // Its direction is that of the last few dots: the very last may be a dot of no direction.
    let before = way
        .iter()
        .rev()
        .find(|point| point.distance(end) > 2.5)
        .or_else(|| way.first())?;
    let length = before.distance(end);
    if length <= 0.0 {
        return None;
    }
    let (x, y) = ((end.x - before.x) / length, (end.y - before.y) / length);
    // Five dots across at least: with fewer it is not seen to be a head.
    let (long, wide) = ((4.5 * scale).max(3.6), (3.2 * scale).max(2.6));
    let tip = Point::new(end.x + x * long * 0.6, end.y + y * long * 0.6);
    let back = Point::new(tip.x - x * long, tip.y - y * long);
    Some([
        tip,
        Point::new(back.x - y * wide, back.y + x * wide),
        Point::new(back.x + y * wide, back.y - x * wide),
    ])
}
