//! Keys of `pace.toml`.

use crate::content::dose::SWITCH_KEY;
use crate::content::dose::limits::PAUSE;
use crate::content::duration::lasting::Lasting;
use crate::content::keys::common;
use crate::content::toml::key::{KeySpec, Keys, Takes};

/// The keys of a pace.
pub(crate) const KEYS: Keys = Keys {
    what: "a pace",
    list: &[
        KeySpec::new(
            "lead-in",
            "lead-in = \"Ns\"",
            Takes::Lasting(Lasting::one(PAUSE)),
            "The time before every step, to hear it and get into place.",
        ),
        KeySpec::new(
            "position-change",
            "position-change = \"Ns\"",
            Takes::Lasting(Lasting::one(PAUSE)),
            "The time on top of it where the position changes.",
        ),
        SWITCH_KEY,
        KeySpec::new(
            "runs-on",
            "runs-on = true, or runs-on = false",
            Takes::Other,
            "`true` lets one thing run into the next, as on a walk: nobody's own pace makes it slower.",
        ),
        common::BREATH,
    ],
};
