//! The form of the profile: what it asks, how it explains a question, and what it says of the file.

use crate::plan::profile::typed::Typed;
use crate::words::en::sentence::ended;

/// The title.
pub(crate) const ABOUT_YOU: &str = "About you";
/// The title of a profile that cannot be changed.
pub(crate) const UNREADABLE: &str = "Your profile cannot be read";
/// Beside the title: there are changes.
pub(crate) const NOT_SAVED_YET: &str = "not saved yet";
/// Below the title.
pub(crate) const HOW_TO: &str = "Tick what applies to you. An empty answer rules nothing out.";
/// A new file in place of one that cannot be read.
pub(crate) const FILLED_IN: &str = "Filled in with what was understood. Check it, then save.";

/// The headings, where the rules name none.
pub(crate) const PREGNANCY: &str = "Pregnancy and birth";
pub(crate) const OTHERS: &str = "Your health";
pub(crate) const YOU: &str = "Your sessions";
pub(crate) const PROPS: &str = "Props at hand";

/// Samples of typed answers, in their order.
pub(crate) const SAMPLES: Typed<&str> = [
    "YYYY-MM-DD",
    "YYYY-MM-DD",
    "YYYY",
    "HH:MM",
    "a phone number",
];
/// The questions of the typed answers, in the same order.
pub(crate) const TYPED: Typed<&str> = [
    "Due date",
    "Child born on",
    "Year of birth",
    "Usual bedtime",
    "Emergency number",
];
/// The consequence of each answer, shown behind its sample.
const FOLLOWS: Typed<&str> = [
    "; after Enter also words, or \"week NN\". It sets the part of the pregnancy.",
    "; after Enter also words. It ends the pregnancy.",
    ". From 65 the rules for older people apply, unless you untick them.",
    ".",
    ", the one where you live. It is shown large when you should call it.",
];

/// The other questions, and what they mean.
pub(crate) const WEEK_UNKNOWN: &str = "pregnant, week not known";
pub(crate) const CAESAREAN: &str = "Born by caesarean";
pub(crate) const CAESAREAN_MEANS: &str = "After a caesarean, light work only for longer.";
pub(crate) const PACE: &str = "Time between steps";
pub(crate) const PACE_MEANS: &str = "For getting into position and changing sides.";
pub(crate) const GENTLE: &str = "Ends of ranges";
pub(crate) const GENTLE_MEANS: &str =
    "Which end plays of a dose such as 20s-30s. Without an answer it is as the routine says.";
pub(crate) const FIRST_SIDE: &str = "Side that begins";
pub(crate) const FIRST_SIDE_MEANS: &str =
    "For steps that work one side after the other. Without an answer it is the left one.";
pub(crate) const FLOOR: &str = "Down to the floor and up";
pub(crate) const FLOOR_MEANS: &str =
    "Whether you can get down to the floor and up again. It marks routines and changes none.";
pub(crate) const PROP_MEANS: &str =
    "Tick what you have. If nothing is ticked, nothing is filtered.";
pub(crate) const NO_PROPS: &str = "none of these";
pub(crate) const NO_PROPS_MEANS: &str = "You have none of these.";
pub(crate) const SAVE: &str = "Save";

/// The explanation of a word among the conditions that is not one.
pub(crate) const FOR_ONE_SESSION: &str = "For one session only: untick it when it is over.";
pub(crate) const COUNTS_AS_ALL: &str =
    "Counts as everything that it may mean. Tick the right one instead.";
pub(crate) const NOTHING_CHECKED: &str = "No rule checks it. Tick what it is instead.";

/// An answer that is not given.
pub(crate) const NOT_SAID: &str = "not set";
/// Leaving with changes: the question, and the same where there is little room.
pub(crate) const KEEP_CHANGES: &str = "Keep the changes?";
pub(crate) const KEEP: &str = "Keep? ";
/// The file is being written.
pub(crate) const SAVING: &str = "Saving.";

/// The answers to whether the changes are kept, long and short.
pub(crate) const BACK: &str = "back";
pub(crate) const KEEP_THEM: &str = "keep them";
pub(crate) const KEEP_SHORT: &str = "keep";
pub(crate) const DROP_THEM: &str = "drop them";
pub(crate) const DROP_SHORT: &str = "drop";
/// The answers to a profile that cannot be changed.
pub(crate) const CLOSE: &str = "close";
pub(crate) const NEW_FILE: &str = "new file";
pub(crate) const NEW_SHORT: &str = "new";

/// More faults of the file than have room.
pub(crate) fn more_faults(number: usize) -> String {
    format!("and {number} more: supple check lists them")
}

/// Returns the explanation of a typed answer; `which` is its place among the typed answers.
pub(crate) fn typed_means(which: usize) -> String {
    format!("Type {}{}", SAMPLES[which], FOLLOWS[which])
}

/// A fault of an answer, and what to type where it is a typed one.
pub(crate) fn fault(fault: &str, typed: Option<usize>) -> String {
    let fault = ended(fault);
    match typed {
        Some(which) => format!("{fault} Type {}.", SAMPLES[which]),
        None => fault,
    }
}

/// The place of a fault before its message: `line 3: unknown condition`
pub(crate) fn on_line(line: usize, message: &str) -> String {
    format!("line {line}: {message}")
}

/// A message and its lines of help in one line.
pub(crate) fn with_help<'a>(message: &'a str, help: impl Iterator<Item = &'a str>) -> String {
    let lines: Vec<&str> = std::iter::once(message).chain(help).collect();
    lines.join("; ")
}

/// A pregnancy without a date.
pub(crate) fn week_unknown_means(name: &str) -> String {
    format!("Counts as \"{name}\". With a due date the week is known: leave this empty then.")
}

/// A name in place of an id.
pub(crate) fn counts_as_instead(name: &str) -> String {
    format!("Counts as \"{name}\". Tick that instead.")
}

/// Returns the consequence of the year of birth: the condition of this name holds, or was denied.
pub(crate) fn counts_as(name: &str, holds: bool) -> String {
    let counts = if holds { "counts as" } else { "not counted as" };
    format!("{counts} \"{name}\"")
}

/// Returns the place where the profile is saved, shown behind a summary that has no lines of its own.
pub(crate) fn kept_in(path: &str, summary: Option<&str>) -> String {
    let kept = format!("Saved in {path}. Only this machine reads it.");
    summary.map_or_else(|| kept.clone(), |summary| format!("{summary} {kept}"))
}

/// A yes or no that is given.
pub(crate) const fn yes_or_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

/// The ends of ranges that play.
pub(crate) const fn lower_or_upper(is_gentle: bool) -> &'static str {
    if is_gentle { "lower" } else { "upper" }
}

/// The way on from a profile that cannot be changed. `name` is that of its file.
pub(crate) fn way_on(key: &str, name: &str) -> String {
    format!(
        "Fix it in an editor, or press {key}: a new file starts with what was understood, and this one is kept beside it \
         as {name}.old."
    )
}
