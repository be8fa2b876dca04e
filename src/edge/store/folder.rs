//! The folder in which something is saved: made, locked, and written to the disk with the names in it.

use std::fs::{self, TryLockError};
use std::io;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::Path;
use std::time::Duration;

use rustix::io::Errno;

use crate::edge::wait;
use crate::words::failure::NotSaved;

/// Between two tries to lock a folder.
const PAUSE: Duration = Duration::from_millis(20);

/// Writes the names in an open folder to the disk.
pub(crate) type SyncNames = fn(&fs::File) -> rustix::io::Result<()>;

/// Makes a folder with all that it lies in, for its owner alone.
pub(crate) fn make(folder: &Path, sync: SyncNames) -> io::Result<()> {
    let is_missing = |folder: &&Path| !folder.exists();
    let missing: Vec<&Path> = folder.ancestors().take_while(is_missing).collect();
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)?;
    let mut parents = missing.into_iter().filter_map(Path::parent);
    parents.try_for_each(|parent| sync_names(parent, sync))
}

/// Writes the names in a folder to the disk, so that a power cut takes none of them back. Some file systems cannot, and a
/// folder that cannot be read cannot be opened for it: then the system does it when it likes.
pub(crate) fn sync_names(folder: &Path, sync: SyncNames) -> io::Result<()> {
    let Ok(folder) = fs::File::open(folder) else {
        return Ok(());
    };
    match sync(&folder) {
        Err(Errno::INVAL | Errno::NOTSUP | Errno::BADF) => Ok(()),
        synced => Ok(synced?),
    }
}

/// The lock on a folder. `None` where there are no locks.
pub(crate) fn lock(folder: &Path, tries: usize) -> Result<Option<fs::File>, NotSaved> {
    let Ok(file) = fs::File::open(folder) else {
        return Ok(None);
    };
    for _ in 0..tries {
        match file.try_lock() {
            Ok(()) => return Ok(Some(file)),
            Err(TryLockError::WouldBlock) => {
                let _ = wait::poll([], Some(PAUSE));
            }
            Err(TryLockError::Error(_)) => return Ok(None),
        }
    }
    Err(NotSaved::Busy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_folder_is_on_the_disk_with_its_parents() {
        let folder = tempfile::tempdir().unwrap();
        let deep = folder.path().join("config/supple");
        assert!(make(&deep, |_| Err(Errno::IO)).is_err());
        assert!(deep.is_dir());
        assert!(make(&deep, |_| Err(Errno::IO)).is_ok(), "it was there");
    }
}
