//! Breath that is held: who is spared it, and who is not.

use supple::content::file::{File, FileKind};
use supple::plan::outline::Outline;
use supple::plan::preferences::Preferences;

use crate::support::stage::{bundled, library, own, tailored};

/// The conditions for which nobody holds the breath.
const NOT_FOR: [&str; 5] = [
    "pregnancy-t1",
    "pregnancy-t2",
    "pregnancy-t3",
    "hypertension-uncontrolled",
    "glaucoma",
];

/// A routine whose last step has this breath, with these defaults.
fn routine(defaults: &str, breath: &str) -> String {
    format!(
        r#"
format = 1
title = "Evening breath"
discipline = "breathing"

[defaults]
prepare = "30s"
{defaults}

[[step]]
exercise = "slow-breath-5-5"
breath = {{ in = 5, out = 5 }}

[[step]]
exercise = "ankle-pumps"
breath = {{ in = 5, out = 5 }}

[[step]]
name = "Last breaths"
breaths = 4
hazards = []
{breath}
"#
    )
}

/// Whether the last breaths are played for somebody with this condition.
fn plays(text: &str, condition: &str) -> bool {
    let library = library(vec![own("mine", text)]);
    let timetable = tailored(&library, &[condition], "mine");
    let mut steps = timetable.steps.iter();
    steps.any(|step| step.planned.name == "Last breaths")
}

#[test]
fn a_held_breath_is_left_out_for_whom_it_is_not_and_plays_for_others() {
    let held = routine("", "breath = { in = 4, hold = 7, out = 8 }");
    for condition in NOT_FOR {
        assert!(!plays(&held, condition), "{condition}");
    }
    for condition in ["postpartum", "older-adult", "heart-condition", "knee-pain"] {
        assert!(plays(&held, condition), "{condition}");
    }
}

#[test]
fn breath_without_a_hold_plays_for_everybody() {
    let free = routine("", "breath = { in = 4, out = 6, rest = 2 }");
    for condition in NOT_FOR {
        assert!(plays(&free, condition), "{condition}");
    }
}

#[test]
fn a_long_rest_after_the_breath_out_is_held_too_and_so_is_a_pattern_of_the_defaults() {
    let rest = routine("", "breath = { in = 4, out = 6, rest = 2.1 }");
    let defaults = routine("breath = { in = 4, hold = 4, out = 4 }", "");
    for text in [rest, defaults] {
        assert!(!plays(&text, "glaucoma"), "{text}");
        assert!(plays(&text, "knee-pain"), "{text}");
    }
}

#[test]
fn the_hold_of_an_exercise_of_ones_own_counts_without_being_named() {
    let exercise = "format = 1\nname = \"Box breath\"\nposition = \"seated-chair\"\ndiscipline = \"breathing\"\nhazards = []\n\
        breath = { in = 4, hold = 4, out = 4, rest = 4 }\n[dose]\nbreaths = 4\n";
    let exercise = File {
        kind: FileKind::Exercise,
        id: "box-breath".to_owned(),
        path: "exercises/box-breath.toml".to_owned(),
        text: Ok(exercise.to_owned().into()),
    };
    let text = routine("", "").replace("breaths = 4\nhazards = []\n", "breaths = 4\n");
    let text = text.replace("name = \"Last breaths\"", "exercise = \"box-breath\"");
    let library = library(vec![own("mine", &text), exercise]);
    for (condition, is_played) in [("glaucoma", false), ("knee-pain", true)] {
        let timetable = tailored(&library, &[condition], "mine");
        let mut steps = timetable.steps.iter();
        let played = steps.any(|step| step.planned.name == "Box breath");
        assert_eq!(played, is_played, "{condition}");
    }
}

#[test]
fn no_bundled_routine_has_anybody_hold_the_breath() {
    for entry in bundled().routines() {
        let outline = Outline::of(&entry.id, &entry.value, bundled(), Preferences::default());
        let outline = outline.unwrap_or_else(|why| panic!("{}: {}", entry.id, why.message));
        for step in outline.steps() {
            let holds = step
                .planned
                .hazards
                .iter()
                .any(|hazard| hazard == "breath-hold");
            assert!(!holds, "{}: {}", entry.id, step.planned.name);
        }
    }
}
