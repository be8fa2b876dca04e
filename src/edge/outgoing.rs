//! Bytes on their way out, sent only while somebody takes them: a reader that stalls stops nothing else.

use std::fs::File;
use std::io::{self, ErrorKind, Write as _};
use std::os::fd::AsFd as _;
use std::time::Duration;

use crate::edge::wait::{self, Interest, Readiness};

/// How much is written at once. A pseudo-terminal with any room left takes this much whole (Linux
/// counts in pages of about 1.8 kB), and so does a pipe; a longer write blocks in the middle when the
/// reader is slow.
const CHUNK: usize = 1024;

/// What is to be written and is not written yet.
#[derive(Debug, Default)]
pub(crate) struct Outgoing(Vec<u8>);

impl Outgoing {
    /// Where more is put in.
    pub(crate) fn bytes(&mut self) -> &mut Vec<u8> {
        &mut self.0
    }

    /// How many bytes wait.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether something is left to send.
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
