//! Keys of several tables: each is declared once.

use crate::content::dose::counted;
use crate::content::dose::limits::REPEATS;
use crate::content::sides;
use crate::content::toml::schema::{KeySpec, Takes};
use crate::content::vocabulary::{Discipline, Order, Position, Side, Sides, Surface, words};

/// The number of the format.
pub(crate) const FORMAT: KeySpec = KeySpec::new("format", "format = 1", Takes::Number);
/// The kind of movement.
pub(crate) const DISCIPLINE: KeySpec = KeySpec::new(
    "discipline",
    "discipline = \"...\"",
    Takes::Word {
        known: words::<Discipline>,
        meant: None,
    },
);
/// Other names, for the search.
pub(crate) const ALSO: KeySpec = KeySpec::plain("also", Takes::Lines);
/// The sources of the knowledge.
pub(crate) const SOURCES: KeySpec = KeySpec::new("sources", "sources = [\"...\"]", Takes::Texts);
/// The name of an exercise or of an own step.
pub(crate) const NAME: KeySpec = KeySpec::plain("name", Takes::Text);
/// The position of the body.
pub(crate) const POSITION: KeySpec = KeySpec::new(
    "position",
    "position = \"...\"",
    Takes::Word {
        known: words::<Position>,
        meant: None,
    },
);
/// The surface below the body.
pub(crate) const SURFACE: KeySpec = KeySpec::new(
    "surface",
    "surface = \"...\"",
    Takes::Word {
        known: words::<Surface>,
        meant: None,
    },
);
/// The things needed.
pub(crate) const PROPS: KeySpec = KeySpec::new("props", "props = [\"...\"]", Takes::Texts);
/// The instructions.
pub(crate) const HOW: KeySpec = KeySpec::new("how", "how = [\"...\"]", Takes::Texts);
/// The sensation to look for.
pub(crate) const FEEL: KeySpec = KeySpec::plain("feel", Takes::Sentences);
/// The mistake to avoid.
pub(crate) const AVOID: KeySpec = KeySpec::plain("avoid", Takes::Sentences);
/// An easier exercise.
pub(crate) const EASIER: KeySpec = KeySpec::new("easier", "easier = \"...\"", Takes::Text);
/// A harder exercise.
pub(crate) const HARDER: KeySpec = KeySpec::new("harder", "harder = \"...\"", Takes::Text);
/// The hazards.
pub(crate) const HAZARDS: KeySpec = KeySpec::new("hazards", "hazards = [\"...\"]", Takes::Ids);
/// Paced breathing.
pub(crate) const BREATH: KeySpec =
    KeySpec::new("breath", "breath = { in = N, out = N }", Takes::Other);
/// Steps, or what is repeated.
pub(crate) const STEP: KeySpec = KeySpec::plain("step", Takes::Other);
/// The author's own words, or a note for a condition.
pub(crate) const NOTE: KeySpec = KeySpec::plain("note", Takes::Sentences);
/// The spoken text.
pub(crate) const SAY: KeySpec = KeySpec::plain("say", Takes::Sentences);
/// The key of the sides that are worked.
pub(crate) const SIDE: KeySpec = KeySpec::new(
    "side",
    "side = \"...\"",
    Takes::Word {
        known: words::<Sides>,
        meant: Some(sides::both),
    },
);
/// The key that says that sides may come out unequal.
pub(crate) const UNEVEN: KeySpec =
    KeySpec::new("uneven", "uneven = true, or uneven = false", Takes::Other);
/// The key of the side that comes first.
pub(crate) const FIRST: KeySpec = KeySpec::new(
    "first",
    "first = \"...\"",
    Takes::Word {
        known: words::<Side>,
        meant: None,
    },
);
/// The key of the order of sets and sides.
pub(crate) const ORDER: KeySpec = KeySpec::new(
    "order",
    "order = \"...\"",
    Takes::Word {
        known: words::<Order>,
        meant: None,
    },
);
/// The number of repeats.
pub(crate) const REPEAT: KeySpec = KeySpec::new("repeat", "repeat = N", counted(REPEATS));
/// The steps that are the first to go when time is short.
pub(crate) const OPTIONAL: KeySpec = KeySpec::new(
    "optional",
    "optional = true, or optional = false",
    Takes::Other,
);
