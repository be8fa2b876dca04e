//! Keys and pastes: whatever way they come, they arrive once and whole, and nothing waits for the rest of one.

use rustix::process::Signal;

use super::{PROGRAM, counting, home, listing, paused, seconds_left, wait_for_count};
use crate::support::program::Home;
use crate::support::pty::{Pty, contained, processor_time, signal, stop};

/// The list with the search open.
fn searching() -> Pty {
    let mut pty = listing(Home::new(), &[]);
    pty.send("/");
    pty.wait_for_text("/ ");
    pty
}

/// What stands in the search.
fn query(pty: &Pty) -> Option<String> {
    let text = pty.text();
    let (_, rest) = text.split_once("/ ")?;
    let (query, _) = rest.split_once('▏')?;
    Some(query.to_owned())
}

fn wait_for_query(pty: &mut Pty, wanted: &str) {
    pty.wait_for(wanted, |pty| query(pty).as_deref() == Some(wanted));
}

/// Changes the size of the window and waits for the picture in it: whoever is drawn is not frozen.
fn wait_for_redraw(pty: &mut Pty) {
    let mark = pty.mark();
    pty.resize(81, 24);
    pty.wait_for("new picture", |pty| {
        contained(pty.since(mark), "\x1b[2J") > 0
    });
}

#[test]
fn keys_typed_before_the_start_are_taken() {
    let mut pty = Pty::start(Home::new(), PROGRAM, &[], &[]);
    pty.send("/typed ahead");
    wait_for_query(&mut pty, "typed ahead");
}

#[test]
fn a_late_end_of_a_sequence_freezes_nothing() {
    let (mut arrow, mut letter) = (counting(), searching());
    let (begin, end) = "é".as_bytes().split_at(1);
    wait_for_count(&mut arrow);
    arrow.send("\x1b[");
    letter.send(begin);
    wait_for_redraw(&mut letter);
    wait_for_query(&mut letter, "");
    wait_for_count(&mut arrow);
    // Left: back to the start of the step.
    arrow.send("D");
    arrow.wait_for("the start", |pty| seconds_left(pty) == Some(600));
    letter.send(end);
    wait_for_query(&mut letter, "é");
}

#[test]
fn half_a_sequence_does_not_keep_a_signal_off() {
    // Alt-[ is the beginning of a sequence that nobody ends; so is a paste that breaks off.
    let mut both = ["\x1b[", "\x1b[200~never ended"].map(|half| {
        let mut pty = counting();
        pty.send(half);
        pty
    });
    for pty in &mut both {
        wait_for_count(pty);
        signal(pty.pid(), Signal::TERM);
        assert_eq!(pty.wait_for_end(), 143);
        pty.assert_clean();
    }
}

#[test]
fn escape_alone_is_a_key_at_once() {
    let mut pty = paused();
    pty.send("\x1b");
    pty.wait_for_text("Stop here?");
    // As a terminal says it that knows the keyboard flags.
    pty.send("\x1b[27u");
    pty.wait_for("no question", |pty| !pty.text().contains("Stop here?"));
}

#[test]
fn a_flood_of_keys_arrives_whole_and_is_over_then() {
    let (mut pty, mut other) = (searching(), counting());
    // Every letter but five is taken away again: a key more or less would be seen.
    pty.send("x".repeat(3000) + &"\u{7f}".repeat(2995));
    wait_for_query(&mut pty, "xxxxx");
    let before = processor_time(pty.pid());
    wait_for_count(&mut other);
    let used = processor_time(pty.pid()) - before;
    assert!(used < 10, "used {used} hundredths of a second");
}

#[test]
fn a_paste_is_text_and_never_keys() {
    // Quit, end the session, suspend; and more of it than fits into any buffer on the way.
    let text = "qy\r\u{3}\u{1a}\n".repeat(500);
    let paste = format!("\x1b[200~{text}\x1b[201~");
    let mut player = paused();
    let left = seconds_left(&player).expect("a time");
    player.send(format!("{paste}+"));
    player.wait_for("ten seconds more", |pty| {
        seconds_left(pty) == Some(left + 10)
    });
    player.wait_for_text("PAUSED");
    let mut search = searching();
    search.send(&paste);
    search.wait_for("pasted text", |pty| {
        query(pty).is_some_and(|query| query.contains("qy"))
    });
    assert!(!search.text().contains('\u{3}'));
    search.send("\u{15}after");
    wait_for_query(&mut search, "after");
}

#[test]
fn a_key_together_with_a_new_size_is_not_lost() {
    let mut pty = paused();
    let left = seconds_left(&pty).expect("a time");
    for round in 0..20 {
        pty.resize(80 + round % 2, 24);
        pty.send("+");
    }
    pty.wait_for("20 keys", |pty| seconds_left(pty) == Some(left + 200));
    // And in one batch for certain: with the program held still meanwhile.
    for round in 0..5 {
        stop(pty.pid());
        pty.resize(80, 25 + round % 2);
        pty.send("+");
        signal(pty.pid(), Signal::CONT);
    }
    pty.wait_for("5 keys", |pty| seconds_left(pty) == Some(left + 250));
}

#[test]
fn another_thread_wakes_it() {
    let home = home();
    let routine = |title: &str| super::HOLD.replace("\"Hold\"", &format!("\"{title}\""));
    home.own("first.toml", &routine("The first of mine"));
    let mut pty = listing(home, &[]);
    // Read after the first frame, by a thread of its own.
    pty.send("/of mine");
    wait_for_query(&mut pty, "of mine");
    pty.wait_for_text("The first of mine");
    pty.home()
        .own("second.toml", &routine("The second of mine"));
    pty.send("\x1b");
    // Together with the next key it would be Alt and that key.
    pty.wait_for("no search", |pty| query(pty).is_none());
    pty.send("r");
    pty.wait_for_text("Reloading routines.");
    pty.send("/of mine");
    pty.wait_for_text("The second of mine");
}
