//! Every routine with every condition and every pair of conditions: what is played, held against the rules by code of
//! its own.

use std::collections::BTreeSet;
use std::time::Duration;

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use supple::content::embedded;
use supple::content::file::{self, File, Layer, Origin};
use supple::content::library::Library;
use supple::content::vocabulary::{Audience, Side, Word};
use supple::plan::lower::lay_out;
use supple::plan::outline::{Outline, Outlined};
use supple::plan::person::Person;
use supple::plan::preferences::Preferences;
use supple::plan::screening::decision::Ruling;
use supple::plan::screening::reason::{LeftOut, Reason};
use supple::plan::screening::{Screened, screen};
use supple::plan::segment::SegmentKind;
use supple::plan::timetable::Timetable;
use supple::words::en::reasons::because;

use super::rulebook::{all_that_holds, is_ruled_out, must_be_said};
use crate::support::stage::{self, bundled};

fn outline(library: &Library, id: &str) -> Outline {
    let entry = library.routine(id).expect("it is there");
    Outline::of(id, &entry.value, library, Preferences::default())
        .unwrap_or_else(|why| panic!("{}", why.message))
}

fn screened(library: &Library, id: &str, conditions: &[&str]) -> Screened {
    let person = Person::with(conditions.iter().copied(), &library.shared().safety)
        .expect("known conditions");
    let entry = library.routine(id).expect("it is there");
    screen(&outline(library, id), &entry.value, library, &person)
}

fn words(library: &Library) -> Vec<String> {
    library
        .shared()
        .safety
        .condition_ids()
        .map(str::to_owned)
        .collect()
}

/// Every condition alone, and every pair.
fn people(words: &[String]) -> Vec<Vec<&str>> {
    let mut people: Vec<Vec<&str>> = words.iter().map(|word| vec![word.as_str()]).collect();
    for (index, one) in words.iter().enumerate() {
        people.extend(
            words[index + 1..]
                .iter()
                .map(|other| vec![one.as_str(), other.as_str()]),
        );
    }
    people
}

/// No exercise twice in a row unless the author wrote it so, and the sides equal.
fn assert_sound(place: &str, timetable: &Timetable, original: &[&Outlined]) {
    for pair in timetable.steps.windows(2) {
        let repeated = pair[0].planned.exercise.is_some()
            && pair[0].planned.exercise == pair[1].planned.exercise;
        let authored = original.windows(2).any(|was| {
            was[0].number == pair[0].number && was[0].planned.exercise == was[1].planned.exercise
        });
        assert!(
            !repeated || authored,
            "{place}: {:?} twice in a row",
            pair[0].planned.exercise
        );
    }
    let worked = |side| {
        let work = timetable
            .segments
            .iter()
            .filter(|segment| segment.kind == SegmentKind::Work);
        work.filter(|segment| segment.side == Some(side))
            .filter_map(|segment| segment.length)
            .sum()
    };
    let (left, right): (Duration, Duration) = (worked(Side::Left), worked(Side::Right));
    assert_eq!(left, right, "{place}");
}

/// What was tried.
#[derive(Default)]
struct Tried {
    plays: usize,
    swaps: usize,
    lines: usize,
    stops: usize,
}

