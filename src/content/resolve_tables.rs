//! References out of the shared tables.

use toml::Spanned;

use crate::content::diagnostic::Diagnostic;
use crate::content::evidence::Evidence;
use crate::content::library::{Shared, Table};
use crate::content::names::Known;
use crate::content::resolve::{check_condition, check_hazards, check_pace, check_sources};
use crate::content::safety::rule::Subject;
use crate::content::safety::rulebook::Safety;
use crate::content::toml::fields::{unknown_id, unknown_word};
use crate::content::vocabulary::{Audience, Discipline, When, Word};

/// What is wrong with a table's references.
pub(crate) fn table(table: &Table, ids: &Known, shared: &Shared) -> Vec<Diagnostic> {
    match table {
        Table::Paces(_) | Table::Sources(_) | Table::Figures(_) => Vec::new(),
        Table::Safety(safety) => {
            // A file may name its own words as well as those of the files below it.
            let mut known = shared.clone();
            known.safety.lay((**safety).clone());
            safety_references(safety, ids, &known)
        }
        Table::Evidence(evidence) => evidence
            .iter()
            .flat_map(|(_, evidence)| evidence_references(evidence, ids, shared))
            .collect(),
    }
}

fn safety_references(safety: &Safety, ids: &Known, shared: &Shared) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let subjects = safety.rules.iter().map(|rule| &rule.subject);
    for subject in subjects.chain(safety.cautions.iter().flat_map(|caution| &caution.subjects)) {
        if let Subject::Hazard(hazard) = subject {
            check_hazards(std::slice::from_ref(hazard), shared, &mut found);
        }
    }
    let rules = safety
        .rules
        .iter()
        .flat_map(|rule| rule.contraindicated.iter().chain(&rule.precaution));
    let cautions = safety
        .cautions
        .iter()
        .flat_map(|caution| &caution.conditions);
    let notes = safety.notes.iter().flat_map(|note| &note.conditions);
    let groups = safety
        .red_flag_groups
        .iter()
        .flat_map(|group| &group.conditions);
    let allow = safety.allow.iter().map(|(condition, _)| condition);
    let limits = safety.limits.week_unknown.iter();
    let limits = limits.chain(&safety.limits.past_due);
    let implied = safety
        .conditions
        .iter()
        .flat_map(|condition| &condition.implies);
    let together = safety
        .full_stops
        .iter()
        .flat_map(|stop| &stop.together)
        .flatten();
    for condition in rules
        .chain(implied)
        .chain(together)
        .chain(cautions)
        .chain(notes)
        .chain(groups)
        .chain(allow)
        .chain(limits)
    {
        check_condition(condition, shared, &mut found);
    }
    for pace in safety
        .conditions
        .iter()
        .filter_map(|condition| condition.pace.as_ref())
    {
        check_pace(pace, shared, &mut found);
    }
    for note in &safety.notes {
        check_hazards(&note.hazards, shared, &mut found);
    }
    for id in safety
        .allow
        .iter()
        .flat_map(|(_, list)| list)
        .filter(|id| !ids.exercises.contains(id.get_ref()))
    {
        found.push(ids.exercises.unknown("exercise", id));
    }
    let offered = safety.session_flags.iter().flat_map(|flag| &flag.offer);
    for id in offered.filter(|id| !ids.routines.contains(id.get_ref())) {
        found.push(ids.routines.unknown("routine", id));
    }
    let seen = safety.full_stops.iter().flat_map(|stop| &stop.see);
    for group in seen.chain(safety.red_flags.iter().map(|flag| &flag.group)) {
        let known = || {
            shared
                .safety
                .red_flag_groups
                .iter()
                .map(|group| group.id.as_str())
        };
        if !known().any(|id| id == group.get_ref()) {
            found.push(unknown_word("group of red flags", group, known()));
        }
    }
    let conditions = safety.conditions.iter().map(|condition| &condition.sources);
    let stops = safety.full_stops.iter().map(|stop| &stop.sources);
    let notes = safety.notes.iter().map(|note| &note.sources);
    let flags = safety.red_flags.iter().map(|flag| &flag.sources);
    for sources in conditions.chain(stops).chain(notes).chain(flags) {
        check_sources(sources, shared, &mut found);
    }
    found
}

fn evidence_references(evidence: &Evidence, ids: &Known, shared: &Shared) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    check_sources(&evidence.sources, shared, &mut found);
    let is_known = |word: &str| {
        Discipline::parse(word).is_some()
            || When::parse(word).is_some()
            || Audience::parse(word).is_some()
            || ids.routines.contains(word)
            || shared.safety.condition_ids().any(|id| id == word)
    };
    for word in evidence
        .about
        .iter()
        .filter(|word| !is_known(word.get_ref()))
    {
        found.push(unknown_topic(word, ids));
    }
    found
}

fn unknown_topic(word: &Spanned<String>, ids: &Known) -> Diagnostic {
    let words = Discipline::ALL.iter().map(|word| word.as_str());
    let words = words.chain(When::ALL.iter().map(|word| word.as_str()));
    unknown_id("topic", word, words.chain(ids.routines.ids()))
        .or_help("name a discipline, a time, an audience, a condition or a routine")
}
