//! The names of the contexts of keys, as headings of the help and the README: the words of
//! `tui::input::context::Context`, one for one.

pub(crate) const EVERYWHERE: &str = "Everywhere";
pub(crate) const HOME: &str = "List of routines";
pub(crate) const SEARCH: &str = "Search";
pub(crate) const FILTER: &str = "Filter";
pub(crate) const BEFORE: &str = "Before you start";
pub(crate) const MINUTES: &str = "Setting the minutes";
pub(crate) const CHANGES: &str = "Changes for you";
pub(crate) const OVERRULE: &str = "Keeping a step anyway";
pub(crate) const WARNING: &str = "Warning signs";
pub(crate) const TODAY: &str = "Anything new today";
pub(crate) const BLOCKED: &str = "Not for you now";
pub(crate) const FULL_STOP: &str = "Nothing is played today";
pub(crate) const PLAYER: &str = "While playing";
pub(crate) const ASK: &str = "When asked";
pub(crate) const HURT: &str = "When it hurts";
pub(crate) const SIGNS: &str = "When it is better to stop";
pub(crate) const AFTER: &str = "Afterwards";
pub(crate) const PROBLEMS: &str = "Problems in a file";
pub(crate) const PROFILE: &str = "About you";
pub(crate) const ANSWER: &str = "Typing an answer";
pub(crate) const KEEP: &str = "Leaving with changes";
pub(crate) const UNREAD: &str = "A profile that cannot be read";
pub(crate) const SETUP: &str = "Figures and colours";
pub(crate) const HELP: &str = "This help";
