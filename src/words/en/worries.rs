//! The worries for a person who relies on the rules, and the unmet demands of a routine.

use crate::plan::profile::names::unchecked;
use crate::plan::whom::Unmet;
use crate::plan::worries::{Worries, Worry};
use crate::words::en::grammar::list;

/// The most unknown steps that are named.
const NAMED: usize = 3;

/// All of them, a sentence or two each.
pub(crate) fn all(worries: &Worries) -> Vec<String> {
    worries.all.iter().map(worry).collect()
}

/// In a sentence or two.
pub(crate) fn worry(worry: &Worry) -> String {
    match worry {
        Worry::UnknownSteps(names) => format!(
            "Nothing is known about {}: not checked for you.",
            some_of(names)
        ),
        Worry::NotUnderstood { words, more } => {
            format!("Not checked: {}.", unchecked(words, *more))
        }
        Worry::Faulty => "Your profile has errors; until fixed, all it may mean counts.".to_owned(),
        Worry::Unreadable(why) => {
            format!("Your profile cannot be read ({why}): nothing is left out for you.")
        }
        Worry::Unchecked => "Playing without checks.".to_owned(),
        Worry::FolderUnread { path, why } => {
            let why = why.as_deref().unwrap_or("it cannot be read");
            format!("{path}: {why}. Rules of yours may be missing.")
        }
        Worry::RulesUnused(path) => {
            format!("{path} has errors: our rules apply until `supple check` finds none.")
        }
        Worry::ExerciseUnused(path) => {
            format!("{path} has errors: our exercise is used until `supple check` finds none.")
        }
        Worry::WeakerRules(1) => "1 rule of yours is weaker than ours.".to_owned(),
        Worry::WeakerRules(weaker) => format!("{weaker} rules of yours are weaker than ours."),
    }
}

/// Returns a demand of a routine that the profile says is unmet.
pub(crate) fn unmet(unmet: &Unmet) -> String {
    match unmet {
        Unmet::NoFloor => "It goes down to the floor.".to_owned(),
        Unmet::Props(missing) => format!("You do not have: {}.", list(missing)),
    }
}

/// The first names, in quotes, and how many more there are.
fn some_of(names: &[String]) -> String {
    let quoted = names.iter().take(NAMED).map(|name| format!("\"{name}\""));
    let quoted = list(&quoted.collect::<Vec<_>>());
    match names.len().saturating_sub(NAMED) {
        0 => quoted,
        more => format!("{quoted} and {more} more"),
    }
}
