//! The rules, read by code of the tests' own.

use std::collections::BTreeSet;

use supple::content::library::Library;
use supple::content::safety::rule::{SafetyRule, Subject};
use supple::content::safety::rulebook::Safety;
use supple::plan::planned::Planned;

/// Whether a rule keeps somebody with this condition from this exercise.
pub(crate) fn is_ruled_out(library: &Library, id: &str, condition: &str) -> bool {
    let exercise = library.exercise(id).expect("it is there");
    let safety = &library.shared().safety;
    let listed = safety.allow.iter().all(|(known, list)| {
        known.get_ref() != condition || list.iter().any(|allowed| allowed.get_ref() == id)
    });
    let by_rule = safety.rules.iter().any(|rule| {
        let concerned = match &rule.subject {
            Subject::Hazard(hazard) => exercise
                .hazards
                .iter()
                .any(|own| own.get_ref() == hazard.get_ref()),
            Subject::Position(position) => exercise.position == Some(*position),
        };
        concerned && names(&rule.contraindicated, condition)
    });
    by_rule || !listed
}

fn names(list: &[toml::Spanned<String>], condition: &str) -> bool {
    list.iter().any(|known| known.get_ref() == condition)
}

/// What somebody has who says this: with all that follows. A part of a pregnancy follows where no part is said.
pub(crate) fn all_that_holds(safety: &Safety, said: &[&str]) -> BTreeSet<String> {
    let is_part = |word: &str| word.starts_with("pregnancy-t");
    let knows = said.iter().any(|word| is_part(word));
    let mut holds: BTreeSet<String> = said.iter().map(|word| (*word).to_owned()).collect();
    loop {
        let more: Vec<String> = (safety.conditions.iter())
            .filter(|known| holds.contains(&known.id))
            .flat_map(|known| known.implies.iter().map(|word| word.get_ref().clone()))
            .filter(|word| !(knows && is_part(word) || holds.contains(word)))
            .collect();
        if more.is_empty() {
            return holds;
        }
        holds.extend(more);
    }
}

/// The lines that must be said with a step to somebody with these conditions: one for each of them that a rule names for
/// something in the step; the one for that condition, else the one for anybody.
pub(crate) fn must_be_said(
    safety: &Safety,
    step: &Planned,
    conditions: &BTreeSet<String>,
) -> BTreeSet<String> {
    let mut lines = BTreeSet::new();
    let concerns = |rule: &&SafetyRule| match &rule.subject {
        Subject::Hazard(hazard) => step.hazards.contains(hazard.get_ref()),
        Subject::Position(position) => step.position == Some(*position),
    };
    for rule in safety.rules.iter().filter(concerns) {
        for condition in conditions
            .iter()
            .filter(|condition| names(&rule.precaution, condition))
        {
            let about = |all: bool| {
                let mut cautions = safety
                    .cautions
                    .iter()
                    .filter(|caution| caution.subjects.contains(&rule.subject));
                let fits = move |given: &[toml::Spanned<String>]| {
                    if all {
                        given.is_empty()
                    } else {
                        names(given, condition)
                    }
                };
                cautions
                    .find(|caution| fits(&caution.conditions))
                    .map(|caution| caution.say.clone())
            };
            let other = || safety.limits.other_caution.clone();
            lines.extend(about(false).or_else(|| about(true)).or_else(other));
        }
    }
    lines
}
