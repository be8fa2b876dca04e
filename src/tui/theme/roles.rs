//! Keys of a theme: its roles, and the tables of roles for terminals of fewer colours.

use crate::content::toml::key::{KeySpec, Keys, Takes};

/// The roles, which the person's own `[colours]` set too.
pub(crate) const ROLES: Keys = Keys {
    what: "[colours]",
    list: &[
        GROUND, TEXT, DIM, TITLE, ACCENT, WORK, PREPARE, REST, SWITCH, WARNING, ERROR, SELECTED,
        BORDER, BAR, KEY,
    ],
};
/// The keys of a theme.
pub(crate) const THEME_KEYS: Keys = Keys {
    what: "a theme",
    list: &[
        GROUND,
        TEXT,
        DIM,
        TITLE,
        ACCENT,
        WORK,
        PREPARE,
        REST,
        SWITCH,
        WARNING,
        ERROR,
        SELECTED,
        BORDER,
        BAR,
        KEY,
        KeySpec::plain(
            "256",
            Takes::Other,
            "The roles for a terminal of 256 colours.",
        ),
        KeySpec::plain(
            "16",
            Takes::Other,
            "The roles for a terminal of 16 colours.",
        ),
    ],
};
/// The roles for a terminal of 256 colours.
pub(crate) const PALETTE_KEYS: Keys = Keys {
    what: "[256]",
    list: ROLES.list,
};
/// The roles for a terminal of 16 colours.
pub(crate) const SIXTEEN_KEYS: Keys = Keys {
    what: "[16]",
    list: ROLES.list,
};

const GROUND: KeySpec = KeySpec::plain("ground", Takes::Text, "Behind everything.");
const TEXT: KeySpec = KeySpec::plain("text", Takes::Text, "Plain words.");
const DIM: KeySpec = KeySpec::plain("dim", Takes::Text, "Words that matter less.");
const TITLE: KeySpec = KeySpec::plain("title", Takes::Text, "Names of things.");
const ACCENT: KeySpec = KeySpec::plain("accent", Takes::Text, "What should catch the eye.");
const WORK: KeySpec = KeySpec::plain("work", Takes::Text, "Working.");
const PREPARE: KeySpec = KeySpec::plain("prepare", Takes::Text, "Getting ready.");
const REST: KeySpec = KeySpec::plain("rest", Takes::Text, "Resting.");
const SWITCH: KeySpec = KeySpec::plain("switch", Takes::Text, "Changing sides.");
const WARNING: KeySpec = KeySpec::plain("warning", Takes::Text, "Take care.");
const ERROR: KeySpec = KeySpec::plain("error", Takes::Text, "Something is wrong.");
const SELECTED: KeySpec = KeySpec::plain("selected", Takes::Text, "The chosen line.");
const BORDER: KeySpec = KeySpec::plain("border", Takes::Text, "Lines between things.");
const BAR: KeySpec = KeySpec::plain("bar", Takes::Text, "Progress.");
const KEY: KeySpec = KeySpec::plain("key", Takes::Text, "Keys in hints.");
