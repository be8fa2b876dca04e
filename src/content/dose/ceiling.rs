//! A dose that people write as a ceiling, `"up to 15"`, or without an end: that is said by other keys.

use toml::de::DeValue;

use crate::content::diagnostic::Diagnostic;
use crate::content::dose::limits::{HOLD, REPS};
use crate::content::duration::guess::meant;
use crate::content::duration::lasting::Lasting;
use crate::content::toml::fields::Fields;

/// The beginnings of a dose that is a ceiling; the longer first.
const CEILINGS: [&str; 9] = [
    "up to ",
    "maximum ",
    "maximal ",
    "at most ",
    "max. ",
    "max ",
    "bis zu ",
    "höchstens ",
    "jusqu'à ",
];
/// The beginnings of a dose that has no end.
const ENDLESS: [&str; 7] = [
    "as many",
    "as long",
    "as much",
    "amrap",
    "until",
    "to failure",
    "to fatigue",
];

/// The rest of a text that says a ceiling: `15` of `up to 15`.
pub(crate) fn ceiling(text: &str) -> Option<&str> {
    let text = text.trim();
    let starts = |beginning: &&&str| {
        let start = text.get(..beginning.len());
        start.is_some_and(|start| start.to_lowercase() == **beginning)
    };
    let beginning = CEILINGS.iter().find(starts)?;
    text.get(beginning.len()..).map(str::trim)
}

/// Reports a dose that is written as a ceiling or without an end; returns whether it is. `dose` is the key of the dose,
/// `key` that or the side that it is for.
pub(crate) fn report_ceiling(fields: &Fields<'_, '_>, dose: &str, key: &str) -> bool {
    let (Some(text), Some(value)) = (fields.as_text(key), fields.value(key)) else {
        return false;
    };
    let is_endless = || {
        let lower = text.trim().to_lowercase();
        dose != "sets"
            && dose == key
            && ENDLESS.iter().any(|beginning| lower.starts_with(beginning))
    };
    let (message, help) = match ceiling(text).map(|text| written(dose, key, text)) {
        Some(Some(range)) if dose == "sets" => ("`sets` takes a number or a range", range),
        Some(Some(dose)) => (
            "a dose that may end early has a key of its own",
            if fields.has("up_to") {
                dose
            } else {
                format!("{dose}, and up_to = true on its own line")
            },
        ),
        None if is_endless() => (
            "a dose without an end has a key of its own",
            format!("write until = \"done\" instead of {key}: it waits for a key"),
        ),
        Some(None) | None => return false,
    };
    fields.report(Diagnostic::error(message).at(value.span()).help(help));
    true
}

/// Returns the help to write a dose of this kind for a key; `None` where the text is none.
fn written(dose: &str, key: &str, text: &str) -> Option<String> {
    let number = text.split(|c: char| !c.is_ascii_digit()).next();
    let number: Option<u32> = number.and_then(|number| number.parse().ok());
    match dose {
        "hold" => {
            let holds = Lasting {
                limits: HOLD,
                is_range: true,
            };
            let meant = meant(text);
            let taken: Vec<&String> = meant.iter().filter(|text| holds.takes(text)).collect();
            match taken[..] {
                [one] => Some(format!("write {key} = \"{one}\"")),
                [one, other] => Some(format!(
                    "write {key} = \"{one}\" for seconds or {key} = \"{other}\" for minutes"
                )),
                _ => None,
            }
        }
        "sets" => number
            .filter(|sets| *sets > 1)
            .map(|sets| format!("write {key} = \"1-{sets}\"")),
        _ => number
            .filter(|number| REPS.contains(number))
            .map(|number| format!("write {key} = {number}")),
    }
}

/// Reports a value of `up_to` that is a dose, where there is no other one; returns whether it is.
pub(crate) fn report_dose_of_up_to(fields: &Fields<'_, '_>) -> bool {
    let Some(value) = fields.value("up_to") else {
        return false;
    };
    let dose = match value.get_ref() {
        DeValue::Integer(number) => {
            let number = number.as_str();
            format!("reps = {number}, or hold = \"{number}s\"")
        }
        DeValue::String(text) => match &meant(text.trim())[..] {
            [one] => format!("hold = \"{one}\""),
            _ => return false,
        },
        _ => return false,
    };
    let message = "`up_to` is no dose: it says that the dose may end early";
    let help = format!("write up_to = true, and on its own line {dose}");
    fields.report(Diagnostic::error(message).at(value.span()).help(help));
    true
}
