//! All keys of the files, composed of the tables of the files' models, with what people write for them.

pub(crate) mod common;

use crate::content::dose::limits::PAUSE;
use crate::content::dose::{self};
use crate::content::duration::lasting::Lasting;
use crate::content::toml::schema::{KeySpec, Misplaced, Schema, Suffix, Takes};
use crate::content::vocabulary::{Side, words};
use crate::content::{breath, exercise, part, round, routine, sides, step};

/// The schema of all keys, for the reader.
pub(crate) static SCHEMA: Schema = Schema {
    tables: &[
        &dose::TABLE,
        &dose::tempo::PHASE_TABLE,
        &routine::TABLE,
        &routine::DEFAULT_TABLE,
        &step::STEP_TABLE,
        &round::ROUND_TABLE,
        &round::NESTED_TABLE,
        &step::CUE_TABLE,
        &part::PART_TABLE,
        &breath::BREATH_TABLE,
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
        here: "; for each side, add side = \"each\" on its own line",
        elsewhere: "; for each side, add side = \"each\" to the step",
    },
    list: "step",
    round: "repeat = N",
    inline: "{ in = N, out = N }",
};

/// Keys of `pace.toml`.
const PACE: &[KeySpec] = &[
    KeySpec::new(
        "lead-in",
        "lead-in = \"Ns\"",
        Takes::Lasting(Lasting::one(PAUSE)),
    ),
    KeySpec::new(
        "position-change",
        "position-change = \"Ns\"",
        Takes::Lasting(Lasting::one(PAUSE)),
    ),
    KeySpec::new(
        "runs-on",
        "runs-on = true, or runs-on = false",
        Takes::Other,
    ),
];

/// Keys of `safety.toml`.
const SAFETY: &[KeySpec] = &[
    KeySpec::new("implies", "implies = [\"...\"]", Takes::Texts),
    KeySpec::new(
        "together",
        "together = [[\"...\", \"...\"], [\"...\"]]",
        Takes::Other,
    ),
];

/// Keys of `profile.toml`.
const PROFILE: &[KeySpec] = &[
    KeySpec::new("bedtime", "bedtime = \"HH:MM\"", Takes::Other),
    KeySpec::new(
        "birth-of-child",
        "birth-of-child = \"YYYY-MM-DD\"",
        Takes::Date,
    ),
    KeySpec::new("birth-year", "birth-year = YYYY", Takes::Number),
    KeySpec::new(
        "caesarean",
        "caesarean = true, or caesarean = false",
        Takes::Other,
    ),
    KeySpec::new("conditions", "conditions = [\"...\"]", Takes::Texts),
    KeySpec::new("due", "due = \"YYYY-MM-DD\"", Takes::Date),
    KeySpec::new(
        "emergency-number",
        "emergency-number = \"...\"",
        Takes::Digits,
    ),
    KeySpec::new("equipment", "equipment = [\"...\"]", Takes::Texts),
    KeySpec::new(
        "older-adult",
        "older-adult = true, or older-adult = false",
        Takes::Other,
    ),
    KeySpec::new(
        "first_side",
        "first_side = \"...\"",
        Takes::Word {
            known: words::<Side>,
            meant: None,
        },
    ),
    KeySpec::new("gentle", "gentle = true, or gentle = false", Takes::Other),
    KeySpec::new("pace-factor", "pace-factor = N.N", Takes::Number),
    KeySpec::new("week", "week = NN", Takes::Sum),
    KeySpec::new("week-on", "week-on = \"YYYY-MM-DD\"", Takes::Date),
];

