//! Reads `props`: `"chair"`, or `{ wall = "hands" }`.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::content::diagnostic::Diagnostic;
use crate::content::toml::fields::{Fields, unknown_word};
use crate::content::vocabulary::Word;
use crate::figure::read::layer::Sourced;
use crate::figure::words::prop::{PillowAt, Prop, WallAt};
use crate::figure::words::side::Side;

/// More things than these hide the body.
const MOST_PROPS: usize = 12;

/// Reads `props`; nothing when there is no such key.
pub(crate) fn decode(fields: &Fields<'_, '_>) -> Option<Vec<Sourced<Prop>>> {
    let value = fields.value("props")?;
    let DeValue::Array(list) = value.get_ref() else {
        let help = "write props = [\"...\"], or props = [{ wall = \"...\" }]";
        fields.wrong_type("props", "a list", value, Some(help.to_owned()));
        return None;
    };
    if list.len() > MOST_PROPS {
        let found = format!("a figure can have at most {MOST_PROPS} props");
        let found = Diagnostic::error(found).at(value.span());
        fields.report(found.help("remove some: there is no room to draw them"));
    }
    let props = list.iter().take(MOST_PROPS).filter_map(|item| {
        let prop = match item.get_ref() {
            DeValue::String(name) => plain(fields, name, item),
            DeValue::Table(table) => placed(fields, table, item),
            _ => {
                let expected = "a list of things";
                let help = "write props = [\"...\"], or props = [{ wall = \"...\" }]";
                fields.wrong_type("props", expected, item, Some(help.to_owned()));
                None
            }
        }?;
        Some(Sourced::here(prop, item.span()))
    });
    Some(props.collect())
}

/// A thing by its name alone.
fn plain(fields: &Fields<'_, '_>, name: &str, item: &Spanned<DeValue<'_>>) -> Option<Prop> {
    let prop = match name {
        "wall" => Prop::Wall(WallAt::Hands),
        "chair" => Prop::Chair(None),
        "counter" => Prop::Counter,
        "pillow" => Prop::Pillow(PillowAt::Head),
        "step" => Prop::Step,
        "strap" => Prop::Strap(Side::Right),
        "water" => Prop::Water,
        "rail" => Prop::Rail,
        "noodle" => Prop::Noodle,
        "mat-top" => Prop::MatTop,
        "bed-top" => Prop::BedTop,
        _ => {
            fields.report(unknown_prop(name, item.span()));
            return None;
        }
    };
    Some(prop)
}

/// A thing with its place.
fn placed(
    fields: &Fields<'_, '_>,
    table: &DeTable<'_>,
    item: &Spanned<DeValue<'_>>,
) -> Option<Prop> {
    let mut entries = table.iter();
    let (Some((key, value)), None) = (entries.next(), entries.next()) else {
        let found = Diagnostic::error("a prop is one thing with its place");
        let help = "write { wall = \"...\" }, and another { ... } for another thing";
        fields.report(found.at(item.span()).help(help));
        return None;
    };
    let name: &str = key.get_ref();
    let DeValue::String(place) = value.get_ref() else {
        let known = ["wall", "chair", "pillow", "strap"].contains(&name);
        if known {
            let help = format!("write {{ {name} = \"...\" }}");
            fields.wrong_type(name, "the name of a place", value, Some(help));
        } else {
            fields.report(unknown_prop(name, key.span()));
        }
        return None;
    };
    let typed = Spanned::new(value.span(), place.trim().to_owned());
    match name {
        "wall" => word(fields, &typed).map(Prop::Wall),
        "chair" => word(fields, &typed).map(|at| Prop::Chair(Some(at))),
        "pillow" => word(fields, &typed).map(Prop::Pillow),
        "strap" => word(fields, &typed).map(Prop::Strap),
        _ if Prop::NAMES.contains(&name) => {
            let found = Diagnostic::error(format!("a {name} takes no place"));
            let help = format!("write \"{name}\" instead of {{ {name} = ... }}");
            fields.report(found.at(item.span()).help(help));
            None
        }
        _ => {
            fields.report(unknown_prop(name, key.span()));
            None
        }
    }
}

fn word<W: Word>(fields: &Fields<'_, '_>, typed: &Spanned<String>) -> Option<W> {
    let word = W::parse(typed.get_ref());
    if word.is_none() {
        let known = W::ALL.iter().map(|word| word.as_str());
        fields.report(unknown_word(W::WHAT, typed, known));
    }
    word
}

fn unknown_prop(name: &str, span: Range<usize>) -> Diagnostic {
    let typed = Spanned::new(span, name.to_owned());
    unknown_word("prop", &typed, Prop::NAMES.into_iter())
}
