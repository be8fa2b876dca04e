//! The session at the very moments that its rules speak of: exactly two seconds, exactly at a cue, while it is paused.

use supple::player::event::{Event, Input, PauseReason, Stamped};
use supple::player::record::Result;
use supple::player::session::Session;
use supple::player::view::Phase;

use crate::support::rig::{at, inline_timetable};

/// Prepare to 5, work to 35; prepare to 40, work to 70.
const TWO: &str = r#"
format = 1
title = "Two"
discipline = "yoga"

[[step]]
name = "One"
hold = "30s"
prepare = "5s"

[[step]]
name = "Two"
hold = "30s"
prepare = "5s"
"#;

/// One step of 30 seconds without a prepare, with a cue of the author's in its tenth second.
const CUED: &str = r#"
format = 1
title = "Cued"
discipline = "yoga"

[[step]]
name = "One"
hold = "30s"
prepare = "0s"
cues = [{ at = "10s", say = "Heel heavy." }]
"#;

/// Ten repetitions of three seconds.
const COUNTED: &str = r#"
format = 1
title = "Counted"
discipline = "yoga"

[[step]]
name = "One"
reps = 10
tempo = "3s"
prepare = "0s"
"#;

/// A step that waits for a key, after one that does not.
const WAITING: &str = r#"
format = 1
title = "Waiting"
discipline = "yoga"

[[step]]
name = "One"
hold = "30s"
prepare = "0s"

[[step]]
name = "Lamp out"
until = "done"
"#;

fn started(text: &str) -> (Session, Vec<Stamped<Event>>) {
    Session::start(inline_timetable(text), at(0.0))
}

/// The session after these inputs, each at its second.
fn after(text: &str, inputs: &[(f64, Input)]) -> Session {
    let (mut session, _) = started(text);
    for &(moment, input) in inputs {
        let _ = session.handle(input, at(moment));
    }
    session
}

/// The segment that "back" leads to at this second.
fn back_at(text: &str, second: f64) -> usize {
    let session = after(text, &[(second, Input::Back)]);
    session.view(at(second)).index
}

fn phase(session: &Session, second: f64) -> Phase {
    session.view(at(second)).phase
}

/// The cues of a log with the seconds that they came at.
fn cues(log: &[Stamped<Event>]) -> Vec<(f64, &'static str)> {
    let cue = |stamped: &Stamped<Event>| match &stamped.event {
        Event::Cue(cue) => Some((stamped.at.since_start().as_secs_f64(), cue.kind.as_str())),
        _ => None,
    };
    log.iter().filter_map(cue).collect()
}

#[test]
fn back_within_two_seconds_is_the_step_before_and_from_then_on_the_step_itself() {
    assert_eq!(back_at(TWO, 35.0), 0, "at once");
    assert_eq!(back_at(TWO, 36.999), 0, "just before two seconds");
    assert_eq!(back_at(TWO, 37.0), 2, "at two seconds");
    assert_eq!(back_at(TWO, 41.0), 2, "one second into the work");
    assert_eq!(back_at(TWO, 1.0), 0, "before the first step there is none");
}

#[test]
fn back_counts_the_two_seconds_of_a_step_that_waits_too() {
    assert_eq!(back_at(WAITING, 31.999), 0);
    assert_eq!(back_at(WAITING, 32.0), 1);
}

#[test]
fn longer_at_the_moment_of_a_cue_says_it_no_second_time() {
    for (text, moment, kind) in [(CUED, 10.0, "authored"), (COUNTED, 9.0, "rep")] {
        let (mut session, mut log) = started(text);
        log.extend(session.handle(Input::Tick, at(moment)));
        log.extend(session.handle(Input::Longer, at(moment)));
        log.extend(session.handle(Input::Tick, at(moment + 0.5)));
        let then: Vec<_> = cues(&log)
            .into_iter()
            .filter(|(second, _)| (*second - moment).abs() < 0.5)
            .collect();
        assert_eq!(then, [(moment, kind)], "{text}");
    }
}

#[test]
fn longer_before_and_after_a_cue_leaves_it_where_it_was() {
    for moment in [9.999, 10.001] {
        let (mut session, mut log) = started(CUED);
        for (second, input) in [(moment, Input::Longer), (20.0, Input::Tick)] {
            log.extend(session.handle(input, at(second)));
        }
        let authored = cues(&log)
            .into_iter()
            .filter(|(_, kind)| *kind == "authored");
        assert_eq!(
            authored.collect::<Vec<_>>(),
            [(10.0, "authored")],
            "{moment}"
        );
    }
}

#[test]
fn longer_at_the_very_start_starts_no_second_time() {
    let (mut session, mut log) = started(CUED);
    log.extend(session.handle(Input::Longer, at(0.0)));
    let starts = cues(&log).into_iter().filter(|(_, kind)| *kind == "start");
    assert_eq!(starts.count(), 1);
}

#[test]
fn what_hurts_while_it_is_paused_is_why_it_is_paused() {
    let away = Input::Away { since: at(9.0) };
    for (pause, because) in [
        (Input::Pause, PauseReason::Asked),
        (away, PauseReason::Away),
    ] {
        let mut session = after(TWO, &[(10.0, pause)]);
        assert_eq!(phase(&session, 10.0), Phase::Paused(because));
        let _ = session.handle(Input::Hurt, at(12.0));
        assert_eq!(phase(&session, 12.0), Phase::Paused(PauseReason::Hurt));
        let _ = session.handle(Input::Pause, at(13.0));
        assert_eq!(phase(&session, 13.0), Phase::Paused(PauseReason::Hurt));
    }
}

