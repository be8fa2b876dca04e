//! The wait of a front: for its person, for signals, and for replies of the worker.

use std::io;
use std::os::fd::{AsFd as _, BorrowedFd};
use std::time::Duration;

use crate::edge::front::Shown;
use crate::edge::signals::Signals;
use crate::edge::wait::{self, Interest, Readiness};
use crate::edge::woken::Wake;
use crate::edge::worker::replies::Wakes;

/// What a front waits with, and what it does then.
pub(crate) trait Waiting {
    /// The signals that it caught.
    fn signals(&self) -> &Signals;

    /// The replies that came.
    fn wakes(&self) -> &Wakes;

    /// Where the person types, and where it shows. `is_stale` says that something is still to be shown.
    fn streams(&self, is_stale: bool) -> [(BorrowedFd<'_>, Interest); 2];

    /// Acts on the signals that came; whether the wait is over because of them.
    fn heed_signals(&mut self, woken: &mut Vec<Wake>) -> io::Result<bool>;

    /// Takes what the person typed; whether the wait is over because a stream is gone.
    fn take_input(&mut self, input: Readiness, output: Readiness, woken: &mut Vec<Wake>) -> bool;

    /// Sends on what is taken; [`Shown::Later`] when that is not all.
    fn send(&mut self) -> io::Result<Shown>;
}

/// Waits as [`Front::wait`](crate::edge::front::Front::wait) says.
pub(crate) fn wait(
    front: &mut impl Waiting,
    timeout: Option<Duration>,
    is_stale: bool,
) -> io::Result<Vec<Wake>> {
    let timeout = if front.signals().any() {
        Some(Duration::ZERO)
    } else {
        timeout
    };
    let [input, output] = front.streams(is_stale);
    let descriptors = [
        (front.signals().as_fd(), Interest::Read),
        (front.wakes().as_fd(), Interest::Read),
        input,
        output,
    ];
    let found = wait::poll(descriptors, timeout)?;
    // A signal that cut the wait short has been handled by now.
    let [signals, wakes, input, output] = found.unwrap_or([Readiness::Quiet; 4]);
    let mut woken = Vec::new();
    let is_signalled = signals != Readiness::Quiet || front.signals().any();
    if is_signalled && front.heed_signals(&mut woken)? {
        return Ok(woken);
    }
    if wakes != Readiness::Quiet {
        front.wakes().take();
        woken.push(Wake::Reply);
    }
    if front.take_input(input, output, &mut woken) {
        return Ok(woken);
    }
    if output == Readiness::Ready
        && let Shown::Ended(ending) = front.send()?
    {
        woken.push(Wake::Ended(ending));
    }
    Ok(woken)
}
