//! TOML as text: parsed as far as it goes, with everything that is wrong with it in words for people.

pub(crate) mod bare;
pub(crate) mod counted;
pub(crate) mod document;
pub(crate) mod example;
pub(crate) mod fields;
pub(crate) mod limits;
pub(crate) mod line;
pub(crate) mod several;
pub(crate) mod syntax;
pub(crate) mod unclosed;
