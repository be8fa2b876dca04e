//! A terminal with a program in it, driven as a person would.
//!
//! There is no thread and no sleep in here: waiting is `poll(2)` on the terminal and on the process,
//! in the thread of the test, and nothing reads the terminal in between. A test that does not wait is
//! a terminal that does not read, which is how a stalled connection looks.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::fs::OpenOptionsExt as _;
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::OFlags;
use rustix::process::{
    Pid, PidfdFlags, Signal, WaitId, WaitIdOptions, kill_process, pidfd_open, waitid,
};
use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};
use vt100::{Color, Parser, Screen};

use crate::support::program::Home;
use crate::support::window::{Empty, Process, Window};

/// How long anything may take. Only a failing test ever waits that long.
const PATIENCE: Duration = Duration::from_secs(20);

const PROMPT: &str = "READY>";

/// A terminal, what runs in it, and the home folder of that.
pub(crate) struct Pty {
    home: Home,
    /// Our end. Gone after `close`.
    tty: Option<File>,
    process: Process,
    pidfd: OwnedFd,
    parser: Parser,
    shown: Vec<u8>,
    first_modes: Termios,
    watched: Vec<Pid>,
}

impl Pty {
    /// Starts a program as the leader of the session: it is all there is in the window.
    pub(crate) fn start(
        home: Home,
        program: &str,
        arguments: &[&str],
        environment: &[(&str, &str)],
    ) -> Self {
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.cwd(home.path());
        command.env_clear();
        command.env("HOME", home.path());
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        for (name, value) in environment {
            command.env(name, value);
        }
        let (columns, rows) = (80, 24);
        let window = Empty::open(columns, rows).expect("a terminal");
        let first_modes = tcgetattr(window.tty()).expect("modes");
        let Window { tty, process } = window.start(command).expect("a process");
        Self {
            home,
            pidfd: pidfd_open(process.pid(), PidfdFlags::empty()).expect("a handle of it"),
            tty: Some(tty),
            process,
            parser: Parser::new(rows, columns, 0),
            shown: Vec::new(),
            first_modes,
            watched: Vec::new(),
        }
    }

    /// Starts an interactive shell with job control, and waits for its prompt.
    pub(crate) fn shell(home: Home) -> Self {
        let mut pty = Self::start(home, "sh", &["-i"], &[("PS1", "READY> ")]);
        pty.wait_for_prompt(1);
        pty
    }

    /// The home folder of what runs in it, and the folder it was started in.
    pub(crate) fn home(&self) -> &Home {
        &self.home
    }

    /// The process started here: the program, or the shell.
    pub(crate) fn pid(&self) -> Pid {
        self.process.pid()
    }

    /// Sees to it that this process does not outlive the test.
    pub(crate) fn watch(&mut self, pid: Pid) {
        self.watched.push(pid);
    }

    // What a person does.

    /// Types. Reads nothing meanwhile.
    pub(crate) fn send(&mut self, bytes: impl AsRef<[u8]>) {
        let deadline = now() + PATIENCE;
        let mut tty = self.tty();
        for chunk in bytes.as_ref().chunks(256) {
            let writable = ready(tty.as_fd(), PollFlags::OUT, deadline);
            assert!(writable, "the terminal takes no more input");
            tty.write_all(chunk).expect("typing");
        }
    }

    /// Types a command to the shell.
    pub(crate) fn command(&mut self, line: &str) {
        self.send(format!("{line}\n"));
    }

