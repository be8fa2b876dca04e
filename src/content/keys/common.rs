//! Keys of several tables: each is declared once.

use crate::content::dose::counted;
use crate::content::dose::limits::REPEATS;
use crate::content::sides;
use crate::content::toml::key::{KeySpec, Takes};
use crate::content::vocabulary::{Discipline, Order, Position, Side, Sides, Surface, words};

/// The number of the format.
pub(crate) const FORMAT: KeySpec = KeySpec::new(
    "format",
    "format = 1",
    Takes::Number,
    "The number of the format; on the first line, always 1.",
);
/// The kind of movement.
pub(crate) const DISCIPLINE: KeySpec = KeySpec::new(
    "discipline",
    "discipline = \"...\"",
    Takes::Word {
        known: words::<Discipline>,
        meant: None,
    },
    "The kind of movement.",
);
/// Other names, for the search.
pub(crate) const ALSO: KeySpec =
    KeySpec::plain("also", Takes::Lines, "Other names, for the search.");
/// The sources of the knowledge.
pub(crate) const SOURCES: KeySpec = KeySpec::new(
    "sources",
    "sources = [\"...\"]",
    Takes::Texts,
    "Where it comes from: ids of `sources.toml`, or citations in words.",
);
/// The name of an exercise or of an own step.
pub(crate) const NAME: KeySpec =
    KeySpec::plain("name", Takes::Text, "The name, as it is shown and said.");
/// The position of the body.
pub(crate) const POSITION: KeySpec = KeySpec::new(
    "position",
    "position = \"...\"",
    Takes::Word {
        known: words::<Position>,
        meant: None,
    },
    "The position of the body.",
);
/// The surface below the body.
pub(crate) const SURFACE: KeySpec = KeySpec::new(
    "surface",
    "surface = \"...\"",
    Takes::Word {
        known: words::<Surface>,
        meant: None,
    },
    "What the body is on.",
);
/// The things needed.
pub(crate) const PROPS: KeySpec = KeySpec::new(
    "props",
    "props = [\"...\"]",
    Takes::Texts,
    "The things that are needed, such as a chair.",
);
/// The instructions.
pub(crate) const HOW: KeySpec = KeySpec::new(
    "how",
    "how = [\"...\"]",
    Takes::Texts,
    "How it is done, in short lines.",
);
/// The sensation to look for.
pub(crate) const FEEL: KeySpec =
    KeySpec::plain("feel", Takes::Sentences, "What to feel, and where.");
/// The mistake to avoid.
pub(crate) const AVOID: KeySpec =
    KeySpec::plain("avoid", Takes::Sentences, "The mistake to avoid.");
/// An easier exercise.
pub(crate) const EASIER: KeySpec = KeySpec::new(
    "easier",
    "easier = \"...\"",
    Takes::Text,
    "The exercise that the key `e` changes to.",
);
/// A harder exercise.
pub(crate) const HARDER: KeySpec = KeySpec::new(
    "harder",
    "harder = \"...\"",
    Takes::Text,
    "The exercise that the key `E` changes to.",
);
/// The hazards.
pub(crate) const HAZARDS: KeySpec = KeySpec::new(
    "hazards",
    "hazards = [\"...\"]",
    Takes::Ids,
    "What could harm, by the tags of `safety.toml`; an empty list says that nothing could.",
);
/// Paced breathing.
pub(crate) const BREATH: KeySpec = KeySpec::new(
    "breath",
    "breath = { in = N, out = N }",
    Takes::Other,
    "Paced breathing; `hold` and `rest` hold the breath, full and empty.",
);
/// Steps, or what is repeated.
pub(crate) const STEP: KeySpec = KeySpec::plain(
    "step",
    Takes::Other,
    "The steps, each below its own header.",
);
/// The author's own words, or a note for a condition.
pub(crate) const NOTE: KeySpec = KeySpec::plain(
    "note",
    Takes::Sentences,
    "A note of your own; that of a step is shown on the sheet.",
);
/// The spoken text.
pub(crate) const SAY: KeySpec = KeySpec::plain(
    "say",
    Takes::Sentences,
    "What is said; in a step when the work begins.",
);
/// The key of the sides that are worked.
pub(crate) const SIDE: KeySpec = KeySpec::new(
    "side",
    "side = \"...\"",
    Takes::Word {
        known: words::<Sides>,
        meant: Some(sides::both),
    },
    "The side that works; without it what the exercise says, else both at once.",
);
/// The key that says that sides may come out unequal.
pub(crate) const UNEVEN: KeySpec = KeySpec::new(
    "uneven",
    "uneven = true, or uneven = false",
    Takes::Other,
    "`true` says that one side is meant to get more than the other.",
);
/// The key of the side that comes first.
pub(crate) const FIRST: KeySpec = KeySpec::new(
    "first",
    "first = \"...\"",
    Takes::Word {
        known: words::<Side>,
        meant: None,
    },
    "The side that begins; without it the left one.",
);
/// The key of the order of sets and sides.
pub(crate) const ORDER: KeySpec = KeySpec::new(
    "order",
    "order = \"...\"",
    Takes::Word {
        known: words::<Order>,
        meant: None,
    },
    "Whether sides change within each set, or all sets of one side come first; without it `side-by-side`.",
);
/// The number of repeats.
pub(crate) const REPEAT: KeySpec = KeySpec::new(
    "repeat",
    "repeat = N",
    counted(REPEATS),
    "How often the steps below are done; without it once.",
);
/// The steps that are the first to go when time is short.
pub(crate) const OPTIONAL: KeySpec = KeySpec::new(
    "optional",
    "optional = true, or optional = false",
    Takes::Other,
    "`true` lets it go first when time is short.",
);
