//! The reasons why a file or a folder cannot be read: a short lowercase phrase, and a line of help.

/// A person without a home folder.
pub(crate) const NO_HOME: &str =
    "there is no home folder: your own files are neither read nor saved";

pub(crate) const EMPTY: &str = "the file is empty";
pub(crate) const PRINTS_ONE: &str =
    "`supple show bedtime-stretch-5 --toml` prints one to start from";
pub(crate) const RIGHT_FILE: &str = "a routine takes a few KiB: is this the right file?";
pub(crate) const IS_A_FOLDER: &str = "this is a folder, not a file";
pub(crate) const NAME_A_FILE_IN_IT: &str =
    "name a file in it, or use --routines to add the whole folder";
pub(crate) const IS_NO_TEXT_FILE: &str = "this is a pipe or a device, not a text file";
pub(crate) const NAME_A_TEXT_FILE: &str = "name a file that an editor can open";
pub(crate) const SAVE_AS_UTF8: &str = "save the file as UTF-8";
pub(crate) const FORBIDDEN_FILE: &str = "you have no permission to read this file";
pub(crate) const ALLOW_FILE: &str = "its owner can allow it: chmod u+r, and the name of the file";
pub(crate) const NOTHING_NOW: &str = "this file has nothing to read now";
pub(crate) const LINK_LOOP: &str = "this link leads back to itself";
pub(crate) const MAKE_LINK: &str = "delete it, or create it again";
pub(crate) const DANGLING: &str = "this link points to nothing";
pub(crate) const MAKE_FILE: &str = "delete it, or make the file that it points to";
pub(crate) const MAKE_FOLDER: &str = "delete it, or make the folder that it points to";
pub(crate) const NO_FILE: &str = "there is no such file";
pub(crate) const CHECK_FILE: &str = "check the spelling; `supple list` shows what there is";
pub(crate) const TRY_EDITOR: &str = "try to open it in an editor";
pub(crate) const FORBIDDEN_FOLDER: &str = "you have no permission to read this folder";
pub(crate) const ALLOW_FOLDER: &str =
    "its owner can allow it: chmod u+rx, and the name of the folder";
pub(crate) const IS_A_FILE: &str = "this is a file, not a folder";
pub(crate) const PUT_IN_FOLDER: &str = "put it into a folder of this name";
pub(crate) const NO_FOLDER: &str = "there is no such folder";
pub(crate) const CHECK_SPELLING: &str = "check the spelling";
pub(crate) const TAKE_FOLDERS_OUT: &str = "take them out of the folder of your routines";
pub(crate) const TAKE_OUT: &str = "move everything but routines elsewhere";
pub(crate) const TAKE_LARGE_OUT: &str =
    "move everything but routines elsewhere, such as a link to a large folder";
pub(crate) const HIGHER_UP: &str = "move it higher up";
pub(crate) const RENAME: &str = "give it another name";
pub(crate) const STRAY_RULES: &str = "rules here are not used";
pub(crate) const PUT_RULES_BESIDE: &str = "put them into safety.toml, beside the routines";
/// A profile that others may read.
pub(crate) const EXPOSED: &str = "others on this machine can read what it says about your health";

pub(crate) fn larger_than(kibibytes: u64) -> String {
    format!("the file is larger than {kibibytes} KiB")
}

pub(crate) fn not_utf8(line: usize) -> String {
    format!("line {line} is not UTF-8 text")
}

/// A folder lies behind a link that points to nothing.
pub(crate) fn dangling(link: &str) -> String {
    format!("the link {link} points to nothing")
}

/// Anything else; `why` is the system's.
pub(crate) fn unreadable(why: &str) -> String {
    format!("the system cannot read this file: {why}")
}

/// Folders that are counted only.
pub(crate) fn more_unread_folders(number: usize) -> String {
    format!("{number} more folders here cannot be read")
}

pub(crate) fn too_many_files(most: usize) -> String {
    format!("there are more than {most} routine files here: the rest is not read")
}

pub(crate) fn too_many_names(most: usize) -> String {
    format!("there are more than {most} files and folders here: the rest is not read")
}

pub(crate) fn too_deep(most: usize) -> String {
    format!("this folder is nested more than {most} folders deep")
}

pub(crate) fn too_many_bytes(mebibytes: usize, left_out: usize) -> String {
    format!("the files here hold more than {mebibytes} MiB: {left_out} of them are not read")
}

/// The name of a file holds a character that is not printed.
pub(crate) fn forbidden_name(character: &str) -> String {
    format!("the name of this file contains {character}")
}

/// The command that closes an exposed file.
pub(crate) fn close_with(command: &str) -> String {
    format!("close it with: {command}")
}
