//! The keys of a profile.

/// What a profile may hold.
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
    "floor",
    "equipment",
    "emergency-number",
];

/// The key, and the condition, of somebody who is 65 or older.
pub(crate) const OLDER: &str = "older-adult";
