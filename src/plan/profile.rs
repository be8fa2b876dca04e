//! `profile.toml`: what a person has said about themselves.

pub(crate) mod dates;
pub mod day;
pub mod decode;
pub(crate) mod decode_dates;
pub mod edit;
pub(crate) mod implausible;
pub mod model;
pub(crate) mod names;
pub mod own;
pub(crate) mod person;
pub(crate) mod standing;
pub(crate) mod typed;
