//! What is wrong with a figure that can be drawn: joints that bend as no joint does, hands that do not reach, bodies in
//! the ground or in the air.

pub(crate) mod collide;
pub(crate) mod fault;
pub(crate) mod footing;
pub(crate) mod limits;
pub(crate) mod stance;

use std::ops::Range;

use crate::content::diagnostic::Diagnostic;
use crate::content::text::clean::Clean;
use crate::content::vocabulary::Word as _;
use crate::figure::body::length::{ARM, FOREARM};
use crate::figure::body::skeleton::Short;
use crate::figure::body::vector::turn;
use crate::figure::check::fault::{Fault, Faults, FaultsBetween};
use crate::figure::check::stance::Stance;
use crate::figure::clip::Clip;
use crate::figure::read::layer::Given;
use crate::figure::words::contact::Contact;
use crate::figure::words::kept::Kept;
use crate::figure::words::prop::{Prop, WallAt};
use crate::figure::words::segment::{Limb, Trunk};
use crate::figure::words::side::Side;
use crate::figure::words::view::View;

/// So many moments of each way between two keyframes are looked at.
const MOMENTS: u32 = 8;

/// All that is wrong with a figure.
pub(crate) fn check(clip: &Clip) -> Vec<Diagnostic> {
    let frames = clip.motion.written_frames();
    let mut faults = Faults::default();
    for (index, layer) in frames.iter().enumerate() {
        let stance = Stance {
            clip,
            index,
            layer,
            body: clip.motion.body_on(clip.motion.held(index)),
        };
        let mut found = everywhere(&stance);
        found.extend(unseen_wall(&stance));
        found.extend(footing::check(&stance));
        // With a fault, the weight is somewhere else than it will be.
        if !found.iter().any(Fault::is_error) {
            found.extend(footing::toppling(&stance));
        }
        faults.add(index, found);
    }
    let half_turns = half_turns(clip);
    let mut between = FaultsBetween::default();
    let ways = clip.motion.moments_between(MOMENTS);
    // Of half a turn nobody knows the way.
    for at in ways.filter(|_| half_turns.is_empty()) {
        let way = clip.motion.way(at);
        let stance = Stance {
            clip,
            index: clip.motion.written_index(way.to),
            layer: &clip.motion.frames[way.to],
            body: clip.motion.body_on(way),
        };
        let mut found = everywhere(&stance);
        found.retain(|fault| !faults.has(fault));
        between.add(at / clip.motion.period(), found);
    }
    let mut found = faults.into_found(frames.len());
    found.extend(kept_on_one_side(clip));
    found.extend(half_turns);
    found.extend(between.into_found());
    joined(found)
}

/// What is wrong with it wherever it stands: joints, reach, ground and things.
fn everywhere(stance: &Stance<'_>) -> Vec<Fault> {
    let mut faults = limits::check(stance);
    let short = stance.body.short.iter();
    faults.extend(short.map(|short| out_of_reach(stance, short)));
    faults.extend(footing::sunk(stance));
    faults.extend(collide::check(stance));
    faults
}

/// What is wrong on both sides is said once.
fn joined(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut joined: Vec<Diagnostic> = Vec::new();
    for one in found {
        let twin = joined.iter_mut().find(|known| {
            known.span == one.span
                && known.message != one.message
                && one.message == known.message.replacen("left.", "right.", 1)
        });
        let Some(twin) = twin else {
            joined.push(one);
            continue;
        };
        let name = |message: &str, side: &str| {
            let start = message.find(side).unwrap_or_default();
            let name = message[start..].split(' ').next().unwrap_or_default();
            name.to_owned()
        };
        let (left, right) = (name(&twin.message, "left."), name(&one.message, "right."));
        let both = format!("{left}, as {right},");
        twin.message = Clean::new(twin.message.replacen(&left, &both, 1));
    }
    joined
}

/// What alternates cannot keep one hand: on the other side it is the other one that works.
fn kept_on_one_side(clip: &Clip) -> Option<Diagnostic> {
    let common = &clip.motion.common;
    let (only, kept) = common
        .keep
        .iter()
        .flatten()
        .find(|(only, _)| only.is_some())?;
    let side = only.filter(|_| clip.motion.is_alternating())?.as_str();
    let what = match kept {
        Kept::Hand => "hand",
        Kept::Foot => "foot",
    };
    let message = format!("keep names {side}.{what}, but alternate exchanges the sides");
    let found = Diagnostic::error(message).help("write the keyframes of both sides, or keep both");
    Some(found.at(common.span.clone().unwrap_or_default()))
}

