//! What is the same in every picture of a figure: its things, its arrows, and how much of the page it takes.

use crate::figure::body::skeleton::{Fixed, Skeleton};
use crate::figure::body::{HEAD, Middle, Side, Spot, thick};
use crate::figure::clip::{Clip, Way};
use crate::figure::read::words::{Part, Sided};
use crate::figure::scene::arrow;
use crate::figure::scene::hull::{Extent, Point};
use crate::figure::scene::prop::{Thing, place};
use crate::figure::scene::{extent, scene};

/// So many moments of a loop are looked at to find out how much of the page it takes.
const SAMPLES: u32 = 9;
/// What is around the part of the body that a picture is of.
const AROUND: f64 = 3.0;

/// What is the same in every picture of a figure.
#[derive(Clone, Debug, Default)]
pub(crate) struct Picture {
    /// Things behind the body.
    pub(crate) behind: Vec<Thing>,
    /// Things before it.
    pub(crate) before: Vec<Thing>,
    /// Arrows.
    pub(crate) arrows: Vec<Vec<Point>>,
    /// Where the hips are in the first keyframe, from the left: things are placed by it.
    pub(crate) hips: f64,
    /// What the whole figure takes.
    pub(crate) whole: Extent,
    /// What the part takes that the figure is about, when it names one.
    pub(crate) close: Option<Extent>,
}

impl Picture {
    /// Looks at the whole loop of a clip that has no picture yet.
    pub(crate) fn of(clip: &Clip) -> Self {
        let first = Skeleton::of(&clip.poses[0], &Fixed::default());
        let (behind, before) = place(&first, &clip.frames[0]);
        let given = clip.common.arrow.iter().flatten();
        let arrows: Vec<Vec<Point>> = given
            .map(|arrow| arrow::points(clip, arrow.value))
            .collect();
        let mut clip = clip.clone();
        clip.picture = Self {
            behind,
            before,
            arrows,
            hips: first.joints[Middle::Hips].x,
            ..Self::default()
        };
        let mut whole = Extent::default();
        let mut close = Extent::default();
        let focus = clip.common.focus.as_deref().unwrap_or_default();
        for way in moments(&clip) {
            extent(&scene(&clip, way), &mut whole);
            if !focus.is_empty() {
                let mut body = clip.body_on(way);
                body.joints = body.joints.rounded();
                add_parts(&body, focus, &mut close);
            }
        }
        for way in &clip.picture.arrows {
            if !focus.is_empty() {
                arrow::extent(way, &mut close);
            }
        }
        let mut picture = clip.picture;
        picture.whole = whole;
        picture.close = (!close.is_empty()).then_some(close);
        picture
    }
}

/// The keyframes, and moments of the loop.
fn moments(clip: &Clip) -> Vec<Way> {
    if clip.is_still() {
        return vec![clip.way(0.0)];
    }
    let keyframes = (0..clip.frames.len()).map(|index| clip.held(index));
    let step = clip.period() / f64::from(SAMPLES);
    let between = (0..SAMPLES).map(|index| clip.way(step * f64::from(index)));
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
