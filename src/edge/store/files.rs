//! The files of routines: one, or a folder of them, and where the person's own lie.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use crate::content::diagnostic::Diagnostic;
use crate::content::embedded;
use crate::content::file::{File, FileKind, Layer, Origin, is_toml};
use crate::content::library::Library;
use crate::content::text::byte_order_mark::without_bom;
use crate::content::text::composed::composed;
use crate::content::text::file_text::FileText;
use crate::content::text::forbidden::{describe, is_forbidden};
use crate::content::text::printable::printable;
use crate::edge::store::paths::{own_routines, shown};
use crate::edge::store::reading::{self, is_missing};
use crate::edge::store::text_cache::TextCache;
use crate::edge::store::tree::Tree;
use crate::words::en::files as words;

/// The person's routines to read; everything else is always read.
#[derive(Clone, Copy, Debug)]
pub enum Reading<'a> {
    /// All.
    All,
    /// Those of this id.
    Only(&'a str, Others),
    /// None; only their names are looked at.
    Nothing,
}

/// The treatment of the other routines.
#[derive(Clone, Copy, Debug)]
pub enum Others {
    /// They are looked through for rules, which lie there by mistake.
    Searched,
    /// Only their names are looked at.
    Listed,
}

impl Reading<'_> {
    /// Returns whether a file has to be read, by its path inside the folder.
    fn opens(self, inside: &str) -> bool {
        match self {
            Self::All | Self::Only(_, Others::Searched) => true,
            Self::Only(_, Others::Listed) | Self::Nothing => {
                // A routine of that name can only be a file of rules in the wrong place.
                let is_rules = || File::stem(inside).eq_ignore_ascii_case("safety");
                self.keeps(&id_of(inside))
                    || is_rules()
                    || FileKind::of(inside) != Some(FileKind::Routine)
            }
        }
    }

    /// Returns whether a routine of this id is kept.
    fn keeps(self, id: &str) -> bool {
        match self {
            Self::All => true,
            Self::Only(wanted, _) => id == wanted,
            Self::Nothing => false,
        }
    }
}

/// Reads the text of a file.
type Read<'a> = &'a mut dyn FnMut(&Path) -> Result<FileText, Diagnostic>;

/// The most bytes that are read from one folder.
const MOST_BYTES: usize = 64 << 20;

/// A file that was named by a person.
pub(crate) fn named(path: &Path) -> File {
    let text = read(path);
    let plain = without_bom(text.as_deref().unwrap_or_default());
    let kind = FileKind::guess(&path.to_string_lossy(), plain);
    file(kind, path, &path.display().to_string(), text)
}

/// The layer of a file that was named by a person as one of this kind. It lies over everything else.
pub(crate) fn layer_of(path: &Path, kind: FileKind) -> Layer {
    let file = File {
        kind,
        ..named(path)
    };
    Layer {
        origin: Origin::Path,
        files: vec![file],
    }
}

/// A file under its name, which must be plain text as all that is shown.
fn file(kind: FileKind, path: &Path, shown: &str, text: Result<FileText, Diagnostic>) -> File {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let text = match name.chars().find(|&c| c.is_control() || is_forbidden(c)) {
        Some(bad) => {
            let why = words::forbidden_name(&describe(bad));
            Err(Diagnostic::error(why).help(words::RENAME))
        }
        None => text,
    };
    File {
        kind,
        id: id_of_file(path),
        path: printable(shown).into_owned(),
        text,
    }
}

/// Returns the id of a routine or an exercise from the path of its file.
fn id_of(path: &str) -> Cow<'_, str> {
    let stem = File::stem(path);
    if stem.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Cow::Borrowed(stem);
    }
    Cow::Owned(composed(&printable(stem)).into_owned())
}

/// Returns the id of the routine or exercise in a file that a person named.
pub(crate) fn id_of_file(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    id_of(&name).into_owned()
}

/// Returns the reason why a folder that was named cannot be read, if it cannot.
pub(crate) fn folder_trouble(path: &Path) -> Option<String> {
    let opened = fs::read_dir(path).map(|_| ());
    let error = opened.err()?;
    Some(reading::unreadable_folder(path, &error).message.to_string())
}

/// All files of a library folder, in order of their paths, and what of it could not be read. The person's own folder
/// need not be there.
pub fn folder(root: &Path, origin: Origin) -> Layer {
    part(root, origin, Reading::All, &mut read)
}

