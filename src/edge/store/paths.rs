//! The paths of a person's files, and their form on screens.

use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;

use crate::content::text::printable::printable;

/// Returns the folder of a person's own files: `$XDG_CONFIG_HOME/supple`. `None` without a home, or with one that is no
/// whole path: it would be another in every folder.
pub(crate) fn config_folder() -> Option<PathBuf> {
    let folder = etcetera::base_strategy::Xdg::new().ok()?.config_dir();
    folder.is_absolute().then(|| folder.join("supple"))
}

/// Returns the folder of a person's own routines.
pub(crate) fn own_routines() -> Option<PathBuf> {
    config_folder().map(|folder| folder.join("routines"))
}

/// Returns the path of a person's settings.
pub(crate) fn settings_file() -> Option<PathBuf> {
    config_folder().map(|folder| folder.join("settings.toml"))
}

/// A path as shown to people, on one line: below the home folder with `~`, else as given.
pub(crate) fn shown(path: &Path) -> String {
    let home = etcetera::home_dir().ok().filter(|home| home.is_absolute());
    let shown = match home
        .as_deref()
        .and_then(|home| path.strip_prefix(home).ok())
    {
        Some(below) => format!("~/{}", below.display()),
        None => path.display().to_string(),
    };
    printable(&shown).into_owned()
}

/// A path as it is typed in a shell.
pub(crate) fn in_shell(path: &Path) -> String {
    let path = shown(path);
    // A tilde in quotes is no home folder.
    let (home, rest) = path.split_at(if path.starts_with("~/") { 2 } else { 0 });
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "/._-+,@%".contains(c);
    if rest.chars().all(is_plain) {
        path
    } else {
        format!("{home}'{}'", printable(rest).replace('\'', r"'\''"))
    }
}
