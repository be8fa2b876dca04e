//! The one wait of the program, and the one place where systems differ in it.

use std::io;
use std::os::fd::BorrowedFd;
use std::time::Duration;

/// What is waited for on a descriptor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Interest {
    /// Something to read.
    Read,
    /// Room to write.
    Write,
    /// Only the end of it.
    End,
}

/// What the wait found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Readiness {
    /// Nothing.
    Quiet,
    /// What was waited for.
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

    let mut polled = descriptors.map(|(descriptor, interest)| {
        let flags = match interest {
            Interest::Read => PollFlags::IN,
            Interest::Write => PollFlags::OUT,
            Interest::End => PollFlags::empty(),
        };
        PollFd::from_borrowed_fd(descriptor, flags)
    });
    // A time too long for the system is as good as for ever.
    let timeout = timeout.and_then(|time| Timespec::try_from(time).ok());
    match rustix::event::poll(&mut polled, timeout.as_ref()) {
        Ok(_) => {}
        Err(rustix::io::Errno::INTR) => return Ok(None),
        Err(error) => return Err(error.into()),
    }
    Ok(Some(polled.map(|polled| {
        let found = polled.revents();
        if found.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
            Readiness::Gone
        } else if found.is_empty() {
            Readiness::Quiet
        } else {
            Readiness::Ready
        }
    })))
}

/// The same with `select(2)`, as `poll(2)` of macOS does not know terminals. It does not tell a
/// descriptor that is gone from one that is ready: reading nothing and failing to write do.
#[cfg(target_os = "macos")]
pub(crate) fn poll<const N: usize>(
    descriptors: [(BorrowedFd<'_>, Interest); N],
    timeout: Option<Duration>,
) -> io::Result<Option<[Readiness; N]>> {
    use filedescriptor::{Error, POLLHUP, POLLIN, POLLOUT, pollfd};
    use std::os::fd::AsRawFd;

    let mut polled = descriptors.map(|(descriptor, interest)| pollfd {
        fd: descriptor.as_raw_fd(),
        events: match interest {
            Interest::Read => POLLIN,
            Interest::Write => POLLOUT,
            Interest::End => 0,
        },
        revents: 0,
    });
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
    Ok(Some(polled.map(|polled| {
        if polled.revents & POLLHUP != 0 {
            Readiness::Gone
        } else if polled.revents & polled.events == 0 {
            Readiness::Quiet
        } else {
            Readiness::Ready
        }
    })))
}
