//! Job control: stopping, and whether somebody is there to let the program go on.

use std::io;

use nix::unistd::{self, Pid};
use rustix::process;
use rustix::stdio::stdin;

/// The processes to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StopTarget {
    /// All of the job, as the terminal does it on Ctrl-Z. A wrapper (`cargo run`, a script) that
    /// went on would leave the shell waiting for it, and nobody could type `fg`.
    Job,
    /// Only this process: the signal came from outside, and the others got it too or were spared.
    Process,
}

/// Stops; returns when the process goes on.
pub(crate) fn stop(who: StopTarget) -> io::Result<()> {
    match who {
        StopTarget::Job => process::kill_current_process_group(process::Signal::STOP)?,
        StopTarget::Process => process::kill_process(process::getpid(), process::Signal::STOP)?,
    }
    Ok(())
}

// The numbers below are asked of `nix`: one that belongs to another namespace reads 0 in a container,
// and `rustix` takes a process number for one that is never 0.

/// Returns whether the terminal is ours: changing its modes from the background stops the process.
///
/// True when it cannot be told, as on a terminal that does not control this session.
pub(crate) fn in_foreground() -> bool {
    match unistd::tcgetpgrp(stdin()) {
        Ok(UNSEEN) | Err(_) => true,
        Ok(group) => group == unistd::getpgrp(),
    }
}

/// Returns whether no shell would notice a stop: the program is all there is in the window, or its shell is gone. The
/// kernel then ignores the default action of SIGTSTP; SIGSTOP would freeze it for ever.
pub(crate) fn is_orphaned() -> bool {
    let parent = unistd::getppid();
    if parent == UNSEEN {
        return true;
    }
    let (Ok(session), group) = (unistd::getsid(None), unistd::getpgrp()) else {
        return true;
    };
    match unistd::getpgid(Some(parent)) {
        // A wrapper. Its group has a shell behind it unless it is the one the session began with.
        Ok(its_group) if its_group == group => session == group,
        Ok(_) => unistd::getsid(Some(parent)) != Ok(session),
        Err(_) => true,
    }
}

/// The id of a process, a group or a session outside our namespace.
const UNSEEN: Pid = Pid::from_raw(0);
