//! What is on the screen: in every size, without colours, on a terminal that does not read, and what it costs.

use std::fs;

use rustix::process::Signal;

use super::{counting, listing, paused, wait_for_count, wait_for_whole_picture};
use crate::support::program::Home;
use crate::support::pty::{contained, signal, state, until, wake_ups};

#[test]
fn any_size_will_do() {
    let mut pty = paused();
    for (columns, rows, shown) in [
        (10, 3, ":"),
        (1, 1, "…"),
        (200, 50, "Hold still"),
        (80, 24, "Hold still"),
    ] {
        // The emulator cuts its own picture: wait for a new one.
        let mark = pty.mark();
        pty.resize(columns, rows);
        pty.wait_for("new picture", |pty| {
            contained(pty.since(mark), "\x1b[2J") > 0 && pty.text().contains(shown)
        });
    }
    wait_for_whole_picture(&mut pty);
    pty.send([3]);
    assert_eq!(pty.wait_for_end(), 0);
    pty.assert_clean();
}

#[test]
fn of_a_terminal_that_claims_any_size_no_more_is_painted_than_fits_into_memory() {
    let mut pty = paused();
    for (columns, rows) in [(30_000, 30_000), (65_535, 65_535), (65_535, 1), (1, 65_535)] {
        let mark = pty.mark();
        pty.claim(columns, rows);
        pty.wait_for("a picture of that size", |pty| {
            contained(pty.since(mark), "\x1b[2J") > 0
        });
    }
    let pages = fs::read_to_string(format!("/proc/{}/statm", pty.pid())).expect("its memory");
    let resident: u64 = pages
        .split(' ')
        .nth(1)
        .and_then(|pages| pages.parse().ok())
        .expect("pages");
    assert!(resident * 4096 < 100 << 20, "{resident} pages");
    pty.resize(80, 24);
    pty.wait_for_text("PAUSED");
    pty.send("q");
    pty.wait_for_text("Stop here?");
}

#[test]
fn a_terminal_that_knows_no_size_is_drawn_on() {
    let mut pty = paused();
    let mark = pty.mark();
    pty.resize(0, 0);
    pty.wait_for("new picture", |pty| {
        contained(pty.since(mark), "\x1b[2J") > 0
    });
    wait_for_whole_picture(&mut pty);
}

#[test]
fn it_wakes_once_a_second_to_count_and_never_to_wait() {
    let (mut idle, mut busy) = (paused(), counting());
    let pids = [idle.pid(), busy.pid()];
    until("asleep", || pids.map(state) == ['S', 'S']);
    let [idle_before, busy_before] = pids.map(wake_ups);
    let shown = idle.mark();
    wait_for_count(&mut busy);
    wait_for_count(&mut busy);
    assert_eq!(wake_ups(idle.pid()), idle_before);
    let woken = wake_ups(busy.pid()) - busy_before;
    // Two, and a few more where the reader holds the terminal while it is written to. The last one
    // is counted when it goes to sleep again, which may be after it is seen.
    assert!((1..=6).contains(&woken), "woke {woken} times in 2 s");
    idle.send("+");
    idle.wait_for_text("10 s longer");
    assert!(idle.since(shown).len() < 1500, "a frame is what changed");
}

#[test]
fn a_stalled_terminal_stops_nothing() {
    let mut pty = counting();
    let settings = pty.home().path().join(".config/supple/settings.toml");
    // Every theme paints the whole screen again: the terminal, which nobody reads, is soon full. What
    // the keys do can be seen from the file.
    let mut last = String::new();
    for _ in 0..60 {
        pty.send("T");
        until("the next theme", || {
            let now = fs::read_to_string(&settings).unwrap_or_default();
            let next = now != last;
            last = now;
            next
        });
    }
    // Reading again shows the newest picture, and drawing goes on.
    wait_for_count(&mut pty);
    pty.wait_for_text("last step");
    pty.wait_for_text("Theme: ");
    signal(pty.pid(), Signal::TERM);
    assert_eq!(pty.wait_for_end(), 143);
    pty.assert_clean();
}

/// The parameters of all sequences that set how text looks.
fn looks(shown: &[u8]) -> Vec<String> {
    let shown = String::from_utf8_lossy(shown);
    let sequences = shown.split("\x1b[").skip(1);
    sequences
        .filter_map(|sequence| {
            let end = sequence.find(|letter: char| letter.is_ascii_alphabetic())?;
            sequence[end..]
                .starts_with('m')
                .then(|| sequence[..end].to_owned())
        })
        .collect()
}

#[test]
fn without_colours_bold_and_reverse_are_left() {
    let mut pty = listing(Home::new(), &[("NO_COLOR", "1")]);
    pty.wait_for("footer", |pty| pty.text().contains("search"));
    let title = pty.screen().cell(1, 2).expect("a cell");
    assert_eq!(title.contents(), "s");
    assert!(title.bold());
    let selected = pty.screen().cell(3, 2).expect("a cell");
    assert_eq!(selected.contents(), "›");
    assert!(selected.inverse());
    for look in looks(pty.since(0)) {
        // An empty parameter resets everything, and is how crossterm writes a colour it must not.
        for parameter in look.split(';') {
            let number: u8 = parameter.parse().expect("never an empty parameter");
            let colour = matches!(number, 30..=38 | 40..=48 | 90..=107);
            assert!(!colour, "a colour: {look}");
        }
    }
}

#[test]
fn with_colours_there_are_colours() {
    let mut pty = listing(Home::new(), &[]);
    pty.wait_for("footer", |pty| pty.text().contains("search"));
    let title = pty.screen().cell(1, 2).expect("a cell");
    assert_ne!(title.fgcolor(), vt100::Color::Default);
    assert!(!looks(pty.since(0)).contains(&String::new()));
}
