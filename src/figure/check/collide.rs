//! Bodies in things: a thigh in the seat of a chair, a head in a wall.

use crate::figure::body::height::SEAT;
use crate::figure::body::length::HEAD;
use crate::figure::body::thick;
use crate::figure::check::fault::{Fault, FaultKind, FaultSubject};
use crate::figure::check::stance::Stance;
use crate::figure::scene::item::SceneItem;
use crate::figure::scene::things::chair::HALF_SEAT;
use crate::figure::scene::things::thing::Thing;
use crate::figure::words::joint::{Joint, Middle, Spot};
use crate::figure::words::prop::Prop;
use crate::figure::words::segment::Limb;
use crate::figure::words::side::Side;
use crate::figure::words::view::View;

/// The depth by which a wall gives way.
const WALL_GIVES: f64 = 3.0;
/// The depth by which a seat gives way: with a leg stretched out, a person sits on its edge.
const SEAT_GIVES: f64 = 6.0;

/// Returns the faults of joints inside a thing.
pub(crate) fn check(stance: &Stance<'_>) -> Vec<Fault> {
    if !matches!(stance.body.pose.view, View::Side | View::Front) {
        return Vec::new();
    }
    let mut found = in_walls(stance);
    let is_sat_on = |prop: Prop| prop == Prop::Chair(None);
    let mut props = stance.clip.motion.common.props.iter().flatten();
    if stance.body.pose.view == View::Side && props.any(|prop| is_sat_on(prop.value)) {
        found.extend(in_seat(stance));
    }
    found
}

fn in_seat(stance: &Stance<'_>) -> Vec<Fault> {
    let sides = Side::BOTH.into_iter();
    sides
        .map(|side| (side, depth_in_seat(stance, side)))
        .filter(|(_, depth)| *depth > SEAT_GIVES)
        .map(|(side, depth)| {
            let subject = FaultSubject::Of(side, "thigh");
            let predicate = format!("is {depth:.0} inside the seat of the chair");
            Fault::error(subject, FaultKind::InSeat, depth, predicate)
                .at(stance.place(side, &[Limb::Thigh]))
                .help("raise the thigh, or rest on the seat: rest = \"seat\"")
        })
        .collect()
}

/// Returns the depth of a thigh in the seat. The chair stands where the first keyframe sits.
fn depth_in_seat(stance: &Stance<'_>, side: Side) -> f64 {
    let middle = stance.clip.scenery.hips;
    let joints = &stance.body.joints;
    let (hip, knee) = (joints.of(side, Spot::Hip), joints.of(side, Spot::Knee));
    let depths = (3..=10).map(|tenth| {
        let part = f64::from(tenth) / 10.0;
        let at = hip.mix(knee, part);
        let radius = thick::THIGH.0 + (thick::THIGH.1 - thick::THIGH.0) * part;
        let is_over = (at.x - middle).abs() < HALF_SEAT;
        if is_over && at.y > SEAT - SEAT_GIVES {
            SEAT - (at.y - radius)
        } else {
            0.0
        }
    });
    depths.fold(0.0, f64::max)
}

fn in_walls(stance: &Stance<'_>) -> Vec<Fault> {
    let joints = &stance.body.joints;
    let places: Vec<(Joint, f64)> = hard_places().collect();
    walls(stance)
        .flat_map(|(x, side)| {
            places.iter().filter_map(move |&(joint, radius)| {
                let depth = (joints[joint].x - x) * side + radius;
                (depth > WALL_GIVES).then(|| in_wall(stance, joint, depth))
            })
        })
        .collect()
}

fn in_wall(stance: &Stance<'_>, joint: Joint, depth: f64) -> Fault {
    let predicate = format!("is {depth:.0} inside the wall");
    Fault::error(joint.into(), FaultKind::InWall, depth, predicate)
        .at(stance.or_frame(None))
        .help("move it away from the wall, or name what touches it: { wall = \"back\" }")
}

/// Returns the position of each wall and its solid side: 1 is right.
fn walls(stance: &Stance<'_>) -> impl Iterator<Item = (f64, f64)> {
    let things = stance.clip.scenery.things.behind.iter();
    things.filter_map(|thing| match thing {
        Thing::Placed(SceneItem::Wall(x, side)) => Some((*x, *side)),
        _ => None,
    })
}

/// The places that must not be in a wall, and how thick they are there.
fn hard_places() -> impl Iterator<Item = (Joint, f64)> {
    let middle = [
        (Middle::Head, HEAD.0),
        (Middle::Chest, thick::CHEST),
        (Middle::Hips, thick::PELVIS),
    ];
    let limbs = [
        (Spot::Elbow, thick::FOREARM.0),
        (Spot::Tip, thick::HAND.1),
        (Spot::Knee, thick::SHIN.0),
        (Spot::Toes, thick::TOES),
        (Spot::Heel, thick::HEEL),
    ];
    let middle = middle.map(|(middle, radius)| (Joint::Middle(middle), radius));
    let sides = Side::BOTH
        .into_iter()
        .flat_map(move |side| limbs.map(|(spot, radius)| (Joint::Of(side, spot), radius)));
    middle.into_iter().chain(sides)
}
