//! The only readers of clock, files, terminal and processes.
//!
//! [`session`] and [`plain`] put the parts together: `runtime` is the loop, its front is `terminal`, the screen and its
//! keys, or `lines`; `outlet` is the thread for everything that can block. [`printer`] is the one way to standard output
//! besides the two fronts.

mod away;
pub(crate) mod clock;
mod front;
mod job;
mod outgoing;
pub(crate) mod panics;
pub mod plain;
pub mod printer;
mod runtime;
pub mod session;
pub(crate) mod signals;
pub mod store;
pub mod terminal;
mod wait;
mod woken;
pub(crate) mod worker;
mod zone;
