//! Tailoring of a routine: what is played for whom, what may be overruled, what can be done instead.

use supple::content::library::Library;
use supple::content::vocabulary::Intensity;
use supple::plan::person::Person;
use supple::plan::place::Place;
use supple::plan::profile::model::Profile;
use supple::plan::screening::decision::{Decision, Ruling};
use supple::plan::tailor::{Refusal, Request, Tailored, tailor};
use supple::plan::whom::{Recipient, RecipientSource};
use supple::words::en::reasons::{self, because};

use super::rulebook::is_ruled_out;
use crate::support::stage::{MINE, own};

/// Here also with a step on the feet.
const CALF: &str = "\n[[step]]\nexercise = \"calf-stretch-wall\"\n";

fn library() -> Library {
    let files = vec![own("mine", &[MINE, CALF].concat())];
    crate::support::stage::library(files)
}

fn whom(library: &Library, words: &[&str]) -> Recipient {
    let person = Person::with(words.iter().copied(), &library.shared().safety);
    let person = person.expect("known conditions");
    Recipient::new(RecipientSource::Profile, person, Profile::default())
}

fn tailored(library: &Library, id: &str, whom: &Recipient, wish: &Request) -> Tailored {
    let entry = library.routine(id).expect("it is there");
    tailor(entry, library, whom, wish).expect("it can be played")
}

fn actions(decisions: &[Decision]) -> Vec<(Option<u32>, Ruling)> {
    decisions
        .iter()
        .map(|decision| (decision.step, decision.action))
        .collect()
}

#[test]
fn a_swap_in_a_routine_of_ones_own_can_be_overruled() {
    let library = library();
    let pregnant = whom(&library, &["pregnancy-t2"]);
    let played = tailored(&library, "mine", &pregnant, &Request::default());
    assert_eq!(played.decisions[0].action, Ruling::Substitute);
    let swap = played.decisions[0].with.clone().expect("an exercise");
    let overruled = Request {
        overruled: vec![1],
        ..Request::default()
    };
    let played = tailored(&library, "mine", &pregnant, &overruled);
    assert_eq!(played.decisions[0].action, Ruling::Override);
    let first = &played.timetable.expect("it plays").steps[0];
    assert_eq!(first.planned.exercise.as_deref(), Some("supine-twist"));
    assert_ne!(swap, "supine-twist");
}

#[test]
fn a_caution_is_said_with_the_step_until_it_is_overruled() {
    let library = library();
    let cramps = whom(&library, &["falls-risk"]);
    let played = tailored(&library, "mine", &cramps, &Request::default());
    let care = played
        .decisions
        .iter()
        .find(|decision| decision.action == Ruling::Precaution)
        .expect("a caution");
    let number = care.step.expect("a step");
    let said = |tailored: &Tailored| {
        let timetable = tailored.timetable.as_ref().expect("it plays");
        let step = timetable.steps.iter().find(|step| step.number == number);
        step.and_then(|step| step.planned.cautions.first().cloned())
    };
    assert_eq!(said(&played), Some(because(care)));
    let overruled = Request {
        overruled: vec![number],
        ..Request::default()
    };
    assert_eq!(said(&tailored(&library, "mine", &cramps, &overruled)), None);
}

#[test]
fn nothing_of_a_bundled_routine_can_be_overruled() {
    let library = library();
    let knee = whom(&library, &["glaucoma", "knee-pain"]);
    let plain = tailored(&library, "yoga-rls-gentle-20", &knee, &Request::default());
    let overruled = Request {
        overruled: (1..40).collect(),
        ..Request::default()
    };
    let same = tailored(&library, "yoga-rls-gentle-20", &knee, &overruled);
    assert!(!plain.decisions.is_empty());
    assert_eq!(actions(&plain.decisions), actions(&same.decisions));
}

#[test]
fn a_full_stop_cannot_be_overruled_and_offers_nothing() {
    let library = library();
    let stopped = whom(&library, &["chest-pain"]);
    let overruled = Request {
        overruled: vec![1, 2, 3, 4],
        ..Request::default()
    };
    let played = tailored(&library, "mine", &stopped, &overruled);
    assert!(played.timetable.is_none());
    assert_eq!(actions(&played.decisions), [(None, Ruling::FullStop)]);
    assert_eq!(played.decisions[0].with, None);
}

#[test]
fn who_is_turned_away_is_offered_something_that_plays() {
    let library = library();
    let conditions = library.shared().safety.conditions.iter();
    let mut turned_away = 0;
    for condition in conditions {
        let whom = whom(&library, &[&condition.id]);
        for entry in library.routines() {
            let played = tailored(&library, &entry.id, &whom, &Request::default());
            let Some(refusal) = played.refusal() else {
                continue;
            };
            if refusal.action == Ruling::FullStop {
                assert_eq!(refusal.with, None);
                continue;
            }
            turned_away += 1;
            let other = refusal.with.as_deref().expect("there is always something");
            assert_ne!(other, entry.id);
            let other = tailored(&library, other, &whom, &Request::default());
            assert!(other.timetable.is_some(), "{} {}", condition.id, entry.id);
        }
    }
    assert!(turned_away > 0);
}

