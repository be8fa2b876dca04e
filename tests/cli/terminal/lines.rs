//! Plain mode as a process: signals, and being held still.

use std::fs::File;
use std::os::fd::OwnedFd;
use std::process::{Child, Stdio};

use rustix::process::{Pid, Signal};

use super::pty::{Pty, read_line, signal, stop, until};
use super::{AWAY, PROGRAM, counting, home, seconds_left, wait_for_whole_picture};
use crate::cli::program::Home;

const PLAY: [&str; 3] = ["play", "./hold.toml", "--plain"];

/// The program in plain mode, with its output in a pipe.
struct Talk {
    _home: Home,
    child: Child,
    out: File,
}

impl Talk {
    fn start(input: Stdio) -> Self {
        let home = home();
        let mut command = home.supple(&PLAY);
        command.stdin(input).stdout(Stdio::piped());
        let mut child = command.spawn().expect("the program runs");
        let out = child.stdout.take().expect("a pipe");
        let mut talk = Self {
            _home: home,
            child,
            out: File::from(OwnedFd::from(out)),
        };
        talk.wait_for("Go: 10 min");
        talk
    }

    fn pid(&self) -> Pid {
        Pid::from_child(&self.child)
    }

    fn wait_for(&mut self, words: &str) {
        while !read_line(&mut self.out).contains(words) {}
    }

    fn wait_for_end(&mut self) -> Option<i32> {
        let mut status = None;
        until("ended", || {
            status = self.child.try_wait().expect("a child");
            status.is_some()
        });
        status.and_then(|status| status.code())
    }
}

impl Drop for Talk {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn ends_by_signal() {
    for (code, ending) in [(143, Signal::TERM), (130, Signal::INT), (129, Signal::HUP)] {
        let mut talk = Talk::start(Stdio::piped());
        signal(talk.pid(), ending);
        assert_eq!(talk.wait_for_end(), Some(code));
    }
}

/// On the screen, in lines, and with nobody there who could go on: in one test, as it takes its time.
#[test]
fn after_a_long_foreign_stop_it_is_paused_where_it_was() {
    let mut screen = counting();
    let left = seconds_left(&screen).expect("a time");
    let mut terminal = Pty::start(home(), PROGRAM, &PLAY, &[]);
    terminal.wait_for_text("Go: 10 min");
    let (mut pipe, mut nobody) = (Talk::start(Stdio::piped()), Talk::start(Stdio::null()));
    let pids = [screen.pid(), terminal.pid(), pipe.pid(), nobody.pid()];
    pids.into_iter().for_each(stop);
    // More than the two seconds that may be lateness, after the one that it may have waited.
    let mut other = counting();
    let stopped = seconds_left(&other).expect("a time");
    other.wait_for("four seconds", |pty| {
        seconds_left(pty).is_some_and(|left| left + 4 <= stopped)
    });
    for pid in pids {
        signal(pid, Signal::CONT);
    }
    screen.wait_for_text(AWAY);
    wait_for_whole_picture(&mut screen);
    // The last time it was awake is at most a second after the last time that was seen.
    assert!(seconds_left(&screen).is_some_and(|now| now + 2 >= left));
    screen.send("\r");
    screen.wait_for_text("GOING ON");
    terminal.wait_for_text("Paused while you were away.");
    terminal.send("\n");
    terminal.wait_for_text("Going on");
    pipe.wait_for("Paused while you were away.");
    nobody.wait_for("Paused while you were away.");
    nobody.wait_for("Going on");
}
