//! Reads the dose keys of a table.

use toml::Spanned;

use crate::content::diagnostic::Diagnostic;
use crate::content::dose::ceiling::{report_ceiling, report_dose_of_up_to};
use crate::content::dose::decode_tempo::tempo;
use crate::content::dose::layering::Prescription;
use crate::content::dose::limits::{HOLD, PAUSE, REPS, SETS};
use crate::content::dose::of_other_keys::{is_dose_in_sets, report_of_other_keys};
use crate::content::dose::sided::{SIDED_KEYS, Sided};
use crate::content::dose::tempo::Tempo;
use crate::content::dose::{Dose, KINDS};
use crate::content::duration::Range;
use crate::content::toml::fields::Fields;
use crate::content::vocabulary::{Sides, Word as _};

impl Prescription {
    /// Reads the dose keys of a table; two doses are an error.
    pub(crate) fn decode(fields: &Fields<'_, '_>) -> Self {
        let written: Vec<&str> = KINDS.into_iter().filter(|key| fields.has(key)).collect();
        report_two_doses(fields, &written);
        let hold = sided(fields, "hold", |fields, key| {
            fields.duration_range(key, &HOLD)
        });
        let reps = sided(fields, "reps", |fields, key| fields.whole_range(key, &REPS));
        let breaths = sided(fields, "breaths", |fields, key| {
            fields.whole_range(key, &REPS)
        });
        let dose = match (hold, reps) {
            (Some(hold), Some(reps)) => Some(
                reps.zip(hold)
                    .map(|(reps, hold)| Dose::HeldReps(reps, hold)),
            ),
            // Of a pair of which one cannot be read, the other one is not meant alone.
            (Some(_), None) if fields.has("reps") => None,
            (None, Some(_)) if fields.has("hold") => None,
            (Some(hold), None) => Some(hold.map(Dose::Hold)),
            (None, Some(reps)) => Some(reps.map(Dose::Reps)),
            (None, None) => breaths.map(|breaths| breaths.map(Dose::Breaths)),
        };
        let dose = dose.or_else(|| until(fields));
        let is_dose_of_up_to = written.is_empty() && report_dose_of_up_to(fields);
        let is_absent = written.is_empty()
            && !is_dose_of_up_to
            && !is_dose_in_sets(fields)
            && !fields.is_disturbed()
            && !fields.is_misspelt()
            && !KINDS.iter().any(|key| fields.is_meant(key));
        let span = written
            .first()
            .map(|key| fields.key_span(key))
            .unwrap_or_default();
        let prescription = Self {
            unreadable: dose.is_none() && !is_absent,
            dose: dose.map(|dose| Spanned::new(span, dose)),
            tempo: tempo(fields),
            sets: sided(fields, "sets", |fields, key| fields.whole_range(key, &SETS)),
            rest: fields.duration("rest", PAUSE),
            up_to: (!is_dose_of_up_to)
                .then(|| fields.answer("up_to"))
                .flatten(),
        };
        prescription.report_idle_keys(fields);
        prescription.report_sides(fields);
        prescription
    }

    /// Keys that say nothing beside this dose.
    fn report_idle_keys(&self, fields: &Fields<'_, '_>) {
        let dose = self.dose.as_ref().map(|dose| dose.get_ref().left);
        let idle: &[(&str, &str)] = match dose {
            Some(Dose::Hold(_)) => &[("tempo", "a tempo is for reps only: delete it")],
            Some(Dose::Breaths(_)) => &[(
                "tempo",
                "a breath takes as long as `breath` says: delete it",
            )],
            Some(Dose::Done) => {
                let help = "a step with until = \"done\" only waits for a key: delete it";
                &[
                    ("tempo", help),
                    ("breath", help),
                    ("cues", help),
                    ("up_to", "until = \"done\" has no end of its own: delete it"),
                ]
            }
            Some(Dose::Reps(_) | Dose::HeldReps(..)) | None => &[],
        };
        for (key, help) in idle.iter().filter(|(key, _)| fields.has(key)) {
            let found =
                Diagnostic::warning(format!("`{key}` has no effect here")).at(fields.key_span(key));
            fields.report(found.help(*help));
        }
        if let (Some(Dose::HeldReps(..)), Some(Tempo::Phases(phases))) = (dose, self.tempo)
            && !phases.hold.is_zero()
        {
            let found = Diagnostic::error("two holds: `hold`, and the hold of `tempo`")
                .at(fields.key_span("tempo"))
                .related(fields.key_span("hold"), "the first one")
                .help("keep one of them");
            fields.report(found);
        }
    }

