//! Bytes on their way out, sent only while somebody takes them: a reader that stalls stops nothing else.

use std::fs::File;
use std::io::{self, ErrorKind, Write as _};
use std::os::fd::AsFd as _;
use std::time::Duration;

use crate::edge::wait::{self, Interest, Readiness};

/// The most bytes written at once. A pseudo-terminal with any room left takes this much whole (Linux counts in pages of
/// about 1.8 kB), and so does a pipe; a longer write blocks in the middle when the reader is slow.
const CHUNK: usize = 1024;

/// The bytes that are not written yet.
#[derive(Debug, Default)]
pub(crate) struct Outgoing(Vec<u8>);

impl Outgoing {
    /// Returns the buffer to add bytes to.
    pub(crate) fn bytes(&mut self) -> &mut Vec<u8> {
        &mut self.0
    }

    /// Returns the number of waiting bytes.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns whether something is left to send.
    pub(crate) fn is_waiting(&self) -> bool {
        !self.0.is_empty()
    }

    /// Forgets what was not sent.
    pub(crate) fn forget(&mut self) {
        self.0.clear();
    }

    /// Sends on as much as is taken without blocking.
    ///
    /// # Errors
    /// [`ErrorKind::BrokenPipe`] when nobody is there to take it, or what writing said.
    pub(crate) fn send(&mut self, out: &File) -> io::Result<()> {
        let mut sent = 0;
        let result = send(out, &self.0, &mut sent);
        self.0.drain(..sent);
        result
    }
}

fn send(mut out: &File, bytes: &[u8], sent: &mut usize) -> io::Result<()> {
    for chunk in bytes.chunks(CHUNK) {
        let mut chunk = chunk;
        while !chunk.is_empty() {
            let writable = [(out.as_fd(), Interest::Write)];
            match wait::poll(writable, Some(Duration::ZERO))? {
                Some([Readiness::Ready]) => {}
                Some([Readiness::Gone]) => return Err(ErrorKind::BrokenPipe.into()),
                Some([Readiness::Quiet]) | None => return Ok(()),
            }
            match out.write(chunk) {
                Ok(written) => {
                    *sent += written;
                    chunk = chunk.get(written..).unwrap_or_default();
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                // Another process that shares the descriptor made it so for all of us.
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(()),
                Err(error) => return Err(error),
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{PipeReader, Read as _};
    use std::os::fd::OwnedFd;

    /// More than a pipe takes at once, with no two parts alike.
    fn frame() -> Vec<u8> {
        (0..60_000_u32).flat_map(u32::to_be_bytes).collect()
    }

    fn pipe() -> (PipeReader, File) {
        let (near, far) = io::pipe().unwrap();
        (near, File::from(OwnedFd::from(far)))
    }

    /// All that has come so far.
    fn read(near: &mut PipeReader) -> Vec<u8> {
        let mut read = Vec::new();
        let mut part = [0; 4096];
        while let Ok(Some([Readiness::Ready])) =
            wait::poll([(near.as_fd(), Interest::Read)], Some(Duration::ZERO))
        {
            let length = near.read(&mut part).unwrap();
            read.extend(&part[..length]);
        }
        read
    }

    #[test]
    fn what_a_slow_reader_did_not_take_is_sent_on_without_a_gap() {
        let (mut near, out) = pipe();
        let mut waiting = Outgoing::default();
        waiting.bytes().extend(frame());
        let mut parts = Vec::new();
        while waiting.is_waiting() {
            waiting.send(&out).unwrap();
            parts.push(read(&mut near));
        }
        assert!(parts.len() > 1, "the pipe took all at once");
        assert!(parts.concat() == frame());
    }

    #[test]
    fn what_is_forgotten_is_not_sent() {
        let (mut near, out) = pipe();
        let mut waiting = Outgoing::default();
        waiting.bytes().extend(frame());
        waiting.send(&out).unwrap();
        waiting.forget();
        assert!(!waiting.is_waiting());
        read(&mut near);
        waiting.bytes().extend(b"new");
        waiting.send(&out).unwrap();
        assert_eq!(read(&mut near), b"new");
    }

    #[test]
    fn a_reader_that_is_gone_is_told() {
        let (near, out) = pipe();
        drop(near);
        let mut waiting = Outgoing::default();
        waiting.bytes().extend(b"words");
        let error = waiting.send(&out).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::BrokenPipe);
    }
}
