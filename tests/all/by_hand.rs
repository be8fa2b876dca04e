//! Exercises and conditions, paired by hand: what somebody with the condition must not be led through, and what must be
//! said to them. The tables were made by reading the exercises, not the rules: whoever changes a rule leaves them as they
//! are.

use std::collections::BTreeSet;

use supple::content::library::Library;
use supple::plan::screening::decision::Ruling;
use supple::plan::tailor::{Request, Tailored, tailor};
use supple::plan::timetable::TimetableStep;
use supple::words::en::reasons::because;

use crate::support::stage::{self, own, somebody};

/// Not to be played: the exercise, the condition, and what may stand in its place.
const NOT_TO_PLAY: &[(&str, &str, &[&str])] = &[
    (
        "seated-hamstring-stretch",
        "sciatica",
        &[
            "heel-slide",
            "pelvic-tilt-supine",
            "pelvic-tilt-standing",
            "legs-on-chair",
            "seated-chest-lift",
        ],
    ),
    (
        "hamstring-stretch-step",
        "sciatica",
        &[
            "heel-slide",
            "pelvic-tilt-supine",
            "pelvic-tilt-standing",
            "legs-on-chair",
        ],
    ),
    (
        "legs-up-wall",
        "sciatica",
        &[
            "heel-slide",
            "pelvic-tilt-supine",
            "pelvic-tilt-standing",
            "legs-on-chair",
        ],
    ),
    (
        "march-on-spot",
        "pelvic-girdle-pain",
        &["seated-march", "heel-slide"],
    ),
    (
        "toe-taps",
        "pelvic-girdle-pain",
        &["seated-march", "heel-slide"],
    ),
    (
        "walk-brisk",
        "postpartum-early",
        &[
            "walk-easy",
            "knee-extension-seated",
            "pelvic-tilt-supine",
            "pelvic-floor-lying",
        ],
    ),
    (
        "mini-squat-supported",
        "postpartum-early",
        &[
            "walk-easy",
            "knee-extension-seated",
            "pelvic-tilt-supine",
            "pelvic-floor-lying",
        ],
    ),
    (
        "bridge-march",
        "postpartum-early",
        &[
            "walk-easy",
            "knee-extension-seated",
            "pelvic-tilt-supine",
            "pelvic-floor-lying",
        ],
    ),
    (
        "shoulder-bridge",
        "postpartum-early",
        &[
            "walk-easy",
            "knee-extension-seated",
            "pelvic-tilt-supine",
            "pelvic-floor-lying",
        ],
    ),
    (
        "warrior-two",
        "postpartum-early",
        &[
            "walk-easy",
            "knee-extension-seated",
            "pelvic-tilt-supine",
            "pelvic-floor-lying",
        ],
    ),
    (
        "walk-brisk",
        "dizziness",
        &["walk-easy", "seated-hamstring-stretch", "weight-shift"],
    ),
    (
        "hamstring-stretch-step",
        "dizziness",
        &["walk-easy", "seated-hamstring-stretch", "weight-shift"],
    ),
    (
        "tree-pose-supported",
        "dizziness",
        &["walk-easy", "seated-hamstring-stretch", "weight-shift"],
    ),
    (
        "hamstring-stretch-step",
        "falls-risk",
        &[
            "seated-hamstring-stretch",
            "weight-shift",
            "mini-squat-supported",
        ],
    ),
    (
        "tree-pose-supported",
        "falls-risk",
        &[
            "seated-hamstring-stretch",
            "weight-shift",
            "mini-squat-supported",
        ],
    ),
    (
        "warrior-two",
        "falls-risk",
        &[
            "seated-hamstring-stretch",
            "weight-shift",
            "mini-squat-supported",
        ],
    ),
    ("wall-half-dog", "calf-injury", &["seated-chest-lift"]),
    (
        "tandem-walk",
        "neuropathy-feet",
        &["weight-shift", "side-lying-quad"],
    ),
    (
        "quad-stretch-standing",
        "neuropathy-feet",
        &["weight-shift", "side-lying-quad"],
    ),
    (
        "legs-up-wall",
        "vertebral-fracture",
        &["legs-on-chair", "ankle-pumps"],
    ),
    (
        "legs-up-wall",
        "hypertension-uncontrolled",
        &["legs-on-chair", "ankle-pumps"],
    ),
    ("sit-to-stand", "heart-condition", &["seated-march"]),
    (
        "squat-to-chair",
        "heart-condition",
        &["knee-extension-seated"],
    ),
    (
        "mini-squat-supported",
        "heart-condition",
        &["knee-extension-seated"],
    ),
    ("shoulder-bridge", "heart-condition", &["heel-slide"]),
    ("warrior-two", "heart-condition", &["weight-shift"]),
    ("counter-push-up", "heart-condition", &["wall-push-up"]),
    (
        "knee-extension-weight",
        "heart-condition",
        &["knee-extension-seated"],
    ),
    (
        "sit-to-stand",
        "spine-operation-recent",
        &["sit-to-stand-high"],
    ),
    (
        "mini-squat-supported",
        "spine-operation-recent",
        &["knee-extension-seated"],
    ),
    (
        "shoulder-bridge",
        "spine-operation-recent",
        &["heel-slide", "pelvic-tilt-supine"],
    ),
    (
        "hip-extension-weight",
        "spine-operation-recent",
        &["hip-extension-standing"],
    ),
    (
        "bird-dog",
        "spine-operation-recent",
        &["hip-extension-standing"],
    ),
    (
        "bound-angle",
        "spine-operation-recent",
        &["reclined-bound-angle"],
    ),
    (
        "legs-up-wall",
        "spine-operation-recent",
        &["ankle-pumps", "corpse-pose"],
    ),
    (
        "seated-figure-four",
        "spine-operation-recent",
        &["seated-chest-lift"],
    ),
    (
        "supine-figure-four",
        "spine-operation-recent",
        &["pelvic-tilt-supine"],
    ),
    (
        "seated-figure-four",
        "vertebral-fracture",
        &["seated-chest-lift"],
    ),
    ("walk-brisk", "serious-lung", &["walk-easy"]),
    ("water-walk-push", "serious-lung", &["water-walk"]),
    ("swim-crawl", "serious-lung", &["water-walk"]),
    (
        "band-knees-apart",
        "pelvic-girdle-pain",
        &["ankle-pumps", "heel-slide"],
    ),
    ("band-knees-apart", "leg-arteries", &["relax-buttocks"]),
    (
        "hip-abduction-band",
        "falls-risk",
        &["hip-abduction-standing"],
    ),
    ("sideways-walk-band", "falls-risk", &["sideways-walk"]),
    ("sideways-walk-band", "dizziness", &["sideways-walk"]),
    ("sideways-walk-band", "neuropathy-feet", &["sideways-walk"]),
    (
        "sideways-walk",
        "pelvic-girdle-pain",
        &["mini-squat-supported", "calf-raise"],
    ),
    (
        "sideways-walk-band",
        "pelvic-girdle-pain",
        &["mini-squat-supported", "calf-raise"],
    ),
    ("sphinx", "dialysis-line", &["seated-chest-lift"]),
    ("childs-pose", "dialysis-line", &["wall-half-dog"]),
    ("knee-to-chest", "dialysis-line", &["heel-slide"]),
    ("chair-hinge", "dialysis-line", &["seated-chest-lift"]),
    ("standing-fold-chair", "dialysis-line", &["wall-half-dog"]),
    (
        "shoulder-bridge",
        "reflux",
        &[
            "relax-buttocks",
            "pelvic-tilt-supine",
            "pelvic-tilt-standing",
        ],
    ),
    (
        "shoulder-bridge",
        "serious-lung",
        &[
            "relax-buttocks",
            "pelvic-tilt-supine",
            "pelvic-tilt-standing",
        ],
    ),
    (
        "shoulder-bridge",
        "dialysis-line",
        &[
            "relax-buttocks",
            "pelvic-tilt-supine",
            "pelvic-tilt-standing",
        ],
    ),
    (
        "shoulder-bridge",
        "dizziness",
        &[
            "relax-buttocks",
            "pelvic-tilt-supine",
            "pelvic-tilt-standing",
        ],
    ),
    (
        "bridge-march",
        "reflux",
        &["relax-buttocks", "pelvic-tilt-supine"],
    ),
    ("legs-up-wall", "reflux", &["legs-on-chair"]),
    ("legs-up-wall", "serious-lung", &["legs-on-chair"]),
    ("legs-up-wall", "dialysis-line", &["legs-on-chair"]),
    (
        "seated-toe-raise-press",
        "neuropathy-feet",
        &["seated-toe-raise"],
    ),
    ("seated-shin-stretch", "neuropathy-feet", &["ankle-circles"]),
    ("sphinx", "dialysis-fistula", &["seated-chest-lift"]),
    ("sit-to-stand-no-hands", "falls-risk", &["sit-to-stand"]),
    (
        "sit-to-stand-no-hands",
        "vertebral-fracture",
        &["sit-to-stand"],
    ),
    (
        "sit-to-stand-no-hands",
        "knee-replacement-recent",
        &["sit-to-stand"],
    ),
    ("sit-to-stand-no-hands", "orthostatic", &["sit-to-stand"]),
    ("sit-to-stand-no-hands", "sight", &["sit-to-stand"]),
    ("sit-to-stand-no-hands", "dizziness", &["sit-to-stand"]),
    (
        "sit-to-stand-no-hands",
        "neuropathy-feet",
        &["sit-to-stand"],
    ),
    (
        "sit-to-stand-no-hands",
        "drowsy-medicine",
        &["sit-to-stand"],
    ),
    (
        "band-pull-apart",
        "dialysis-fistula",
        &["seated-chest-lift"],
    ),
    (
        "cramp-toes-up",
        "calf-injury",
        &["heel-slide", "ankle-pumps"],
    ),
    (
        "seated-side-bend",
        "spine-operation-recent",
        &["seated-march"],
    ),
    (
        "shoulder-bridge",
        "hypertension-uncontrolled",
        &["heel-slide", "pelvic-tilt-supine"],
    ),
];

