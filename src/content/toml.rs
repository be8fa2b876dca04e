//! TOML as text: parsed as far as it goes, with everything that is wrong with it in words for people.

pub mod bare;
pub mod counted;
pub mod document;
pub mod example;
pub mod fields;
pub mod limits;
pub mod line;
pub mod several;
pub mod syntax;
pub mod unclosed;
