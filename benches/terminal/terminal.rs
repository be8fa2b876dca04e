//! A program in a pseudo-terminal of its own.

use std::fs::File;
use std::io::{ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;
use rustix::process::{Pid, Signal};
use tempfile::TempDir;

use crate::Outcome;
use crate::options::Size;
use crate::place::{FRESH, Place};
use crate::window::{Empty, Process, Window};

/// A program and how to start it.
pub(crate) struct Program {
    pub(crate) path: PathBuf,
    pub(crate) args: Vec<String>,
    /// Where it is started; `None`: in its [`Place`].
    pub(crate) folder: Option<PathBuf>,
}

/// What one read of the master side gave: the nearest thing to "a write" that can be seen from
/// outside. The kernel hands over at most 4 KiB at once, and may join writes that follow each other
/// within microseconds.
pub(crate) struct Chunk {
    /// Since the start of the program.
    pub(crate) at: Duration,
    pub(crate) bytes: Vec<u8>,
}

/// What ended a [`Terminal::wait`].
pub(crate) enum Waited {
    Output(Chunk),
    /// The time is up.
    Due,
    /// Nobody holds the terminal open any more: the program ended, or is about to.
    Closed,
}

/// The running program.
///
/// It leads a session of its own, so the kernel makes the terminal cooked again when it ends:
/// whether the program did that itself cannot be seen from here.
pub(crate) struct Terminal {
    started: Instant,
    process: Process,
    exit: Option<String>,
    output: Receiver<(Instant, Vec<u8>)>,
    tty: File,
    _fresh: TempDir,
}

impl Terminal {
    /// Starts the program. Time counts from just before the fork, so start-up figures hold the cost
    /// of fork and exec.
    pub(crate) fn start(program: &Program, place: &Place, size: Size) -> Outcome<Self> {
        let fresh = Place::fresh()?;
        let command = command(program, place, fresh.path());
        let window = Empty::open(size.columns, size.rows)?;
        let reader = window.tty().try_clone();
        let reader = reader.map_err(|error| format!("no pseudo-terminal: {error}"))?;
        let (sender, output) = mpsc::channel();
        thread::Builder::new()
            .name("reader".into())
            .spawn(move || read(reader, &sender))
            .map_err(|error| format!("no thread to read with: {error}"))?;
        let started = Instant::now();
        let Window { tty, process } = window.start(command)?;
        Ok(Self {
            started,
            process,
            exit: None,
            output,
            tty,
            _fresh: fresh,
        })
    }

    pub(crate) fn pid(&self) -> Pid {
        self.process.pid()
    }

    /// Since the start of the program.
    pub(crate) fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }

    /// Waits for output until the given time since the start. Output that is there already comes
    /// first, however late it is.
    pub(crate) fn wait(&self, until: Duration) -> Waited {
        match self
            .output
            .recv_timeout(until.saturating_sub(self.elapsed()))
        {
            Ok((at, bytes)) => Waited::Output(Chunk {
                at: at.duration_since(self.started),
                bytes,
            }),
            Err(RecvTimeoutError::Timeout) => Waited::Due,
            Err(RecvTimeoutError::Disconnected) => Waited::Closed,
        }
    }

    /// Types.
    pub(crate) fn send(&mut self, bytes: &[u8]) -> Outcome<()> {
        self.tty
            .write_all(bytes)
            .map_err(|error| format!("cannot send keys: {error}"))
    }

    /// Sends SIGTERM to the program alone. One that has ended already is no error: [`Self::exit`]
    /// tells.
    pub(crate) fn terminate(&self) {
        self.process.signal(Signal::TERM);
    }

    /// How the program ended: `exit 143`, `killed (Terminated)`; `None` while it runs.
    pub(crate) fn exit(&mut self) -> Outcome<Option<&str>> {
        if self.exit.is_none() {
            self.exit = self.process.end()?.map(|end| end.to_string());
        }
        Ok(self.exit.as_deref())
    }
}

/// The same environment for every program: this one's, without what changes output or start (a
/// backtrace costs a start 90 ms), and with folders of its own.
fn command(program: &Program, place: &Place, fresh: &Path) -> CommandBuilder {
    let mut command = CommandBuilder::new(&program.path);
    command.args(&program.args);
    command.cwd(program.folder.as_deref().unwrap_or(place.folder()));
    for name in [
        "RUST_BACKTRACE",
        "RUST_LIB_BACKTRACE",
        "NO_COLOR",
        "COLUMNS",
        "LINES",
    ] {
        command.env_remove(name);
    }
    command.env("TERM", "xterm-256color");
    command.env("LANG", "C.UTF-8");
    command.env("XDG_CONFIG_HOME", place.config());
    for name in FRESH {
        command.env(name, fresh.join(name));
    }
    command
}

/// Stamps and hands on all output, until every process has closed the terminal or nobody listens
/// any more.
fn read(mut reader: File, output: &Sender<(Instant, Vec<u8>)>) {
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let length = reader.read(&mut buffer);
        let now = Instant::now();
        match length {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Ok(0) | Err(_) => return,
            Ok(length) => {
                if output
                    .send((now, buffer.iter().copied().take(length).collect()))
                    .is_err()
                {
                    return;
                }
            }
        }
    }
}
