//! The terminal: drawing on it, waiting for what comes from it, and going away from it for a while.

use std::io::{self, ErrorKind};
use std::os::fd::{AsFd, BorrowedFd};
use std::sync::Arc;
use std::time::Duration;

use ratatui::backend::Backend;
use ratatui::layout::{Position, Rect};
use rustix::stdio::stdin;
use rustix::termios::tcgetattr;

use crate::edge::front::waiting::{self, Waiting};
use crate::edge::front::{Front, Shown, Suspended};
use crate::edge::job::StopTarget;
use crate::edge::panics;
use crate::edge::signals::{Signal, Signals};
use crate::edge::terminal::canvas::Canvas;
use crate::edge::terminal::input::{Drained, KeyInput};
use crate::edge::terminal::screen::TerminalScreen;
use crate::edge::wait::{self, Interest, Readiness};
use crate::edge::woken::{Ending, Wake};
use crate::edge::worker::replies::{Waker, Wakes};
use crate::tui::app::App;
use crate::tui::message::Now;
use crate::words::en::system;

pub(crate) mod stopping;

/// The terminal in our modes. Open one at a time, in the main thread; standard input and output have
/// to be terminals. Dropping it leaves the screen.
pub(crate) struct Terminal {
    screen: Arc<TerminalScreen>,
    ratatui: ratatui::Terminal<Canvas>,
    signals: Signals,
    wakes: Wakes,
    waker: Waker,
    input: KeyInput,
    /// The next frame has to be drawn whole: what the screen shows is not known.
    whole: bool,
}

impl Terminal {
    /// Takes the terminal over: panic hook, signals, modes, in this order, so that from the first
    /// change on there is a way back.
    pub(crate) fn open() -> io::Result<Self> {
        let screen = Arc::new(TerminalScreen::new()?);
        panics::hook(Arc::clone(&screen));
        let signals = Signals::catch()?;
        let (wakes, handle) = Wakes::new()?;
        // Whoever draws decides about colours (NO_COLOR). crossterm would obey it by writing colours
        // as empty sequences, and those reset bold and reverse as well.
        crossterm::style::force_color_output(true);
        let canvas = Canvas::new(Arc::clone(&screen));
        let mut terminal = Self {
            ratatui: ratatui::Terminal::new(canvas)?,
            screen,
            signals,
            wakes,
            waker: handle,
            input: KeyInput::new(),
            whole: false,
        };
        // In the background (`supple &`) this is where it waits for `fg`.
        match terminal.regain_foreground()? {
            None => terminal.enter()?,
            // Left for the first wait to find.
            Some(Ending::Signal(_)) => {}
            Some(_) => return Err(io::Error::other(system::TERMINAL_TAKEN)),
        }
        Ok(terminal)
    }

    /// Returns the size.
    pub(crate) fn area(&mut self) -> io::Result<Rect> {
        let size = self.canvas().size()?;
        Ok(Rect::from((Position::ORIGIN, size)))
    }

    /// Returns the handle with which other threads wake the loop.
    pub(crate) fn waker(&self) -> Waker {
        self.waker.clone()
    }

    fn enter(&mut self) -> io::Result<()> {
        let codes = self.screen.enter()?;
        self.canvas().begin(&codes);
        Ok(())
    }

    /// Gives the terminal back. Can be called any number of times.
    fn give_back(&mut self) {
        self.canvas().forget();
        self.screen.leave();
    }

    /// Takes the terminal again after it was given back or after others had it. The next frame is
    /// drawn whole.
    pub(crate) fn resume(&mut self) -> io::Result<()> {
        self.input.forget();
        self.whole = true;
        self.enter()
    }

    fn canvas(&mut self) -> &mut Canvas {
        self.ratatui.backend_mut()
    }
}

impl Waiting for Terminal {
    fn signals(&self) -> &Signals {
        &self.signals
    }

    fn wakes(&self) -> &Wakes {
        &self.wakes
    }

