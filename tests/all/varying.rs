//! Easier, harder and "that hurts" as they are kept: what the record says, and what a variant may be.

use supple::content::dose::Dose;
use supple::content::duration::Range;
use supple::content::vocabulary::{Side, Sides, Surface};
use supple::player::event::Input;
use supple::player::moment::Moment;
use supple::player::record::Result;
use supple::player::session::Session;

use crate::support::rig::{at, timetable};

const CALF: &str = "format = 1\ntitle = \"Calves\"\ndiscipline = \"stretching\"\n[[step]]\nexercise = \"calf-stretch-wall\"\nprepare = \"8s\"\nhold = \"20s\"\nswitch = \"5s\"\n";

fn played(inputs: &[(f64, Input)]) -> Session {
    let (mut session, _) = Session::start(timetable(CALF), Moment::START);
    for &(moment, input) in inputs {
        let _ = session.handle(input, at(moment));
    }
    session
}

#[test]
fn a_side_that_was_done_stays_done_and_the_sides_are_unequal() {
    let session = played(&[(40.0, Input::Easier), (200.0, Input::Tick)]);
    let record = session.record();
    assert_eq!(record.result(0), Result::Done);
    assert_eq!(record.rungs(0), -1);
    assert!(record.is_unequal(0));
    // 20 s of the left leg, 7 s of the right, and 20 s of the right with the variant.
    assert_eq!(record.time(0).as_secs(), 47);
}

#[test]
fn what_was_made_easier_and_harder_again_is_as_planned() {
    let session = played(&[
        (40.0, Input::Easier),
        (42.0, Input::Harder),
        (200.0, Input::Tick),
    ]);
    let record = session.record();
    assert_eq!(record.result(0), Result::Done);
    assert_eq!(record.rungs(0), 0);
    assert!(!record.is_unequal(0));
    let step = &session.timetable().steps[0];
    assert_eq!(step.planned.exercise.as_deref(), Some("calf-stretch-wall"));
    assert_eq!(
        step.easier[0].exercise.as_deref(),
        Some("seated-calf-strap")
    );
    assert!(step.harder.is_empty());
}

#[test]
fn a_side_that_is_done_again_counts_as_it_was_done_last() {
    // The left leg, back to the start, and then both with the variant.
    let session = played(&[
        (30.0, Input::Back),
        (31.0, Input::Easier),
        (200.0, Input::Tick),
    ]);
    let record = session.record();
    assert_eq!(record.result(0), Result::Done);
    assert!(!record.is_unequal(0));
    // The left leg twice and the right one once.
    assert_eq!(record.time(0).as_secs(), 60);
}

#[test]
fn what_is_left_after_a_variant_is_stopped_is_not_done() {
    let session = played(&[(40.0, Input::Easier), (50.0, Input::Stop)]);
    assert_eq!(session.record().result(0), Result::Partly);
}

#[test]
fn done_stays_done_when_somebody_goes_back_to_it() {
    let two = CALF.to_owned() + "[[step]]\nname = \"Rest\"\nhold = \"20s\"\n";
    let (mut session, _) = Session::start(timetable(&two), Moment::START);
    let _ = session.handle(Input::Easier, at(40.0));
    let _ = session.handle(Input::Tick, at(80.0));
    assert_eq!(session.record().result(0), Result::Done);
    let _ = session.handle(Input::Back, at(80.0));
    let _ = session.handle(Input::Back, at(80.5));
    assert_eq!(session.view(at(80.5)).segment.step, 0);
    let _ = session.handle(Input::Stop, at(81.0));
    assert_eq!(session.record().result(0), Result::Done);
}

#[test]
fn every_time_that_it_hurts_is_noted_with_its_exercise() {
    let session = played(&[
        (10.0, Input::Hurt),
        (11.0, Input::Easier),
        (12.0, Input::Resume),
        (20.0, Input::Hurt),
        (21.0, Input::Leave),
    ]);
    let record = session.record();
    assert_eq!(record.hurt(0), 2);
    assert_eq!(
        record.hurting(),
        ["Wall calf stretch", "Strap calf stretch"]
    );
    assert_eq!(record.result(0), Result::Partly);
}

#[test]
fn an_easier_variant_keeps_to_the_one_side_that_is_worked() {
    let left = timetable(&(CALF.to_owned() + "side = \"left\"\n"));
    let variants = &left.steps[0].easier;
    assert_eq!(variants[0].sides, Sides::Left);
    assert!(
        variants[1..]
            .iter()
            .all(|variant| variant.sides == Sides::Both)
    );
}

#[test]
fn an_easier_variant_for_both_sides_asks_for_no_more_than_the_lesser_one() {
    let step = |dose: &str| {
        timetable(&format!(
            "format = 1\ntitle = \"Heels\"\ndiscipline = \"strength\"\n[[step]]\nexercise = \"calf-raise-one-leg\"\n{dose}\n"
        ))
    };
    for (dose, reps, sets) in [
        ("reps = { left = 12, right = 8 }", 8, 1),
        ("reps = { left = 8, right = 12 }", 8, 1),
        ("reps = 8\nsets = { left = 3, right = 2 }", 8, 2),
        ("reps = 8\nsets = 2", 8, 2),
    ] {
        let timetable = step(dose);
        let variant = &timetable.steps[0].easier[0];
        assert_eq!(variant.sides, Sides::Both);
        let amount = variant.dosage.of(Some(Side::Right));
        assert_eq!(amount, variant.dosage.of(Some(Side::Left)));
        assert_eq!(amount.dose, Dose::Reps(Range::only(reps)), "{dose}");
        assert_eq!(amount.sets.played, sets, "{dose}");
    }
}

#[test]
fn who_left_the_floor_for_an_easier_step_is_not_told_to_stay_there() {
    let text = "format = 1\ntitle = \"Down\"\ndiscipline = \"yoga\"\n[[step]]\nexercise = \"childs-pose\"\n\
                [[step]]\nexercise = \"corpse-pose\"\n";
    let (mut session, _) = Session::start(timetable(text), Moment::START);
    let surface = |session: &Session| session.timetable().steps[1].planned.surface;
    assert_eq!(surface(&session), Some(Surface::Floor));
    let _ = session.handle(Input::Easier, at(20.0));
    assert_eq!(surface(&session), Some(Surface::Bed));
    let _ = session.handle(Input::Harder, at(21.0));
    assert_eq!(surface(&session), Some(Surface::Floor));
}
