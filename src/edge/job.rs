//! Job control: stopping, and whether somebody is there to let the program go on.

use std::io;

use rustix::process;
use rustix::stdio::stdin;
use rustix::termios::tcgetpgrp;

/// Who is to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stop {
    /// All of the job, as the terminal does it on Ctrl-Z. A wrapper (`cargo run`, a script) that
    /// went on would leave the shell waiting for it, and nobody could type `fg`.
    Job,
    /// Only this process: the signal came from outside, and the others got it too or were spared.
    Process,
}

/// Stops; returns when the process goes on.
pub(crate) fn stop(who: Stop) -> io::Result<()> {
    match who {
        Stop::Job => process::kill_current_process_group(process::Signal::STOP)?,
        Stop::Process => process::kill_process(process::getpid(), process::Signal::STOP)?,
    }
    Ok(())
}

/// Whether the terminal is ours: changing its modes from the background stops the process.
///
/// True when it cannot be told, as on a terminal that does not control this session.
pub(crate) fn in_foreground() -> bool {
    tcgetpgrp(stdin()).map_or(true, |group| group == process::getpgrp())
}

/// Whether no shell would notice a stop: the program is all there is in the window, or its shell is
/// gone. The kernel then ignores the default action of SIGTSTP; SIGSTOP would freeze it for ever.
pub(crate) fn is_orphaned() -> bool {
    let Ok(session) = process::getsid(None) else {
        return true;
    };
    let Some(parent) = process::getppid() else {
        return true;
    };
    let group = process::getpgrp();
    match process::getpgid(Some(parent)) {
        // A wrapper. Its group has a shell behind it unless it is the one the session began with.
        Ok(its_group) if its_group == group => session == group,
        Ok(_) => process::getsid(Some(parent)) != Ok(session),
        Err(_) => true,
    }
}
