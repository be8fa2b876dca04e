//! A mistake of the file, and the question that it is about.

use crate::content::diagnostic::{Diagnostic, line_and_column};
use crate::plan::profile::edit::{condition_at, key_at, unknown_words};
use crate::plan::profile::model::Profile;

/// What is wrong somewhere in the file.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    /// Of the question with this key.
    pub(crate) key: Option<&'static str>,
    /// Of this word among the conditions.
    pub(crate) condition: Option<String>,
    /// What is wrong.
    pub(crate) said: String,
    /// What is wrong and what to write.
    pub(crate) words: String,
}

impl Fault {
    pub(crate) fn of(found: &Diagnostic, text: &str) -> Self {
        let condition = found
            .span
            .as_ref()
            .and_then(|span| condition_at(text, span));
        let (place, key) = match &found.span {
            Some(span) => {
                let (line, _) = line_and_column(text, span.start);
                (format!("line {line}: "), key_at(text, span.start))
            }
            None => (String::new(), None),
        };
        let said = place + &found.message;
        let help = found.help.iter().map(|help| &**help);
        let words: Vec<&str> = std::iter::once(&*said).chain(help).collect();
        Self {
            key,
            condition,
            words: words.join("; "),
            said,
        }
    }
}

/// What a text says as the questions have it: with the words that are no conditions, and without what is wrong.
pub(crate) fn as_questions(mut read: Profile, text: &str, faults: &[Fault]) -> Profile {
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
