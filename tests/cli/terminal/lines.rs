//! Plain mode as a process.

use std::fs::File;
use std::os::fd::OwnedFd;
use std::process::{Child, Stdio};

use rustix::process::{Pid, Signal};

use super::home;
use super::pty::{read_line, signal, until};
use crate::cli::program::Home;

/// Plays in lines.
pub(super) const PLAY: [&str; 3] = ["play", "./hold.toml", "--plain"];

/// The program in plain mode, with its output in a pipe.
pub(super) struct Talk {
    _home: Home,
    child: Child,
    out: File,
}

impl Talk {
    pub(super) fn start(input: Stdio) -> Self {
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

    pub(super) fn pid(&self) -> Pid {
        Pid::from_child(&self.child)
    }

    pub(super) fn wait_for(&mut self, words: &str) {
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
