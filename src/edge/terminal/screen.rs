//! Taking the terminal over and giving it back as it was.

use std::fs::File;
use std::io::{self, ErrorKind, Write as _};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::fs::OpenOptionsExt as _;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crossterm::cursor::{Hide, Show};
use crossterm::queue;
use crossterm::style::{Attribute, Print, SetAttribute};
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use rustix::fs::OFlags;
use rustix::stdio::{stdin, stdout};
use rustix::termios::{
    Action, LocalModes, OptionalActions, SpecialCodeIndex, tcflow, tcgetattr, tcsetattr,
};

use crate::edge::job;
use crate::edge::wait::{self, Interest, Readiness};

/// Leaving waits for a terminal that takes no output, so often and so long each time: a signal must end
/// the program also then.
const TRIES: u32 = 10;
const PATIENCE: Duration = Duration::from_millis(100);

/// Pastes are marked as such.
const PASTE_ON: &str = "\x1b[?2004h";
const PASTE_OFF: &str = "\x1b[?2004l";
/// The keyboard protocol of kitty: Esc is told from the beginning of a sequence (1), and of a letter with Ctrl or Alt
/// the key is named that it lies on (4).
const PUSH_KEYBOARD: &str = "\x1b[>5u";
const POP_KEYBOARD: &str = "\x1b[<1u";

/// The modes of the terminal. The panic hook holds a second reference to it.
#[derive(Debug)]
pub(crate) struct TerminalScreen {
    /// A file of our own on standard output. The one of the standard library keeps the end of what
    /// is written until a newline comes, and writes it at the end of the program, after `leave`.
    out: File,
    entered: AtomicBool,
}

impl TerminalScreen {
    /// The screen on standard output, not entered.
    pub(crate) fn new() -> io::Result<Self> {
        Ok(Self {
            out: File::from(stdout().try_clone_to_owned()?),
            entered: AtomicBool::new(false),
        })
    }

    /// Returns the file that everything shown is written to.
    pub(crate) fn out(&self) -> &File {
        &self.out
    }

    /// Returns whether the terminal is in our modes, as far as we know.
    pub(crate) fn is_entered(&self) -> bool {
        self.entered.load(Ordering::Acquire)
    }

    /// Sets the modes; the codes that show the empty alternate screen are to be written before
    /// anything else. They are not written here, as a stalled terminal would hold up the program.
    ///
    /// Also when it is entered already: somebody may have changed the modes while the process was
    /// stopped. In the background this stops the process, so ask [`job::in_foreground`] first.
    pub(crate) fn enter(&self) -> io::Result<Vec<u8>> {
        let mut codes = Vec::new();
        if self.entered.swap(true, Ordering::AcqRel) {
            // crossterm believes the terminal to be raw still, and would do nothing. The keyboard
            // flags are a stack: pushing without taking ours off would let it grow.
            disable_raw_mode()?;
            queue!(codes, Print(POP_KEYBOARD))?;
        }
        enable_raw_mode()?;
        // A read takes what is there and never waits for more.
        let mut modes = tcgetattr(stdin())?;
        modes.special_codes[SpecialCodeIndex::VMIN] = 0;
        modes.special_codes[SpecialCodeIndex::VTIME] = 0;
        tcsetattr(stdin(), OptionalActions::Now, &modes)?;
        queue!(codes, EnterAlternateScreen, Hide, Print(PASTE_ON))?;
        // After the switch, as the two screens have a stack each. Whether the terminal knows it is not
        // asked: a silent one costs two seconds.
        queue!(codes, Print(PUSH_KEYBOARD))?;
        Ok(codes)
    }

    /// Gives the terminal back. Once left it does nothing; errors are ignored, as there is nobody to
    /// tell. A terminal that takes no output is waited for a second, and left without a word then.
    pub(crate) fn leave(&self) {
        if !self.entered.swap(false, Ordering::AcqRel) {
            return;
        }
        // A job in the background that sets modes is stopped, also one that is about to end; then
        // the shell has the terminal, and its modes are the right ones.
        let ours = job::in_foreground();
        if ours || may_write_from_background() {
            let mut codes = Vec::new();
            // Colours first: a frame may be cut off in its middle, and not every terminal puts them
            // back with the other screen.
            let _ = queue!(
                codes,
                SetAttribute(Attribute::Reset),
                Print(POP_KEYBOARD),
                Print(PASTE_OFF),
                Show,
                LeaveAlternateScreen
            );
            let written = self.write(&codes);
            // Output that was stopped is not ours to stop for good: what is written then is the end.
            if written.is_err() && ours && tcflow(&self.out, Action::OOn).is_ok() {
                let _ = self.write(&codes);
            }
        }
        if ours {
            let _ = disable_raw_mode();
        }
    }

    /// Writes all of it, waiting where the terminal is slow, but no longer than there is patience.
    fn write(&self, mut bytes: &[u8]) -> io::Result<()> {
        // Opened again, it can be written to without waiting, and nobody else notices. A terminal takes
        // a little more than `poll(2)` lets on: enough for the last word.
        let flags = OFlags::NONBLOCK | OFlags::NOCTTY;
        let flags = i32::try_from(flags.bits()).unwrap_or_default();
        let reopened = File::options()
            .write(true)
            .custom_flags(flags)
            .open("/proc/self/fd/1");
        for _ in 0..TRIES {
            match self.try_write(reopened.as_ref().ok(), bytes) {
                Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) if error.kind() == ErrorKind::WouldBlock => {
                    wait::poll([(self.as_fd(), Interest::Write)], Some(PATIENCE))?;
                }
                Err(error) => return Err(error),
            }
            if bytes.is_empty() {
                return Ok(());
            }
        }
        Err(ErrorKind::TimedOut.into())
    }

    /// Writes as much as is taken at once.
    fn try_write(&self, reopened: Option<&File>, bytes: &[u8]) -> io::Result<usize> {
        if let Some(mut out) = reopened {
            return out.write(bytes);
        }
        let writable = [(self.as_fd(), Interest::Write)];
        match wait::poll(writable, Some(Duration::ZERO))? {
            Some([Readiness::Ready]) => (&self.out).write(bytes),
            _ => Err(ErrorKind::WouldBlock.into()),
        }
    }
}

impl AsFd for TerminalScreen {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.out.as_fd()
    }
}

fn may_write_from_background() -> bool {
    tcgetattr(stdin()).is_ok_and(|modes| !modes.local_modes.contains(LocalModes::TOSTOP))
}
