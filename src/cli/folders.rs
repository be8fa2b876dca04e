//! The folders that routines are read from.

use std::path::PathBuf;

use crate::cli::error::CliError;
use crate::cli::output;
use crate::edge::store::{files, paths};
use crate::words::en::{errors, files as words};

/// Checks that each folder of `--routines` is there. Without a home folder there is none of the person's own, which is
/// printed.
///
/// # Errors
/// When a folder is not there or cannot be read.
pub(crate) fn check(named: &[PathBuf]) -> Result<(), CliError> {
    if paths::config_folder().is_none() {
        output::mind(words::NO_HOME);
        output::message(errors::SET_HOME);
    }
    match named.iter().find(|folder| !folder.is_dir()) {
        None => Ok(()),
        Some(folder) => Err(CliError::Folder {
            path: folder.clone(),
            why: files::folder_trouble(folder).unwrap_or_default(),
        }),
    }
}
