//! The one wait of the program, and the one place where systems differ in it.

use std::io;
use std::os::fd::BorrowedFd;
use std::time::Duration;

/// The event to wait for on a descriptor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Interest {
    /// Something to read.
    Read,
    /// Room to write.
    Write,
    /// Only the end of it.
    End,
    /// Nothing: it is left out of the wait. What has ended reports its end again and again.
    Nothing,
}

/// The result of a wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Readiness {
    /// Nothing.
    Quiet,
    /// The event has happened.
    Ready,
    /// The other end is gone: reading and writing make no sense any more.
    Gone,
}

/// Waits until one of the descriptors is ready or gone, or for as long as `timeout`; without one,
/// for ever. `None` is the wait that a signal cut short.
#[cfg(not(target_os = "macos"))]
pub(crate) fn poll<const N: usize>(
    descriptors: [(BorrowedFd<'_>, Interest); N],
    timeout: Option<Duration>,
) -> io::Result<Option<[Readiness; N]>> {
    use rustix::event::{PollFd, PollFlags, Timespec};

    let polled = descriptors.iter().filter_map(|(descriptor, interest)| {
        let flags = match interest {
            Interest::Read => PollFlags::IN,
            Interest::Write => PollFlags::OUT,
            Interest::End => PollFlags::empty(),
            Interest::Nothing => return None,
        };
        Some(PollFd::from_borrowed_fd(*descriptor, flags))
    });
    let mut polled: Vec<PollFd<'_>> = polled.collect();
    // A time too long for the system is as good as for ever.
    let timeout = timeout.and_then(|time| Timespec::try_from(time).ok());
    match rustix::event::poll(&mut polled, timeout.as_ref()) {
        Ok(_) => {}
        Err(rustix::io::Errno::INTR) => return Ok(None),
        Err(error) => return Err(error.into()),
    }
    let found = polled.iter().map(|polled| {
        let found = polled.revents();
        if found.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
            Readiness::Gone
        } else if found.is_empty() {
            Readiness::Quiet
        } else {
            Readiness::Ready
        }
    });
    Ok(Some(placed(&descriptors, found)))
}

/// Waits with `select(2)`, as `poll(2)` of macOS does not know terminals. It does not tell a descriptor that is gone
/// from one that is ready: reading nothing and failing to write do.
#[cfg(target_os = "macos")]
pub(crate) fn poll<const N: usize>(
    descriptors: [(BorrowedFd<'_>, Interest); N],
    timeout: Option<Duration>,
) -> io::Result<Option<[Readiness; N]>> {
    use filedescriptor::{Error, POLLHUP, POLLIN, POLLOUT, pollfd};
    use std::os::fd::AsRawFd;

    let polled = descriptors.iter().filter_map(|(descriptor, interest)| {
        let events = match interest {
            Interest::Read => POLLIN,
            Interest::Write => POLLOUT,
            Interest::End => 0,
            Interest::Nothing => return None,
        };
        Some(pollfd {
            fd: descriptor.as_raw_fd(),
            events,
            revents: 0,
        })
    });
    let mut polled: Vec<pollfd> = polled.collect();
    // Whole milliseconds, and rounded up: a wait that ends early is started again and again.
    let timeout = timeout.map(|time| {
        let millis = time.as_nanos().div_ceil(1_000_000);
        Duration::from_millis(u64::try_from(millis).unwrap_or(u64::MAX))
    });
    match filedescriptor::poll(&mut polled, timeout) {
        Ok(_) => {}
        Err(Error::Poll(error) | Error::Io(error))
            if error.kind() == io::ErrorKind::Interrupted =>
        {
            return Ok(None);
        }
        Err(Error::Poll(error) | Error::Io(error)) => return Err(error),
        Err(error) => return Err(io::Error::other(error)),
    }
    let found = polled.iter().map(|polled| {
        if polled.revents & POLLHUP != 0 {
            Readiness::Gone
        } else if polled.revents & polled.events == 0 {
            Readiness::Quiet
        } else {
            Readiness::Ready
        }
    });
    Ok(Some(placed(&descriptors, found)))
}

/// Returns the results in the places of their descriptors, those left out included.
fn placed<const N: usize>(
    descriptors: &[(BorrowedFd<'_>, Interest); N],
    mut found: impl Iterator<Item = Readiness>,
) -> [Readiness; N] {
    std::array::from_fn(|at| match descriptors[at].1 {
        Interest::Nothing => Readiness::Quiet,
        _ => found.next().unwrap_or(Readiness::Quiet),
    })
}
