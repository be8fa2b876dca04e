//! The profile's file: `$XDG_CONFIG_HOME/supple/profile.toml`.

use std::io;
use std::path::{Path, PathBuf};

use crate::content::safety::Safety;
use crate::edge::{clock, files};
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
    if files::is_missing(path) {
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

/// Writes a change into the file, readable by its owner only. What cannot be read is kept beside it, and never over
/// something else.
///
/// # Errors
/// Why nothing was written, in words for the person.
pub fn save(change: &Change) -> Result<(), String> {
    let path = path().ok_or("There is no home folder to keep a profile in.")?;
    if read(&path) != change.was {
        return Err(
            "Not saved: the file was changed meanwhile. Leave this page and open it again.".into(),
        );
    }
    let not_saved = |error: io::Error| format!("Not saved: {error}.");
    if !change.aside {
        // A link to a file elsewhere stays one.
        let path = path.canonicalize().unwrap_or(path);
        return files::replace(&path, &change.text).map_err(not_saved);
    }
    let old = free_name(&path).ok_or("Not saved: there are too many old files beside it.")?;
    std::fs::rename(&path, &old).map_err(not_saved)?;
    files::replace(&path, &change.text).map_err(|error| {
        let _ = std::fs::rename(&old, &path);
        not_saved(error)
    })
}

/// `profile.toml.old`, or with a number where that is taken.
fn free_name(path: &Path) -> Option<PathBuf> {
    let named = |number: u32| {
        let mut name = path.as_os_str().to_owned();
        name.push(".old");
        if number > 1 {
            name.push(number.to_string());
        }
        PathBuf::from(name)
    };
    let is_free = |path: &PathBuf| std::fs::symlink_metadata(path).is_err();
    (1..1000).map(named).find(is_free)
}
