//! What must hold for any routine and any inputs.

use std::sync::Arc;
use std::time::Duration;

use proptest::prelude::*;
use supple::content::dose::sided::Sided;
use supple::content::dose::{Amount, Dose};
use supple::content::duration::Range;
use supple::content::vocabulary::{Position, Sides};
use supple::plan::planned::Planned;
use supple::plan::segment::SegmentKind;
use supple::plan::timetable::Timetable;
use supple::player::event::{Event, Input, Outcome, Stamped};
use supple::player::moment::Moment;
use supple::player::record::Result;
use supple::player::session::Session;
use supple::player::view::Phase;

use crate::support::any::{step, steps};
use crate::support::rig::inline_timetable;

/// A small routine of any shape.
fn routine() -> impl Strategy<Value = Timetable> {
    steps(step(), 5).prop_map(|steps| {
        with_variants(inline_timetable(&format!(
            "format = 1\ntitle = \"Any\"\ndiscipline = \"yoga\"\n{steps}"
        )))
    })
}

/// Gives every second step two easier variants and every timed one a harder: other kinds, sides and positions.
fn with_variants(mut timetable: Timetable) -> Timetable {
    for (index, step) in timetable.steps.iter_mut().enumerate() {
        let planned = &step.planned;
        let twenty = Duration::from_secs(20);
        let (hold, reps) = (Dose::Hold(Range::only(twenty)), Dose::Reps(Range::only(5)));
        let (same, other) = match planned.dosage.dose() {
            Dose::Hold(_) | Dose::Breaths(_) => (hold, reps),
            Dose::Reps(_) | Dose::HeldReps(..) => (reps, hold),
            Dose::Done => continue,
        };
        let both = if planned.sides == Sides::Both {
            Sides::Each
        } else {
            Sides::Both
        };
        let variant = |name: &str, dose, sides, position| {
            let mut variant = Planned::clone(planned);
            name.clone_into(&mut variant.name);
            variant.dosage.amount = Sided::both(Amount {
                dose,
                ..variant.dosage.of(None)
            });
            variant.sides = sides;
            variant.position = Some(position);
            Arc::new(variant)
        };
        if index % 2 == 0 {
            step.easier = vec![
                variant("Easier", same, planned.sides, Position::SeatedChair),
                variant("Easiest", other, both, Position::Supine),
            ];
        }
        step.harder = vec![variant("Harder", other, Sides::Each, Position::Standing)];
    }
    timetable
}

fn inputs() -> impl Strategy<Value = Vec<(u64, Input)>> {
    let input = prop_oneof![
        4 => Just(Input::Tick),
        1 => Just(Input::Pause),
        2 => Just(Input::Resume),
        1 => Just(Input::Next),
        1 => Just(Input::Back),
        1 => Just(Input::Longer),
        2 => Just(Input::Easier),
        1 => Just(Input::Harder),
        1 => Just(Input::Hurt),
        1 => Just(Input::Leave),
        1 => Just(Input::Restart),
        2 => Just(Input::Done),
        1 => (0_u64..100_000).prop_map(|ms| Input::Away { since: Moment::at(Duration::from_millis(ms)) }),
    ];
    prop::collection::vec((0_u64..40_000, input), 0..40)
}

fn ms(time: u64) -> Moment {
    Moment::at(Duration::from_millis(time))
}

