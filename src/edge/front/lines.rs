//! Lines in, lines out: the front without a screen.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::os::fd::{AsFd, BorrowedFd};
use std::time::Duration;

use rustix::io::Errno;
use rustix::stdio::{stdin, stdout};
use rustix::termios::tcgetattr;

use crate::content::text::clean::printed;
use crate::edge::front::terminal::is_hang_up;
use crate::edge::front::waiting::{self, Waiting};
use crate::edge::front::{Front, Shown, Suspended};
use crate::edge::job::{self, StopTarget};
use crate::edge::outgoing::Outgoing;
use crate::edge::signals::{Signal, Signals};
use crate::edge::terminal::display;
use crate::edge::wait::{self, Interest, Readiness};
use crate::edge::woken::{Ending, Wake};
use crate::edge::worker::replies::{Waker, Wakes};
use crate::tui::message::Now;
use crate::tui::plain::Plain;

/// Longer lines are no commands.
const LONGEST_LINE: usize = 4096;

/// While more than this waits for a reader, nothing is read: whoever types and does not read must not
/// fill the memory.
const MOST_WAITING: usize = 64 * 1024;

/// Standard input and output as lines.
#[derive(Debug)]
pub(crate) struct Lines {
    signals: Signals,
    wakes: Wakes,
    waker: Waker,
    /// The event to wait for on standard input: readable, until it has ended.
    input: Interest,
    /// True for each of input and output that is a terminal. Once it is gone it is known by nothing else.
    terminals: (bool, bool),
    /// The beginning of a line whose end has not come yet.
    typed: Vec<u8>,
    /// A file of our own on standard output: the one of the standard library waits for its reader.
    out: File,
    waiting: Outgoing,
}

impl Lines {
    /// Begins to catch the signals. A hang-up that is ignored stays so, as under `nohup`.
    pub(crate) fn open() -> io::Result<Self> {
        let signals = Signals::catch_unless_ignored()?;
        let (wakes, waker) = Wakes::new()?;
        Ok(Self {
            signals,
            wakes,
            waker,
            input: Interest::Read,
            terminals: (is_terminal(stdin()), is_terminal(stdout())),
            typed: Vec::new(),
            out: File::from(stdout().try_clone_to_owned()?),
            waiting: Outgoing::default(),
        })
    }

    /// Returns the handle with which other threads wake the loop.
    pub(crate) fn waker(&self) -> Waker {
        self.waker.clone()
    }

    /// Whoever stops reading has heard enough; a terminal that is gone is another matter.
    fn without_reader(&self) -> Ending {
        if self.terminals.1 {
            Ending::HangUp
        } else {
            Ending::Quit
        }
    }

    /// Takes what was typed; at its end nobody is there any more.
    fn read(&mut self, found: Readiness, woken: &mut Vec<Wake>) {
        let mut bytes = [0; 1024];
        match rustix::io::read(stdin(), &mut bytes) {
            Ok(0) => self.input_ended(found, woken),
            Ok(read) => self.take(&bytes[..read], woken),
            Err(Errno::AGAIN | Errno::INTR) => {}
            Err(_) => self.input_ended(found, woken),
        }
    }

    fn take(&mut self, bytes: &[u8], woken: &mut Vec<Wake>) {
        self.typed.extend(bytes);
        while let Some(end) = self.typed.iter().position(|&byte| byte == b'\n') {
            let line: Vec<u8> = self.typed.drain(..=end).collect();
            woken.push(line_of(&line));
        }
        self.typed.truncate(LONGEST_LINE);
    }

    fn input_ended(&mut self, found: Readiness, woken: &mut Vec<Wake>) {
        let is_terminal = self.terminals.0;
        if found == Readiness::Gone && is_terminal && !self.signals.ignores_hang_up() {
            woken.push(Wake::Ended(Ending::HangUp));
            return;
        }
        // Ended input would end each wait again. A terminal can still be hung up.
        self.input = if is_terminal && found != Readiness::Gone {
            Interest::End
        } else {
            Interest::Nothing
        };
        if !self.typed.is_empty() {
            woken.push(line_of(&std::mem::take(&mut self.typed)));
        }
        woken.push(Wake::EndOfInput);
    }
}

impl Waiting for Lines {
    fn signals(&self) -> &Signals {
        &self.signals
    }

