//! Reads an exercise.

use toml::Spanned;

use crate::content::breath::Breath;
use crate::content::diagnostic::Diagnostic;
use crate::content::dose::layering::Prescription;
use crate::content::dose::limits::PAUSE;
use crate::content::dose::{self};
use crate::content::exercise::{Exercise, KEYS, SWITCH_KEYS, Switch};
use crate::content::figures::Written;
use crate::content::format;
use crate::content::toml::document::Document;
use crate::content::toml::fields::Fields;
use crate::content::vocabulary::{AREAS, Discipline, Intensity, PROPS, Sides};

impl Exercise {
    /// Reads an exercise. What can be read comes back even when something cannot. `id` stands in for a missing name.
    pub fn decode(id: &str, text: &str) -> (Self, Vec<Diagnostic>) {
        format::decode(text, |document| {
            if format::is_newer(document) {
                Self::walk(id, &format::parse(""))
            } else {
                Self::walk(id, document)
            }
        })
    }

    fn walk(id: &str, document: &Document<'_>) -> Self {
        let fields = Fields::root(document, KEYS);
        let discipline = fields.example_with_words("discipline");
        let position = fields.example_with_words("position");
        let position = format!("{position}; the safety rules need it");
        for (key, example) in [
            ("name", "name = \"...\", the name of the exercise"),
            ("discipline", &discipline),
            ("position", &position),
        ] {
            if !fields.has(key) {
                fields.missing(key, example);
            }
        }
        fields.whole("format", 1..=1);
        let prescription = fields
            .table("dose", dose::KEYS)
            .map_or_else(Prescription::default, |dose| Prescription::decode(&dose));
        // Nothing asks for it yet, but a mistake in it is said.
        fields.word::<Discipline>("discipline");
        Self {
            name: fields
                .called("name")
                .map_or_else(|| id.to_owned(), Spanned::into_inner),
            also: fields.lines("also"),
            position: fields.word("position").map(Spanned::into_inner),
            replaced_positions: Vec::new(),
            surface: fields.word("surface").map(Spanned::into_inner),
            sides: decode_sides(&fields),
            limb: fields.word("limb").map(Spanned::into_inner),
            intensity: fields
                .word("intensity")
                .map_or(Intensity::Low, Spanned::into_inner),
            props: fields.open_words("props", PROPS),
            areas: fields.open_words("areas", AREAS),
            how: fields.wordings("how"),
            feel: fields.wording("feel"),
            avoid: fields.wording("avoid"),
            easier: fields.text("easier"),
            harder: fields.text("harder"),
            hazards: fields.texts("hazards"),
            known: fields.has("hazards"),
            altered: false,
            substitutes: fields.pairs("substitutes"),
            sources: fields.texts("sources"),
            prescription,
            switch: decode_switch(&fields),
            breath: Breath::decode(&fields),
            figure: kept_figure(&fields, document),
            sample: fields.flag("sample"),
        }
    }
}

fn decode_sides(fields: &Fields<'_, '_>) -> Sides {
    match (fields.flag("unilateral"), fields.flag("alternating")) {
        (true, true) => {
            let found = Diagnostic::error("an exercise is unilateral or alternating, not both");
            fields.report(
                found
                    .at(fields.key_span("alternating"))
                    .related(fields.key_span("unilateral"), "one side, then the other")
                    .help("alternating is for reps that change sides each time"),
            );
            Sides::Each
        }
        (true, false) => Sides::Each,
        (false, true) => Sides::Alternating,
        (false, false) => Sides::Both,
    }
}

/// `switch = "15s"`, or `switch = { usual = "15s", pregnant = "20s" }`.
fn decode_switch(fields: &Fields<'_, '_>) -> Option<Switch> {
    if !fields.is_table("switch") {
        let both = fields.duration("switch", PAUSE)?;
        return Some(Switch {
            usual: both,
            pregnant: both,
        });
    }
    let switch = fields.table("switch", SWITCH_KEYS)?;
    for key in SWITCH_KEYS.names().filter(|key| !switch.has(key)) {
        switch.missing(key, &format!("{key} = \"Ns\""));
    }
    let read = |key| switch.duration(key, PAUSE);
    let (usual, pregnant) = (read("usual"), read("pregnant"));
    Some(Switch {
        usual: usual.or(pregnant)?,
        pregnant: pregnant.or(usual)?,
    })
}

/// Keeps the figure as written, even if it is not a table: a faulty figure costs only the figure. A file that is broken
/// as TOML is to be fixed first.
fn kept_figure(fields: &Fields<'_, '_>, document: &Document<'_>) -> Option<Written> {
    fields.value("figure")?;
    (!document.is_broken_somewhere()).then(|| Written::of(document.text()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_is_marked_and_nothing_else_is_one() {
        let head = "name = \"A\"\ndiscipline = \"yoga\"\nposition = \"standing\"\n";
        let read = |line: &str| Exercise::decode("a", &format!("{head}{line}"));
        let is_sample = |line| (read(line).0.sample, read(line).1.len());
        assert_eq!(is_sample(""), (false, 0));
        assert_eq!(is_sample("sample = false\n"), (false, 0));
        assert_eq!(is_sample("sample = true\n"), (true, 0));
        assert_eq!(is_sample("sample = 5\n").1, 1, "it is said");
    }
}
