//! Changes to the text of a person's file.

pub mod splice;
