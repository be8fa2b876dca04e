//! What ratatui draws on: bytes that are sent on only while the terminal takes them.

use std::fs::File;
use std::io::{self, ErrorKind, Write};
use std::os::fd::AsFd;
use std::sync::Arc;
use std::time::Duration;

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use rustix::termios::tcgetwinsize;

use crate::edge::pen::Pen;
use crate::edge::screen::Screen;
use crate::edge::wait::{self, Interest, Readiness};

/// How much is written at once. A pseudo-terminal with any room left takes this much whole (Linux
/// counts in pages of about 1.8 kB); a longer write blocks in the middle when the reader is slow.
const CHUNK: usize = 1024;

/// The size of a terminal that does not know its own, such as a serial line.
const UNKNOWN: Size = Size::new(80, 24);

/// A backend over [`CrosstermBackend`] that never touches the terminal while ratatui draws.
///
/// Drawing therefore never blocks and never fails, and ratatui's `Drop`, which prints (and panics)
/// when it cannot show the cursor, cannot fail either. The size is asked of standard output, not of
/// `/dev/tty`, and never of a `tput` process. The position of the cursor is never asked: the answer
/// would come among the keys, and a silent terminal costs two seconds.
#[derive(Debug)]
pub(crate) struct Canvas {
    screen: Arc<Screen>,
    waiting: Vec<u8>,
    cursor_hidden: bool,
}

impl Canvas {
    /// A canvas of the size of the screen.
    pub(crate) fn new(screen: Arc<Screen>) -> Self {
        Self {
            screen,
            waiting: Vec::new(),
            cursor_hidden: false,
        }
    }

    /// Sends on as much as the terminal takes without blocking; whether nothing is left to send.
    /// An error means that the terminal is gone.
    pub(crate) fn send(&mut self) -> io::Result<bool> {
        let mut sent = 0;
        let result = send(self.screen.out(), &self.waiting, &mut sent);
        self.waiting.drain(..sent);
        result.map(|()| self.waiting.is_empty())
    }

    /// Whether something is left to send.
    pub(crate) fn is_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Forgets what was not sent, because the terminal is given away or has to be drawn anew.
    pub(crate) fn forget(&mut self) {
        self.waiting.clear();
        self.cursor_hidden = false;
    }

    fn codes(&mut self) -> CrosstermBackend<&mut Vec<u8>> {
        CrosstermBackend::new(&mut self.waiting)
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
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(()),
                Err(error) => return Err(error),
            }
        }
    }
    Ok(())
}

impl Backend for Canvas {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut pen = Pen::new(&mut self.waiting);
        for (x, y, cell) in content {
            pen.write(x, y, cell)?;
        }
        pen.plain()
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        // Asked for with every frame.
        if !self.cursor_hidden {
            self.codes().hide_cursor()?;
            self.cursor_hidden = true;
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.cursor_hidden = false;
        self.codes().show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Err(ErrorKind::Unsupported.into())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.codes().set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.codes().clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.codes().clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        let size = tcgetwinsize(&*self.screen).map_or(UNKNOWN, |size| Size {
            width: size.ws_col,
            height: size.ws_row,
        });
        Ok(if size.width == 0 || size.height == 0 {
            UNKNOWN
        } else {
            size
        })
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize {
            columns_rows: self.size()?,
            pixels: Size::ZERO,
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
