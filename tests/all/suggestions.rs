//! What is offered in place of something, and after it, never asks for more.

use std::collections::BTreeSet;
use std::time::Duration;

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use supple::content::file::File;
use supple::content::library::Library;
use supple::content::vocabulary::{Intensity, Position, Surface};
use supple::plan::lower::lower;
use supple::plan::person::Person;
use supple::plan::place;
use supple::plan::planned::Planned;
use supple::plan::profile::model::Profile;
use supple::plan::screening::decision::Ruling;
use supple::plan::segment::SegmentKind;
use supple::plan::tailor::{Request, tailor};
use supple::plan::timetable::Timetable;
use supple::plan::whom::{Recipient, RecipientSource};
use supple::tui::app::Start;

use super::rulebook::{all_that_holds, is_ruled_out};
use crate::support::stage::{self, Stage, catalog_for, own, somebody};

fn library() -> Library {
    stage::library(Vec::new())
}

/// Where a body must go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Stand,
    Sit,
    Floor,
    Water,
}

/// What a routine asks of a body, by the tests' own reading.
#[derive(Debug)]
struct Asks {
    moderate: Duration,
    places: BTreeSet<Place>,
}

/// Where a step takes the body: nowhere for lying in bed.
fn places(step: &Planned) -> Vec<Place> {
    let down = match step.surface {
        None | Some(Surface::Floor) => vec![Place::Floor],
        Some(_) => Vec::new(),
    };
    let sat = [vec![Place::Sit], down.clone()].concat();
    match step.position {
        None | Some(Position::Reclined) => Vec::new(),
        Some(Position::Standing | Position::Walking) => vec![Place::Stand],
        Some(Position::Water) => vec![Place::Stand, Place::Water],
        Some(Position::SeatedChair | Position::SeatedEdge) => vec![Place::Sit],
        Some(Position::FloorSeated | Position::Kneeling | Position::AllFours) => sat,
        Some(Position::Supine | Position::Prone | Position::SideLying) => down,
    }
}

impl Asks {
    fn of(timetable: &Timetable) -> Self {
        let work = timetable
            .segments
            .iter()
            .filter(|segment| segment.kind == SegmentKind::Work);
        let moderate = work.filter(|segment| {
            timetable.steps[segment.step].planned.intensity == Intensity::Moderate
        });
        Self {
            moderate: moderate.filter_map(|segment| segment.length).sum(),
            places: timetable
                .steps
                .iter()
                .flat_map(|step| places(&step.planned))
                .collect(),
        }
    }

    fn is_no_more_than(&self, other: &Self) -> bool {
        let has = |place: &Place| {
            other.places.contains(place)
                || *place == Place::Sit && other.places.contains(&Place::Stand)
        };
        self.moderate <= other.moderate && self.places.iter().all(has)
    }
}

/// How many steps of a routine are not for somebody.
fn ruled_out(written: &Timetable, library: &Library, people: &[&str]) -> usize {
    let holds = all_that_holds(&library.shared().safety, people);
    let exercises = written
        .steps
        .iter()
        .filter_map(|step| step.planned.exercise.as_deref());
    let is_out = |id: &&str| {
        holds
            .iter()
            .any(|condition| is_ruled_out(library, id, condition))
    };
    exercises.filter(is_out).count()
}

/// Holds every offer that is made to somebody against what was asked for. How many there were.
fn check(library: &Library, people: &[&str]) -> usize {
    let whom = somebody(people, library);
    let mut offers = 0;
    for entry in library.routines() {
        let made = tailor(entry, library, &whom, &Request::default()).expect("it can be made");
        let Some(refusal) = made.refusal() else {
            continue;
        };
        let Some(other) = &refusal.with else {
            continue;
        };
        let place = format!("{} for {people:?}: {other}", entry.id);
        assert_ne!(refusal.action, Ruling::FullStop, "{place}");
        let written = lower(&entry.id, &entry.value, library).expect("it is sound");
        let entry = library.routine(other).expect("it is there");
        let offered = tailor(entry, library, &whom, &Request::default()).expect("it can be made");
        let played = offered
            .timetable
            .as_ref()
            .unwrap_or_else(|| panic!("{place} does not play"));
        let (asked, offers_what) = (Asks::of(&written), Asks::of(played));
        assert!(
            offers_what.is_no_more_than(&asked),
            "{place}: {offers_what:?} for {asked:?}"
        );
        let of = lower(other, &entry.value, library)
            .expect("it is sound")
            .steps
            .len();
        let (changes, lost) = (offered.adapted(), ruled_out(&written, library, people));
        assert!(
            changes * written.steps.len() <= lost * of,
            "{place}: {changes} of {of} steps are other ones, of what was asked {lost} of {}",
            written.steps.len()
        );
        offers += 1;
    }
    offers
}

