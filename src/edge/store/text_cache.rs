//! Texts that were read before: a file that has not changed since is not read again.

use std::collections::HashMap;
use std::fs::{self, Metadata};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::content::diagnostic::Diagnostic;
use crate::content::text::file_text::FileText;
use crate::edge::clock::since_1970;
use crate::edge::store::reading;

/// A file that changed this recently may change again within one step of the file system's clock, with the same stamp.
const SETTLED: Duration = Duration::from_secs(3);

/// The texts of files, by path.
#[derive(Debug, Default)]
pub(crate) struct TextCache {
    /// Those of the pass before this one.
    before: HashMap<PathBuf, (Stamp, FileText)>,
    /// Those of this pass.
    now: HashMap<PathBuf, (Stamp, FileText)>,
}

impl TextCache {
    /// Begins a pass over the files. The texts of files that the last pass did not ask for are forgotten.
    pub(crate) fn begin(&mut self) {
        self.before = std::mem::take(&mut self.now);
    }

    /// The text of a file, with its byte order mark. It is read only when the file has changed since the last pass.
    ///
    /// # Errors
    /// As [`reading::read`]. Errors are not kept: the file is read again in the next pass.
    pub(crate) fn read(&mut self, path: &Path) -> Result<FileText, Diagnostic> {
        self.read_at(path, since_1970())
    }

    fn read_at(&mut self, path: &Path, now: Duration) -> Result<FileText, Diagnostic> {
        // Taken before the text: what changes in between has another stamp in the next pass.
        let stamp = fs::metadata(path).ok().map(|metadata| Stamp::of(&metadata));
        let known = self.before.remove(path);
        let text = match known {
            Some((before, text)) if stamp == Some(before) => text,
            Some(_) | None => reading::read(path)?.into(),
        };
        if let Some(stamp) = stamp.filter(|stamp| stamp.is_settled(now)) {
            self.now.insert(path.to_owned(), (stamp, text.clone()));
        }
        Ok(text)
    }
}

/// The state of a file on the disk. Any change of its text changes it, unless the file is not [`SETTLED`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    device: u64,
    inode: u64,
    size: u64,
    /// Seconds and nanoseconds since 1970. Nobody can set it, as they can the time of the text.
    changed: (i64, i64),
}

impl Stamp {
    fn of(metadata: &Metadata) -> Self {
        Self {
            device: metadata.dev(),
            inode: metadata.ino(),
            size: metadata.size(),
            changed: (metadata.ctime(), metadata.ctime_nsec()),
        }
    }

    /// Returns whether this time since 1970 is well past the last change.
    fn is_settled(&self, now: Duration) -> bool {
        let (seconds, nanoseconds) = self.changed;
        let (Ok(seconds), Ok(nanoseconds)) = (seconds.try_into(), nanoseconds.try_into()) else {
            return false;
        };
        let age = now.checked_sub(Duration::new(seconds, nanoseconds));
        age.is_some_and(|age| age > SETTLED)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns whether two texts are one and the same.
    fn is_shared(one: &FileText, other: &FileText) -> bool {
        std::ptr::eq(&raw const **one, &raw const **other)
    }

    #[test]
    fn a_settled_file_is_read_once_until_it_changes() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.toml");
        fs::write(&path, "a = 1").unwrap();
        let later = since_1970() + Duration::from_secs(60);
        let mut texts = TextCache::default();
        let first = texts.read_at(&path, later).unwrap();
        texts.begin();
        let second = texts.read_at(&path, later).unwrap();
        assert!(is_shared(&first, &second));
        fs::write(&path, "a = 23").unwrap();
        texts.begin();
        assert_eq!(&*texts.read_at(&path, later).unwrap(), "a = 23");
    }

    #[test]
    fn a_file_that_has_just_changed_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.toml");
        fs::write(&path, "a = 1").unwrap();
        let mut texts = TextCache::default();
        let first = texts.read(&path).unwrap();
        texts.begin();
        assert!(!is_shared(&first, &texts.read(&path).unwrap()));
        // A clock that was set back knows no age.
        let earlier = since_1970().saturating_sub(Duration::from_secs(60));
        texts.begin();
        texts.read_at(&path, earlier).unwrap();
        assert!(texts.now.is_empty());
    }

    #[test]
    fn a_file_that_takes_the_place_of_another_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let (path, other) = (folder.path().join("a.toml"), folder.path().join("b.toml"));
        fs::write(&path, "a = 1").unwrap();
        fs::write(&other, "a = 2").unwrap();
        let later = since_1970() + Duration::from_secs(60);
        let mut texts = TextCache::default();
        texts.read_at(&path, later).unwrap();
        fs::rename(&other, &path).unwrap();
        texts.begin();
        assert_eq!(&*texts.read_at(&path, later).unwrap(), "a = 2");
    }

    #[test]
    fn texts_that_nobody_asks_for_are_forgotten_and_errors_are_not_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.toml");
        fs::write(&path, "a = 1").unwrap();
        let later = since_1970() + Duration::from_secs(60);
        let mut texts = TextCache::default();
        texts.read_at(&path, later).unwrap();
        texts.begin();
        texts.begin();
        assert!(texts.before.is_empty() && texts.now.is_empty());
        fs::remove_file(&path).unwrap();
        assert!(texts.read_at(&path, later).is_err());
        assert!(texts.now.is_empty());
    }
}
