//! The page before the start, with the changes for a person and the minutes.

use std::time::Duration;

use crate::content::duration::written;
use crate::content::vocabulary::RangeEnd;
use crate::plan::ends::EndsBy;
use crate::plan::notes::Noted;
use crate::plan::screening::decision::{Decision, Ruling};
use crate::words::en::grammar::list;
use crate::words::en::reasons;

/// Returns the words after the key that starts. `waits` says that a step waits for a key.
pub(crate) const fn starts(waits: bool) -> &'static str {
    if waits {
        " starts. Some steps wait for Enter."
    } else {
        " starts. No keys needed after that."
    }
}

/// The label of a line on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    /// The most important notes.
    Note,
    /// The changes by the rules.
    ForYou,
    /// The changes to fit the minutes.
    Fitted,
    /// Another routine.
    Instead,
    /// Without time to hear how it is done.
    Brief,
    /// The ends of ranges.
    Ranges,
    /// When to get help.
    Signs,
    /// The signs that are new today.
    Today,
    /// How often it is to be done.
    Often,
    /// The things needed.
    Ready,
    /// The first step.
    First,
    /// Cautions.
    Care,
}

impl Label {
    /// As it stands on the page.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Note => "Note",
            Self::ForYou => "For you",
            Self::Fitted => "Fitted",
            Self::Instead => "Instead",
            Self::Brief => "Brief",
            Self::Ranges => "Ranges",
            Self::Signs => "Warning signs",
            Self::Today => "Today",
            Self::Often => "How often",
            Self::Ready => "Have ready",
            Self::First => "Begins with",
            Self::Care => "Take care",
        }
    }

    /// Returns the label on its own line above the text.
    pub(crate) fn above(self) -> String {
        format!("{}:", self.as_str())
    }
}

/// The facts of a routine with the time at which it would end.
pub(crate) fn facts(facts: &str, ends: &str) -> String {
    format!("{facts} · ends {ends}")
}

/// Returns the changes by the rules, and the key that shows them.
pub(crate) fn adapted(words: &str, key: &str) -> String {
    format!("{words}; {key} shows each")
}

/// Returns the number of different doses, and the key that shows them.
pub(crate) fn fitted(changes: usize, key: &str) -> String {
    format!("{changes} doses differ; {key} shows each.")
}

/// No time is given to hear the how-to.
pub(crate) fn brief(key: &str) -> String {
    format!("There is no pause for the instructions; {key} adds it.")
}

/// Returns the ends of ranges that play, and the key that plays the others.
pub(crate) fn ends(end: RangeEnd, by: EndsBy, key: &str) -> String {
    match (end, by) {
        (RangeEnd::High, _) => format!("Larger numbers of ranges; {key} plays the smaller ones."),
        (RangeEnd::Low, EndsBy::Choice) => {
            format!("Smaller numbers of ranges; {key} plays the larger ones.")
        }
        (RangeEnd::Low, EndsBy::Profile) => {
            "Smaller numbers of ranges, as your profile says.".to_owned()
        }
        (RangeEnd::Low, EndsBy::Routine) => {
            "Smaller numbers of ranges, as the routine says.".to_owned()
        }
    }
}

/// Returns the action at a warning sign, and the key that lists them.
pub(crate) fn signs(action: &str, key: &str) -> String {
    format!("{action} {key} lists them.")
}

/// Returns the signs that are new today; the question where there are none.
pub(crate) fn today(said: &[String], key: &str) -> String {
    if said.is_empty() {
        format!("Anything new? Press {key}.")
    } else {
        format!("{}; {key} changes it", list(said))
    }
}

/// A note about a condition or a hazard; `name` begins with a capital.
pub(crate) fn note(name: &str, note: &Noted) -> String {
    format!("{name}: {}", note.say.join(" "))
}

/// Another routine, why it is offered, and the key that plays it.
pub(crate) fn offer(why: &str, title: &str, key: &str) -> String {
    format!("{why}: {key} plays {title}.")
}

/// Returns the reason why another routine is offered: it is made for something that is new today.
pub(crate) fn made_for(flag: &str) -> String {
    format!("With {flag}")
}

/// The reason why another routine is offered: the effort is late.
pub(crate) const LATE_EFFORT: &str = "Late effort went with shorter sleep in studies";

/// The heading of the changes.
pub(crate) const FOR_YOU: &str = "For you";
/// Without any change.
pub(crate) const NOTHING_CHANGED: &str = "No changes: it plays as written.";
/// The reason why a dose differs.
pub(crate) const TO_FIT: &str = "To fit your time.";
/// A change of a bundled routine stands.
pub(crate) const ONLY_OWN: &str = "You can only override changes in your own routines.";
/// A change that nobody can take back.
pub(crate) const NOT_OVERRULED: &str = "This change cannot be overridden.";
/// The question before what is ruled out is kept.
pub(crate) const KEEP: &str = "This is ruled out for you. Keep the original exercise anyway?";

/// The key that changes it again.
pub(crate) fn takes_back(key: &str) -> String {
    format!("{key} undoes this.")
}

/// The key that keeps a step as it is written.
pub(crate) fn keeps(key: &str) -> String {
    format!("{key} keeps the original.")
}

/// Returns the ruling on a step: `3. Seated twist instead of Lying knee roll`. `None` for a decision on the whole routine.
pub(crate) fn change(decision: &Decision) -> Option<String> {
    let name = decision.name.as_deref().unwrap_or_default();
    let words = match decision.action {
        Ruling::Substitute => {
            let with = decision.with_name.as_deref().unwrap_or_default();
            format!("{with} instead of {name}")
        }
        Ruling::Precaution => format!("{name}, with care"),
        Ruling::Override => format!("{name}, kept by you"),
        Ruling::Drop => format!("{name} is left out"),
        Ruling::Block | Ruling::Redirect | Ruling::FullStop => return None,
    };
    Some(match decision.step {
        Some(step) => format!("{step}. {words}"),
        None => words,
    })
}

/// A dose with the load and the effort after it: `10 times · blue band · effort 5 of 10`.
pub(crate) fn dose(dose: &str, besides: &[String]) -> String {
    let parts = std::iter::once(dose).chain(besides.iter().map(String::as_str));
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// In the place of the dose of a step that is left out.
pub(crate) const LEFT_OUT: &str = "left out";

/// Returns the reason why a step is as it is, below its name.
pub(crate) fn reason(decision: &Decision) -> String {
    let because = reasons::because(decision);
    match decision.action {
        Ruling::Substitute => format!("instead of {because}"),
        Ruling::Override => format!("{because} Kept by you."),
        _ => because,
    }
}

/// The label of the minutes.
pub(crate) const MINUTES: &str = "Minutes";
/// In the place of the minutes where none are asked for.
pub(crate) const AS_WRITTEN: &str = "as written";
/// No number of minutes can be reached.
pub(crate) const NOTHING_TIMED: &str = "No step is timed.";

/// The minutes that can be reached.
pub(crate) fn can_take(shortest: Duration, longest: Duration) -> String {
    format!("It can take {} to {}.", written(shortest), written(longest))
}