    /// Reports doses that do not go with the sides: what differs from side to side is for both, one after the other, and
    /// one hold after the other does not alternate as repetitions do.
    fn report_sides(&self, fields: &Fields<'_, '_>) {
        let Some(side) = fields.as_text("side").and_then(Sides::parse) else {
            return;
        };
        let dose = self.dose.as_ref().map(|dose| dose.get_ref().left);
        let sets = self.sets.filter(|sets| sets.left.upper > 1);
        let (message, help) = match (side, dose, sets) {
            (Sides::Both | Sides::Left | Sides::Right | Sides::Alternating, ..)
                if self.is_unequal() =>
            {
                let message = "a value for the left and one for the right mean each side";
                (message, "write side = \"each\", or delete side".to_owned())
            }
            (Sides::Alternating, Some(Dose::Hold(_)), Some(sets)) => {
                let sets = as_count(sets.left);
                let help = format!(
                    "write reps = {sets} instead of sets = {sets}: repetitions that are held change sides"
                );
                ("sets of a hold do not alternate", help)
            }
            _ => return,
        };
        let found = Diagnostic::error(message).at(fields.key_span("side"));
        fields.report(found.help(help));
    }
}

/// A count as it stands in a file: `5`, or `"3-5"`.
fn as_count(count: Range<u32>) -> String {
    if count.is_one() {
        count.lower.to_string()
    } else {
        format!("\"{}-{}\"", count.lower, count.upper)
    }
}

fn report_two_doses(fields: &Fields<'_, '_>, written: &[&str]) {
    let two = match *written {
        ["hold", "reps"] => None,
        ["hold", "reps", third, ..] => Some(("hold", third)),
        [first, second, ..] => Some((first, second)),
        _ => None,
    };
    if let Some((first, second)) = two {
        let help = "keep one: hold is a time, reps and breaths are counted, until waits for a key; hold and reps together are repetitions that are held";
        fields.report(
            Diagnostic::error(format!("two doses: `{first}` and `{second}`"))
                .at(fields.key_span(second))
                .related(fields.key_span(first), "the first one")
                .help(help),
        );
    }
}

fn until(fields: &Fields<'_, '_>) -> Option<Sided<Dose>> {
    let until = fields.text("until")?;
    if until.get_ref() == "done" {
        return Some(Sided::both(Dose::Done));
    }
    let help = "write until = \"done\"; for a time use hold = \"Ns\"";
    let found = Diagnostic::error("`until` can only be \"done\"").at(until.span());
    fields.report(found.help(help));
    None
}

/// A value, or one for each side: `{ left = ..., right = ... }`.
fn sided<T: Copy + PartialEq>(
    fields: &Fields<'_, '_>,
    key: &'static str,
    read: impl Fn(&Fields<'_, '_>, &str) -> Option<Range<T>>,
) -> Option<Sided<Range<T>>> {
    if !fields.is_table(key) {
        return if report_ceiling(fields, key, key) || report_of_other_keys(fields, key) {
            None
        } else {
            read(fields, key).map(Sided::both)
        };
    }
    let sides = fields.table(key, SIDED_KEYS)?;
    let only = SIDED_KEYS
        .names()
        .find(|side| sides.has(side))
        .unwrap_or("...");
    for side in SIDED_KEYS.names().filter(|side| !sides.has(side)) {
        let example = format!("{side} = ..., or write side = \"{only}\" for one side only");
        sides.missing(side, &example);
    }
    let read = |side| {
        let is_ceiling = report_ceiling(&sides, key, side);
        (!is_ceiling).then(|| read(&sides, side)).flatten()
    };
    let (left, right) = (read("left"), read("right"));
    Some(Sided {
        left: left?,
        right: right?,
    })
}
