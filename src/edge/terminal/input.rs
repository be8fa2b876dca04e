//! Reading keys.
//!
//! The terminal has VMIN = 0 and is read only when `poll(2)` says that there is something: no read ever waits, so that
//! signals and the count go on whatever comes in, and what is not read yet makes the next wait end at once.

use std::env;

use rustix::io::{Errno, read};
use rustix::stdio::stdin;

use std::time::Duration;

use crate::edge::terminal::decoder::Decoder;
use crate::edge::wait::{self, Interest, Readiness};
use crate::edge::woken::Wake;
use crate::tui::input::layout::Layout;

/// The most that is read at once.
const READ: usize = 1024;
/// The most reads in a row: an endless paste still leaves time for the rest.
const READS: usize = 4;

/// The result of reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Drained {
    /// There was something, and what is left makes the terminal readable again.
    Some,
    /// The terminal gave nothing.
    Nothing,
    /// It cannot be read any more.
    Gone,
}

/// The keyboard.
#[derive(Debug)]
pub(crate) struct KeyInput {
    decoder: Decoder,
}

impl KeyInput {
    /// The keyboard of somebody with the language of the environment.
    pub(crate) fn new() -> Self {
        Self {
            decoder: Decoder::new(layout()),
        }
    }

    /// Others had the terminal: the rest of what was begun does not come any more.
    pub(crate) fn forget(&mut self) {
        self.decoder.forget();
    }

    /// Takes what there is. Never waits for the rest of what came in part.
    pub(crate) fn drain(&mut self, woken: &mut Vec<Wake>) -> Drained {
        let mut bytes = [0; READ];
        for round in 0..READS {
            if !is_readable() {
                self.decoder.pause(woken);
                return if round == 0 {
                    Drained::Nothing
                } else {
                    Drained::Some
                };
            }
            let count = match read(stdin(), &mut bytes) {
                Ok(0) if round == 0 => return Drained::Nothing,
                Err(Errno::INTR | Errno::AGAIN) => continue,
                Ok(count) => count,
                Err(_) => return Drained::Gone,
            };
            let came = &bytes[..count];
            if round == 0 && count < READ {
                self.decoder.end_paste_by(came, woken);
            }
            self.decoder.feed(came, woken);
        }
        if !is_readable() {
            self.decoder.pause(woken);
        }
        Drained::Some
    }
}

/// The keyboard layout of the language of the environment.
pub(crate) fn layout() -> Option<&'static Layout> {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"];
    let mut locales = names.iter().filter_map(|name| env::var(name).ok());
    let locale = locales.find(|locale| !locale.is_empty())?;
    Layout::of(&locale)
}

/// Returns whether a read gives something at once.
fn is_readable() -> bool {
    let found = wait::poll([(stdin(), Interest::Read)], Some(Duration::ZERO));
    matches!(found, Ok(Some([Readiness::Ready])))
}
