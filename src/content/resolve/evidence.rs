//! References of `evidence.toml`.

use toml::Spanned;

use crate::content::diagnostic::Diagnostic;
use crate::content::evidence::Evidence;
use crate::content::names::KnownNames;
use crate::content::resolve::references::check_sources;
use crate::content::tables::Shared;
use crate::content::toml::fields::unknown_id;
use crate::content::vocabulary::{Audience, Discipline, When, Word};

/// Reports the sources and topics of a piece of evidence that are not there.
pub(crate) fn faults(evidence: &Evidence, known: &KnownNames, shared: &Shared) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    check_sources(&evidence.sources, shared, &mut found);
    let is_known = |word: &str| {
        Discipline::parse(word).is_some()
            || When::parse(word).is_some()
            || Audience::parse(word).is_some()
            || known.routines.contains(word)
            || shared.safety.condition_ids().any(|id| id == word)
    };
    let about = evidence.about.iter();
    let unknown = about.filter(|word| !is_known(word.get_ref()));
    found.extend(unknown.map(|word| unknown_topic(word, known)));
    found
}

fn unknown_topic(word: &Spanned<String>, known: &KnownNames) -> Diagnostic {
    let words = Discipline::ALL.iter().map(|word| word.as_str());
    let words = words.chain(When::ALL.iter().map(|word| word.as_str()));
    unknown_id("topic", word, words.chain(known.routines.ids()))
        .or_help("name a discipline, a time, an audience, a condition or a routine")
}
