//! All keys of the files, composed of the tables of the files' models, with what people write for them.

pub(crate) mod common;
pub(crate) mod figure;
pub(crate) mod pace;
pub(crate) mod profile;
pub mod rules;

use crate::content::exertion::EFFORT_KEY;
use crate::content::toml::key::KeySpec;
use crate::content::toml::schema::{Misplaced, Schema, Suffix};
use crate::content::{breath, dose, exercise, part, round, routine, sides, step};

/// The schema of all keys, for the reader.
pub static SCHEMA: Schema = Schema {
    tables: &[
        dose::KEYS,
        dose::tempo::PHASE_KEYS,
        routine::KEYS,
        routine::DEFAULT_KEYS,
        step::STEP_KEYS,
        round::ROUND_KEYS,
        round::NESTED_KEYS,
        step::CUE_KEYS,
        part::PART_KEYS,
        breath::BREATH_KEYS,
        exercise::KEYS,
        exercise::SWITCH_KEYS,
        pace::KEYS,
        profile::KEYS,
        figure::FIGURE_KEYS,
        figure::FRAME_KEYS,
        figure::ARROW_KEYS,
        rules::FILE_KEYS,
        rules::SCREENING_KEYS,
        rules::CONDITION_KEYS,
        rules::FLAG_KEYS,
        rules::FULL_STOP_KEYS,
        rules::RULE_KEYS,
        rules::CAUTION_KEYS,
        rules::NOTE_KEYS,
        rules::GROUP_KEYS,
        rules::RED_FLAG_KEYS,
    ],
    headed: &[
        ("figure.frames", figure::FRAME_KEYS),
        ("figure", figure::FIGURE_KEYS),
        ("base", figure::BASE_KEYS),
        ("screening", rules::SCREENING_KEYS),
        ("condition", rules::CONDITION_KEYS),
        ("full-stop", rules::FULL_STOP_KEYS),
        ("rule", rules::RULE_KEYS),
        ("caution", rules::CAUTION_KEYS),
        ("note", rules::NOTE_KEYS),
        ("red-flag-group", rules::GROUP_KEYS),
        ("red-flag", rules::RED_FLAG_KEYS),
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
    ("up", "out"),
    ("lift", "out"),
    ("down", "back"),
    ("lower", "back"),
    ("holdtime", "hold"),
    ("resttime", "rest"),
    ("setcount", "sets"),
    ("parts", "part"),
    ("perday", "often"),
    ("firstside", "first"),
    ("gentle", "ranges"),
    ("include", "routine"),
    ("l", "left"),
    ("links", "left"),
    ("r", "right"),
    ("rechts", "right"),
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

/// The key of what lasts from a step on.
const BEGINS_AT_STEP: &[KeySpec] = &[part::PART_KEY];

/// Keys of a step that are not the same for everybody.
const OF_THE_PERSON: &[KeySpec] = &[step::LOAD_KEY, EFFORT_KEY];

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
        keys: routine::DEFAULT_KEYS.list,
        help: "move it below [defaults], or below the [[step]] it is for",
    },
    Misplaced {
        what: "a routine",
        keys: step::STEP_KEYS.list,
        help: "move it below the [[step]] it is for",
    },
    Misplaced {
        what: "a step",
        keys: routine::KEYS.list,
        help: "move it to the top of the file, above the first [[step]]",
    },
    Misplaced {
        what: "a round",
        keys: step::STEP_KEYS.list,
        help: "move it below the [[step.step]] it is for",
    },
    Misplaced {
        what: "[defaults]",
        keys: step::STEP_KEYS.list,
        help: "move it below the [[step]] it is for",
    },
    Misplaced {
        what: "[defaults]",
        keys: routine::KEYS.list,
        help: "move it to the top of the file, above [defaults]",
    },
    Misplaced {
        what: "an exercise",
        keys: dose::KEYS.list,
        help: "move it below [dose]",
    },
    Misplaced {
        what: "[figure]",
        keys: figure::FRAME_ONLY,
        help: "move it into a frame, below [[figure.frames]]",
    },
    Misplaced {
        what: "a base",
        keys: figure::FRAME_ONLY,
        help: "move it into a frame",
    },
    Misplaced {
        what: "[dose]",
        keys: exercise::KEYS.list,
        help: "move it to the top of the file, above [dose]",
    },
    Misplaced {
        what: "[dose]",
        keys: step::STEP_KEYS.list,
        help: "move it into the step of the routine",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_line_is_read_in_its_table() {
        let order = |header: &str| {
            let text = format!("format = 1\n{header}\norder = \n");
            SCHEMA.at(&text, text.len() - 1).example("order")
        };
        assert_eq!(order("[[step]]"), "order = \"...\"");
        for header in ["[figure]", " [[figure.frames]] # the first", "[base.sit]"] {
            assert_eq!(order(header), "order = [\"...\"]", "{header}");
        }
    }

    /// A line whose table is not known gets the form of every table of a routine, an exercise, a pace or a profile.
    #[test]
    fn a_key_is_written_the_same_in_every_table_without_a_header_of_its_own() {
        let tables = SCHEMA.tables.iter();
        for table in tables.take_while(|table| table.what != figure::FIGURE_KEYS.what) {
            for key in table.list {
                let form = SCHEMA.anywhere().form(key.name);
                assert_eq!(form, key.form, "{} in {}", key.name, table.what);
            }
        }
    }

    #[test]
    fn the_keys_that_take_ranges_are_named() {
        assert_eq!(
            SCHEMA.anywhere().ranged(),
            "hold, reps, breaths, sets and repeat"
        );
    }
}
