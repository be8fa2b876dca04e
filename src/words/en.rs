//! English.

pub(crate) mod fitting;
pub mod reasons;