/// To be said: the exercise, the condition, and the words that must be in a line.
const TO_SAY: &[(&str, &str, &str)] = &[
    (
        "seated-hamstring-stretch",
        "osteoporosis",
        "sitting, hands on the thigh",
    ),
    (
        "seated-hamstring-stretch",
        "vertebral-fracture",
        "sitting, hands on the thigh",
    ),
    (
        "seated-hamstring-stretch",
        "low-back-pain",
        "Bend the knee; ease off if it tingles",
    ),
    (
        "seated-hamstring-stretch",
        "calf-injury",
        "stop if the calf pulls",
    ),
    (
        "calf-stretch-wall",
        "neuropathy-feet",
        "Shoes on, both hands on something fixed",
    ),
    (
        "soleus-stretch-wall",
        "neuropathy-feet",
        "Shoes on, both hands on something fixed",
    ),
    (
        "calf-raise",
        "neuropathy-feet",
        "Shoes on, both hands on something fixed",
    ),
    (
        "toe-raise",
        "neuropathy-feet",
        "Shoes on, both hands on something fixed",
    ),
    ("sit-to-stand", "neuropathy-feet", "Shoes on"),
    (
        "squat-to-chair",
        "neuropathy-feet",
        "Shoes on, both hands on something fixed",
    ),
    (
        "mini-squat-supported",
        "neuropathy-feet",
        "Shoes on, both hands on something fixed",
    ),
    (
        "march-on-spot",
        "neuropathy-feet",
        "Shoes on, both hands on something fixed",
    ),
    (
        "weight-shift",
        "neuropathy-feet",
        "Shoes on, both hands on something fixed",
    ),
    (
        "hip-abduction-standing",
        "neuropathy-feet",
        "Shoes on, both hands on something fixed",
    ),
    (
        "hip-extension-standing",
        "neuropathy-feet",
        "Shoes on, both hands on something fixed",
    ),
    (
        "knee-curl-standing",
        "neuropathy-feet",
        "Shoes on, both hands on something fixed",
    ),
    (
        "hip-flexor-standing",
        "neuropathy-feet",
        "Shoes on, both hands on something fixed",
    ),
    (
        "mountain-pose",
        "neuropathy-feet",
        "Shoes on, both hands on something fixed",
    ),
    (
        "wall-push-up",
        "neuropathy-feet",
        "Shoes on, both hands on something fixed",
    ),
    (
        "wall-half-dog",
        "neuropathy-feet",
        "Shoes on, both hands on something fixed",
    ),
    (
        "pelvic-tilt-standing",
        "neuropathy-feet",
        "Shoes on, both hands on something fixed",
    ),
    (
        "slow-pacing",
        "neuropathy-feet",
        "Light on low, floor clear",
    ),
    (
        "walk-indoors",
        "neuropathy-feet",
        "stop as soon as you feel unsteady",
    ),
    ("walk-easy", "neuropathy-feet", "Flat, well-lit path; shoes"),
    (
        "seated-heel-raise",
        "calf-injury",
        "Small and light; stop if the calf pulls",
    ),
    (
        "ankle-pumps",
        "calf-injury",
        "Small and light; stop if the calf pulls",
    ),
    (
        "ankle-pumps-squeeze",
        "calf-injury",
        "Small and light; stop if the calf pulls",
    ),
    (
        "hip-flexor-standing",
        "low-back-pain",
        "no pinch in the lower back",
    ),
    (
        "hip-extension-standing",
        "low-back-pain",
        "no pinch in the lower back",
    ),
    (
        "hip-extension-standing",
        "sciatica",
        "no pinch in the lower back",
    ),
    ("single-leg-stand", "vertebral-fracture", "something fixed"),
    ("tandem-stand", "vertebral-fracture", "something fixed"),
    ("tandem-walk", "vertebral-fracture", "something fixed"),
    ("sideways-walk", "vertebral-fracture", "something fixed"),
    (
        "tree-pose-supported",
        "vertebral-fracture",
        "something fixed",
    ),
    ("weight-shift", "vertebral-fracture", "something fixed"),
    (
        "mini-squat-supported",
        "vertebral-fracture",
        "something fixed",
    ),
    (
        "walk-easy",
        "hip-replacement-recent",
        "With the stick you were given",
    ),
    ("side-lying-rest", "dizziness", "Roll over slowly"),
    ("side-lying-quad", "dizziness", "Roll over slowly"),
    ("side-leg-lift", "dizziness", "Roll over slowly"),
    ("clam", "dizziness", "Roll over slowly"),
    ("slow-pacing", "glaucoma", "Light on low, floor clear"),
    ("slow-pacing", "osteoporosis", "Light on low, floor clear"),
    ("slow-pacing", "older-adult", "Light on low, floor clear"),
    (
        "wall-push-up",
        "heart-condition",
        "Small and easy; breathe out",
    ),
    (
        "wall-push-up",
        "hypertension-uncontrolled",
        "Small and easy; breathe out",
    ),
    (
        "sit-to-stand-high",
        "hip-replacement-recent",
        "Only what your surgical team allows",
    ),
    ("sit-to-stand", "vertebral-fracture", "Come up slowly"),
    ("seated-figure-four", "osteoporosis", "long back"),
    ("swim-crawl", "glaucoma", "soft goggles"),
    ("swim-back", "glaucoma", "soft goggles"),
    (
        "walk-easy",
        "serious-lung",
        "Stop before you are out of breath",
    ),
    ("water-walk", "serious-lung", "Waist deep at most"),
    (
        "band-knees-apart",
        "neuropathy-feet",
        "off at once if it presses",
    ),
    (
        "band-knees-apart",
        "clot-or-thinners",
        "off at once if it presses",
    ),
    ("sphinx", "reflux", "nothing presses on the belly"),
    ("knee-to-chest", "reflux", "leave room for the belly"),
    ("chair-hinge", "reflux", "leave room for the belly"),
    ("clam", "dialysis-fistula", "Leave out the side"),
    (
        "side-leg-lift",
        "dialysis-line",
        "Leave out the side of the line",
    ),
    (
        "water-walk",
        "dialysis-fistula",
        "needle marks closed and dry",
    ),
    (
        "corpse-pose",
        "knee-replacement-recent",
        "No pillow under the new knee",
    ),
    (
        "reclined-bound-angle",
        "knee-replacement-recent",
        "No pillow under the new knee",
    ),
    ("water-walk", "neuropathy-feet", "Pool shoes"),
    ("water-walk", "orthostatic", "Come out slowly"),
    ("band-pull-apart", "wrist-pain", "do not grip hard"),
    ("knee-extension-seated", "sciatica", "does not tingle"),
    ("knee-extension-weight", "sciatica", "does not tingle"),
    (
        "quad-stretch-standing",
        "older-adult",
        "Hold on to something fixed; eyes open",
    ),
    (
        "single-leg-stand-one-hand",
        "osteoporosis",
        "Hold on to something fixed; eyes open",
    ),
    (
        "single-leg-stand",
        "neuropathy-feet",
        "Shoes on, both hands on something fixed",
    ),
    (
        "relax-face",
        "night-cramps",
        "Half strength; stop before a cramp comes",
    ),
    ("relax-feet-shins", "night-cramps", "Never point the toes"),
    (
        "ankle-pumps-squeeze",
        "night-cramps",
        "Never point the toes",
    ),
    ("swim-crawl", "leg-arteries", "Go on to the first pain"),
    (
        "walk-easy",
        "knee-replacement-recent",
        "With the stick you were given",
    ),
    (
        "walk-indoors",
        "knee-replacement-recent",
        "With the stick you were given",
    ),
    (
        "walk-indoors",
        "hip-replacement-recent",
        "With the stick you were given",
    ),
    ("walk-indoors", "narrowed-spine", "lean forward"),
    ("mountain-pose", "narrowed-spine", "lean forward"),
    (
        "chair-goddess",
        "postpartum-early",
        "nothing may pull below",
    ),
];

