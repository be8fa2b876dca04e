//! Saves a file of a person: whatever fails and whoever else saves, it is at every moment the old or the new one, whole.
//!
//! Who saves holds a lock on the folder of the file, from before it is read until it is replaced. So two of this program
//! that change different things both keep theirs. The lock leaves nothing behind, and ends with its holder. Where the
//! system has no locks for folders, as over NFS, it goes on without: the file is still whole, and of two changes
//! at the same moment the later one counts.

use std::ffi::OsString;
use std::fs::{self, Metadata, Permissions};
use std::io::{self, ErrorKind, Write as _};
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rustix::fs::{Access, CWD, RenameFlags};
use rustix::io::Errno;
use tempfile::NamedTempFile;

use crate::content::text::byte_order_mark::BOM;
use crate::edge::store::folder::{self, SyncNames, sync_names};
use crate::edge::store::paths;
use crate::edge::store::reading::has_mark;
use crate::words::failure::NotSaved;

/// So often is a lock asked for that somebody else holds: a second in all, where a save takes some milliseconds.
const TRIES: usize = 50;

/// The new file is written beside the old one, as `.settings.toml.aB3dE6gH.supple`.
const ENDING: &str = ".supple";
const RANDOM: usize = 8;
/// No save takes so long: what is older was left behind.
const STRAY: Duration = Duration::from_secs(60);

/// The most old copies that are kept beside a file.
const MOST_KEPT: u32 = 1000;

/// Replaces a file without a look at what it held, under the lock for it. Only its owner can read it.
///
/// # Errors
/// The reason why it was not replaced. Then it is as it was.
#[cfg(feature = "testing")]
pub fn replace(path: &Path, text: &str) -> Result<(), NotSaved> {
    Saving::begin(path)?.replace(text)
}

/// A file that is about to be changed. Nobody else changes it as long as this lives.
#[derive(Debug)]
pub struct Saving {
    /// The path of the file, with all links resolved.
    path: PathBuf,
    folder: PathBuf,
    /// `None` where the system has none.
    lock: Option<fs::File>,
    sync: SyncNames,
}

impl Saving {
    /// Makes the folder, if there is none, and waits for the lock, for a moment and not for ever. A link to a file
    /// elsewhere stays one: the file that it leads to is changed.
    ///
    /// # Errors
    /// The reason why nothing can be saved now.
    pub fn begin(path: &Path) -> Result<Self, NotSaved> {
        Self::within(path, TRIES)
    }

