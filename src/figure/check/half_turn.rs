//! Keyframes that are half a turn apart: neither way between them is the shorter one.

use std::ops::Range;

use crate::content::vocabulary::Word as _;
use crate::figure::body::motion::Motion;
use crate::figure::body::vector::turn;
use crate::figure::check::fault::{Fault, FaultKind, FaultSubject};
use crate::figure::read::layer::Angle;
use crate::figure::words::segment::{Limb, Trunk};
use crate::figure::words::side::Side;

/// The segments that make half a turn, of each way between two keyframes.
pub(crate) fn half_turns(motion: &Motion) -> Vec<Fault> {
    if motion.is_still() {
        return Vec::new();
    }
    let count = motion.frames.len();
    // Of two keyframes the way back is the way there.
    let ways = if count == 2 { 1 } else { count };
    (0..ways)
        .flat_map(|from| between(motion, from, (from + 1) % count))
        .collect()
}

fn between(motion: &Motion, from: usize, to: usize) -> Vec<Fault> {
    let layer = &motion.frames[to];
    let mut found = Vec::new();
    if let Some(segment) = turned_trunk(motion, from, to) {
        let set = layer.trunk(segment).or_else(|| layer.trunk(Trunk::Torso));
        let subject = FaultSubject::Other(segment.as_str());
        found.push((subject, set.and_then(|given| given.span.clone())));
    }
    for side in Side::BOTH {
        for segment in turned_limbs(motion, from, to, side) {
            let set = layer.limb(side, segment);
            let subject = FaultSubject::Of(side, segment.as_str());
            found.push((subject, set.and_then(|given| given.span.clone())));
        }
    }
    let found = found.into_iter();
    found
        .map(|(subject, at)| fault(motion, (from, to), subject, at))
        .collect()
}

fn fault(
    motion: &Motion,
    (from, to): (usize, usize),
    subject: FaultSubject,
    at: Option<Range<usize>>,
) -> Fault {
    let predicate = format!(
        "is turned by 180 degrees between frame {} and frame {}",
        motion.written_index(from) + 1,
        motion.written_index(to) + 1,
    );
    let place = at
        .or_else(|| motion.frames[to].span.clone())
        .or_else(|| motion.common.span.clone());
    Fault::error(subject, FaultKind::HalfTurn, 0.0, predicate)
        .at(Some(place.unwrap_or_default()))
        .help("add a frame between them, so that the direction is clear")
}

/// The first of some segments that makes half a turn.
fn turned<T: Copy>(segments: &[(T, Angle, Angle)]) -> Option<T> {
    let is_half = |from: Angle, to: Angle| turn(from.at, to.at).abs() > 179.5;
    let mut segments = segments.iter();
    let found = segments.find(|(_, from, to)| is_half(*from, *to));
    found.map(|(segment, ..)| *segment)
}

fn turned_trunk(motion: &Motion, from: usize, to: usize) -> Option<Trunk> {
    let (from, to) = (&motion.poses[from], &motion.poses[to]);
    turned(&[
        (Trunk::Waist, from.waist, to.waist),
        (Trunk::Chest, from.chest, to.chest),
        (Trunk::Head, from.head, to.head),
    ])
}

/// Returns the first segment of the leg and of the arm of a side that makes half a turn.
fn turned_limbs(motion: &Motion, from: usize, to: usize, side: Side) -> Vec<Limb> {
    let index = side as usize;
    let (from, to) = (&motion.poses[from], &motion.poses[to]);
    let (leg, next_leg) = (from.legs[index], to.legs[index]);
    let (arm, next_arm) = (from.arms[index], to.arms[index]);
    let leg = turned(&[
        (Limb::Thigh, leg.thigh, next_leg.thigh),
        (Limb::Shin, leg.shin, next_leg.shin),
        (Limb::Foot, leg.foot, next_leg.foot),
    ]);
    // An arm that is held turns as it must.
    let is_held =
        motion.fixed.palms[index].is_some() || arm.contact.is_some() || next_arm.contact.is_some();
    let arm = turned(&[
        (Limb::Arm, arm.upper, next_arm.upper),
        (Limb::Forearm, arm.forearm, next_arm.forearm),
        (Limb::Hand, arm.hand, next_arm.hand),
    ]);
    leg.into_iter().chain(arm.filter(|_| !is_held)).collect()
}
