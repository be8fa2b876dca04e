//! The words that routines are found by, and how well a typed word matches them.

use std::collections::{BTreeSet, HashMap};

use crate::content::entry::Entry;
use crate::content::routine::Routine;
use crate::content::text::folded::{fold, is_slip};
use crate::content::vocabulary::{Audience, Discipline, When, Word as _};
use crate::plan::catalog::Catalog;
use crate::plan::catalog::row::Row;
use crate::plan::outline::Outline;
use crate::plan::place::Place;
use crate::plan::posture::Posture;
use crate::words::en::found::{ON_THE_FLOOR, position, surface, when};
use crate::words::en::home;
use crate::words::en::places;
use crate::words::en::search::{ENDINGS, PLURAL, PREGNANCY, also_when};

/// Letters from which a wrong letter is a typing error: `cold` is not `calf`, nor `skin` `shin`.
const FIRST_OTHER: usize = 5;
/// Letters up to which a typed word matches a beginning only where it matches no whole word: `car` is not `card`.
const SHORT: usize = 3;

/// The significance of a field, most significant first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    /// The words are all of a name.
    #[default]
    Whole,
    /// The title.
    Name,
    /// Another name.
    Also,
    /// When, where, for whom, what kind.
    Kind,
    /// The name of its file.
    Id,
    /// A step or what it is for.
    Step,
    /// A thing needed.
    Prop,
}

/// The kind of match of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Word,
    /// It is another form of it.
    Form,
    /// It begins so.
    Beginning,
    Slip,
}

/// The reason why something is found by a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FoundBy {
    /// The words are in its title, which is on the screen.
    Seen,
    /// When it is done.
    When(When),
    /// The place.
    Place(Place),
    /// The kind of movement.
    Discipline(Discipline),
    /// The length.
    Minutes(u32),
    /// The audience.
    For(Audience),
    /// It is made for pregnancy alone.
    Pregnancy,
    /// The name of its file.
    Id,
    /// Another name of it, by its number.
    Also(usize),
    /// The name of a step.
    Step(u32),
    /// The purpose or the instructions of a step.
    Of(u32, String),
    /// A step is done down on the floor.
    OnTheFloor(u32),
    /// A thing needed.
    Needs(String),
}

/// A text that a routine is found by.
#[derive(Clone, Debug)]
pub(crate) struct IndexField {
    pub(crate) rank: Rank,
    /// By their place among all words.
    words: Vec<u32>,
    why: FoundBy,
}

impl IndexField {
    fn has(&self, kinds: &Kinds) -> Option<(Kind, u32)> {
        let found = self.words.iter().filter_map(|&word| {
            let kind = kinds.0.get(word as usize).copied().flatten()?;
            Some((kind, word))
        });
        found.min()
    }
}

/// A word that matched.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Match<'a> {
    pub(crate) kind: Kind,
    pub(crate) field: &'a IndexField,
    word: u32,
}

/// The match of each word of the index with a typed one.
#[derive(Clone, Debug)]
pub(crate) struct Kinds(Vec<Option<Kind>>);

/// The fields of all routines of a catalog, in the order of its rows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Texts {
    /// Every word once: thousands of routines share the names of steps.
    words: Vec<String>,
    known: HashMap<String, u32>,
    pub(crate) rows: Vec<Vec<IndexField>>,
}

impl Texts {
    /// Indexes all rows.
    pub(crate) fn of(catalog: &Catalog) -> Self {
        let entries: HashMap<(&str, &str), &Entry<Routine>> = catalog
            .library()
            .routines()
            .map(|entry| ((entry.id.as_str(), entry.path.as_str()), entry))
            .collect();
        let mut texts = Self::default();
        for row in catalog.rows() {
            let entry = entries.get(&(row.id.as_str(), row.path.as_str()));
            let fields = entry.map_or_else(Vec::new, |entry| texts.fields(entry, row, catalog));
            texts.rows.push(fields);
        }
        texts
    }

