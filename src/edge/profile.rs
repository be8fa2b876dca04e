//! The profile's file: `$XDG_CONFIG_HOME/supple/profile.toml`.

use std::io;
use std::path::{Path, PathBuf};

use crate::content::safety::Safety;
use crate::edge::{clock, files};
use crate::plan::profile::{Content, File, Own};

/// Where it lies. `None` without a home.
pub fn path() -> Option<PathBuf> {
    files::config_folder().map(|folder| folder.join("profile.toml"))
}

/// The file as it is now. `None` without a home.
pub fn file() -> Option<File> {
    let path = path()?;
    Some(File {
        path: files::shown(&path),
        content: read(&path),
    })
}

/// What it says today, if there is one.
pub fn own(safety: &Safety) -> Option<Own> {
    Own::of(file()?, safety, clock::today())
}

fn read(path: &Path) -> Content {
    let missing = |error: io::Error| error.kind() == io::ErrorKind::NotFound;
    if std::fs::symlink_metadata(path).is_err_and(missing) {
        return Content::Missing;
    }
    match files::bytes(path).map(files::utf8) {
        Ok(Ok(text)) => Content::Text(text),
        Ok(Err((bytes, why))) => {
            Content::Garbled(String::from_utf8_lossy(&bytes).into_owned(), why)
        }
        Err(why) => Content::Unreadable(why),
    }
}

/// Writes it so that only its owner can read it.
///
/// # Errors
/// When there is no home, or the folder or the file cannot be written.
pub fn write(text: &str) -> io::Result<()> {
    let path = path().ok_or_else(|| io::Error::other("there is no home folder"))?;
    files::replace(&path, text)
}