    /// Changes the size of the window.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        self.claim(columns, rows);
        if columns > 0 && rows > 0 {
            self.parser.screen_mut().set_size(rows, columns);
        }
    }

    /// Says that the window has a size that no window has.
    pub(crate) fn claim(&self, columns: u16, rows: u16) {
        let size = rustix::termios::Winsize {
            ws_row: rows,
            ws_col: columns,
            ws_xpixel: 0,
            ws_ypixel: 0,
        };
        rustix::termios::tcsetwinsize(self.tty(), size).expect("a new size");
    }

    /// Closes the window.
    pub(crate) fn close(&mut self) {
        self.tty = None;
    }

    // What a person sees.

    /// The screen as of the last wait.
    pub(crate) fn screen(&self) -> &Screen {
        self.parser.screen()
    }

    /// How much has been shown: for [`Pty::since`].
    pub(crate) fn mark(&self) -> usize {
        self.shown.len()
    }

    /// The bytes shown after a mark.
    pub(crate) fn since(&self, mark: usize) -> &[u8] {
        &self.shown[mark..]
    }

    /// All rows of the screen as of the last wait, without the blanks at their ends.
    pub(crate) fn text(&self) -> String {
        self.screen().contents()
    }

    /// Reads the terminal until the screen is as asked for.
    pub(crate) fn wait_for(&mut self, what: &str, mut seen: impl FnMut(&Self) -> bool) {
        let deadline = now() + PATIENCE;
        while !seen(self) {
            let more = ready(self.tty().as_fd(), PollFlags::IN, deadline) && self.read();
            assert!(more, "no {what} on this screen:\n{}", self.picture());
        }
    }

    /// Waits for a text on the screen.
    pub(crate) fn wait_for_text(&mut self, text: &str) {
        self.wait_for(text, |pty| pty.text().contains(text));
    }

    /// Waits for the shell to have asked for this many commands.
    pub(crate) fn wait_for_prompt(&mut self, count: usize) {
        self.wait_for("prompt", |pty| {
            let contents = pty.text();
            !pty.screen().alternate_screen() && contents.matches(PROMPT).count() >= count
        });
    }

    /// Waits for the end of the process started here, reading what it shows; its exit code.
    pub(crate) fn wait_for_end(&mut self) -> u32 {
        let deadline = now() + PATIENCE;
        loop {
            let open = self.tty.as_ref().map(AsFd::as_fd);
            let mut polled = vec![PollFd::from_borrowed_fd(self.pidfd.as_fd(), PollFlags::IN)];
            polled.extend(open.map(|tty| PollFd::from_borrowed_fd(tty, PollFlags::IN)));
            let moved = wait(&mut polled, deadline);
            assert!(moved, "it does not end:\n{}", self.picture());
            let ended = !polled[0].revents().is_empty();
            let readable = polled.get(1).is_some_and(|tty| !tty.revents().is_empty());
            let more = readable && self.read();
            if ended && !more {
                return self.exit_code();
            }
        }
    }

    /// Waits for the end of the process without reading what it shows.
    pub(crate) fn wait_for_end_unread(&mut self) -> u32 {
        let ended = ready(self.pidfd.as_fd(), PollFlags::IN, now() + PATIENCE);
        assert!(ended, "it does not end while nobody reads");
        self.exit_code()
    }

    fn exit_code(&mut self) -> u32 {
        let end = self.process.end().expect("an exit code");
        end.expect("it has ended").code
    }

    /// Reads what is left to read.
    pub(crate) fn read_on(&mut self) {
        while self.read() {}
    }

    /// Panics if the program changed anything about the terminal that it did not change back.
    pub(crate) fn assert_clean(&self) {
        let screen = self.screen();
        assert!(!screen.alternate_screen(), "the alternate screen is on");
        assert!(!screen.hide_cursor(), "the cursor is hidden");
        assert!(!screen.bracketed_paste(), "bracketed paste is on");
        let attributes = (screen.fgcolor(), screen.bgcolor(), screen.bold());
        let plain = (Color::Default, Color::Default, false);
        assert_eq!(attributes, plain, "colours are on");
        assert!(!screen.inverse() && !screen.dim(), "attributes are on");
        let count = |code: &str| contained(&self.shown, code);
        assert_eq!(
            count("\x1b[>5u"),
            count("\x1b[<1u"),
            "keyboard flags: as many put on as taken off"
        );
        let (then, now) = (&self.first_modes, &self.modes());
        assert_eq!(then.local_modes, now.local_modes);
        assert_eq!(then.input_modes, now.input_modes);
        assert_eq!(then.output_modes, now.output_modes);
        assert_eq!(then.control_modes, now.control_modes);
        let codes = |modes: &Termios| format!("{:?}", modes.special_codes);
        assert_eq!(codes(then), codes(now));
    }

    // What is behind it.

    /// Whether keys arrive one by one and without echo.
    pub(crate) fn is_raw(&self) -> bool {
        let modes = self.modes().local_modes;
        !modes.intersects(LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG)
    }

    /// Sets the modes that the terminal had in the beginning.
    pub(crate) fn set_first_modes(&self) {
        tcsetattr(self.tty(), OptionalActions::Now, &self.first_modes).expect("new modes");
    }

    fn modes(&self) -> Termios {
        tcgetattr(self.tty()).expect("modes")
    }

    /// The end of the terminal that the program has.
    pub(crate) fn their_end(&self) -> File {
        let mut options = File::options();
        let flags = i32::try_from(OFlags::NOCTTY.bits()).expect("a flag");
        let options = options.read(true).write(true).custom_flags(flags);
        let path = format!("/proc/{}/fd/1", self.pid());
        options.open(path).expect("a terminal")
    }

    /// Our end of the terminal.
    pub(crate) fn tty(&self) -> &File {
        self.tty.as_ref().expect("the terminal is open")
    }

    /// Reads once; whether there was anything. A terminal that nobody has open any more gives EIO.
    fn read(&mut self) -> bool {
        let mut bytes = [0; 4096];
        let count = self.tty().read(&mut bytes).unwrap_or(0);
        self.shown.extend_from_slice(&bytes[..count]);
        self.parser.process(&bytes[..count]);
        count > 0
    }

    fn picture(&self) -> String {
        let mut picture = String::new();
        for row in self.text().lines() {
            let _ = writeln!(picture, "  | {row}");
        }
        picture
    }
}

