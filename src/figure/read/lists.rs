//! Reads lists of words, each with the words that it may hold.

use crate::content::toml::fields::{Fields, unknown_word};
use crate::content::vocabulary::Word;
use crate::figure::read::layer::Sourced;
use crate::figure::words::contact::Touch;
use crate::figure::words::kept::{Kept, parse_kept};
use crate::figure::words::part::{Part, PartGroup, parse_part};
use crate::figure::words::side::{Side, Sided};

/// Reads groups: `["left.arm", "head"]`.
pub(crate) fn groups(fields: &Fields<'_, '_>, key: &str) -> Option<Vec<PartGroup>> {
    list(fields, key, PartGroup::parse, group_words)
}

/// Reads parts of the body: `["chest", "left.calf"]`.
pub(crate) fn parts(fields: &Fields<'_, '_>, key: &str) -> Option<Vec<Sided<Part>>> {
    list(fields, key, parse_part, part_words)
}

/// Reads hands and feet: `["hands", "left.foot"]`.
pub(crate) fn kept(fields: &Fields<'_, '_>, key: &str) -> Option<Vec<Sided<Kept>>> {
    list(fields, key, parse_kept, kept_words)
}

/// Reads feet: `["feet"]`, `["left.foot"]`.
pub(crate) fn feet(fields: &Fields<'_, '_>, key: &str) -> Option<Vec<Sided<Kept>>> {
    list(fields, key, parse_foot, foot_words)
}

/// Reads what must lie on the surface: `["hips", "left.knee"]`.
pub(crate) fn touches(fields: &Fields<'_, '_>, key: &str) -> Option<Vec<Sourced<Touch>>> {
    fields.value(key)?;
    let mut read = Vec::new();
    for typed in fields.texts(key) {
        if let Some(place) = Touch::parse(typed.get_ref()) {
            read.push(Sourced::here(place, typed.span()));
        } else {
            let known = Touch::ALL.iter().map(|word| word.as_str());
            fields.report(unknown_word(Touch::WHAT, &typed, known));
        }
    }
    Some(read)
}

/// A list of words, each read by `parse`.
fn list<T>(
    fields: &Fields<'_, '_>,
    key: &str,
    parse: impl Fn(&str) -> Option<T>,
    known: fn() -> Vec<String>,
) -> Option<Vec<T>> {
    fields.value(key)?;
    let mut read = Vec::new();
    for typed in fields.texts(key) {
        if let Some(word) = parse(typed.get_ref()) {
            read.push(word);
        } else {
            let known = known();
            let known = known.iter().map(String::as_str);
            fields.report(unknown_word(&format!("word in {key}"), &typed, known));
        }
    }
    Some(read)
}

fn parse_foot(text: &str) -> Option<Sided<Kept>> {
    match text {
        "foot" => Some((None, Kept::Foot)),
        _ => parse_kept(text).filter(|(_, what)| *what == Kept::Foot),
    }
}

fn words(list: &[&str]) -> Vec<String> {
    list.iter().map(|&word| word.to_owned()).collect()
}

fn kept_words() -> Vec<String> {
    words(&[
        "hands",
        "feet",
        "left.hand",
        "right.hand",
        "left.foot",
        "right.foot",
    ])
}

fn foot_words() -> Vec<String> {
    words(&["feet", "left.foot", "right.foot"])
}

fn group_words() -> Vec<String> {
    PartGroup::ALL
        .iter()
        .map(|(_, name)| (*name).to_owned())
        .collect()
}

/// `chest`, `calf`, `left.calf`, `right.calf`.
fn part_words() -> Vec<String> {
    Part::ALL
        .iter()
        .flat_map(|part| {
            let name = part.as_str();
            let mut names = vec![name.to_owned()];
            if !part.is_middle() {
                names.extend(Side::BOTH.map(|side| format!("{}.{name}", side.as_str())));
            }
            names
        })
        .collect()
}
