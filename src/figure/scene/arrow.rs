//! Arrows: where something goes from the first keyframe to the second, or simply a direction.

use crate::figure::body::motion::Motion;
use crate::figure::body::shot::LoopWay;
use crate::figure::body::vector::round;
use crate::figure::read::layer::Arrow;
use crate::figure::scene::point::Point;
use crate::figure::words::joint::{Joint, Middle, Spot};

/// The number of points that a path is drawn through.
const POINTS: u32 = 13;

/// The points of an arrow, its head at the last.
pub(crate) fn points(motion: &Motion, arrow: Arrow) -> Vec<Point> {
    let points = match arrow {
        Arrow::Way(joint) => way(motion, joint),
        Arrow::Straight {
            at,
            direction,
            to,
            length,
            gap,
        } => {
            let at = seen(motion, at, 0.0);
            let (sin, cos) = direction.to_radians().sin_cos();
            let from = if to { -(gap + length) } else { gap };
            let on = |by: f64| Point::new(at.x + cos * by, at.y + sin * by);
            vec![on(from), on(from + length)]
        }
    };
    points
        .into_iter()
        .map(|point| Point::new(round(point.x), round(point.y)))
        .collect()
}

/// Returns the position of a joint on the page, part of the way from the first keyframe to the second.
fn seen(motion: &Motion, joint: Joint, part: f64) -> Point {
    let body = motion.body_on(LoopWay {
        from: 0,
        to: usize::from(!motion.is_still()),
        part,
    });
    Point::seen(body.joints[joint], body.pose.view)
}

/// The way of a place, pushed out beside the limb.
fn way(motion: &Motion, joint: Joint) -> Vec<Point> {
    let last = POINTS - 1;
    let path: Vec<Point> = (0..POINTS)
        .map(|index| seen(motion, joint, f64::from(index) / f64::from(last)))
        .collect();
    let beside = match joint {
        Joint::Middle(Middle::Waist) => 8.5,
        Joint::Middle(Middle::Hips | Middle::Chest) => 9.0,
        Joint::Middle(Middle::Head) => 11.0,
        _ => 7.5,
    };
    if let Joint::Middle(Middle::Waist | Middle::Hips | Middle::Chest) = joint {
        // The trunk is moved from below: the arrow stands on it.
        return path
            .iter()
            .map(|point| Point::new(point.x, point.y + beside))
            .collect();
    }
    let from = seen(motion, root(joint), 0.0);
    let outward: Vec<(f64, f64)> = (0..path.len())
        .map(|index| {
            let before = path[index.saturating_sub(1)];
            let after = path[(index + 1).min(path.len() - 1)];
            let length = before.distance(after);
            let length = if length > 0.0 { length } else { 1.0 };
            ((before.y - after.y) / length, (after.x - before.x) / length)
        })
        .collect();
    // One side for the whole arrow: that which is away from the limb.
    let away: f64 = path
        .iter()
        .zip(&outward)
        .map(|(point, (x, y))| (point.x - from.x) * x + (point.y - from.y) * y)
        .sum();
    let beside = if away >= 0.0 { beside } else { -beside };
    path.iter()
        .zip(&outward)
        .map(|(point, (x, y))| Point::new(point.x + x * beside, point.y + y * beside))
        .collect()
}

/// The joint that a place moves around.
fn root(joint: Joint) -> Joint {
    match joint {
        Joint::Middle(_) => Joint::Middle(Middle::Waist),
        Joint::Of(side, spot) => Joint::Of(
            side,
            match spot {
                Spot::Toes | Spot::Heel => Spot::Ankle,
                Spot::Ankle => Spot::Knee,
                Spot::Wrist => Spot::Elbow,
                Spot::Tip => Spot::Wrist,
                Spot::Elbow => Spot::Shoulder,
                _ => Spot::Hip,
            },
        ),
    }
}