    fn streams(&self, is_stale: bool) -> [(BorrowedFd<'_>, Interest); 2] {
        let out = if is_stale || self.ratatui.backend().is_waiting() {
            Interest::Write
        } else {
            Interest::End
        };
        [(stdin(), Interest::Read), (self.screen.as_fd(), out)]
    }

    fn heed_signals(&mut self, woken: &mut Vec<Wake>) -> io::Result<bool> {
        for signal in self.signals.take() {
            match signal {
                Signal::End(number) => {
                    woken.push(Wake::Ended(Ending::Signal(number)));
                    return Ok(true);
                }
                Signal::Resize => {
                    // Also when the size is what it was: it may have been another one in between, and
                    // what was cut off then is gone from the screen.
                    self.whole = true;
                    let size = self.canvas().size()?;
                    woken.push(Wake::Resized(size.width, size.height));
                }
                Signal::Child => woken.push(Wake::Child),
                Signal::Nothing => {}
                Signal::Continue => {
                    woken.push(match self.come_back()? {
                        None => Wake::Continued,
                        Some(ending) => Wake::Ended(ending),
                    });
                }
                Signal::Stop => match self.stop(StopTarget::Process)? {
                    Suspended::Back => woken.push(Wake::Stopped),
                    Suspended::Refused => {}
                    Suspended::Ended(ending) => woken.push(Wake::Ended(ending)),
                },
            }
        }
        // Stopping took time: what to wait for has to be determined again.
        Ok(woken
            .iter()
            .any(|woken| matches!(woken, Wake::Stopped | Wake::Continued | Wake::Ended(_))))
    }

    fn take_input(&mut self, tty: Readiness, out: Readiness, woken: &mut Vec<Wake>) -> bool {
        // Looked for before reading: reading a terminal that is gone would go on for ever.
        let is_gone = tty == Readiness::Gone
            || out == Readiness::Gone
            || tty == Readiness::Ready
                && match self.input.drain(woken) {
                    Drained::Some => false,
                    // Where the end of a terminal makes it readable (macOS) it gives nothing.
                    Drained::Nothing => tcgetattr(stdin()).is_err(),
                    Drained::Gone => true,
                };
        if is_gone {
            woken.push(Wake::Ended(Ending::HangUp));
        }
        is_gone
    }

    fn send(&mut self) -> io::Result<Shown> {
        match self.canvas().send() {
            Ok(()) if self.canvas().is_waiting() => Ok(Shown::Later),
            Ok(()) => Ok(Shown::Yes),
            Err(error) if is_hang_up(&error) => Ok(Shown::Ended(Ending::HangUp)),
            Err(error) => Err(error),
        }
    }
}

impl Front<App> for Terminal {
    /// Draws a frame, unless the terminal does not take the last one yet (a stalled connection).
    fn show(&mut self, app: &App, now: Now) -> io::Result<Shown> {
        if !self.screen.is_entered() {
            return Ok(Shown::Later);
        }
        let writable = [(self.screen.as_fd(), Interest::Write)];
        match wait::poll(writable, Some(Duration::ZERO))? {
            Some([Readiness::Ready]) => {}
            Some([Readiness::Gone]) => return Ok(Shown::Ended(Ending::HangUp)),
            Some([Readiness::Quiet]) | None => return Ok(Shown::Later),
        }
        match self.send()? {
            Shown::Yes => {}
            held_up => return Ok(held_up),
        }
        if self.whole {
            // `clear` would do the same and ask for the position of the cursor.
            let area = self.area()?;
            self.ratatui.resize(area)?;
            self.whole = false;
        }
        self.ratatui.draw(|frame| app.draw(frame, now))?;
        Ok(match self.send()? {
            Shown::Yes | Shown::Later => Shown::Yes,
            Shown::Ended(ending) => Shown::Ended(ending),
        })
    }

    /// Stopping and going on happen in here, on the signals for it.
    fn wait(&mut self, timeout: Option<Duration>, is_stale: bool) -> io::Result<Vec<Wake>> {
        waiting::wait(self, timeout, is_stale)
    }

    fn ending(&self) -> Option<Ending> {
        self.signals.ending().map(Ending::Signal)
    }

    /// As Ctrl-Z does where the terminal is not raw.
    fn suspend(&mut self) -> io::Result<Suspended> {
        self.stop(StopTarget::Job)
    }

    fn finish(&mut self, _app: &App, _now: Now) -> io::Result<Ending> {
        Ok(Ending::Quit)
    }

    fn leave(&mut self) {
        self.give_back();
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.give_back();
    }
}

/// Returns whether an error of the terminal means that it is gone.
pub(crate) fn is_hang_up(error: &io::Error) -> bool {
    use rustix::io::Errno;
    error.kind() == ErrorKind::BrokenPipe
        || matches!(
            Errno::from_io_error(error),
            Some(Errno::IO | Errno::NXIO | Errno::BADF)
        )
}
