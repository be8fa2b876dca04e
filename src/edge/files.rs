//! Reads routine files: one, or a folder of them. Nothing here can hang or be flooded: what is no regular file, or
//! too long, is refused before it is read.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::io::Read as _;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;

use crate::content::diagnostic::Diagnostic;
use crate::content::embedded;
use crate::content::file::{File, Kind, LARGEST_FILE, Layer, Origin};
use crate::content::library::Library;
use crate::content::text::{describe, is_forbidden, printable};

/// Folders in folders are followed so deep.
const DEEPEST: usize = 8;

/// Where a person's own files lie: `$XDG_CONFIG_HOME/supple`. `None` without a home.
pub fn config_folder() -> Option<PathBuf> {
    etcetera::base_strategy::Xdg::new()
        .ok()
        .map(|xdg| xdg.config_dir().join("supple"))
}

/// Where a person's own routines lie.
pub fn own_routines() -> Option<PathBuf> {
    config_folder().map(|folder| folder.join("routines"))
}

/// Where a person's settings lie.
pub fn settings_file() -> Option<PathBuf> {
    config_folder().map(|folder| folder.join("settings.toml"))
}

/// A path as shown to people: below the home folder with `~`, else as given.
pub fn shown(path: &Path) -> String {
    let home = etcetera::home_dir().ok();
    match home
        .as_deref()
        .and_then(|home| path.strip_prefix(home).ok())
    {
        Some(below) => format!("~/{}", below.display()),
        None => path.display().to_string(),
    }
}

/// Reads a file as text, without the mark that some editors put at its beginning.
///
/// # Errors
/// One finding that says why there is no text to read.
pub fn read(path: &Path) -> Result<String, Diagnostic> {
    let text = utf8(bytes(path)?).map_err(|(_, why)| why)?;
    if text.trim().is_empty() {
        return Err(Diagnostic::error("the file is empty")
            .help("`supple show bedtime-stretch-5 --toml` prints one to start from"));
    }
    Ok(text)
}

/// Reads a file, if it is a regular one and not too long.
///
/// # Errors
/// One finding that says why there is nothing to read.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, Diagnostic> {
    let metadata = fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    if metadata.is_dir() {
        return Err(Diagnostic::error("this is a folder, not a file")
            .help("name a file in it, or use --routines to add the whole folder"));
    }
    if !metadata.is_file() {
        return Err(
            Diagnostic::error("this is a pipe or a device, not a text file")
                .help("name a file that an editor can open"),
        );
    }
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(|error| unreadable(path, &error))?;
    file.take(LARGEST_FILE + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| unreadable(path, &error))?;
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(Diagnostic::error(format!(
            "the file is larger than {} KiB",
            LARGEST_FILE / 1024
        ))
        .help("a routine takes a few KiB: is this the right file?"));
    }
    Ok(bytes)
}

/// The text of a file, without the mark that some editors put at its beginning.
///
/// # Errors
/// The bytes, and a finding that says where they are no text.
pub(super) fn utf8(bytes: Vec<u8>) -> Result<String, (Vec<u8>, Diagnostic)> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..valid]
            .split(|&byte| byte == b'\n')
            .count();
        let found = Diagnostic::error(format!("line {line} is not UTF-8 text"));
        (error.into_bytes(), found.help("save the file as UTF-8"))
    })?;
    Ok(match text.strip_prefix('\u{feff}') {
        Some(text) => text.to_owned(),
        None => text,
    })
}

/// Why a file or a folder cannot be read.
fn unreadable(path: &Path, error: &std::io::Error) -> Diagnostic {
    match error.kind() {
        std::io::ErrorKind::PermissionDenied => Diagnostic::error("you may not read this file")
            .help("its owner can allow it: chmod u+r, and the name of the file"),
        _ if is_dangling(path) => Diagnostic::error("this link points to nothing")
            .help("delete it, or make the file that it points to"),
        std::io::ErrorKind::NotFound => match path.ancestors().find(|above| is_dangling(above)) {
            Some(link) => {
                let message = format!("the link {} points to nothing", printable(&shown(link)));
                Diagnostic::error(message).help("delete it, or make the folder that it points to")
            }
            None => Diagnostic::error("there is no such file")
                .help("check the spelling; `supple list` shows what there is"),
        },
        kind => Diagnostic::error(format!("the system cannot read this file: {kind}"))
            .help("try to open it in an editor"),
    }
}

/// Why a folder cannot be read.
fn unreadable_folder(path: &Path, error: &std::io::Error) -> Diagnostic {
    match error.kind() {
        std::io::ErrorKind::PermissionDenied => Diagnostic::error("you may not read this folder")
            .help("its owner can allow it: chmod u+rx, and the name of the folder"),
        std::io::ErrorKind::NotADirectory => Diagnostic::error("this is a file, not a folder")
            .help("put it into a folder of this name"),
        std::io::ErrorKind::NotFound if is_missing(path) => {
            Diagnostic::error("there is no such folder").help("check the spelling")
        }
        _ => unreadable(path, error),
    }
}

/// A file that was named by a person.
pub fn named(path: &Path) -> File {
    let text = read(path);
    let kind = Kind::guess(&path.to_string_lossy(), text.as_deref().unwrap_or_default());
    file(kind, path, &path.display().to_string(), text)
}

/// A file under its name, which must be plain text as all that is shown.
fn file(kind: Kind, path: &Path, shown: &str, text: Result<String, Diagnostic>) -> File {
    let name = path
        .file_name()
        .map(OsStr::to_string_lossy)
        .unwrap_or_default();
    let text = match name.chars().find(|&c| c.is_control() || is_forbidden(c)) {
        Some(bad) => Err(Diagnostic::error(format!(
            "the name of this file holds {}",
            describe(bad)
        ))
        .help("give it another name")),
        None => text,
    };
    File {
        kind,
        id: printable(File::stem(&name)).into_owned(),
        path: printable(shown).into_owned(),
        text: text.map(Cow::Owned),
    }
}

