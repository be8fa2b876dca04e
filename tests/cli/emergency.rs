//! When to call for help stands large, at full contrast, with the number of the place where the person lives.

use ratatui::style::{Color, Modifier};
use supple::tui::app::Start;

use super::program::Home;
use super::screens::golden;
use super::stage::{Stage, shelf_for};

const NUMBER: &str = "emergency-number = \"112\"\n";

/// Chest pain is said, and a routine is opened.
fn stopped(profile: &str) -> Stage {
    let mut stage = Stage::open(shelf_for(profile, Vec::new()), &Start::Home, 22);
    stage
        .keys("/")
        .type_text("chest pain")
        .keys("enter space esc esc enter");
    stage
}

#[test]
fn a_call_stands_large() {
    golden("emergency", &stopped(""));
    golden("emergency-number", &stopped(NUMBER));
    golden(
        "emergency-long-number",
        &stopped("emergency-number = \"+44 20 7946 0000\"\n"),
    );
}

#[test]
fn a_call_has_full_contrast_in_every_theme() {
    for theme in 0..6 {
        let mut stage = stopped(NUMBER);
        for _ in 0..theme {
            stage.keys("T");
        }
        let buffer = stage.buffer(80, 24);
        let cells = buffer
            .content()
            .iter()
            .filter(|cell| cell.symbol().contains(['█', '▀', '▄']));
        let mut seen = 0;
        for cell in cells {
            seen += 1;
            let is_bare = (cell.fg, cell.bg) == (Color::Reset, Color::Reset);
            let is_white = (cell.fg, cell.bg) == (Color::Rgb(255, 255, 255), Color::Rgb(0, 0, 0));
            assert!(is_bare || is_white, "{theme}: {cell:?}");
            assert!(cell.modifier.contains(Modifier::BOLD), "{theme}: {cell:?}");
        }
        assert!(seen > 50, "{theme}: {seen}");
    }
}

#[test]
fn signs_name_the_number_of_the_place() {
    let mut stage = Stage::open(
        shelf_for(NUMBER, Vec::new()),
        &Start::Playing("bedtime-stretch-10".into(), 0),
        22,
    );
    stage.keys("h s");
    golden("emergency-signs", &stage);
    let screen = stage.screen(40, 40);
    assert!(
        screen.contains("CALL 112 NOW.") || screen.contains('█'),
        "{screen}"
    );
    assert!(!screen.contains("911"), "{screen}");
}

#[test]
fn lines_and_commands_name_it_too() {
    let home = Home::new();
    home.write(
        ".config/supple/profile.toml",
        "conditions = [\"eye-pain-or-vision-loss\"]\nemergency-number = 112\n",
    );
    let said = "Sudden loss of sight: emergency number (112) now.";
    for arguments in [
        &["play", "walk-easy-10", "--plain"][..],
        &["rehearse", "walk-easy-10"],
        &["show", "walk-easy-10"],
    ] {
        let ran = home.run(arguments);
        let all = format!("{}{}", ran.out, ran.err);
        let words = all.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(said), "{arguments:?}: {words}");
    }
}

#[test]
fn what_follows_from_what_somebody_has_is_not_said_to_have_been_said() {
    let profile = "due = 2027-03-02\nconditions = [\"hypertension-uncontrolled\"]\n";
    let mut stage = Stage::open(shelf_for(profile, Vec::new()), &Start::Home, 22);
    stage.keys("enter");
    let screen = stage.screen(80, 24);
    let words = screen.split_whitespace().collect::<Vec<_>>().join(" ");
    let have = "You have: pregnant, second trimester; high blood pressure, not under control.";
    assert!(
        words.contains(have) && !words.contains("You said"),
        "{screen}"
    );
}