    fn within(path: &Path, tries: usize) -> Result<Self, NotSaved> {
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new(".")).to_owned();
        let sync: SyncNames = |folder| rustix::fs::fsync(folder);
        folder::make(&folder, sync).map_err(|error| not_saved(&error, &folder))?;
        let lock = folder::lock(&folder, tries)?;
        Ok(Self {
            path,
            folder,
            lock,
            sync,
        })
    }

    /// Puts a new file in the place of the old one, readable by its owner only. One that began with the mark of some
    /// editors does so still.
    ///
    /// # Errors
    /// The reason why it was not replaced. Then the old one is as it was, and nothing lies beside it. A disk that fails
    /// in the last moment may hold either.
    pub(crate) fn replace(&self, text: &str) -> Result<(), NotSaved> {
        let old = self.replaceable()?;
        let mark = if old.is_some() && has_mark(&self.path) {
            BOM
        } else {
            ""
        };
        let new = self.written(&format!("{mark}{text}"), old.as_ref());
        let new = new.map_err(|error| not_saved(&error, &self.folder))?;
        self.put(new)
            .and_then(|()| sync_names(&self.folder, self.sync))
            .map_err(|error| not_saved(&error, &self.folder))
    }

    /// Replaces the file and keeps the old one beside it: as `profile.toml.old`, or with a number where that is taken.
    ///
    /// # Errors
    /// The reason why it was not replaced. Then the old one is as it was, and nothing lies beside it. A disk that fails
    /// in the last moment may hold either.
    pub fn replace_and_keep(&self, text: &str) -> Result<(), NotSaved> {
        let why = |error: io::Error| not_saved(&error, &self.folder);
        let sync = || sync_names(&self.folder, self.sync);
        let new = self.written(text, None).map_err(why)?;
        let kept = self.keep().map_err(why)?.ok_or(NotSaved::TooManyKept)?;
        // The old one has its second name on the disk before it loses the first.
        if let Err(error) = sync().and_then(|()| self.put(new)) {
            kept.take_back(&self.path);
            return Err(why(error));
        }
        sync().map_err(why)
    }

    /// The file that a new one may take the place of, if there is one.
    fn replaceable(&self) -> Result<Option<Metadata>, NotSaved> {
        let old = match fs::symlink_metadata(&self.path) {
            Ok(old) => old,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(not_saved(&error, &self.folder)),
        };
        if old.is_symlink() {
            return Err(NotSaved::Dangling);
        }
        if !old.is_file() {
            return Err(NotSaved::NoFile);
        }
        // Root may write into any, but what nobody is to write is meant so.
        let is_open = match rustix::fs::access(&self.path, Access::WRITE_OK) {
            Err(Errno::ROFS) => return Err(not_saved(&Errno::ROFS.into(), &self.folder)),
            found => found.is_ok() && !old.permissions().readonly(),
        };
        if !is_open {
            return Err(NotSaved::ReadOnly);
        }
        Ok(Some(old))
    }

    /// The new file, as a whole and on the disk, under a name that nobody else has. It goes when it is dropped.
    fn written(&self, text: &str, old: Option<&Metadata>) -> io::Result<NamedTempFile> {
        let mut new = tempfile::Builder::new()
            .prefix(&self.prefix())
            .suffix(ENDING)
            .rand_bytes(RANDOM)
            .permissions(Permissions::from_mode(0o600))
            .tempfile_in(&self.folder)?;
        let made = new.as_file().metadata()?;
        if let Some(old) = old.filter(|old| old.uid() != made.uid()) {
            // Only root can give the file to whom it belonged; for others it becomes their own.
            let _ = std::os::unix::fs::fchown(new.as_file(), Some(old.uid()), Some(old.gid()));
        }
        // The mask of the person can take away too much.
        let mode = Permissions::from_mode(0o600);
        new.as_file().set_permissions(mode)?;
        new.write_all(text.as_bytes())?;
        new.as_file().sync_all()?;
        self.clear(&made);
        Ok(new)
    }

    fn put(&self, new: NamedTempFile) -> io::Result<()> {
        new.persist(&self.path).map_err(|failed| failed.error)?;
        Ok(())
    }

    /// Gives what is there a second name, so that there is a file at every moment; what can have no second name is moved.
    /// `None` where no name is free.
    fn keep(&self) -> io::Result<Option<Kept>> {
        let is_file = fs::symlink_metadata(&self.path)?.is_file();
        let taken = |error: &io::Error| error.kind() == ErrorKind::AlreadyExists;
        for number in 1..MOST_KEPT {
            let name = self.kept_name(number);
            let kept = if is_file {
                fs::hard_link(&self.path, &name).map(|()| Kept::Linked(name.clone()))
            } else {
                Err(ErrorKind::Unsupported.into())
            };
            let kept = match kept {
                Err(error) if !taken(&error) => {
                    move_to_free(&self.path, &name).map(|()| Kept::Moved(name.clone()))
                }
                linked => linked,
            };
            match kept {
                Err(error) if taken(&error) => {}
                Ok(kept) => {
                    if is_file {
                        let _ = fs::set_permissions(&name, Permissions::from_mode(0o600));
                    }
                    return Ok(Some(kept));
                }
                Err(error) => return Err(error),
            }
        }
        Ok(None)
    }

    fn kept_name(&self, number: u32) -> PathBuf {
        let mut name = self.path.as_os_str().to_owned();
        name.push(".old");
        if number > 1 {
            name.push(number.to_string());
        }
        name.into()
    }

    /// Returns the start of the names of its new files.
    fn prefix(&self) -> OsString {
        let mut prefix = OsString::from(".");
        prefix.push(self.path.file_name().unwrap_or_default());
        prefix.push(".");
        prefix
    }

    /// Takes away the new files of saves that were killed. Under the lock nobody else writes one; where another machine
    /// still does, it is younger.
    fn clear(&self, new: &Metadata) {
        let (Some(_), Ok(now), Ok(entries)) =
            (&self.lock, new.modified(), fs::read_dir(&self.folder))
        else {
            return;
        };
        let prefix = self.prefix();
        let is_ours = |name: &[u8]| {
            let random = name.strip_prefix(prefix.as_bytes());
            let random = random.and_then(|rest| rest.strip_suffix(ENDING.as_bytes()));
            random.is_some_and(|random| {
                random.len() == RANDOM && random.iter().all(u8::is_ascii_alphanumeric)
            })
        };
        let is_stray = |metadata: &Metadata| {
            let age = metadata
                .modified()
                .map(|then| now.duration_since(then).unwrap_or_default());
            metadata.is_file() && age.is_ok_and(|age| age > STRAY)
        };
        for entry in entries.flatten() {
            // Of an entry this is the metadata of a link, not of what it leads to.
            if is_ours(entry.file_name().as_bytes()) && entry.metadata().is_ok_and(|m| is_stray(&m))
            {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// The old file under another name.
enum Kept {
    /// Under its own name as well.
    Linked(PathBuf),
    /// No more under its own name.
    Moved(PathBuf),
}

impl Kept {
    fn take_back(self, path: &Path) {
        let _ = match self {
            Self::Linked(name) => fs::remove_file(name),
            Self::Moved(name) => move_to_free(&name, path),
        };
    }
}

/// Gives a file another name, and never takes that from another file.
fn move_to_free(from: &Path, to: &Path) -> io::Result<()> {
    Ok(rustix::fs::renameat_with(
        CWD,
        from,
        CWD,
        to,
        RenameFlags::NOREPLACE,
    )?)
}

/// Returns the reason why something could not be written into a folder.
fn not_saved(error: &io::Error, folder: &Path) -> NotSaved {
    let folder = || paths::shown(folder);
    match error.kind() {
        ErrorKind::StorageFull => NotSaved::NoSpace,
        ErrorKind::QuotaExceeded => NotSaved::NoQuota,
        ErrorKind::FileTooLarge => NotSaved::TooLarge,
        ErrorKind::ReadOnlyFilesystem => NotSaved::ReadOnlyDisk(folder()),
        ErrorKind::PermissionDenied => NotSaved::Forbidden(folder()),
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => NotSaved::InTheWay(folder()),
        _ => NotSaved::Other(reason(error)),
    }
}

/// The system's reason, without the number that the standard library puts behind it.
fn reason(error: &io::Error) -> String {
    let said = error.to_string();
    let number = error.raw_os_error();
    let number = number.map(|number| format!(" (os error {number})"));
    let bare = number.and_then(|number| said.strip_suffix(&number));
    bare.unwrap_or(&said).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_finds_another_saving_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.toml");
        let first = Saving::within(&path, 1).unwrap();
        assert!(first.lock.is_some());
        let second = Saving::within(&path, 2).map(|_| ());
        assert_eq!(second, Err(NotSaved::Busy));
        first.replace("theme = \"night\"\n").unwrap();
        drop(first);
        assert!(Saving::within(&path, 1).is_ok());
    }

    #[test]
    fn a_save_is_done_when_its_names_are_on_the_disk() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.toml");
        let failing = |sync| Saving {
            sync,
            ..Saving::within(&path, 1).unwrap()
        };
        let held = |name: &str| fs::read_to_string(folder.path().join(name)).ok();
        let failed = Err(NotSaved::Other("Input/output error".to_owned()));
        for (number, unable) in [
            (1, (|_| Err(Errno::INVAL)) as SyncNames),
            (2, |_| Err(Errno::NOTSUP)),
            (3, |_| Err(Errno::BADF)),
        ] {
            let text = format!("# {number}\n");
            assert_eq!(failing(unable).replace(&text), Ok(()));
            assert_eq!(held("settings.toml"), Some(text));
        }
        assert_eq!(failing(|_| Err(Errno::IO)).replace("# 4\n"), failed);
        // Before the old one loses its name, its second one is on the disk.
        let keeping = failing(|_| Err(Errno::IO)).replace_and_keep("# 5\n");
        assert_eq!(keeping, failed);
        assert_eq!(held("settings.toml").as_deref(), Some("# 4\n"));
        assert_eq!(held("settings.toml.old"), None);
    }

    #[test]
    fn it_is_told_why_not() {
        let why = |errno: Errno| not_saved(&errno.into(), Path::new("/c"));
        assert_eq!(why(Errno::NOSPC), NotSaved::NoSpace);
        assert_eq!(why(Errno::DQUOT), NotSaved::NoQuota);
        assert_eq!(why(Errno::ROFS), NotSaved::ReadOnlyDisk("/c".to_owned()));
        assert_eq!(why(Errno::ACCESS), NotSaved::Forbidden("/c".to_owned()));
        let other = NotSaved::Other("Input/output error".to_owned());
        assert_eq!(why(Errno::IO), other);
    }
}
