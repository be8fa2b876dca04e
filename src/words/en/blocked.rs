//! Pages instead of a routine: the rules block it, a full stop holds, its file has errors; and the question for today.

/// Shown where a routine is blocked and the rules know no other.
pub(crate) const NOTHING_INSTEAD: &str = "No similar routine suits you.";

/// Returns the reason why a routine is blocked.
pub(crate) fn not_now(because: &str) -> String {
    format!("Not for you now. {because}")
}

/// After the key that opens another routine.
pub(crate) fn opens_instead(title: &str) -> String {
    format!(" opens this instead: {title}")
}

/// The heading of a full stop.
pub(crate) const NOTHING_PLAYS: &str = "Nothing is played today.";
/// The short form of [`NOTHING_PLAYS`].
pub(crate) const NOTHING_PLAYS_BRIEF: &str = "Nothing plays today.";

/// A full stop follows from these facts of the profile.
pub(crate) fn about_you(facts: &str) -> String {
    format!("About you: {facts}.")
}

/// A full stop was said to hold.
pub(crate) fn you_said(name: &str) -> String {
    format!("You said: {name}.")
}

/// The heading of a file with errors.
pub(crate) fn not_playable(title: &str) -> String {
    format!("{title} cannot be played yet")
}

/// The heading of the page that asks what is new today.
pub(crate) const ANYTHING_NEW: &str = "Anything new today?";
/// The lifetime of an answer on that page.
pub(crate) const UNTIL_CLOSED: &str =
    "Your answer holds until you close the program. It is never stored.";

/// Beside a full stop that holds: the key that shows more.
pub(crate) fn nothing_plays_more(key: &str) -> String {
    format!("Nothing is played today. {key} shows more.")
}

/// A heading of warning signs with the steps to take, on one line.
pub(crate) fn sign_group(name: &str, actions: &[&str]) -> String {
    format!("{name}. {}", actions.join(" "))
}