/// Not to be played as a whole: the routine, the condition, and the routine that is offered.
const ANOTHER_ONE: &[(&str, &str, &str)] = &[
    ("walk-interval-20", "serious-lung", "walk-easy-10"),
    ("walk-interval-30", "serious-lung", "walk-easy-10"),
    (
        "night-relief-standing-3",
        "orthostatic",
        "night-relief-bed-3",
    ),
    (
        "night-relief-standing-3",
        "neuropathy-feet",
        "night-relief-bed-3",
    ),
    (
        "yoga-rls-gentle-20",
        "postpartum-early",
        "after-birth-light-8",
    ),
    (
        "older-balance-15",
        "postpartum-early",
        "after-birth-light-8",
    ),
    ("bedtime-stretch-10", "postpartum-early", "older-bed-8"),
    ("bedtime-stretch-15", "postpartum-early", "older-bed-8"),
    ("chair-yoga-20", "postpartum-early", "chair-yoga-10"),
    ("chair-yoga-30", "postpartum-early", "chair-yoga-10"),
];

/// A routine of one's own in which an exercise stands among some that suit everybody.
const AMONG: &str = r#"format = 1
title = "Mine"
discipline = "mobility"
[[step]]
exercise = "shoulder-rolls"
[[step]]
exercise = "EXERCISE"
[[step]]
exercise = "long-exhale-4-6"
[[step]]
exercise = "slow-breath-5-5"
[[step]]
exercise = "toe-spread-curl"
"#;

