//! The player: the state of a session, what comes next, notices, and the questions that it asks.

use std::time::Duration;

use crate::content::breath::BreathPhase;
use crate::content::dose::Dose;
use crate::content::dose::tempo::RepPhase;
use crate::content::vocabulary::{Position, Side, Sides, Word as _};
use crate::plan::posture::Posture;
use crate::plan::segment::{Segment, SegmentKind};
use crate::plan::timetable::TimetableStep;
use crate::plan::vary::Way;
use crate::plan::words::dose::{besides as dose_besides, dose_of_side, dose_short, spaced};
use crate::plan::words::side_words;
use crate::player::event::PauseReason;
use crate::player::view::{Phase, View};
use crate::words::en::grammar::capitals;

/// The question before the end.
pub(crate) const STOP: &str = "Stop here?";
/// The short form of the question to stop.
pub(crate) const STOP_BRIEF: &str = "stop?";
/// The question before beginning again.
pub(crate) const RESTART: &str = "Start again?";
/// The short form of the question to start again.
pub(crate) const RESTART_BRIEF: &str = "again?";
/// The answer that keeps the session going, and the key that ends a pause.
pub(crate) const GO_ON: &str = "go on";
/// The answer that ends the session.
pub(crate) const YES_STOP: &str = "stop";
/// The answer that begins the session again.
pub(crate) const YES_RESTART: &str = "start again";
/// Fewer words for an answer.
pub(crate) const YES: &str = "yes";
/// Fewer words for an answer.
pub(crate) const NO: &str = "no";
/// The meaning of the key that confirms an untimed step.
pub(crate) const DONE: &str = "done";
/// Stands in the place of a clock while an untimed step waits.
pub(crate) const IS_IT_DONE: &str = "done?";

/// The letter of a side before the large number.
pub(crate) const fn side_letter(side: Side) -> &'static str {
    match side {
        Side::Left => "L",
        Side::Right => "R",
    }
}

/// `2 of 7`
pub(crate) fn place(view: &View<'_>) -> String {
    let steps = view.timetable.steps.len();
    format!("{} of {steps}", view.segment.step + 1)
}

/// `2/7`
pub(crate) fn place_brief(view: &View<'_>) -> String {
    let steps = view.timetable.steps.len();
    format!("{}/{steps}", view.segment.step + 1)
}

/// The place with the part before it: `Cool-down · 5 of 9`.
pub(crate) fn place_in_part(view: &View<'_>) -> String {
    match &view.step.part {
        Some(part) => format!("{} · {}", part.name, place(view)),
        None => place(view),
    }
}

/// A place with the time left, if it counts, and the end, if it is known: `2 of 7 · 5:10 left · ends 22:52`.
pub(crate) fn head(mut words: String, left: Option<&str>, ends: Option<&str>) -> String {
    if let Some(left) = left {
        words += &format!(" · {left} left");
    }
    if let Some(ends) = ends {
        words += &format!(" · ends {ends}");
    }
    words
}

/// The state of a session: `GET READY · LEFT LEG first · 30 s`. `go_on` is the key that ends a pause or confirms a step; `besides` is
/// the most that is said of the load and the effort.
pub(crate) fn state(view: &View<'_>, go_on: &str, besides: usize) -> String {
    let mut words = match (view.phase, view.segment.kind) {
        (Phase::Paused(PauseReason::Asked | PauseReason::Hurt), _) => {
            return format!("PAUSED · {go_on} to go on");
        }
        (Phase::Paused(PauseReason::Away), _) => {
            return format!("PAUSED while you were away · {go_on} to go on");
        }
        (Phase::Over(_), _) => return "OVER".to_owned(),
        (Phase::Waiting, _) => vec![format!("Done? Press {go_on}.")],
        (Phase::CountIn(_), _) => vec!["RESUMING".to_owned()],
        (Phase::Running, SegmentKind::Prepare) => vec!["GET READY".to_owned()],
        (Phase::Running, SegmentKind::Switch) => vec!["CHANGE SIDES".to_owned()],
        (Phase::Running, SegmentKind::Rest) => vec!["REST".to_owned()],
        (Phase::Running, SegmentKind::Work | SegmentKind::Confirm) => {
            phase(view).map(str::to_owned).into_iter().collect()
        }
    };
    if view.phase != Phase::Waiting {
        words.extend(sides(view));
        words.extend(view.set().map(|(set, sets)| format!("set {set} of {sets}")));
        words.extend(dose(view));
    }
    if words.is_empty() {
        let breathes = view.step.planned.breath.is_some();
        words.push(if breathes { "BREATHE" } else { "GO" }.to_owned());
    }
    words.extend(self::besides(view).into_iter().take(besides));
    words.join(" · ")
}

