//! Checks that the body is on the ground: nothing below it, nothing above it that should touch it.

use crate::content::vocabulary::Word as _;
use crate::figure::body::ground::sole;
use crate::figure::body::length::HEAD;
use crate::figure::body::thick;
use crate::figure::check::fault::{Fault, FaultKind, FaultSubject};
use crate::figure::check::low::{Low, SUNK, is_arm, low};
use crate::figure::check::stance::Stance;
use crate::figure::words::contact::Touch;
use crate::figure::words::joint::{Joint, Middle, Spot};
use crate::figure::words::kept::Kept;
use crate::figure::words::segment::Limb;
use crate::figure::words::side::Side;
use crate::figure::words::view::{Rest, View};

/// The largest gap of a part that should touch.
const TOUCHING: f64 = 3.0;

/// Returns the parts of a keyframe that should lie on the ground but do not.
pub(crate) fn check(stance: &Stance<'_>) -> Vec<Fault> {
    if stance.body.pose.view == View::Top {
        return Vec::new();
    }
    hanging(stance)
        .into_iter()
        .chain(floating(stance))
        .collect()
}

/// Returns the deepest place of each limb below the ground.
pub(crate) fn sunk(stance: &Stance<'_>) -> Vec<Fault> {
    if stance.body.pose.view == View::Top {
        return Vec::new();
    }
    let low = low(stance);
    let limb = |joint: Joint| match joint {
        Joint::Middle(_) => None,
        Joint::Of(side, spot) => Some((side, is_arm(spot))),
    };
    low.iter()
        .filter(|one| one.height < -SUNK)
        .filter(|one| {
            let deeper = |other: &Low| other.height < one.height;
            let same = |other: &Low| limb(other.joint) == limb(one.joint);
            limb(one.joint).is_none() || !low.iter().any(|other| same(other) && deeper(other))
        })
        .map(|low| below(stance, low))
        .collect()
}

fn below(stance: &Stance<'_>, low: &Low) -> Fault {
    let depth = -low.height;
    let place = match low.joint {
        Joint::Of(side, spot) if is_arm(spot) => {
            stance.place(side, &[Limb::Hand, Limb::Forearm, Limb::Arm])
        }
        Joint::Of(side, _) => stance.place(side, &[Limb::Foot, Limb::Shin, Limb::Thigh]),
        Joint::Middle(_) => stance.or_frame(None),
    };
    let predicate = format!("is {depth:.0} below the {}", stance.surface());
    Fault::error(low.joint.into(), FaultKind::Sunk, depth, predicate)
        .at(place)
        .help("raise it, or name in rest what carries the body")
}

/// Feet of a seated body that hang in the air.
fn hanging(stance: &Stance<'_>) -> Option<Fault> {
    let body = &stance.body;
    let is_seated = body.pose.rest == Rest::Seat && body.pose.view == View::Side;
    if !is_seated || stance.index > 0 {
        return None;
    }
    let hanging: Vec<(Side, f64)> = Side::BOTH
        .into_iter()
        .filter(|side| !may_hang(stance, *side))
        .map(|side| (side, sole(body, side)))
        .filter(|(_, height)| *height > TOUCHING)
        .collect();
    let (subject, verb, air) = match &hanging[..] {
        [] => return None,
        [(side, _)] => {
            let air = format!("{}.foot", side.as_str());
            (FaultSubject::Of(*side, "foot"), "hangs", air)
        }
        _ => (FaultSubject::Other("the feet"), "hang", "feet".to_owned()),
    };
    let &(side, height) = hanging.first()?;
    let predicate = format!("{verb} {height:.0} above the floor");
    let fault = Fault::warning(subject, FaultKind::Hanging, predicate)
        .at(stance.place(side, &[Limb::Thigh, Limb::Shin]))
        .help(format!("if that is meant, write air = [\"{air}\"]"));
    Some(fault)
}

fn may_hang(stance: &Stance<'_>, side: Side) -> bool {
    let air = stance.layer.air.as_deref().unwrap_or_default();
    air.iter()
        .any(|(only, what)| *what == Kept::Foot && only.is_none_or(|only| only == side))
}

/// Returns the parts that should lie on the surface but do not.
fn floating(stance: &Stance<'_>) -> impl Iterator<Item = Fault> {
    let touches = stance.layer.touch.iter().flatten();
    touches.filter_map(|touch| {
        let height = height(stance, touch.value);
        (height > TOUCHING).then(|| {
            let subject = subject(touch.value);
            let is_one = touch.value == Touch::Head || matches!(subject, FaultSubject::Of(..));
            let verb = if is_one { "floats" } else { "float" };
            let surface = stance.surface();
            let predicate = format!("should rest on the {surface} but {verb} {height:.0} above it");
            Fault::error(subject, FaultKind::Floating, height, predicate)
                .at(stance.or_frame(touch.span.clone()))
                .help("lower what holds it up, or remove it from touch")
        })
    })
}

const fn subject(touch: Touch) -> FaultSubject {
    match touch {
        Touch::Hips => FaultSubject::Other("hips"),
        Touch::Shoulders => FaultSubject::Other("shoulders"),
        Touch::Head => FaultSubject::Other("head"),
        Touch::Knees => FaultSubject::Other("knees"),
        Touch::Feet => FaultSubject::Other("feet"),
        Touch::LeftKnee => FaultSubject::Of(Side::Left, "knee"),
        Touch::RightKnee => FaultSubject::Of(Side::Right, "knee"),
        Touch::LeftFoot => FaultSubject::Of(Side::Left, "foot"),
        Touch::RightFoot => FaultSubject::Of(Side::Right, "foot"),
    }
}

/// Returns the height of the lower side of a place above the ground; of both sides, that of the lower one.
fn height(stance: &Stance<'_>, touch: Touch) -> f64 {
    let joints = &stance.body.joints;
    let middle = |middle, radius| joints[Joint::Middle(middle)].y - radius;
    let knee = |side| joints.of(side, Spot::Knee).y - thick::SHIN.0;
    let foot = |side| joints.of(side, Spot::Heel).y - thick::HEEL;
    match touch {
        Touch::Hips => middle(Middle::Hips, thick::PELVIS),
        Touch::Shoulders => middle(Middle::Chest, thick::CHEST),
        Touch::Head => middle(Middle::Head, HEAD.0),
        Touch::Knees => knee(Side::Left).min(knee(Side::Right)),
        Touch::LeftKnee => knee(Side::Left),
        Touch::RightKnee => knee(Side::Right),
        Touch::Feet => foot(Side::Left).min(foot(Side::Right)),
        Touch::LeftFoot => foot(Side::Left),
        Touch::RightFoot => foot(Side::Right),
    }
}
