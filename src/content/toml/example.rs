//! How a key is written, for the help of messages. A value is never made up: where the person's own can be repeated in
//! the right form, that is done elsewhere; here stands the form alone. Capital letters stand for digits (`N` for a number,
//! `Ns` for so many seconds, `YYYY-MM-DD`), three dots for words: none of them is accepted as an answer.

use crate::content::vocabulary::{self, Word};

/// Keys whose form cannot be guessed from the type alone.
const EXAMPLES: &[(&str, &str)] = &[
    ("air", "air = [\"...\"]"),
    ("alternate", "alternate = true, or alternate = false"),
    ("alternating", "alternating = true, or alternating = false"),
    ("anchor", "anchor = \"...\""),
    ("areas", "areas = [\"...\"]"),
    ("at", "at = \"Ns\""),
    ("audience", "audience = [\"...\"]"),
    ("base", "base = \"...\""),
    ("bedtime", "bedtime = \"HH:MM\""),
    ("birth-of-child", "birth-of-child = \"YYYY-MM-DD\""),
    ("birth-year", "birth-year = YYYY"),
    ("breath", "breath = { in = N, out = N }"),
    ("caesarean", "caesarean = true, or caesarean = false"),
    ("cautions", "cautions = [\"...\"]"),
    ("conditions", "conditions = [\"...\"]"),
    ("cues", "cues = [{ at = \"Ns\", say = \"...\" }]"),
    (
        "defaults",
        "[defaults] on a line of its own, and hold = \"Ns\" below it",
    ),
    ("discipline", "discipline = \"...\""),
    (
        "dose",
        "[dose] on a line of its own, and hold = \"Ns\" below it",
    ),
    ("due", "due = \"YYYY-MM-DD\""),
    ("emergency-number", "emergency-number = \"...\""),
    ("easier", "easier = \"...\""),
    ("elbow", "elbow = \"...\""),
    ("equipment", "equipment = [\"...\"]"),
    ("exercise", "exercise = \"...\""),
    ("floor", "floor = true, or floor = false"),
    ("for", "for = [\"...\"]"),
    ("focus", "focus = [\"...\"]"),
    ("format", "format = 1"),
    ("front", "front = [\"...\"]"),
    ("harder", "harder = \"...\""),
    ("hazards", "hazards = [\"...\"]"),
    ("hide", "hide = [\"...\"]"),
    ("highlight", "highlight = [\"...\"]"),
    ("hold", "hold = \"Ns\""),
    ("implies", "implies = [\"...\"]"),
    ("how", "how = [\"...\"]"),
    ("in", "in = N"),
    ("instead", "instead = { CONDITION = \"...\" }"),
    ("intensity", "intensity = \"...\""),
    ("keep", "keep = [\"...\"]"),
    ("language", "language = \"...\""),
    ("lead-in", "lead-in = \"Ns\""),
    ("limb", "limb = \"...\""),
    ("minutes", "minutes = N"),
    ("older-adult", "older-adult = true, or older-adult = false"),
    ("optional", "optional = true, or optional = false"),
    ("order", "order = [\"...\"]"),
    ("out", "out = N"),
    ("pace", "pace = \"...\""),
    ("pace-factor", "pace-factor = N.N"),
    ("position", "position = \"...\""),
    ("position-change", "position-change = \"Ns\""),
    ("prepare", "prepare = \"Ns\""),
    ("props", "props = [\"...\"]"),
    ("repeat", "repeat = N"),
    ("reps", "reps = N"),
    ("rest", "rest = \"Ns\""),
    ("runs-on", "runs-on = true, or runs-on = false"),
    ("sets", "sets = N"),
    ("side", "side = \"...\""),
    ("sources", "sources = [\"...\"]"),
    ("substitutes", "substitutes = { CONDITION = \"...\" }"),
    ("surface", "surface = \"...\""),
    ("switch", "switch = \"Ns\""),
    ("tempo", "tempo = \"Ns\""),
    ("together", "together = [[\"...\", \"...\"], [\"...\"]]"),
    ("touch", "touch = [\"...\"]"),
    ("unilateral", "unilateral = true, or unilateral = false"),
    ("until", "until = \"done\""),
    ("week", "week = NN"),
    ("week-on", "week-on = \"YYYY-MM-DD\""),
    ("when", "when = \"...\""),
];

/// Keys of lists of words, of which a number is none even in quotes.
const OF_WORDS: &[&str] = &[
    "air",
    "focus",
    "front",
    "hide",
    "highlight",
    "keep",
    "order",
    "touch",
];

/// Whether the key takes a list of words of its own.
pub(crate) fn is_of_words(key: &str) -> bool {
    OF_WORDS.contains(&key)
}

/// How the key is written, where its value has a form of its own.
pub(crate) fn of(key: &str) -> Option<&'static str> {
    EXAMPLES
        .iter()
        .find(|(known, _)| *known == key)
        .map(|(_, example)| *example)
}

/// How the key is written; a key of which nothing is known takes text.
pub(crate) fn any(key: &str) -> String {
    of(key).map_or_else(|| format!("{key} = \"...\""), str::to_owned)
}

/// How a key is written that takes a word of a closed list, with the list.
pub(crate) fn one_of<W: Word>(key: &str) -> String {
    let known = vocabulary::words::<W>().join(", ");
    format!("{}, one of {known}", any(key))
}

/// The keys of which something is known.
pub(crate) fn keys() -> impl Iterator<Item = &'static str> + Clone {
    EXAMPLES.iter().map(|(key, _)| *key)
}

/// Whether the key takes a list of texts.
pub(crate) fn is_list(key: &str) -> bool {
    of(key).is_some_and(|example| example.ends_with("= [\"...\"]"))
}

/// Whether an example is that of a number.
pub(crate) fn is_number(example: &str) -> bool {
    example.ends_with(|c: char| c.is_ascii_digit())
        || example.ends_with('N')
        || example.ends_with("YYYY")
}

/// Whether an example is that of a date.
pub(crate) fn is_date(example: &str) -> bool {
    example.ends_with("\"YYYY-MM-DD\"")
}
