//! The profile's file: `$XDG_CONFIG_HOME/supple/profile.toml`.

use std::io;
use std::path::{Path, PathBuf};

use crate::content::diagnostic::Diagnostic;
use crate::edge::files;

/// Where it lies. `None` without a home.
pub fn path() -> Option<PathBuf> {
    files::config_folder().map(|folder| folder.join("profile.toml"))
}

/// A text of a file, and what is wrong with its letters.
#[derive(Debug)]
pub struct Text {
    /// What cannot be read as UTF-8 is replaced in it.
    pub text: String,
    /// That this was done.
    pub found: Option<Diagnostic>,
}

/// What the file holds; `None` when there is none.
///
/// One letter that is no UTF-8 must not drop all that the rest says, so it is replaced.
///
/// # Errors
/// One finding that says why nothing of it can be read.
pub fn read(path: &Path) -> Option<Result<Text, Diagnostic>> {
    let is_there = std::fs::symlink_metadata(path)
        .map_or_else(|error| error.kind() != io::ErrorKind::NotFound, |_| true);
    is_there.then(|| {
        let bytes = files::bytes(path)?;
        Ok(match files::utf8(bytes) {
            Ok(text) => Text { text, found: None },
            Err((bytes, why)) => Text {
                text: String::from_utf8_lossy(&bytes).into_owned(),
                found: Some(why),
            },
        })
    })
}

/// Writes it so that only its owner can read it.
///
/// # Errors
/// When there is no home, or the folder or the file cannot be written.
pub fn write(text: &str) -> io::Result<()> {
    let path = path().ok_or_else(|| io::Error::other("there is no home folder"))?;
    files::replace(&path, text)
}
