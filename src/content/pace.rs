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

impl Pace {
    /// The same with every time multiplied, to the tenth of a second.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        let times = |time: Duration| {
            let tenths = (time.mul_f64(factor).as_secs_f64() * 10.0).round();
            Duration::from_secs_f64(tenths / 10.0)
        };
        Self {
            lead_in: times(self.lead_in),
            position_change: times(self.position_change),
            switch: times(self.switch),
        }
    }
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
