//! The only readers of clock, files, terminal and processes.
//!
//! [`session`] puts the parts together: `runtime` is the loop, `terminal` the screen and its keys, `outlet` the
//! thread for everything that can block. [`plain`] is the loop without a screen.

mod away;
mod canvas;
pub(crate) mod clock;
mod errands;
pub mod files;
mod input;
mod job;
mod keys;
mod mailbox;
mod outgoing;
mod outlet;
mod panics;
mod pen;
pub mod plain;
pub mod profile;
mod runtime;
mod screen;
pub mod session;
pub mod settings;
mod signals;
mod terminal;
mod wait;
mod woken;
mod zone;
