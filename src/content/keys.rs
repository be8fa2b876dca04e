//! All keys of the files, composed of the tables of the files' models, with what people write for them.

pub(crate) mod common;

use crate::content::dose::{self, PAUSE};
use crate::content::duration::lasting::Lasting;
use crate::content::toml::schema::{Key, Misplaced, Schema, Suffix, Takes};
use crate::content::{exercise, routine, sides, step};

/// What the reader is told of keys.
pub(crate) static SCHEMA: Schema = Schema {
    tables: &[
        &dose::TABLE,
        &routine::TABLE,
        &routine::DEFAULT_TABLE,
        &step::STEP_TABLE,
        &step::ROUND_TABLE,
        &step::CUE_TABLE,
        &step::BREATH_TABLE,
        &exercise::TABLE,
        &exercise::SWITCH_TABLE,
        PACE,
        SAFETY,
        PROFILE,
        FIGURE,
    ],
    aliases: ALIASES,
    misplaced: MISPLACED,
    suffix: Suffix {
        key: "side",
        strip: sides::dose_for_each,
        here: "; side = \"each\" on a line of its own says that it is for each side",
        elsewhere: "; that it is for each side says side = \"each\" in the step",
    },
    list: "step",
    round: "repeat = N",
    inline: "{ in = N, out = N }",
};

/// Keys of `pace.toml`.
const PACE: &[Key] = &[
    Key::new(
        "lead-in",
        "lead-in = \"Ns\"",
        Takes::Lasting(Lasting::one(PAUSE)),
    ),
    Key::new(
        "position-change",
        "position-change = \"Ns\"",
        Takes::Lasting(Lasting::one(PAUSE)),
    ),
    Key::new(
        "runs-on",
        "runs-on = true, or runs-on = false",
        Takes::Other,
    ),
];

/// Keys of `safety.toml`.
const SAFETY: &[Key] = &[
    Key::new("implies", "implies = [\"...\"]", Takes::Texts),
    Key::new(
        "together",
        "together = [[\"...\", \"...\"], [\"...\"]]",
        Takes::Other,
    ),
];

/// Keys of `profile.toml`.
const PROFILE: &[Key] = &[
    Key::new("bedtime", "bedtime = \"HH:MM\"", Takes::Other),
    Key::new(
        "birth-of-child",
        "birth-of-child = \"YYYY-MM-DD\"",
        Takes::Date,
    ),
    Key::new("birth-year", "birth-year = YYYY", Takes::Number),
    Key::new(
        "caesarean",
        "caesarean = true, or caesarean = false",
        Takes::Other,
    ),
    Key::new("conditions", "conditions = [\"...\"]", Takes::Texts),
    Key::new("due", "due = \"YYYY-MM-DD\"", Takes::Date),
    Key::new(
        "emergency-number",
        "emergency-number = \"...\"",
        Takes::Digits,
    ),
    Key::new("equipment", "equipment = [\"...\"]", Takes::Texts),
    Key::new(
        "older-adult",
        "older-adult = true, or older-adult = false",
        Takes::Other,
    ),
    Key::new("pace-factor", "pace-factor = N.N", Takes::Number),
    Key::new("week", "week = NN", Takes::Sum),
    Key::new("week-on", "week-on = \"YYYY-MM-DD\"", Takes::Date),
];

/// Keys of a `[figure]` and of `figures.toml`.
const FIGURE: &[Key] = &[
    Key::new("air", "air = [\"...\"]", Takes::Names),
    Key::new(
        "alternate",
        "alternate = true, or alternate = false",
        Takes::Other,
    ),
    Key::new("anchor", "anchor = \"...\"", Takes::Text),
    Key::new("base", "base = \"...\"", Takes::Text),
    Key::new("elbow", "elbow = \"...\"", Takes::Text),
    Key::new("floor", "floor = true, or floor = false", Takes::Other),
    Key::new("focus", "focus = [\"...\"]", Takes::Names),
    Key::new("front", "front = [\"...\"]", Takes::Names),
    Key::new("hide", "hide = [\"...\"]", Takes::Names),
    Key::new("highlight", "highlight = [\"...\"]", Takes::Names),
    Key::new("keep", "keep = [\"...\"]", Takes::Names),
    Key::new("order", "order = [\"...\"]", Takes::Names),
    Key::new("touch", "touch = [\"...\"]", Takes::Names),
];

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
const MISPLACED: &[Misplaced] = &[
    Misplaced {
        what: "a routine",
        keys: routine::DEFAULT_KEYS,
        help: "write it below [defaults], or below the [[step]] that it is for",
    },
    Misplaced {
        what: "a routine",
        keys: step::STEP_KEYS,
        help: "write it below the [[step]] that it is for",
    },
    Misplaced {
        what: "a step",
        keys: routine::KEYS,
        help: "write it at the top of the file, above the first [[step]]",
    },
    Misplaced {
        what: "a round",
        keys: step::STEP_KEYS,
        help: "write it below the [[step.step]] that it is for",
    },
    Misplaced {
        what: "[defaults]",
        keys: step::STEP_KEYS,
        help: "write it below the [[step]] that it is for",
    },
    Misplaced {
        what: "[defaults]",
        keys: routine::KEYS,
        help: "write it at the top of the file, above [defaults]",
    },
    Misplaced {
        what: "an exercise",
        keys: dose::KEYS,
        help: "write it below [dose]",
    },
    Misplaced {
        what: "[figure]",
        keys: FRAME_KEYS,
        help: "write it in a frame, below [[figure.frames]]",
    },
    Misplaced {
        what: "a base",
        keys: FRAME_KEYS,
        help: "write it in a frame",
    },
    Misplaced {
        what: "[dose]",
        keys: exercise::KEYS,
        help: "write it at the top of the file, above [dose]",
    },
    Misplaced {
        what: "[dose]",
        keys: step::STEP_KEYS,
        help: "write it into the step of the routine",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_written_the_same_in_every_table() {
        for key in SCHEMA.tables.iter().copied().flatten() {
            assert_eq!(SCHEMA.form(key.name), key.form, "{}", key.name);
        }
    }

    #[test]
    fn the_keys_that_take_ranges_are_named() {
        assert_eq!(SCHEMA.ranged(), "hold and reps");
    }
}