/// A wall behind somebody who is not seen from the side.
fn unseen_wall(stance: &Stance<'_>) -> Option<Fault> {
    let mut props = stance.clip.motion.common.props.iter().flatten();
    let wall = props.find(|prop| prop.value == Prop::Wall(WallAt::Back))?;
    let what = "a wall behind the back is seen from the side only";
    (stance.body.pose.view != View::Side).then(|| {
        let fault = stance.warning(what, what, wall.span.clone());
        fault.help("take it out, or show the figure from the side")
    })
}

fn out_of_reach(stance: &Stance<'_>, short: &Short) -> Fault {
    let side = short.side.as_str();
    let by = short.by;
    match short.what {
        Kept::Foot => stance
            .error(
                format!("{side}.foot"),
                by,
                &format!("{side}.foot cannot stay in its place: the leg is {by:.0} too short"),
                stance.place(short.side, &[Limb::Thigh, Limb::Shin]),
            )
            .help("move the hips less, or keep only the other foot"),
        Kept::Hand => {
            let length = ARM + FOREARM;
            let what = match short.contact {
                None => "stay in its place".to_owned(),
                Some(Contact::Hold(hold)) => format!("reach \"{}\"", hold.as_str()),
                Some(Contact::Body(joint)) => format!("reach \"{}\"", joint.name()),
            };
            let message = format!(
                "{side}.hand cannot {what}: the arm, {length:.0} long, is {by:.0} too short"
            );
            stance
                .error(
                    format!("{side}.hand"),
                    by,
                    &message,
                    stance.place(short.side, &[Limb::Hand, Limb::Arm]),
                )
                .help("lean the torso towards it, or give the angles of the arm")
        }
    }
}

/// Two keyframes that are half a turn apart: no way between them is the shorter one.
fn half_turns(clip: &Clip) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if clip.motion.is_still() {
        return found;
    }
    let count = clip.motion.frames.len();
    // Of two keyframes the way back is the way there.
    for index in 0..if count == 2 { 1 } else { count } {
        let next = (index + 1) % count;
        let (from, to) = (&clip.motion.poses[index], &clip.motion.poses[next]);
        let mut say = |name: String, at: Option<Range<usize>>| {
            let message = format!(
                "{name} is turned by 180 degrees between frame {} and frame {}",
                clip.motion.written_index(index) + 1,
                clip.motion.written_index(next) + 1,
            );
            let place = at
                .or_else(|| clip.motion.frames[next].span.clone())
                .or_else(|| clip.motion.common.span.clone());
            let help = "add a frame between them, so that there is one way to turn";
            found.push(
                Diagnostic::error(message)
                    .at(place.unwrap_or_default())
                    .help(help),
            );
        };
        let is_half = |from: f64, to: f64| turn(from, to).abs() > 179.5;
        let trunk = [
            (Trunk::Waist, from.waist, to.waist),
            (Trunk::Chest, from.chest, to.chest),
            (Trunk::Head, from.head, to.head),
        ];
        if let Some((segment, ..)) = trunk
            .into_iter()
            .find(|(_, from, to)| is_half(from.at, to.at))
        {
            let layer = &clip.motion.frames[next];
            let set = layer.trunk(segment).or_else(|| layer.trunk(Trunk::Torso));
            say(
                segment.as_str().to_owned(),
                set.and_then(|given| given.span.clone()),
            );
        }
        for side in Side::BOTH {
            let (leg, next_leg) = (from.legs[side as usize], to.legs[side as usize]);
            let (arm, next_arm) = (from.arms[side as usize], to.arms[side as usize]);
            let held = clip.motion.fixed.palms[side as usize].is_some()
                || arm.contact.is_some()
                || next_arm.contact.is_some();
            let legs = [
                (Limb::Thigh, leg.thigh, next_leg.thigh),
                (Limb::Shin, leg.shin, next_leg.shin),
                (Limb::Foot, leg.foot, next_leg.foot),
            ];
            let arms = [
                (Limb::Arm, arm.upper, next_arm.upper),
                (Limb::Forearm, arm.forearm, next_arm.forearm),
                (Limb::Hand, arm.hand, next_arm.hand),
            ];
            // An arm that is held turns as it must.
            let limbs = if held { vec![legs] } else { vec![legs, arms] };
            for limb in limbs {
                let first = limb
                    .into_iter()
                    .find(|(_, from, to)| is_half(from.at, to.at));
                if let Some((segment, ..)) = first {
                    let set: Option<&Given<_>> = clip.motion.frames[next].limb(side, segment);
                    let name = format!("{}.{}", side.as_str(), segment.as_str());
                    say(name, set.and_then(|given| given.span.clone()));
                }
            }
        }
    }
    found
}
