//! Plain mode as a process.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::process::{Child, Command, Stdio};

use rustix::io::ioctl_fionread;
use rustix::process::{Pid, Signal};
use rustix::pty::{OpenptFlags, ioctl_tiocgptpeer, openpt, unlockpt};

use super::{PROGRAM, home};
use crate::support::program::Home;
use crate::support::pty::{Pty, processor_time, read_line, signal, until, wake_ups};

/// Plays in lines.
pub(super) const PLAY: [&str; 3] = ["play", "./hold.toml", "--plain"];

/// The program in plain mode, with its output in a pipe.
pub(super) struct Talk {
    _home: Home,
    child: Child,
    out: File,
}

impl Talk {
    pub(super) fn start(input: impl Into<Stdio>) -> Self {
        let home = home();
        let command = home.supple(&PLAY);
        Self::of(home, command, input.into())
    }

    /// The same, started by a shell after these commands.
    fn after(commands: &str, input: Stdio) -> Self {
        let home = home();
        let mut command = Command::new("sh");
        let line = format!("{commands}; exec '{PROGRAM}' {}", PLAY.join(" "));
        command.args(["-c", &line]).current_dir(home.path());
        command
            .env("HOME", home.path())
            .env_remove("XDG_CONFIG_HOME");
        Self::of(home, command, input)
    }

