//! What to type for a key, for the help of messages.

/// Keys whose value cannot be guessed from its type alone.
const EXAMPLES: &[(&str, &str)] = &[
    ("air", "air = [\"feet\"]"),
    ("anchor", "anchor = \"toes\""),
    ("areas", "areas = [\"calves\"]"),
    ("at", "at = \"10s\""),
    ("audience", "audience = [\"adult\"]"),
    ("base", "base = \"stand\""),
    ("bedtime", "bedtime = \"HH:MM\""),
    ("birth-of-child", "birth-of-child = \"YYYY-MM-DD\""),
    ("birth-year", "birth-year = YYYY"),
    ("breath", "breath = { in = 4, out = 6 }"),
    ("cautions", "cautions = [\"Mild pull only.\"]"),
    ("conditions", "conditions = [\"...\"]"),
    ("cues", "cues = [{ at = \"10s\", say = \"Heel heavy.\" }]"),
    (
        "defaults",
        "[defaults] on a line of its own, and hold = \"30s\" below it",
    ),
    ("discipline", "discipline = \"stretching\""),
    (
        "dose",
        "[dose] on a line of its own, and hold = \"30s\" below it",
    ),
    ("due", "due = \"YYYY-MM-DD\""),
    ("emergency-number", "emergency-number = \"...\""),
    ("easier", "easier = \"ankle-pumps\""),
    ("elbow", "elbow = \"flip\""),
    ("equipment", "equipment = [\"...\"]"),
    ("exercise", "exercise = \"calf-stretch-wall\""),
    ("floor", "floor = true, or floor = false"),
    ("for", "for = [\"knee-pain\"]"),
    ("focus", "focus = [\"foot\"]"),
    ("format", "format = 1"),
    ("front", "front = [\"right.leg\"]"),
    ("harder", "harder = \"ankle-pumps\""),
    ("hazards", "hazards = [\"kneeling\"]"),
    ("hide", "hide = [\"left.arm\"]"),
    ("highlight", "highlight = [\"calf\"]"),
    ("hold", "hold = \"30s\""),
    ("implies", "implies = [\"osteoporosis\"]"),
    ("how", "how = [\"Stand up.\", \"Rise onto the toes.\"]"),
    ("in", "in = 4"),
    ("instead", "instead = { glaucoma = \"older-seated-12\" }"),
    ("intensity", "intensity = \"low\""),
    ("keep", "keep = [\"feet\"]"),
    ("language", "language = \"en\""),
    ("lead-in", "lead-in = \"8s\""),
    ("limb", "limb = \"leg\""),
    ("minutes", "minutes = 10"),
    ("optional", "optional = true"),
    ("order", "order = [\"left.arm\", \"left.leg\"]"),
    ("out", "out = 6"),
    ("pace", "pace = \"normal\""),
    ("pace-factor", "pace-factor = N.N"),
    ("position", "position = \"standing\""),
    ("position-change", "position-change = \"7s\""),
    ("prepare", "prepare = \"8s\""),
    ("props", "props = [\"chair\"]"),
    ("repeat", "repeat = 3"),
    ("reps", "reps = 10"),
    ("rest", "rest = \"5s\""),
    ("sets", "sets = 2"),
    ("side", "side = \"each\""),
    ("sources", "sources = [\"S-MAYO\"]"),
    (
        "substitutes",
        "substitutes = { glaucoma = \"ankle-pumps\" }",
    ),
    ("surface", "surface = \"floor\""),
    ("switch", "switch = \"5s\""),
    ("tempo", "tempo = \"3s\""),
    (
        "together",
        "together = [[\"pregnancy-t1\", \"pregnancy-t2\"], [\"heart-condition\"]]",
    ),
    ("touch", "touch = [\"hips\"]"),
    ("until", "until = \"done\""),
    ("week", "week = NN"),
    ("week-on", "week-on = \"YYYY-MM-DD\""),
    ("when", "when = \"bedtime\""),
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
pub fn is_of_words(key: &str) -> bool {
    OF_WORDS.contains(&key)
}

/// How the key is written, where its value has a form of its own.
pub fn of(key: &str) -> Option<&'static str> {
    EXAMPLES
        .iter()
        .find(|(known, _)| *known == key)
        .map(|(_, example)| *example)
}

/// How the key is written; a key of which nothing is known takes text.
pub fn any(key: &str) -> String {
    of(key).map_or_else(|| format!("{key} = \"...\""), str::to_owned)
}

/// Whether an example is that of a number.
pub fn is_number(example: &str) -> bool {
    example.ends_with(|c: char| c.is_ascii_digit())
        || example.ends_with('N')
        || example.ends_with("YYYY")
}

/// Whether an example is that of a date.
pub fn is_date(example: &str) -> bool {
    example.ends_with("\"YYYY-MM-DD\"")
}
