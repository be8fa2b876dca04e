//! The profile's file: `$XDG_CONFIG_HOME/supple/profile.toml`.

use std::path::{Path, PathBuf};

use crate::content::safety::Safety;
use crate::edge::saving::Saving;
use crate::edge::{clock, files, reading};
use crate::plan::profile::{Change, Content, File, Own};

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
    if reading::is_missing(path) {
        return Content::Missing;
    }
    match reading::bytes(path).map(reading::utf8) {
        Ok(Ok(text)) => Content::Text(text),
        Ok(Err((bytes, why))) => {
            Content::Garbled(String::from_utf8_lossy(&bytes).into_owned(), why)
        }
        Err(why) => Content::Unreadable(why),
    }
}

/// Writes a change into the file, readable by its owner only. What cannot be read is kept beside it, and never over
/// something else.
///
/// # Errors
/// Why nothing was written, in words for the person.
pub fn save(change: &Change) -> Result<(), String> {
    let path = path().ok_or("There is no home folder to keep a profile in.")?;
    let not_saved = |why| format!("Not saved: {why}.");
    let saving = Saving::begin(&path).map_err(not_saved)?;
    if read(&path) != change.was {
        return Err(
            "Not saved: the file was changed meanwhile. Leave this page and open it again.".into(),
        );
    }
    let saved = if change.aside {
        saving.replace_and_keep(&change.text)
    } else {
        saving.replace(&change.text)
    };
    saved.map_err(not_saved)
}
