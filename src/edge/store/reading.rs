//! Reads a text file. It never hangs, and is never flooded: what is no regular file, or too long, is refused.

use std::fs;
use std::io::{self, ErrorKind, Read as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use rustix::fs::OFlags;
use rustix::io::Errno;

use crate::content::diagnostic::Diagnostic;
use crate::content::file::LARGEST_FILE;
use crate::content::text::byte_order_mark::{BOM, without_bom};
use crate::edge::store::paths::shown;
use crate::words::en::files as words;

/// Reads a file as text, with [`BOM`] where it begins with it.
///
/// # Errors
/// One finding that says why there is no text to read.
pub fn read(path: &Path) -> Result<String, Diagnostic> {
    let text = utf8(bytes(path)?).map_err(|(_, why)| why)?;
    if without_bom(&text).trim().is_empty() {
        return Err(Diagnostic::error(words::EMPTY).help(words::PRINTS_ONE));
    }
    Ok(text)
}

/// Reads a file, if it is a regular one and not too long.
///
/// # Errors
/// One finding that says why there is nothing to read.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, Diagnostic> {
    let why = |error: io::Error| unreadable(path, &error);
    // A look at a device, or at a pipe that somebody else waits for, must not open it.
    regular(&fs::metadata(path).map_err(why)?)?;
    let file = open(path).map_err(why)?;
    // Something else can lie there by now.
    regular(&file.metadata().map_err(why)?)?;
    let mut bytes = Vec::new();
    file.take(LARGEST_FILE + 1)
        .read_to_end(&mut bytes)
        .map_err(why)?;
    if bytes.len() as u64 > LARGEST_FILE {
        let message = words::larger_than(LARGEST_FILE / 1024);
        return Err(Diagnostic::error(message).help(words::RIGHT_FILE));
    }
    Ok(bytes)
}

/// Returns whether a file begins with [`BOM`].
pub(crate) fn has_mark(path: &Path) -> bool {
    bytes(path).is_ok_and(|bytes| bytes.starts_with(BOM.as_bytes()))
}

/// Opens a file without ever waiting: for the other end of a pipe, or for something to read.
fn open(path: &Path) -> io::Result<fs::File> {
    let flags = OFlags::NONBLOCK | OFlags::NOCTTY;
    fs::OpenOptions::new()
        .read(true)
        .custom_flags(flags.bits().cast_signed())
        .open(path)
}

/// Lets nothing pass but a regular file.
fn regular(metadata: &fs::Metadata) -> Result<(), Diagnostic> {
    if metadata.is_file() {
        Ok(())
    } else if metadata.is_dir() {
        Err(Diagnostic::error(words::IS_A_FOLDER).help(words::NAME_A_FILE_IN_IT))
    } else {
        Err(Diagnostic::error(words::IS_NO_TEXT_FILE).help(words::NAME_A_TEXT_FILE))
    }
}

/// The text of a file, with [`BOM`] where it begins with it.
///
/// # Errors
/// The bytes, and a finding that says where they are no text.
pub(crate) fn utf8(bytes: Vec<u8>) -> Result<String, (Vec<u8>, Diagnostic)> {
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..valid]
            .split(|&byte| byte == b'\n')
            .count();
        let found = Diagnostic::error(words::not_utf8(line)).on_line(line);
        (error.into_bytes(), found.help(words::SAVE_AS_UTF8))
    })
}

/// Returns the reason why a file or a folder cannot be read.
fn unreadable(path: &Path, error: &io::Error) -> Diagnostic {
    match error.kind() {
        ErrorKind::PermissionDenied => {
            Diagnostic::error(words::FORBIDDEN_FILE).help(words::ALLOW_FILE)
        }
        // Some files of the system wait until it has something to tell.
        ErrorKind::WouldBlock => {
            Diagnostic::error(words::NOTHING_NOW).help(words::NAME_A_TEXT_FILE)
        }
        _ if Errno::from_io_error(error) == Some(Errno::LOOP) => {
            Diagnostic::error(words::LINK_LOOP).help(words::MAKE_LINK)
        }
        _ if is_dangling(path) => Diagnostic::error(words::DANGLING).help(words::MAKE_FILE),
        ErrorKind::NotFound => match path.ancestors().find(|above| is_dangling(above)) {
            Some(link) => Diagnostic::error(words::dangling(&shown(link))).help(words::MAKE_FOLDER),
            None => Diagnostic::error(words::NO_FILE).help(words::CHECK_FILE),
        },
        kind => Diagnostic::error(words::unreadable(&kind.to_string())).help(words::TRY_EDITOR),
    }
}

/// Returns the reason why a folder cannot be read.
pub(crate) fn unreadable_folder(path: &Path, error: &io::Error) -> Diagnostic {
    match error.kind() {
        ErrorKind::PermissionDenied => {
            Diagnostic::error(words::FORBIDDEN_FOLDER).help(words::ALLOW_FOLDER)
        }
        ErrorKind::NotADirectory => Diagnostic::error(words::IS_A_FILE).help(words::PUT_IN_FOLDER),
        ErrorKind::NotFound if is_missing(path) => {
            Diagnostic::error(words::NO_FOLDER).help(words::CHECK_SPELLING)
        }
        _ => unreadable(path, error),
    }
}

/// Returns whether nothing lies at a path. Behind a link that points to nothing, on the way there or at its end,
/// something may lie that only cannot be reached now, as on a disk that is not there.
pub(crate) fn is_missing(path: &Path) -> bool {
    let is_not_found = |error: io::Error| error.kind() == ErrorKind::NotFound;
    fs::symlink_metadata(path).is_err_and(is_not_found) && !path.ancestors().any(is_dangling)
}

fn is_dangling(path: &Path) -> bool {
    let is_link = fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_symlink());
    is_link && fs::metadata(path).is_err()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_turns_into_a_pipe_is_not_waited_for() {
        use rustix::fs::{CWD, FileType, Mode, mknodat};
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("pipe.toml");
        mknodat(CWD, &path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
        let pipe = open(&path).unwrap();
        let found = regular(&pipe.metadata().unwrap()).unwrap_err();
        assert_eq!(found.message, "this is a pipe or a device, not a text file");
    }

    #[test]
    fn what_makes_wait_is_said() {
        let found = unreadable(Path::new("/proc/kmsg"), &Errno::AGAIN.into());
        assert_eq!(found.message, "this file has nothing to read now");
    }
}
