//! Bodies in things: a thigh in the seat of a chair, a head in a wall.

use crate::content::vocabulary::Word as _;
use crate::figure::body::height::SEAT;
use crate::figure::body::length::HEAD;
use crate::figure::body::thick;
use crate::figure::check::fault::Fault;
use crate::figure::check::stance::Stance;
use crate::figure::scene::item::Item;
use crate::figure::scene::things::chair::HALF_SEAT;
use crate::figure::scene::things::thing::Thing;
use crate::figure::words::joint::{Joint, Middle, Spot};
use crate::figure::words::prop::Prop;
use crate::figure::words::segment::Limb;
use crate::figure::words::side::Side;
use crate::figure::words::view::View;

/// A wall gives way so much.
const WALL_GIVES: f64 = 3.0;
/// A seat gives way so much: who stretches a leg out sits on its edge.
const SEAT_GIVES: f64 = 6.0;

/// What is inside of a thing.
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

/// The chair stands where the first keyframe sits.
fn in_seat(stance: &Stance<'_>) -> Vec<Fault> {
    let middle = stance.clip.scenery.hips;
    let joints = &stance.body.joints;
    Side::BOTH
        .into_iter()
        .filter_map(|side| {
            let (hip, knee) = (joints.of(side, Spot::Hip), joints.of(side, Spot::Knee));
            let depth = (3..=10)
                .map(|tenth| {
                    let part = f64::from(tenth) / 10.0;
                    let at = hip.mix(knee, part);
                    let radius = thick::THIGH.0 + (thick::THIGH.1 - thick::THIGH.0) * part;
                    let is_over = (at.x - middle).abs() < HALF_SEAT;
                    if is_over && at.y > SEAT - SEAT_GIVES {
                        SEAT - (at.y - radius)
                    } else {
                        0.0
                    }
                })
                .fold(0.0, f64::max);
            (depth > SEAT_GIVES).then(|| {
                let name = side.as_str();
                let message = format!("{name}.thigh is {depth:.0} in the seat of the chair");
                let place = stance.place(side, &[Limb::Thigh]);
                stance
                    .error(format!("{name}.thigh in the seat"), depth, &message, place)
                    .help("raise the thigh, or rest on the seat: rest = \"seat\"")
            })
        })
        .collect()
}

fn in_walls(stance: &Stance<'_>) -> Vec<Fault> {
    let joints = &stance.body.joints;
    let walls = stance
        .clip
        .scenery
        .things
        .behind
        .iter()
        .filter_map(|thing| match thing {
            Thing::Placed(Item::Wall(x, side)) => Some((*x, *side)),
            _ => None,
        });
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
    let places: Vec<(Joint, f64)> = middle
        .into_iter()
        .map(|(middle, radius)| (Joint::Middle(middle), radius))
        .chain(Side::BOTH.into_iter().flat_map(|side| {
            limbs
                .into_iter()
                .map(move |(spot, radius)| (Joint::Of(side, spot), radius))
        }))
        .collect();
    walls
        .flat_map(|(x, side)| {
            places.iter().filter_map(move |(joint, radius)| {
                let depth = (joints[*joint].x - x) * side + radius;
                (depth > WALL_GIVES).then(|| {
                    let name = joint.name();
                    let (key, message) = (
                        format!("{name} in the wall"),
                        format!("{name} is {depth:.0} in the wall"),
                    );
                    stance.error(key, depth, &message, None).help(
                        "move it away from the wall, or name what touches it: { wall = \"back\" }",
                    )
                })
            })
        })
        .collect()
}
