//! The time to hear how it is done: given the first time, and not to somebody who knows it.

use std::time::Duration;

use supple::content::library::Library;
use supple::content::vocabulary::Position;
use supple::plan::segment::SegmentKind;
use supple::plan::tailor::{Request, tailor};
use supple::plan::timetable::Timetable;
use supple::plan::whom::{Recipient, RecipientSource};
use supple::plan::words;
use supple::tui::app::Start;
use supple::tui::message::{Effect, Task};
use supple::tui::settings::Setting;

use crate::support::program::Home;
use crate::support::stage::{self, Stage, catalog, somebody};

const ID: &str = "bedtime-stretch-10";

fn seconds(home: &Home, arguments: &[&str]) -> f64 {
    let ran = home.run(arguments);
    let lines = ran.json_lines();
    lines.last().expect("an end")["at"]
        .as_f64()
        .expect("a time")
}

#[test]
fn who_knows_a_routine_gets_no_time_to_hear_it() {
    let home = Home::new();
    let (whole, brief) = (
        seconds(&home, &["rehearse", ID, "--json"]),
        seconds(&home, &["rehearse", ID, "--json", "--known"]),
    );
    assert!(brief < whole, "{brief} {whole}");
    home.write(
        ".config/supple/settings.toml",
        "known = [\"bedtime-stretch-10\"]\n",
    );
    assert!((seconds(&home, &["rehearse", ID, "--json"]) - brief).abs() < 1e-6);
    // What somebody else knows is not known.
    let other = seconds(&home, &["rehearse", ID, "--json", "--for", "night-cramps"]);
    assert!((other - brief).abs() > 1.0, "{other}");
    let listed = home.run(&["list", "--id", ID, "--json"]);
    assert!(
        listed.out.contains(&format!("\"seconds\":{brief:.1}")),
        "{}",
        listed.out
    );
    let shown = home.run(&["show", ID, "--json"]);
    assert!(
        shown.out.contains(&format!("\"seconds\": {brief:.1}")),
        "{}",
        shown.out
    );
}

#[test]
fn a_key_says_that_it_is_known_and_it_is_remembered() {
    let mut stage = Stage::open(catalog(Vec::new()), &Start::Before(ID.into()), 22);
    let whole = stage.screen(80, 24);
    stage.keys("b");
    let knows = |yes| {
        let routine = ID.to_owned();
        Effect::Do(Task::SaveSetting(Setting::Knows { routine, yes }))
    };
    assert_eq!(stage.effects, [knows(true)]);
    let brief = stage.screen(80, 24);
    assert!(brief.contains("no pause for the"), "{brief}");
    let length = |screen: &str| {
        screen
            .lines()
            .find(|line| line.contains(" steps"))
            .map(str::to_owned)
    };
    assert_ne!(length(&whole), length(&brief));
    stage.keys("b");
    assert_eq!(stage.screen(80, 24), whole);
    assert_eq!(stage.effects.last(), Some(&knows(false)));
}

#[test]
fn of_somebody_else_nothing_is_remembered() {
    let library = stage::library(Vec::new());
    let whom = Recipient::new(
        RecipientSource::Named(Vec::new()),
        supple::plan::person::Person::unknown(),
        supple::plan::profile::model::Profile::default(),
    );
    let catalog = supple::plan::catalog::Catalog::of(library, whom);
    let mut stage = Stage::open(catalog, &Start::Before(ID.into()), 22);
    stage.keys("b");
    assert!(stage.effects.is_empty());
    assert!(stage.screen(80, 24).contains("no pause for the"));
}

/// What is played of a bundled routine by nobody in particular.
fn played(library: &Library, id: &str) -> Timetable {
    let entry = library.routine(id).expect("it is there");
    let made =
        tailor(entry, library, &Recipient::default(), &Request::default()).expect("it plays");
    made.timetable.expect("nothing speaks against it")
}

