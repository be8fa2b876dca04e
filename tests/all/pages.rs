//! Pages that do not fit, what stands at their feet, and what is asked and said in passing.

use std::time::Duration;

use supple::tui::app::Start;
use supple::tui::message::{Msg, Reply};
use supple::words::failure::{Failure, NotSaved};

use crate::support::stage::{Stage, catalog, catalog_for, own};

/// On the floor to its end.
const FLOOR: &str = "format = 1\ntitle = \"Low\"\ndiscipline = \"yoga\"\n\
                     [[step]]\nexercise = \"childs-pose\"\n[[step]]\nexercise = \"childs-pose\"\n";

fn words(screen: &str) -> String {
    screen.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn played(text: &str) -> Stage {
    let catalog = catalog(vec![own("mine", text)]);
    Stage::open(catalog, &Start::Playing("mine".into(), 0), 15)
}

/// All that is seen of a page from its top to its end, and whether every screen but the last says that there is more.
fn read_to_the_end(stage: &mut Stage, (width, height): (u16, u16)) -> String {
    let mut seen = String::new();
    for _ in 0..1000 {
        let screen = stage.screen(width, height);
        seen += &screen;
        if !screen.contains('↓') {
            return seen;
        }
        stage.keys("down");
    }
    panic!("it has no end: {}", stage.screen(width, height));
}

#[test]
fn what_is_said_after_a_session_can_be_read_whole() {
    for size in [(80, 24), (40, 12), (20, 5)] {
        let mut stage = played(FLOOR);
        stage.after(Duration::from_secs(20)).keys("h enter q y");
        let top = stage.screen(size.0, size.1);
        let way_back = stage.screen(80, 24);
        assert!(way_back.contains("way back from the floor"), "{way_back}");
        let whole = read_to_the_end(&mut stage, size);
        assert!(whole.contains("Hurt"), "{whole}");
        let first = words(&top);
        let back = first.find("The way back");
        let count = first.find("of 2 steps").unwrap_or(usize::MAX);
        assert!(back.is_some_and(|back| back < count), "{top}");
    }
}

#[test]
fn whoever_stops_on_the_floor_is_told_the_way_back() {
    let then_standing = "format = 1\ntitle = \"Up\"\ndiscipline = \"yoga\"\n\
                         [[step]]\nexercise = \"march-on-spot\"\n\
                         [[step]]\nexercise = \"childs-pose\"\n\
                         [[step]]\nexercise = \"march-on-spot\"\n";
    // Each step is got ready for, and then done.
    for (nexts, is_low) in [(1, false), (2, true), (3, true), (4, true), (5, false)] {
        let mut stage = played(then_standing);
        for _ in 0..nexts {
            stage.keys("right");
        }
        stage.keys("q y");
        let screen = stage.screen(80, 24);
        assert!(screen.contains("Stopped here."), "{screen}");
        assert_eq!(screen.contains("way back"), is_low, "{nexts}: {screen}");
    }
}

#[test]
fn every_page_that_is_cut_says_so() {
    let profile = "conditions = [\"glaucoma\", \"knee-pain\", \"osteoporosis\"]\n";
    for size in [(80, 24), (40, 12), (20, 5), (20, 3)] {
        for keys in [
            "?",
            "x",
            "enter",
            "enter w",
            "enter c",
            "x down down down down space esc",
        ] {
            let mut stage = Stage::open(catalog_for(profile, Vec::new()), &Start::Home, 22);
            stage.keys(keys);
            let tall = words(&stage.screen(size.0, 300));
            let screen = stage.screen(size.0, size.1);
            let last = tall.split(' ').rev().nth(30).unwrap_or_default();
            let is_cut = !words(&screen).contains(last) && tall.split(' ').count() > 60;
            assert!(
                !is_cut || screen.contains('↓'),
                "{keys} {size:?}:\n{screen}"
            );
        }
    }
}

#[test]
fn the_form_and_the_panel_say_that_they_go_on() {
    let profile = "conditions = [\"glaucoma\"]\n";
    let mut stage = Stage::open(catalog_for(profile, Vec::new()), &Start::Home, 22);
    stage.tell(Msg::Reply(Reply::Profile(Box::new(
        supple::plan::profile::own::ProfileFile {
            path: "~/.config/supple/profile.toml".to_owned(),
            content: supple::plan::profile::own::Content::Text(profile.to_owned()),
            exposed: None,
        },
    ))));
    for (width, height) in [(80, 24), (40, 12), (20, 5)] {
        let screen = stage.screen(width, height);
        assert!(screen.contains('↓'), "{screen}");
    }
    stage.keys("end");
    assert!(
        !stage.screen(80, 24).contains('↓'),
        "{}",
        stage.screen(80, 24)
    );
}

#[test]
fn on_a_low_screen_what_to_do_comes_before_why() {
    let profile = "due = 2027-03-02\nconditions = [\"hypertension-uncontrolled\"]\n";
    let mut stage = Stage::open(catalog_for(profile, Vec::new()), &Start::Home, 22);
    stage.keys("enter");
    let low = stage.screen(20, 5);
    assert!(!low.contains("About you"), "{low}");
    assert!(low.contains('↓'), "{low}");
    let whole = read_to_the_end(&mut stage, (20, 5));
    assert!(whole.contains("About you"), "{whole}");
}

#[test]
fn the_panel_of_the_list_names_the_number() {
    let profile = "emergency-number = \"112\"\nconditions = [\"eye-pain-or-vision-loss\"]\n";
    let stage = Stage::open(catalog_for(profile, Vec::new()), &Start::Home, 22);
    let screen = words(&stage.screen(120, 40));
    assert!(screen.contains("(112)"), "{screen}");
}

#[test]
fn where_nothing_was_changed_no_key_shows_changes() {
    let mut stage = Stage::open(
        catalog(Vec::new()),
        &Start::Before("bedtime-stretch-10".into()),
        22,
    );
    let before = stage.screen(120, 40);
    assert!(!before.contains("c changes"), "{before}");
    stage.keys("c");
    let page = stage.screen(80, 24);
    assert!(page.contains("No changes"), "{page}");
    assert!(!page.contains("keep anyway"), "{page}");
    let profile = "conditions = [\"glaucoma\", \"knee-pain\", \"falls-risk\"]\n";
    let catalog = catalog_for(profile, Vec::new());
    let mut stage = Stage::open(catalog, &Start::Before("yoga-rls-gentle-20".into()), 22);
    let before = stage.screen(120, 40);
    assert!(before.contains("c changes"), "{before}");
    stage.keys("c");
    let page = stage.screen(20, 40);
    assert!(!stage.screen(80, 24).contains("keep anyway"), "{page}");
    assert_eq!(page.matches('›').count(), 1, "{page}");
}

#[test]
fn only_y_stops() {
    for key in ["enter", "space", "n", "esc", "q"] {
        let mut stage = played(FLOOR);
        stage.keys("q").keys(key);
        let screen = stage.screen(80, 24);
        assert!(!screen.contains("Stop here?"), "{key}: {screen}");
        assert!(screen.contains("q, then y to stop"), "{key}: {screen}");
        assert!(stage.deadline().is_some(), "{key}: it goes on");
    }
    for (width, height) in [(80, 24), (40, 12), (20, 5), (20, 1)] {
        for (key, words) in [
            ("q", ["Stop here?", "stop?"]),
            ("r", ["beginning?", "again?"]),
        ] {
            let mut stage = played(FLOOR);
            stage.keys(key);
            let screen = stage.screen(width, height);
            let last = screen.lines().rev().find(|line| !line.is_empty());
            let last = last.unwrap_or_default();
            // Both answers say what they do.
            let answers = [("›n go on", "y "), ("›n no", "y yes")];
            let said = answers
                .iter()
                .any(|(no, yes)| last.contains(no) && last.contains(yes));
            let asked = words.iter().any(|words| last.contains(words));
            assert!(said && asked, "{key} at {width}x{height}: {screen}");
        }
    }
    let mut stage = played(FLOOR);
    stage.keys("q y");
    assert!(stage.screen(80, 24).contains("Stopped here."));
}

#[test]
fn what_is_said_in_passing_goes_with_the_next_key() {
    let mut stage = Stage::home();
    stage.tell(Msg::Reply(Reply::ProfileSaved));
    assert!(stage.screen(80, 24).contains("Saved."));
    stage.keys("down");
    let screen = stage.screen(80, 24);
    assert!(
        !screen.contains("Saved.") && screen.contains("Enter play"),
        "{screen}"
    );
    // What is said nowhere else can be read.
    let mut stage = Stage::open(
        catalog_for("conditions = [\"xyzzy\"]\n", vec![own("mine", FLOOR)]),
        &Start::Playing("mine".into(), 0),
        22,
    );
    stage.keys("space");
    let screen = stage.screen(80, 24);
    assert!(screen.contains("Not checked"), "{screen}");
}

#[test]
fn the_footers_show_what_matters_first() {
    let stage = Stage::home();
    for (width, height, keys) in [
        (
            80,
            24,
            &[
                "play",
                "search",
                "x new today?",
                "night",
                "p about you",
                "? help",
            ][..],
        ),
        (40, 12, &["play", "search", "x new today?"]),
    ] {
        let screen = stage.screen(width, height);
        for key in keys {
            assert!(screen.contains(key), "{key}: {screen}");
        }
    }
    let before = Stage::open(
        catalog(Vec::new()),
        &Start::Before("bedtime-stretch-10".into()),
        22,
    );
    let screen = before.screen(40, 12);
    assert!(screen.contains("x new today?"), "{screen}");
}

#[test]
fn the_help_of_the_list_explains_its_marks() {
    let mut stage = Stage::home();
    stage.keys("?");
    for width in [80, 40, 20] {
        let screen = stage.screen(width, 90);
        let list = screen.split("Search").next().unwrap_or_default();
        let list = words(list);
        for means in [
            "Marks in the list ~ changed for you",
            "! on a step: take care",
            "? not fully checked",
            "Not checked in your profile",
        ] {
            assert!(list.contains(means), "{means}: {screen}");
        }
    }
}

#[test]
fn the_list_says_for_whom_it_is_in_words_that_read() {
    let profile = "due = 2027-03-02\nconditions = [\"glaucoma\"]\n";
    let stage = Stage::open(catalog_for(profile, Vec::new()), &Start::Home, 22);
    let screen = stage.screen(120, 40);
    assert!(screen.contains("supple  you: "), "{screen}");
    assert!(!screen.contains("for pregnant"), "{screen}");
}

#[test]
fn what_is_said_in_passing_ends_by_itself_after_six_seconds() {
    let mut stage = Stage::home();
    stage.tell(Msg::Reply(Reply::Failed(Failure::Profile(
        NotSaved::NoSpace,
    ))));
    assert_eq!(stage.next_wake(), Some(Duration::from_secs(6)));
    stage.after(Duration::from_millis(5_999));
    assert!(stage.screen(80, 24).contains("no space left on the disk"));
    stage.after(Duration::from_millis(1));
    assert!(!stage.screen(80, 24).contains("no space left on the disk"));
    assert_eq!(stage.next_wake(), None, "nothing is left to wait for");
}

#[test]
fn a_notice_ends_by_itself_after_four_seconds_also_while_paused() {
    let notice = "no harder variant";
    for keys in ["E", "space E"] {
        let mut stage = played(FLOOR);
        stage.after(Duration::from_secs(1)).keys(keys);
        if keys.contains("space") {
            // Nothing else would wake it to take the notice away.
            assert_eq!(stage.next_wake(), Some(Duration::from_secs(5)));
        }
        stage.after(Duration::from_millis(3_999));
        let screen = stage.screen(80, 24);
        assert!(screen.contains(notice), "{keys}: {screen}");
        stage.after(Duration::from_millis(1));
        let screen = stage.screen(80, 24);
        assert!(!screen.contains(notice), "{keys}: {screen}");
        assert_eq!(stage.next_wake().is_none(), keys.contains("space"));
    }
}

/// The times of day that a screen names as the end.
fn ends(screen: &str) -> Option<&str> {
    let (_, time) = screen.split_once("ends ")?;
    time.get(..5)
}

#[test]
fn the_end_is_named_to_the_minute_before_the_start_and_while_it_plays() {
    let hold = |seconds: u32| {
        format!(
            "format = 1\ntitle = \"Hold\"\ndiscipline = \"yoga\"\n[[step]]\nname = \"Hold\"\nhold = {seconds}\nprepare = 0\n"
        )
    };
    // It opens at half past ten.
    for (seconds, end) in [
        (60, "22:31"),
        (119, "22:31"),
        (120, "22:32"),
        (5400, "00:00"),
    ] {
        let files = || catalog(vec![own("mine", &hold(seconds))]);
        let before = Stage::open(files(), &Start::Before("mine".into()), 22);
        assert_eq!(ends(&before.screen(80, 24)), Some(end), "{seconds}");
        let mut playing = Stage::open(files(), &Start::Playing("mine".into(), 0), 22);
        assert_eq!(ends(&playing.screen(80, 24)), Some(end), "{seconds}");
        playing.after(Duration::from_secs(30)).keys("space");
        assert_eq!(ends(&playing.screen(80, 24)), None, "paused, nobody knows");
        playing.after(Duration::from_secs(60)).keys("enter");
        playing.after(Duration::from_secs(3));
        let later = 22 * 3600 + 30 * 60 + seconds + 63;
        let later = format!("{:02}:{:02}", later / 3600 % 24, later / 60 % 60);
        assert_eq!(ends(&playing.screen(80, 24)), Some(later.as_str()));
    }
}
