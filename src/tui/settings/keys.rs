//! Keys of `settings.toml`.

use crate::content::keys::common;
use crate::content::toml::key::{KeySpec, Keys, Takes};

/// The keys of the file.
pub(crate) const KEYS: Keys = Keys {
    what: "the settings",
    list: &[
        common::FORMAT,
        KeySpec::plain(
            "theme",
            Takes::Text,
            "The colours; `auto` follows the hour.",
        ),
        KeySpec::plain(
            "glyphs",
            Takes::Text,
            "The characters that figures are drawn with; `off` draws none.",
        ),
        KeySpec::plain(
            "reduced_motion",
            Takes::Other,
            "`true` lets the figures stand still.",
        ),
        KeySpec::plain(
            "known",
            Takes::Texts,
            "The routines that you know: no time is given to hear how they are done.",
        ),
        KeySpec::plain(
            "gentle",
            Takes::Texts,
            "The routines that play the smaller numbers of ranges.",
        ),
        KeySpec::plain(
            "colours",
            Takes::Other,
            "A colour for any role of the theme.",
        ),
    ],
};
