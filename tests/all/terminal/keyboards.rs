//! Keyboards of other scripts, as their bytes arrive.

use super::{PROGRAM, counting, home, listing, paused, seconds_left, wait_for_count};
use crate::support::program::Home;
use crate::support::pty::Pty;

/// The player, paused, for somebody with this language.
fn paused_in(locale: &str) -> Pty {
    let arguments = ["play", "./hold.toml", "--now"];
    let mut pty = Pty::start(home(), PROGRAM, &arguments, &[("LANG", locale)]);
    pty.wait_for_text("Hold still");
    pty.send(" ");
    pty.wait_for_text("PAUSED");
    pty
}

#[test]
fn a_session_is_driven_with_cyrillic_letters() {
    let mut pty = listing(Home::new(), &[]);
    pty.wait_for_text("p about you");
    pty.send("ч"); // x
    pty.wait_for_text("Anything new today?");
    pty.send("ч");
    pty.wait_for_text("p about you");
    pty.send("т"); // n
    pty.wait_for_text(" left");
    pty.send("р"); // h
    pty.wait_for_text("Pain noted");
    pty.send("ы"); // s
    pty.wait_for_text("Better stop here.");
    pty.send("п"); // g
    pty.wait_for("the player", |pty| {
        !pty.text().contains("Better stop here.")
    });
    pty.send("й"); // q
    pty.wait_for_text("Stop here?");
    pty.send("н"); // y
    pty.wait_for_text("Stopped here.");
    pty.send("й");
    assert_eq!(pty.wait_for_end(), 0);
    pty.assert_clean();
}

#[test]
fn the_language_of_the_locale_says_which_keyboard_it_is() {
    // On a Serbian keyboard the letter lies on H; on a Russian one on [.
    let mut pty = paused_in("sr_RS.UTF-8");
    pty.send("х");
    pty.wait_for_text("Pain noted");
    // On a Greek one the key Q types a sign.
    let mut pty = paused_in("el_GR.UTF-8");
    pty.send(";");
    pty.wait_for_text("Stop here?");
    // With Hebrew and Arabic letters none is needed.
    for (stop, yes) in [("ض", "غ"), ("\u{1b}", "ט")] {
        let mut pty = paused();
        pty.send(stop);
        pty.wait_for_text("Stop here?");
        pty.send(yes);
        pty.wait_for_text("Stopped here.");
    }
}

#[test]
fn the_key_that_the_terminal_names_counts_first() {
    let mut pty = paused();
    // A Serbian keyboard, whose letter lies on S on a Russian one; as kitty reports it.
    pty.send("\x1b[1093::104u");
    pty.wait_for_text("Pain noted");
    pty.send("\x1b[1089::115;1:1u\x1b[1089::115;1:3u");
    pty.wait_for_text("Better stop here.");
    pty.send("\x1b[27u");
    pty.wait_for_text("PAUSED");
}

#[test]
fn the_question_is_answered_with_arrows_and_enter() {
    let mut pty = paused();
    pty.send("\x1b");
    pty.wait_for_text("›n go on");
    pty.send("\x1bOC");
    pty.wait_for_text("›y stop");
    pty.send("\x1b[D\x1b[C\r");
    pty.wait_for_text("Stopped here.");
}

#[test]
fn ctrl_c_quits_in_every_form() {
    let forms = [
        "\x1b[99;5u",
        "\x1b[99;6u",
        "\x1b[99;69u",
        "\x1b[99;133:1u",
        "\x1b[1089;5u",
        "\x1b[1089::99;5u",
        "\x1b[1489::99;5u",
        "\x1b[27;5;99~",
        // Whatever was begun and never ended.
        "\x1b[\x03",
        "\x1b]11;rgb:\x03",
        "\x1bP>|\x03",
    ];
    for form in forms {
        let mut pty = counting();
        pty.send(form);
        assert_eq!(pty.wait_for_end(), 0, "{form:?}");
        pty.assert_clean();
    }
    // Letting it go ends nothing.
    let mut pty = paused();
    pty.send("\x1b[99;5:3u\x1b");
    pty.wait_for_text("Stop here?");
}

#[test]
fn ctrl_c_ends_a_paste_that_never_ends() {
    let mut pty = counting();
    pty.send("\x1b[200~never ended");
    wait_for_count(&mut pty);
    pty.send("q");
    wait_for_count(&mut pty);
    pty.send("\x03");
    assert_eq!(pty.wait_for_end(), 0);
    pty.assert_clean();
}

#[test]
fn what_a_terminal_answers_is_no_key() {
    let mut pty = paused();
    let left = seconds_left(&pty).expect("a time");
    pty.send("\x1b[?62;22c\x1b[?5u\x1b]11;rgb:0000/0000/0000\x1b\\\x1bP>|zhqz\x1b\\\x1b[I\x1b[<0;3;3M\x1b[M qq");
    pty.send("+");
    pty.wait_for("one key", |pty| seconds_left(pty) == Some(left + 10));
    assert!(pty.text().contains("PAUSED"));
}

#[test]
fn enter_typed_before_the_start_is_enter() {
    let mut pty = Pty::start(Home::new(), PROGRAM, &[], &[]);
    pty.send("\r");
    pty.wait_for_text("Enter start");
}
