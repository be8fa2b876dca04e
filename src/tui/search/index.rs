//! What routines are found by, and how well words stand in it.

use std::collections::BTreeSet;

use crate::content::entry::Entry;
use crate::content::folded::{fold, is_slip};
use crate::content::routine::Routine;
use crate::content::text::printable;
use crate::content::vocabulary::{When, Word as _};
use crate::plan::outline::Outline;
use crate::tui::shelf::{Row, Shelf};

/// How much it says that a word stands there; the lower, the more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// The words are what it is called, or what people call it.
    #[default]
    Whole,
    /// It is called so.
    Name,
    /// People call it so too.
    Also,
    /// When, where, for whom, what kind.
    Kind,
    /// The name of its file.
    Id,
    /// A step or what it is for.
    Step,
    /// What is needed.
    Prop,
}

/// How a word stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Word,
    /// It begins so, or is another form of it.
    Beginning,
    Slip,
}

/// Something that a routine is found by.
#[derive(Clone, Debug)]
pub(super) struct Field {
    pub(super) rank: Rank,
    words: Vec<String>,
    /// Why it is found, for people; empty for what can be seen.
    pub(super) why: String,
}

/// Where a word stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Match<'a> {
    pub(super) kind: Kind,
    pub(super) field: &'a Field,
    /// The word itself.
    pub(super) word: &'a str,
}

/// Where each of the words stands best; `None` where one stands nowhere.
pub(super) fn all_in<'a>(words: &[String], fields: &'a [Field]) -> Option<Vec<Match<'a>>> {
    let best = |word: &String| {
        let found = fields
            .iter()
            .flat_map(|field| field.words.iter().map(move |own| (own, field)));
        let found = found.filter_map(|(own, field)| {
            let kind = how(own, word)?;
            Some(Match {
                kind,
                field,
                word: own,
            })
        });
        found.min_by_key(|found| (found.kind == Kind::Slip, found.field.rank, found.kind))
    };
    words.iter().map(best).collect()
}

/// Whether a text is what a routine is called, or one of its other names.
pub(super) fn is_whole(text: &str, fields: &[Field]) -> bool {
    let names = fields.iter().filter(|field| field.rank <= Rank::Also);
    let mut names = names.map(|field| field.words.join(" "));
    names.any(|name| name == text)
}

fn how(own: &str, typed: &str) -> Option<Kind> {
    if own == typed {
        Some(Kind::Word)
    } else if own.starts_with(typed) || is_form(own, typed) {
        Some(Kind::Beginning)
    } else {
        is_slip(typed, own).then_some(Kind::Slip)
    }
}

/// Whether a typed word is another form of one: `cramps`, `swimming`.
fn is_form(own: &str, typed: &str) -> bool {
    const ENDINGS: &[&str] = &["s", "es", "ing", "ed", "er", "ers"];
    let Some(rest) = typed.strip_prefix(own).filter(|_| own.len() >= 4) else {
        return false;
    };
    let last = own.chars().last();
    let doubled = rest.strip_prefix(|letter| Some(letter) == last);
    ENDINGS.contains(&rest) || doubled.is_some_and(|rest| ENDINGS.contains(&rest))
}

/// What a routine is found by.
pub(super) fn fields(entry: &Entry<Routine>, row: &Row, shelf: &Shelf) -> Vec<Field> {
    let field = |rank, text: &str, why: String| Field {
        rank,
        words: fold(text).split(' ').map(str::to_owned).collect(),
        why,
    };
    let routine = &entry.value;
    let mut fields = vec![
        field(Rank::Name, &routine.title, String::new()),
        field(
            Rank::Id,
            &entry.id,
            format!("called {}", printable(&entry.id)),
        ),
    ];
    for also in &routine.also {
        fields.push(field(
            Rank::Also,
            also,
            format!("also \"{}\"", printable(also)),
        ));
    }
    let when = when_words(routine.when);
    for words in std::iter::once(&when).chain(also_when(routine.when)) {
        fields.push(field(Rank::Kind, words, when.to_owned()));
    }
    for place in &row.places {
        fields.push(field(Rank::Kind, place.words(), place.words().to_owned()));
    }
    if let Some(kind) = routine.discipline {
        fields.push(field(Rank::Kind, kind.as_str(), kind.as_str().to_owned()));
    }
    for audience in &routine.audience {
        let words = audience.in_words();
        fields.push(field(Rank::Kind, words, format!("for {words}")));
    }
    let outline = entry
        .is_sound()
        .then(|| Outline::of(&entry.id, routine, shelf.library()).ok());
    let mut seen = BTreeSet::new();
    for step in outline.iter().flatten().flat_map(Outline::steps) {
        let planned = &step.planned;
        let exercise = planned
            .exercise
            .as_deref()
            .and_then(|id| shelf.library().exercise(id));
        let also = exercise.iter().flat_map(|exercise| &exercise.also);
        for text in std::iter::once(&planned.name).chain(also) {
            if seen.insert(text.clone()) {
                fields.push(field(Rank::Step, text, format!("step {}", step.number)));
            }
        }
        for area in &planned.areas {
            if seen.insert(area.clone()) {
                let why = format!(
                    "{}: step {}",
                    printable(area).replace('-', " "),
                    step.number
                );
                fields.push(field(Rank::Step, area, why));
            }
        }
    }
    for prop in &row.props {
        fields.push(field(
            Rank::Prop,
            prop,
            format!("needs {}", printable(prop)),
        ));
    }
    fields
}

/// When a routine belongs, as people say it.
pub(super) const fn when_words(when: When) -> &'static str {
    match when {
        When::Morning => "for the morning",
        When::MorningOrAfternoon => "for morning or afternoon",
        When::Daytime => "for the day",
        When::DaytimeOrAfterDinner => "for the day or after dinner",
        When::Desk => "at a desk",
        When::Travel => "for travelling",
        When::EarlyEvening => "for the early evening",
        When::Evening => "for the evening",
        When::Bedtime => "for bedtime",
        When::MiddleOfTheNight => "for the night",
        When::Any => "for any time",
    }
}

/// What else people say for it.
const fn also_when(when: When) -> &'static [&'static str] {
    match when {
        When::Morning => &["wake up", "getting up"],
        When::MorningOrAfternoon | When::Daytime | When::DaytimeOrAfterDinner => &["daytime"],
        When::Desk => &["desk work", "office", "computer"],
        When::Travel => &[
            "plane",
            "aeroplane",
            "airplane",
            "flight",
            "flying",
            "train",
            "bus",
            "coach",
            "car",
            "journey",
            "cinema",
        ],
        When::EarlyEvening | When::Evening => &["sofa", "television", "tv"],
        When::Bedtime => &["before bed", "before sleep", "going to sleep", "evening"],
        When::MiddleOfTheNight | When::Any => &[],
    }
}
