//! Fitting to a time: the bundled routines by the minute, and any routine at all.

use std::time::Duration;

use proptest::prelude::*;
use supple::content::dose::Dose;
use supple::content::routine::Routine;
use supple::content::vocabulary::{Side, Sides};
use supple::plan::fit::change::{FitChange, FitWhat};
use supple::plan::fit::{Fitted, NoFit, fit, limits};
use supple::plan::lower::lay_out;
use supple::plan::outline::Outline;
use supple::plan::planned::Planned;
use supple::plan::preferences::Preferences;
use supple::plan::segment::SegmentKind;
use supple::plan::timetable::Timetable;
use supple::words;

use crate::support::any::{side, steps};
use crate::support::rig::inline_library;
use crate::support::stage;

const MINUTE: Duration = Duration::from_secs(60);

fn laid_out(outline: &Outline) -> Timetable {
    lay_out(outline).expect("it can be laid out")
}

fn outline(steps: &str) -> Outline {
    let text = format!("format = 1\ntitle = \"Any\"\ndiscipline = \"yoga\"\n{steps}");
    let (routine, found) = Routine::decode("test", &text);
    assert!(found.iter().all(|found| !found.is_error()), "{found:?}");
    Outline::of("test", &routine, &inline_library(), Preferences::default()).expect("it is sound")
}

fn seconds(count: u64) -> Duration {
    Duration::from_secs(count)
}

fn worked(timetable: &Timetable, side: Side) -> Duration {
    let works = timetable.segments.iter();
    works
        .filter(|segment| segment.kind == SegmentKind::Work && segment.side == Some(side))
        .filter_map(|segment| segment.length)
        .sum()
}

/// Whether a dose may become another, in tenths of seconds or in repetitions.
fn allowed(old: &Planned, new: &Planned) -> bool {
    let in_tenths = |time: Duration| time.as_millis() / 100;
    let (lower, from, upper, to, grain) = match (old.dosage.dose(), new.dosage.dose()) {
        (Dose::Hold(old), Dose::Hold(new)) => {
            let [lower, from, upper] = [old.lower, old.played, old.upper].map(in_tenths);
            let whole = lower % 10 == 0 && from % 10 == 0;
            let grain = if whole { 10 } else { 1 };
            (lower, from, upper, in_tenths(new.played), grain)
        }
        // Of held repetitions with one length of the hold only the number changes.
        (Dose::HeldReps(_, old), Dose::HeldReps(_, new)) if old != new => return false,
        (Dose::Reps(reps), Dose::Reps(new))
        | (Dose::HeldReps(reps, _), Dose::HeldReps(new, _))
        | (Dose::Breaths(reps), Dose::Breaths(new)) => {
            let is_alternating = old.sides == Sides::Alternating;
            let grain = if is_alternating { 2 } else { 1 };
            let [lower, from, upper] = [reps.lower, reps.played, reps.upper].map(u128::from);
            (lower, from, upper, new.played.into(), grain)
        }
        _ => return false,
    };
    let above_lower = if lower < upper {
        to >= lower
    } else {
        to * 3 >= from * 2
    };
    above_lower && to * 2 <= upper * 3 && (to % grain == 0 || to == upper)
}

fn has_fewer_rounds(change: &FitChange) -> bool {
    matches!(change.what, FitWhat::Rounds { from, to } if to < from)
}

