//! The findings of one file.

use crate::content::diagnostic::Diagnostic;
use crate::content::entry::Entry;

/// The findings in a file, with the text that the spans point into.
#[derive(Debug)]
pub(crate) struct Findings {
    /// As shown to people.
    pub(crate) path: String,
    pub(crate) text: String,
    /// In the order in which it is printed.
    pub(crate) found: Vec<Diagnostic>,
}

impl Findings {
    /// Returns the findings in the file of an entry.
    pub(crate) fn in_entry<T>(entry: &Entry<T>, found: Vec<Diagnostic>) -> Self {
        Self {
            path: entry.path.clone(),
            text: entry.text.to_string(),
            found,
        }
    }
}
