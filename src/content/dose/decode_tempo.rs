//! Reads the time of a repetition.

use toml::de::DeValue;

use crate::content::diagnostic::Diagnostic;
use crate::content::dose::limits::{PAUSE, TEMPO};
use crate::content::dose::tempo::{PHASE_KEYS, Phases, Tempo};
use crate::content::duration;
use crate::content::text::punctuation::is_dash;
use crate::content::toml::fields::Fields;

/// Reads `tempo`: a duration, `{ out = 3, back = 5 }`, or four numbers in the order of doing, `"2-0-5-0"`.
pub(crate) fn tempo(fields: &Fields<'_, '_>) -> Option<Tempo> {
    let phases = if fields.is_table("tempo") {
        phases(fields)?
    } else if let Some(phases) = fields.as_text("tempo").and_then(four) {
        phases
    } else if report_miscounted(fields) {
        return None;
    } else {
        return fields.duration("tempo", TEMPO).map(Tempo::Whole);
    };
    if TEMPO.contains(&phases.length()) {
        return Some(Tempo::Phases(phases));
    }
    let limits = [TEMPO.start(), TEMPO.end()].map(|&end| duration::written(end));
    let message = format!(
        "the parts of `tempo` must last from {} to {} together",
        limits[0], limits[1]
    );
    fields.report(Diagnostic::error(message).at(fields.key_span("tempo")));
    None
}

/// The phases of a table; `None` where one cannot be read or has an unknown name.
fn phases(fields: &Fields<'_, '_>) -> Option<Phases> {
    let tempo = fields.table("tempo", PHASE_KEYS)?;
    let time = |key| match tempo.duration(key, PAUSE) {
        None if tempo.has(key) => None,
        time => Some(time.unwrap_or_default()),
    };
    let (out, hold, back, rest) = (time("out"), time("hold"), time("back"), time("rest"));
    if tempo.has_misnamed() {
        return None;
    }
    Some(Phases {
        out: out?,
        hold: hold?,
        back: back?,
        rest: rest?,
    })
}

/// `2-0-5-0`: out, hold, back and rest in seconds.
fn four(text: &str) -> Option<Phases> {
    let &[out, hold, back, rest] = &*duration::split_seconds(text)? else {
        return None;
    };
    Some(Phases {
        out,
        hold,
        back,
        rest,
    })
}

/// Reports a tempo of numbers that are not four, or not written as four; of two it may be a range.
fn report_miscounted(fields: &Fields<'_, '_>) -> bool {
    let Some(value) = fields.value("tempo") else {
        return false;
    };
    let numbers = numbers(value.get_ref());
    let written = numbers.join("-");
    let (message, help) = match numbers.len() {
        0..=2 => return false,
        3 => (
            "`tempo` in numbers has four of them",
            format!("out, hold, back and rest: write tempo = \"{written}-N\""),
        ),
        4 => (
            "`tempo` in numbers has dashes between them",
            format!("write tempo = \"{written}\": out, hold, back and rest"),
        ),
        _ => (
            "`tempo` in numbers has four of them",
            "out, hold, back and rest: delete the others".to_owned(),
        ),
    };
    fields.report(Diagnostic::error(message).at(value.span()).help(help));
    true
}

/// The numbers of seconds that a value consists of: of a list, between dividers, or the four digits of `3010`. None where
/// there is anything else in it.
fn numbers(value: &DeValue<'_>) -> Vec<String> {
    let numbers: Vec<String> = match value {
        DeValue::Array(list) => {
            let items = list.iter().map(|item| match item.get_ref() {
                DeValue::Integer(number) => number.as_str().to_owned(),
                DeValue::Float(number) => number.as_str().to_owned(),
                other => other.as_str().unwrap_or_default().to_owned(),
            });
            items.collect()
        }
        DeValue::Integer(number) => digits(number.as_str()),
        DeValue::String(text) => Some(digits(text.trim()))
            .filter(|digits| !digits.is_empty())
            .unwrap_or_else(|| divided(text.trim())),
        _ => Vec::new(),
    };
    let is_time = |number: &String| duration::read(&format!("{number}s")).is_some();
    if numbers.iter().all(is_time) {
        numbers
    } else {
        Vec::new()
    }
}

/// The parts of a text between its dividers. A comma is one where there is no other, else it is decimal.
fn divided(text: &str) -> Vec<String> {
    let is_divider =
        |letter: char| is_dash(letter) || letter.is_whitespace() || "/:;".contains(letter);
    let parts: Vec<&str> = if text.contains(is_divider) {
        text.split(is_divider).collect()
    } else {
        text.split([',', '.']).collect()
    };
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    let parts = parts.map(|part| part.strip_suffix('s').unwrap_or(part).replace(',', "."));
    parts.collect()
}

/// Each of four digits, as lifters write a tempo.
fn digits(text: &str) -> Vec<String> {
    let is_tempo = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let digits = text.chars().filter(|_| is_tempo);
    digits.map(String::from).collect()
}
