//! `pace.toml`: how much time people need between things.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::content::breath::Breath;
use crate::content::diagnostic::Diagnostic;
use crate::content::dose::limits::PAUSE;
use crate::content::format;
use crate::content::keys::common;
use crate::content::keys::pace::KEYS;
use crate::content::toml::fields::Fields;
use crate::content::toml::key::{KeySpec, Keys, Takes};

/// The pace of a routine that names none.
pub(crate) const DEFAULT: &str = "normal";
/// The keys of the file.
const FILE_KEYS: Keys = Keys {
    what: "a pace file",
    list: &[
        common::FORMAT,
        KeySpec::plain("pace", Takes::Other, "The paces, by name."),
    ],
};
/// Those that must be there.
const TIMES: [&str; 3] = ["lead-in", "position-change", "switch"];

/// A named set of lead-in, position-change and switch times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Before each step.
    pub lead_in: Duration,
    /// Added when the position differs from the step before.
    pub(crate) position_change: Duration,
    /// Between sides.
    pub(crate) switch: Duration,
    /// One step runs into the next, as on a walk. There is nothing to get ready for, so a person's own pace does not
    /// count.
    pub(crate) runs_on: bool,
    /// A breath where breaths are counted and none is paced.
    pub(crate) breath: Breath,
}

/// A time multiplied, to the tenth of a second.
pub(crate) fn stretched(time: Duration, factor: f64) -> Duration {
    let tenths = (time.mul_f64(factor).as_secs_f64() * 10.0).round();
    Duration::from_secs_f64(tenths / 10.0)
}

impl Pace {
    /// This pace with every time multiplied, to the tenth of a second.
    #[must_use]
    pub(crate) fn times(self, factor: f64) -> Self {
        Self {
            lead_in: stretched(self.lead_in, factor),
            position_change: stretched(self.position_change, factor),
            switch: stretched(self.switch, factor),
            ..self
        }
    }

    /// This pace with at least the times of another one, unless one step runs into the next.
    #[must_use]
    pub(crate) fn at_least(self, other: Self) -> Self {
        if self.runs_on {
            return self;
        }
        Self {
            lead_in: self.lead_in.max(other.lead_in),
            position_change: self.position_change.max(other.position_change),
            switch: self.switch.max(other.switch),
            ..self
        }
    }
}

/// Reads `pace.toml`: the paces by name. One that lacks a time, or has an unreadable one, is left out.
pub fn decode(text: &str) -> (BTreeMap<String, Pace>, Vec<Diagnostic>) {
    format::decode(text, |document| {
        if format::is_newer(document) {
            return BTreeMap::new();
        }
        let fields = Fields::root(document, FILE_KEYS);
        fields.whole("format", 1..=1);
        let tables = fields.named_tables("pace").into_iter();
        let paces = tables.filter_map(|(name, table, span)| {
            let pace = decode_pace(&fields.within(table, span, KEYS))?;
            Some((name.into_inner(), pace))
        });
        paces.collect()
    })
}

fn decode_pace(fields: &Fields<'_, '_>) -> Option<Pace> {
    for key in TIMES.iter().filter(|key| !fields.has(key)) {
        fields.missing(key, &format!("{key} = \"Ns\""));
    }
    let (runs_on, breath) = (fields.flag("runs-on"), Breath::decode(fields));
    let [lead_in, position_change, switch] = TIMES.map(|key| fields.duration(key, PAUSE));
    Some(Pace {
        lead_in: lead_in?,
        position_change: position_change?,
        switch: switch?,
        runs_on,
        breath: breath.unwrap_or(Breath::UNPACED),
    })
}