    /// Returns the match of each word with a typed one; typing errors count only `with_slips`.
    pub(crate) fn kinds(&self, typed: &str, with_slips: bool) -> Kinds {
        let kinds = self.words.iter();
        let mut kinds: Vec<_> = kinds.map(|own| how(own, typed, with_slips)).collect();
        if typed.len() <= SHORT && kinds.iter().flatten().any(|kind| *kind <= Kind::Form) {
            for kind in &mut kinds {
                *kind = kind.filter(|kind| *kind <= Kind::Form);
            }
        }
        Kinds(kinds)
    }

    /// Returns the reason why a routine is found by a word, and the word that was meant where it was a slip.
    pub(crate) fn why<'a>(&'a self, found: &Match<'a>) -> (&'a FoundBy, Option<&'a str>) {
        let word = self.words.get(found.word as usize);
        let slip = word.filter(|_| found.kind == Kind::Slip);
        (&found.field.why, slip.map(String::as_str))
    }

    fn field(&mut self, rank: Rank, text: &str, why: FoundBy) -> IndexField {
        let folded = fold(text);
        let words = folded.split(' ').map(|word| {
            let next = self.words.len();
            *self.known.entry(word.to_owned()).or_insert_with(|| {
                self.words.push(word.to_owned());
                u32::try_from(next).unwrap_or(u32::MAX)
            })
        });
        IndexField {
            rank,
            words: words.collect(),
            why,
        }
    }

    /// The fields of a routine.
    fn fields(&mut self, entry: &Entry<Routine>, row: &Row, catalog: &Catalog) -> Vec<IndexField> {
        let routine = &entry.value;
        let mut fields = vec![
            self.field(Rank::Name, &routine.title, FoundBy::Seen),
            self.field(Rank::Id, &entry.id, FoundBy::Id),
        ];
        for (at, also) in routine.also.iter().enumerate() {
            fields.push(self.field(Rank::Also, also, FoundBy::Also(at)));
        }
        let when = when(routine.when);
        for words in std::iter::once(&when).chain(also_when(routine.when)) {
            fields.push(self.field(Rank::Kind, words, FoundBy::When(routine.when)));
        }
        // Who looks for the floor is not looking for what does without it.
        for &place in row.places.iter().filter(|place| **place != Place::NoFloor) {
            fields.push(self.field(Rank::Kind, places::place(place), FoundBy::Place(place)));
        }
        if let Some(kind) = routine.discipline {
            fields.push(self.field(Rank::Kind, kind.as_str(), FoundBy::Discipline(kind)));
        }
        if let Some(minutes) = routine.minutes.as_ref().map(|minutes| *minutes.get_ref()) {
            let text = home::minutes(minutes);
            fields.push(self.field(Rank::Kind, &text, FoundBy::Minutes(minutes)));
        }
        for &audience in &routine.audience {
            fields.push(self.field(Rank::Kind, audience.in_words(), FoundBy::For(audience)));
        }
        if routine.is_for_pregnancy_only() {
            fields.push(self.field(Rank::Kind, PREGNANCY, FoundBy::Pregnancy));
        }
        if entry.is_sound()
            && let preferences = catalog.whom().preferences(&entry.id)
            && let Ok(outline) = Outline::of(&entry.id, routine, catalog.library(), preferences)
        {
            self.steps(&outline, catalog, &mut fields);
        }
        for prop in &row.props {
            fields.push(self.field(Rank::Prop, prop, FoundBy::Needs(prop.clone())));
        }
        fields
    }

    fn steps(&mut self, outline: &Outline, catalog: &Catalog, fields: &mut Vec<IndexField>) {
        let mut seen = BTreeSet::new();
        for step in outline.steps() {
            let (planned, number) = (&step.planned, step.number);
            let exercise = planned
                .exercise
                .as_deref()
                .and_then(|id| catalog.library().exercise(id));
            let also = exercise.iter().flat_map(|exercise| &exercise.also);
            for text in std::iter::once(&planned.name).chain(also) {
                if seen.insert(text.clone()) {
                    fields.push(self.field(Rank::Step, text, FoundBy::Step(number)));
                }
            }
            for area in &planned.areas {
                if seen.insert(area.clone()) {
                    let why = FoundBy::Of(number, area.replace('-', " "));
                    fields.push(self.field(Rank::Step, area, why));
                }
            }
            let position = planned.position.and_then(position);
            let surface = planned.surface.and_then(surface);
            let of = |how: &'static str| (how, FoundBy::Of(number, how.to_owned()));
            let surface = if Posture::of(planned).is_on_floor() {
                Some((ON_THE_FLOOR, FoundBy::OnTheFloor(number)))
            } else {
                surface.map(of)
            };
            for (how, why) in position.map(of).into_iter().chain(surface) {
                if seen.insert(how.to_owned()) {
                    fields.push(self.field(Rank::Step, how, why));
                }
            }
        }
    }

    /// Returns whether a text is all of the title or of another name.
    pub(crate) fn is_whole(&self, text: &str, fields: &[IndexField]) -> bool {
        let mut names = fields.iter().filter(|field| field.rank <= Rank::Also);
        names.any(|field| {
            let words = text.split(' ').map(|word| self.known.get(word));
            words.eq(field.words.iter().map(Some))
        })
    }
}

