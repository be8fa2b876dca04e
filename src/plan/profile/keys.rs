//! The keys of a profile.

/// The keys of a profile.
pub(crate) const KEYS: &[&str] = &[
    "format",
    "conditions",
    "due",
    "week",
    "week-on",
    "birth-of-child",
    "caesarean",
    "birth-year",
    "older-adult",
    "bedtime",
    "pace-factor",
    "gentle",
    "first_side",
    "floor",
    "equipment",
    "emergency-number",
];

/// The key that says whether the rules for older people hold.
pub(crate) const OLDER: &str = "older-adult";
