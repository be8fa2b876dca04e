//! English.

pub mod reasons;
