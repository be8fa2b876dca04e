//! From the tables of a figure to layers. Faults of the words and numbers are found here, with their places.

use std::ops::{Range, RangeInclusive};

use toml::Spanned;
use toml::de::DeValue;

use crate::content::diagnostic::Diagnostic;
use crate::content::figures::Part as Table;
use crate::content::toml::fields::{Fields, unknown_word};
use crate::content::vocabulary::Word;
use crate::figure::read::decode_prop;
use crate::figure::read::layer::{Aim, Angle, Arrow, Given, Layer};
use crate::figure::words::contact::{Contact, Hold, Touch};
use crate::figure::words::joint::Joint;
use crate::figure::words::kept::{Anchor, Kept, parse_kept};
use crate::figure::words::part::{Group, Part, parse_part};
use crate::figure::words::prop::Prop;
use crate::figure::words::segment::{Limb, Trunk};
use crate::figure::words::side::{Side, Sided};

/// The keys of a figure and of a base.
pub const KEYS: &[&str] = &[
    "base",
    "view",
    "on",
    "rest",
    "torso",
    "waist",
    "chest",
    "head",
    "arm",
    "forearm",
    "hand",
    "thigh",
    "shin",
    "foot",
    "elbow",
    "left",
    "right",
    "pelvis",
    "twist",
    "face",
    "touch",
    "hide",
    "order",
    "front",
    "air",
    "highlight",
    "props",
    "anchor",
    "keep",
    "alternate",
    "period",
    "ease",
    "arrow",
    "focus",
    "frames",
];
/// The keys of a keyframe.
pub const FRAME_KEYS: &[&str] = &[
    "rest",
    "torso",
    "waist",
    "chest",
    "head",
    "arm",
    "forearm",
    "hand",
    "thigh",
    "shin",
    "foot",
    "elbow",
    "left",
    "right",
    "pelvis",
    "twist",
    "face",
    "touch",
    "hide",
    "order",
    "front",
    "air",
    "highlight",
    "move",
    "hold",
];
/// The keys of `left` and `right`.
pub(crate) const SIDE_KEYS: &[&str] = &["arm", "forearm", "hand", "thigh", "shin", "foot", "elbow"];
const ARROW_KEYS: &[&str] = &["at", "dir", "to", "length", "gap"];

/// Degrees on the page; more than once round is a slip.
const TURNS: RangeInclusive<f64> = -360.0..=360.0;
/// Degrees out of the page.
const OUT: RangeInclusive<f64> = -90.0..=90.0;
/// Seconds of a loop, and of its parts.
const PERIODS: RangeInclusive<f64> = 0.2..=60.0;
const PARTS: RangeInclusive<f64> = 0.0..=60.0;
/// Units of an arrow.
const LENGTHS: RangeInclusive<f64> = 3.0..=60.0;
const GAPS: RangeInclusive<f64> = 0.0..=40.0;
/// A loop of more keyframes than this is no figure.
const MOST_FRAMES: usize = 12;

/// Reads the table of a figure or of a base.
pub(crate) fn decode(table: &Table<'_, '_>, what: &'static str) -> Layer {
    let fields = table.fields(what, KEYS);
    let mut layer = posture(&fields);
    layer.base = fields.text("base").map(given);
    layer.view = fields.word("view").map(Spanned::into_inner);
    layer.on = fields.word("on").map(Spanned::into_inner);
    layer.props = decode_prop::decode(&fields);
    layer.anchor = anchor(&fields);
    layer.keep = list(&fields, "keep", parse_kept, kept_words);
    layer.alternate = fields.has("alternate").then(|| fields.flag("alternate"));
    layer.period = fields.decimal("period", PERIODS);
    layer.ease = fields.word("ease").map(Spanned::into_inner);
    layer.arrow = arrows(&fields);
    layer.focus = list(&fields, "focus", parse_part, part_words);
    layer.frames = frames(&fields);
    layer
}

/// What a figure, a base and a keyframe have in common.
fn posture(fields: &Fields<'_, '_>) -> Layer {
    let mut layer = Layer {
        span: Some(fields.span()),
        rest: fields.word("rest").map(Spanned::into_inner),
        pelvis: fields.decimal("pelvis", TURNS),
        twist: fields.decimal("twist", TURNS),
        face: angle(fields, "face").map(|given| given.value),
        touch: touch(fields),
        hide: list(fields, "hide", Group::parse, group_words),
        order: list(fields, "order", Group::parse, group_words),
        front: list(fields, "front", Group::parse, group_words),
        air: list(fields, "air", parse_foot, foot_words),
        highlight: list(fields, "highlight", parse_part, part_words),
        ..Layer::default()
    };
    for &segment in Trunk::ALL {
        if let Some(angle) = angle(fields, segment.as_str()) {
            layer.set_trunk(segment, angle);
        }
    }
    limbs(fields, &Side::BOTH, &mut layer);
    for side in Side::BOTH {
        let what = match side {
            Side::Left => "the left side",
            Side::Right => "the right side",
        };
        if let Some(own) = fields.table(side.as_str(), what, SIDE_KEYS) {
            limbs(&own, &[side], &mut layer);
        }
    }
    layer
}

