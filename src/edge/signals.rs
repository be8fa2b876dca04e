//! Signals, turned into something that `poll(2)` can wait for.

use std::io::{self, Read};
use std::ops::RangeInclusive;
use std::os::fd::{AsFd, AsRawFd as _, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use signal_hook::consts::{
    SIGABRT, SIGALRM, SIGCHLD, SIGCONT, SIGHUP, SIGINT, SIGIO, SIGPROF, SIGQUIT, SIGSYS, SIGTERM,
    SIGTRAP, SIGTSTP, SIGUSR1, SIGUSR2, SIGVTALRM, SIGWINCH, SIGXCPU, SIGXFSZ,
};
use signal_hook::{flag, low_level};

/// The signals that end the program, the most urgent first: all whose default would end it without the
/// terminal being given back. Not those that stand for a fault of the program itself (SEGV, BUS, ILL,
/// FPE): whoever returns from one of these meets it again at once.
const ENDING: [i32; 14] = [
    SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU,
    SIGIO, SIGABRT, SIGTRAP, SIGSYS,
];
/// Those of this kind that only Linux has: STKFLT, PWR, and the real-time ones.
#[cfg(target_os = "linux")]
const ENDING_HERE: [RangeInclusive<i32>; 3] = [16..=16, 30..=30, 34..=64];
#[cfg(not(target_os = "linux"))]
const ENDING_HERE: [RangeInclusive<i32>; 0] = [];
/// Signals that do not end it. XFSZ does nothing: the write that would make a file too large then fails,
/// and that is told.
const OTHERS: [i32; 5] = [SIGTSTP, SIGCONT, SIGWINCH, SIGCHLD, SIGXFSZ];

/// The demand of a signal.
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
    /// Nothing has to be done: what went wrong says so itself.
    Nothing,
}

/// Catches the signals from its creation to the end of the process.
#[derive(Debug)]
pub(crate) struct Signals {
    pipe: UnixStream,
    /// The writing end of the handlers, open for as long as the process lives.
    _sender: UnixStream,
    came: Vec<(i32, Arc<AtomicBool>)>,
    /// Those that stay ignored.
    ignored: Vec<i32>,
}

impl Signals {
    /// Begins to catch them, also those that were ignored when the program began: a window that is
    /// closed must end it. To be called once, before anything is done to the terminal.
    pub(crate) fn catch() -> io::Result<Self> {
        Self::catch_all_but(Vec::new())
    }

    /// Catches the signals, but leaves those ignored that were ignored at the start, as under `nohup`.
    pub(crate) fn catch_unless_ignored() -> io::Result<Self> {
        let mut ignored = ignored_at_start();
        // Of these the program has to know.
        ignored.retain(|signal| *signal == SIGTSTP || !OTHERS.contains(signal));
        Self::catch_all_but(ignored)
    }

    fn catch_all_but(ignored: Vec<i32>) -> io::Result<Self> {
        let (pipe, sender) = UnixStream::pair()?;
        pipe.set_nonblocking(true)?;
        sender.set_nonblocking(true)?;
        let mut came = Vec::new();
        let mut register = |signal| {
            let flag = Arc::new(AtomicBool::new(false));
            // Actions run in this order: whoever is woken by the pipe finds the flag set.
            flag::register(signal, Arc::clone(&flag))?;
            low_level::pipe::register_raw(signal, sender.as_raw_fd())?;
            came.push((signal, flag));
            Ok::<(), io::Error>(())
        };
        for signal in ENDING.into_iter().chain(OTHERS) {
            if !ignored.contains(&signal) {
                register(signal)?;
            }
        }
        for signal in ENDING_HERE.into_iter().flatten() {
            if !ignored.contains(&signal) {
                // The C library may keep some of them for itself.
                let _ = register(signal);
            }
        }
        Ok(Self {
            pipe,
            _sender: sender,
            came,
            ignored,
        })
    }

    /// Returns whether a closed window was not to end the program.
    pub(crate) fn ignores_hang_up(&self) -> bool {
        self.ignored.contains(&SIGHUP)
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
                SIGXFSZ => Signal::Nothing,
                ending => Signal::End(ending),
            })
            .collect();
        if taken.contains(&Signal::Continue) {
            taken.retain(|signal| *signal != Signal::Stop);
        }
        taken
    }

    /// Returns whether anything came that was not taken.
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
            .find(|(signal, flag)| !OTHERS.contains(signal) && flag.load(Ordering::Acquire))
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

/// Lets a write that would make a file too large fail, so that it can be told, rather than end the program.
pub(crate) fn let_writes_fail() {
    // Where this fails the system ends it, as it would have.
    let _ = flag::register(SIGXFSZ, Arc::default());
}

/// The signals that were ignored when the program began; none where the system does not say.
fn ignored_at_start() -> Vec<i32> {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    ignored(&status)
}

/// Reads them from the mask in `SigIgn:`, in which the lowest bit is signal 1.
fn ignored(status: &str) -> Vec<i32> {
    let mask = status
        .lines()
        .find_map(|line| line.strip_prefix("SigIgn:"))
        .and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok())
        .unwrap_or(0);
    let is_ignored = |signal: &i32| mask >> (signal - 1) & 1 == 1;
    (1..=64).filter(is_ignored).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Signals of which these have come, without a handler for any.
    fn came(numbers: &[i32]) -> Signals {
        let (pipe, sender) = UnixStream::pair().unwrap();
        pipe.set_nonblocking(true).unwrap();
        let flag = |signal: &i32| (*signal, Arc::new(AtomicBool::new(true)));
        Signals {
            pipe,
            _sender: sender,
            came: numbers.iter().map(flag).collect(),
            ignored: Vec::new(),
        }
    }

    #[test]
    fn a_stop_that_comes_with_a_continue_is_only_a_continue() {
        let both = came(&[SIGTSTP, SIGCONT]);
        assert_eq!(both.take(), [Signal::Continue]);
        assert!(both.take().is_empty(), "each is taken once");
        assert_eq!(came(&[SIGTSTP]).take(), [Signal::Stop]);
        assert_eq!(came(&[SIGCONT]).take(), [Signal::Continue]);
        let forgotten = came(&[SIGTSTP, SIGCONT, SIGWINCH]);
        forgotten.forget_stop();
        assert_eq!(forgotten.take(), [Signal::Resize]);
    }

    #[test]
    fn what_ends_the_program_is_told_without_being_taken() {
        let signals = came(&[SIGWINCH, SIGTERM]);
        assert_eq!(signals.ending(), Some(SIGTERM));
        assert_eq!(signals.take(), [Signal::Resize, Signal::End(SIGTERM)]);
        assert_eq!(signals.ending(), None);
        assert_eq!(came(&[SIGWINCH, SIGXFSZ]).ending(), None);
        assert_eq!(came(&[SIGXFSZ]).take(), [Signal::Nothing]);
    }

    #[test]
    fn what_is_ignored_is_read_from_its_mask() {
        let status = "Name:\tsupple\nSigBlk:\tffffffffffffffff\nSigIgn:\t0000000000001001\n";
        assert_eq!(ignored(status), [SIGHUP, 13]);
        assert_eq!(ignored("SigIgn:\t8000000000000000\n"), [64]);
        assert_eq!(ignored("Name:\tsupple\n"), [0; 0]);
        assert_eq!(ignored("SigIgn:\tnone\n"), [0; 0]);
    }
}
