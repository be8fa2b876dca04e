//! Keys of `safety.toml`.

use crate::content::keys::common;
use crate::content::toml::key::{KeySpec, Keys, Takes};
use crate::content::vocabulary::{Audience, words};

/// The keys of the file.
pub const FILE_KEYS: Keys = Keys {
    what: "a safety file",
    list: &[
        common::FORMAT,
        KeySpec::plain(
            "disclaimer",
            Takes::Lines,
            "Shown before anything is played.",
        ),
        KeySpec::plain(
            "way-back",
            Takes::Sentences,
            "Said where a routine ends on the floor.",
        ),
        KeySpec::plain(
            "screening",
            Takes::Other,
            "The limits of what is changed and left out.",
        ),
        KeySpec::plain(
            "hazard",
            Takes::Other,
            "What can be a problem in an exercise, in words, by tag.",
        ),
        KeySpec::plain(
            "position",
            Takes::Other,
            "What can be a problem in a position, in words.",
        ),
        KeySpec::plain(
            "condition",
            Takes::Other,
            "The conditions that a profile may hold, in order of weight.",
        ),
        KeySpec::plain(
            "session-flag",
            Takes::Other,
            "What holds for one session only.",
        ),
        KeySpec::plain("full-stop", Takes::Other, "What lets nothing be played."),
        KeySpec::plain(
            "rule",
            Takes::Other,
            "What a hazard or a position means for conditions.",
        ),
        KeySpec::plain("caution", Takes::Other, "The line that a precaution says."),
        KeySpec::plain("allow", Takes::Other, "The only exercises for a condition."),
        KeySpec::plain("note", Takes::Other, "What to know besides the rules."),
        KeySpec::plain(
            "red-flag-group",
            Takes::Other,
            "What to do about red flags.",
        ),
        KeySpec::plain("red-flag", Takes::Other, "The signs to stop for."),
    ],
};
/// The keys of `[screening]`.
pub(crate) const SCREENING_KEYS: Keys = Keys {
    what: "[screening]",
    list: &[
        KeySpec::plain(
            "pregnancy-week-unknown",
            Takes::Text,
            "The condition of a pregnancy of unknown week.",
        ),
        KeySpec::plain(
            "pregnancy-past-due",
            Takes::Text,
            "The condition from the due date to the birth.",
        ),
        KeySpec::plain(
            "hops",
            Takes::Number,
            "How many swaps may follow each other.",
        ),
        KeySpec::plain(
            "most-left-out",
            Takes::Other,
            "The most of the steps that may be left out: one number in another.",
        ),
        KeySpec::plain(
            "fewest-exercises",
            Takes::Number,
            "The fewest different exercises that may be left.",
        ),
        KeySpec::plain(
            "other-caution",
            Takes::Sentences,
            "Said of a precaution without a line of its own.",
        ),
    ],
};
/// The keys of a condition.
pub(crate) const CONDITION_KEYS: Keys = Keys {
    what: "a condition",
    list: &[
        ID,
        common::NAME,
        common::ALSO,
        KeySpec::plain(
            "group",
            Takes::Text,
            "The heading below which it is asked for.",
        ),
        KeySpec::plain("means", Takes::Sentences, "Who has it, and who does not."),
        NOTES,
        KeySpec::plain(
            "audience",
            Takes::Word {
                known: words::<Audience>,
                meant: None,
            },
            "The audience that it puts a person in.",
        ),
        KeySpec::plain(
            "pace",
            Takes::Text,
            "The pace of which the times are the shortest.",
        ),
        KeySpec::new(
            "implies",
            "implies = [\"...\"]",
            Takes::Texts,
            "The conditions that who has it has as well.",
        ),
        KeySpec::plain(
            "unlisted",
            Takes::Sentences,
            "Said of what is not on its allow-list.",
        ),
        KeySpec::plain(
            "from-week",
            Takes::Number,
            "The first full week of pregnancy.",
        ),
        KeySpec::plain("to-week", Takes::Number, "The last full week of pregnancy."),
        KeySpec::plain(
            "lasts-weeks",
            Takes::Number,
            "The weeks after a birth at which it ends.",
        ),
        KeySpec::plain(
            "caesarean-weeks",
            Takes::Number,
            "The same after a caesarean.",
        ),
        common::SOURCES,
    ],
};
/// The keys of a session flag.
pub(crate) const FLAG_KEYS: Keys = Keys {
    what: "a session flag",
    list: &[
        ID,
        common::NAME,
        NOTES,
        KeySpec::plain("offer", Takes::Texts, "The routines that are offered."),
    ],
};
/// The keys of a full stop.
pub(crate) const FULL_STOP_KEYS: Keys = Keys {
    what: "a full stop",
    list: &[
        ID,
        common::NAME,
        KeySpec::plain("message", Takes::Sentences, "What to do."),
        EMERGENCY,
        KeySpec::plain("covers", Takes::Lines, "What counts as this."),
        KeySpec::new(
            "together",
            "together = [[\"...\", \"...\"], [\"...\"]]",
            Takes::Other,
            "It holds for a person who has one condition of each list.",
        ),
        KeySpec::plain(
            "see",
            Takes::Texts,
            "The groups of red flags that list the signs.",
        ),
        common::SOURCES,
    ],
};
/// The keys of a rule.
pub(crate) const RULE_KEYS: Keys = Keys {
    what: "a rule",
    list: &[
        HAZARD,
        AT_POSITION,
        KeySpec::plain(
            "contraindicated",
            Takes::Texts,
            "The conditions for which another exercise is looked for.",
        ),
        KeySpec::plain(
            "precaution",
            Takes::Texts,
            "The conditions for which the step stays, with a caution.",
        ),
    ],
};
/// The keys of a caution.
pub(crate) const CAUTION_KEYS: Keys = Keys {
    what: "a caution",
    list: &[HAZARD, AT_POSITION, FOR_CONDITION, LINE],
};
/// The keys of a note.
pub(crate) const NOTE_KEYS: Keys = Keys {
    what: "a note",
    list: &[
        ID,
        common::NAME,
        FOR_CONDITION,
        HAZARD,
        LINE,
        common::SOURCES,
    ],
};
/// The keys of a group of red flags.
pub(crate) const GROUP_KEYS: Keys = Keys {
    what: "a group of red flags",
    list: &[
        ID,
        common::NAME,
        KeySpec::plain("do", Takes::Lines, "What to do."),
        EMERGENCY,
        KeySpec::plain(
            "decide-afresh",
            Takes::Other,
            "`true` asks for a new decision before the next session.",
        ),
        FOR_CONDITION,
    ],
};
/// The keys of a red flag.
pub(crate) const RED_FLAG_KEYS: Keys = Keys {
    what: "a red flag",
    list: &[
        KeySpec::plain("group", Takes::Text, "The group that says what to do."),
        LINE,
        common::SOURCES,
    ],
};

const ID: KeySpec = KeySpec::plain("id", Takes::Text, "The word by which other tables mean it.");
const NOTES: KeySpec = KeySpec::plain("notes", Takes::Lines, "What to know besides the rules.");
const EMERGENCY: KeySpec = KeySpec::plain(
    "emergency",
    Takes::Other,
    "`true` where nothing else is to be done than to call for help.",
);
const HAZARD: KeySpec = KeySpec::plain("hazard", Takes::Text, "The tag of what can be a problem.");
const AT_POSITION: KeySpec = KeySpec::plain(
    "position",
    Takes::Text,
    "The position that can be a problem.",
);
const FOR_CONDITION: KeySpec = KeySpec::plain(
    "condition",
    Takes::Texts,
    "The conditions that it is for; without it all.",
);
const LINE: KeySpec = KeySpec::plain("say", Takes::Sentences, "The sentence that people read.");