impl Tried {
    /// Screens a routine, unrolled as it is written, for somebody, and holds what is played against the rules.
    fn play(&mut self, library: &Library, before: &Outline, people: &[&str]) {
        let (id, safety) = (&before.id, &library.shared().safety);
        let place = format!("{id} for {people:?}");
        let entry = library.routine(id).expect("it is there");
        let person = Person::with(people.iter().copied(), safety).expect("known conditions");
        let holds = all_that_holds(safety, people);
        let Screened {
            outline, decisions, ..
        } = screen(before, &entry.value, library, &person);
        for decision in &decisions {
            assert!(
                !because(decision).is_empty(),
                "{place}: {decision:?} has no reason"
            );
        }
        let joined = safety
            .full_stops
            .iter()
            .filter(|stop| !stop.together.is_empty());
        let is_stopped = joined.clone().any(|stop| {
            let has_one = |list: &Vec<toml::Spanned<String>>| {
                list.iter().any(|fact| holds.contains(fact.get_ref()))
            };
            stop.together.iter().all(has_one)
        });
        self.stops += usize::from(is_stopped);
        assert!(
            !is_stopped || outline.is_none(),
            "{place} plays in spite of a full stop"
        );
        let Some(outline) = outline else {
            let ends = [Ruling::Block, Ruling::Redirect, Ruling::FullStop];
            assert!(
                decisions
                    .iter()
                    .any(|decision| ends.contains(&decision.action)),
                "{place}"
            );
            return;
        };
        self.plays += 1;
        let timetable = lay_out(&outline).unwrap_or_else(|why| panic!("{}", why.message));
        let original: Vec<_> = before.steps().collect();
        for step in &timetable.steps {
            let was = original.iter().find(|was| was.number == step.number);
            let was = was.expect("a number of the routine");
            if let Some(exercise) = &step.planned.exercise {
                for condition in &holds {
                    assert!(
                        !is_ruled_out(library, exercise, condition),
                        "{place}: {exercise}"
                    );
                }
            }
            for line in must_be_said(safety, &step.planned, &holds) {
                self.lines += 1;
                assert!(
                    step.planned.cautions.contains(&line),
                    "{place}: step {} does not say {line}",
                    step.number
                );
                let told = decisions.iter().any(|decision| {
                    decision.step == Some(step.number)
                        && decision.action == Ruling::Precaution
                        && because(decision) == line
                });
                assert!(
                    told,
                    "{place}: step {} has no decision for {line}",
                    step.number
                );
            }
            if was.planned.exercise != step.planned.exercise {
                self.swaps += 1;
                let told = decisions.iter().any(|decision| {
                    decision.step == Some(step.number)
                        && decision.action == Ruling::Substitute
                        && decision.with == step.planned.exercise
                });
                assert!(
                    told,
                    "{place}: step {} was swapped without a word",
                    step.number
                );
            }
        }
        let played: BTreeSet<u32> = timetable.steps.iter().map(|step| step.number).collect();
        let mut left_out = 0;
        for was in original.iter().filter(|was| !played.contains(&was.number)) {
            left_out += 1;
            let told = decisions.iter().any(|decision| {
                decision.step == Some(was.number) && decision.action == Ruling::Drop
            });
            assert!(told, "{place}: step {} is gone without a word", was.number);
        }
        assert!(
            left_out * 3 <= original.len(),
            "{place}: {left_out} steps left out"
        );
        assert_sound(&place, &timetable, &original);
    }
}

fn outlines(library: &Library) -> Vec<Outline> {
    library
        .routines()
        .map(|entry| outline(library, &entry.id))
        .collect()
}

#[test]
fn nothing_that_is_ruled_out_is_ever_played_and_every_line_is_said() {
    let library = bundled();
    let words = words(library);
    let outlines = outlines(library);
    let mut tried = Tried::default();
    for people in people(&words) {
        for outline in &outlines {
            tried.play(library, outline, &people);
        }
    }
    let Tried {
        plays,
        swaps,
        lines,
        stops,
    } = tried;
    assert!(
        plays > 30_000 && swaps > 10_000 && lines > 60_000 && stops > 20_000,
        "{plays} plays, {swaps} swaps, {lines} lines and {stops} stops: hardly anything was tried"
    );
}

#[test]
fn nor_with_any_three_conditions() {
    let library = bundled();
    let words = words(library);
    let outlines = outlines(library);
    let mut runner = TestRunner::deterministic();
    let mut tried = Tried::default();
    let any = (0..outlines.len(), prop::sample::subsequence(words, 3));
    for _ in 0..20_000 {
        let tree = any.new_tree(&mut runner).expect("a choice");
        let (routine, people) = tree.current();
        let people: Vec<&str> = people.iter().map(String::as_str).collect();
        tried.play(library, &outlines[routine], &people);
    }
    assert!(tried.plays > 3_000, "{} plays", tried.plays);
}

