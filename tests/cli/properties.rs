//! What must hold for any routine and any inputs.

use std::time::Duration;

use proptest::prelude::*;
use supple::plan::timetable::Timetable;
use supple::player::event::{Event, Input, Outcome, Stamped};
use supple::player::moment::Moment;
use supple::player::session::Session;
use supple::player::view::Phase;

use super::rig::inline_timetable;

/// A small routine of any shape.
fn routine() -> impl Strategy<Value = Timetable> {
    let dose = prop_oneof![
        (1_u32..90).prop_map(|hold| format!("hold = \"{hold}s\"")),
        (1_u32..9).prop_map(|half| format!("hold = \"{half}.5s\"")),
        (1_u32..12, 1_u32..6)
            .prop_map(|(reps, tempo)| format!("reps = {reps}\ntempo = \"{tempo}.5s\"")),
        Just("until = \"done\"".to_owned()),
    ];
    let side = prop_oneof![
        Just("both"),
        Just("each"),
        Just("left"),
        Just("right"),
        Just("alternating")
    ];
    let pauses = (0_u32..12, 0_u32..8, 0_u32..8, 1_u32..4);
    let step = (dose, side, pauses).prop_map(|(dose, side, (prepare, switch, rest, sets))| {
        format!(
            "name = \"Step\"\n{dose}\nside = \"{side}\"\nprepare = {prepare}\nswitch = {switch}\nrest = {rest}\nsets = {sets}\n"
        )
    });
    let plain = step.clone().prop_map(|step| format!("[[step]]\n{step}"));
    let round = (step, 1_u32..4, 0_u32..9).prop_map(|(step, repeat, rest)| {
        format!("[[step]]\nrepeat = {repeat}\nrest = {rest}\n[[step.step]]\n{step}")
    });
    prop::collection::vec(prop_oneof![plain, round], 1..5).prop_map(|steps| {
        inline_timetable(&format!(
            "format = 1\ntitle = \"Any\"\ndiscipline = \"yoga\"\n{}",
            steps.concat()
        ))
    })
}

fn inputs() -> impl Strategy<Value = Vec<(u64, Input)>> {
    let input = prop_oneof![
        4 => Just(Input::Tick),
        1 => Just(Input::Pause),
        2 => Just(Input::Resume),
        1 => Just(Input::Next),
        1 => Just(Input::Back),
        1 => Just(Input::Longer),
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