#[test]
fn at_bedtime_something_for_the_bedtime_is_offered() {
    let library = library();
    let pregnant = whom(&library, &["pregnancy-t3"]);
    let played = tailored(
        &library,
        "bedtime-stretch-10",
        &pregnant,
        &Request::default(),
    );
    let refusal = played.refusal().expect("it is for others");
    assert_eq!(refusal.with.as_deref(), Some("pregnancy-t3-bedtime-8"));
    assert_eq!(
        reasons::decision(refusal),
        "Not played: not made for pregnancy. Instead: Third trimester, bedtime."
    );
}

#[test]
fn easier_variants_pass_the_same_rules() {
    let library = library();
    let safety = &library.shared().safety;
    let nobody = Recipient::default();
    let mut variants = 0;
    for condition in safety.conditions.iter().map(|condition| &condition.id) {
        let whom = whom(&library, &[condition]);
        for entry in library.routines() {
            let played = tailored(&library, &entry.id, &whom, &Request::default());
            for step in played
                .timetable
                .iter()
                .flat_map(|timetable| &timetable.steps)
            {
                for variant in &step.easier {
                    variants += 1;
                    let id = variant.exercise.as_deref().expect("of the library");
                    assert!(
                        !is_ruled_out(&library, id, condition),
                        "{id} for {condition}"
                    );
                }
            }
        }
    }
    assert!(variants > 100);
    let played = tailored(&library, "bedtime-stretch-10", &nobody, &Request::default());
    let steps = played.timetable.expect("it plays").steps;
    assert!(steps.iter().any(|step| !step.easier.is_empty()));
    // At bedtime nothing gets harder, but by a low effort in the same position.
    for variant in steps.iter().flat_map(|step| &step.harder) {
        assert_eq!(variant.intensity, Intensity::Low, "{}", variant.name);
    }
}

#[test]
fn a_slow_person_gets_more_time_between_steps_and_no_longer_holds() {
    let library = library();
    let slow = |factor| {
        let profile = Profile {
            pace_factor: factor,
            ..Profile::default()
        };
        let whom = Recipient::new(RecipientSource::Profile, Person::unknown(), profile);
        let played = tailored(&library, "bedtime-stretch-10", &whom, &Request::default());
        played.timetable.expect("it plays")
    };
    let (usual, twice) = (slow(None), slow(Some(2.0)));
    let work = |timetable: &supple::plan::timetable::Timetable| {
        let work = timetable
            .segments
            .iter()
            .filter(|segment| segment.kind == supple::plan::segment::SegmentKind::Work);
        work.filter_map(|segment| segment.length)
            .sum::<std::time::Duration>()
    };
    assert_eq!(work(&usual), work(&twice));
    assert_eq!(twice.pace.lead_in, usual.pace.lead_in * 2);
    assert!(twice.total() > usual.total());
}

#[test]
fn minutes_that_cannot_be_say_what_can() {
    let library = library();
    let entry = library.routine("bedtime-stretch-10").expect("it is there");
    let wish = Request {
        minutes: Some(60),
        ..Request::default()
    };
    let refusal = tailor(entry, &library, &Recipient::default(), &wish).expect_err("too long");
    let Refusal::NoFit { limits, .. } = refusal else {
        panic!("{refusal:?}");
    };
    assert!(limits.0 < limits.1);
}

#[test]
fn places_are_told_apart() {
    let library = library();
    let at = |id: &str, place: Place| {
        let played = tailored(&library, id, &Recipient::default(), &Request::default());
        let steps = played.timetable.expect("it plays").steps;
        place.holds(steps.iter().map(|step| &*step.planned))
    };
    for (id, places) in [
        ("older-bed-8", &[Place::NoFloor, Place::Bed][..]),
        ("older-seated-12", &[Place::NoFloor, Place::Chair]),
        (
            "night-relief-standing-3",
            // It begins on the edge of the bed.
            &[Place::NoFloor],
        ),
        ("older-balance-15", &[Place::NoFloor, Place::Standing]),
        ("pilates-rls-mat-15", &[]),
        ("flight-seat-5", &[Place::NoFloor, Place::Chair]),
        ("wind-down-checklist", &[Place::NoFloor]),
    ] {
        let found: Vec<Place> = Place::ALL
            .iter()
            .copied()
            .filter(|&place| at(id, place))
            .collect();
        assert_eq!(found, places, "{id}");
    }
}
