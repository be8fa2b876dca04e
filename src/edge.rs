//! The only readers of clock, files, terminal and processes.
//!
//! [`session`] and [`plain`] put the parts together: `runtime` is the loop, its front is `terminal`, the screen and its
//! keys, or `lines`; `outlet` is the thread for everything that can block. [`printer`] is the one way to standard output
//! besides the two fronts.

pub(crate) mod away;
pub(crate) mod clock;
pub(crate) mod front;
pub(crate) mod job;
pub(crate) mod outgoing;
pub(crate) mod panics;
pub(crate) mod plain;
pub(crate) mod printer;
pub(crate) mod runtime;
pub(crate) mod session;
pub(crate) mod signals;
pub mod store;
pub(crate) mod terminal;
pub(crate) mod wait;
pub(crate) mod woken;
pub(crate) mod worker;
pub(crate) mod zone;