/// What must hold for whatever was fitted.
fn sound(authored: &Outline, fitted: &Fitted, target: Duration) -> Result<(), String> {
    let (before, after) = (laid_out(authored), laid_out(&fitted.outline));
    let total = after.total();
    if total > target + seconds(10) || total.abs_diff(target) > target / 20 {
        return Err(format!("{total:?} for {target:?}"));
    }
    let is_even = |timetable| worked(timetable, Side::Left) == worked(timetable, Side::Right);
    if is_even(&before) && !is_even(&after) {
        return Err(format!("uneven at {target:?}"));
    }
    // Between the sides of a step, not of a round.
    let pauses = |timetable: &Timetable, number: u32| -> Vec<Duration> {
        let pairs = timetable.segments.windows(2);
        let pauses = pairs.filter(|pair| {
            timetable.steps[pair[0].step].number == number
                && pair[0].kind == SegmentKind::Switch
                && pair[0].set == 1
                && pair[1].step == pair[0].step
        });
        pauses.filter_map(|pair| pair[0].length).collect()
    };
    let mut expected = Vec::new();
    let dropped = |number| {
        let mut changes = fitted.changes.iter();
        changes.any(|change| change.step == number && change.what == FitWhat::Dropped)
    };
    // Passes that go take their steps with them; those that come have the numbers of the last.
    let fewer = fitted.changes.iter().any(has_fewer_rounds);
    for old in authored.steps() {
        let Some(new) = fitted.outline.steps().find(|new| new.number == old.number) else {
            if dropped(old.number) || !fewer {
                expected.push((old.number, "dropped"));
            }
            continue;
        };
        if old.planned.dosage.dose() != new.planned.dosage.dose() {
            expected.push((old.number, "dose"));
            if !allowed(&old.planned, &new.planned) {
                let (old, new) = (old.planned.dosage, new.planned.dosage);
                return Err(format!("{old:?} became {new:?}"));
            }
        }
        if old.planned.dosage.sets() != new.planned.dosage.sets() {
            expected.push((old.number, "sets"));
            let most = old.planned.dosage.of(None).sets.upper;
            if !(1..=most).contains(&new.planned.dosage.sets()) {
                return Err(format!("other sets of step {}", old.number));
            }
        }
        if !pauses(&after, old.number).starts_with(&pauses(&before, old.number)) {
            return Err(format!("another switch in step {}", old.number));
        }
    }
    let listed = |change: &FitChange| match change.what {
        FitWhat::Hold { .. } | FitWhat::Reps { .. } | FitWhat::Breaths { .. } => {
            (change.step, "dose")
        }
        FitWhat::Sets { .. } => (change.step, "sets"),
        FitWhat::Rounds { .. } => (change.step, "rounds"),
        FitWhat::Dropped => (change.step, "dropped"),
    };
    let listed = fitted.changes.iter().map(listed);
    let listed: Vec<(u32, &str)> = listed.filter(|(_, what)| *what != "rounds").collect();
    if listed != expected {
        return Err(format!("{listed:?} are listed, {expected:?} changed"));
    }
    Ok(())
}

