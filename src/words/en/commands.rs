//! The output of commands: tables, sheets and summaries.

use std::time::Duration;

use crate::content::duration::written;
use crate::content::text::printable::printable;
use crate::content::vocabulary::RangeEnd;
use crate::words::en::grammar::list;
use crate::words::en::grammar::plural;

/// `supple check` without a file.
pub(crate) const NOTHING_TO_CHECK: &str = "no routine files to check\n";
/// `supple list` without a row.
pub(crate) const NOTHING_MATCHES: &str = "nothing matches: drop one of the filters\n";
/// A rule of a person's own that is weaker than a bundled one.
pub(crate) const WEAKER_COUNTS: &str = "it counts as you wrote it, and every screen says so";

/// The headings of the table.
pub(crate) const COLUMNS: [&str; 6] = ["id", "title", "discipline", "audience", "when", "minutes"];
/// The heading of how often routines are to be done.
pub(crate) const OFTEN_COLUMN: &str = "often";
/// The heading of the verdicts.
pub(crate) const FOR_YOU_COLUMN: &str = "for you";
/// A routine without an audience.
pub(crate) const EVERYBODY: &str = "everybody";
/// In place of minutes: a file with errors.
pub(crate) const BROKEN: &str = "broken: supple check";
/// A verdict where something could not be checked.
pub(crate) const NOT_CHECKED: &str = "not checked";
/// A verdict: nothing is to be changed.
pub(crate) const FITS: &str = "fits";

/// The facts of a sheet.
pub(crate) const MIND: &str = "Note";
pub(crate) const KIND: &str = "Kind";
pub(crate) const FOR: &str = "For";
pub(crate) const WHEN: &str = "When";
pub(crate) const OFTEN: &str = "Often";
pub(crate) const TAKES: &str = "Takes";
pub(crate) const RANGES: &str = "Ranges";
pub(crate) const NEEDS: &str = "Needs";
pub(crate) const FILE: &str = "File";
/// The headings of a sheet.
pub(crate) const STEPS: &str = "Steps";
pub(crate) const STEPS_AS_WRITTEN: &str = "Original steps: not for you";
pub(crate) const TAKE_CARE: &str = "Take care";
pub(crate) const FOR_YOU: &str = "For you";
pub(crate) const GOOD_TO_KNOW: &str = "Good to know";
pub(crate) const RULES_REST_ON: &str = "Sources of the rules for you";
pub(crate) const EVIDENCE: &str = "Evidence";
pub(crate) const RED_FLAGS: &str = "Stop and get help";
pub(crate) const SOURCES: &str = "Sources";
/// Below the sources.
pub(crate) const IN_BRACKETS: &str = "In brackets: how far a source was checked for this library.";
/// A condition without a source.
pub(crate) const NO_SOURCE: &str = "no separate source";

/// The lines of a step, each before a text.
pub(crate) const FEEL: &str = "Feel: ";
pub(crate) const CARE: &str = "Care: ";
pub(crate) const NOTE: &str = "Note: ";

/// The end of a rehearsed session.
pub(crate) const END: &str = "end";
/// In place of a length: the person says when it is done.
pub(crate) const UNTIL_DONE: &str = "until done";

/// The heading of a part, with the sentence that introduces it.
pub(crate) fn part(name: &str, say: Option<&str>) -> String {
    match say {
        Some(say) => format!("{name}: {say}"),
        None => format!("{name}:"),
    }
}

/// A name was typed in place of an id.
pub(crate) fn understood(typed: &str, id: &str) -> String {
    format!("note: \"{}\" is understood as {id}", printable(typed))
}

/// Returns a worry as a note.
pub(crate) fn mind(worry: &str) -> String {
    format!("{MIND}: {worry}")
}

/// No file has a problem.
pub(crate) fn no_problems(files: usize) -> String {
    match files {
        1 => "no problems in 1 file\n".to_owned(),
        _ => format!("no problems in {files} files\n"),
    }
}

/// `1 error, 2 warnings`
pub(crate) fn problems(errors: usize, warnings: usize) -> String {
    let counted = |count: usize, what: &str| match count {
        0 => None,
        1 => Some(format!("1 {what}")),
        _ => Some(format!("{count} {what}s")),
    };
    let parts = [counted(errors, "error"), counted(warnings, "warning")];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    format!("{}\n", list(&parts))
}

/// A rule is weaker than the bundled one.
pub(crate) fn weaker(what: &str) -> String {
    format!("weaker than the bundled rules: {what}")
}

/// A verdict: the rules refuse the routine.
pub(crate) fn not_for_you(because: &str) -> String {
    format!("not for you: {because}")
}

/// A verdict: steps are changed.
pub(crate) fn adapted(changes: usize) -> String {
    match changes {
        1 => "adapted: 1 change".to_owned(),
        changes => format!("adapted: {changes} changes"),
    }
}

/// There is no profile at this path.
pub(crate) fn no_profile(path: &str) -> String {
    format!("{path}\nThere is no profile yet. In a terminal, `supple profile` asks for it.\n")
}

/// Returns which ends of ranges play.
pub(crate) const fn ends(end: RangeEnd) -> &'static str {
    match end {
        RangeEnd::High => "the larger numbers play",
        RangeEnd::Low => "the smaller numbers play",
    }
}

/// Returns a note where the lower ends of ranges play: what is written plays the upper ones.
pub(crate) fn lower_ends(end: Option<RangeEnd>) -> Option<String> {
    (end == Some(RangeEnd::Low)).then(|| "The smaller numbers of ranges play.".to_owned())
}

/// `10m 12s in all`
pub(crate) fn in_all(total: &str) -> String {
    format!("{total} in all")
}

/// Returns a statement with its certainty.
pub(crate) fn evidence(say: &str, sure: &str, searched: Option<&str>) -> String {
    let searched = searched.map_or_else(String::new, |date| format!(" Searched: {date}."));
    format!("{say} (How sure: {sure}.{searched})")
}

/// `Bedtime stretch: 5 steps, 5m`
pub(crate) fn rehearsed(title: &str, steps: usize, total: Duration) -> String {
    let noun = plural(steps == 1, "step", "steps");
    format!("{title}: {steps} {noun}, {}", written(total))
}

/// `, 10 reps`
pub(crate) fn reps(reps: u32) -> String {
    format!(", {reps} reps")
}

/// `, 6 breaths`
pub(crate) fn breaths(breaths: u32) -> String {
    let word = if breaths == 1 { "breath" } else { "breaths" };
    format!(", {breaths} {word}")
}

/// Before the length of work that may end before it.
pub(crate) const UP_TO: &str = "up to ";

/// `, set 2 of 3`
pub(crate) fn set_of(set: u32, sets: u32) -> String {
    format!(", set {set} of {sets}")
}
