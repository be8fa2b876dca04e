//! The profile's file: `$XDG_CONFIG_HOME/supple/profile.toml`.

use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use crate::content::diagnostic::Diagnostic;
use crate::content::safety::rulebook::Safety;
use crate::content::text::byte_order_mark::without_bom;
use crate::edge::clock;
use crate::edge::store::saving::Saving;
use crate::edge::store::{paths, reading};
use crate::plan::profile::own::{Content, Own, ProfileChange, ProfileFile};
use crate::words::en::files as words;
use crate::words::failure::Failure;

/// Returns the path of the profile. `None` without a home.
pub(crate) fn path() -> Option<PathBuf> {
    paths::config_folder().map(|folder| folder.join("profile.toml"))
}

/// The file as it is now. `None` without a home.
pub(crate) fn file() -> Option<ProfileFile> {
    let path = path()?;
    Some(ProfileFile {
        path: paths::shown(&path),
        content: read(&path),
        exposed: exposed(&path),
    })
}

/// Reads the profile as of today, if there is one.
pub(crate) fn own(safety: &Safety) -> Option<Own> {
    own_of(file()?, safety)
}

/// Reads this file as a profile as of today, if it is one.
pub(crate) fn own_of(file: ProfileFile, safety: &Safety) -> Option<Own> {
    Own::of(file, safety, clock::today())
}

/// Warns that others can read the file or its kept copies, and names the command that fixes it.
fn exposed(path: &Path) -> Option<Diagnostic> {
    let is_open = |path: &Path| {
        let metadata = fs::metadata(path);
        metadata.is_ok_and(|metadata| metadata.is_file() && metadata.mode() & 0o044 != 0)
    };
    let (folder, name) = (path.parent()?, path.file_name()?.to_string_lossy());
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_kept = |entry: &fs::DirEntry| {
        let kept = entry.file_name();
        kept.to_string_lossy().starts_with(&format!("{name}.old")) && is_open(&entry.path())
    };
    let kept = entries.filter(is_kept).count() > 0;
    if !kept && !is_open(path) {
        return None;
    }
    let all = if kept { "*" } else { "" };
    let command = format!("chmod go= {}{all}", paths::in_shell(path));
    Some(Diagnostic::warning(words::EXPOSED).help(words::close_with(&command)))
}

fn read(path: &Path) -> Content {
    if reading::is_missing(path) {
        return Content::Missing;
    }
    match reading::bytes(path).map(reading::utf8) {
        Ok(Ok(text)) => Content::Text(without_bom(&text).to_owned()),
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
/// The reason why nothing was written.
pub fn save(change: &ProfileChange) -> Result<(), Failure> {
    let path = path().ok_or(Failure::NoHome)?;
    let saving = Saving::begin(&path).map_err(Failure::Profile)?;
    if read(&path) != change.was {
        return Err(Failure::ProfileChanged);
    }
    let saved = if change.aside {
        saving.replace_and_keep(&change.text)
    } else {
        saving.replace(&change.text)
    };
    saved.map_err(Failure::Profile)
}
