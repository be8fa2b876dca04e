//! Values of a dose that other keys say: `3x10` for sets and repetitions, breaths or repetitions for a hold.

use crate::content::diagnostic::Diagnostic;
use crate::content::dose::KINDS;
use crate::content::dose::limits::{HOLD, REPS, SETS};
use crate::content::duration::guess::meant;
use crate::content::duration::lasting::Lasting;
use crate::content::toml::fields::Fields;

/// Reports a value that says more than its key, or what another key says; returns whether it does.
pub(crate) fn report_of_other_keys(fields: &Fields<'_, '_>, key: &str) -> bool {
    let (Some(text), Some(value)) = (fields.as_text(key), fields.value(key)) else {
        return false;
    };
    let text = text.to_lowercase();
    let found = match product(&text).and_then(|(dose, sets)| Some((written(key, dose)?, sets))) {
        Some((dose, sets)) if key == "sets" => Some((
            "`sets` is how often the dose is done",
            if KINDS.iter().any(|kind| fields.has(kind)) {
                format!("write sets = {sets}")
            } else {
                format!("write sets = {sets}, and {dose} on its own line")
            },
        )),
        Some((dose, sets)) => Some((
            "how often the dose is done has a key of its own",
            if fields.has("sets") {
                format!("write {dose}")
            } else {
                format!("write {dose}, and sets = {sets} on its own line")
            },
        )),
        None => other_kind(key, &text).map(|dose| {
            (
                "another key says this",
                format!("write {dose} instead of {key}"),
            )
        }),
    };
    let Some((message, help)) = found else {
        return false;
    };
    fields.report(Diagnostic::error(message).at(value.span()).help(help));
    true
}

/// True if the dose stands in `sets` by mistake: then none is missing.
pub(crate) fn is_dose_in_sets(fields: &Fields<'_, '_>) -> bool {
    let sets = fields.as_text("sets").map(str::to_lowercase);
    sets.is_some_and(|sets| product(&sets).is_some())
}

/// The dose and the sets of `3x10`, `3 x 30s`, `15s x 5` or `3 sets of 10`. Of two plain numbers the smaller one is the
/// sets.
fn product(text: &str) -> Option<(&str, u32)> {
    let (one, other) = text
        .split_once(" sets of ")
        .or_else(|| text.split_once(['x', '×', '*']))?;
    let (one, other) = (one.trim(), other.trim());
    let number = |text: &str| text.parse::<u32>().ok();
    match (number(one), number(other)) {
        (Some(one_number), Some(other_number)) if one_number > other_number => {
            Some((one, other_number))
        }
        (Some(sets), _) if !other.is_empty() => Some((other, sets)),
        (None, Some(sets)) => Some((one, sets)),
        _ => None,
    }
    .filter(|(_, sets)| SETS.contains(sets))
}

/// Returns the key and the value of a dose: repetitions where it has no unit, unless the key says another one.
fn written(key: &str, dose: &str) -> Option<String> {
    let counted = |key| {
        let number = dose.parse::<u32>().ok();
        let number = number.filter(|number| REPS.contains(number));
        number.map(|number| format!("{key} = {number}"))
    };
    match key {
        "hold" => hold(dose),
        "breaths" => counted("breaths"),
        _ => counted("reps").or_else(|| hold(dose)),
    }
}

/// A hold, where the text says one and no more than one.
fn hold(text: &str) -> Option<String> {
    let holds = Lasting {
        limits: HOLD,
        is_range: true,
    };
    match &meant(text)[..] {
        [one] if holds.takes(one) => Some(format!("hold = \"{one}\"")),
        _ => None,
    }
}

/// The dose of another kind that a text says: `5 breaths` or `10 times` for a hold, `30s` for repetitions.
fn other_kind(key: &str, text: &str) -> Option<String> {
    if key != "hold" {
        let is_counted = matches!(key, "reps" | "breaths");
        return is_counted.then(|| hold(text)).flatten();
    }
    let end = text.find(|c: char| !c.is_ascii_digit())?;
    let (number, unit) = text.split_at(end);
    let number = number.parse::<u32>().ok();
    let number = number.filter(|number| REPS.contains(number))?;
    match unit.trim() {
        "breath" | "breaths" => Some(format!("breaths = {number}")),
        "x" | "times" | "reps" | "rep" | "repetitions" => Some(format!("reps = {number}")),
        _ => None,
    }
}