/// What to do now: of a repetition whose parts are told apart, and of breaths.
fn phase(view: &View<'_>) -> Option<&'static str> {
    let dosage = &view.step.planned.dosage;
    if matches!(dosage.of(view.segment.side).dose, Dose::Breaths(_)) {
        return Some("BREATHE");
    }
    rep_phase(view)
}

/// What to do now of a repetition whose parts are told apart.
fn rep_phase(view: &View<'_>) -> Option<&'static str> {
    let dosage = &view.step.planned.dosage;
    let is_held = dosage.phases(view.segment.side)?.is_held();
    Some(match view.rep_moment(view.elapsed)?.phase {
        RepPhase::Out => "GO",
        RepPhase::Hold => "HOLD",
        RepPhase::Back if is_held => "LET GO",
        RepPhase::Back => "BACK",
        RepPhase::Rest => "PAUSE",
    })
}

/// `LEFT LEG`; while one gets ready for two sides, `LEFT LEG first`.
fn sides(view: &View<'_>) -> Option<String> {
    let planned = &view.step.planned;
    let (side, kind) = (view.side(), view.segment.kind);
    match side.map(|side| capitals(&side_words(side, planned.limb))) {
        Some(side) if kind == SegmentKind::Prepare && view.has_two_sides_ahead() => {
            Some(format!("{side} first"))
        }
        Some(side) => Some(side),
        None if planned.sides == Sides::Alternating && kind == SegmentKind::Work => {
            Some("ALTERNATING SIDES".to_owned())
        }
        None => None,
    }
}

/// Returns the dose while one gets ready, and the time of a repetition while one works.
fn dose(view: &View<'_>) -> Option<String> {
    let planned = &view.step.planned;
    match view.segment.kind {
        // Beside the name of a side it is that side's.
        SegmentKind::Prepare => Some(match view.side() {
            None => dose_short(planned),
            side => dose_of_side(planned, side),
        }),
        SegmentKind::Work if planned.dosage.up_to => Some(dose_of_side(planned, view.side())),
        SegmentKind::Work if view.segment.reps.is_some() => {
            Some(match planned.dosage.of(view.side()).dose {
                Dose::HeldReps(_, hold) => {
                    let phase = view.rep_moment(view.elapsed).map(|moment| moment.phase);
                    let word = match phase {
                        Some(RepPhase::Hold) => "for",
                        _ => "hold",
                    };
                    format!("{word} {}", spaced(hold.played))
                }
                Dose::Reps(_) | Dose::Breaths(_) | Dose::Hold(_) | Dose::Done => {
                    format!("{} each", spaced(planned.one(view.side())))
                }
            })
        }
        _ => None,
    }
}

/// Returns the load and the effort while one gets ready and while one works.
fn besides(view: &View<'_>) -> Vec<String> {
    match view.segment.kind {
        SegmentKind::Prepare | SegmentKind::Work | SegmentKind::Confirm => {
            dose_besides(&view.step.planned)
        }
        SegmentKind::Rest | SegmentKind::Switch => Vec::new(),
    }
}

/// The state in a word or two, for a screen of one line.
pub(crate) fn state_brief(view: &View<'_>) -> String {
    let words = match (view.phase, view.segment.kind) {
        (Phase::Paused(_), _) => "paused",
        (Phase::Running, SegmentKind::Prepare) => "ready",
        (Phase::Running, SegmentKind::Rest) => "rest",
        (Phase::Running, SegmentKind::Switch) => "switch",
        (Phase::Running, SegmentKind::Work) => rep_phase(view).unwrap_or_default(),
        _ => "",
    };
    words.to_lowercase()
}

/// Returns the next part of the step: `then right leg`, `then set 2`.
pub(crate) fn then(view: &View<'_>, work: &Segment) -> String {
    match work.side.filter(|_| work.set == view.segment.set) {
        Some(side) => format!("then {}", side_words(side, view.step.planned.limb)),
        None => format!("then set {}", work.set),
    }
}

/// The step after this one: `next: Knee to chest (lie down)`; without one, that this is the last.
pub(crate) fn next(view: &View<'_>) -> String {
    match (view.next_step(), &view.timetable.way_back) {
        (Some(step), _) => {
            let name = &step.planned.name;
            match move_to(view.step, step) {
                Some(change) => format!("next: {name} ({change})"),
                None => format!("next: {name}"),
            }
        }
        (None, Some(way_back)) => format!("last step. {way_back}"),
        (None, None) => "last step".to_owned(),
    }
}

/// Returns the change of position from one step to the next: `stay standing`, `on your back`.
fn move_to(from_step: &TimetableStep, to_step: &TimetableStep) -> Option<&'static str> {
    let (from_step, to_step) = (&from_step.planned, &to_step.planned);
    let (from, to) = (from_step.position?, to_step.position?);
    if Posture::of(from_step).is_in_bed() && Posture::of(to_step).is_on_floor() {
        return Some("down to the floor");
    }
    if to_step.stays_on_floor() {
        return Some("stay on the mat");
    }
    if from == to {
        return match to {
            Position::Standing => Some("stay standing"),
            Position::Walking => Some("walk on"),
            Position::SeatedChair | Position::SeatedEdge | Position::FloorSeated => {
                Some("stay seated")
            }
            Position::Supine | Position::Prone | Position::SideLying | Position::Reclined => {
                Some("stay lying down")
            }
            _ => None,
        };
    }
    Some(match to {
        Position::Standing if from == Position::Walking => "stand still",
        Position::Standing => "stand up",
        Position::Walking if from == Position::Standing => "start walking",
        Position::Walking => "stand up and walk",
        Position::SeatedChair | Position::SeatedEdge => "sit down",
        Position::FloorSeated => "sit on the floor",
        Position::Kneeling => "kneel",
        Position::AllFours => "on all fours",
        Position::Supine => "on your back",
        Position::Prone => "on your front",
        Position::SideLying => "on your side",
        Position::Reclined => "lean back",
        Position::Water => "in the water",
    })
}

/// A caution with its number among several: `Keep the back long. (2 of 3)`
pub(crate) fn numbered(text: &str, number: usize, all: usize) -> String {
    format!("{text} ({number} of {all})")
}

/// Names the key that shows everything about a step: the sign for "more", then the key that pauses.
pub(crate) fn all_of_it(ellipsis: &str, pause: &str) -> String {
    format!("{ellipsis} {pause} shows all")
}

/// Notice: the question whether to stop was answered with no.
pub(crate) fn not_stopped(stop: &str, yes: &str) -> String {
    format!("not stopped: {stop}, then {yes} to stop")
}

/// Notice: the step that hurt is left.
pub(crate) fn skipped(name: &str) -> String {
    format!("skipped: {name}")
}

/// Notice: one side of the step is left.
pub(crate) fn side_skipped(side: Side) -> String {
    format!("{} side skipped", side.as_str())
}

/// Notice: the segment got longer.
pub(crate) fn longer(by: Duration) -> String {
    format!("{} longer", spaced(by))
}

/// Notice: another exercise takes the place of the step.
pub(crate) fn varied(way: Way, name: &str) -> String {
    format!("{}: {name}", way.as_str())
}

/// Notice: there is no other exercise for the step.
pub(crate) fn no_variant(way: Way) -> String {
    format!("no {} variant", way.as_str())
}

/// Beside the bar of a paced breath. All are of the same width.
pub(crate) const fn breath(phase: BreathPhase) -> &'static str {
    match phase {
        BreathPhase::In => "breathe in ",
        BreathPhase::Hold => "hold       ",
        BreathPhase::Out => "breathe out",
        BreathPhase::Rest => "rest       ",
    }
}
