//! Three people who have just filled in their profile, from the list to the first step. Their screens are kept.

use std::time::Duration;

use supple::content::file::{File, FileKind};
use supple::tui::app::Start;

use super::screens::golden;
use crate::support::stage::{MINE, Stage, catalog_for, own};

const WEEK_30: &str = "format = 1\ndue = 2027-01-31\nbedtime = 22:30\n";
const NEW_HIP: &str = "format = 1\nconditions = [\"older-adult\", \"hip-replacement-recent\"]\n\
    birth-year = 1948\nfloor = false\nbedtime = 21:30\n";
const EYES_AND_KNEE: &str = "format = 1\nconditions = [\"glaucoma\", \"knee-pain\"]\n";

/// The list for somebody, at nine in the evening and half an hour.
fn evening(profile: &str) -> Stage {
    Stage::open(catalog_for(profile, Vec::new()), &Start::Home, 21)
}

/// What is said on the screen, without its lines and its figure.
fn words(stage: &Stage) -> String {
    let is_dots = |letter: char| ('\u{2800}'..='\u{28ff}').contains(&letter);
    let screen = stage.screen(80, 24).replace(is_dots, " ");
    screen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Home, Before, the changes, the player: kept as they are. Enter twice is all it takes.
fn walk(name: &str, profile: &str) -> Stage {
    let mut stage = evening(profile);
    golden(&format!("{name}-home"), &stage);
    stage.keys("enter");
    golden(&format!("{name}-before"), &stage);
    stage.keys("c");
    golden(&format!("{name}-changes"), &stage);
    stage.keys("esc enter");
    assert!(stage.deadline().is_some(), "it counts");
    stage.after(Duration::from_secs(2));
    stage
}

#[test]
fn pregnant_in_week_30() {
    let stage = walk("week-30", WEEK_30);
    let screen = stage.screen(80, 24);
    assert!(screen.contains("Third trimester, bedtime"), "{screen}");
}

#[test]
fn seventy_eight_with_a_new_hip_and_no_floor() {
    let stage = walk("new-hip", NEW_HIP);
    let screen = stage.screen(80, 24);
    assert!(screen.contains("Bedtime on the bed"), "{screen}");
}

#[test]
fn glaucoma_and_knee_pain() {
    let stage = walk("eyes-and-knee", EYES_AND_KNEE);
    let screen = stage.screen(80, 24);
    assert!(screen.contains("Bedtime legs, 10 minutes"), "{screen}");
}

#[test]
fn what_is_not_for_a_person_says_what_is() {
    let mut stage = evening(WEEK_30);
    stage.keys("/").type_text("pilates");
    golden("blocked-home", &stage);
    stage.keys("enter");
    golden("blocked", &stage);
    stage.keys("enter");
    let screen = stage.screen(80, 24);
    assert!(screen.contains("Enter starts."), "{screen}");
}

#[test]
fn the_night_key_plays_what_suits_the_person() {
    for profile in [WEEK_30, NEW_HIP, EYES_AND_KNEE] {
        let mut stage = evening(profile);
        stage.keys("n");
        assert!(stage.deadline().is_some(), "it counts");
    }
}

#[test]
fn a_full_stop_plays_nothing_from_anywhere() {
    let mut stage = evening(EYES_AND_KNEE);
    stage.keys("enter x");
    golden("today", &stage);
    // Past the urge to the fourth of the full stops: chest pain.
    stage.keys("down down down down space esc");
    golden("full-stop", &stage);
    for keys in ["enter", "esc enter", "n", "/ enter"] {
        stage.keys("esc esc").keys(keys);
        let screen = stage.screen(80, 24);
        assert!(stage.deadline().is_none(), "{keys} plays: {screen}");
    }
    stage.keys("esc esc");
    assert!(
        stage.screen(80, 24).contains("chest pain"),
        "it is said on the list"
    );
    stage.keys("x down down down down space esc enter enter");
    assert!(stage.deadline().is_some(), "taken back, it plays again");
}

#[test]
fn an_urge_that_is_there_now_is_offered_relief() {
    let mut stage = evening(EYES_AND_KNEE);
    stage.keys("enter x space esc");
    let screen = words(&stage);
    assert!(
        screen.contains("i plays In bed, middle of the night"),
        "{screen}"
    );
    stage.keys("i");
    let screen = stage.screen(80, 24);
    assert!(
        screen.starts_with("\n  In bed, middle of the night"),
        "{screen}"
    );
}

#[test]
fn effort_near_the_bedtime_is_pointed_out() {
    let mut stage = evening("format = 1\nbedtime = 22:30\n");
    stage.keys("/").type_text("rls-strength").keys("enter");
    golden("late", &stage);
    let screen = words(&stage);
    assert!(
        screen.contains("went with shorter sleep in studies: i plays"),
        "{screen}"
    );
    let mut stage = evening("format = 1\nbedtime = 02:00\n");
    stage.keys("/").type_text("rls-strength").keys("enter");
    assert!(!stage.screen(80, 24).contains("hours before bed"));
}

#[test]
fn minutes_are_set_before_the_start() {
    let mut stage = evening(EYES_AND_KNEE);
    stage.keys("enter t 8");
    golden("minutes", &stage);
    stage.keys("esc t 6 0");
    golden("minutes-too-many", &stage);
    stage.keys("backspace down enter enter");
    assert!(stage.deadline().is_some(), "it counts");
}

/// What stands in the field of the minutes.
fn minutes(stage: &Stage) -> String {
    let screen = stage.screen(80, 24);
    let (_, field) = screen.split_once("Minutes").expect("the field is open");
    field.split_whitespace().next().expect("a word").to_owned()
}

#[test]
fn the_first_digit_begins_a_number_and_the_others_go_on_with_it() {
    let mut stage = evening(EYES_AND_KNEE);
    stage.keys("enter t");
    for (keys, expected) in [
        ("1", "1"),
        ("2", "12"),
        ("up 9", "9"),
        ("up", "10"),
        ("8", "8"),
        ("down", "7"),
        ("1 1", "11"),
        ("backspace", "1"),
        ("backspace", "as"),
        ("9", "9"),
    ] {
        stage.keys(keys);
        assert_eq!(minutes(&stage), expected, "after {keys}");
    }
}

#[test]
fn minutes_are_whole_and_lie_between_one_and_720() {
    let mut stage = evening(EYES_AND_KNEE);
    stage.keys("enter t 1 down down");
    assert_eq!(minutes(&stage), "1");
    stage.keys("up backspace 7 2 0 up up");
    assert_eq!(minutes(&stage), "720");
    stage.keys("down 7 2 1");
    assert_eq!(minutes(&stage), "72", "a digit too many is none");
    stage.keys("up 0");
    assert_eq!(minutes(&stage), "73", "nor is it zero");
}

#[test]
fn filters_say_which_choice_to_take_back() {
    let mut stage = evening(EYES_AND_KNEE);
    stage.keys("f right right");
    golden("filter", &stage);
    stage.keys("down right right right");
    golden("filter-nothing", &stage);
    stage.keys("backspace esc");
    let screen = stage.screen(80, 24);
    assert!(screen.contains("in bed"), "{screen}");
}

#[test]
fn a_search_finds_areas_of_the_body() {
    let mut stage = evening(EYES_AND_KNEE);
    stage.keys("/").type_text("pelvic-floor");
    let screen = stage.screen(80, 24);
    assert!(screen.contains('›'), "{screen}");
}

#[test]
fn a_swap_in_a_routine_of_ones_own_is_overruled_after_a_yes() {
    let profile = "format = 1\nconditions = [\"pregnancy-t2\"]\n";
    let mut stage = Stage::open(
        catalog_for(profile, vec![own("mine", MINE)]),
        &Start::Before("mine".into()),
        21,
    );
    assert!(!stage.screen(80, 24).contains("~ Lying"), "it is swapped");
    stage.keys("c o");
    golden("overrule", &stage);
    stage.keys("n esc");
    assert!(words(&stage).contains("instead of"), "no is no");
    stage.keys("c o y");
    golden("overruled", &stage);
    stage.keys("esc enter").after(Duration::from_secs(1));
    let screen = stage.screen(80, 24);
    assert!(screen.contains("Lying knee roll"), "{screen}");
}

#[test]
fn rules_of_ones_own_that_are_weaker_are_counted() {
    let weaker =
        "format = 1\n\n[[rule]]\nhazard = \"supine-flat\"\nprecaution = [\"pregnancy-t2\"]\n";
    let rules = File {
        kind: FileKind::Safety,
        ..own("safety", weaker)
    };
    let mut stage = Stage::open(
        catalog_for("format = 1\nconditions = [\"pregnancy-t2\"]\n", vec![rules]),
        &Start::Home,
        21,
    );
    assert!(words(&stage).contains("1 rule of yours is weaker than ours."));
    stage.keys("enter");
    assert!(words(&stage).contains("1 rule of yours is weaker than ours."));
}

#[test]
fn rules_of_ones_own_with_an_error_do_not_hold_and_that_is_said() {
    let rules = File {
        kind: FileKind::Safety,
        ..own(
            "safety",
            "format = 1\n[[rule]]\nhazard = \"supine-flaat\"\n",
        )
    };
    let stage = Stage::open(catalog_for("format = 1\n", vec![rules]), &Start::Home, 21);
    let screen = stage.screen(120, 40);
    assert!(screen.contains("has errors: our rules apply"), "{screen}");
}

#[test]
fn a_profile_that_cannot_be_read_is_said_on_the_list() {
    let stage = evening("format = 1\nconditions = [\"glaucom\"]\n");
    let screen = stage.screen(80, 24);
    assert!(screen.contains("Your profile has errors"), "{screen}");
}

#[test]
fn what_the_profile_has_not_got_is_left_out_of_the_list_and_marked_when_it_is_shown() {
    let profile = "format = 1\nfloor = false\nequipment = [\"chair\", \"bed\", \"pillow\"]\n";
    let mut stage = evening(profile);
    stage.keys("/").type_text("beginner pilates");
    let screen = stage.screen(40, 12);
    assert!(screen.contains("Remove at least two"), "{screen}");
    stage.keys("esc f backspace down down down down backspace esc /");
    stage.type_text("beginner pilates");
    let screen = stage.screen(120, 40);
    assert!(screen.contains("You do not have: mat"), "{screen}");
}

#[test]
fn the_warning_signs_of_a_pregnancy_are_one_key_away() {
    let mut stage = evening(WEEK_30);
    stage.keys("enter w");
    golden("warning", &stage);
    let screen = stage.screen(80, 24);
    assert!(screen.contains("Vaginal bleeding"), "{screen}");
    stage.keys("esc enter");
    assert!(stage.deadline().is_some(), "it counts");
}
