//! The way of replies from other threads to the loop.

use std::io::{self, Read, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};

use crate::tui::message::Reply;

/// Wakes the loop from any thread.
#[derive(Debug, Clone)]
pub(crate) struct Waker(Arc<UnixStream>);

impl Waker {
    /// Makes the wait of the loop end. Never blocks and never fails: a full pipe wakes as well, and
    /// when the loop is gone there is nobody to wake.
    pub(crate) fn wake(&self) {
        let _ = (&*self.0).write(&[0]);
    }
}

/// The end of the wake pipe that the loop waits for.
#[derive(Debug)]
pub(crate) struct Wakes(UnixStream);

impl Wakes {
    /// A pipe, with the end that wakes.
    pub(crate) fn new() -> io::Result<(Self, Waker)> {
        let (near, far) = UnixStream::pair()?;
        near.set_nonblocking(true)?;
        far.set_nonblocking(true)?;
        Ok((Self(near), Waker(Arc::new(far))))
    }

    /// Empties the pipe. To be called before the replies are taken, so that one sent in between
    /// wakes again.
    pub(crate) fn take(&self) {
        let mut bytes = [0; 64];
        while matches!((&self.0).read(&mut bytes), Ok(1..)) {}
    }
}

impl AsFd for Wakes {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.0.as_fd()
    }
}

/// Sends replies to the loop and wakes it. Clones are cheap: one for each thread.
#[derive(Debug, Clone)]
pub(crate) struct Replies {
    sender: Sender<Reply>,
    waker: Waker,
}

impl Replies {
    /// Sends a reply; when the loop has ended it is dropped.
    pub(crate) fn send(&self, reply: Reply) {
        if self.sender.send(reply).is_ok() {
            self.waker.wake();
        }
    }
}

/// The end that sends replies, and the end that the loop takes them from.
pub(crate) fn replies(waker: Waker) -> (Replies, Receiver<Reply>) {
    let (sender, inbox) = mpsc::channel();
    (Replies { sender, waker }, inbox)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edge::wait::{self, Interest, Readiness};
    use std::time::Duration;

    fn readable(wakes: &Wakes) -> bool {
        let waited = [(wakes.as_fd(), Interest::Read)];
        wait::poll(waited, Some(Duration::ZERO)).unwrap() == Some([Readiness::Ready])
    }

    #[test]
    fn a_reply_wakes_once_and_a_full_pipe_does_not_block() {
        let (wakes, waker) = Wakes::new().unwrap();
        let (sender, inbox) = replies(waker);
        assert!(!readable(&wakes));
        for _ in 0..100_000 {
            sender.send(Reply::ProfileSaved);
        }
        assert!(readable(&wakes));
        wakes.take();
        assert!(!readable(&wakes));
        assert_eq!(inbox.try_iter().count(), 100_000);
    }

    #[test]
    fn a_reply_that_nobody_waits_for_is_no_error() {
        let (wakes, waker) = Wakes::new().unwrap();
        let (sender, inbox) = replies(waker.clone());
        drop(inbox);
        sender.send(Reply::ProfileSaved);
        assert!(!readable(&wakes));
        drop(wakes);
        waker.wake();
    }
}