/// The best match of a word.
pub(crate) fn best<'a>(kinds: &Kinds, fields: &'a [IndexField]) -> Option<Match<'a>> {
    let found = fields.iter().filter_map(|field| {
        let (kind, word) = field.has(kinds)?;
        Some(Match { kind, field, word })
    });
    found.min_by_key(|found| (found.kind == Kind::Slip, found.field.rank, found.kind))
}

/// The best field that matches all words.
pub(crate) fn together<'a>(kinds: &[Kinds], fields: &'a [IndexField]) -> Option<Vec<Match<'a>>> {
    let all = fields.iter().filter_map(|field| {
        let found = kinds.iter().map(|kinds| {
            let (kind, word) = field.has(kinds)?;
            Some(Match { kind, field, word })
        });
        found.collect::<Option<Vec<_>>>()
    });
    all.min_by_key(|found| {
        let kind = found.iter().map(|found| found.kind).max();
        let rank = found.iter().map(|found| found.field.rank).max();
        (kind == Some(Kind::Slip), rank, kind)
    })
}

/// Returns the match of a word with a typed one.
pub(crate) fn how(own: &str, typed: &str, with_slips: bool) -> Option<Kind> {
    if own == typed {
        Some(Kind::Word)
    } else if is_form(own, typed) || is_form(typed, own) {
        Some(Kind::Form)
    } else if own.starts_with(typed) {
        Some(Kind::Beginning)
    } else {
        (with_slips && is_near(typed, own)).then_some(Kind::Slip)
    }
}

/// Returns whether a word was probably meant. In a short word another letter makes another word; swapped letters, or
/// one too many, are a typing error.
fn is_near(typed: &str, own: &str) -> bool {
    let letters = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    let (one, other) = (typed.chars().count(), own.chars().count());
    let is_long = one.min(other) >= FIRST_OTHER;
    let begins_alike = || typed.chars().next() == own.chars().next();
    let is_plain = || begins_alike() && (one != other || letters(typed) == letters(own));
    is_slip(typed, own) && (is_long || is_plain())
}

/// Returns whether a typed word is another form of one: `cramps`, `swimming`.
fn is_form(own: &str, typed: &str) -> bool {
    let letters = own.chars().count();
    let Some(rest) = typed.strip_prefix(own).filter(|_| letters >= SHORT) else {
        return false;
    };
    let last = own.chars().last();
    let doubled = rest.strip_prefix(|letter| Some(letter) == last);
    rest == PLURAL
        || letters > SHORT
            && (ENDINGS.contains(&rest) || doubled.is_some_and(|rest| ENDINGS.contains(&rest)))
}
