//! `evidence.toml`: what is known, how sure it is, and the sentence that may be said about it.

use toml::Spanned;

use crate::content::diagnostic::Diagnostic;
use crate::content::format;
use crate::content::keys::common;
use crate::content::routine::Routine;
use crate::content::toml::fields::Fields;
use crate::content::toml::key::{KeySpec, Keys, Takes};
use crate::content::vocabulary::Word as _;

/// The keys of the file.
const FILE_KEYS: Keys = Keys {
    what: "an evidence file",
    list: &[
        common::FORMAT,
        KeySpec::plain("evidence", Takes::Other, "The pieces of evidence, by id."),
    ],
};
/// The keys of a piece of evidence.
const KEYS: Keys = Keys {
    what: "a piece of evidence",
    list: &[
        KeySpec::plain("topic", Takes::Text, "The question."),
        KeySpec::plain("found", Takes::Text, "The answer of the studies."),
        KeySpec::plain("strength", Takes::Text, "How certain it is, in words."),
        common::SOURCES,
        KeySpec::plain(
            "searched",
            Takes::Text,
            "When studies were last searched for.",
        ),
        KeySpec::plain(
            "say",
            Takes::Text,
            "The plain sentence that people read; without it nothing is said.",
        ),
        KeySpec::new(
            "about",
            "about = [\"...\"]",
            Takes::Texts,
            "The routines, kinds, times and conditions that it is shown with.",
        ),
    ],
};

/// A finding of research, with its strength and its sources.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// The certainty, in words.
    pub strength: String,
    /// The ids of its sources.
    pub(crate) sources: Vec<Spanned<String>>,
    /// When it was last searched for, as written.
    pub(crate) searched: Option<String>,
    /// The honest plain sentence; without one it is never said to a person.
    pub say: Option<String>,
    /// The subjects of the sentence: disciplines, times, ids of routines, audiences, conditions.
    pub(crate) about: Vec<Spanned<String>>,
}

impl Evidence {
    /// Returns whether the sentence belongs to a routine: by its id, discipline or time, or because all of its
    /// audiences are named.
    pub(crate) fn belongs_to(&self, id: &str, routine: &Routine) -> bool {
        let names = |word: &str| self.about.iter().any(|about| about.get_ref() == word);
        names(id)
            || routine
                .discipline
                .is_some_and(|discipline| names(discipline.as_str()))
            || names(routine.when.as_str())
            || (!routine.audience.is_empty()
                && routine
                    .audience
                    .iter()
                    .all(|audience| names(audience.as_str())))
    }
}

/// Reads `evidence.toml`: each piece with its id, in the order of the file.
pub fn decode(text: &str) -> (Vec<(String, Evidence)>, Vec<Diagnostic>) {
    format::decode(text, |document| {
        if format::is_newer(document) {
            return Vec::new();
        }
        let fields = Fields::root(document, FILE_KEYS);
        fields.whole("format", 1..=1);
        let tables = fields.named_tables("evidence").into_iter();
        let pieces = tables.map(|(id, table, span)| {
            let piece = fields.within(table, span, KEYS);
            (id.into_inner(), decode_piece(&piece))
        });
        pieces.collect()
    })
}

fn decode_piece(fields: &Fields<'_, '_>) -> Evidence {
    let needed = ["topic", "found", "strength"];
    for key in needed.into_iter().filter(|key| !fields.has(key)) {
        fields.missing(key, &format!("{key} = \"...\""));
    }
    // Checked only: they are there for readers of the file.
    for key in ["topic", "found"] {
        fields.text(key);
    }
    let text = |key| fields.text(key).map(Spanned::into_inner);
    Evidence {
        strength: text("strength").unwrap_or_default(),
        sources: fields.texts("sources"),
        searched: text("searched"),
        say: text("say"),
        about: fields.texts("about"),
    }
}