    fn of(home: Home, mut command: Command, input: Stdio) -> Self {
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

    fn type_in(&mut self, text: &str) {
        let input = self.child.stdin.as_mut().expect("a pipe");
        input.write_all(text.as_bytes()).expect("typing");
    }

    /// Waits until it has slept once more: while it counts it wakes once a second.
    fn wait_for_second(&self) {
        let before = wake_ups(self.pid());
        until("awake", || wake_ups(self.pid()) > before);
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
    for (code, ending) in [
        (143, Signal::TERM),
        (130, Signal::INT),
        (129, Signal::HUP),
        (138, Signal::USR1),
    ] {
        let mut talk = Talk::start(Stdio::piped());
        signal(talk.pid(), ending);
        assert_eq!(talk.wait_for_end(), Some(code));
    }
}

/// A few seconds to hold.
const SHORT: &str = "format = 1\ntitle = \"Short\"\ndiscipline = \"stretching\"\n\n[[step]]\nname = \"Hold\"\nhold = \"15s\"\nprepare = \"0s\"\n\n[[step]]\nname = \"Again\"\nhold = \"3s\"\nprepare = \"0s\"\n";

#[test]
fn an_input_that_has_ended_costs_nothing() {
    let (ours, theirs) = UnixStream::pair().expect("a socket");
    drop(ours);
    let closed = File::open("/dev/null").expect("nothing to read");
    let mut inputs = vec![
        Stdio::from(OwnedFd::from(theirs)),
        Stdio::from(closed),
        Stdio::null(),
    ];
    let (read, write) = std::io::pipe().expect("a pipe");
    drop(write);
    inputs.push(Stdio::from(OwnedFd::from(read)));
    let home = Home::new();
    home.write("short.toml", SHORT);
    let all: Vec<Child> = inputs
        .into_iter()
        .map(|input| {
            let mut command = home.supple(&["play", "./short.toml", "--plain", "--from", "2"]);
            command.stdin(input).stdout(Stdio::piped());
            command.spawn().expect("it runs")
        })
        .collect();
    for mut child in all {
        let mut out = File::from(OwnedFd::from(child.stdout.take().expect("a pipe")));
        while !read_line(&mut out).contains("Go: 3 s") {}
        let before = processor_time(Pid::from_child(&child));
        while !read_line(&mut out).contains("Finished") {}
        // Known to the system until somebody waits for it.
        let used = processor_time(Pid::from_child(&child)) - before;
        assert!(used <= 5, "{used} hundredths of a second");
        assert!(child.wait().expect("an end").success());
    }
}

/// Both ends of a terminal that no process is led by.
fn terminal() -> (OwnedFd, OwnedFd) {
    let flags = OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC;
    let near = openpt(flags).expect("a terminal");
    unlockpt(&near).expect("a terminal");
    let far = ioctl_tiocgptpeer(&near, flags).expect("its other end");
    (near, far)
}

#[test]
fn a_terminal_that_is_gone_ends_it_like_a_hang_up() {
    let (near, far) = terminal();
    let mut talk = Talk::start(far);
    // It controls no session, so that no signal is sent.
    drop(near);
    assert_eq!(talk.wait_for_end(), Some(129));
}

#[test]
fn a_hang_up_that_was_ignored_stays_so() {
    let mut talk = Talk::after("trap '' HUP", Stdio::piped());
    signal(talk.pid(), Signal::HUP);
    talk.type_in("t\n");
    talk.wait_for("left here");
    signal(talk.pid(), Signal::TERM);
    assert_eq!(talk.wait_for_end(), Some(143));
}

#[test]
fn a_stop_that_was_ignored_stays_so() {
    let mut talk = Talk::after("trap '' TSTP USR1", Stdio::piped());
    signal(talk.pid(), Signal::TSTP);
    signal(talk.pid(), Signal::USR1);
    talk.type_in("t\n");
    talk.wait_for("left here");
}

#[test]
fn what_ignores_a_hang_up_goes_on_without_its_terminal() {
    let (near, far) = terminal();
    let mut talk = Talk::after("trap '' HUP", Stdio::from(far));
    drop(near);
    // A session that nobody can confirm goes on by itself.
    let before = processor_time(talk.pid());
    talk.wait_for_second();
    talk.wait_for_second();
    assert!(processor_time(talk.pid()) - before <= 5);
    signal(talk.pid(), Signal::TERM);
    assert_eq!(talk.wait_for_end(), Some(143));
}

#[test]
fn where_no_shell_is_it_does_not_stop_itself() {
    let mut pty = Pty::start(home(), PROGRAM, &PLAY, &[]);
    pty.wait_for_text("Go: 10 min");
    signal(pty.pid(), Signal::TSTP);
    pty.send("t\n");
    pty.wait_for_text("left here");
    signal(pty.pid(), Signal::TERM);
    assert_eq!(pty.wait_for_end(), 143);
}

#[test]
fn a_reader_that_stalls_keeps_no_signal_off() {
    for ending in [Signal::INT, Signal::TERM, Signal::HUP, Signal::QUIT] {
        let mut talk = Talk::start(Stdio::piped());
        let full = ioctl_fionread(&talk.out).expect("a pipe") + (60 << 10);
        talk.type_in(&"t\n".repeat(4000));
        until("full", || {
            ioctl_fionread(&talk.out).expect("a pipe") >= full
        });
        signal(talk.pid(), ending);
        assert_eq!(talk.wait_for_end(), Some(128 + ending.as_raw()));
    }
}

#[test]
fn nothing_that_is_typed_at_once_is_left_lying() {
    let mut talk = Talk::start(Stdio::piped());
    talk.type_in(&format!("{}q\n", "t\n".repeat(2000)));
    let mut rest = String::new();
    talk.out.read_to_string(&mut rest).expect("text");
    assert_eq!(rest.matches("left here").count(), 2000);
    assert!(rest.contains("Stopped: 0 of 1 steps"), "{rest}");
    assert_eq!(talk.wait_for_end(), Some(0));
}

#[test]
fn what_was_said_is_not_kept() {
    let mut talk = Talk::start(Stdio::piped());
    let pages = |talk: &Talk| {
        let pages = std::fs::read_to_string(format!("/proc/{}/statm", talk.pid()));
        let pages = pages.expect("its memory");
        let resident = pages.split(' ').nth(1).and_then(|pages| pages.parse().ok());
        resident.unwrap_or(0_u64)
    };
    let round = |talk: &mut Talk| {
        for _ in 0..40 {
            talk.type_in(&"x\n".repeat(100));
            talk.type_in("t\n");
            talk.wait_for("left here");
        }
    };
    round(&mut talk);
    let before = pages(&talk);
    round(&mut talk);
    round(&mut talk);
    // 8,000 answers of 170 letters.
    assert!(pages(&talk) - before.min(pages(&talk)) < 150, "it grows");
}

#[test]
fn without_a_reader_it_is_over() {
    let mut talk = Talk::start(Stdio::piped());
    talk.out = File::open("/dev/null").expect("nothing to read");
    assert_eq!(talk.wait_for_end(), Some(0));
}

#[test]
fn output_that_cannot_be_written_is_told() {
    let home = home();
    let full = File::options()
        .write(true)
        .open("/dev/full")
        .expect("a full disk");
    let output = home.supple(&PLAY).stdout(full).output().expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("No space left"), "{said}");
}