fn limbs(fields: &Fields<'_, '_>, sides: &[Side], layer: &mut Layer) {
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

fn aim(fields: &Fields<'_, '_>, segment: Limb) -> Option<Given<Aim>> {
    let key = segment.as_str();
    let is_contact = matches!(fields.value(key)?.get_ref(), DeValue::String(_));
    if segment == Limb::Hand && is_contact {
        let typed = fields.text(key)?;
        let contact = Hold::parse(typed.get_ref())
            .map(Contact::Hold)
            .or_else(|| Joint::parse(typed.get_ref()).map(Contact::Body));
        if contact.is_none() {
            let places = Joint::names();
            let holds = Hold::ALL.iter().map(|hold| hold.as_str());
            let known = holds.chain(places.iter().map(String::as_str));
            fields.report(unknown_word("contact", &typed, known));
        }
        return Some(Given::here(Aim::Contact(contact?), typed.span()));
    }
    let angle = angle(fields, key)?;
    Some(Given {
        value: Aim::Angle(angle.value),
        span: angle.span,
    })
}

/// `-90`, or `[-90, 20]`.
fn angle(fields: &Fields<'_, '_>, key: &str) -> Option<Given<Angle>> {
    let value = fields.value(key)?;
    let numbers = match value.get_ref() {
        DeValue::Array(list) if list.len() == 2 => list
            .iter()
            .map(|item| number(item.get_ref()))
            .collect::<Option<Vec<f64>>>(),
        other => number(other).map(|at| vec![at]),
    };
    let Some(numbers) = numbers else {
        let help = format!("write {key} = N, or {key} = [N, N], the second towards the viewer");
        let expected = "degrees, or two numbers in a list";
        if matches!(value.get_ref(), DeValue::Array(_)) {
            let meaning = "how far it turns and how far it comes forward";
            let message = format!("`{key}` must be {expected}: {meaning}");
            fields.report(Diagnostic::error(message).at(value.span()).help(help));
        } else {
            fields.wrong_type(key, expected, value, Some(help));
        }
        return None;
    };
    let (at, toward) = (numbers[0], numbers.get(1).copied().unwrap_or(0.0));
    for (degrees, allowed, what) in [(at, TURNS, ""), (toward, OUT, " towards the viewer")] {
        if !allowed.contains(&degrees) {
            let (least, most) = allowed.into_inner();
            let message = format!("`{key}` must be from {least} to {most} degrees{what}");
            fields.report(Diagnostic::error(message).at(value.span()));
            return None;
        }
    }
    Some(Given::here(Angle { at, toward }, value.span()))
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

fn touch(fields: &Fields<'_, '_>) -> Option<Vec<Given<Touch>>> {
    fields.value("touch")?;
    let mut read = Vec::new();
    for typed in fields.texts("touch") {
        if let Some(place) = Touch::parse(typed.get_ref()) {
            read.push(Given::here(place, typed.span()));
        } else {
            let known = Touch::ALL.iter().map(|word| word.as_str());
            fields.report(unknown_word(Touch::WHAT, &typed, known));
        }
    }
    Some(read)
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
    use crate::figure::words::joint::Spot;
    let both = Spot::ALL.iter().map(|spot| spot.as_str().to_owned());
    both.chain(Joint::names()).collect()
}

/// One arrow, or a list.
fn arrows(fields: &Fields<'_, '_>) -> Option<Vec<Given<Arrow>>> {
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
                let arrow = fields.within(table, item.span(), "an arrow", ARROW_KEYS);
                straight(&arrow)
            }
            _ => {
                let help = "write arrow = \"...\", or arrow = { at = \"...\", dir = N }";
                fields.wrong_type("arrow", "a place or a table", item, Some(help.to_owned()));
                None
            }
        };
        arrows.extend(read.map(|arrow| Given::here(arrow, item.span())));
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
    Some(Arrow::Straight {
        to: arrow.flag("to"),
        length: arrow.decimal("length", LENGTHS).unwrap_or(11.0),
        gap: arrow.decimal("gap", GAPS).unwrap_or(6.0),
        at: joint(arrow, &arrow.text("at")?)?,
        direction: arrow.decimal("dir", TURNS)?,
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

fn frames(fields: &Fields<'_, '_>) -> Option<Vec<Layer>> {
    fields.value("frames")?;
    let tables = fields.tables("frames");
    if tables.len() > MOST_FRAMES {
        let message = format!("a figure has {MOST_FRAMES} frames at most");
        fields.report(Diagnostic::error(message).at(tables[MOST_FRAMES].1.clone()));
    }
    let read = tables
        .into_iter()
        .take(MOST_FRAMES)
        .map(|(table, span)| {
            let frame = fields.within(table, span, "a frame", FRAME_KEYS);
            let mut layer = posture(&frame);
            layer.moving = frame.decimal("move", PARTS);
            layer.hold = frame.decimal("hold", PARTS);
            layer
        })
        .collect();
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
    Group::ALL
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

fn given<T>(spanned: Spanned<T>) -> Given<T> {
    let span = spanned.span();
    Given::here(spanned.into_inner(), span)
}

/// The finding for a thing in the picture that there is not.
pub(crate) fn unknown_prop(name: &str, span: Range<usize>) -> Diagnostic {
    let typed = Spanned::new(span, name.to_owned());
    unknown_word("prop", &typed, Prop::NAMES.into_iter())
}
