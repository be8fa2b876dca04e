//! However it ends, the terminal is as it was before.

use std::process::Command;

use rustix::io::ioctl_fionread;
use rustix::process::Signal;
use rustix::termios::{Action, tcflow};

use super::{PROGRAM, counting, home, listing, paused, wait_for_whole_picture};
use crate::support::program::Home;
use crate::support::pty::{
    Pty, child_of, contained, has_ended, processor_time, signal, threads, until,
};

const CTRL_C: [u8; 1] = [3];

#[test]
fn starts_and_quits() {
    let mut pty = listing(Home::new(), &[]);
    assert!(pty.screen().alternate_screen());
    assert!(pty.screen().hide_cursor());
    assert!(pty.screen().bracketed_paste());
    assert!(pty.is_raw());
    pty.send("q");
    assert_eq!(pty.wait_for_end(), 0);
    pty.assert_clean();
}

#[test]
fn a_session_is_stopped_and_left() {
    let mut pty = counting();
    pty.send("q");
    pty.wait_for_text("Stop here?");
    pty.send("y");
    pty.wait_for("end of the session", |pty| {
        !pty.text().contains("Stop here?")
    });
    pty.send("q");
    assert_eq!(pty.wait_for_end(), 0);
    pty.assert_clean();
}

#[test]
fn ctrl_c_quits_from_everywhere() {
    let mut search = listing(Home::new(), &[]);
    search.send("/");
    let mut question = counting();
    question.send("q");
    question.wait_for_text("Stop here?");
    for mut pty in [search, question, paused()] {
        pty.send(CTRL_C);
        assert_eq!(pty.wait_for_end(), 0);
        pty.assert_clean();
    }
}

#[test]
fn ends_by_signal_with_a_clean_terminal() {
    for (number, ending) in [
        (15, Signal::TERM),
        (1, Signal::HUP),
        (2, Signal::INT),
        (3, Signal::QUIT),
    ] {
        let mut pty = counting();
        signal(pty.pid(), ending);
        assert_eq!(pty.wait_for_end(), 128 + number);
        pty.assert_clean();
    }
}

#[test]
fn whichever_signal_ends_it_the_terminal_is_given_back() {
    for name in [
        "USR1", "USR2", "ALRM", "VTALRM", "PROF", "XCPU", "IO", "ABRT", "TRAP", "SYS", "STKFLT",
        "PWR", "RTMIN", "RTMAX",
    ] {
        let mut pty = listing(Home::new(), &[]);
        let kill = format!("kill -s {name} {}", pty.pid());
        let killed = Command::new("bash").args(["-c", &kill]).status();
        assert!(killed.expect("a shell").success(), "{name}");
        assert!(pty.wait_for_end() > 128, "{name}");
        pty.assert_clean();
    }
}

#[test]
fn a_file_that_may_not_grow_is_told_and_ends_nothing() {
    let command = format!("ulimit -f 0; exec '{PROGRAM}' setup");
    let mut pty = Pty::start(Home::new(), "bash", &["-c", &command], &[]);
    pty.wait_for_text("octant");
    pty.send("2");
    pty.wait_for_text("Not remembered");
    pty.send("q");
    assert_eq!(pty.wait_for_end(), 0);
    pty.assert_clean();
}

#[test]
fn it_is_left_without_colours_also_in_the_middle_of_a_picture() {
    let mut pty = listing(Home::new(), &[("COLORTERM", "truecolor")]);
    // Nobody reads, and a picture of this size is more than the terminal holds.
    pty.resize(200, 60);
    until("full", || {
        ioctl_fionread(pty.tty()).expect("a terminal") > 3_000
    });
    signal(pty.pid(), Signal::TERM);
    assert_eq!(pty.wait_for_end_unread(), 143);
    pty.read_on();
    let shown = String::from_utf8_lossy(pty.since(0)).into_owned();
    let colour = shown.rfind("\x1b[38;").expect("a colour");
    assert!(
        shown[colour..].contains("\x1b[0m"),
        "{:?}",
        &shown[colour..]
    );
}

#[test]
fn a_flood_of_keys_does_not_hold_up_its_end() {
    let mut pty = listing(Home::new(), &[]);
    // Each opens a page or closes it, and the list is judged again.
    pty.send("x".repeat(4000));
    let begun = processor_time(pty.pid());
    until("busy", || processor_time(pty.pid()) > begun + 5);
    signal(pty.pid(), Signal::TERM);
    until("ended", || has_ended(pty.pid()));
    let used = processor_time(pty.pid()) - begun;
    assert_eq!(pty.wait_for_end(), 143);
    // All of them take a second and more.
    assert!(used < 60, "{used} hundredths of a second");
}

