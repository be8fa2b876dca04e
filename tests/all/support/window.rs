//! A window of a terminal, and the program that is started in it: what tests and benches drive alike.
//!
//! It only opens, starts and lets go. How long is waited for what, and what is made of what comes, is up to those who
//! look on.

use std::fs::File;
use std::sync::{Mutex, MutexGuard, PoisonError};

use filedescriptor::FileDescriptor;
use portable_pty::{Child, CommandBuilder, PtyPair, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

/// A descriptor is closed in children only from a moment after its creation on: a terminal opened in one thread could
/// stay open in the program that another thread starts.
static SPAWNING: Mutex<()> = Mutex::new(());

/// A window in which nothing runs yet. No other one is opened as long as it stays so.
pub(crate) struct Empty {
    pair: PtyPair,
    /// Our end.
    tty: File,
    _alone: MutexGuard<'static, ()>,
}

/// Our end of a window, and what was started in it.
pub(crate) struct Window {
    /// Our end. Reading it fails once nobody has the other end open any more.
    pub(crate) tty: File,
    pub(crate) process: Process,
}

/// A process that was started here. It is killed and reaped on drop, if it still runs then.
pub(crate) struct Process {
    child: Box<dyn Child + Send + Sync>,
    pid: Pid,
    /// Its end was heard: the number may belong to another process.
    ended: bool,
}

impl Empty {
    /// Opens a window of this size.
    ///
    /// # Errors
    /// In words, why there is none.
    pub(crate) fn open(columns: u16, rows: u16) -> Result<Self, String> {
        let alone = SPAWNING.lock().unwrap_or_else(PoisonError::into_inner);
        let size = PtySize {
            rows,
            cols: columns,
            ..PtySize::default()
        };
        let none = |why: &dyn std::fmt::Display| format!("no pseudo-terminal: {why:#}");
        let pair = native_pty_system()
            .openpty(size)
            .map_err(|error| none(&error))?;
        // Our own copy of the master: the writer of portable-pty types a newline and Ctrl-D when it is dropped, and its
        // reader cannot be waited for.
        let master = pair.master.as_raw_fd().ok_or("no pseudo-terminal")?;
        let tty = FileDescriptor::dup(&master)
            .and_then(|copy| copy.as_file())
            .map_err(|error| none(&error))?;
        Ok(Self {
            pair,
            tty,
            _alone: alone,
        })
    }

    /// Our end, as long as nothing has changed anything about it.
    pub(crate) fn tty(&self) -> &File {
        &self.tty
    }

    /// Starts a program as the leader of the session: it is all there is in the window.
    ///
    /// # Errors
    /// In words, why it does not start.
    pub(crate) fn start(self, command: CommandBuilder) -> Result<Window, String> {
        let child = self
            .pair
            .slave
            .spawn_command(command)
            .map_err(|error| format!("{error:#}"))?;
        let pid = child
            .process_id()
            .and_then(|pid| Pid::from_raw(pid.cast_signed()))
            .ok_or("the program has no process id")?;
        Ok(Window {
            tty: self.tty,
            process: Process {
                child,
                pid,
                ended: false,
            },
        })
    }
}

impl Process {
    pub(crate) fn pid(&self) -> Pid {
        self.pid
    }

    /// How it ended, if it has.
    ///
    /// # Errors
    /// In words, why that cannot be told.
    pub(crate) fn end(&mut self) -> Result<Option<End>, String> {
        let status = self.child.try_wait();
        let status = status.map_err(|error| format!("cannot wait for the program: {error}"))?;
        self.ended |= status.is_some();
        Ok(status.map(|status| End {
            code: status.exit_code(),
            signal: status.signal().map(str::to_owned),
        }))
    }

    /// Sends a signal. To one that has ended, none.
    pub(crate) fn signal(&self, signal: Signal) {
        if !self.ended {
            let _ = kill_process(self.pid, signal);
        }
    }
}

/// How a process ended.
pub(crate) struct End {
    pub(crate) code: u32,
    signal: Option<String>,
}

impl std::fmt::Display for End {
    /// `exit 143`, `killed (Terminated)`
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.signal {
            Some(signal) => write!(out, "killed ({signal})"),
            None => write!(out, "exit {}", self.code),
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Not with the `kill` of portable-pty, which is polite and takes its time.
        if let Ok(None) = self.end() {
            self.signal(Signal::KILL);
            let _ = self.child.wait();
        }
    }
}
