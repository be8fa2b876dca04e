//! What the texts of the library say, held against its data.

use supple::content::library::Library;
use supple::content::routine::Routine;
use supple::content::safety::rule::{SafetyRule, Subject};
use supple::content::vocabulary::{Audience, Side, Sides, Surface, Word as _};
use supple::plan::lower::lower;
use supple::plan::timetable::Timetable;
use supple::plan::words;

use super::rulebook::{all_that_holds, must_be_said};

use crate::support::stage::bundled;

/// The words by which a line names people, and the conditions that are meant.
const PEOPLE: &[(&[&str], &[&str])] = &[
    (&["dizz", "faint", "light-headed"], &["dizziness"]),
    (&["unsteady", "after a fall"], &["falls-risk"]),
    (&["numb feet"], &["neuropathy-feet"]),
    (&["new hip", "hip replacement"], &["hip-replacement-recent"]),
    (&["new knee"], &["knee-replacement-recent"]),
    (
        &["pregnan", "trimester"],
        &["pregnancy-t1", "pregnancy-t2", "pregnancy-t3"],
    ),
    (&["pelvic girdle"], &["pelvic-girdle-pain"]),
    (&["caesarean", "after a birth"], &["postpartum-early"]),
    (&["glaucoma"], &["glaucoma"]),
    (&["calf injury"], &["calf-injury"]),
    (&["heart disease"], &["heart-condition"]),
    (&["blood pressure"], &["hypertension-uncontrolled"]),
    (&["poor sight"], &["sight"]),
    (&["drowsy", "sleep medicine"], &["drowsy-medicine"]),
    (
        &["clot in the past", "blood thinner"],
        &["clot-or-thinners"],
    ),
    (&["on your own"], &["falls-risk", "cannot-stand"]),
    (
        &["needle", "dialysis"],
        &["dialysis-line", "dialysis-fistula"],
    ),
    (&["osteoporosis", "spine fracture"], &["osteoporosis"]),
    (&["sciatica"], &["sciatica"]),
    (&["knee pain"], &["knee-pain"]),
    (&["reflux"], &["reflux"]),
    (&["diabet"], &["neuropathy-feet"]),
];

/// What a line says of now and not of somebody: a sign that comes while it is done.
const NOW: &[&str] = &["stop", "go back to", "if you are dizzy, lie down"];

/// Whether something in the data acts on what a line says about a condition.
fn is_backed(
    library: &Library,
    routine: &Routine,
    timetable: &Timetable,
    line: &str,
    condition: &str,
) -> bool {
    let safety = &library.shared().safety;
    let is_it = |word: &toml::Spanned<String>| word.get_ref() == condition;
    let by_instead = routine.instead.iter().any(|(word, _)| is_it(word));
    let by_audience = Audience::parse(condition)
        .is_some_and(|word| !routine.audience.is_empty() && !routine.audience.contains(&word));
    let made_for = routine.made_for.iter().any(is_it);
    let concerns = |rule: &&SafetyRule| {
        timetable.steps.iter().any(|step| match &rule.subject {
            Subject::Hazard(hazard) => step.planned.hazards.contains(hazard.get_ref()),
            Subject::Position(position) => step.planned.position == Some(*position),
        })
    };
    let by_rule = safety.rules.iter().filter(concerns).any(|rule| {
        rule.contraindicated
            .iter()
            .chain(&rule.precaution)
            .any(is_it)
    });
    // A journey is nothing that is played: a note tells it to whom it concerns.
    let own = safety.condition(condition).map(|known| &known.notes);
    let notes = safety.notes.iter();
    let further = notes.filter(|note| note.conditions.iter().any(is_it));
    let mut told = own
        .into_iter()
        .chain(further.map(|note| &note.say))
        .flatten();
    let is_of_it = |say: &String| say.contains("journey") || say.contains("fly");
    let by_note = line.contains("flying") && told.any(is_of_it);
    by_instead || by_audience || made_for || by_rule || by_note
}

#[test]
fn what_a_routine_says_to_somebody_is_done_for_them() {
    let library = bundled();
    let (mut met, mut wrong) = (0, Vec::new());
    for entry in library.routines() {
        let timetable = lower(&entry.id, &entry.value, library).expect("it is sound");
        for line in &entry.value.cautions {
            let small = line.to_lowercase();
            if NOW.iter().any(|sign| small.contains(sign)) {
                continue;
            }
            let named = PEOPLE
                .iter()
                .filter(|(words, _)| words.iter().any(|word| small.contains(word)));
            for condition in named.flat_map(|(_, conditions)| *conditions) {
                met += 1;
                if !is_backed(library, &entry.value, &timetable, line, condition) {
                    wrong.push(format!("{}: {line} ({condition})", entry.id));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(met > 40, "{met}");
}

#[test]
fn every_one_sided_exercise_says_which_side_is_meant() {
    let library = bundled();
    let mut one_sided = 0;
    for entry in library.routines() {
        let timetable = lower(&entry.id, &entry.value, library).expect("it is sound");
        for step in timetable.steps.iter().map(|step| &step.planned) {
            if !matches!(step.sides, Sides::Each) || step.how.is_empty() {
                continue;
            }
            one_sided += 1;
            let (left, right) = (
                words::how(step, Some(Side::Left)).join(" "),
                words::how(step, Some(Side::Right)).join(" "),
            );
            let place = format!("{}: {}: {left}", entry.id, step.name);
            assert!(
                left.contains("left") && right.contains("right") && left != right,
                "{place}"
            );
        }
    }
    assert!(one_sided > 60, "{one_sided}");
    let each = library.exercises();
    for entry in each.filter(|entry| entry.value.sides == Sides::Each) {
        let lines = &entry.value.how;
        let names = lines.iter().any(|line| line.as_written().contains('{'));
        assert!(names, "{}", entry.id);
    }
}

#[test]
fn outdoors_nobody_is_told_to_hold_on_to_the_furniture() {
    let library = bundled();
    let safety = &library.shared().safety;
    let mut lines = 0;
    for entry in library.routines() {
        let timetable = lower(&entry.id, &entry.value, library).expect("it is sound");
        let outdoors = timetable
            .steps
            .iter()
            .filter(|step| step.planned.surface == Some(Surface::Outdoors));
        for step in outdoors {
            for word in safety.condition_ids() {
                for line in must_be_said(safety, &step.planned, &all_that_holds(safety, &[word])) {
                    lines += 1;
                    let indoors = [
                        "hands", "hand on", "hold", "fixed", "wall", "chair", "Light on",
                    ];
                    let is_indoors = indoors.iter().any(|thing| line.contains(thing));
                    assert!(!is_indoors, "{} for {word}: {line}", entry.id);
                }
            }
        }
    }
    assert!(lines > 50, "{lines}");
}

#[test]
fn a_harder_exercise_is_one_that_can_be_done() {
    let library = bundled();
    let mut rungs = 0;
    for entry in library.exercises() {
        let Some(harder) = &entry.value.harder else {
            continue;
        };
        rungs += 1;
        let other = library.exercise(harder.get_ref()).expect("it is there");
        assert!(
            other.intensity >= entry.value.intensity,
            "{} to {}",
            entry.id,
            harder.get_ref()
        );
        assert!(other.figure.is_some(), "{}", harder.get_ref());
    }
    assert!(rungs >= 25, "{rungs}");
}
