//! `pace.toml`: how much time people need between things.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::content::diagnostic::Diagnostic;
use crate::content::document;
use crate::content::dose::PAUSE;
use crate::content::fields::Fields;

/// The pace of a routine that names none.
pub const DEFAULT: &str = "normal";
/// The keys of a pace.
pub const KEYS: &[&str] = &["lead-in", "position-change", "switch"];

/// A named set of lead-in, position-change and switch times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Before each step.
    pub lead_in: Duration,
    /// Added when the position differs from the step before.
    pub position_change: Duration,
    /// Between sides.
    pub switch: Duration,
}

/// Reads `pace.toml`.
pub fn decode(text: &str) -> (BTreeMap<String, Pace>, Vec<Diagnostic>) {
    document::decode(text, |document| {
        let mut paces = BTreeMap::new();
        if !document.is_newer() {
            let fields = Fields::root(document, "a pace file", &["format", "pace"]);
            fields.whole("format", 1..=1);
            for (name, table, span) in fields.named_tables("pace") {
                let pace = fields.within(table, span, "a pace", KEYS);
                for key in KEYS.iter().filter(|key| !pace.has(key)) {
                    pace.missing(key, &format!("{key} = \"8s\""));
                }
                let read = |key| pace.duration(key, PAUSE);
                if let (Some(lead_in), Some(position_change), Some(switch)) =
                    (read(KEYS[0]), read(KEYS[1]), read(KEYS[2]))
                {
                    paces.insert(
                        name.into_inner(),
                        Pace {
                            lead_in,
                            position_change,
                            switch,
                        },
                    );
                }
            }
        }
        paces
    })
}