#[test]
fn the_audience_gate_lets_in_who_is_named() {
    let library = bundled();
    let entry = library
        .routine("pregnancy-t2-bedtime-10")
        .expect("it is there");
    let plays = |conditions: &[&str]| screened(library, &entry.id, conditions).outline.is_some();
    assert!(plays(&["pregnancy-t2"]));
    assert!(!plays(&["pregnancy-t3"]) && !plays(&["older-adult"]) && !plays(&["glaucoma"]));
    let unknown = screen(
        &outline(library, &entry.id),
        &entry.value,
        library,
        &Person::unknown(),
    );
    assert!(unknown.outline.is_some() && unknown.decisions.is_empty());
}

#[test]
fn full_stops_play_nothing_and_say_what_to_do() {
    let library = bundled();
    let stops: Vec<String> = library
        .shared()
        .safety
        .full_stops
        .iter()
        .map(|stop| stop.id.clone())
        .collect();
    assert_eq!(stops.len(), 15);
    for stop in &stops {
        let Screened {
            outline, decisions, ..
        } = screened(library, "night-relief-bed-3", &[stop]);
        assert!(outline.is_none(), "{stop}");
        assert_eq!(decisions.len(), 1);
        assert_eq!(decisions[0].action, Ruling::FullStop);
    }
}

#[test]
fn a_redirect_goes_before_any_change() {
    let library = bundled();
    let Screened {
        outline, decisions, ..
    } = screened(
        library,
        "bedtime-stretch-10",
        &["hip-replacement-recent", "glaucoma"],
    );
    assert!(outline.is_none());
    assert_eq!(
        (decisions[0].action, decisions[0].with.as_deref()),
        (Ruling::Redirect, Some("older-bed-8"))
    );
    assert!(
        screened(library, "older-bed-8", &["hip-replacement-recent"])
            .outline
            .is_some()
    );
}

#[test]
fn swaps_play_their_own_dose_and_change_the_total() {
    let library = bundled();
    let Screened {
        outline: kept,
        decisions,
        ..
    } = screened(library, "bedtime-stretch-10", &["vertebral-fracture"]);
    let kept = kept.expect("it plays");
    let swapped: Vec<_> = decisions
        .iter()
        .filter(|decision| decision.action == Ruling::Substitute)
        .collect();
    assert!(!swapped.is_empty());
    for decision in swapped {
        let step = kept
            .steps()
            .find(|step| Some(step.number) == decision.step)
            .expect("the step");
        let exercise = library
            .exercise(decision.with.as_deref().expect("a swap"))
            .expect("it is there");
        let own = exercise.prescription.dose.as_ref().expect("a dose");
        assert_eq!(step.planned.dosage.dose(), own.get_ref().left);
    }
    let before =
        lay_out(&outline(library, "bedtime-stretch-10")).map(|timetable| timetable.total());
    let after = lay_out(&kept).map(|timetable| timetable.total());
    assert_ne!(before.ok(), after.ok());
}

#[test]
fn conditions_are_words_of_the_rules() {
    let library = bundled();
    let unknown = Person::with(["glaucoma", "glaucma"], &library.shared().safety)
        .expect_err("a misspelt word");
    assert_eq!(unknown, ["glaucma"]);
    for audience in ["pregnancy-t1", "older-adult"] {
        let person = Person::with([audience], &library.shared().safety).expect("known");
        assert_eq!(person.audience().map(Word::as_str), Some(audience));
    }
}

#[test]
fn rules_of_ones_own_without_limits_leave_the_limits_as_they_are() {
    let file = File {
        kind: file::FileKind::Safety,
        id: "safety".into(),
        path: "safety.toml".into(),
        text: Ok("format = 1\n[hazard]\nice = \"slippery ground\"\n".into()),
    };
    let own = Layer {
        origin: Origin::Own,
        files: vec![file],
    };
    let library = Library::of(vec![embedded::layer(), own]);
    let limits = &library.shared().safety.limits;
    assert!(limits.week_unknown.is_some() && limits.other_caution.is_some());
}

/// A routine of one's own with these steps: how long each is held, and whether it is done flat on the back.
fn with_flat_steps(steps: &[(u32, bool)]) -> Library {
    let step = |(index, (hold, flat)): (usize, &(u32, bool))| {
        let hazards = if *flat { "\"supine-flat\"" } else { "" };
        format!("[[step]]\nname = \"Step {index}\"\nhold = {hold}\nhazards = [{hazards}]\n")
    };
    let steps: String = steps.iter().enumerate().map(step).collect();
    let text = format!("format = 1\ntitle = \"Mine\"\ndiscipline = \"yoga\"\n{steps}");
    stage::library(vec![stage::own("mine", &text)])
}

