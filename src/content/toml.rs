//! TOML as text: parsed as far as it goes, with everything that is wrong with it in words for people.

pub(crate) mod bare;
pub(crate) mod counted;
pub(crate) mod document;
pub(crate) mod explain;
pub(crate) mod fields;
pub mod key;
pub(crate) mod line;
pub(crate) mod lines;
pub(crate) mod parse_error;
pub(crate) mod place;
pub(crate) mod recovery;
pub(crate) mod schema;
pub(crate) mod several;
pub(crate) mod tables;
pub(crate) mod unclosed;
