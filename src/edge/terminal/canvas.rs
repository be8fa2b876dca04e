//! The output of ratatui: bytes that are sent on only while the terminal takes them.

use std::io::{self, ErrorKind};
use std::sync::Arc;

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use rustix::termios::tcgetwinsize;

use crate::edge::outgoing::Outgoing;
use crate::edge::terminal::pen::Pen;
use crate::edge::terminal::screen::TerminalScreen;

/// The size of a terminal that does not know its own, such as a serial line.
const UNKNOWN: Size = Size::new(80, 24);

/// The most that is painted, from the top left corner: a terminal may claim any size, and every cell
/// takes memory.
const LARGEST: Size = Size::new(500, 200);

/// A backend over [`CrosstermBackend`] that never touches the terminal while ratatui draws.
///
/// Drawing therefore never blocks and never fails, and ratatui's `Drop`, which prints (and panics)
/// when it cannot show the cursor, cannot fail either. The size is asked of standard output, not of
/// `/dev/tty`, and never of a `tput` process. The position of the cursor is never asked: the answer
/// would come among the keys, and a silent terminal costs two seconds.
#[derive(Debug)]
pub(crate) struct Canvas {
    screen: Arc<TerminalScreen>,
    waiting: Outgoing,
    cursor_hidden: bool,
}

impl Canvas {
    /// A canvas of the size of the screen.
    pub(crate) fn new(screen: Arc<TerminalScreen>) -> Self {
        Self {
            screen,
            waiting: Outgoing::default(),
            cursor_hidden: false,
        }
    }

    /// Sends on as much as the terminal takes without blocking.
    pub(crate) fn send(&mut self) -> io::Result<()> {
        self.waiting.send(self.screen.out())
    }

    /// Starts again with these codes: unsent ones belong to a picture that is gone.
    pub(crate) fn begin(&mut self, codes: &[u8]) {
        self.forget();
        self.waiting.bytes().extend(codes);
    }

    /// Returns whether something is left to send.
    pub(crate) fn is_waiting(&self) -> bool {
        self.waiting.is_waiting()
    }

    /// Forgets what was not sent, because the terminal is given away or has to be drawn again.
    pub(crate) fn forget(&mut self) {
        self.waiting.forget();
        self.cursor_hidden = false;
    }

    fn codes(&mut self) -> CrosstermBackend<&mut Vec<u8>> {
        CrosstermBackend::new(self.waiting.bytes())
    }
}

impl Backend for Canvas {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut pen = Pen::new(self.waiting.bytes());
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
            width: size.ws_col.min(LARGEST.width),
            height: size.ws_row.min(LARGEST.height),
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
