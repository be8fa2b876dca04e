//! On what the steps of a routine are done: who is down on the floor stays there.

use supple::content::vocabulary::Surface;
use supple::plan::lower::lay_out;
use supple::plan::outline::Outline;
use supple::plan::person::Person;
use supple::plan::preferences::Preferences;
use supple::plan::screening::screen;
use supple::plan::timetable::Timetable;

use crate::support::rig::timetable;
use crate::support::stage;

/// The surfaces of the steps of a bundled routine, for somebody.
fn played(id: &str, conditions: &[&str]) -> Timetable {
    let library = stage::library(Vec::new());
    let entry = library.routine(id).expect("it is there");
    let outline =
        Outline::of(id, &entry.value, &library, Preferences::default()).expect("it is sound");
    let safety = &library.shared().safety;
    let person = Person::with(conditions.iter().copied(), safety).expect("known conditions");
    let screened = screen(&outline, &entry.value, &library, &person);
    lay_out(&screened.outline.expect("it plays")).expect("it has a length")
}

fn surface(timetable: &Timetable, exercise: &str) -> Option<Surface> {
    let mut steps = timetable.steps.iter();
    let step = steps.find(|step| step.planned.exercise.as_deref() == Some(exercise));
    step.expect("it is played").planned.surface
}

fn announced(timetable: &Timetable, step: usize) -> String {
    let cues = timetable.cues(timetable.first_segment(step));
    cues[0].say.clone().expect("it is announced")
}

#[test]
fn what_is_for_the_bed_is_done_on_the_floor_after_what_is_done_there() {
    let yoga = played("yoga-rls-gentle-20", &["night-cramps"]);
    assert_eq!(surface(&yoga, "legs-up-wall"), Some(Surface::Floor));
    for stays in ["hamstring-strap-supine", "supine-twist", "corpse-pose"] {
        assert_eq!(surface(&yoga, stays), Some(Surface::Floor), "{stays}");
    }
    assert!(!yoga.props().contains(&"bed"), "{:?}", yoga.props());
    let last = yoga.steps.len() - 1;
    assert_eq!(
        announced(&yoga, last),
        "Next: resting pose, one minute thirty seconds. Stay on the mat."
    );
}

#[test]
fn without_the_floor_the_bed_is_the_bed_again() {
    // Nothing of what brings one down is played for somebody who may fall.
    let yoga = played("yoga-rls-gentle-20", &["falls-risk"]);
    assert_eq!(surface(&yoga, "corpse-pose"), Some(Surface::Bed));
    assert!(yoga.props().contains(&"bed"));
    assert!(!announced(&yoga, yoga.steps.len() - 1).contains("mat"));
}

#[test]
fn a_step_that_says_on_what_is_done_on_that() {
    let of = |surface: &str| {
        timetable(&format!(
            "format = 1\ntitle = \"t\"\ndiscipline = \"yoga\"\n[[step]]\nexercise = \"childs-pose\"\n\
             [[step]]\nexercise = \"corpse-pose\"\n{surface}"
        ))
    };
    assert_eq!(surface(&of(""), "corpse-pose"), Some(Surface::Floor));
    let bed = of("surface = \"bed\"\n");
    assert_eq!(surface(&bed, "corpse-pose"), Some(Surface::Bed));
    assert!(bed.props().contains(&"bed"));
}
