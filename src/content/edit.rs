//! Changes to the text of a person's file: all that is not changed stays byte for byte.
//!
//! `toml_edit` would take the comments of a key away together with the key, and rewrite all line ends. Here a change is a
//! group of [splices](splice), planned by [`path`] on the places that the parser gives, and a [`draft`] takes it
//! only when it says what was meant.

pub mod alike;
pub mod draft;
pub mod edits;
pub(crate) mod lines;
pub(crate) mod list;
pub(crate) mod meant;
pub mod path;
pub mod place;
pub(crate) mod quoted;
pub mod shape;
pub mod splice;
pub mod stuck;
