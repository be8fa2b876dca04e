//! A fault of the file, and the question that it is about.

use std::ops::Range;

use crate::content::diagnostic::{Diagnostic, line_and_column};
use crate::plan::profile::edit::{condition_at, key_at, unknown_words};
use crate::plan::profile::model::Profile;
use crate::words::en::form as words;

/// A fault of the file.
#[derive(Clone, Debug)]
pub(crate) struct ProfileFault {
    /// The key of its question.
    pub(crate) key: Option<&'static str>,
    /// The word of `conditions` that it is about.
    pub(crate) condition: Option<String>,
    /// The message.
    pub(crate) said: String,
    /// The message and the help.
    pub(crate) words: String,
}

impl ProfileFault {
    pub(crate) fn of(found: &Diagnostic, text: &str) -> Self {
        let condition = found
            .span
            .as_ref()
            .and_then(|span| condition_at(text, span));
        let line = |span: &Range<usize>| line_and_column(text, span.start).0;
        let said = match &found.span {
            Some(span) => words::on_line(line(span), &found.message),
            None => found.message.to_string(),
        };
        let key = found.span.as_ref();
        let key = key.and_then(|span| key_at(text, span.start));
        let help = found.help.iter().map(|help| &**help);
        Self {
            key,
            condition,
            words: words::with_help(&said, help),
            said,
        }
    }
}

/// The profile as the form asks it: with unknown words as conditions, and without faulty values.
pub(crate) fn as_questions(mut read: Profile, text: &str, faults: &[ProfileFault]) -> Profile {
    let unknown = unknown_words(text, &read.conditions);
    read.conditions.extend(unknown);
    let is_wrong = |key| faults.iter().any(|fault| fault.key == Some(key));
    if is_wrong("floor") {
        read.floor = None;
    }
    if is_wrong("equipment") {
        read.equipment = None;
    }
    read
}
