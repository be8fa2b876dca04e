//! The file of the profile, and what it says today.

use chrono::NaiveDate;

use crate::content::diagnostic::Diagnostic;
use crate::content::safety::rulebook::Safety;
use crate::plan::person::Person;
use crate::plan::profile::decode::decode;
use crate::plan::profile::model::Profile;

/// The file as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileFile {
    /// The path, as shown to people.
    pub path: String,
    /// The content.
    pub content: Content,
    /// The warning that others may read it, where they may. It is no fault of what it says, and keeps nothing from
    /// working.
    pub exposed: Option<Diagnostic>,
}

/// The content of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// There is no file.
    Missing,
    /// A text.
    Text(String),
    /// A text in which letters were replaced that cannot be read, and that this was done.
    Garbled(String, Diagnostic),
    /// Nothing that can be read; why.
    Unreadable(Diagnostic),
}

/// A change to the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileChange {
    /// The content when it was read.
    pub was: Content,
    /// The new text.
    pub text: String,
    /// True if the old content cannot be read and is kept beside the file.
    pub aside: bool,
}

/// The content of the file on a day.
#[derive(Clone, Debug)]
pub struct Own {
    /// The path, as shown to people.
    pub(crate) path: String,
    /// The text that the findings point into.
    pub(crate) text: String,
    /// The findings.
    pub(crate) found: Vec<Diagnostic>,
    /// `None` when nothing of it can be read: then nothing is known of the person.
    pub(crate) read: Option<(Person, Profile)>,
}

impl Own {
    /// Reads the file on this day. `None` when there is none.
    ///
    /// One letter that cannot be read must not drop all that the rest says.
    pub fn of(file: ProfileFile, safety: &Safety, today: NaiveDate) -> Option<Self> {
        let (text, garbled) = match file.content {
            Content::Missing => return None,
            Content::Text(text) => (text, None),
            Content::Garbled(text, why) => (text, Some(why)),
            Content::Unreadable(why) => {
                return Some(Self {
                    path: file.path,
                    text: String::new(),
                    found: vec![
                        why.help("until then supple does not know what to leave out for you"),
                    ],
                    read: None,
                });
            }
        };
        let (profile, mut found) = decode(&text, safety, today);
        found.splice(0..0, garbled);
        Some(Self {
            path: file.path,
            text,
            found,
            read: Some((profile.person(safety, today), profile)),
        })
    }
}
