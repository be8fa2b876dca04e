//! The only readers of clock, files, terminal and processes.
//!
//! [`session`] and [`plain`] put the parts together: `runtime` is the loop, its front is `terminal`, the screen and its
//! keys, or `lines`; `outlet` is the thread for everything that can block. [`printer`] is the one way to standard output
//! besides the two fronts.

mod away;
mod canvas;
pub(crate) mod clock;
mod decoder;
pub mod display;
mod errands;
pub mod files;
mod front;
mod input;
mod job;
mod keys;
mod lines;
mod mailbox;
mod outgoing;
mod outlet;
pub(crate) mod panics;
mod pen;
pub mod plain;
pub mod printer;
pub mod profile;
pub mod reading;
mod runtime;
pub mod saving;
mod screen;
pub mod session;
pub mod settings;
pub(crate) mod signals;
mod terminal;
mod tree;
mod wait;
mod woken;
mod zone;
