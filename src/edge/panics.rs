//! Handles the panic of a thread.

use std::backtrace::{Backtrace, BacktraceStatus};
use std::panic;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use crate::edge::printer;
use crate::edge::terminal::screen::TerminalScreen;
#[cfg(debug_assertions)]
use crate::tui::input::key::{Code, Key};
use crate::words::en::system;

/// The messages of side threads that panicked while the screen was ours.
static UNTOLD: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Lets panics be said as everything else is: they may quote a file. To be called once, before anything can panic.
pub(crate) fn clean() {
    panic::set_hook(Box::new(|info| {
        let thread = thread::current();
        let name = thread.name().unwrap_or(system::UNNAMED);
        let trace = Backtrace::capture();
        let trace = match trace.status() {
            BacktraceStatus::Captured => format!("{trace}\n"),
            _ => String::new(),
        };
        printer::message(&system::panicked(name, &info.to_string(), &trace));
    }));
}

/// Installs the panic hook of the screen. To be called once, by the main thread, before the screen is entered.
///
/// A panic of the main thread ends the program: the terminal is given back before the message is
/// written. A panic of another thread does not: the screen stays, and the message is kept for
/// [`tell`].
pub(crate) fn hook(screen: Arc<TerminalScreen>) {
    let main = thread::current().id();
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if thread::current().id() == main {
            screen.leave();
            tell();
            before(info);
        } else if screen.is_entered() {
            let mut untold = UNTOLD.lock().unwrap_or_else(PoisonError::into_inner);
            untold.push(info.to_string());
        } else {
            before(info);
        }
    }));
}

/// Returns whether a key asks for a panic of the worker, for the tests of the endings: F11. F12 panics here. Not in
/// release builds.
#[cfg(debug_assertions)]
pub(crate) fn is_requested(key: Key) -> bool {
    if key.code == Code::F(12) {
        panic_on_request();
    }
    key.code == Code::F(11)
}

/// Panics, for the tests of the endings. Not in release builds.
#[cfg(debug_assertions)]
#[expect(clippy::panic, reason = "that is what the keys are for")]
pub(crate) fn panic_on_request() -> ! {
    panic!("{}", system::ASKED_FOR);
}

/// Writes what was kept to standard error. To be called when the screen is left for good.
pub(crate) fn tell() {
    let mut untold = UNTOLD.lock().unwrap_or_else(PoisonError::into_inner);
    for message in untold.drain(..) {
        printer::message(&system::helper_panicked(&message));
    }
}
