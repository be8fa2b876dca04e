//! Keys of several tables: each is declared once.

use crate::content::toml::schema::{Key, Takes};
use crate::content::vocabulary::{Discipline, Position, Surface, words};

/// The number of the format.
pub(crate) const FORMAT: Key = Key::new("format", "format = 1", Takes::Number);
/// The kind of movement.
pub(crate) const DISCIPLINE: Key = Key::new(
    "discipline",
    "discipline = \"...\"",
    Takes::Word {
        known: words::<Discipline>,
        meant: None,
    },
);
/// Other names, for the search.
pub(crate) const ALSO: Key = Key::plain("also", Takes::Lines);
/// Where the knowledge comes from.
pub(crate) const SOURCES: Key = Key::new("sources", "sources = [\"...\"]", Takes::Texts);
/// The name of an exercise or of an own step.
pub(crate) const NAME: Key = Key::plain("name", Takes::Text);
/// How the body is placed.
pub(crate) const POSITION: Key = Key::new(
    "position",
    "position = \"...\"",
    Takes::Word {
        known: words::<Position>,
        meant: None,
    },
);
/// What the body is on.
pub(crate) const SURFACE: Key = Key::new(
    "surface",
    "surface = \"...\"",
    Takes::Word {
        known: words::<Surface>,
        meant: None,
    },
);
/// What is needed.
pub(crate) const PROPS: Key = Key::new("props", "props = [\"...\"]", Takes::Texts);
/// How it is done.
pub(crate) const HOW: Key = Key::new("how", "how = [\"...\"]", Takes::Texts);
/// How it should feel.
pub(crate) const FEEL: Key = Key::plain("feel", Takes::Sentences);
/// What not to do.
pub(crate) const AVOID: Key = Key::plain("avoid", Takes::Sentences);
/// An easier exercise.
pub(crate) const EASIER: Key = Key::new("easier", "easier = \"...\"", Takes::Text);
/// A harder exercise.
pub(crate) const HARDER: Key = Key::new("harder", "harder = \"...\"", Takes::Text);
/// What could harm in it.
pub(crate) const HAZARDS: Key = Key::new("hazards", "hazards = [\"...\"]", Takes::Ids);
/// Paced breathing.
pub(crate) const BREATH: Key = Key::new("breath", "breath = { in = N, out = N }", Takes::Other);
/// Steps, or what is repeated.
pub(crate) const STEP: Key = Key::plain("step", Takes::Other);
/// The author's own words, or a note for a condition.
pub(crate) const NOTE: Key = Key::plain("note", Takes::Sentences);
/// What is said.
pub(crate) const SAY: Key = Key::plain("say", Takes::Sentences);