/// Plays to a moment by waking only when the session asks for it; a confirm is done as soon as it waits.
fn by_deadlines(session: &mut Session, until: Moment) -> Vec<Stamped<Event>> {
    let mut log = Vec::new();
    while let Some(deadline) = session.deadline().filter(|&deadline| deadline <= until) {
        log.extend(session.handle(Input::Tick, deadline));
    }
    log
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn time_may_be_split_any_way(timetable in routine(), inputs in inputs(), splits in prop::collection::vec(0_u64..1_600_000, 0..60)) {
        let run = |wakes: &[u64]| {
            let (mut session, mut log) = Session::start(timetable.clone(), Moment::START);
            let mut wakes = wakes.to_vec();
            wakes.sort_unstable();
            let mut now = 0;
            for (wait, input) in &inputs {
                for &wake in wakes.iter().filter(|&&wake| wake > now && wake < now + wait) {
                    // An away says that nobody woke since then.
                    if !matches!(input, Input::Away { .. }) {
                        log.extend(session.handle(Input::Tick, ms(wake)));
                    }
                }
                now += wait;
                log.extend(session.handle(*input, ms(now)));
            }
            log.extend(session.handle(Input::Stop, ms(now + 1)));
            log
        };
        prop_assert_eq!(run(&[]), run(&splits));
    }

    #[test]
    fn waking_only_at_the_deadline_suffices(timetable in routine()) {
        let end = ms(100_000_000);
        let (mut lazy, mut lazy_log) = Session::start(timetable.clone(), Moment::START);
        lazy_log.extend(lazy.handle(Input::Tick, end));
        let (mut waker, mut waker_log) = Session::start(timetable, Moment::START);
        waker_log.extend(by_deadlines(&mut waker, end));
        prop_assert_eq!(lazy_log, waker_log);
    }

    #[test]
    fn the_sum_of_the_segments_is_the_total(timetable in routine()) {
        let total = timetable.total();
        let timed = timetable.segments.iter().all(|segment| segment.length.is_some());
        let (mut session, mut log) = Session::start(timetable, Moment::START);
        log.extend(session.handle(Input::Tick, Moment::START + total));
        if timed {
            let over = log.last().expect("something happened");
            prop_assert_eq!(&over.event, &Event::Over(Outcome::Finished));
            prop_assert_eq!(over.at, Moment::START + total);
            let work = session.timetable().segments.iter();
            let work = work.filter(|segment| segment.kind == SegmentKind::Work);
            let worked: Duration = work.filter_map(|segment| segment.length).sum();
            prop_assert_eq!(session.record().total_time(), worked);
        }
        let mut stamps: Vec<Moment> = log.iter().map(|stamped| stamped.at).collect();
        let in_order = stamps.clone();
        stamps.sort();
        prop_assert_eq!(stamps, in_order);
    }

    #[test]
    fn pausing_keeps_the_rest(timetable in routine(), at in 0_u64..200_000, away in 0_u64..1_000_000) {
        let (mut session, _) = Session::start(timetable, Moment::START);
        let _ = session.handle(Input::Tick, ms(at));
        let before = session.view(ms(at)).left;
        let _ = session.handle(Input::Pause, ms(at));
        prop_assert_eq!(session.deadline(), None);
        prop_assert_eq!(session.view(ms(at + away)).left, before);
        let _ = session.handle(Input::Resume, ms(at + away));
        let after = session.view(ms(at + away)).left;
        prop_assert!(after >= before, "{after:?} {before:?}");
    }

    #[test]
    fn what_is_left_is_what_comes_and_the_steps_stay(timetable in routine(), inputs in inputs()) {
        let steps = timetable.steps.len();
        let (mut session, _) = Session::start(timetable, Moment::START);
        let mut now = 0;
        for (wait, input) in inputs {
            now += wait;
            let _ = session.handle(input, ms(now));
        }
        prop_assert_eq!(session.timetable().steps.len(), steps);
        let numbers: Vec<u32> = session.timetable().steps.iter().map(|step| step.number).collect();
        prop_assert_eq!(numbers, (1..).take(steps).collect::<Vec<u32>>());
        let segments = session.timetable().segments.iter();
        prop_assert!(segments.clone().is_sorted_by_key(|segment| segment.step));
        prop_assert!(segments.clone().all(|segment| segment.length != Some(Duration::ZERO)));
        let view = session.view(ms(now));
        let timed = view.timetable.segments[view.index..].iter().all(|segment| segment.length.is_some());
        if view.phase == Phase::Running && timed {
            let end = ms(now) + view.total_left();
            let log = session.handle(Input::Tick, end);
            let over = Stamped { at: end, event: Event::Over(Outcome::Finished) };
            prop_assert_eq!(log.last(), Some(&over));
        }
    }

    #[test]
    fn what_is_played_to_its_end_is_done_however_it_was_varied(timetable in routine(), inputs in inputs()) {
        let (mut session, _) = Session::start(timetable, Moment::START);
        let mut now = 0;
        for (wait, input) in inputs {
            now += wait;
            if matches!(input, Input::Tick | Input::Easier | Input::Harder | Input::Pause | Input::Hurt) {
                let _ = session.handle(input, ms(now));
                let _ = session.handle(Input::Resume, ms(now));
                let _ = session.handle(Input::Done, ms(now));
            }
        }
        while !matches!(session.view(ms(now)).phase, Phase::Over(_)) {
            now += 1_000_000;
            let _ = session.handle(Input::Tick, ms(now));
            let _ = session.handle(Input::Done, ms(now));
        }
        let record = session.record();
        for step in 0..session.timetable().steps.len() {
            prop_assert_eq!(record.result(step), Result::Done);
        }
    }

    #[test]
    fn what_is_said_to_be_done_is_done_at_any_time(timetable in routine(), waits in prop::collection::vec(0_u64..40_000, 0..40)) {
        let planned = timetable.total();
        let (mut session, _) = Session::start(timetable, Moment::START);
        let mut now = 0;
        for wait in waits {
            now += wait;
            let _ = session.handle(Input::Tick, ms(now));
            let view = session.view(ms(now));
            let has_ceiling = view.timetable.planned(view.segment).dosage.up_to;
            let ends = match view.phase {
                Phase::Waiting => true,
                Phase::Running => has_ceiling && view.segment.kind == SegmentKind::Work,
                Phase::CountIn(_) | Phase::Paused(_) | Phase::Over(_) => false,
            };
            let log = session.handle(Input::Done, ms(now));
            let confirmed = log.iter().any(|stamped| matches!(stamped.event, Event::Confirmed { .. }));
            prop_assert_eq!(confirmed, ends);
        }
        while !matches!(session.view(ms(now)).phase, Phase::Over(_)) {
            now += 1_000_000;
            let _ = session.handle(Input::Tick, ms(now));
            let _ = session.handle(Input::Done, ms(now));
        }
        for step in 0..session.timetable().steps.len() {
            prop_assert_eq!(session.record().result(step), Result::Done);
        }
        prop_assert!(session.record().total_time() <= planned);
    }

    #[test]
    fn any_inputs_end_well(timetable in routine(), inputs in inputs()) {
        let (mut session, _) = Session::start(timetable, Moment::START);
        let mut now = 0;
        for (wait, input) in inputs {
            now += wait;
            let _ = session.handle(input, ms(now));
            let view = session.view(ms(now));
            let running = matches!(view.phase, Phase::Running | Phase::CountIn(_));
            prop_assert_eq!(session.deadline().is_some(), running);
            prop_assert!(view.left <= view.segment.length);
        }
    }
}