    fn wakes(&self) -> &Wakes {
        &self.wakes
    }

    fn streams(&self, _is_stale: bool) -> [(BorrowedFd<'_>, Interest); 2] {
        let is_full = self.waiting.len() > MOST_WAITING;
        let input = match self.input {
            Interest::Read if is_full => Interest::Nothing,
            input => input,
        };
        let out = if self.waiting.is_waiting() {
            Interest::Write
        } else {
            Interest::End
        };
        [(stdin(), input), (self.out.as_fd(), out)]
    }

    fn heed_signals(&mut self, woken: &mut Vec<Wake>) -> io::Result<bool> {
        for signal in self.signals.take() {
            match signal {
                Signal::End(number) => {
                    woken.push(Wake::Ended(Ending::Signal(number)));
                    return Ok(true);
                }
                Signal::Stop if job::is_orphaned() => {}
                Signal::Stop => {
                    job::stop(StopTarget::Process)?;
                    woken.push(Wake::Stopped);
                }
                Signal::Child => woken.push(Wake::Child),
                Signal::Continue | Signal::Resize | Signal::Nothing => {}
            }
        }
        // Stopping took time: what to wait for has to be determined again.
        Ok(woken.contains(&Wake::Stopped))
    }

    fn take_input(&mut self, typing: Readiness, out: Readiness, woken: &mut Vec<Wake>) -> bool {
        if out == Readiness::Gone {
            woken.push(Wake::Ended(self.without_reader()));
            return true;
        }
        if typing != Readiness::Quiet {
            self.read(typing, woken);
        }
        false
    }

    fn send(&mut self) -> io::Result<Shown> {
        match self.waiting.send(&self.out) {
            Ok(()) if self.waiting.is_waiting() => Ok(Shown::Later),
            Ok(()) => Ok(Shown::Yes),
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                Ok(Shown::Ended(self.without_reader()))
            }
            Err(error) if self.terminals.1 && is_hang_up(&error) => {
                Ok(Shown::Ended(Ending::HangUp))
            }
            Err(error) => Err(error),
        }
    }
}

impl Front<Plain> for Lines {
    fn show(&mut self, plain: &Plain, _now: Now) -> io::Result<Shown> {
        for line in plain.lines() {
            let line = display::legible(line, self.terminals.1);
            self.waiting.bytes().extend(printed(&line).as_bytes());
            self.waiting.bytes().push(b'\n');
        }
        // It is taken over, whenever it can be sent.
        Ok(match self.send()? {
            Shown::Yes | Shown::Later => Shown::Yes,
            Shown::Ended(ending) => Shown::Ended(ending),
        })
    }

    fn wait(&mut self, timeout: Option<Duration>, is_stale: bool) -> io::Result<Vec<Wake>> {
        waiting::wait(self, timeout, is_stale)
    }

    fn ending(&self) -> Option<Ending> {
        self.signals.ending().map(Ending::Signal)
    }

    fn suspend(&mut self) -> io::Result<Suspended> {
        if job::is_orphaned() {
            return Ok(Suspended::Refused);
        }
        job::stop(StopTarget::Job)?;
        Ok(Suspended::Back)
    }

    fn finish(&mut self, plain: &Plain, now: Now) -> io::Result<Ending> {
        if let Shown::Ended(ending) = self.show(plain, now)? {
            return Ok(ending);
        }
        loop {
            match self.send()? {
                Shown::Yes => return Ok(Ending::Quit),
                Shown::Ended(ending) => return Ok(ending),
                Shown::Later => {}
            }
            let descriptors = [
                (self.signals.as_fd(), Interest::Read),
                (self.out.as_fd(), Interest::Write),
            ];
            wait::poll(descriptors, None)?;
            let mut woken = Vec::new();
            self.heed_signals(&mut woken)?;
            if let Some(Wake::Ended(ending)) = woken.pop() {
                return Ok(ending);
            }
        }
    }

    fn leave(&mut self) {}
}

/// Returns whether a descriptor is one of a terminal, be it one that is gone already.
fn is_terminal(descriptor: impl AsFd) -> bool {
    matches!(tcgetattr(descriptor), Ok(_) | Err(Errno::IO))
}

fn line_of(bytes: &[u8]) -> Wake {
    Wake::Line(String::from_utf8_lossy(bytes).into_owned())
}
