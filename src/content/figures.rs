//! The `[figure]` of an exercise and the bases of `figures.toml`: kept as they are written, for the layer that draws.

pub mod decode;

use std::sync::Arc;

/// A file whose figures are read later, each time with the places of its values in the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    text: Arc<str>,
}

impl Written {
    /// Keeps a text that is sound as TOML.
    pub fn of(text: &str) -> Self {
        Self { text: text.into() }
    }
}
