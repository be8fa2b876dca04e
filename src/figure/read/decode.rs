//! From the tables of a figure to layers. Faults of the words and numbers are found here, with their places.

use std::ops::RangeInclusive;

use toml::Spanned;

use crate::content::diagnostic::Diagnostic;
use crate::content::figures::decode::TablePart as Table;
use crate::content::keys::figure::{FRAME_KEYS, LEFT_KEYS, RIGHT_KEYS};
use crate::content::toml::fields::{Fields, unknown_word};
use crate::content::toml::key::Keys;
use crate::content::vocabulary::Word;
use crate::figure::read::aim::{TURNS, aim, angle};
use crate::figure::read::layer::{FigureLayer, Sourced};
use crate::figure::read::{arrow, lists, prop};
use crate::figure::words::joint::{Joint, Spot};
use crate::figure::words::kept::Anchor;
use crate::figure::words::segment::{Limb, Trunk};
use crate::figure::words::side::Side;

/// Seconds of a loop, and of its parts.
const PERIODS: RangeInclusive<f64> = 0.2..=60.0;
const PARTS: RangeInclusive<f64> = 0.0..=60.0;
/// A loop of more keyframes than this is no figure.
const MOST_FRAMES: usize = 12;

/// Reads the table of a figure or of a base.
pub(crate) fn decode(table: &Table<'_, '_>, keys: Keys) -> FigureLayer {
    let fields = table.fields(keys);
    let mut layer = posture(&fields);
    layer.base = fields.text("base").map(given);
    layer.view = fields.word("view").map(Spanned::into_inner);
    layer.on = fields.word("on").map(Spanned::into_inner);
    layer.props = prop::decode(&fields);
    layer.anchor = anchor(&fields);
    layer.keep = lists::kept(&fields, "keep");
    layer.alternate = fields.has("alternate").then(|| fields.flag("alternate"));
    layer.period = fields.decimal("period", PERIODS);
    layer.ease = fields.word("ease").map(Spanned::into_inner);
    layer.arrow = arrow::decode(&fields);
    layer.focus = lists::parts(&fields, "focus");
    layer.frames = frames(&fields);
    layer
}

/// Decodes the keys that a figure, a base and a keyframe share.
fn posture(fields: &Fields<'_, '_>) -> FigureLayer {
    let mut layer = FigureLayer {
        span: Some(fields.span()),
        rest: fields.word("rest").map(Spanned::into_inner),
        pelvis: fields.decimal("pelvis", TURNS),
        twist: fields.decimal("twist", TURNS),
        face: angle(fields, "face").map(|given| given.value),
        touch: lists::touches(fields, "touch"),
        hide: lists::groups(fields, "hide"),
        order: lists::groups(fields, "order"),
        front: lists::groups(fields, "front"),
        air: lists::feet(fields, "air"),
        highlight: lists::parts(fields, "highlight"),
        ..FigureLayer::default()
    };
    for &segment in Trunk::ALL {
        if let Some(angle) = angle(fields, segment.as_str()) {
            layer.set_trunk(segment, angle);
        }
    }
    limbs(fields, &Side::BOTH, &mut layer);
    for side in Side::BOTH {
        let keys = match side {
            Side::Left => LEFT_KEYS,
            Side::Right => RIGHT_KEYS,
        };
        if let Some(own) = fields.table(side.as_str(), keys) {
            limbs(&own, &[side], &mut layer);
        }
    }
    layer
}

fn limbs(fields: &Fields<'_, '_>, sides: &[Side], layer: &mut FigureLayer) {
    for &segment in Limb::ALL {
        if let Some(aim) = aim(fields, segment) {
            for &side in sides {
                layer.set_limb(side, segment, aim.clone());
            }
        }
    }
    if let Some(elbow) = fields.text("elbow") {
        if elbow.get_ref() == "flip" {
            for &side in sides {
                layer.flip[side as usize] = Some(true);
            }
        } else {
            fields.report(unknown_word("bend", &elbow, std::iter::once("flip")));
        }
    }
}

fn anchor(fields: &Fields<'_, '_>) -> Option<Anchor> {
    let typed = fields.text("anchor")?;
    let anchor = Anchor::parse(typed.get_ref());
    if anchor.is_none() {
        let names = places();
        fields.report(unknown_word(
            "place",
            &typed,
            names.iter().map(String::as_str),
        ));
    }
    anchor
}

/// Places of the body, and those of both sides by one name.
fn places() -> Vec<String> {
    let both = Spot::ALL.iter().map(|spot| spot.as_str().to_owned());
    both.chain(Joint::names()).collect()
}

fn frames(fields: &Fields<'_, '_>) -> Option<Vec<FigureLayer>> {
    fields.value("frames")?;
    let tables = fields.tables("frames");
    if tables.len() > MOST_FRAMES {
        let message = format!("a figure can have at most {MOST_FRAMES} frames");
        fields.report(Diagnostic::error(message).at(tables[MOST_FRAMES].1.clone()));
    }
    let read = tables
        .into_iter()
        .take(MOST_FRAMES)
        .map(|(table, span)| {
            let frame = fields.within(table, span, FRAME_KEYS);
            let mut layer = posture(&frame);
            layer.moving = frame.decimal("move", PARTS);
            layer.hold = frame.decimal("hold", PARTS);
            layer
        })
        .collect();
    Some(read)
}

fn given<T>(spanned: Spanned<T>) -> Sourced<T> {
    let span = spanned.span();
    Sourced::here(spanned.into_inner(), span)
}
