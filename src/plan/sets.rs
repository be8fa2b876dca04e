//! The sets and sides of a step, in the order in which they are done.

use std::time::Duration;

use crate::content::vocabulary::{Order, Side, Sides};
use crate::plan::planned::Planned;
use crate::plan::segment::{Segment, SegmentKind};

/// One set on one side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Turn {
    /// From 1, on each side.
    set: u32,
    side: Option<Side>,
}

/// What comes after a step's prepare: set by set and side by side the work, with its switches and rests. Between two sets
/// of a side comes a rest; from one side to the other a switch, but for a new set that begins with the first side again,
/// which comes after a rest. Empty pauses are left out.
pub(crate) fn sets(planned: &Planned, step: usize, switch: Duration) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut before: Option<Turn> = None;
    for turn in turns(planned) {
        if let Some(before) = before {
            segments.push(between(planned, step, switch, (before, turn)));
        }
        segments.push(work(planned, step, turn));
        before = Some(turn);
    }
    segments.retain(|segment| segment.length != Some(Duration::ZERO));
    segments
}

/// The sides of a step in the order in which they are done; `None` where none is told apart.
pub(crate) fn sides(planned: &Planned) -> Vec<Option<Side>> {
    match planned.sides {
        Sides::Each => vec![Some(planned.first), Some(planned.first.other())],
        Sides::Left => vec![Some(Side::Left)],
        Sides::Right => vec![Some(Side::Right)],
        Sides::Both | Sides::Alternating => vec![None],
    }
}

fn turns(planned: &Planned) -> Vec<Turn> {
    let sides = sides(planned);
    let sets = |side| planned.dosage.of(side).sets.played;
    let turn = |set, side| Turn { set, side };
    match planned.order {
        Order::OneSideFirst => sides
            .into_iter()
            .flat_map(|side| (1..=sets(side)).map(move |set| turn(set, side)))
            .collect(),
        Order::SideBySide => {
            let most = sides.iter().map(|&side| sets(side)).max().unwrap_or(0);
            let of_set = |set| {
                let sides = sides.iter().copied();
                let sides = sides.filter(move |&side| set <= sets(side));
                sides.map(move |side| turn(set, side))
            };
            (1..=most).flat_map(of_set).collect()
        }
    }
}

fn between(
    planned: &Planned,
    step: usize,
    switch: Duration,
    (before, after): (Turn, Turn),
) -> Segment {
    let changes_side = before.side != after.side;
    let is_next_set = before.set < after.set;
    if changes_side && !is_next_set {
        return Segment {
            kind: SegmentKind::Switch,
            step,
            set: after.set,
            side: after.side,
            length: Some(switch),
            reps: None,
        };
    }
    rest(step, before.set, planned.dosage.rest)
}

fn work(planned: &Planned, step: usize, Turn { set, side }: Turn) -> Segment {
    let work = planned.work(side);
    let waits = planned.dosage.is_done_by_key();
    Segment {
        kind: if waits {
            SegmentKind::Confirm
        } else {
            SegmentKind::Work
        },
        step,
        set,
        side,
        length: (!waits).then_some(work.length),
        reps: work.count,
    }
}

/// A rest after a set.
pub(crate) fn rest(step: usize, set: u32, length: Duration) -> Segment {
    Segment {
        kind: SegmentKind::Rest,
        step,
        set,
        side: None,
        length: Some(length),
        reps: None,
    }
}
