//! The words for failures outside.

use crate::words::failure::{Failure, NotRemembered, NotSaved, NotSet};

/// A task that failed, as a sentence of its own.
pub fn failed(failure: &Failure) -> String {
    match failure {
        Failure::Setting(why) => not_remembered(why),
        Failure::Profile(why) => format!("Not saved: {}.", not_saved(why)),
        Failure::ProfileChanged => {
            "Not saved: the file has changed in the meantime. Close this page and open it again."
                .to_owned()
        }
        Failure::NoHome => "There is no home folder to keep a profile in.".to_owned(),
        Failure::LoadBroken => {
            "Your routines cannot be read now. Try again: supple check may say more.".to_owned()
        }
        Failure::Load(why) => format!("Your routines cannot be read now: {why}"),
    }
}

fn not_remembered(why: &NotRemembered) -> String {
    match why {
        NotRemembered::NoHome => "Not remembered: there is no home folder.".to_owned(),
        NotRemembered::Unreadable(why) => {
            format!("Not remembered: {}.", in_settings(why))
        }
        NotRemembered::NotSet(why) => {
            format!("Not remembered: settings.toml, {}.", not_set(why))
        }
        NotRemembered::NotSaved(why) => format!("Not remembered: {}.", not_saved(why)),
    }
}

/// Something is wrong with the settings.
pub(crate) fn in_settings(why: &str) -> String {
    format!("settings.toml: {why}")
}

/// Returns the reason why a setting cannot be put into the text of the file.
pub(crate) fn not_set(why: &NotSet) -> String {
    match why {
        NotSet::Broken(line, why) => format!("line {line}: {why}"),
        NotSet::NotPlain(line, key) => format!("line {line}: `{key}` is not one word after `=`"),
        NotSet::ChangesTheRest(key) => {
            format!("`{key}` cannot be set without changing the rest")
        }
    }
}

/// Returns the reason why a file was not replaced.
pub(crate) fn not_saved(why: &NotSaved) -> String {
    match why {
        NotSaved::Dangling => "this link points to nothing",
        NotSaved::NoFile => "this is not a file",
        NotSaved::ReadOnly => "the file is read-only",
        NotSaved::TooManyKept => "there are too many old copies beside it",
        NotSaved::Busy => "another supple is saving; try again",
        NotSaved::NoSpace => "no space left on the disk",
        NotSaved::NoQuota => "no space left: your share of the disk is used up",
        NotSaved::TooLarge => "the file is larger than this session allows (ulimit -f)",
        NotSaved::ReadOnlyDisk(folder) => return format!("{folder} is on a read-only disk"),
        NotSaved::Forbidden(folder) => {
            return format!("you have no permission to write in {folder}");
        }
        NotSaved::InTheWay(folder) => {
            return format!("{folder} cannot be created: a file is in the way");
        }
        NotSaved::Other(why) => why,
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_says_what_was_not_done_and_why() {
        let full = NotSaved::NoSpace;
        assert_eq!(
            failed(&Failure::Profile(full.clone())),
            "Not saved: no space left on the disk."
        );
        assert_eq!(
            failed(&Failure::Setting(NotRemembered::NotSaved(full))),
            "Not remembered: no space left on the disk."
        );
        let not_set = NotSet::NotPlain(3, "theme");
        assert_eq!(
            failed(&Failure::Setting(NotRemembered::NotSet(not_set))),
            "Not remembered: settings.toml, line 3: `theme` is not one word after `=`."
        );
    }
}
