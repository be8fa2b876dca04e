//! English.

pub(crate) mod actions;
pub(crate) mod commands;
pub(crate) mod contexts;
pub(crate) mod errors;
pub mod failures;
pub(crate) mod files;
pub(crate) mod fitting;
pub(crate) mod form;
pub(crate) mod found;
pub(crate) mod home;
pub mod profile;
pub mod reasons;
pub(crate) mod search;
pub(crate) mod sentence;
pub(crate) mod setup;
pub(crate) mod system;
pub(crate) mod worries;
