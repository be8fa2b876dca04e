//! English.

pub(crate) mod fitting;
pub mod profile;
pub mod reasons;
pub(crate) mod worries;
