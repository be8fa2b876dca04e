//! The help.

/// The heading of the marks.
pub(crate) const MARKS_HEADING: &str = "Marks in the list";
/// The marks in the list beside a routine or a step, or above it, and their meanings.
pub(crate) const MARKS: &[(&str, &str)] = &[
    ("~", "changed for you, or to do with care; Enter shows more"),
    ("!", "on a step: take care"),
    ("?", "not fully checked: it may not suit you"),
    ("not for you", "does not play; Enter shows why"),
    ("Not checked", "in your profile, but unknown to the rules"),
];
