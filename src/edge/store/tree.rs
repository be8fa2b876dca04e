//! Lists the files below a folder of routines, and the entries that cannot be read. However much lies there, and
//! wherever links lead, the walk comes to an end soon, and says what it left out.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use crate::content::diagnostic::Diagnostic;
use crate::content::file::File;
use crate::edge::store::reading::unreadable_folder;
use crate::words::en::files as words;

/// Folders in folders are followed so deep.
const DEEPEST: usize = 8;
/// The limits of reading.
const MOST: Most = Most {
    files: 20_000,
    names: 40_000,
    named: 20,
};

#[derive(Clone, Copy, Debug)]
struct Most {
    /// Files of routines. With twice as many the list would take seconds to come.
    files: usize,
    /// Names that are looked at, whatever lies there: a link to the whole disk ends here.
    names: usize,
    /// Folders that cannot be read and are named; the others are counted.
    named: usize,
}

/// The findings of a walk.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    /// The files that are wanted, in order.
    pub(crate) paths: Vec<PathBuf>,
    /// The number of files.
    files: usize,
    /// Folders that cannot be read, or not as a whole, and why.
    pub(crate) unread: Vec<(PathBuf, Diagnostic)>,
    /// The number of further entries of `unread`.
    unnamed: usize,
    /// The number of names looked at.
    names: usize,
    /// Device and number of the folders that were seen: links can lead back to them, in more ways than can be counted.
    folders: HashSet<(u64, u64)>,
}

impl Tree {
    /// The files below a folder that are wanted, by their paths inside it (`exercises/ankle-pumps.toml`).
    pub(crate) fn below(root: &Path, wanted: &dyn Fn(&str) -> bool) -> Self {
        Self::within(root, wanted, MOST)
    }

    fn within(root: &Path, wanted: &dyn Fn(&str) -> bool, most: Most) -> Self {
        let mut tree = Self::default();
        tree.gather(root, &mut String::new(), (wanted, most), 0);
        tree.paths.sort();
        if tree.unnamed > 0 {
            let why = words::more_unread_folders(tree.unnamed);
            let why = Diagnostic::error(why).help(words::TAKE_FOLDERS_OUT);
            tree.unread.push((root.to_owned(), why));
        }
        if let Some(limit) = tree.is_too_much(most) {
            let why = Diagnostic::error(limit).help(words::TAKE_LARGE_OUT);
            tree.unread.push((root.to_owned(), why));
            tree.paths.truncate(most.files);
        }
        tree
    }

    /// Returns the limit that was reached, in words.
    fn is_too_much(&self, most: Most) -> Option<String> {
        if self.files > most.files {
            Some(words::too_many_files(most.files))
        } else if self.names > most.names {
            Some(words::too_many_names(most.names))
        } else {
            None
        }
    }

    /// Adds what lies below a folder; `inside` is its path inside the root, with `/` at its end.
    fn gather(
        &mut self,
        folder: &Path,
        inside: &mut String,
        (wanted, most): (&dyn Fn(&str) -> bool, Most),
        depth: usize,
    ) {
        if self.is_too_much(most).is_some() {
            return;
        }
        let is_new = fs::metadata(folder)
            .map(|metadata| self.folders.insert((metadata.dev(), metadata.ino())));
        let entries = match is_new {
            Ok(false) => return,
            Ok(true) if depth > DEEPEST => {
                let why = Diagnostic::error(words::too_deep(DEEPEST)).help(words::HIGHER_UP);
                self.add_unread(folder, why, most);
                return;
            }
            Ok(true) => fs::read_dir(folder),
            Err(error) => Err(error),
        };
        let entries = match entries {
            Ok(entries) => entries,
            Err(error) => {
                self.add_unread(folder, unreadable_folder(folder, &error), most);
                return;
            }
        };
        let mut folders = self.take_entries(entries, folder, inside, (wanted, most));
        let length = inside.len();
        // A folder is found where it is, before it is found by a link.
        folders.sort();
        for (_, path) in folders {
            let name = path.file_name().unwrap_or_default();
            inside.push_str(&name.to_string_lossy());
            inside.push('/');
            self.gather(&path, inside, (wanted, most), depth + 1);
            inside.truncate(length);
        }
    }

