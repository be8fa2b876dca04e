//! English.

pub(crate) mod fitting;
pub mod reasons;
pub(crate) mod worries;
