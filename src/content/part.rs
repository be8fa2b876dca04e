//! A part of a routine: `part = "Warm-up"`, or `part = { name = "Warm-up", say = "Five easy minutes." }`.

use std::sync::Arc;

use toml::Spanned;

use crate::content::diagnostic::Diagnostic;
use crate::content::keys::common;
use crate::content::toml::fields::Fields;
use crate::content::toml::key::{KeySpec, Keys, Takes};
use crate::content::wording::Wording;

/// The key of a part.
pub(crate) const PART_KEY: KeySpec = KeySpec::plain(
    "part",
    Takes::Text,
    "The part of the routine that begins here. `{ name, say }` introduces it.",
);
/// The keys of a part that is written as a table.
pub(crate) const PART_KEYS: Keys = Keys {
    what: "a part",
    list: &[common::NAME, common::SAY],
};

/// A part of a routine. It begins at a step or round of the routine and lasts to the next part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RoutinePart {
    /// The name, as it is shown and said.
    pub(crate) name: String,
    /// Said after the name.
    pub(crate) say: Option<Wording>,
}

/// The place of a step, which decides whether a part can begin there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PartPlace {
    /// A step of the routine itself.
    Routine,
    /// A step of a round.
    Round,
    /// The step between all others.
    Between,
}

impl PartPlace {
    /// The message that no part can begin here, with its help; `None` where one can.
    const fn fault(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Routine => None,
            Self::Round => Some((
                "a part cannot begin inside a round",
                "move it below the [[step]] of the round: a part has whole rounds",
            )),
            Self::Between => Some((
                "a part cannot begin in [between]",
                "move it below the first [[step]] of the part",
            )),
        }
    }
}

impl RoutinePart {
    /// Reads `part` in its place. Where no part can begin it is an error.
    pub(crate) fn decode(fields: &Fields<'_, '_>, place: PartPlace) -> Option<Arc<Self>> {
        if let Some((message, help)) = place.fault().filter(|_| fields.has("part")) {
            let found = Diagnostic::error(message).at(fields.key_span("part"));
            fields.report(found.help(help));
            return None;
        }
        if !fields.is_table("part") {
            let name = fields.called("part").map(Spanned::into_inner)?;
            return Some(Arc::new(Self { name, say: None }));
        }
        let part = fields.table("part", PART_KEYS)?;
        if !part.has("name") {
            part.missing("name", "name = \"...\"");
        }
        let (name, say) = (part.called("name"), part.wording("say"));
        Some(Arc::new(Self {
            name: name?.into_inner(),
            say,
        }))
    }
}

/// Returns the part that begins at a step: its own, unless the step before is in a part of the same name.
pub(crate) fn begun<'a>(
    before: Option<&RoutinePart>,
    own: Option<&'a RoutinePart>,
) -> Option<&'a RoutinePart> {
    own.filter(|own| before.is_none_or(|before| before.name != own.name))
}