/// Keys of a `[figure]` and of `figures.toml`.
const FIGURE: &[KeySpec] = &[
    KeySpec::new("air", "air = [\"...\"]", Takes::Names),
    KeySpec::new(
        "alternate",
        "alternate = true, or alternate = false",
        Takes::Other,
    ),
    KeySpec::new("anchor", "anchor = \"...\"", Takes::Text),
    KeySpec::new("base", "base = \"...\"", Takes::Text),
    KeySpec::new("elbow", "elbow = \"...\"", Takes::Text),
    KeySpec::new("floor", "floor = true, or floor = false", Takes::Other),
    KeySpec::new("focus", "focus = [\"...\"]", Takes::Names),
    KeySpec::new("front", "front = [\"...\"]", Takes::Names),
    KeySpec::new("hide", "hide = [\"...\"]", Takes::Names),
    KeySpec::new("highlight", "highlight = [\"...\"]", Takes::Names),
    KeySpec::new("keep", "keep = [\"...\"]", Takes::Names),
    KeySpec::new("order", "order = [\"...\"]", Takes::Names),
    KeySpec::new("touch", "touch = [\"...\"]", Takes::Names),
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
    ("breathing", "breath"),
    ("section", "part"),
    ("phase", "part"),
    ("group", "part"),
    ("frequency", "often"),
    ("weight", "load"),
    ("band", "load"),
    ("resistance", "load"),
    ("rpe", "effort"),
    ("borg", "effort"),
    ("intensity", "effort"),
    ("upto", "up_to"),
    ("max", "up_to"),
    ("maximum", "up_to"),
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

/// The key of what lasts from a step on.
const BEGINS_AT_STEP: &[&str] = &["part"];

/// Keys of a step that are not the same for everybody.
const OF_THE_PERSON: &[&str] = &["load", "effort"];

/// Keys that belong into another table than the one in which they stand, and where that is.
const MISPLACED: &[Misplaced] = &[
    Misplaced {
        what: "a routine",
        keys: BEGINS_AT_STEP,
        help: "a part begins at a step: move it below the first [[step]] of the part",
    },
    Misplaced {
        what: "[defaults]",
        keys: BEGINS_AT_STEP,
        help: "a part begins at a step: move it below the first [[step]] of the part",
    },
    Misplaced {
        what: "an exercise",
        keys: OF_THE_PERSON,
        help: "move it into the step of the routine",
    },
    Misplaced {
        what: "a routine",
        keys: routine::DEFAULT_KEYS,
        help: "move it below [defaults], or below the [[step]] it is for",
    },
    Misplaced {
        what: "a routine",
        keys: step::STEP_KEYS,
        help: "move it below the [[step]] it is for",
    },
    Misplaced {
        what: "a step",
        keys: routine::KEYS,
        help: "move it to the top of the file, above the first [[step]]",
    },
    Misplaced {
        what: "a round",
        keys: step::STEP_KEYS,
        help: "move it below the [[step.step]] it is for",
    },
    Misplaced {
        what: "[defaults]",
        keys: step::STEP_KEYS,
        help: "move it below the [[step]] it is for",
    },
    Misplaced {
        what: "[defaults]",
        keys: routine::KEYS,
        help: "move it to the top of the file, above [defaults]",
    },
    Misplaced {
        what: "an exercise",
        keys: dose::KEYS,
        help: "move it below [dose]",
    },
    Misplaced {
        what: "[figure]",
        keys: FRAME_KEYS,
        help: "move it into a frame, below [[figure.frames]]",
    },
    Misplaced {
        what: "a base",
        keys: FRAME_KEYS,
        help: "move it into a frame",
    },
    Misplaced {
        what: "[dose]",
        keys: exercise::KEYS,
        help: "move it to the top of the file, above [dose]",
    },
    Misplaced {
        what: "[dose]",
        keys: step::STEP_KEYS,
        help: "move it into the step of the routine",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_written_the_same_in_every_table() {
        // The order of a figure's parts is a list, and nobody breaks its line: figures are drawn by few.
        let keys = SCHEMA.tables.iter().copied().flatten();
        for key in keys.filter(|key| key.name != "order") {
            assert_eq!(SCHEMA.form(key.name), key.form, "{}", key.name);
        }
    }

    #[test]
    fn the_keys_that_take_ranges_are_named() {
        assert_eq!(SCHEMA.ranged(), "hold, reps, breaths, sets and repeat");
    }
}