    /// Adds the wanted files of a folder; returns the folders in it, each with whether a link leads there.
    fn take_entries(
        &mut self,
        entries: fs::ReadDir,
        folder: &Path,
        inside: &mut String,
        (wanted, most): (&dyn Fn(&str) -> bool, Most),
    ) -> Vec<(bool, PathBuf)> {
        let length = inside.len();
        let mut folders = Vec::new();
        for entry in entries {
            if self.is_too_much(most).is_some() {
                break;
            }
            self.names += 1;
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    self.add_unread(folder, unreadable_folder(folder, &error), most);
                    // A folder whose next name cannot be read may go on like that for ever.
                    break;
                }
            };
            let name = entry.file_name();
            let name = name.to_string_lossy();
            match TreeEntry::of(&entry, &name) {
                Ok(TreeEntry::File) => {
                    self.files += 1;
                    // Most of ten thousand names are not wanted: their paths are not made.
                    inside.push_str(&name);
                    if wanted(inside) {
                        self.paths.push(entry.path());
                    }
                    inside.truncate(length);
                }
                Ok(TreeEntry::Folder { is_link }) => folders.push((is_link, entry.path())),
                Ok(TreeEntry::Other) => {}
                Err(error) => self.add_unread(folder, unreadable_folder(folder, &error), most),
            }
        }
        folders
    }

    fn add_unread(&mut self, folder: &Path, why: Diagnostic, most: Most) {
        if self.unread.len() < most.named {
            self.unread.push((folder.to_owned(), why));
        } else {
            self.unnamed += 1;
        }
    }
}

/// The kind of an entry in a folder.
enum TreeEntry {
    /// A file to read, by its name. A folder that is called like a file is read as one: that says what is wrong.
    File,
    /// A folder, or what may be a link to one.
    Folder { is_link: bool },
    /// Nothing for this program.
    Other,
}

impl TreeEntry {
    fn of(entry: &fs::DirEntry, name: &str) -> io::Result<Self> {
        if File::is_content(name) {
            return Ok(Self::File);
        }
        if name.starts_with('.') {
            return Ok(Self::Other);
        }
        let kind = entry.file_type()?;
        let is_link = kind.is_symlink();
        // A link that leads nowhere now can be one to a folder on a disk that is not there.
        let is_folder_of_link = || match fs::metadata(entry.path()) {
            Ok(metadata) => metadata.is_dir(),
            Err(_) => !name.contains('.'),
        };
        Ok(if kind.is_dir() || (is_link && is_folder_of_link()) {
            Self::Folder { is_link }
        } else {
            Self::Other
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn most(files: usize, names: usize) -> Most {
        Most {
            files,
            names,
            named: 1,
        }
    }

    fn unread(tree: &Tree) -> Vec<&str> {
        let why = tree.unread.iter().map(|(_, why)| why.message.as_str());
        why.collect()
    }

    #[test]
    fn what_is_too_much_is_left_out_and_said() {
        let root = tempfile::tempdir().unwrap();
        for name in ["a.toml", "b.TOML", "c.toml", "one", "two"] {
            fs::write(root.path().join(name), "").unwrap();
        }
        let all = Tree::within(root.path(), &|_| true, most(3, 5));
        assert_eq!((all.paths.len(), unread(&all)), (3, Vec::new()));
        let files = Tree::within(root.path(), &|_| true, most(2, 5));
        let said = "there are more than 2 routine files here: the rest is not read";
        assert_eq!((files.paths.len(), unread(&files)), (2, vec![said]));
        let names = Tree::within(root.path(), &|_| true, most(3, 4));
        let said = "there are more than 4 files and folders here: the rest is not read";
        assert_eq!(unread(&names), [said]);
    }

    #[test]
    fn folders_are_followed_so_deep_and_no_deeper() {
        let root = tempfile::tempdir().unwrap();
        let mut folder = root.path().to_owned();
        for depth in 1..=DEEPEST + 1 {
            folder.push(depth.to_string());
            fs::create_dir(&folder).unwrap();
            fs::write(folder.join("a.toml"), "").unwrap();
        }
        let tree = Tree::within(root.path(), &|_| true, most(99, 99));
        assert_eq!(tree.paths.len(), DEEPEST);
        assert_eq!(
            unread(&tree),
            ["this folder is nested more than 8 folders deep"]
        );
    }

    #[test]
    fn folders_that_cannot_be_reached_are_said_and_counted() {
        let root = tempfile::tempdir().unwrap();
        for name in ["exercises", "more", "other", "README.md", ".#mine.toml"] {
            std::os::unix::fs::symlink("/nonexistent/x", root.path().join(name)).unwrap();
        }
        let tree = Tree::within(root.path(), &|_| true, most(9, 9));
        let said = [
            "this link points to nothing",
            "2 more folders here cannot be read",
        ];
        assert_eq!(unread(&tree), said);
    }
}
