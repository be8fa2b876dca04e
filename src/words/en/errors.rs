//! The errors of commands, each with a line of help where there is one.

use std::time::Duration;

use crate::content::duration::written;
use crate::content::text::printable::printable;
use crate::plan::fit::NoFit;
use crate::words::en::fitting;
use crate::words::en::grammar::list;

/// There is no home folder, and so no place for a profile.
pub(crate) const NO_HOME: &str = "error: there is no home folder to keep a profile in";
/// Below the warning that there is no home folder.
pub(crate) const SET_HOME: &str = "help: set HOME to a path that begins with /\n";
/// `--for` without a word.
pub(crate) const FOR_EMPTY: &str =
    "error: --for names nobody\nhelp: write --for CONDITION,CONDITION, or --for nobody";
/// `--for nobody,knee-pain`
pub(crate) const FOR_NOBODY_AND_OTHERS: &str =
    "error: --for nobody must stand alone\nhelp: leave out nobody, or all the others";
/// The value of `--size` is no size.
pub(crate) const SIZE: &str = "write it as 32x14: 4 to 400 columns, 2 to 200 rows";
/// The value of `--frame` is no number.
pub(crate) const FRAME: &str = "write a number from 1";

/// The command that lists all routines.
pub(crate) const ALL_ROUTINES: &str = "`supple list` shows them all";
/// The command that lists exercises.
pub(crate) const ALL_EXERCISES: &str = "`supple show ID` names the exercises of a routine";
/// What is named by the word of a part.
pub(crate) const PART: &str = "part";
/// A routine was named where an exercise is wanted.
pub(crate) const IS_A_ROUTINE: &str = "that is a routine; figures belong to exercises";

/// A folder of `--routines` cannot be read.
pub(crate) fn folder(path: &str, why: &str) -> String {
    format!("error: --routines {}: {why}", printable(path))
}

/// The routine has no step of this number.
pub(crate) fn no_step(number: u32, steps: usize) -> String {
    format!("error: there is no step {number}\nhelp: the routine has steps 1 to {steps}")
}

/// The routine has this step, and it is not played.
pub(crate) fn step_left_out(number: u32, nearest: u32) -> String {
    format!(
        "error: step {number} is left out this time\nhelp: the nearest step that is played is {nearest}"
    )
}

/// The routine has this part, and nothing of it is played.
pub(crate) fn part_left_out(name: &str) -> String {
    format!(
        "error: the part \"{}\" is left out this time",
        printable(name)
    )
}

/// Names the parts that are played.
pub(crate) fn parts(names: &[String]) -> String {
    if names.is_empty() {
        "the routine has no parts: write the number of a step".to_owned()
    } else {
        format!("the parts are {}", list(names))
    }
}

/// The exercise has no keyframe of this number.
pub(crate) fn no_frame(frame: usize, id: &str, count: usize) -> String {
    let (id, plural) = (printable(id), plural(count == 1));
    format!("error: there is no frame {frame}: {id} has {count} frame{plural}")
}

/// A figure was asked of the file of a routine.
pub(crate) fn routine_has_no_figure(path: &str) -> String {
    let path = printable(path);
    format!(
        "error: {path} is a routine; figures belong to exercises\nhelp: `supple show {path}` names its exercises"
    )
}

/// The exercise has no figure.
pub(crate) fn no_figure(id: &str) -> String {
    format!("error: {} has no figure", printable(id))
}

/// `supple setup` needs a screen; `settings` is the file to write by hand.
pub(crate) fn no_screen_for_setup(settings: Option<&str>) -> String {
    let by_hand = settings.map_or_else(String::new, |path| format!(", or write {path} by hand"));
    format!(
        "error: `supple setup` shows what a terminal can draw, and needs one\nhelp: run it in a terminal{by_hand}"
    )
}

/// Returns the reason why a routine cannot be fitted to the minutes, and what it can be fitted to: `(shortest,
/// longest)`, zero where nothing in it is timed.
pub(crate) fn no_fit(
    id: &str,
    minutes: u32,
    why: NoFit,
    (shortest, longest): (Duration, Duration),
) -> String {
    let (id, plural) = (printable(id), plural(minutes == 1));
    let error = format!("error: {id} in {minutes} minute{plural}: ");
    if longest.is_zero() {
        return error + "nothing in it is timed";
    }
    let (why, shortest, longest) = (fitting::no_fit(why), written(shortest), written(longest));
    format!("{error}{why}\nhelp: it can be fitted to {shortest} to {longest}")
}

/// The session failed; `why` is the system's.
pub(crate) fn failed(why: &str) -> String {
    format!("error: {why}")
}

/// Standard output failed; `why` is the system's.
pub(crate) fn cannot_write(why: &str) -> String {
    format!("error: cannot write: {why}")
}

/// Nothing has this name. `what` is `routine` or `exercise`.
pub(crate) fn nothing_called(what: &str, typed: &str) -> String {
    format!("error: there is no {what} \"{}\"", printable(typed))
}

/// Several things have this name.
pub(crate) fn several_called(what: &str, typed: &str) -> String {
    format!(
        "error: more than one {what} is called \"{}\"",
        printable(typed)
    )
}

/// One of these ids is to be written.
pub(crate) fn write_one_of(ids: &[String]) -> String {
    format!("write one of {}", list(ids))
}

/// A file of this name lies in the folder.
pub(crate) fn write_path(typed: &str) -> String {
    format!("for the file, write ./{}", printable(typed))
}

/// A line of help.
pub(crate) fn help(what: &str) -> String {
    format!("help: {what}")
}

/// Suggests one word or more.
pub(crate) fn did_you_mean(words: &[String]) -> String {
    match words {
        [one] => format!("did you mean {one}?"),
        several => format!("did you mean one of {}?", list(several)),
    }
}

/// The words of a list.
pub(crate) fn known(words: &[String]) -> String {
    format!("known: {}", list(words))
}

/// The characters that figures are drawn with.
pub(crate) fn known_are(words: &[&str]) -> String {
    format!("use one of {}", list(words))
}

/// A word that is not on its list; `list` is what the list is called.
pub(crate) fn unknown_word(list: &str, typed: &str) -> String {
    format!("error: unknown {list} \"{}\"", printable(typed))
}

/// A word of `--for` that is no condition.
pub(crate) fn unknown_condition(typed: &str) -> String {
    format!("error: unknown condition \"{}\"", printable(typed))
}

const fn plural(is_one: bool) -> &'static str {
    if is_one { "" } else { "s" }
}
