//! Reads a routine.

use toml::Spanned;

use crate::content::breath::Breath;
use crate::content::diagnostic::Diagnostic;
use crate::content::dose::layering::Prescription;
use crate::content::dose::limits::PAUSE;
use crate::content::format;
use crate::content::often::Often;
use crate::content::part::PartPlace;
use crate::content::round::Block;
use crate::content::round::decode::decode_list;
use crate::content::routine::{
    DEFAULT_KEYS, Defaults, KEYS, MINUTES, MOST_STEPS, Routine, steps_of, unrolled,
};
use crate::content::step::BETWEEN_KEYS;
use crate::content::step::decode::decode_step;
use crate::content::toml::document::Document;
use crate::content::toml::fields::Fields;
use crate::content::vocabulary::{RangeEnd, When};

const STEP: &str = "[[step]], and below it name = \"...\" and hold = \"Ns\"";

impl Routine {
    /// Reads a routine. What can be read comes back even when something cannot; whether it may be played is for the
    /// findings to say. `id` stands in for a title that is missing.
    pub fn decode(id: &str, text: &str) -> (Self, Vec<Diagnostic>) {
        format::decode(text, |document| {
            if format::is_newer(document) {
                Self::unread(id)
            } else {
                Self::walk(id, document)
            }
        })
    }

    fn walk(id: &str, document: &Document<'_>) -> Self {
        let fields = Fields::root(document, KEYS);
        let discipline = fields.example_with_words("discipline");
        for (key, example) in [
            ("format", "format = 1 as the first line"),
            ("title", "title = \"...\", the name of the routine"),
            ("discipline", &discipline),
            ("step", STEP),
        ] {
            if !fields.has(key) {
                fields.missing(key, example);
            }
        }
        fields.whole("format", 1..=1);
        check_language(&fields);
        let blocks = decode_list(&fields, 0);
        if fields.is_empty_list("step") {
            fields.missing("step", STEP);
        }
        if unrolled(&blocks) > MOST_STEPS {
            let message = format!("more than {MOST_STEPS} steps with every round counted");
            let found =
                Diagnostic::error(message).help("repeat less, or split it into two routines");
            let longest = blocks.iter().max_by_key(|block| steps_of(block));
            fields.report(match longest {
                Some(Block::Round(round)) => found.at(round.span.clone()),
                _ => found,
            });
        }
        Self {
            title: fields
                .called("title")
                .map_or_else(|| id.to_owned(), Spanned::into_inner),
            about: fields.text("about").map(Spanned::into_inner),
            also: fields.lines("also"),
            discipline: fields.word("discipline").map(Spanned::into_inner),
            audience: fields.words("audience"),
            made_for: fields.texts("for"),
            when: fields.word("when").map_or(When::Any, Spanned::into_inner),
            often: Often::decode(&fields),
            minutes: fields.whole("minutes", MINUTES),
            ranges: fields
                .word("ranges")
                .map_or(RangeEnd::High, Spanned::into_inner),
            uneven: fields.flag("uneven"),
            pace: fields.text("pace"),
            cautions: fields.lines("cautions"),
            sources: fields.texts("sources"),
            instead: fields.pairs("instead"),
            defaults: decode_defaults(&fields),
            between: fields
                .table("between", BETWEEN_KEYS)
                .map(|between| decode_step(&between, PartPlace::Between)),
            blocks,
            ours: false,
        }
    }
}

/// Checks the language of the routine's own texts. The program's words are English.
fn check_language(fields: &Fields<'_, '_>) {
    let Some(language) = fields.text("language") else {
        return;
    };
    let code = language.get_ref().split('-').next().unwrap_or_default();
    let is_code = matches!(code.len(), 2 | 3) && code.bytes().all(|b| b.is_ascii_lowercase());
    let found = if !is_code {
        Diagnostic::warning(format!("unknown language \"{}\"", language.get_ref()))
            .help("write its code: two or three lowercase letters")
    } else if code != "en" {
        Diagnostic::warning("the program's own words stay English")
            .help("the language is for your own texts: they are used as written")
    } else {
        return;
    };
    fields.report(found.at(language.span()));
}

fn decode_defaults(fields: &Fields<'_, '_>) -> Defaults {
    let Some(defaults) = fields.table("defaults", DEFAULT_KEYS) else {
        return Defaults::default();
    };
    Defaults {
        prescription: Prescription::decode(&defaults),
        prepare: defaults.duration("prepare", PAUSE),
        switch: defaults.duration("switch", PAUSE),
        breath: Breath::decode(&defaults),
        first: defaults.word("first").map(Spanned::into_inner),
        order: defaults.word("order").map(Spanned::into_inner),
    }
}