/// All files of a library folder, in order of their paths, and what of it could not be read. The person's own folder
/// need not be there.
pub fn folder(root: &Path, origin: Origin) -> Layer {
    let mut found = Found::default();
    if !(is_missing(root) && origin == Origin::Own) {
        found.gather(root, 0);
    }
    found.paths.sort();
    let unread = found.unread.into_iter().map(|(path, why)| File {
        kind: Kind::Folder,
        id: String::new(),
        path: printable(&shown(&path)).into_owned(),
        text: Err(why),
    });
    let files = found
        .paths
        .into_iter()
        .filter_map(|path| {
            let inside = path
                .strip_prefix(root)
                .ok()?
                .to_string_lossy()
                .replace('\\', "/");
            let kind = Kind::of(&inside)?;
            let text = read(&path);
            let is_stray = matches!(kind, Kind::Routine | Kind::Exercise)
                && Kind::is_stray_rules(&inside, text.as_deref().ok());
            if is_stray {
                let why = Diagnostic::error("rules here are not used")
                    .help("put them beside the routines, into safety.toml");
                return Some(file(Kind::Folder, &path, &shown(&path), Err(why)));
            }
            Some(file(kind, &path, &shown(&path), text))
        })
        .chain(unread)
        .collect();
    Layer { origin, files }
}

/// What is found below a folder.
#[derive(Default)]
struct Found {
    paths: Vec<PathBuf>,
    /// Folders that cannot be read, and why.
    unread: Vec<(PathBuf, Diagnostic)>,
    /// Device and number of the folders that were seen: links can lead back to them, in more ways than can be counted.
    folders: HashSet<(u64, u64)>,
}

impl Found {
    fn gather(&mut self, folder: &Path, depth: usize) {
        let is_new = fs::metadata(folder)
            .map(|metadata| self.folders.insert((metadata.dev(), metadata.ino())));
        let entries = match is_new {
            Ok(false) => return,
            Ok(true) if depth > DEEPEST => {
                let why = format!("this folder lies more than {DEEPEST} folders deep");
                let why = Diagnostic::error(why).help("put it higher up");
                self.unread.push((folder.to_owned(), why));
                return;
            }
            Ok(true) => fs::read_dir(folder),
            Err(error) => Err(error),
        };
        let entries = match entries {
            Ok(entries) => entries,
            Err(error) => {
                self.unread
                    .push((folder.to_owned(), unreadable_folder(folder, &error)));
                return;
            }
        };
        let mut folders = Vec::new();
        for entry in entries {
            let kind = entry.and_then(|entry| Ok((entry.file_type()?, entry)));
            let (kind, entry) = match kind {
                Ok(kind) => kind,
                Err(error) => {
                    self.unread
                        .push((folder.to_owned(), unreadable_folder(folder, &error)));
                    continue;
                }
            };
            let (name, path) = (entry.file_name(), entry.path());
            let name = name.to_string_lossy();
            let is_link = kind.is_symlink();
            // A folder that is called like a file is read as one: that says what is wrong.
            if File::is_content(&name) {
                self.paths.push(path);
            } else if (kind.is_dir() || (is_link && path.is_dir())) && !name.starts_with('.') {
                folders.push((is_link, path));
            }
        }
        // A folder is found where it is, before it is found by a link.
        folders.sort();
        for (_, path) in folders {
            self.gather(&path, depth + 1);
        }
    }
}

/// Every layer that this person has: bundled, own, and the folders named.
pub fn layers(folders: &[PathBuf]) -> Vec<Layer> {
    let mut layers = vec![embedded::layer()];
    layers.extend(own_routines().map(|own| folder(&own, Origin::Own)));
    layers.extend(
        folders
            .iter()
            .enumerate()
            .map(|(index, path)| folder(path, Origin::Folder(index))),
    );
    layers
}

/// Whether there may be rules of this person's own, or exercises with hazards of their own, which nothing may be played
/// without. A folder that cannot be read may hold some.
pub fn has_own_rules(folders: &[PathBuf]) -> bool {
    let is_rules = |entry: std::io::Result<fs::DirEntry>| {
        entry.map_or(true, |entry| {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            let is_exercises = Kind::of(&format!("{name}/x.toml")) == Some(Kind::Exercise);
            is_exercises || Kind::of(&name) == Some(Kind::Safety)
        })
    };
    let may_hold = |folder: &PathBuf| match fs::read_dir(folder) {
        Ok(mut entries) => entries.any(is_rules),
        Err(_) => !is_missing(folder),
    };
    own_routines().iter().chain(folders).any(may_hold)
}

/// Whether there is a place that may hold files of this person's own.
pub fn has_own(folders: &[PathBuf]) -> bool {
    !folders.is_empty() || own_routines().is_some_and(|own| !is_missing(&own))
}

/// Whether nothing lies at a path. Behind a link that points to nothing, on the way there or at its end, something may
/// lie that only cannot be reached now, as on a disk that is not there.
pub(super) fn is_missing(path: &Path) -> bool {
    let is_not_found = |error: std::io::Error| error.kind() == std::io::ErrorKind::NotFound;
    fs::symlink_metadata(path).is_err_and(is_not_found) && !path.ancestors().any(is_dangling)
}

fn is_dangling(path: &Path) -> bool {
    let is_link = fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_symlink());
    is_link && fs::metadata(path).is_err()
}

/// The whole library of this person.
pub fn library(folders: &[PathBuf]) -> Library {
    Library::of(layers(folders))
}
