//! From a routine to its timetable: the second cases of its rules, and their limits from both sides.

use std::time::Duration;

use supple::plan::lower::lower;
use supple::plan::review::review;
use supple::plan::segment::SegmentKind;
use supple::plan::timetable::Timetable;

use crate::support::rig::{inline_timetable, timetable};
use crate::support::stage::{library, own, tailored};

const HEAD: &str = "format = 1\ntitle = \"Mine\"\ndiscipline = \"mobility\"\n";

/// A routine of these steps.
fn routine(steps: &str) -> String {
    format!("{HEAD}{steps}")
}

/// Seconds of all segments of a kind.
fn seconds(timetable: &Timetable, kind: SegmentKind) -> Vec<f64> {
    let segments = timetable.segments.iter();
    let of_kind = segments.filter(|segment| segment.kind == kind);
    of_kind
        .filter_map(|segment| segment.length)
        .map(|length| length.as_secs_f64())
        .collect()
}

/// The cues of a segment, in words.
fn cues(timetable: &Timetable, kind: SegmentKind) -> Vec<&'static str> {
    let mut segments = timetable.segments.iter();
    let at = segments.position(|segment| segment.kind == kind);
    let cues = timetable.cues(at.expect("there is one")).into_iter();
    cues.map(|cue| cue.kind.as_str()).collect()
}

#[test]
fn the_sets_and_the_rest_of_a_step_win_over_the_defaults() {
    let defaults = "[defaults]\nsets = 3\nrest = 9\nprepare = 4\n";
    let own = "[[step]]\nname = \"A\"\nhold = 10\nsets = 2\nrest = 5\nprepare = 2\n";
    let made = inline_timetable(&routine(&format!("{defaults}{own}")));
    assert_eq!(seconds(&made, SegmentKind::Work), [10.0, 10.0]);
    assert_eq!(seconds(&made, SegmentKind::Rest), [5.0]);
    assert_eq!(seconds(&made, SegmentKind::Prepare), [2.0]);
    let silent = "[[step]]\nname = \"A\"\nhold = 10\n";
    let made = inline_timetable(&routine(&format!("{defaults}{silent}")));
    assert_eq!(seconds(&made, SegmentKind::Work), [10.0, 10.0, 10.0]);
    assert_eq!(seconds(&made, SegmentKind::Rest), [9.0, 9.0]);
    assert_eq!(seconds(&made, SegmentKind::Prepare), [4.0]);
}

#[test]
fn a_rest_of_zero_in_a_step_wins_over_the_defaults_too() {
    let steps = "[defaults]\nsets = 2\nrest = 9\n[[step]]\nname = \"A\"\nhold = 10\nrest = 0\n";
    let made = inline_timetable(&routine(steps));
    assert_eq!(seconds(&made, SegmentKind::Work), [10.0, 10.0]);
    assert!(seconds(&made, SegmentKind::Rest).is_empty());
}

#[test]
fn a_step_without_a_position_leaves_a_person_where_they_are() {
    let place = |name: &str, position: &str| {
        format!("[[step]]\nname = \"{name}\"\nhold = 20\nposition = \"{position}\"\n")
    };
    let nowhere = "[[step]]\nname = \"Breathe\"\nhold = 20\n";
    let of = |steps: &[&str]| {
        let made = inline_timetable(&routine(&steps.concat()));
        seconds(&made, SegmentKind::Prepare)
            .pop()
            .expect("a last prepare")
    };
    let (lying, standing) = (place("Lie", "supine"), place("Rise", "standing"));
    let lying_again = place("Rise", "supine");
    // Getting up takes time, whatever was done in between.
    assert_eq!(
        of(&[&lying, nowhere, &standing]).to_bits(),
        of(&[&lying, &standing]).to_bits()
    );
    assert!(of(&[&lying, nowhere, &standing]) > of(&[&lying, nowhere, &lying_again]));
    // Who has been nowhere yet comes from nowhere.
    assert!(of(&[nowhere, &standing]) < of(&[&lying, nowhere, &standing]));
}

