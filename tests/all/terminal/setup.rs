//! What the terminal can show, picked and remembered.

use std::fs;

use super::{PROGRAM, listing};
use crate::support::program::Home;
use crate::support::pty::Pty;

#[test]
fn what_is_picked_is_written_and_read_again() {
    let home = Home::new();
    let elsewhere = home.write("dotfiles/settings.toml", "# mine\ntheme = 'dusk' # warm\n");
    let link = home.path().join(".config/supple/settings.toml");
    fs::create_dir_all(link.parent().expect("a folder")).expect("made");
    std::os::unix::fs::symlink(&elsewhere, &link).expect("a link");
    let mut pty = Pty::start(home, PROGRAM, &["setup"], &[]);
    pty.wait_for_text("› 7 auto: Braille");
    pty.send("6mT");
    pty.wait_for_text("theme: night");
    pty.send("\r");
    assert_eq!(pty.wait_for_end(), 0);
    pty.assert_clean();
    assert_eq!(
        fs::read_to_string(&elsewhere).expect("it is there"),
        "# mine\ntheme = \"night\" # warm\nglyphs = \"ascii\"\nreduced_motion = true\n"
    );
    assert!(fs::symlink_metadata(&link).expect("a link").is_symlink());
}

#[test]
fn a_file_with_a_mistake_is_kept() {
    let home = Home::new();
    let twice = "theme = \"dusk\"\ntheme = \"mono\"\n";
    let path = home.write(".config/supple/settings.toml", twice);
    let mut pty = listing(home, &[]);
    pty.send("S5");
    pty.wait_for_text("Not remembered: settings.toml, line 2: `theme` is defined twice.");
    pty.wait_for_text("› 5 half blocks");
    assert_eq!(fs::read_to_string(path).expect("it is there"), twice);
}

#[test]
fn without_a_terminal_it_says_so() {
    let home = Home::new();
    let ran = home.run(&["setup"]);
    assert_eq!(ran.code, Some(2));
    assert_eq!(ran.out, "");
    assert_eq!(
        ran.err,
        "error: `supple setup` shows what a terminal can draw, and needs one\n\
         help: run it in a terminal, or write ~/.config/supple/settings.toml by hand\n"
    );
    let ran = home.run(&["setup", "--theme", "nihgt"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("night"), "{}", ran.err);
}

/// A terminal that does not know a character may drop it: what is drawn right of it must not move.
#[test]
fn behind_characters_that_are_new_the_place_is_said_again() {
    let mut pty = Pty::start(Home::new(), PROGRAM, &["setup"], &[]);
    pty.wait_for_text("Enter close");
    let is_new = |letter| matches!(letter, '\u{1cc00}'..='\u{1cebf}' | '\u{1fb00}'..='\u{1fbff}');
    let shown = String::from_utf8_lossy(pty.since(0)).into_owned();
    assert!(shown.contains(is_new), "there are none");
    // Where the cursor is, nobody knows.
    let mut is_lost = false;
    let mut letters = shown.chars();
    while let Some(letter) = letters.next() {
        if letter == '\x1b' {
            let end = letters.find(char::is_ascii_alphabetic);
            is_lost &= end != Some('H');
        } else {
            assert!(!is_lost || is_new(letter), "{letter:?} is placed by guess");
            is_lost = is_new(letter);
        }
    }
}