impl Drop for Pty {
    /// Leaves no process behind, whatever the test came to.
    fn drop(&mut self) {
        self.tty = None;
        for pid in &self.watched {
            let _ = kill_process(*pid, Signal::KILL);
        }
    }
}

/// Sends a signal.
pub(crate) fn signal(pid: Pid, signal: Signal) {
    kill_process(pid, signal).expect("a signal to a running process");
}

/// Stops a child process as `kill -STOP` does, and waits until it is.
pub(crate) fn stop(pid: Pid) {
    signal(pid, Signal::STOP);
    let options = WaitIdOptions::STOPPED | WaitIdOptions::NOWAIT;
    waitid(WaitId::Pid(pid), options).expect("it is stopped");
}

/// How often a sequence occurs in what was shown.
pub(crate) fn contained(shown: &[u8], sequence: &str) -> usize {
    let sequence = sequence.as_bytes();
    shown
        .windows(sequence.len())
        .filter(|part| *part == sequence)
        .count()
}

/// The letter that the system has for what a process does: R, S, T ...
pub(crate) fn state(pid: Pid) -> char {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).expect("a running process");
    let (_, rest) = stat.rsplit_once(") ").expect("a state");
    rest.chars().next().expect("a letter")
}

/// The process that this one has started and not heard the end of.
pub(crate) fn child_of(pid: Pid) -> Option<Pid> {
    let children = fs::read_to_string(format!("/proc/{pid}/task/{pid}/children")).ok()?;
    Pid::from_raw(children.split_whitespace().next()?.parse().ok()?)
}

/// Whether a process has ended with all its threads, known to its parent or not.
pub(crate) fn has_ended(pid: Pid) -> bool {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    match stat.rsplit_once(") ") {
        // State, and the number of threads behind 16 other things.
        Some((_, rest)) => rest.starts_with('Z') && rest.split(' ').nth(17) == Some("1"),
        None => true,
    }
}

/// The processor time that a process has used, in hundredths of a second.
pub(crate) fn processor_time(pid: Pid) -> u64 {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).expect("a running process");
    let (_, rest) = stat.rsplit_once(") ").expect("a state");
    let times = rest.split(' ').skip(11).take(2);
    times.map(|time| time.parse::<u64>().expect("a time")).sum()
}

/// How many threads a process has.
pub(crate) fn threads(pid: Pid) -> usize {
    let tasks = fs::read_dir(format!("/proc/{pid}/task")).expect("a running process");
    tasks.count()
}

/// How often the threads of a process went to sleep.
pub(crate) fn wake_ups(pid: Pid) -> u64 {
    let tasks = fs::read_dir(format!("/proc/{pid}/task")).expect("a running process");
    tasks
        .map(|task| {
            let path = task.expect("a thread").path().join("status");
            let status = fs::read_to_string(path).expect("a running thread");
            let (_, rest) = status
                .split_once("\nvoluntary_ctxt_switches:")
                .expect("a counter");
            let count = rest.split_whitespace().next().expect("a number");
            count.parse::<u64>().expect("a number")
        })
        .sum()
}

/// Waits for something that no descriptor tells of.
pub(crate) fn until(what: &str, mut done: impl FnMut() -> bool) {
    let deadline = now() + PATIENCE;
    while !done() {
        assert!(now() < deadline, "not {what}");
        thread::yield_now();
    }
}

/// Reads one line, such as of a pipe, without waiting for ever.
pub(crate) fn read_line(file: &mut File) -> String {
    let deadline = now() + PATIENCE;
    let mut line = Vec::new();
    while line.last() != Some(&b'\n') {
        assert!(
            ready(file.as_fd(), PollFlags::IN, deadline),
            "no line comes"
        );
        let mut byte = [0];
        file.read_exact(&mut byte).expect("a byte");
        line.extend(byte);
    }
    String::from_utf8(line).expect("text").trim_end().to_owned()
}

fn ready(descriptor: BorrowedFd<'_>, flags: PollFlags, deadline: Instant) -> bool {
    wait(&mut [PollFd::from_borrowed_fd(descriptor, flags)], deadline)
}

fn wait(polled: &mut [PollFd<'_>], deadline: Instant) -> bool {
    loop {
        let left = deadline.saturating_duration_since(now());
        let left = Timespec::try_from(left).expect("a short time");
        match poll(polled, Some(&left)) {
            Err(rustix::io::Errno::INTR) => {}
            found => return found.expect("a wait") > 0,
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "tests wait in real time")]
fn now() -> Instant {
    Instant::now()
}