/// The bundled library, and a routine of one's own around an exercise.
fn library(exercise: &str) -> Library {
    stage::library(vec![own("mine", &AMONG.replace("EXERCISE", exercise))])
}

/// Every routine in which the exercise is written, as somebody with one condition would be led through it.
fn all(library: &Library, exercise: &str, condition: &str) -> Vec<(String, Tailored)> {
    let whom = somebody(&[condition], library);
    let written = format!("\"{exercise}\"");
    let routines = library.routines();
    routines
        .filter(|entry| entry.text.contains(&written))
        .map(|entry| {
            let made = tailor(entry, library, &whom, &Request::default());
            (entry.id.clone(), made.expect("it can be made"))
        })
        .collect()
}

/// The steps that are played.
fn steps(made: &Tailored) -> impl Iterator<Item = &TimetableStep> {
    made.timetable.iter().flat_map(|timetable| &timetable.steps)
}

#[test]
fn what_harms_somebody_is_never_played_to_them() {
    for (exercise, condition, instead) in NOT_TO_PLAY {
        let library = library(exercise);
        let mut is_swapped = false;
        for (id, made) in all(&library, exercise, condition) {
            for step in steps(&made) {
                assert_ne!(
                    step.planned.exercise.as_deref(),
                    Some(*exercise),
                    "{id} for {condition}"
                );
            }
            if id != "mine" {
                continue;
            }
            is_swapped = true;
            let swap = made
                .decisions
                .iter()
                .find(|decision| decision.step == Some(2) && decision.action == Ruling::Substitute);
            let with = swap.and_then(|swap| swap.with.as_deref());
            assert!(
                with.is_some_and(|with| instead.contains(&with)),
                "{exercise} for {condition}: {with:?}"
            );
        }
        assert!(is_swapped, "{exercise}");
    }
}

