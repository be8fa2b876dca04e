//! The help.

/// What stands in the list beside a routine or a step, or above it, and what it means.
pub(crate) const MARKS: &[(&str, &str)] = &[
    ("~", "changed for you or done with care; Enter shows how"),
    ("!", "of a step: with care"),
    ("?", "not all was checked: it may not suit you"),
    ("not for you", "not played; Enter says why"),
    (
        "Not checked",
        "in your profile, but the rules do not know it",
    ),
];
