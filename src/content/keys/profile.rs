//! Keys of `profile.toml`.

use crate::content::keys::common;
use crate::content::toml::key::{KeySpec, Keys, Takes};
use crate::content::vocabulary::{Side, words};

/// The keys of a profile, in the order in which the form asks.
pub(crate) const KEYS: Keys = Keys {
    what: "the profile",
    list: &[
        common::FORMAT,
        KeySpec::new(
            "conditions",
            "conditions = [\"...\"]",
            Takes::Texts,
            "What you have: `supple profile` lists the words, and names such as \"sore knee\" are understood.",
        ),
        KeySpec::new(
            "due",
            "due = \"YYYY-MM-DD\"",
            Takes::Date,
            "The due date of a pregnancy.",
        ),
        KeySpec::new(
            "week",
            "week = NN",
            Takes::Sum,
            "The week of a pregnancy, where the due date is not known; with `week-on`.",
        ),
        KeySpec::new(
            "week-on",
            "week-on = \"YYYY-MM-DD\"",
            Takes::Date,
            "The day on which `week` was said.",
        ),
        KeySpec::new(
            "birth-of-child",
            "birth-of-child = \"YYYY-MM-DD\"",
            Takes::Date,
            "The day of a birth.",
        ),
        KeySpec::new(
            "caesarean",
            "caesarean = true, or caesarean = false",
            Takes::Other,
            "`true` where the birth was a caesarean.",
        ),
        KeySpec::new(
            "birth-year",
            "birth-year = YYYY",
            Takes::Number,
            "The year in which you were born: from 65 the rules for older people apply.",
        ),
        KeySpec::new(
            OLDER,
            "older-adult = true, or older-adult = false",
            Takes::Other,
            "Whether the rules for older people apply, whatever the year says.",
        ),
        KeySpec::new(
            "bedtime",
            "bedtime = \"HH:MM\"",
            Takes::Other,
            "When you go to bed: the list selects what suits the hour.",
        ),
        KeySpec::new(
            "pace-factor",
            "pace-factor = N.N",
            Takes::Number,
            "Makes the times between things longer or shorter, from 0.5 to 3.",
        ),
        KeySpec::new(
            "gentle",
            "gentle = true, or gentle = false",
            Takes::Other,
            "`true` plays the smaller numbers of ranges, `false` the larger ones.",
        ),
        KeySpec::new(
            "first_side",
            "first_side = \"...\"",
            Takes::Word {
                known: words::<Side>,
                meant: None,
            },
            "The side that begins, where the routine does not say.",
        ),
        KeySpec::new(
            "floor",
            "floor = true, or floor = false",
            Takes::Other,
            "Whether you can get down to the floor and up again.",
        ),
        KeySpec::new(
            "equipment",
            "equipment = [\"...\"]",
            Takes::Texts,
            "The things that you have, such as a chair.",
        ),
        KeySpec::new(
            "emergency-number",
            "emergency-number = \"...\"",
            Takes::Digits,
            "Shown large when you should call for help.",
        ),
    ],
};

/// The key that says whether the rules for older people hold.
pub(crate) const OLDER: &str = "older-adult";