/// Two rounds with this rest, of a part that is not for somebody who is pregnant, done twice with that rest, and of
/// other steps.
fn rests_that_meet(outer: u32, inner: u32) -> Vec<f64> {
    let kept = ["A", "B", "C", "D"]
        .map(|name| format!("[[step.step]]\nname = \"{name}\"\nhold = 60\nhazards = []\n"));
    let kept = kept.concat();
    let flat = "name = \"Lie\"\nhold = 5\nposition = \"supine\"\nhazards = [\"supine-flat\"]\n";
    let steps = format!(
        "[[step]]\nrepeat = 2\nrest = {outer}\n{kept}[[step.step]]\nrepeat = 2\nrest = {inner}\n[[step.step.step]]\n{flat}"
    );
    let library = library(vec![own("mine", &routine(&steps))]);
    let made = tailored(&library, &["pregnancy-t2"], "mine");
    assert_eq!(made.steps.len(), 8, "the part is left out");
    seconds(&made, SegmentKind::Rest)
}

#[test]
fn of_rests_between_rounds_that_meet_the_longest_stays() {
    assert_eq!(rests_that_meet(20, 5), [20.0]);
    assert_eq!(rests_that_meet(5, 20), [20.0]);
}

/// Returns the findings about the minutes of a routine with one hold of this many seconds.
fn minutes_found(minutes: u32, hold: u32) -> Vec<String> {
    let steps =
        format!("minutes = {minutes}\n[[step]]\nname = \"A\"\nhold = {hold}\nprepare = 0\n");
    let library = library(vec![own("mine", &routine(&steps))]);
    let entry = library.routine("mine").expect("it is there");
    let made = lower("mine", &entry.value, &library).expect("it is sound");
    assert_eq!(made.total(), Duration::from_secs(hold.into()));
    let found = review(&entry.value, &made, &library).into_iter();
    found.map(|found| found.message.to_string()).collect()
}

#[test]
fn more_than_a_tenth_off_the_minutes_is_said_and_a_tenth_is_not() {
    for fine in [540, 600, 660] {
        assert!(minutes_found(10, fine).is_empty(), "{fine} seconds");
    }
    assert_eq!(
        minutes_found(10, 539),
        ["minutes says 10, but the steps take 8m59s"]
    );
    assert_eq!(
        minutes_found(10, 661),
        ["minutes says 10, but the steps take 11m1s"]
    );
    assert_eq!(
        minutes_found(25, 28 * 60),
        ["minutes says 25, but the steps take 28m"]
    );
}

#[test]
fn the_end_of_a_hold_is_counted_in_from_fifteen_seconds_and_half_of_it_told_from_forty() {
    let of = |hold: &str| {
        let step = format!("[[step]]\nname = \"A\"\nhold = \"{hold}\"\nprepare = 0\n");
        cues(&inline_timetable(&routine(&step)), SegmentKind::Work)
    };
    assert!(!of("14.9s").contains(&"tick"));
    assert!(of("15s").contains(&"tick"));
    assert!(!of("39.9s").contains(&"halfway"));
    assert!(of("40s").contains(&"halfway"));
}

#[test]
fn the_end_of_a_prepare_is_counted_in_from_four_seconds() {
    let of = |prepare: &str| {
        let step = format!("[[step]]\nname = \"A\"\nhold = 20\nprepare = \"{prepare}\"\n");
        cues(&inline_timetable(&routine(&step)), SegmentKind::Prepare)
    };
    assert!(!of("3.9s").contains(&"tick"));
    assert_eq!(of("4s"), ["announce", "tick", "tick", "tick"]);
}

#[test]
fn a_cue_at_the_very_end_of_the_work_is_not_said() {
    let of = |at: &str| {
        let cue = format!("cues = [{{ at = \"{at}\", say = \"Now.\" }}]\n");
        let step = format!("[[step]]\nname = \"A\"\nhold = 20\nprepare = 0\n{cue}");
        cues(&inline_timetable(&routine(&step)), SegmentKind::Work).contains(&"authored")
    };
    assert!(of("19.9s"));
    assert!(!of("20s"));
}

#[test]
fn the_sets_of_an_exercise_go_with_its_own_dose_only() {
    let of = |dose: &str| {
        let step = format!("[[step]]\nexercise = \"shoulder-bridge\"\n{dose}");
        timetable(&routine(&step)).steps[0].planned.dosage
    };
    let own = of("");
    let other = of("reps = 4\n");
    assert_eq!(other.sets(), 1);
    assert_ne!(own.dose(), other.dose());
}
