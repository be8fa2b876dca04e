//! The line of text that is typed: in the form of the profile and in the search, on wide and narrow screens.

use supple::plan::profile::own::{Content, ProfileFile};
use supple::tui::message::{Msg, Reply};

use crate::support::stage::Stage;

/// The form of a new profile, at a question that is typed.
fn form(question: &str) -> Stage {
    let mut stage = Stage::home();
    stage.keys("p");
    stage.effects.clear();
    stage.tell(Msg::Reply(Reply::Profile(Box::new(ProfileFile {
        path: "~/.config/supple/profile.toml".to_owned(),
        content: Content::Missing,
        exposed: None,
    }))));
    stage.keys("home");
    for _ in 0..120 {
        if selected(&stage, 120).contains(question) {
            return stage;
        }
        stage.keys("down");
    }
    panic!("no line {question}");
}

/// The selected line of the form.
fn selected(stage: &Stage, width: u16) -> String {
    let screen = stage.screen(width, 40);
    let line = screen
        .lines()
        .find(|line| line.trim_start().starts_with('›'));
    line.expect("a line is selected").to_owned()
}

/// The line of the list in which the search is typed.
fn search(stage: &Stage, width: u16) -> String {
    let screen = stage.screen(width, 24);
    let mut lines = screen.lines().map(str::trim);
    lines
        .find(|line| line.starts_with("/ "))
        .expect("a search")
        .to_owned()
}

#[test]
fn each_key_of_an_answer_does_what_it_says() {
    for (keys, shown) in [
        ("", "0800▏"),
        ("left", "080▏0"),
        ("left left left left left", "▏0800"),
        ("home right", "0▏800"),
        ("home end", "0800▏"),
        ("backspace", "080▏"),
        ("left backspace", "08▏0"),
        ("home delete", "▏800"),
        ("delete", "0800▏"),
        ("left ctrl+u", "▏"),
        ("home 1", "1▏0800"),
        ("left left 7 7", "0877▏00"),
    ] {
        let mut stage = form("Emergency number");
        stage.keys("enter").type_text("0800").keys(keys);
        for width in [120, 20] {
            let line = selected(&stage, width);
            assert!(line.contains(shown), "{keys} at {width}: {line}");
        }
    }
}

#[test]
fn arrows_move_between_the_questions_where_nothing_is_typed() {
    let mut stage = form("Due date");
    stage.type_text("2027").keys("left left enter");
    assert!(selected(&stage, 120).contains("2027"), "the answer stays");
    assert!(!selected(&stage, 120).contains('▏'), "its cursor is gone");
    stage.keys("home");
    assert!(!selected(&stage, 120).contains("Due date"));
}

#[test]
fn dividers_come_by_themselves_at_the_end_alone() {
    let mut stage = form("Due date");
    stage.type_text("20270302");
    assert!(selected(&stage, 120).contains("2027-03-02▏"));
    stage.keys("home right right right delete").type_text("8");
    assert!(selected(&stage, 120).contains("2028▏-03-02"));
    // Digits of another script are digits.
    stage.keys("end backspace").type_text("٥");
    assert!(selected(&stage, 120).contains("2028-03-05▏"));
}

#[test]
fn a_paste_goes_where_the_cursor_stands() {
    let mut stage = form("Emergency number");
    stage.keys("enter").type_text("09").keys("left");
    stage.tell(Msg::Paste(" 1\u{1b}2 ".into()));
    assert!(selected(&stage, 120).contains("01\u{fffd}2▏9"));
    let mut stage = Stage::home();
    stage.keys("/").type_text("ab").keys("left");
    stage.tell(Msg::Paste("x\ny".into()));
    assert_eq!(search(&stage, 40), "/ ax\u{fffd}y▏b");
}

#[test]
fn each_key_of_the_search_does_what_it_says() {
    for (keys, shown) in [
        ("", "/ zzqq▏"),
        ("left", "/ zzq▏q"),
        ("home", "/ ▏zzqq"),
        ("home right right", "/ zz▏qq"),
        ("home end", "/ zzqq▏"),
        ("left backspace", "/ zz▏q"),
        ("left left delete", "/ zz▏q"),
        ("left ctrl+u", "/ ▏"),
        ("home q", "/ q▏zzqq"),
    ] {
        let mut stage = Stage::home();
        stage.keys("/").type_text("zzqq").keys(keys);
        for width in [120, 20] {
            let line = search(&stage, width);
            assert!(line.starts_with(shown), "{keys} at {width}: {line}");
        }
    }
}

#[test]
fn a_moved_cursor_leaves_what_was_found_selected() {
    let mut stage = Stage::home();
    stage.keys("/").type_text("knee").keys("down");
    let before = selected(&stage, 60);
    stage.keys("left home end right delete");
    assert_eq!(selected(&stage, 60), before);
    stage.keys("backspace");
    assert_ne!(search(&stage, 60), "/ knee▏");
}

#[test]
fn a_long_search_shows_its_cursor_and_where_it_is_cut() {
    let mut stage = Stage::home();
    stage.keys("/").type_text("zz yy xx ww vv uu tt");
    assert_eq!(search(&stage, 20), "/ …y xx ww vv uu tt▏");
    stage.keys("home");
    assert_eq!(search(&stage, 20), "/ ▏zz yy xx ww vv u…");
    // Wide letters take two columns; what was found leaves room for the cursor.
    stage.keys("ctrl+u").type_text("伸展伸展伸展伸展伸展");
    let line = search(&stage, 20);
    // The second column of a wide letter is a blank here.
    assert!(line.ends_with("展 ▏"), "{line}");
    stage.keys("ctrl+u").type_text("???");
    let line = search(&stage, 20);
    assert!(line.starts_with("/ ???▏"), "{line}");
}
