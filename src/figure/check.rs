//! Finds the faults of a figure that can be drawn: joints that bend as no joint does, hands that do not reach, bodies
//! in the ground or in the air.

pub(crate) mod balance;
pub(crate) mod collide;
pub(crate) mod fault;
pub(crate) mod faults;
pub(crate) mod footing;
pub(crate) mod half_turn;
pub(crate) mod limits;
pub(crate) mod low;
pub(crate) mod reach;
pub(crate) mod stance;

use crate::content::diagnostic::Diagnostic;
use crate::content::vocabulary::Word as _;
use crate::figure::check::fault::{Fault, FaultKind, FaultSubject};
use crate::figure::check::faults::{Faults, FaultsBetween, Report, diagnostics};
use crate::figure::check::half_turn::half_turns;
use crate::figure::check::stance::Stance;
use crate::figure::clip::Clip;
use crate::figure::words::kept::Kept;
use crate::figure::words::prop::{Prop, WallAt};
use crate::figure::words::view::View;

/// The number of moments that are checked between two keyframes.
const MOMENTS: u32 = 8;

/// The faults of a figure: those of its keyframes first, then those of the ways between them.
pub(crate) fn check(clip: &Clip) -> Vec<Diagnostic> {
    let faults = in_keyframes(clip);
    let half_turns = half_turns(&clip.motion);
    // A 180-degree turn is ambiguous: moments on its way are not checked.
    let between = if half_turns.is_empty() {
        between_keyframes(clip, &faults)
    } else {
        FaultsBetween::default()
    };
    let mut reports: Vec<Report> = faults.into_reports(clip.motion.written()).collect();
    reports.extend(kept_on_one_side(clip).map(Report::always));
    reports.extend(half_turns.into_iter().map(Report::always));
    reports.extend(between.into_reports());
    diagnostics(reports)
}

fn in_keyframes(clip: &Clip) -> Faults {
    let mut faults = Faults::default();
    for (index, layer) in clip.motion.written_frames().iter().enumerate() {
        let stance = Stance {
            clip,
            index,
            layer,
            body: clip.motion.body_on(clip.motion.held(index)),
        };
        let mut found = anywhere(&stance);
        found.extend(unseen_wall(&stance));
        found.extend(footing::check(&stance));
        // With a fault, the weight is somewhere else than it will be.
        if !found.iter().any(Fault::is_error) {
            found.extend(balance::toppling(&stance));
        }
        faults.add(index, found);
    }
    faults
}

/// The faults between keyframes that no keyframe has.
fn between_keyframes(clip: &Clip, faults: &Faults) -> FaultsBetween {
    let motion = &clip.motion;
    let mut between = FaultsBetween::default();
    for at in motion.moments_between(MOMENTS) {
        let way = motion.way(at);
        let stance = Stance {
            clip,
            index: motion.written_index(way.to),
            layer: &motion.frames[way.to],
            body: motion.body_on(way),
        };
        let mut found = anywhere(&stance);
        found.retain(|fault| !faults.has(fault));
        between.add(at / motion.period(), found);
    }
    between
}

/// The faults that a body can have at any moment: joints, reach, ground and things.
fn anywhere(stance: &Stance<'_>) -> Vec<Fault> {
    let mut faults = limits::check(stance);
    faults.extend(reach::check(stance));
    faults.extend(footing::sunk(stance));
    faults.extend(collide::check(stance));
    faults
}

/// Finds a `keep` of one hand or foot in an alternating clip: on the other side the other one works.
fn kept_on_one_side(clip: &Clip) -> Option<Fault> {
    let common = &clip.motion.common;
    let mut kept = common.keep.iter().flatten();
    let (only, kept) = kept.find(|(only, _)| only.is_some())?;
    let side = only.filter(|_| clip.motion.is_alternating())?.as_str();
    let what = match kept {
        Kept::Hand => "hand",
        Kept::Foot => "foot",
    };
    let predicate = format!("names {side}.{what}, but alternate swaps the sides");
    let fault = Fault::error(
        FaultSubject::Other("keep"),
        FaultKind::KeptOnOneSide,
        0.0,
        predicate,
    )
    .at(Some(common.span.clone().unwrap_or_default()))
    .help("write the keyframes of both sides, or keep both");
    Some(fault)
}

/// A wall behind a body that is not seen from the side.
fn unseen_wall(stance: &Stance<'_>) -> Option<Fault> {
    let mut props = stance.clip.motion.common.props.iter().flatten();
    let wall = props.find(|prop| prop.value == Prop::Wall(WallAt::Back))?;
    let subject = FaultSubject::Other("a wall behind the back");
    let predicate = "can be seen only from the side".to_owned();
    (stance.body.pose.view != View::Side).then(|| {
        Fault::warning(subject, FaultKind::UnseenWall, predicate)
            .at(stance.or_frame(wall.span.clone()))
            .help("remove it, or show the figure from the side")
    })
}
