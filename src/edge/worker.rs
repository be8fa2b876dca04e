//! Work beside the loop, in threads of its own.

pub mod errands;
pub(crate) mod mailbox;
pub mod outlet;
