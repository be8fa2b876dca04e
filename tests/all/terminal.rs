//! The program in a terminal: everything that only a terminal shows.

mod ascii;
mod endings;
mod jobs;
mod keyboards;
mod keys;
mod lines;
mod picture;
mod profile;
mod setup;

use crate::support::pty::Pty;

use crate::support::program::Home;

const PROGRAM: &str = env!("CARGO_BIN_EXE_supple");

/// One step that is long enough for any test.
const HOLD: &str = "format = 1\ntitle = \"Hold\"\ndiscipline = \"stretching\"\n\n[[step]]\nname = \"Hold still\"\nhold = \"10m\"\nprepare = \"0s\"\n";

/// What the player says to somebody who was not there.
const AWAY: &str = "PAUSED while you were away";

/// A home folder with [`HOLD`] in it.
fn home() -> Home {
    let home = Home::new();
    home.write("hold.toml", HOLD);
    home
}

/// The program alone in its window, counting.
fn counting() -> Pty {
    let mut pty = Pty::start(home(), PROGRAM, &["play", "./hold.toml", "--now"], &[]);
    wait_for_whole_picture(&mut pty);
    pty
}

/// The same, paused: it waits for keys only.
fn paused() -> Pty {
    let mut pty = counting();
    pty.send(" ");
    pty.wait_for_text("PAUSED");
    pty
}

/// The program alone in its window with the list of routines.
fn listing(home: Home, environment: &[(&str, &str)]) -> Pty {
    let mut pty = Pty::start(home, PROGRAM, &[], environment);
    pty.wait_for_text("supple");
    pty
}

/// `9:58 left` in the first row, in seconds.
fn seconds_left(pty: &Pty) -> Option<u64> {
    let text = pty.text();
    let (before, _) = text.split_once(" left")?;
    let clock = before.rsplit(' ').next()?;
    clock
        .split(':')
        .try_fold(0, |sum, part| Some(sum * 60 + part.parse::<u64>().ok()?))
}

fn wait_for_count(pty: &mut Pty) {
    let before = seconds_left(pty);
    pty.wait_for("next second", |pty| {
        let left = seconds_left(pty);
        left.is_some() && left < before
    });
}

/// Waits for all that the player shows.
fn wait_for_whole_picture(pty: &mut Pty) {
    pty.wait_for("whole picture", |pty| {
        let text = pty.text();
        let key = if text.contains("PAUSED") {
            "Enter go on"
        } else {
            "Space pause"
        };
        [
            "Hold  ",
            "1 of 1",
            " left",
            "Hold still",
            "last step",
            "q stop",
            key,
        ]
        .iter()
        .all(|part| text.contains(part))
    });
}
