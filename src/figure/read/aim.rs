//! Reads where a segment points: an angle, or for a hand the thing that it is on.

use std::ops::RangeInclusive;

use toml::Spanned;
use toml::de::DeValue;

use crate::content::diagnostic::Diagnostic;
use crate::content::toml::fields::{Fields, unknown_word};
use crate::content::vocabulary::Word;
use crate::figure::read::layer::{Aim, Angle, Sourced};
use crate::figure::words::contact::{Contact, Hold};
use crate::figure::words::joint::Joint;
use crate::figure::words::segment::Limb;

/// Degrees on the page; more than once round is a slip.
pub(crate) const TURNS: RangeInclusive<f64> = -360.0..=360.0;
/// Degrees out of the page.
const OUT: RangeInclusive<f64> = -90.0..=90.0;

/// Reads a segment of a limb.
pub(crate) fn aim(fields: &Fields<'_, '_>, segment: Limb) -> Option<Sourced<Aim>> {
    let key = segment.as_str();
    let is_contact = matches!(fields.value(key)?.get_ref(), DeValue::String(_));
    if segment == Limb::Hand && is_contact {
        let typed = fields.text(key)?;
        let contact = contact(fields, &typed)?;
        return Some(Sourced::here(Aim::Contact(contact), typed.span()));
    }
    let angle = angle(fields, key)?;
    Some(Sourced {
        value: Aim::Angle(angle.value),
        span: angle.span,
    })
}

fn contact(fields: &Fields<'_, '_>, typed: &Spanned<String>) -> Option<Contact> {
    let contact = Hold::parse(typed.get_ref())
        .map(Contact::Hold)
        .or_else(|| Joint::parse(typed.get_ref()).map(Contact::Body));
    if contact.is_none() {
        let places = Joint::names();
        let holds = Hold::ALL.iter().map(|hold| hold.as_str());
        let known = holds.chain(places.iter().map(String::as_str));
        fields.report(unknown_word("contact", typed, known));
    }
    contact
}

/// Reads degrees: `-90`, or `[-90, 20]`.
pub(crate) fn angle(fields: &Fields<'_, '_>, key: &str) -> Option<Sourced<Angle>> {
    let value = fields.value(key)?;
    let Some((at, toward)) = degrees(value.get_ref()) else {
        no_degrees(fields, key, value);
        return None;
    };
    for (degrees, allowed, what) in [(at, TURNS, ""), (toward, OUT, " towards the viewer")] {
        if !allowed.contains(&degrees) {
            let (least, most) = allowed.into_inner();
            let message = format!("`{key}` must be from {least} to {most} degrees{what}");
            fields.report(Diagnostic::error(message).at(value.span()));
            return None;
        }
    }
    Some(Sourced::here(Angle { at, toward }, value.span()))
}

/// Degrees on the page and out of it.
fn degrees(value: &DeValue<'_>) -> Option<(f64, f64)> {
    match value {
        DeValue::Array(list) if list.len() == 2 => {
            Some((number(list[0].get_ref())?, number(list[1].get_ref())?))
        }
        other => Some((number(other)?, 0.0)),
    }
}

fn no_degrees(fields: &Fields<'_, '_>, key: &str, value: &Spanned<DeValue<'_>>) {
    let help = format!("write {key} = N, or {key} = [N, N], the second towards the viewer");
    let expected = "degrees, or two numbers in a list";
    if matches!(value.get_ref(), DeValue::Array(_)) {
        let meaning = "how far it turns and how far it comes forward";
        let message = format!("`{key}` must be {expected}: {meaning}");
        fields.report(Diagnostic::error(message).at(value.span()).help(help));
    } else {
        fields.wrong_type(key, expected, value, Some(help));
    }
}

fn number(value: &DeValue<'_>) -> Option<f64> {
    match value {
        DeValue::Integer(number) => {
            // A number that does not fit is none of degrees either.
            let whole = i32::from_str_radix(number.as_str(), number.radix());
            Some(whole.map_or(f64::MAX, f64::from))
        }
        DeValue::Float(number) => number.as_str().parse().ok(),
        _ => None,
    }
}
