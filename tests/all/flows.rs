//! Rounds with sides, for everybody.

use supple::content::vocabulary::{Side, Sides};
use supple::plan::outline::Outline;
use supple::plan::person::Person;
use supple::plan::preferences::Preferences;
use supple::plan::review::review;
use supple::plan::screening::screen;
use supple::plan::segment::SegmentKind;

use crate::support::stage::{bundled, library, own};

/// A flow of all exercises of the library that work one side at a time, a step each.
fn flow() -> String {
    let sided = bundled()
        .exercises()
        .filter(|entry| entry.value.sides == Sides::Each);
    let steps = sided.map(|entry| format!("[[step.step]]\nexercise = \"{}\"\n", entry.id));
    format!(
        "format = 1\ntitle = \"All flows\"\ndiscipline = \"yoga\"\n[[step]]\nside = \"each\"\n{}",
        steps.collect::<String>()
    )
}

#[test]
fn what_is_exchanged_in_a_flow_keeps_to_its_side() {
    let library = library(vec![own("all-flows", &flow())]);
    let entry = library.routine("all-flows").expect("it is there");
    let outline = Outline::of("all-flows", &entry.value, &library, Preferences::default())
        .expect("it is sound");
    let safety = &library.shared().safety;
    let mut exchanged = 0;
    for condition in safety.condition_ids() {
        let person = Person::with([condition], safety).expect("a known condition");
        let screened = screen(&outline, &entry.value, &library, &person);
        for step in screened.outline.iter().flat_map(Outline::steps) {
            let sides = step.planned.sides;
            assert_ne!(sides, Sides::Each, "{condition}: {}", step.planned.name);
        }
        let decisions = screened.decisions.iter();
        exchanged += decisions.filter(|decision| decision.with.is_some()).count();
    }
    assert!(exchanged > 10, "{exchanged}");
}

#[test]
fn a_flow_works_both_sides_alike() {
    let library = library(vec![own("all-flows", &flow())]);
    let entry = library.routine("all-flows").expect("it is there");
    let timetable =
        supple::plan::lower::lower("all-flows", &entry.value, &library).expect("it plays");
    let worked = |side| {
        let works = timetable
            .segments
            .iter()
            .filter(move |segment| segment.side == Some(side));
        works
            .filter_map(|segment| segment.length.filter(|_| segment.kind.as_str() == "work"))
            .sum()
    };
    let [left, right]: [std::time::Duration; 2] = [Side::Left, Side::Right].map(worked);
    assert_eq!(left, right);
    assert!(!left.is_zero());
}

/// The sides that are worked in order, each with its seconds.
fn worked(text: &str) -> Vec<(Option<Side>, u64)> {
    let library = library(vec![own("mine", text)]);
    let entry = library.routine("mine").expect("it is there");
    assert!(entry.report(false).is_empty(), "{}", entry.report(false));
    let timetable = supple::plan::lower::lower("mine", &entry.value, &library).expect("it plays");
    let warnings = review(&entry.value, &timetable, &library);
    assert!(warnings.is_empty(), "{warnings:?}");
    let segments = timetable.segments.iter();
    let work = segments.filter(|segment| segment.kind == SegmentKind::Work);
    work.map(|work| (work.side, work.length.unwrap_or_default().as_secs()))
        .collect()
}

/// A routine with a dose for each side in its defaults, and these steps.
fn unequal(steps: &str) -> String {
    format!(
        "format = 1\ntitle = \"Mine\"\ndiscipline = \"stretching\"\n\
         [defaults]\nhold = {{ left = \"20s\", right = \"30s\" }}\nprepare = \"0s\"\n{steps}"
    )
}

#[test]
fn a_default_for_each_side_gives_each_step_what_its_side_gets() {
    let (left, right) = ((Some(Side::Left), 20), (Some(Side::Right), 30));
    for (steps, sides) in [
        ("[[step]]\nname = \"Lean in\"\n", vec![left, right]),
        (
            "[[step]]\nname = \"Lean in\"\nside = \"left\"\n",
            vec![left],
        ),
        (
            "[[step]]\nname = \"Lean in\"\nside = \"right\"\n",
            vec![right],
        ),
        (
            "[[step]]\nside = \"each\"\n[[step.step]]\nname = \"Lean in\"\n",
            vec![left, right],
        ),
    ] {
        assert_eq!(worked(&unequal(steps)), sides, "{steps}");
    }
}
