//! Checks the length of texts and lists. Nobody comes near who writes for people to read; what does would make every
//! picture slow, and no screen has room for it.

use std::fmt::Display;
use std::ops::Range;

use unicode_width::UnicodeWidthStr as _;

use crate::content::diagnostic::Diagnostic;
use crate::content::toml::fields::Fields;

/// A longer name has to be cut nearly everywhere; in columns.
pub(crate) const LONGEST_NAME: usize = 120;
/// A longer line is hard to take in while one moves; in characters.
pub(crate) const LONGEST_LINE: usize = 500;
/// The longest text that can be read in a terminal, in characters.
pub(crate) const LONGEST_TEXT: usize = 4_000;
/// The most entries of a list.
pub(crate) const MOST_ENTRIES: usize = 2_000;

/// The finding for a name that is too long to be shown as a whole, if it is. `what` it is the name of.
pub(crate) fn too_wide(what: &dyn Display, name: &str) -> Option<Diagnostic> {
    let width = name.width();
    (width > LONGEST_NAME).then(|| {
        Diagnostic::warning(format!(
            "{what} is {width} columns wide, more than {LONGEST_NAME}"
        ))
        .help("shorten it: it is cut off where space is short")
    })
}

impl Fields<'_, '_> {
    /// Returns whether a text has no more characters than this; else that is reported.
    pub(crate) fn fits(
        &self,
        what: &dyn Display,
        text: &str,
        span: &Range<usize>,
        most: usize,
    ) -> bool {
        // It has no more characters than bytes.
        let length = if text.len() > most {
            text.chars().count()
        } else {
            0
        };
        if length > most {
            let found = format!("{what} is {length} characters long, more than {most}");
            let found = Diagnostic::error(found).at(span.clone());
            self.report(found.help("shorten it, or split it into several texts"));
        }
        length <= most
    }

    /// Warns of a line that is too long to be taken in.
    pub(crate) fn warn_of_long_line(&self, key: &str, line: &str, span: &Range<usize>) {
        if line.len() <= LONGEST_LINE {
            return;
        }
        let length = line.chars().count();
        if (LONGEST_LINE + 1..=LONGEST_TEXT).contains(&length) {
            let found = Diagnostic::warning(format!(
                "a line of `{key}` is {length} characters long, more than {LONGEST_LINE}"
            ));
            let found = found.at(span.clone());
            self.report(found.help("split it into several lines: people read them while moving"));
        }
    }

    /// Returns the number of entries of a list that are read. That there are more is reported.
    pub(crate) fn entries(&self, key: &str, count: usize, span: Range<usize>) -> usize {
        if count > MOST_ENTRIES {
            let found = format!("`{key}` has {count} entries, more than {MOST_ENTRIES}");
            self.report(Diagnostic::error(found).at(span).help("remove some"));
        }
        count.min(MOST_ENTRIES)
    }
}
