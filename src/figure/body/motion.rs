//! A figure in motion: the postures of its keyframes, and its body at any time between them.

use std::f64::consts::PI;

use crate::figure::body::fixed::Fixed;
use crate::figure::body::place::place;
use crate::figure::body::pose::Pose;
use crate::figure::body::shot::{LoopWay, PICTURES_A_SECOND, Shot};
use crate::figure::body::skeleton::{Palm, Skeleton};
use crate::figure::read::layer::FigureLayer;
use crate::figure::words::contact::{Contact, Hold};
use crate::figure::words::joint::{Joint, Middle, Spot};
use crate::figure::words::kept::{Anchor, Kept};
use crate::figure::words::side::Side;
use crate::figure::words::view::Ease;

/// Seconds of a loop that says nothing.
const PERIOD: f64 = 4.0;
/// The part of its time that a keyframe is held.
const HOLD: f64 = 0.3;

/// The loop of a figure.
#[derive(Clone, Debug)]
pub struct Motion {
    /// The values common to all keyframes.
    pub(crate) common: FigureLayer,
    /// The tables of each keyframe.
    pub(crate) frames: Vec<FigureLayer>,
    /// The posture of each.
    pub(crate) poses: Vec<Pose>,
    /// The poses with free arms, for movements during which the contact changes.
    settled: Vec<Pose>,
    pub(crate) fixed: Fixed,
    /// Seconds that each takes to be reached and is held.
    times: Vec<(f64, f64)>,
}

impl Motion {
    /// The loop of a figure that is laid over its bases.
    pub(crate) fn of(mut common: FigureLayer) -> Self {
        let frames = frames(&mut common);
        let poses: Vec<Pose> = frames.iter().map(Pose::of).collect();
        let fixed = fixed(&common, &poses);
        let settled = poses.iter().map(|pose| settled(pose, &fixed)).collect();
        let times = times(&common, &frames);
        Self {
            common,
            frames,
            poses,
            settled,
            fixed,
            times,
        }
    }

    /// Seconds of the whole loop.
    pub fn period(&self) -> f64 {
        if self.is_still() {
            self.common.period.unwrap_or(PERIOD)
        } else {
            self.times.iter().map(|(moving, hold)| moving + hold).sum()
        }
    }

    /// Returns whether it never moves.
    pub fn is_still(&self) -> bool {
        self.frames.len() == 1
    }

    /// Returns whether sides alternate by themselves within a loop.
    pub fn is_alternating(&self) -> bool {
        self.common.alternate == Some(true)
    }

    /// The times at which the keyframes are reached, the first at 0.
    pub fn keyframes(&self) -> Vec<f64> {
        let count = self.frames.len();
        let mut at = 0.0;
        (0..count)
            .map(|index| {
                let start = at;
                at += self.times[index].1 + self.times[(index + 1) % count].0;
                start
            })
            .collect()
    }

    /// Times at which the figure is on its way: `each` - 1 of each way. Of two keyframes the way back is the way there,
    /// and what alternates goes the same ways on the other side.
    pub(crate) fn moments_between(&self, each: u32) -> impl Iterator<Item = f64> {
        let ways = match self.written() {
            _ if self.is_still() => 0,
            2 if self.frames.len() == 2 => 1,
            ways => ways,
        };
        let starts = self.keyframes().into_iter().take(ways).enumerate();
        starts.flat_map(move |(from, start)| {
            let left = start + self.times[from].1;
            let moving = self.times[(from + 1) % self.frames.len()].0;
            (1..each).map(move |part| left + moving * f64::from(part) / f64::from(each))
        })
    }

