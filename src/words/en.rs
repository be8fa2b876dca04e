//! English.

pub(crate) mod actions;
pub(crate) mod contexts;
pub(crate) mod fitting;
pub mod profile;
pub mod reasons;
pub(crate) mod worries;