#[test]
fn a_terminal_that_takes_nothing_more_is_left_all_the_same() {
    let mut pty = counting();
    let theirs = pty.their_end();
    tcflow(&theirs, Action::OOff).expect("output is stopped");
    signal(pty.pid(), Signal::TERM);
    assert_eq!(pty.wait_for_end_unread(), 143);
    // Nobody else would let it go on.
    drop(theirs);
    pty.read_on();
    pty.assert_clean();
}

#[test]
fn a_signal_in_the_first_moment_leaves_a_clean_terminal() {
    for _ in 0..5 {
        let mut pty = Pty::start(home(), PROGRAM, &["play", "./hold.toml", "--now"], &[]);
        pty.wait_for("first byte", |pty| pty.mark() > 0);
        signal(pty.pid(), Signal::TERM);
        assert_eq!(pty.wait_for_end(), 143);
        pty.assert_clean();
    }
}

#[test]
fn a_closed_window_ends_it() {
    let mut pty = paused();
    pty.close();
    assert_eq!(pty.wait_for_end(), 129);
}

#[test]
fn a_window_closed_with_input_on_its_way_ends_it() {
    for round in 0..10 {
        let mut pty = counting();
        pty.send("x\x1b[A\x1b[200~pasted".repeat(1 + round));
        pty.close();
        assert_eq!(pty.wait_for_end(), 129);
    }
}

#[test]
fn a_closed_window_is_noticed_without_a_signal() {
    // Only the process that began the session is sent one, and this shell ignores it.
    let line = format!("trap '' HUP; {PROGRAM} play ./hold.toml --now; echo $? >code");
    let mut pty = Pty::start(home(), "sh", &["-c", &line], &[]);
    wait_for_whole_picture(&mut pty);
    let program = child_of(pty.pid()).expect("the program");
    pty.watch(program);
    pty.send("x\x1b[A\x1b[");
    pty.close();
    pty.wait_for_end();
    let code = std::fs::read_to_string(pty.home().path().join("code")).expect("a code");
    assert_eq!(code, "129\n");
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_gives_the_terminal_back_before_its_message() {
    let mut pty = counting();
    pty.send("\x1b[24~"); // F12
    assert_eq!(pty.wait_for_end(), 101);
    pty.assert_clean();
    let shown = String::from_utf8_lossy(pty.since(0)).into_owned();
    let left = shown.find("\x1b[?1049l").expect("the shell's screen");
    let message = shown.find("panicked at").expect("a message");
    assert!(left < message);
    pty.wait_for_text("asked for by a key");
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_in_a_side_thread_leaves_the_screen() {
    let mut pty = counting();
    pty.send("\x1b[23~"); // F11
    pty.send("T");
    // The thread of the outlet has done the next errand after it.
    let settings = pty.home().path().join(".config/supple/settings.toml");
    until("remembered", || settings.exists());
    pty.wait_for_text("Theme: ");
    pty.send(" ");
    pty.wait_for_text("PAUSED");
    assert_eq!(threads(pty.pid()), 2);
    assert_eq!(contained(pty.since(0), "panicked"), 0);
    assert_eq!(contained(pty.since(0), "\x1b[?1049l"), 0);
    pty.send(CTRL_C);
    assert_eq!(pty.wait_for_end(), 0);
    pty.assert_clean();
    assert!(pty.text().contains("a helper thread panicked at"));
}

#[test]
fn an_errand_is_done_before_the_end() {
    let mut pty = counting();
    pty.send("T");
    pty.wait_for_text("Theme: ");
    signal(pty.pid(), Signal::TERM);
    assert_eq!(pty.wait_for_end(), 143);
    let settings = pty.home().path().join(".config/supple/settings.toml");
    let settings = std::fs::read_to_string(settings).expect("settings");
    assert!(settings.contains("theme"), "{settings}");
}

#[test]
fn an_errand_that_fails_is_told() {
    let home = home();
    home.write(".config/supple/settings.toml/in-the-way", "");
    let mut pty = Pty::start(home, PROGRAM, &["play", "./hold.toml", "--now"], &[]);
    pty.wait_for_text(" left");
    pty.send("T");
    pty.wait_for_text("Not remembered: ");
}
