//! The parts of a repetition and of a breath as the player shows them.

use std::time::Duration;

use crate::support::stage::playing_for;

const ROUTINE: &str = r#"
format = 1
title = "Bridge"
discipline = "strength"

[[step]]
exercise = "shoulder-bridge"
reps = 3
hold = "5s"
tempo = { out = 2, back = 2, rest = 1 }
prepare = "20s"

[[step]]
name = "Four seven eight"
breaths = 2
breath = { in = 4, hold = 7, out = 8 }
prepare = "20s"
position = "supine"
"#;

/// The screen so many seconds after the start.
fn screen(seconds: f64) -> String {
    let mut stage = playing_for(&[], ROUTINE);
    stage.after(Duration::from_secs_f64(seconds));
    stage.screen(80, 24)
}

/// The columns of the figure.
fn figure(screen: &str) -> Vec<String> {
    let lines = screen.lines().skip(2).take(14);
    lines.map(|line| line.chars().take(32).collect()).collect()
}

#[test]
fn the_state_says_what_to_do_of_a_held_repetition() {
    let words = [
        (1.0, "GET READY · 3 times, hold 5 s"),
        (20.5, "GO · hold 5 s"),
        (23.0, "HOLD · for 5 s"),
        (27.5, "LET GO · hold 5 s"),
        (29.5, "PAUSE · hold 5 s"),
        (31.0, "GO · hold 5 s"),
    ];
    for (seconds, words) in words {
        let screen = screen(seconds);
        assert!(screen.contains(words), "{seconds}:\n{screen}");
    }
}

#[test]
fn a_screen_of_one_line_says_it_too() {
    for (seconds, words) in [
        (1.0, "ready 0:19"),
        (20.5, "go 0:30"),
        (23.0, "hold 0:27"),
        (27.5, "let go 0:23"),
        (29.5, "pause 0:21"),
    ] {
        let mut stage = playing_for(&[], ROUTINE);
        stage.after(Duration::from_secs_f64(seconds));
        for (width, height) in [(15, 3), (40, 2)] {
            let screen = stage.screen(width, height);
            assert!(
                screen.trim_start().starts_with(words),
                "{seconds}:\n{screen}"
            );
        }
    }
}

#[test]
fn a_small_screen_says_it_too() {
    for (width, height) in [(16, 3), (20, 4), (20, 5), (30, 6)] {
        let mut stage = playing_for(&[], ROUTINE);
        stage.after(Duration::from_secs_f64(23.0));
        let screen = stage.screen(width, height);
        assert!(screen.to_lowercase().contains("hold"), "{screen}");
    }
}

#[test]
fn the_figure_goes_out_stays_and_comes_back_with_the_repetition() {
    let at = |seconds| figure(&screen(seconds));
    let held = at(22.5);
    assert_eq!(at(24.0), held);
    assert_eq!(at(26.8), held);
    let first = at(29.3);
    assert_eq!(at(29.8), first);
    assert_ne!(first, held);
    for on_the_way in [21.0, 28.0] {
        assert_ne!(at(on_the_way), held, "{on_the_way}");
        assert_ne!(at(on_the_way), first, "{on_the_way}");
    }
}

#[test]
fn the_bar_shows_the_parts_of_a_breath() {
    let begins = 20.0 + 3.0 * 10.0 + 20.0;
    for (after, words) in [
        (2.0, "breathe in "),
        (7.0, "hold       "),
        (13.0, "breathe out"),
    ] {
        let screen = screen(begins + after);
        assert!(screen.contains("BREATHE · 19 s each"), "{screen}");
        assert!(screen.contains(words), "{after}:\n{screen}");
    }
}

#[test]
fn a_figure_that_is_drawn_there_first_begins_at_its_base() {
    let routine = r#"
format = 1
title = "Lift"
discipline = "strength"

[[step]]
exercise = "hip-abduction-standing"
side = "right"
reps = 2
hold = "4s"
tempo = { out = 2, back = 2, rest = 2 }
prepare = "20s"
"#;
    let mut stage = playing_for(&[], routine);
    let mut at = |seconds: f64| {
        stage.after(Duration::from_secs_f64(seconds));
        figure(&stage.screen(80, 24))
    };
    // The first keyframe is shown before the start.
    let lifted = at(19.5);
    let held = at(4.0);
    let back = at(5.5);
    assert_eq!(lifted, held);
    assert_ne!(held, back);
}
