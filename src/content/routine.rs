//! A routine as written: `routines/<discipline>/<id>.toml`.

use std::time::Duration;

use toml::Spanned;

use crate::content::diagnostic::Diagnostic;
use crate::content::dose::{PAUSE, Prescription};
use crate::content::step::{self, Block, Step};
use crate::content::toml::document::{self, Document};
use crate::content::toml::example;
use crate::content::toml::fields::Fields;
use crate::content::vocabulary::{Audience, Discipline, When};

/// The keys of a routine.
pub const KEYS: &[&str] = &[
    "format",
    "title",
    "about",
    "also",
    "discipline",
    "audience",
    "for",
    "when",
    "minutes",
    "pace",
    "cautions",
    "sources",
    "language",
    "instead",
    "defaults",
    "step",
];
/// The keys of its `[defaults]`.
pub const DEFAULT_KEYS: &[&str] = &["hold", "reps", "tempo", "sets", "rest", "prepare", "switch"];
const STEP: &str = "[[step]], and below it name = \"...\" and hold = \"Ns\"";
/// What the minutes of a routine may be.
pub(crate) const MINUTES: std::ops::RangeInclusive<u32> = 1..=720;
/// More unrolled steps than this are no routine.
pub(crate) const MOST_STEPS: usize = 2_000;

/// A routine as its author wrote it, with the places of what may be wrong in it.
#[derive(Clone, Debug)]
pub struct Routine {
    /// Shown in lists and above the player.
    pub title: String,
    /// A sentence or two.
    pub about: Option<String>,
    /// What else people call it, and search for.
    pub(crate) also: Vec<String>,
    /// `None` only in a broken file.
    pub discipline: Option<Discipline>,
    /// Empty: for everybody.
    pub audience: Vec<Audience>,
    /// Conditions that it was made for: others may play it, and are not offered it. Empty: for anybody.
    pub made_for: Vec<Spanned<String>>,
    /// When it belongs; `Any` when absent.
    pub when: When,
    /// What the title promises, in minutes; `None` promises nothing.
    pub minutes: Option<Spanned<u32>>,
    /// Name of a pace of `pace.toml`; `normal` when absent.
    pub(crate) pace: Option<Spanned<String>>,
    /// Shown before the start.
    pub cautions: Vec<String>,
    /// Ids of `sources.toml`, or citations in words.
    pub(crate) sources: Vec<Spanned<String>>,
    /// For these conditions the other routine is offered.
    pub instead: Vec<(Spanned<String>, Spanned<String>)>,
    /// For every step that does not say otherwise.
    pub(crate) defaults: Defaults,
    /// The steps, in order.
    pub(crate) blocks: Vec<Block>,
    /// Whether it is a bundled one.
    pub(crate) ours: bool,
}

/// `[defaults]`: for every step that does not say otherwise.
#[derive(Clone, Debug, Default)]
pub(crate) struct Defaults {
    /// The dose keys.
    pub(crate) prescription: Prescription,
    /// Before each step, instead of what the pace would give.
    pub(crate) prepare: Option<Duration>,
    /// Between sides, instead of what the pace would give.
    pub(crate) switch: Option<Duration>,
}

impl Routine {
    /// Reads a routine. What can be read comes back even when something cannot; whether it may be played is for the
    /// findings to say. `id` stands in for a title that is missing.
    pub fn decode(id: &str, text: &str) -> (Self, Vec<Diagnostic>) {
        document::decode(text, |document| {
            if document.is_newer() {
                Self::unread(id)
            } else {
                Self::walk(id, document)
            }
        })
    }

    /// A routine of which nothing could be read.
    pub(crate) fn unread(id: &str) -> Self {
        Self {
            title: id.to_owned(),
            about: None,
            discipline: None,
            also: Vec::new(),
            audience: Vec::new(),
            made_for: Vec::new(),
            when: When::Any,
            minutes: None,
            pace: None,
            cautions: Vec::new(),
            sources: Vec::new(),
            instead: Vec::new(),
            defaults: Defaults::default(),
            blocks: Vec::new(),
            ours: false,
        }
    }

    /// Whether it is for pregnant people and for nobody else.
    pub fn is_for_pregnancy_only(&self) -> bool {
        !self.audience.is_empty() && self.audience.iter().all(|one| one.is_pregnancy())
    }

    fn walk(id: &str, document: &Document<'_>) -> Self {
        let fields = Fields::root(document, "a routine", KEYS);
        let discipline = example::one_of::<Discipline>("discipline");
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
        let blocks = step::decode_list(&fields, 0);
        if fields.is_empty_list("step") {
            fields.missing("step", STEP);
        }
        if unrolled(&blocks) > MOST_STEPS {
            let message = format!("more than {MOST_STEPS} steps when rounds are written out");
            let found = Diagnostic::error(message).help("repeat less, or make two routines of it");
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
            minutes: fields.whole("minutes", MINUTES),
            pace: fields.text("pace"),
            cautions: fields.lines("cautions"),
            sources: fields.texts("sources"),
            instead: fields.pairs("instead"),
            defaults: decode_defaults(&fields),
            blocks,
            ours: false,
        }
    }

    /// The steps in order, each once however often it is repeated.
    pub fn steps(&self) -> Vec<&Step> {
        fn gather<'a>(blocks: &'a [Block], steps: &mut Vec<&'a Step>) {
            for block in blocks {
                match block {
                    Block::Step(step) => steps.push(step),
                    Block::Round(round) => gather(&round.blocks, steps),
                }
            }
        }
        let mut steps = Vec::new();
        gather(&self.blocks, &mut steps);
        steps
    }

    /// The same, to be changed.
    pub(crate) fn steps_mut(&mut self) -> Vec<&mut Step> {
        fn gather<'a>(blocks: &'a mut [Block], steps: &mut Vec<&'a mut Step>) {
            for block in blocks {
                match block {
                    Block::Step(step) => steps.push(step),
                    Block::Round(round) => gather(&mut round.blocks, steps),
                }
            }
        }
        let mut steps = Vec::new();
        gather(&mut self.blocks, &mut steps);
        steps
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
        Diagnostic::warning(format!("no language is called \"{}\"", language.get_ref()))
            .help("write its code of two or three small letters")
    } else if code != "en" {
        Diagnostic::warning("the program's own words stay English")
            .help("the language is for your own texts: they are said as they are")
    } else {
        return;
    };
    fields.report(found.at(language.span()));
}

fn decode_defaults(fields: &Fields<'_, '_>) -> Defaults {
    let Some(defaults) = fields.table("defaults", "[defaults]", DEFAULT_KEYS) else {
        return Defaults::default();
    };
    Defaults {
        prescription: Prescription::decode(&defaults),
        prepare: defaults.duration("prepare", PAUSE),
        switch: defaults.duration("switch", PAUSE),
    }
}

/// How many steps there are when rounds are written out.
pub(crate) fn unrolled(blocks: &[Block]) -> usize {
    blocks.iter().map(steps_of).fold(0, usize::saturating_add)
}

fn steps_of(block: &Block) -> usize {
    match block {
        Block::Step(_) => 1,
        Block::Round(round) => (round.repeat as usize).saturating_mul(unrolled(&round.blocks)),
    }
}
