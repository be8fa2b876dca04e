//! Messages of other threads to the loop.

use std::io::{self, Read, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};

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

    /// Empties the pipe. To be called before the messages are taken, so that one sent in between
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

/// Sends messages to the loop and wakes it. One for each thread; clones are cheap.
#[derive(Debug)]
pub(crate) struct Post<R> {
    letters: Sender<R>,
    waker: Waker,
}

impl<R> Post<R> {
    /// Sends a message; when the loop has ended it is dropped.
    pub(crate) fn send(&self, letter: R) {
        if self.letters.send(letter).is_ok() {
            self.waker.wake();
        }
    }
}

impl<R> Clone for Post<R> {
    fn clone(&self) -> Self {
        Self {
            letters: self.letters.clone(),
            waker: self.waker.clone(),
        }
    }
}

/// A sender of messages and the end that the loop takes them from.
pub(crate) fn mailbox<R>(waker: Waker) -> (Post<R>, Receiver<R>) {
    let (letters, inbox) = mpsc::channel();
    (Post { letters, waker }, inbox)
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
    fn a_letter_wakes_once_and_a_full_pipe_does_not_block() {
        let (wakes, handle) = Wakes::new().unwrap();
        let (post, inbox) = mailbox(handle);
        assert!(!readable(&wakes));
        for letter in 0..100_000 {
            post.send(letter);
        }
        assert!(readable(&wakes));
        wakes.take();
        assert!(!readable(&wakes));
        assert_eq!(inbox.try_iter().count(), 100_000);
    }

    #[test]
    fn nobody_at_home_is_no_error() {
        let (wakes, handle) = Wakes::new().unwrap();
        let (post, inbox) = mailbox(handle.clone());
        drop(inbox);
        post.send(1);
        assert!(!readable(&wakes));
        drop(wakes);
        handle.wake();
    }
}
