//! The text of a file: bundled, or read once and shared by all who hold it.

use std::ops::Deref;
use std::sync::Arc;

/// The text of a file. A clone shares it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileText {
    /// A text that is part of the program.
    Bundled(&'static str),
    /// A text that was read.
    Read(Arc<str>),
}

impl Deref for FileText {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Bundled(text) => text,
            Self::Read(text) => text,
        }
    }
}

impl From<&'static str> for FileText {
    fn from(text: &'static str) -> Self {
        Self::Bundled(text)
    }
}

impl From<String> for FileText {
    fn from(text: String) -> Self {
        Self::Read(text.into())
    }
}
