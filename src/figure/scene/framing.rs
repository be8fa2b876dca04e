//! The extent of a figure on the page over its whole loop.

use crate::figure::body::length::HEAD;
use crate::figure::body::motion::Motion;
use crate::figure::body::shot::LoopWay;
use crate::figure::body::skeleton::Skeleton;
use crate::figure::body::thick;
use crate::figure::scene::extent::Extent;
use crate::figure::scene::item::{add_arrow, extent};
use crate::figure::scene::point::Point;
use crate::figure::scene::scenery::Scenery;
use crate::figure::words::joint::{Middle, Spot};
use crate::figure::words::part::Part;
use crate::figure::words::side::{Side, Sided};

/// The number of moments of a loop that are measured for its extent on the page.
const SAMPLES: u32 = 9;
/// The margin around the part of the body that a picture shows.
const AROUND: f64 = 3.0;

/// The extent of a figure on the page over its whole loop.
#[derive(Clone, Debug)]
pub struct Framing {
    /// The whole figure.
    pub whole: Extent,
    /// The part that the figure is about, when it names one.
    pub(crate) close: Option<Extent>,
}

impl Framing {
    /// Looks at the whole loop.
    pub(crate) fn of(motion: &Motion, scenery: &Scenery) -> Self {
        let mut whole = Extent::default();
        for way in moments(motion) {
            extent(&scenery.items(motion, way), &mut whole);
        }
        let focus = motion.common.focus.as_deref().unwrap_or_default();
        let close = close(motion, scenery, focus);
        Self {
            whole,
            close: (!close.is_empty()).then_some(close),
        }
    }
}

/// Returns the extent of some parts of the body with the arrows; empty without parts.
fn close(motion: &Motion, scenery: &Scenery, focus: &[Sided<Part>]) -> Extent {
    let mut close = Extent::default();
    if focus.is_empty() {
        return close;
    }
    for way in moments(motion) {
        let mut body = motion.body_on(way);
        body.joints = body.joints.rounded();
        add_parts(&body, focus, &mut close);
    }
    for way in &scenery.arrows {
        add_arrow(way, &mut close);
    }
    close
}

/// The keyframes, and moments of the loop.
fn moments(motion: &Motion) -> Vec<LoopWay> {
    if motion.is_still() {
        return vec![motion.way(0.0)];
    }
    let keyframes = (0..motion.frames.len()).map(|index| motion.held(index));
    let step = motion.period() / f64::from(SAMPLES);
    let between = (0..SAMPLES).map(|index| motion.way(step * f64::from(index)));
    keyframes.chain(between).collect()
}

fn add_parts(body: &Skeleton, parts: &[Sided<Part>], extent: &mut Extent) {
    let view = body.pose.view;
    for &(only, part) in parts {
        if part.is_middle() {
            for (middle, radius) in middles(part) {
                let at = Point::seen(body.joints[middle], view);
                extent.add(at, radius + AROUND);
            }
            continue;
        }
        let sides = Side::BOTH.into_iter();
        for side in sides.filter(|side| only.is_none_or(|only| only == *side)) {
            for &spot in spots(part) {
                let at = Point::seen(body.joints.of(side, spot), view);
                extent.add(at, thick::SHIN.0 + AROUND);
            }
        }
    }
}

fn middles(part: Part) -> Vec<(Middle, f64)> {
    match part {
        Part::Head => vec![(Middle::Head, HEAD.1), (Middle::Neck, thick::NECK)],
        Part::Neck => vec![(Middle::Head, HEAD.1), (Middle::Shoulders, thick::CHEST)],
        Part::Pelvis => vec![(Middle::Hips, thick::PELVIS), (Middle::Waist, thick::WAIST)],
        _ => vec![(Middle::Waist, thick::WAIST), (Middle::Neck, thick::CHEST)],
    }
}

const fn spots(part: Part) -> &'static [Spot] {
    match part {
        Part::Arm => &[Spot::Shoulder, Spot::Elbow],
        Part::Forearm => &[Spot::Elbow, Spot::Wrist],
        Part::Hand => &[Spot::Wrist, Spot::Tip],
        Part::Thigh | Part::Quad | Part::Hamstring => &[Spot::Hip, Spot::Knee],
        Part::Shin | Part::Calf => &[Spot::Knee, Spot::Ankle],
        // Without some of the shin a foot is not known for one.
        _ => &[Spot::Shin, Spot::Ankle, Spot::Heel, Spot::Toes],
    }
}