/// Reads a layer with some of the routines.
fn part(root: &Path, origin: Origin, wanted: Reading<'_>, read: Read<'_>) -> Layer {
    let tree = if is_missing(root) && origin == Origin::Own {
        Tree::default()
    } else {
        Tree::below(root, &|inside| wanted.opens(inside))
    };
    let mut read_so_far = 0;
    let mut left_out = 0;
    let mut files: Vec<File> = Vec::new();
    for path in tree.paths {
        if read_so_far > MOST_BYTES {
            left_out += 1;
        } else if let Some(file) = inside(root, &path, read) {
            read_so_far += file.text.as_ref().map_or(0, |text| text.len());
            if file.kind != FileKind::Routine || wanted.keeps(&file.id) {
                files.push(file);
            }
        }
    }
    let unread = |(path, why): (PathBuf, Diagnostic)| File {
        kind: FileKind::Folder,
        id: String::new(),
        path: shown(&path),
        text: Err(why),
    };
    files.extend(tree.unread.into_iter().map(unread));
    if left_out > 0 {
        let why = words::too_many_bytes(MOST_BYTES >> 20, left_out);
        let why = Diagnostic::error(why).help(words::TAKE_OUT);
        files.push(unread((root.to_owned(), why)));
    }
    Layer { origin, files }
}

/// A file of a library folder. `None` for what belongs to other parts of the program.
fn inside(root: &Path, path: &Path, read: Read<'_>) -> Option<File> {
    let inside = path.strip_prefix(root).ok()?;
    let inside = inside.to_string_lossy().replace('\\', "/");
    let kind = FileKind::of(&inside)?;
    let text = read(path);
    let is_stray = matches!(kind, FileKind::Routine | FileKind::Exercise)
        && FileKind::is_stray_rules(&inside, text.as_deref().ok().map(without_bom));
    if is_stray {
        let why = Diagnostic::error(words::STRAY_RULES).help(words::PUT_RULES_BESIDE);
        return Some(file(FileKind::Folder, path, &shown(path), Err(why)));
    }
    Some(file(kind, path, &shown(path), text))
}

/// Every layer that this person has: bundled, own, and the folders named.
pub(crate) fn layers(folders: &[PathBuf]) -> Vec<Layer> {
    layers_with(folders, Reading::All)
}

/// Reads the layers with some of the person's routines.
pub fn layers_with(folders: &[PathBuf], wanted: Reading<'_>) -> Vec<Layer> {
    layers_by(folders, wanted, &mut read)
}

/// Every layer that this person has. Texts that have not changed since the last call are not read again.
pub(crate) fn layers_again(folders: &[PathBuf], texts: &mut TextCache) -> Vec<Layer> {
    texts.begin();
    layers_by(folders, Reading::All, &mut |path| texts.read(path))
}

fn layers_by(folders: &[PathBuf], wanted: Reading<'_>, read: Read<'_>) -> Vec<Layer> {
    let mut layers = vec![embedded::layer()];
    layers.extend(own_routines().map(|own| part(&own, Origin::Own, wanted, read)));
    let named = folders.iter().enumerate();
    layers.extend(named.map(|(index, path)| part(path, Origin::Folder(index), wanted, read)));
    layers
}

fn read(path: &Path) -> Result<FileText, Diagnostic> {
    reading::read(path).map(FileText::from)
}

/// Returns whether there may be rules or paces of this person's own, or exercises with hazards of their own, which
/// nothing may be played without. A folder that cannot be read may hold some.
pub fn has_own_rules(folders: &[PathBuf]) -> bool {
    let is_rules = |entry: std::io::Result<fs::DirEntry>| {
        entry.map_or(true, |entry| {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if is_toml(&name) {
                matches!(FileKind::of(&name), Some(FileKind::Safety | FileKind::Pace))
            } else {
                FileKind::of(&format!("{name}/x.toml")) == Some(FileKind::Exercise)
            }
        })
    };
    let may_hold = |folder: &PathBuf| match fs::read_dir(folder) {
        Ok(mut entries) => entries.any(is_rules),
        Err(_) => !is_missing(folder),
    };
    own_routines().iter().chain(folders).any(may_hold)
}

/// Returns whether there is a place that may hold files of this person's own.
pub(crate) fn has_own(folders: &[PathBuf]) -> bool {
    !folders.is_empty() || own_routines().is_some_and(|own| !is_missing(&own))
}

/// The library of this person without their own routines, of which there can be ten thousand: all that the rules need.
pub fn rules(folders: &[PathBuf]) -> Library {
    Library::of(layers_with(folders, Reading::Nothing))
}

/// The whole library of this person.
pub(crate) fn library(folders: &[PathBuf]) -> Library {
    Library::of(layers(folders))
}
