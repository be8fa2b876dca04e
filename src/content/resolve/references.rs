//! Checks of single references to what the shared tables and the library hold.

use toml::Spanned;

use crate::content::diagnostic::Diagnostic;
use crate::content::names::Names;
use crate::content::sources;
use crate::content::tables::Shared;
use crate::content::toml::fields::{unknown_id, unknown_word};

/// Reports an exercise that is not there, where none need be named.
pub(crate) fn check_exercise(id: &Spanned<String>, known: &Names, found: &mut Vec<Diagnostic>) {
    if !known.contains(id.get_ref()) {
        let unknown = known.unknown("exercise", id);
        found.push(unknown.or_help("name an exercise in the library, or delete this"));
    }
}

/// Reports the hazards that are not there.
pub(crate) fn check_hazards(
    hazards: &[Spanned<String>],
    shared: &Shared,
    found: &mut Vec<Diagnostic>,
) {
    let known = || shared.safety.hazard_ids();
    let unknown = hazards
        .iter()
        .filter(|hazard| !known().any(|tag| tag == hazard.get_ref()));
    found.extend(unknown.map(|hazard| unknown_word("hazard", hazard, known())));
}

/// Reports a condition or session flag that is not there.
pub(crate) fn check_condition(
    condition: &Spanned<String>,
    shared: &Shared,
    found: &mut Vec<Diagnostic>,
) {
    let known = || shared.safety.condition_ids();
    if !known().any(|id| id == condition.get_ref()) {
        found.push(unknown_word("condition", condition, known()));
    }
}

/// Reports a pace that is not there.
pub(crate) fn check_pace(pace: &Spanned<String>, shared: &Shared, found: &mut Vec<Diagnostic>) {
    if !shared.paces.contains_key(pace.get_ref()) {
        let known = shared.paces.keys().map(String::as_str);
        found.push(unknown_word("pace", pace, known));
    }
}

/// Reports the ids of sources that are not there. A citation in words refers to nothing.
pub(crate) fn check_sources(
    written: &[Spanned<String>],
    shared: &Shared,
    found: &mut Vec<Diagnostic>,
) {
    let known = || shared.sources.keys().map(String::as_str);
    let unknown = written.iter().filter(|source| {
        let source = source.get_ref();
        sources::is_id(source) && !shared.sources.contains_key(source)
    });
    found.extend(unknown.map(|source| {
        unknown_id("source", source, known())
            .help("or write a citation in words: author, title, year")
    }));
}