#[test]
fn what_must_be_said_to_somebody_is_said_wherever_it_is_played() {
    for (exercise, condition, words) in TO_SAY {
        let library = library(exercise);
        let mut said = 0;
        for (id, made) in all(&library, exercise, condition) {
            let told: BTreeSet<(u32, String)> = made
                .decisions
                .iter()
                .filter(|decision| decision.action == Ruling::Precaution)
                .filter_map(|decision| Some((decision.step?, because(decision))))
                .collect();
            for step in steps(&made) {
                if step.planned.exercise.as_deref() != Some(*exercise) {
                    continue;
                }
                let place = format!("{exercise} in {id} for {condition}");
                let line = step
                    .planned
                    .cautions
                    .iter()
                    .find(|line| line.contains(words));
                let line = line.unwrap_or_else(|| panic!("{place}: {:?}", step.planned.cautions));
                assert!(told.contains(&(step.number, line.clone())), "{place}");
                said += 1;
            }
        }
        assert!(said > 0, "{exercise} for {condition} is not played at all");
    }
}

#[test]
fn where_a_whole_routine_is_not_for_somebody_a_gentler_one_is_offered() {
    let library = stage::library(Vec::new());
    for (routine, condition, offered) in ANOTHER_ONE {
        let entry = library.routine(routine).expect("it is there");
        let whom = somebody(&[condition], &library);
        let made = tailor(entry, &library, &whom, &Request::default()).expect("it can be made");
        let with = made.refusal().and_then(|refusal| refusal.with.as_deref());
        assert_eq!(with, Some(*offered), "{routine} for {condition}");
    }
}

#[test]
fn no_pair_stands_twice() {
    let pairs: BTreeSet<_> = (NOT_TO_PLAY.iter().map(|(one, two, _)| (one, two)))
        .chain(TO_SAY.iter().map(|(one, two, _)| (one, two)))
        .collect();
    assert_eq!(pairs.len(), NOT_TO_PLAY.len() + TO_SAY.len());
    assert!(pairs.len() >= 150, "{}", pairs.len());
}
