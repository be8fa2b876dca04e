//! Pain during a session: the offers, and the advice to stop.

use crate::plan::planned::Planned;
use crate::plan::words::numbers::number_words;

/// Said at once.
pub(crate) const NOTED: &str = "Paused. Pain noted.";
/// The short form of [`NOTED`].
pub(crate) const NOTED_BRIEF: &str = "Paused. Noted.";
/// Said when the same exercise hurts twice in a row.
pub(crate) const LEAVE_IT_OUT: &str = "Leave it out next time, and ask.";
/// Written large above the offers.
pub(crate) const PAUSE: &str = "PAUSE";
/// Written large above the signs.
pub(crate) const STOP: &str = "STOP";
/// The reason to stop: the kind of pain.
pub(crate) const SHARP: &str = "Sharp or spreading pain. Better stop here.";
/// The same where there is little room.
pub(crate) const SHARP_BRIEF: &str = "Sharp pain: stop.";

/// Returns the reason to stop: pain again and again.
pub(crate) fn often(times: usize) -> String {
    let times = number_words(u32::try_from(times).unwrap_or(u32::MAX));
    format!("It has hurt {times} times today. Better stop here.")
}

/// The same where there is little room.
pub(crate) fn often_brief(times: usize) -> String {
    format!("Pain {times} times: stop.")
}

/// The caption of an answer or an offer, in all its words and in fewer.
pub(crate) struct Caption {
    /// Beside its key, on its own line.
    pub(crate) whole: &'static str,
    /// On a small screen.
    pub(crate) brief: &'static str,
}

/// To the advice to stop: stops.
pub(crate) const END: Caption = Caption {
    whole: "stop here",
    brief: "stop",
};
/// To the advice to stop: goes on with what hurts.
pub(crate) const ANYWAY: Caption = Caption {
    whole: "go on anyway",
    brief: "go on",
};
/// Leaves the step.
pub(crate) const LEAVE: Caption = Caption {
    whole: "skip this step",
    brief: "skip",
};
/// Says that the pain is of that kind.
pub(crate) const IS_SHARP: Caption = Caption {
    whole: "sharp or spreading pain",
    brief: "sharp pain",
};
/// Goes on with the step.
pub(crate) const GO_ON: Caption = Caption {
    whole: "go on with this step",
    brief: "go on",
};
/// Something easier, on a small screen.
pub(crate) const EASIER_BRIEF: &str = "easier";

/// Something easier, by its name.
pub(crate) fn easier(variant: &Planned) -> String {
    format!("easier: {}", variant.name)
}

/// After the key that stops.
pub(crate) const STOPS: &str = " stops, ";
/// After the key that goes on.
pub(crate) const GOES_ON: &str = " goes on anyway.";
