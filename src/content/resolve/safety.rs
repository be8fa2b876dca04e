//! References of `safety.toml`.

use std::slice::from_ref;

use crate::content::diagnostic::Diagnostic;
use crate::content::names::KnownNames;
use crate::content::resolve::references::{
    check_condition, check_hazards, check_pace, check_sources,
};
use crate::content::safety::places::Reference;
use crate::content::safety::red_flag::RedFlagGroup;
use crate::content::safety::rule::Subject;
use crate::content::safety::rulebook::Safety;
use crate::content::tables::Shared;
use crate::content::toml::fields::unknown_word;

/// Reports what a file of rules refers to and is not there. `shared` holds the rules of the file too: it may name its
/// own words as well as those of the files below it.
pub(crate) fn faults(rules: &Safety, known: &KnownNames, shared: &Shared) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for subject in subjects(rules) {
        if let Subject::Hazard(hazard) = subject {
            check_hazards(from_ref(hazard), shared, &mut found);
        }
    }
    for condition in conditions(rules) {
        check_condition(condition, shared, &mut found);
    }
    for pace in rules.conditions.iter().filter_map(|one| one.pace.as_ref()) {
        check_pace(pace, shared, &mut found);
    }
    for note in &rules.notes {
        check_hazards(&note.hazards, shared, &mut found);
    }
    found.extend(unknown_exercises_and_routines(rules, known));
    found.extend(unknown_groups(rules, &shared.safety));
    found.extend(advice_faults(rules, &shared.safety));
    for sources in sources(rules) {
        check_sources(sources, shared, &mut found);
    }
    found
}

/// The hazards and positions that rules and cautions are about.
fn subjects(rules: &Safety) -> impl Iterator<Item = &Subject> {
    let of_rules = rules.rules.iter().map(|rule| &rule.subject);
    of_rules.chain(rules.cautions.iter().flat_map(|caution| &caution.subjects))
}

/// The conditions that the tables of a file refer to.
fn conditions(rules: &Safety) -> impl Iterator<Item = &Reference> {
    let of_rules = rules.rules.iter();
    let of_rules = of_rules.flat_map(|rule| rule.contraindicated.iter().chain(&rule.precaution));
    let implied = rules.conditions.iter().flat_map(|one| &one.implies);
    let together = rules.full_stops.iter().flat_map(|stop| &stop.together);
    let of_cautions = rules.cautions.iter().flat_map(|one| &one.conditions);
    let of_notes = rules.notes.iter().flat_map(|note| &note.conditions);
    let of_groups = rules.red_flag_groups.iter();
    let of_groups = of_groups.flat_map(|group| &group.conditions);
    let allow = rules.allow.iter().map(|(condition, _)| condition);
    let unknown_week = rules.limits.week_unknown.iter();
    of_rules
        .chain(implied)
        .chain(together.flatten())
        .chain(of_cautions)
        .chain(of_notes)
        .chain(of_groups)
        .chain(allow)
        .chain(unknown_week)
        .chain(&rules.limits.past_due)
}

/// The lists of sources in a file.
fn sources(rules: &Safety) -> impl Iterator<Item = &[Reference]> {
    let conditions = rules.conditions.iter().map(|one| &one.sources);
    let stops = rules.full_stops.iter().map(|stop| &stop.sources);
    let notes = rules.notes.iter().map(|note| &note.sources);
    let flags = rules.red_flags.iter().map(|flag| &flag.sources);
    let all = conditions.chain(stops).chain(notes).chain(flags);
    all.map(Vec::as_slice)
}

fn unknown_exercises_and_routines(rules: &Safety, known: &KnownNames) -> Vec<Diagnostic> {
    let listed = rules.allow.iter().flat_map(|(_, list)| list);
    let listed = listed.filter(|id| !known.exercises.contains(id.get_ref()));
    let offered = rules.session_flags.iter().flat_map(|flag| &flag.offer);
    let offered = offered.filter(|id| !known.routines.contains(id.get_ref()));
    let listed = listed.map(|id| known.exercises.unknown("exercise", id));
    let offered = offered.map(|id| known.routines.unknown("routine", id));
    listed.chain(offered).collect()
}

fn unknown_groups(rules: &Safety, all: &Safety) -> Vec<Diagnostic> {
    let known = || all.red_flag_groups.iter().map(|group| group.id.as_str());
    let seen = rules.full_stops.iter().flat_map(|stop| &stop.see);
    let groups = seen.chain(rules.red_flags.iter().map(|flag| &flag.group));
    let unknown = groups.filter(|group| !known().any(|id| id == group.get_ref()));
    unknown
        .map(|group| unknown_word("group of red flags", group, known()))
        .collect()
}

/// The advice after pain is that of one group: the first that has the key.
fn advice_faults(rules: &Safety, all: &Safety) -> Vec<Diagnostic> {
    const KEY: &str = "decide-afresh";
    let Some(first) = all.advice_group() else {
        let missing = |group: &RedFlagGroup| {
            let message = format!("no group of red flags has `{KEY}`");
            Diagnostic::error(message)
                .at(group.places.header.clone())
                .help(format!(
                    "write {KEY} = true in the group whose steps are shown after pain"
                ))
        };
        return rules
            .red_flag_groups
            .first()
            .map(missing)
            .into_iter()
            .collect();
    };
    let others = rules.red_flag_groups.iter();
    let others = others.filter(|group| group.decide_afresh && group.id != first.id);
    let twice = |group: &RedFlagGroup| {
        let message = format!(
            "the group of red flags \"{}\" already has `{KEY}`",
            first.id
        );
        Diagnostic::warning(message)
            .at(group.places.of(KEY))
            .help(format!(
                "delete {KEY}: that group's steps are shown after pain"
            ))
    };
    others.map(twice).collect()
}