/// Why such a routine does not play for somebody who is pregnant; `None` where it does.
fn refused_flat_steps(steps: &[(u32, bool)]) -> Option<Reason> {
    let library = with_flat_steps(steps);
    let screened = screened(&library, "mine", &["pregnancy-t2"]);
    let mut decisions = screened.decisions.into_iter();
    let block = decisions.find(|decision| decision.action == Ruling::Block);
    assert_eq!(block.is_none(), screened.outline.is_some());
    block.map(|block| block.reason)
}

#[test]
fn a_third_may_be_left_out_and_no_more() {
    let (kept, flat) = ((30, false), (30, true));
    let a_third = [kept, flat, kept, kept, flat, kept];
    assert_eq!(refused_flat_steps(&a_third), None);
    let more = [kept, flat, kept, kept, flat];
    let two_of_five = Reason::LeftOut(LeftOut::Steps {
        left_out: 2,
        all: 5,
    });
    assert_eq!(refused_flat_steps(&more), Some(two_of_five));
    assert_eq!(refused_flat_steps(&[kept; 6]), None);
}

#[test]
fn a_third_of_the_time_may_be_left_out_and_no_more() {
    let kept = [(30, false); 8];
    let steps = |flat: u32| [&kept[..], &[(flat, true)]].concat();
    assert_eq!(refused_flat_steps(&steps(120)), None);
    let too_long = Reason::LeftOut(LeftOut::Time {
        left_out: Duration::from_secs(121),
        all: Duration::from_secs(361),
    });
    assert_eq!(refused_flat_steps(&steps(121)), Some(too_long));
}

#[test]
fn one_person_has_one_audience_and_pregnancy_comes_first() {
    let library = stage::library(Vec::new());
    let audience = |words: &[&str]| {
        let person = Person::with(words.iter().copied(), &library.shared().safety);
        person.expect("known conditions").audience()
    };
    for (words, expected) in [
        (&["older-adult", "pregnancy-t1"][..], Audience::PregnancyT1),
        (&["pregnancy-t2", "older-adult"], Audience::PregnancyT2),
        (&["older-adult", "pregnancy-t3"], Audience::PregnancyT3),
        (&["pregnancy-t1", "pregnancy-t3"], Audience::PregnancyT3),
        (&["pregnancy-t2", "pregnancy-t1"], Audience::PregnancyT2),
        (&["older-adult", "knee-pain"], Audience::OlderAdult),
        (&["postpartum-early", "knee-pain"], Audience::Adult),
        (&[], Audience::Adult),
    ] {
        assert_eq!(audience(words), Some(expected), "{words:?}");
    }
    assert_eq!(Person::unknown().audience(), None);
}

#[test]
fn who_is_pregnant_and_older_plays_nothing_that_is_not_made_for_pregnancy() {
    let library = stage::library(Vec::new());
    let for_others = library.routines().filter(|entry| {
        let audience = &entry.value.audience;
        !audience.is_empty() && !audience.contains(&Audience::PregnancyT2)
    });
    let mut seen = 0;
    for entry in for_others {
        let screened = screened(&library, &entry.id, &["older-adult", "pregnancy-t2"]);
        assert!(screened.outline.is_none(), "{}", entry.id);
        seen += 1;
    }
    assert!(seen > 5, "{seen}");
}

#[test]
fn a_step_that_is_no_exercise_of_the_library_is_on_no_list_of_what_is_allowed() {
    let library = with_flat_steps(&[(30, false); 6]);
    let (condition, _) = &library.shared().safety.allow[0];
    let screened = screened(&library, "mine", &[condition.get_ref()]);
    assert!(screened.outline.is_none());
    let decisions = screened.decisions.iter();
    let dropped = decisions.filter(|decision| decision.action == Ruling::Drop);
    assert_eq!(dropped.count(), 6);
}
