//! Reads the dose keys of a table.

use toml::Spanned;

use crate::content::diagnostic::Diagnostic;
use crate::content::dose::{Dose, HOLD, PAUSE, Prescription, REPS, SETS, TEMPO};
use crate::content::toml::fields::Fields;

/// The keys that name a dose; one of them at most.
const KINDS: [&str; 3] = ["hold", "reps", "until"];

impl Prescription {
    /// Reads the dose keys of a table; two doses are an error.
    pub(crate) fn decode(fields: &Fields<'_, '_>) -> Self {
        let written: Vec<&str> = KINDS.into_iter().filter(|key| fields.has(key)).collect();
        if let [first, second, ..] = written[..] {
            fields.report(
                Diagnostic::error(format!("two doses: `{first}` and `{second}`"))
                    .at(fields.key_span(second))
                    .related(fields.key_span(first), "the first one")
                    .help("keep one: hold is a time, reps are counted, until waits for a key"),
            );
        }
        let hold = fields.duration_range("hold", &HOLD).map(Dose::Hold);
        let reps = fields.whole_range("reps", &REPS).map(Dose::Reps);
        let done = fields.text("until").and_then(|until| {
            if until.get_ref() == "done" {
                return Some(Dose::Done);
            }
            let help = "write until = \"done\"; for a time use hold = \"Ns\"";
            fields.report(
                Diagnostic::error("`until` can only be \"done\"")
                    .at(until.span())
                    .help(help),
            );
            None
        });
        let dose = hold.or(reps).or(done);
        let is_absent = written.is_empty()
            && !fields.is_disturbed()
            && !KINDS.iter().any(|key| fields.is_meant(key));
        let span = written
            .first()
            .map(|key| fields.key_span(key))
            .unwrap_or_default();
        let prescription = Self {
            unreadable: dose.is_none() && !is_absent,
            dose: dose.map(|dose| Spanned::new(span, dose)),
            tempo: fields.duration("tempo", TEMPO),
            sets: fields.whole("sets", SETS).map(Spanned::into_inner),
            rest: fields.duration("rest", PAUSE),
        };
        prescription.report_idle_keys(fields);
        prescription
    }

    /// Keys that say nothing beside this dose.
    fn report_idle_keys(&self, fields: &Fields<'_, '_>) {
        let idle: &[&str] = match self.dose.as_ref().map(Spanned::get_ref) {
            Some(Dose::Hold(_)) => &["tempo"],
            Some(Dose::Done) => &["tempo", "sets", "rest", "side", "switch", "breath", "cues"],
            _ => &[],
        };
        for key in idle.iter().filter(|key| fields.has(key)) {
            let found =
                Diagnostic::warning(format!("`{key}` has no effect here")).at(fields.key_span(key));
            fields.report(found.help(if *key == "tempo" {
                "a tempo is for reps only: delete it"
            } else {
                "a step with until = \"done\" only waits for a key: delete it"
            }));
        }
    }
}
