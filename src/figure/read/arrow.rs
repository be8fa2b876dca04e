//! Reads `arrow`: `"right.knee"`, or `{ at = "right.knee", dir = 90 }`.

use std::ops::RangeInclusive;

use toml::Spanned;
use toml::de::DeValue;

use crate::content::keys::figure::ARROW_KEYS;
use crate::content::toml::fields::{Fields, unknown_word};
use crate::figure::read::aim::TURNS;
use crate::figure::read::layer::{Arrow, Sourced};
use crate::figure::words::joint::Joint;

/// Units of an arrow.
const LENGTHS: RangeInclusive<f64> = 3.0..=60.0;
const GAPS: RangeInclusive<f64> = 0.0..=40.0;

/// Reads one arrow, or a list; nothing when there is no such key.
pub(crate) fn decode(fields: &Fields<'_, '_>) -> Option<Vec<Sourced<Arrow>>> {
    let value = fields.value("arrow")?;
    let items: Vec<&Spanned<DeValue<'_>>> = match value.get_ref() {
        DeValue::Array(list) => list.iter().collect(),
        _ => vec![value],
    };
    let mut arrows = Vec::new();
    for item in items {
        let read = match item.get_ref() {
            DeValue::String(name) => {
                let typed = Spanned::new(item.span(), name.trim().to_owned());
                joint(fields, &typed).map(Arrow::Way)
            }
            DeValue::Table(table) => {
                let arrow = fields.within(table, item.span(), ARROW_KEYS);
                straight(&arrow)
            }
            _ => {
                let help = "write arrow = \"...\", or arrow = { at = \"...\", dir = N }";
                fields.wrong_type("arrow", "a place or a table", item, Some(help.to_owned()));
                None
            }
        };
        arrows.extend(read.map(|arrow| Sourced::here(arrow, item.span())));
    }
    Some(arrows)
}

fn straight(arrow: &Fields<'_, '_>) -> Option<Arrow> {
    for (key, example) in [
        ("at", "at = \"...\", a place of the body"),
        ("dir", "dir = N, in degrees"),
    ] {
        if !arrow.has(key) {
            arrow.missing(key, example);
        }
    }
    let at = arrow.text("at").and_then(|at| joint(arrow, &at));
    let direction = arrow.decimal("dir", TURNS);
    Some(Arrow::Straight {
        to: arrow.flag("to"),
        length: arrow.decimal("length", LENGTHS).unwrap_or(11.0),
        gap: arrow.decimal("gap", GAPS).unwrap_or(6.0),
        at: at?,
        direction: direction?,
    })
}

fn joint(fields: &Fields<'_, '_>, typed: &Spanned<String>) -> Option<Joint> {
    let joint = Joint::parse(typed.get_ref());
    if joint.is_none() {
        let names = Joint::names();
        fields.report(unknown_word(
            "place",
            typed,
            names.iter().map(String::as_str),
        ));
    }
    joint
}