#[test]
fn nothing_that_is_offered_instead_asks_for_more() {
    let library = library();
    let words = library.shared().safety.condition_ids();
    let words: Vec<String> = words.map(str::to_owned).collect();
    let mut offers = 0;
    for word in &words {
        offers += check(&library, &[word]);
    }
    let mut runner = TestRunner::deterministic();
    let pairs = prop::sample::subsequence(words, 2);
    for _ in 0..40 {
        let pair = pairs.new_tree(&mut runner).expect("a pair").current();
        let pair: Vec<&str> = pair.iter().map(String::as_str).collect();
        offers += check(&library, &pair);
    }
    assert!(offers > 800, "{offers}");
}

#[test]
fn who_is_pregnant_and_opens_the_interval_walk_is_offered_the_pregnancy_walk() {
    let library = library();
    for part in ["pregnancy-t1", "pregnancy-t2", "pregnancy-t3"] {
        let whom = somebody(&[part], &library);
        for (asked, offered) in [
            ("walk-interval-30", "pregnancy-walk-20"),
            ("walk-interval-20", "pregnancy-walk-20"),
        ] {
            let entry = library.routine(asked).expect("it is there");
            let made = tailor(entry, &library, &whom, &Request::default()).expect("it can be made");
            let refusal = made.refusal().expect("it is not for them");
            assert_eq!(refusal.with.as_deref(), Some(offered), "{asked} for {part}");
        }
    }
}

/// What stands after a session, when all of it was skipped.
fn after(id: &str, keys: &str) -> String {
    let catalog = catalog_for("", Vec::new());
    let mut stage = Stage::open(catalog, &Start::Playing(id.into(), 0), 15);
    stage.keys(keys);
    for _ in 0..400 {
        if stage.deadline().is_none() {
            break;
        }
        stage.keys("right");
    }
    stage.screen(80, 24)
}

#[test]
fn after_pain_and_before_sleep_nothing_is_offered() {
    let offers = "Next, if you like";
    let walk = after("desk-legs-4", "");
    assert!(walk.contains(offers), "{walk}");
    let sleepy = after("bedtime-stretch-5", "");
    assert!(!sleepy.contains(offers), "{sleepy}");
    let hurt = after("desk-legs-4", "h enter");
    assert!(!hurt.contains(offers) && hurt.contains("Hurt"), "{hurt}");
}

/// A routine of six steps that are done there, with this hazard.
fn seated(id: &str, position: &str, hazard: &str) -> File {
    let step = format!(
        "[[step]]\nname = \"Sit\"\nhold = 60\nposition = \"{position}\"\nhazards = [{hazard}]\n"
    );
    let text = format!(
        "format = 1\ntitle = \"{id}\"\ndiscipline = \"mobility\"\nminutes = 6\n{}",
        step.repeat(6)
    );
    own(id, &text)
}

/// What is offered in place of a routine on the floor that does not play, to somebody whose profile says whether they
/// get down there.
fn offered(library: &Library, floor: Option<bool>) -> Option<String> {
    let profile = Profile {
        floor,
        ..Profile::default()
    };
    let person = Person::with(["pregnancy-t2"], &library.shared().safety);
    let whom = Recipient::new(
        RecipientSource::Profile,
        person.expect("a known word"),
        profile,
    );
    let entry = library.routine("asked").expect("it is there");
    let made = tailor(entry, library, &whom, &Request::default()).expect("it can be made");
    made.refusal().expect("it does not play").with.clone()
}

#[test]
fn who_cannot_get_down_to_the_floor_is_offered_what_needs_none() {
    let asked = || seated("asked", "floor-seated", "\"supine-flat\"");
    let low = || seated("low", "floor-seated", "");
    let high = || seated("high", "seated-chair", "");
    let library = stage::library(vec![asked(), low(), high()]);
    for may in [None, Some(true)] {
        let nearest = offered(&library, may);
        assert_eq!(nearest.as_deref(), Some("low"), "done in the same place");
    }
    let spared = offered(&library, Some(false)).expect("there is one");
    let entry = library.routine(&spared).expect("it is there");
    let written = lower(&spared, &entry.value, &library).expect("it is sound");
    let steps = written.steps.iter().map(|step| &*step.planned);
    assert!(place::Place::NoFloor.holds(steps), "{spared}");
}

#[test]
fn nobody_is_sent_into_the_water_who_did_not_ask_for_it() {
    let in_water = |id: &str, position: &str, hazard: &str| {
        let mut file = seated(id, position, hazard);
        let text = file.text.expect("it is text");
        // The bundled ones of this kind are no nearer.
        file.text = Ok(text.replace("\"mobility\"", "\"lifestyle\"").into());
        file
    };
    let flat = "\"supine-flat\"";
    let wet = || in_water("wet", "water", "");
    let dry = stage::library(vec![in_water("asked", "standing", flat), wet()]);
    assert_ne!(offered(&dry, None).as_deref(), Some("wet"));
    let bathing = stage::library(vec![in_water("asked", "water", flat), wet()]);
    assert_eq!(offered(&bathing, None).as_deref(), Some("wet"));
}
