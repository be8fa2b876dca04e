//! What the keys of files take for numbers and durations, by their names alone: for values that the parser cannot read, where
//! it is not known in which table they stand.

use crate::content::dose::{HOLD, PAUSE, REPS, SETS, TEMPO};
use crate::content::duration::lasting::Lasting;
use crate::content::routine::MINUTES;
use crate::content::step::{BREATH, REPEAT};
use crate::content::toml::counted::Counted;

/// What the key takes for a duration; `None` when it takes none.
pub(crate) fn lasting(key: &str) -> Option<Lasting> {
    let limits = match key {
        "hold" => HOLD,
        "tempo" => TEMPO,
        "rest" | "prepare" | "switch" | "at" | "lead-in" | "position-change" | "usual"
        | "pregnant" => PAUSE,
        "in" | "out" => BREATH,
        _ => return None,
    };
    Some(Lasting {
        limits,
        is_range: key == "hold",
    })
}

/// What the key takes for a whole number; `None` when it takes none.
pub(crate) fn counted(key: &str) -> Option<Counted> {
    let limits = match key {
        "reps" => REPS,
        "sets" => SETS,
        "repeat" => REPEAT,
        "minutes" => MINUTES,
        _ => return None,
    };
    Some(Counted {
        limits,
        is_range: key == "reps",
    })
}
