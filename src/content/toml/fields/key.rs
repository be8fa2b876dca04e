//! Keys that belong elsewhere or are called otherwise.

use crate::content::toml::fields::Fields;
use crate::content::{dose, exercise, routine, step, text};

/// Keys that people write for ours.
const ALIASES: &[(&str, &str)] = &[
    ("duration", "hold"),
    ("time", "hold"),
    ("seconds", "hold"),
    ("length", "hold"),
    ("repetitions", "reps"),
    ("repeats", "reps"),
    ("count", "reps"),
    ("rounds", "repeat"),
    ("times", "repeat"),
    ("steps", "step"),
    ("exercises", "step"),
    ("description", "about"),
    ("instructions", "how"),
    ("howto", "how"),
    ("pause", "rest"),
    ("break", "rest"),
    ("sides", "side"),
    ("leadin", "prepare"),
    ("sets", "repeat"),
    ("text", "say"),
    ("when", "at"),
    ("inhale", "in"),
    ("exhale", "out"),
    ("equipment", "props"),
    ("source", "sources"),
    ("warnings", "cautions"),
    ("caution", "cautions"),
    ("name", "title"),
    ("title", "name"),
    ("condition", "conditions"),
    ("props", "equipment"),
    ("duedate", "due"),
    ("direction", "dir"),
    ("pregnant", "due"),
    ("pregnancy", "due"),
    ("edd", "due"),
    ("dew", "due"),
    ("expected", "due"),
    ("expecting", "due"),
    ("term", "due"),
    ("lmp", "due"),
    ("lastperiod", "due"),
    ("trimester", "due"),
    ("gestation", "due"),
    ("weekspregnant", "due"),
    ("baby", "birth-of-child"),
    ("birth", "birth-of-child"),
    ("delivery", "birth-of-child"),
    ("delivered", "birth-of-child"),
    ("age", "birth-year"),
    ("born", "birth-year"),
    ("birthday", "birth-year"),
    ("birthdate", "birth-year"),
    ("dateofbirth", "birth-year"),
    ("dob", "birth-year"),
    ("yearofbirth", "birth-year"),
    ("year", "birth-year"),
    ("csection", "caesarean"),
    ("section", "caesarean"),
    ("sectio", "caesarean"),
    ("older", "older-adult"),
    ("senior", "older-adult"),
    ("elderly", "older-adult"),
    ("over65", "older-adult"),
];

/// Keys that only the keyframes of a figure have.
const FRAME_KEYS: &[&str] = &["move", "hold"];

/// Keys that belong into another table than the one in which they stand, and where that is.
const MISPLACED: &[(&str, &[&str], &str)] = &[
    (
        "a routine",
        routine::DEFAULT_KEYS,
        "write it below [defaults], or below the [[step]] that it is for",
    ),
    (
        "a routine",
        step::STEP_KEYS,
        "write it below the [[step]] that it is for",
    ),
    (
        "a step",
        routine::KEYS,
        "write it at the top of the file, above the first [[step]]",
    ),
    (
        "a round",
        step::STEP_KEYS,
        "write it below the [[step.step]] that it is for",
    ),
    (
        "[defaults]",
        step::STEP_KEYS,
        "write it below the [[step]] that it is for",
    ),
    (
        "[defaults]",
        routine::KEYS,
        "write it at the top of the file, above [defaults]",
    ),
    ("an exercise", dose::KEYS, "write it below [dose]"),
    (
        "[figure]",
        FRAME_KEYS,
        "write it in a frame, below [[figure.frames]]",
    ),
    ("a base", FRAME_KEYS, "write it in a frame"),
    (
        "[dose]",
        exercise::KEYS,
        "write it at the top of the file, above [dose]",
    ),
    (
        "[dose]",
        step::STEP_KEYS,
        "write it into the step of the routine",
    ),
];

/// The one of these keys that an unknown one was meant for.
pub(crate) fn meant(
    typed: &str,
    keys: impl Iterator<Item = &'static str> + Clone,
) -> Option<&'static str> {
    let plain = typed.to_lowercase().replace(['-', '_', ' '], "");
    let alias = ALIASES
        .iter()
        .filter(|(from, _)| *from == plain)
        .find_map(|(_, to)| keys.clone().find(|key| key == to));
    alias.or_else(|| text::did_you_mean(typed, keys))
}

impl Fields<'_, '_> {
    /// What to do about an unknown key, and for which key it was meant.
    pub(crate) fn help_for(&self, typed: &str) -> (String, Option<&'static str>) {
        let free = || self.keys.iter().copied().filter(|key| !self.has(key));
        let lower = typed.to_lowercase();
        let plain = lower.replace(['-', '_', ' '], "");
        let is_alias = ALIASES
            .iter()
            .any(|(from, to)| *from == plain && free().any(|key| key == *to));
        let misplaced = MISPLACED
            .iter()
            .find(|(what, keys, _)| *what == self.what && keys.contains(&lower.as_str()));
        match (is_alias, misplaced) {
            (false, Some((.., help))) => ((*help).to_owned(), None),
            _ => match meant(typed, free()) {
                Some(meant) => (format!("did you mean `{meant}`?"), Some(meant)),
                None => (
                    format!("{} has the keys {}", self.what, self.keys.join(", ")),
                    None,
                ),
            },
        }
    }
}
