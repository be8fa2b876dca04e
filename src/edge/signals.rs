//! Signals, turned into something that `poll(2)` can wait for.

use std::io::{self, Read};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use signal_hook::consts::{SIGCHLD, SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::{flag, low_level};

/// The signals that end the program, the most urgent first.
const ENDING: [i32; 4] = [SIGTERM, SIGHUP, SIGINT, SIGQUIT];
const OTHERS: [i32; 4] = [SIGTSTP, SIGCONT, SIGWINCH, SIGCHLD];

/// What a signal asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Signal {
    /// End, because of the signal of this number.
    End(i32),
    /// Stop, as after Ctrl-Z in a terminal that is not in raw mode.
    Stop,
    /// The process was stopped and goes on.
    Continue,
    /// The terminal has a new size.
    Resize,
    /// A child process ended.
    Child,
}

/// Catches the signals from its creation to the end of the process.
///
/// A signal that was ignored when the program began (as under `nohup`) is caught all the same.
#[derive(Debug)]
pub(crate) struct Signals {
    pipe: UnixStream,
    came: Vec<(i32, Arc<AtomicBool>)>,
}

impl Signals {
    /// Begins to catch them. To be called once, before anything is done to the terminal.
    pub(crate) fn catch() -> io::Result<Self> {
        let (pipe, sender) = UnixStream::pair()?;
        pipe.set_nonblocking(true)?;
        sender.set_nonblocking(true)?;
        let mut came = Vec::new();
        for signal in ENDING.into_iter().chain(OTHERS) {
            let flag = Arc::new(AtomicBool::new(false));
            // Actions run in this order: whoever is woken by the pipe finds the flag set.
            flag::register(signal, Arc::clone(&flag))?;
            low_level::pipe::register(signal, sender.try_clone()?)?;
            came.push((signal, flag));
        }
        Ok(Self { pipe, came })
    }

    /// Takes what came since the last call, in the order in which it should be acted on.
    ///
    /// A stop together with a continue is only a continue: their order is not known, and a program
    /// that goes on can be stopped again, but one that is stopped waits for somebody to notice.
    pub(crate) fn take(&self) -> Vec<Signal> {
        self.empty_pipe();
        let mut taken: Vec<Signal> = self
            .came
            .iter()
            .filter(|(_, flag)| flag.swap(false, Ordering::AcqRel))
            .map(|&(signal, _)| match signal {
                SIGTSTP => Signal::Stop,
                SIGCONT => Signal::Continue,
                SIGWINCH => Signal::Resize,
                SIGCHLD => Signal::Child,
                ending => Signal::End(ending),
            })
            .collect();
        if taken.contains(&Signal::Continue) {
            taken.retain(|signal| *signal != Signal::Stop);
        }
        taken
    }

    /// Whether anything came that was not taken.
    pub(crate) fn any(&self) -> bool {
        self.came
            .iter()
            .any(|(_, flag)| flag.load(Ordering::Acquire))
    }

    /// Makes the pipe wait for the next signal; what came is left for [`Signals::take`].
    pub(crate) fn empty_pipe(&self) {
        let mut bytes = [0; 64];
        while matches!((&self.pipe).read(&mut bytes), Ok(1..)) {}
    }

    /// The signal that ends the program, if one came. It is left for [`Signals::take`].
    pub(crate) fn ending(&self) -> Option<i32> {
        self.came
            .iter()
            .find(|(signal, flag)| ENDING.contains(signal) && flag.load(Ordering::Acquire))
            .map(|&(signal, _)| signal)
    }

    /// Forgets a stop and a continue that came: they have been acted on.
    pub(crate) fn forget_stop(&self) {
        for (signal, flag) in &self.came {
            if [SIGTSTP, SIGCONT].contains(signal) {
                flag.store(false, Ordering::Release);
            }
        }
    }
}

impl AsFd for Signals {
    /// Readable when a signal may have come.
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.pipe.as_fd()
    }
}
