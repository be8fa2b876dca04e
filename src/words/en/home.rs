//! The list of routines, its filter, and what stands beside it.

use crate::words::en::grammar::plural;

/// A search that has no word in it.
pub(crate) const NO_WORD: &str = "no word to look for: all are shown";

/// The fields of the filter.
pub(crate) const WHERE: &str = "Where";
pub(crate) const KIND: &str = "Kind";
pub(crate) const AT_MOST: &str = "At most";
pub(crate) const MADE_FOR: &str = "Made for";
pub(crate) const NEEDS: &str = "Needs";
/// No choice in a field.
pub(crate) const ANY: &str = "any";
/// The things of the profile.
pub(crate) const WHAT_YOU_HAVE: &str = "only what you have";
/// No things at all.
pub(crate) const NOTHING: &str = "nothing";

/// An empty library.
pub(crate) const NO_ROUTINES: &str = "No routines.";
/// A search without a result.
pub(crate) const NO_MATCH: &str = "No match. Esc shows all routines.";

/// In place of a length: a routine without times.
pub(crate) const LIST: &str = "list";
/// In place of a length: a file with errors.
pub(crate) const CANNOT_BE_PLAYED: &str = "cannot be played";
/// In place of a length: a routine that the rules refuse.
pub(crate) const NOT_FOR_YOU: &str = "not for you";

/// The heading of the errors of a file.
pub(crate) const NOT_PLAYABLE: &str = "This file cannot be played yet.";
/// The heading of a refusal.
pub(crate) const NOT_NOW: &str = "Not for you now:";

/// `5 minutes`
pub(crate) fn minutes(minutes: u32) -> String {
    format!("{minutes} minutes")
}

/// `only chair`
pub(crate) fn only(thing: &str) -> String {
    format!("only {thing}")
}

/// `at most 5 minutes`
pub(crate) fn at_most(length: &str) -> String {
    format!("at most {length}")
}

/// `for older adults`
pub(crate) fn made_for(whom: &str) -> String {
    format!("for {whom}")
}

/// `needs chair, wall`
pub(crate) fn needs(things: &str) -> String {
    format!("needs {things}")
}

/// One choice of the filter leaves nothing; without it `left` routines would be shown.
pub(crate) fn without_choice(choice: &str, left: usize, key: &str) -> String {
    format!("No routine passes these filters. Without \"{choice}\" there would be {left} ({key}).")
}

/// Several choices of the filter together leave nothing.
pub(crate) fn without_choices(key: &str) -> String {
    format!("No routine passes these filters. Remove at least two ({key}).")
}

/// `12 routines`
pub(crate) fn routines(number: usize) -> String {
    let routines = plural(number == 1, "routine", "routines");
    format!("{number} {routines}")
}

/// `7 steps`
pub(crate) fn steps(number: usize) -> String {
    let steps = plural(number == 1, "step", "steps");
    format!("{number} {steps}")
}

/// `2 steps changed, 1 with care`; nothing where no step is changed.
pub(crate) fn changes(changed: usize, careful: usize) -> Option<String> {
    match (changed, careful) {
        (0, 0) => None,
        (0, careful) => Some(format!("{} with care", steps(careful))),
        (changed, 0) => Some(format!("{} changed", steps(changed))),
        (changed, careful) => Some(format!("{} changed, {careful} with care", steps(changed))),
    }
}

/// `For you: 2 steps changed`
pub(crate) fn for_you(changes: &str) -> String {
    format!("For you: {changes}")
}

/// Names the routine that plays in place of a refused one.
pub(crate) fn instead(other: &str) -> String {
    format!("Instead: {other}. Enter shows it.")
}

/// `... Enter shows more`
pub(crate) fn shows_more(ellipsis: &str, key: &str) -> String {
    format!("{ellipsis} {key} shows more")
}

/// `... 12 steps in all`
pub(crate) fn steps_in_all(ellipsis: &str, number: usize) -> String {
    format!("{ellipsis} {number} steps in all")
}

/// The conditions of the person for whom the list is. Their names have commas.
pub(crate) fn for_whom(names: &[&str], is_somebody_else: bool) -> String {
    let label = if is_somebody_else {
        "for somebody"
    } else {
        "you"
    };
    format!("{label}: {}", names.join("; "))
}
