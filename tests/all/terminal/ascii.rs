//! On a terminal without UTF-8 nothing above ASCII is sent.

use super::{PROGRAM, listing};
use crate::support::program::Home;
use crate::support::pty::{Pty, contained};

const FOREIGN: &str = "format = 1\ntitle = \"Jóga é bom — 伸展\"\ndiscipline = \"yoga\"\n\
    about = \"Füße… ‘hoch’\"\n[[step]]\nname = \"Подними “ногу”\"\nhold = \"20s\"\n";

/// What is there besides ASCII.
fn above(shown: &[u8]) -> String {
    let shown = String::from_utf8_lossy(shown);
    shown.chars().filter(|letter| !letter.is_ascii()).collect()
}

#[test]
fn nothing_above_ascii_is_sent_to_it() {
    for environment in [
        [("LC_ALL", "C"), ("COLORTERM", "truecolor")],
        [("TERM", "linux"), ("LC_ALL", "C.UTF-8")],
        [("LANG", ""), ("TERM", "vt100")],
    ] {
        let home = Home::new();
        home.own("fremd.toml", FOREIGN);
        let mut pty = listing(home, &environment);
        pty.wait_for_text("/ search");
        pty.send("/joga");
        pty.wait_for_text("Joga e bom - ????");
        pty.send("\r");
        pty.wait_for_text("Fuse~ 'hoch'");
        pty.send("\r");
        pty.wait_for_text("Right next");
        pty.send("z");
        pty.wait_for_text("####");
        pty.send("z?");
        pty.wait_for_text("While playing");
        pty.send([b'q', 3]);
        assert_eq!(pty.wait_for_end(), 0);
        assert_eq!(above(pty.since(0)), "", "{environment:?}");
    }
}

#[test]
fn a_console_is_sent_no_colours_that_it_does_not_know() {
    let home = Home::new();
    // At night the theme is another one.
    home.write(".config/supple/settings.toml", "theme = \"dusk\"\n");
    let mut pty = listing(home, &[("TERM", "linux")]);
    pty.wait_for_text("search");
    let shown = String::from_utf8_lossy(pty.since(0)).into_owned();
    assert!(
        !shown.contains("[38;") && !shown.contains("[48;"),
        "{shown:?}"
    );
    assert!(shown.contains("\x1b[37m"), "{shown:?}");
}

#[test]
fn setup_says_what_the_terminal_shows() {
    let mut pty = Pty::start(Home::new(), PROGRAM, &["setup"], &[("LC_ALL", "C")]);
    pty.wait_for_text("> 7 auto: ASCII");
    pty.send("2");
    pty.wait_for_text("> 2 octant");
    pty.send("\r");
    assert_eq!(pty.wait_for_end(), 0);
    assert_eq!(above(pty.since(0)), "");
}

/// What a command prints on such a terminal, to its end.
fn printed(arguments: &[&str]) -> String {
    let home = Home::new();
    home.own("fremd.toml", FOREIGN);
    let environment = [("LC_ALL", "C"), ("NO_COLOR", "1")];
    let mut pty = Pty::start(home, PROGRAM, arguments, &environment);
    pty.wait_for_end();
    String::from_utf8_lossy(pty.since(0)).into_owned()
}

#[test]
fn what_is_printed_there_is_ascii_too() {
    for arguments in [
        ["list", "--id=fremd"].as_slice(),
        &["show", "fremd"],
        &["rehearse", "fremd"],
        &["check"],
        &["figure", "calf-raise"],
        &["play", "fremdé"],
    ] {
        let shown = printed(arguments);
        assert!(!shown.trim().is_empty(), "{arguments:?}");
        assert_eq!(above(shown.as_bytes()), "", "{arguments:?}");
    }
    let shown = printed(&["show", "fremd"]);
    assert!(shown.contains("Joga e bom - ????"), "{shown}");
    // A file is left as it is, and so is what was asked for.
    for arguments in [
        ["show", "fremd", "--toml"],
        ["figure", "calf-raise", "--glyphs=octant"],
    ] {
        assert_ne!(above(printed(&arguments).as_bytes()), "", "{arguments:?}");
    }
}

#[test]
fn in_a_pipe_it_stays_what_it_is() {
    let home = Home::new();
    home.own("fremd.toml", FOREIGN);
    let run = |arguments: &[&str]| {
        let mut command = home.supple(arguments);
        let ran = command
            .env("LC_ALL", "C")
            .output()
            .expect("the program runs");
        String::from_utf8_lossy(&ran.stdout).into_owned()
    };
    assert!(run(&["show", "fremd"]).contains("Jóga é bom — 伸展"));
    assert!(run(&["figure", "calf-raise"]).contains('⣿'));
}

#[test]
fn lines_are_played_in_ascii_too() {
    let home = Home::new();
    home.own("fremd.toml", FOREIGN);
    let arguments = ["play", "fremd", "--plain"];
    let mut pty = Pty::start(home, PROGRAM, &arguments, &[("LC_ALL", "C")]);
    pty.wait_for_text("First: ??????? \"????\"");
    pty.send("q\n");
    pty.wait_for_end();
    assert_eq!(above(pty.since(0)), "");
}

#[test]
fn what_is_printed_to_it_is_in_ascii_also_for_programs() {
    for arguments in [
        "list --json",
        "show fremd --json",
        "rehearse fremd --json",
        "show fremd",
    ] {
        let home = Home::new();
        home.own("fremd.toml", FOREIGN);
        let arguments: Vec<&str> = arguments.split(' ').collect();
        let mut pty = Pty::start(home, PROGRAM, &arguments, &[("LC_ALL", "C")]);
        assert_eq!(pty.wait_for_end(), 0);
        assert!(contained(pty.since(0), "fremd") > 0 || contained(pty.since(0), "Joga") > 0);
        assert_eq!(above(pty.since(0)), "", "{arguments:?}");
    }
}