    /// The picture that is shown at a time.
    pub fn shot(&self, at: f64) -> Shot {
        // What is next to nothing before a picture is that picture: 0.25 s is the third one, however it came about.
        let number = (self.within(at) * f64::from(PICTURES_A_SECOND) + 1e-6).floor();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a loop takes less than an hour"
        )]
        let number = number as u32;
        let way = self.way_of(Shot::Moving(number));
        if way.from == way.to {
            Shot::Held(way.from)
        } else {
            Shot::Moving(number)
        }
    }

    /// Returns the position in the loop that a picture shows.
    pub(crate) fn way_of(&self, shot: Shot) -> LoopWay {
        match shot {
            Shot::Held(index) => self.held(index),
            Shot::Moving(number) => self.way(f64::from(number) / f64::from(PICTURES_A_SECOND)),
        }
    }

    /// Returns the position in the loop of a time.
    pub fn way(&self, at: f64) -> LoopWay {
        let count = self.frames.len();
        if count == 1 {
            return LoopWay::held(0);
        }
        let mut rest = self.within(at);
        for from in 0..count {
            let (to, hold) = ((from + 1) % count, self.times[from].1);
            if rest < hold {
                return LoopWay::held(from);
            }
            rest -= hold;
            let moving = self.times[to].0;
            if rest < moving {
                let part = self.eased(rest / moving);
                return LoopWay { from, to, part };
            }
            rest -= moving;
        }
        LoopWay::held(0)
    }

    /// The times within the loop of one repetition: there, at the last written keyframe, and back. A repetition that
    /// begins at the last of two keyframes goes to the first one. What alternates has one on each side.
    pub(crate) fn turns(&self, is_other_side: bool) -> Turns {
        let (count, written) = (self.frames.len(), self.written());
        let side = if is_other_side && self.is_alternating() {
            written
        } else {
            0
        };
        let (first, last) = if self.begins_at_last() {
            (side + count - 1, side + count)
        } else {
            (side, side + written - 1)
        };
        Turns {
            begins: self.reached(first),
            leaves: self.left(first),
            arrives: self.reached(last),
            returns: self.left(last),
            ends: self.reached(last + 1),
        }
    }

    /// True if a repetition begins at the last of two keyframes: that one is the posture without keyframes, and the
    /// first one is not.
    fn begins_at_last(&self) -> bool {
        let plain = Pose::of(&self.common);
        self.written() == 2 && self.poses[1] == plain && self.poses[0] != plain
    }

    /// The time at which a keyframe is reached; after the last come those of the next loop.
    fn reached(&self, index: usize) -> f64 {
        let loops = if index < self.frames.len() {
            0.0
        } else {
            self.period()
        };
        loops + self.keyframes()[index % self.frames.len()]
    }

    /// The time at which a keyframe is left.
    fn left(&self, index: usize) -> f64 {
        self.reached(index) + self.times[index % self.frames.len()].1
    }

    /// The body on a way between two keyframes.
    pub fn body_on(&self, way: LoopWay) -> Skeleton {
        let (from, to) = (&self.poses[way.from], &self.poses[way.to]);
        if way.part == 0.0 || way.from == way.to {
            return place(from, &self.fixed);
        }
        let mut from = from.clone();
        let mut to = to.clone();
        for side in Side::BOTH {
            let index = side as usize;
            if from.arms[index].contact != to.arms[index].contact {
                from.arms[index] = self.settled[way.from].arms[index];
                to.arms[index] = self.settled[way.to].arms[index];
            }
        }
        place(&from.mix(&to, way.part), &self.fixed)
    }

    /// A keyframe while it is held, the first being 0; after the last comes the first again.
    pub fn held(&self, index: usize) -> LoopWay {
        LoopWay::held(index % self.frames.len())
    }

    /// Returns the number of authored keyframes; those of the other side are left out.
    pub fn written(&self) -> usize {
        if self.is_alternating() {
            self.frames.len() / 2
        } else {
            self.frames.len()
        }
    }

    /// The keyframes that are written.
    pub(crate) fn written_frames(&self) -> &[FigureLayer] {
        &self.frames[..self.written()]
    }

    /// Returns the index among the authored keyframes of one among all.
    pub(crate) fn written_index(&self, index: usize) -> usize {
        index % self.written()
    }

    /// The tables that hold at a time.
    pub(crate) const fn frame_on(&self, way: LoopWay) -> &FigureLayer {
        &self.frames.as_slice()[way.from]
    }

    fn within(&self, at: f64) -> f64 {
        let at = if at.is_finite() { at } else { 0.0 };
        at.rem_euclid(self.period())
    }

    fn eased(&self, part: f64) -> f64 {
        match self.common.ease {
            Some(Ease::Linear) => part,
            _ => 0.5 - 0.5 * (PI * part).cos(),
        }
    }
}