#[test]
fn every_whole_minute_within_the_limits_of_every_bundled_routine_can_be_had() {
    let library = stage::library(Vec::new());
    let mut wrong = Vec::new();
    let mut minutes_tried = 0;
    for entry in library.routines() {
        let outline = Outline::of(&entry.id, &entry.value, &library, Preferences::default())
            .expect("it is sound");
        let present = laid_out(&outline).total();
        if laid_out(&outline).is_checklist() {
            continue;
        }
        let (shortest, longest) = limits(&outline);
        assert!(shortest <= present && present <= longest, "{}", entry.id);
        for minutes in shortest.as_secs().div_ceil(60).max(1)..=longest.as_secs() / 60 {
            let target = seconds(minutes * 60);
            minutes_tried += 1;
            match fit(&outline, target) {
                Ok(fitted) => wrong.extend(sound(&outline, &fitted, target).err()),
                Err(why) => wrong.push(format!("{} in {minutes}: {why:?}", entry.id)),
            }
        }
        let unchanged = fit(&outline, present).expect("it takes that already");
        assert_eq!(unchanged.changes, [], "{}", entry.id);
        assert_eq!(
            fit(&outline, shortest.saturating_sub(MINUTE)).err(),
            Some(NoFit::TooShort { shortest })
        );
        assert_eq!(
            fit(&outline, longest + MINUTE).err(),
            Some(NoFit::TooLong { longest })
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(minutes_tried > 100, "{minutes_tried} whole minutes");
}

#[test]
fn ranges_shrink_first_then_all_together_and_in_whole_seconds() {
    let authored = outline(
        "[defaults]\nprepare = 10\nswitch = 5\n\
         [[step]]\nname = \"A\"\nhold = \"30s-60s\"\n\
         [[step]]\nname = \"B\"\nhold = 30\nside = \"each\"\n",
    );
    assert_eq!(limits(&authored), (seconds(95), seconds(205)));
    let fitted = fit(&authored, seconds(120)).expect("it can be fitted");
    let changes: Vec<(u32, FitWhat)> = fitted
        .changes
        .iter()
        .map(|change| (change.step, change.what))
        .collect();
    let hold = |from, to| FitWhat::Hold {
        from: seconds(from),
        to: seconds(to),
    };
    assert_eq!(changes, [(1, hold(60, 35))]);
    assert_eq!(laid_out(&fitted.outline).total(), seconds(120));
    let fitted = fit(&authored, seconds(105)).expect("it can be fitted");
    let changes = fitted.changes.iter();
    let changes: Vec<(u32, FitWhat)> = changes.map(|change| (change.step, change.what)).collect();
    assert_eq!(changes, [(1, hold(60, 30)), (2, hold(30, 25))]);
}

#[test]
fn sets_go_before_optional_steps_and_holds_are_solved_again() {
    let authored = outline(
        "[defaults]\nprepare = 10\nrest = 10\n\
         [[step]]\nname = \"A\"\nhold = 30\nsets = 3\n\
         [[step]]\nname = \"B\"\nhold = 30\noptional = true\n\
         [[step]]\nname = \"C\"\nhold = 30\noptional = true\n",
    );
    // A with one set 40, B and C 40 each, all holds at two thirds: 90; without B and C: 30.
    assert_eq!(limits(&authored).0, seconds(30));
    let fitted = fit(&authored, seconds(110)).expect("it can be fitted");
    let whats: Vec<FitWhat> = fitted.changes.iter().map(|change| change.what).collect();
    assert!(
        whats.contains(&FitWhat::Sets { from: 3, to: 1 }),
        "{whats:?}"
    );
    assert!(!whats.contains(&FitWhat::Dropped), "{whats:?}");
    assert_eq!(laid_out(&fitted.outline).total(), seconds(110));
    let fitted = fit(&authored, seconds(70)).expect("it can be fitted");
    let gone: Vec<u32> = fitted
        .changes
        .iter()
        .filter(|change| change.what == FitWhat::Dropped)
        .map(|change| change.step)
        .collect();
    assert_eq!(gone, [3]);
}

#[test]
fn sides_in_two_steps_stay_equal_and_alternating_reps_even() {
    let authored = outline(
        "[defaults]\nprepare = 10\n\
         [[step]]\nname = \"A left\"\nhold = 30\nside = \"left\"\n\
         [[step]]\nname = \"A right\"\nhold = 30\nside = \"right\"\n\
         [[step]]\nname = \"March\"\nreps = 20\ntempo = 2\nside = \"alternating\"\n",
    );
    for target in 100..175 {
        if let Ok(fitted) = fit(&authored, seconds(target)) {
            assert_eq!(sound(&authored, &fitted, seconds(target)), Ok(()));
            let march = fitted.changes.iter().find(|change| change.step == 3);
            if let Some(FitWhat::Reps { to, .. }) = march.map(|change| change.what) {
                assert_eq!(to % 2, 0);
            }
        }
    }
}

#[test]
fn tenths_stay_tenths_and_checklists_stay_as_they_are() {
    let authored = outline("[[step]]\nname = \"A\"\nhold = \"7.5s\"\nprepare = 0\nsets = 20\n");
    let fitted = fit(&authored, seconds(122)).expect("it can be fitted");
    assert_eq!(laid_out(&fitted.outline).total(), seconds(122));
    let list = outline("[[step]]\nname = \"A\"\nuntil = \"done\"\n");
    let longest = Duration::ZERO;
    assert_eq!(fit(&list, MINUTE).err(), Some(NoFit::TooLong { longest }));
}

#[test]
fn two_thousand_steps_are_fitted_as_well() {
    let mut steps = String::new();
    for step in 0..2000 {
        let hold = 4 + step % 5;
        steps += &format!(
            "[[step]]\nname = \"{step}\"\nhold = {hold}\nprepare = 1\nside = \"each\"\nswitch = 1\noptional = true\n"
        );
    }
    let authored = outline(&steps);
    let (shortest, longest) = limits(&authored);
    for part in [1, 3, 5] {
        let target = shortest + longest.abs_diff(shortest) / 6 * part;
        let fitted = fit(&authored, target).expect("it can be fitted");
        assert!(laid_out(&fitted.outline).total().abs_diff(target) <= seconds(10));
    }
}

/// The outline of a routine without pauses, of which these ends of ranges play.
fn without_pauses(ends: &str, steps: &str) -> Outline {
    outline(&format!(
        "ranges = \"{ends}\"\n[defaults]\nprepare = 0\nrest = 0\nswitch = 0\n{steps}"
    ))
}

/// The lengths of all work once it is fitted, in seconds.
fn works(authored: &Outline, target: u64) -> Vec<u64> {
    let fitted = fit(authored, seconds(target)).expect("it can be fitted");
    let timetable = laid_out(&fitted.outline);
    let works = timetable.segments.iter().filter_map(|work| work.length);
    works.map(|length| length.as_secs()).collect()
}

#[test]
fn lower_ends_grow_to_the_upper_ones_before_anything_grows_beyond() {
    let authored = without_pauses(
        "low",
        "[[step]]\nname = \"A\"\nhold = \"20s-40s\"\n[[step]]\nname = \"B\"\nhold = 40\n",
    );
    assert_eq!(limits(&authored), (seconds(47), seconds(120)));
    for (target, expected) in [
        (50, [20, 30]),
        (60, [20, 40]),
        (70, [30, 40]),
        (80, [40, 40]),
        (100, [50, 50]),
    ] {
        assert_eq!(works(&authored, target), expected);
    }
}

#[test]
fn doses_and_then_sets_go_to_their_ends_before_anything_goes_beyond() {
    let step = "[[step]]\nname = \"A\"\nhold = \"20s-30s\"\nsets = \"2-4\"\n";
    for (ends, target, expected) in [
        ("low", 20, &[20][..]),
        ("low", 40, &[20; 2]),
        ("low", 50, &[25; 2]),
        ("low", 60, &[30; 2]),
        ("low", 75, &[25; 3]),
        ("low", 100, &[25; 4]),
        ("low", 120, &[30; 4]),
        ("low", 160, &[40; 4]),
        ("high", 160, &[40; 4]),
        ("high", 120, &[30; 4]),
        ("high", 100, &[25; 4]),
        ("high", 80, &[20; 4]),
        ("high", 75, &[25; 3]),
        ("high", 40, &[20; 2]),
        ("high", 20, &[20]),
    ] {
        let authored = without_pauses(ends, step);
        assert_eq!(limits(&authored), (seconds(20), seconds(180)));
        assert_eq!(works(&authored, target), expected, "{ends} {target}");
    }
    let authored = without_pauses("low", step);
    let fitted = fit(&authored, seconds(75)).expect("it can be fitted");
    let whats: Vec<FitWhat> = fitted.changes.iter().map(|change| change.what).collect();
    let (from, to) = (seconds(20), seconds(25));
    assert_eq!(
        whats,
        [FitWhat::Hold { from, to }, FitWhat::Sets { from: 2, to: 3 }]
    );
}

#[test]
fn of_a_plain_dose_sets_go_first() {
    let step = "[[step]]\nname = \"A\"\nhold = 30\nsets = \"2-3\"\n";
    for ends in ["low", "high"] {
        let authored = without_pauses(ends, step);
        for (target, expected) in [
            (20, &[20][..]),
            (40, &[20; 2]),
            (60, &[30; 2]),
            (75, &[25; 3]),
            (90, &[30; 3]),
            (105, &[35; 3]),
        ] {
            assert_eq!(works(&authored, target), expected, "{ends} {target}");
        }
    }
    // No dose in one set more is small enough.
    let authored = without_pauses("low", "[[step]]\nname = \"A\"\nhold = 60\nsets = \"1-2\"\n");
    assert_eq!(works(&authored, 70), [70]);
}

#[test]
fn sets_of_both_sides_stay_equal() {
    let pair = without_pauses(
        "low",
        "[[step]]\nname = \"L\"\nhold = 30\nside = \"left\"\nsets = \"1-3\"\n\
         [[step]]\nname = \"R\"\nhold = 30\nside = \"right\"\nsets = \"1-3\"\n",
    );
    assert_eq!(limits(&pair), (seconds(40), seconds(270)));
    for target in 40..=270 {
        let fitted = fit(&pair, seconds(target)).expect("it can be fitted");
        let timetable = laid_out(&fitted.outline);
        let [left, right] = [Side::Left, Side::Right].map(|side| worked(&timetable, side));
        assert_eq!(left, right, "{target}");
    }
}

/// A routine of any shape.
fn any() -> impl Strategy<Value = Outline> {
    let dose = prop_oneof![
        (1_u32..200).prop_map(|hold| format!("hold = \"{hold}s\"")),
        (1_u32..60, 0_u32..60).prop_map(|(low, more)| format!("hold = \"{low}s-{}s\"", low + more)),
        (0_u32..9, 5_u32..10).prop_map(|(whole, tenth)| format!("hold = \"{whole}.{tenth}s\"")),
        (1_u32..30, 1_u32..6)
            .prop_map(|(reps, tempo)| format!("reps = {reps}\ntempo = \"{tempo}.5s\"")),
        (1_u32..9, 1_u32..9).prop_map(|(low, more)| format!("reps = \"{low}-{}\"", low + more)),
        Just("until = \"done\"".to_owned()),
    ];
    let pauses = prop_oneof![
        Just(String::new()),
        (0_u32..12, 0_u32..8)
            .prop_map(|(prepare, switch)| format!("prepare = {prepare}\nswitch = {switch}\n"))
    ];
    let position = prop_oneof![Just("standing"), Just("supine"), Just("kneeling")];
    let sets = prop_oneof![
        3 => (1_u32..4).prop_map(|sets| sets.to_string()),
        1 => (1_u32..4, 1_u32..3).prop_map(|(low, more)| format!("\"{low}-{}\"", low + more)),
    ];
    let step = (dose, side(), pauses, position, sets, prop::bool::weighted(0.3)).prop_map(
        |(dose, side, pauses, position, sets, optional)| {
            // Sets of a hold do not alternate.
            let is_one = side == "alternating" && dose.starts_with("hold");
            let sets = if is_one { "1" } else { &sets };
            format!(
                "name = \"Step\"\n{dose}\nside = \"{side}\"\n{pauses}position = \"{position}\"\nsets = {sets}\noptional = {optional}\n"
            )
        },
    ).boxed();
    let ends = prop_oneof![Just("high"), Just("low")];
    (ends, steps(step, 7))
        .prop_map(|(ends, steps)| outline(&format!("ranges = \"{ends}\"\n{steps}")))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_fitted_fits(authored in any(), part in 0_u32..1200) {
        let (shortest, longest) = limits(&authored);
        let present = laid_out(&authored).total();
        prop_assert!(shortest <= present && present <= longest);
        prop_assert_eq!(fit(&authored, present).map(|fitted| fitted.changes), Ok(Vec::new()));
        let target = longest * part / 1000;
        match fit(&authored, target) {
            Ok(fitted) => {
                prop_assert_eq!(sound(&authored, &fitted, target), Ok(()));
                let again = fit(&authored, target).map(|fitted| fitted.changes);
                prop_assert_eq!(again, Ok(fitted.changes));
            }
            Err(NoFit::TooShort { shortest: named }) => {
                prop_assert!(target < named && named == shortest);
            }
            Err(NoFit::TooLong { longest: named }) => {
                prop_assert!(named < target && named == longest);
            }
            Err(NoFit::Between { below, above }) => {
                prop_assert!(below < target && target < above, "{:?} {:?} {:?}", below, target, above);
                prop_assert!(below.abs_diff(target) > target / 20);
                prop_assert!(above.abs_diff(target) > seconds(10).min(target / 20));
            }
        }
    }
}

/// The changes as they are read, without the names of the steps.
fn changes(authored: &Outline, target: u64) -> Vec<(u32, FitWhat)> {
    let fitted = fit(authored, seconds(target)).expect("it can be fitted");
    let changes = fitted.changes.iter();
    changes.map(|change| (change.step, change.what)).collect()
}

#[test]
fn rounds_go_to_their_ends_after_doses_and_sets() {
    let round = "[[step]]\nrepeat = \"2-4\"\nrest = 10\n\
                 [[step.step]]\nname = \"A\"\nhold = \"20s-30s\"\n\
                 [[step.step]]\nname = \"B\"\nhold = 20\n\
                 [[step]]\nname = \"C\"\nhold = 10\n";
    for (ends, target, expected) in [
        ("low", 100, &[20, 20, 20, 20, 10][..]),
        ("low", 120, &[30, 20, 30, 20, 10]),
        ("low", 150, &[20, 20, 20, 20, 20, 20, 10]),
        ("low", 200, &[20, 20, 20, 20, 20, 20, 20, 20, 10]),
        ("low", 240, &[30, 20, 30, 20, 30, 20, 30, 20, 10]),
        ("high", 240, &[30, 20, 30, 20, 30, 20, 30, 20, 10]),
        ("high", 150, &[20, 20, 20, 20, 20, 20, 10]),
        ("high", 100, &[20, 20, 20, 20, 10]),
    ] {
        let authored = without_pauses(ends, round);
        let fitted = fit(&authored, seconds(target)).expect("it can be fitted");
        let timetable = laid_out(&fitted.outline);
        assert_eq!(timetable.total(), seconds(target), "{ends} {target}");
        let works = timetable.segments.iter();
        let works = works.filter(|segment| segment.kind == SegmentKind::Work);
        let works: Vec<u64> = works
            .filter_map(|work| Some(work.length?.as_secs()))
            .collect();
        assert_eq!(works, expected, "{ends} {target}");
    }
    let rounds = |from, to| FitWhat::Rounds { from, to };
    let low = without_pauses("low", round);
    assert_eq!(changes(&low, 200), [(1, rounds(2, 4))]);
    let high = without_pauses("high", round);
    let fitted = fit(&high, seconds(150)).expect("it can be fitted");
    assert_eq!(fitted.changes[0].what, rounds(4, 3));
    let said = fitted.changes.iter().map(words::en::fitting::change);
    assert_eq!(
        said.collect::<Vec<_>>(),
        [
            "1. A to 2. B: 3 rounds instead of 4",
            "1. A: 20s instead of 30s",
            "3. A: 20s instead of 30s",
            "5. A: 20s instead of 30s",
        ]
    );
}

#[test]
fn rounds_in_rounds_are_lengthened_in_each_of_them() {
    let authored = without_pauses(
        "low",
        "[[step]]\nrepeat = 2\n\
         [[step.step]]\nrepeat = \"1-2\"\nrest = 10\nname = \"Pair\"\n\
         [[step.step.step]]\nname = \"A\"\nhold = 30\n\
         [[step.step]]\nname = \"B\"\nhold = 30\n",
    );
    assert_eq!(changes(&authored, 120), []);
    let longer = fit(&authored, seconds(200)).expect("it can be fitted");
    let timetable = laid_out(&longer.outline);
    assert_eq!(timetable.total(), seconds(200));
    let names = timetable
        .steps
        .iter()
        .map(|step| step.planned.name.as_str());
    assert_eq!(names.collect::<String>(), "AABAAB");
    let said: Vec<String> = longer
        .changes
        .iter()
        .map(words::en::fitting::change)
        .collect();
    assert_eq!(said, ["1. Pair: 2 rounds instead of 1"]);
}

#[test]
fn a_round_keeps_its_passes_where_one_side_would_be_longer() {
    let authored = without_pauses(
        "high",
        "[[step]]\nrepeat = \"1-3\"\n[[step.step]]\nname = \"A\"\nhold = 30\nside = \"left\"\n\
         [[step]]\nrepeat = \"1-3\"\n[[step.step]]\nname = \"A\"\nhold = 30\nside = \"right\"\n",
    );
    assert_eq!(limits(&authored), (seconds(120), seconds(270)));
    let unlike = without_pauses(
        "high",
        "[[step]]\nrepeat = \"1-3\"\n[[step.step]]\nname = \"A\"\nhold = 30\nside = \"left\"\n\
         [[step.step]]\nname = \"A\"\nhold = 15\nsets = 2\nside = \"right\"\n",
    );
    assert_eq!(limits(&unlike), (seconds(180), seconds(180)));
    let flow = without_pauses(
        "high",
        "[[step]]\nrepeat = \"1-3\"\nside = \"each\"\n[[step.step]]\nname = \"A\"\nhold = 30\n",
    );
    assert_eq!(
        changes(&flow, 60),
        [(1, FitWhat::Rounds { from: 3, to: 1 })]
    );
}

#[test]
fn unequal_sides_are_fitted_each_by_itself() {
    let authored = without_pauses(
        "high",
        "[[step]]\nname = \"A\"\nhold = { left = \"30s\", right = \"60s\" }\n",
    );
    assert_eq!(limits(&authored), (seconds(60), seconds(135)));
    let hold = |from, to| FitWhat::Hold {
        from: seconds(from),
        to: seconds(to),
    };
    assert_eq!(
        changes(&authored, 60),
        [(1, hold(30, 20)), (1, hold(60, 40))]
    );
    assert_eq!(works(&authored, 120), [40, 80]);
    let fitted = fit(&authored, seconds(60)).expect("it can be fitted");
    let said = fitted.changes.iter().map(words::en::fitting::change);
    assert_eq!(
        said.collect::<Vec<_>>(),
        [
            "1. A, left: 20s instead of 30s",
            "1. A, right: 40s instead of 1m"
        ]
    );
    let sets = without_pauses(
        "high",
        "[[step]]\nname = \"A\"\nhold = 30\nsets = { left = 2, right = 3 }\noptional = true\n\
         [[step]]\nname = \"B\"\nhold = 30\n",
    );
    assert_eq!(limits(&sets).0, seconds(20));
    assert_eq!(changes(&sets, 30), [(1, FitWhat::Dropped)]);
}

#[test]
fn the_sets_of_unequal_sides_go_together_unless_they_differ() {
    let reps = "[[step]]\nname = \"A\"\nreps = { left = \"8-10\", right = \"10-14\" }\ntempo = 1\n";
    let together = without_pauses("high", &format!("{reps}sets = \"1-3\"\n"));
    let sets = |fitted: &Fitted| {
        let amount = fitted
            .outline
            .steps()
            .next()
            .map(|step| step.planned.dosage.amount);
        let amount = amount.expect("a step");
        (amount.left.sets.played, amount.right.sets.played)
    };
    for target in 20..=90 {
        if let Ok(fitted) = fit(&together, seconds(target)) {
            let (left, right) = sets(&fitted);
            assert_eq!(left, right, "{target}");
        }
    }
    let apart = without_pauses("high", &format!("{reps}sets = {{ left = 2, right = 3 }}\n"));
    for target in 40..=90 {
        if let Ok(fitted) = fit(&apart, seconds(target)) {
            assert_eq!(sets(&fitted), (2, 3), "{target}");
        }
    }
}

#[test]
fn a_round_of_which_nothing_is_left_changes_no_side() {
    let authored = without_pauses(
        "high",
        "[[step]]\nname = \"A\"\nhold = 30\nside = \"left\"\n\
         [[step]]\nside = \"each\"\nswitch = 9\n\
         [[step.step]]\nname = \"B\"\nhold = 30\noptional = true\n\
         [[step]]\nname = \"C\"\nhold = 30\nside = \"right\"\n",
    );
    assert_eq!(works(&authored, 60), [30, 30]);
    let both = without_pauses(
        "high",
        "[[step]]\nname = \"A\"\nhold = 30\nside = \"left\"\n\
         [[step]]\nside = \"each\"\nswitch = 9\n\
         [[step.step]]\nname = \"B\"\nhold = 30\nside = \"both\"\n",
    );
    assert_eq!(works(&both, 90), [30, 30, 30]);
}
