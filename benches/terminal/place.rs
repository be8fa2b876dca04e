//! The folders a program lives in while it is measured.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::Outcome;

/// The routine of the default table that counts: in its hold from the fourth second on, for ten
/// minutes.
pub(crate) const HOLD_FILE: &str = "hold.toml";

const HOLD: &str = r#"format = 1
title = "One long hold"
discipline = "stretching"

[[step]]
exercise = "calf-stretch-wall"
hold = "10m"
prepare = "3s"
"#;

/// The same with a figure that moves all the time.
pub(crate) const WALK_FILE: &str = "walk.toml";

const WALK: &str = r#"format = 1
title = "One long walk"
discipline = "walking"

[[step]]
exercise = "walk-brisk"
hold = "10m"
prepare = "3s"
"#;

/// The exercises of each own routine.
const EXERCISES: [&str; 5] = [
    "march-on-spot",
    "calf-stretch-wall",
    "soleus-stretch-wall",
    "quad-stretch-standing",
    "hip-flexor-standing",
];

/// The environment variables that name a program's folders. All but the configuration are new and
/// empty for each run.
pub(crate) const FRESH: [&str; 5] = [
    "HOME",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
    "XDG_CACHE_HOME",
    "XDG_RUNTIME_DIR",
];

/// A temporary folder that holds what all runs of one subject share: the configuration and
/// [`HOLD_FILE`] and [`WALK_FILE`].
///
/// The configuration is not made again for each run, since the disk would still be busy with ten
/// thousand files when the program starts.
pub(crate) struct Place(TempDir);

impl Place {
    /// Makes the folder with so many routine files of five steps in
    /// `$XDG_CONFIG_HOME/supple/routines`.
    pub(crate) fn new(own_routines: usize) -> Outcome<Self> {
        let place = Self(temporary()?);
        write(&place.folder().join(HOLD_FILE), HOLD)?;
        write(&place.folder().join(WALK_FILE), WALK)?;
        let routines = place.config().join("supple/routines");
        let parent = if own_routines > 0 {
            routines.clone()
        } else {
            place.config()
        };
        fs::create_dir_all(&parent)
            .map_err(|error| format!("cannot make {}: {error}", parent.display()))?;
        for number in 1..=own_routines {
            write(
                &routines.join(format!("own-{number:05}.toml")),
                &own_routine(number),
            )?;
        }
        Ok(place)
    }

    pub(crate) fn folder(&self) -> &Path {
        self.0.path()
    }

    /// The value of `XDG_CONFIG_HOME`.
    pub(crate) fn config(&self) -> PathBuf {
        self.folder().join("config")
    }

    /// Makes the folders of [`FRESH`], each named as its variable. They go when the returned value
    /// goes.
    pub(crate) fn fresh() -> Outcome<TempDir> {
        let folder = temporary()?;
        for name in FRESH {
            fs::create_dir(folder.path().join(name))
                .map_err(|error| format!("cannot make {name}: {error}"))?;
        }
        Ok(folder)
    }
}

fn own_routine(number: usize) -> String {
    let steps = EXERCISES
        .iter()
        .zip(15 + number % 15..)
        .map(|(exercise, hold)| {
            format!("\n[[step]]\nexercise = \"{exercise}\"\nhold = \"{hold}s\"\n")
        });
    let head = format!(
        r#"format = 1
title = "Own routine {number}"
about = "Legs, standing; number {number} of many."
discipline = "stretching"
audience = ["adult"]

[defaults]
prepare = "8s"
switch = "5s"
"#
    );
    [head].into_iter().chain(steps).collect()
}

fn temporary() -> Outcome<TempDir> {
    TempDir::with_prefix("supple-bench-")
        .map_err(|error| format!("cannot make a temporary folder: {error}"))
}

fn write(path: &Path, text: &str) -> Outcome<()> {
    fs::write(path, text).map_err(|error| format!("cannot write {}: {error}", path.display()))
}