/// Words at the speed at which they are said, counted here once more: a second, and four tenths for each word.
fn said(words: usize) -> Duration {
    Duration::from_millis(1000 + 400 * u64::try_from(words).expect("few words"))
}

fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Everybody with one condition, and nobody in particular.
fn people(library: &Library) -> Vec<(String, Recipient)> {
    let conditions = library.shared().safety.conditions.iter();
    let mut people: Vec<(String, Recipient)> = conditions
        .map(|known| (known.id.clone(), somebody(&[&known.id], library)))
        .collect();
    people.push(("nobody".to_owned(), Recipient::default()));
    people
}

#[test]
fn nothing_is_shorter_than_its_first_hearing() {
    let library = stage::library(Vec::new());
    let mut heard = 0;
    for (who, whom) in people(&library) {
        for entry in library.routines() {
            let made = tailor(entry, &library, &whom, &Request::default()).expect("it can be made");
            let Some(timetable) = made.timetable else {
                continue;
            };
            let mut told: Vec<(String, Vec<String>)> = Vec::new();
            for (index, step) in timetable.steps.iter().enumerate() {
                let planned = &step.planned;
                let how: Vec<String> = planned.how.iter().map(|line| format!("{line:?}")).collect();
                let key = (planned.name.clone(), how);
                if told.contains(&key) || planned.dosage.is_done_by_key() {
                    continue;
                }
                told.push(key);
                let at = timetable
                    .segments
                    .iter()
                    .position(|segment| segment.step == index);
                let cues = at.map(|at| timetable.cues(at)).unwrap_or_default();
                let announced = cues
                    .iter()
                    .find_map(|cue| cue.say.clone())
                    .unwrap_or_default();
                let how: usize = words::how(planned, words::first_side(planned))
                    .iter()
                    .map(|line| count(line))
                    .sum();
                let least = said(count(&announced) + how);
                assert!(
                    step.prepare >= least,
                    "{} for {who}: {} has {:?} of {least:?}",
                    entry.id,
                    planned.name,
                    step.prepare
                );
                heard += 1;
            }
        }
    }
    assert!(heard > 5000, "{heard}");
}

#[test]
fn changing_sides_takes_its_time() {
    let library = stage::library(Vec::new());
    let (mut lying, mut straps) = (0, 0);
    for (who, whom) in people(&library) {
        for entry in library.routines() {
            let made = tailor(entry, &library, &whom, &Request::default()).expect("it can be made");
            let Some(timetable) = made.timetable else {
                continue;
            };
            let pregnant = whom.person().is_pregnant() || entry.value.is_for_pregnancy_only();
            for segment in timetable
                .segments
                .iter()
                .filter(|segment| segment.kind == SegmentKind::Switch)
            {
                let planned = &timetable.steps[segment.step].planned;
                let is_lying = planned.position == Some(Position::SideLying);
                let least = match (is_lying, pregnant) {
                    (true, true) => 20,
                    (true, false) => 15,
                    _ if planned.props.iter().any(|prop| prop == "strap") => 12,
                    _ => continue,
                };
                (lying, straps) = (
                    lying + usize::from(is_lying),
                    straps + usize::from(!is_lying),
                );
                let length = segment.length.expect("it has one");
                assert!(
                    length >= Duration::from_secs(least),
                    "{} for {who}: {} takes {length:?}",
                    entry.id,
                    planned.name
                );
            }
        }
    }
    assert!(lying > 50 && straps > 20, "{lying} {straps}");
}

#[test]
fn every_total_keeps_its_promise() {
    let library = stage::library(Vec::new());
    let mut promised = 0;
    for entry in library.routines() {
        let Some(minutes) = &entry.value.minutes else {
            continue;
        };
        let total = played(&library, &entry.id).total().as_secs_f64() / 60.0;
        let promise = f64::from(*minutes.get_ref());
        assert!(
            (total - promise).abs() <= promise / 10.0,
            "{}: {total:.2} of {promise}",
            entry.id
        );
        promised += 1;
    }
    assert!(promised > 40);
}
