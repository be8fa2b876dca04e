//! A routine or an exercise as typed: a path, an id, or a name.

use std::ffi::{OsStr, OsString};
use std::fmt;
use std::path::{Path, PathBuf};

use crate::content::file::is_toml;
use crate::content::names::{Meant, Names};
use crate::content::text::composed::composed;
use crate::words::en::{commands, errors};

/// A routine or an exercise as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Typed {
    /// A path: something with `/` in it, or that ends in `.toml`.
    File(PathBuf),
    /// An id or a name.
    Name(OsString),
}

impl Typed {
    /// The path, where it is one.
    pub(crate) fn file(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Name(_) => None,
        }
    }
}

impl From<OsString> for Typed {
    fn from(typed: OsString) -> Self {
        let text = typed.to_string_lossy();
        if text.contains('/') || is_toml(&text) {
            Self::File(typed.into())
        } else {
            Self::Name(typed)
        }
    }
}

/// The kind of thing that a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NamedThing {
    Routine,
    Exercise,
}

impl NamedThing {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Routine => "routine",
            Self::Exercise => "exercise",
        }
    }

    /// Returns the help that names the command which lists them all.
    const fn listed(self) -> &'static str {
        match self {
            Self::Routine => errors::ALL_ROUTINES,
            Self::Exercise => errors::ALL_EXERCISES,
        }
    }
}

/// The content that a name stands for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) id: String,
    /// The note that something else was typed than the id.
    pub(crate) note: Option<Understood>,
}

/// A name that was taken for an id.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Understood {
    typed: String,
    id: String,
}

impl fmt::Display for Understood {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&commands::understood(&self.typed, &self.id))
    }
}

/// The id that was typed, or that of the only thing of this name. `is_other` says whether the name is that of a routine
/// where an exercise is wanted.
///
/// # Errors
/// When nothing or more than one thing is called so.
pub(crate) fn find(
    typed: &OsStr,
    thing: NamedThing,
    names: &Names,
    is_other: impl FnOnce(&str) -> bool,
) -> Result<Named, NameError> {
    let text = typed.to_string_lossy();
    let instead = match names.meaning(&text) {
        Meant::Id => {
            return Ok(Named {
                id: composed(&text).into_owned(),
                note: None,
            });
        }
        Meant::Name(id) => {
            let note = Understood {
                typed: text.into_owned(),
                id: id.to_owned(),
            };
            return Ok(Named {
                id: id.to_owned(),
                note: Some(note),
            });
        }
        Meant::Several(ids) => NameHelp::Several(owned(&ids)),
        Meant::Nothing if Path::new(typed).is_file() => NameHelp::File,
        Meant::Nothing if is_other(&text) => NameHelp::Routine,
        Meant::Nothing => NameHelp::Near(owned(&names.near(&text))),
    };
    Err(NameError {
        thing,
        typed: text.into_owned(),
        instead,
    })
}

/// The error for a name that resembles none.
pub(crate) fn missing(thing: NamedThing, typed: &str) -> NameError {
    NameError {
        thing,
        typed: typed.to_owned(),
        instead: NameHelp::Near(Vec::new()),
    }
}

fn owned(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|&id| id.to_owned()).collect()
}

/// A name that does not stand for one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NameError {
    thing: NamedThing,
    typed: String,
    instead: NameHelp,
}

/// The help for a name without a match.
#[derive(Clone, Debug, PartialEq, Eq)]
enum NameHelp {
    /// These are all called so.
    Several(Vec<String>),
    /// A file in this folder.
    File,
    /// A routine, where an exercise is wanted.
    Routine,
    /// Names that are near, which may be none.
    Near(Vec<String>),
}

impl std::error::Error for NameError {}

impl fmt::Display for NameError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, typed) = (self.thing.as_str(), &self.typed);
        let error = match &self.instead {
            NameHelp::Several(_) => errors::several_called(what, typed),
            _ => errors::nothing_called(what, typed),
        };
        let help = match &self.instead {
            NameHelp::Several(ids) => errors::write_one_of(ids),
            NameHelp::File => errors::write_path(typed),
            NameHelp::Routine => errors::IS_A_ROUTINE.to_owned(),
            NameHelp::Near(near) if near.is_empty() => self.thing.listed().to_owned(),
            NameHelp::Near(near) => errors::did_you_mean(near),
        };
        write!(formatter, "{error}\n{}", errors::help(&help))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_has_a_slash_or_ends_in_toml() {
        for path in ["./mine", "a/b", "mine.toml"] {
            assert_eq!(Typed::from(OsString::from(path)), Typed::File(path.into()));
        }
        for name in ["", "mine", "Bedtime stretch", "toml"] {
            assert_eq!(Typed::from(OsString::from(name)), Typed::Name(name.into()));
        }
    }

    #[test]
    fn a_name_of_nothing_is_answered_with_what_is_near() {
        let message = |near: &[&str]| {
            let error = NameError {
                thing: NamedThing::Routine,
                typed: "x".to_owned(),
                instead: NameHelp::Near(owned(near)),
            };
            error.to_string()
        };
        let missing = "error: there is no routine \"x\"\nhelp: ";
        assert_eq!(
            message(&[]),
            format!("{missing}`supple list` shows them all")
        );
        assert_eq!(message(&["y"]), format!("{missing}did you mean y?"));
        assert_eq!(
            message(&["y", "z"]),
            format!("{missing}did you mean one of y, z?")
        );
    }
}