#[test]
fn what_hurts_while_it_counts_in_pauses_again() {
    let inputs = [
        (10.0, Input::Pause),
        (11.0, Input::Resume),
        (12.0, Input::Hurt),
    ];
    let session = after(TWO, &inputs);
    assert_eq!(phase(&session, 12.0), Phase::Paused(PauseReason::Hurt));
    assert_eq!(session.deadline(), None);
}

#[test]
fn a_hold_that_goes_on_is_counted_in_for_three_seconds_with_three_ticks() {
    let (mut session, _) = started(TWO);
    let _ = session.handle(Input::Pause, at(10.0));
    let mut log = session.handle(Input::Resume, at(20.0));
    log.extend(session.handle(Input::Tick, at(23.0)));
    assert_eq!(cues(&log), [(20.0, "tick"), (21.0, "tick"), (22.0, "tick")]);
    assert_eq!(phase(&session, 23.0), Phase::Running);
    let left = session.view(at(23.0)).left.expect("it is timed");
    assert_eq!(left.as_secs(), 25);
}

#[test]
fn a_repetition_goes_on_at_its_start_also_at_the_very_moment_of_the_next() {
    for (paused, left) in [(8.999, 24), (9.0, 21), (29.999, 3)] {
        let mut session = after(COUNTED, &[(paused, Input::Pause)]);
        let _ = session.handle(Input::Resume, at(40.0));
        let view = session.view(at(40.0));
        assert_eq!(view.left.expect("it is timed").as_secs(), left, "{paused}");
    }
}

#[test]
fn a_prepare_that_goes_on_lasts_three_seconds_at_least() {
    for (paused, left) in [(1.0, 4.0), (2.0, 3.0), (4.5, 3.0)] {
        let mut session = after(TWO, &[(paused, Input::Pause)]);
        let _ = session.handle(Input::Resume, at(40.0));
        let view = session.view(at(40.0));
        let seconds = view.left.expect("it is timed").as_secs_f64();
        assert!((seconds - left).abs() < 1e-9, "{paused}: {seconds}");
    }
}

#[test]
fn nothing_is_skipped_that_was_over() {
    let skipped = |second: f64| {
        let (mut session, _) = started(TWO);
        let log = session.handle(Input::Leave, at(second));
        let is_skipped = |stamped: &Stamped<Event>| matches!(stamped.event, Event::Skipped { .. });
        log.iter().any(is_skipped)
    };
    assert!(skipped(3.0), "its work was still to come");
    assert!(skipped(34.999), "its work was not over");
}

#[test]
fn longer_adds_ten_seconds_or_as_many_repetitions_as_last_as_long() {
    for (tempo, seconds) in [("3s", 42), ("2s", 30), ("5s", 60), ("11s", 121)] {
        let text = COUNTED.replace("tempo = \"3s\"", &format!("tempo = \"{tempo}\""));
        let session = after(&text, &[(0.0, Input::Longer)]);
        let left = session.view(at(0.0)).left.expect("it is timed");
        assert_eq!(left.as_secs(), seconds, "{tempo}");
    }
    let session = after(CUED, &[(0.0, Input::Longer)]);
    let left = session.view(at(0.0)).left.expect("it is timed");
    assert_eq!(left.as_secs(), 40);
}

#[test]
fn who_leaves_a_step_in_the_rest_after_its_work_skips_nothing() {
    let text = "format = 1\ntitle = \"R\"\ndiscipline = \"yoga\"\n[[step]]\nrepeat = 2\nrest = 20\n[[step.step]]\nname = \"One\"\nhold = 10\nprepare = 0\n";
    let skips = |second: f64| {
        let (mut session, _) = started(text);
        let log = session.handle(Input::Leave, at(second));
        let is_skipped = |stamped: &&Stamped<Event>| matches!(stamped.event, Event::Skipped { .. });
        log.iter().filter(is_skipped).count()
    };
    assert_eq!(skips(9.0), 1, "a part of its work");
    assert_eq!(skips(10.0), 0, "the rest has begun");
    assert_eq!(skips(29.0), 0);
}

#[test]
fn a_step_is_skipped_by_going_past_it_and_not_reached_by_stopping_before_its_work() {
    let results = |inputs: &[(f64, Input)]| {
        let session = after(TWO, inputs);
        [0, 1].map(|step| session.record().result(step))
    };
    let (stop, next) = (Input::Stop, Input::Next);
    for (inputs, expected) in [
        (&[(3.0, stop)][..], [Result::NotReached, Result::NotReached]),
        (&[(38.0, stop)], [Result::Done, Result::NotReached]),
        (
            &[(38.0, Input::Pause), (39.0, stop)],
            [Result::Done, Result::NotReached],
        ),
        (
            &[(38.0, Input::Back), (39.0, stop)],
            [Result::Done, Result::NotReached],
        ),
        (
            &[(38.0, next), (38.0, next)],
            [Result::Done, Result::Skipped],
        ),
        (&[(38.0, Input::Leave)], [Result::Done, Result::Skipped]),
        (
            &[(3.0, Input::Leave), (4.0, stop)],
            [Result::Skipped, Result::NotReached],
        ),
        (
            &[(3.0, Input::Leave), (4.0, Input::Back), (5.0, stop)],
            [Result::Skipped, Result::NotReached],
        ),
        (&[(7.0, stop)], [Result::Partly, Result::NotReached]),
    ] {
        assert_eq!(results(inputs), expected, "{inputs:?}");
    }
}