/// The times of one repetition, in seconds from the beginning of a loop; it may reach into the next loop.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Turns {
    /// At the first keyframe.
    pub(crate) begins: f64,
    /// The way there begins.
    pub(crate) leaves: f64,
    /// At the last keyframe.
    pub(crate) arrives: f64,
    /// The way back begins.
    pub(crate) returns: f64,
    /// At the first keyframe again, or at that of the other side.
    pub(crate) ends: f64,
}

/// The tables of all keyframes, those of the other side too where the sides alternate.
fn frames(common: &mut FigureLayer) -> Vec<FigureLayer> {
    let frames = common.frames.take().filter(|frames| !frames.is_empty());
    let mut frames: Vec<FigureLayer> = frames
        .unwrap_or_else(|| vec![FigureLayer::default()])
        .into_iter()
        .map(|frame| common.clone().with(frame))
        .collect();
    if common.alternate == Some(true) {
        let others: Vec<FigureLayer> = frames.iter().cloned().map(FigureLayer::exchanged).collect();
        frames.extend(others);
    }
    frames
}

/// Returns the values that the first keyframe fixes for the others.
fn fixed(common: &FigureLayer, poses: &[Pose]) -> Fixed {
    let mut fixed = Fixed::default();
    if poses.len() < 2 {
        return fixed;
    }
    let first = place(&poses[0], &Fixed::default());
    let hips = Anchor::One(Joint::Middle(Middle::Hips));
    let anchor = common.anchor.unwrap_or(hips);
    fixed.anchor = Some((anchor, first.anchor(anchor)));
    for &(only, what) in common.keep.iter().flatten() {
        let sides = Side::BOTH.into_iter();
        for side in sides.filter(|side| only.is_none_or(|only| only == *side)) {
            match what {
                Kept::Hand => fixed.palms[side as usize] = Some(first.palm(side)),
                Kept::Foot => {
                    fixed.ankles[side as usize] = Some(first.joints.of(side, Spot::Ankle));
                }
            }
        }
    }
    for side in Side::BOTH {
        fixed.holds[side as usize] = first_hold(poses, side, &fixed);
    }
    fixed
}

/// The first thing that a hand holds and that stands where it is, and how the hand lies there.
fn first_hold(poses: &[Pose], side: Side, fixed: &Fixed) -> Option<(Hold, Palm)> {
    poses
        .iter()
        .find_map(|pose| match pose.arms[side as usize].contact {
            Some(Contact::Hold(hold @ (Hold::Counter | Hold::Rail | Hold::Chair))) => {
                Some((hold, place(pose, fixed).palm(side)))
            }
            _ => None,
        })
}

/// The posture with its arms as they come to lie.
fn settled(pose: &Pose, fixed: &Fixed) -> Pose {
    let mut settled = pose.clone();
    if pose.arms.iter().any(|arm| arm.contact.is_some()) {
        let body = place(pose, fixed);
        for side in Side::BOTH {
            body.settle_arm(side, &mut settled);
        }
    }
    settled
}

fn times(common: &FigureLayer, frames: &[FigureLayer]) -> Vec<(f64, f64)> {
    #[expect(clippy::cast_precision_loss, reason = "a dozen frames at most, twice")]
    let each = common.period.unwrap_or(PERIOD) / frames.len() as f64;
    let hold = match common.ease {
        Some(Ease::Linear) => 0.0,
        _ => HOLD,
    };
    frames
        .iter()
        .map(|frame| {
            let moving = frame.moving.unwrap_or(each * (1.0 - hold));
            // A loop takes some time, whatever its parts add up to.
            (moving.max(0.05), frame.hold.unwrap_or(each * hold))
        })
        .collect()
}
