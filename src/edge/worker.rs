//! Work beside the loop, in threads of its own.

pub(crate) mod errands;
pub(crate) mod mailbox;
pub(crate) mod outlet;
