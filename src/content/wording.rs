//! Texts that may name the side that is worked: `{side}` is "left", `{limb}` "left leg", `{other}` "right leg", and `{{`
//! is a brace.

use std::borrow::Cow;
use std::ops::Range;

use crate::content::diagnostic::Diagnostic;
use crate::content::text::alike::did_you_mean;

/// A placeholder in a text for the side that is worked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// `left`
    Side,
    /// `left leg`
    Limb,
    /// `right leg`
    Other,
}

/// All slots as they are written.
const SLOTS: [(&str, Slot); 3] = [
    ("{side}", Slot::Side),
    ("{limb}", Slot::Limb),
    ("{other}", Slot::Other),
];

/// A line of an exercise or a step. The text shown depends on the side that is worked.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Wording(String);

/// A stretch of a text.
enum Part<'a> {
    /// Shown as it is.
    Plain(&'a str),
    /// A side is put in.
    Slot(Slot),
    /// A brace that begins no slot, up to its closing brace.
    Unknown(&'a str),
}

impl Wording {
    /// A text as it is written in a file.
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text with its braces.
    pub fn as_written(&self) -> &str {
        &self.0
    }

    /// The text, and another one behind it.
    pub(crate) fn before(&self, other: Option<&Self>) -> Self {
        let texts = std::iter::once(self).chain(other);
        let texts: Vec<&str> = texts.map(Self::as_written).collect();
        Self(texts.join(" "))
    }

    /// Returns whether it says which side is meant.
    pub(crate) fn names_a_side(&self) -> bool {
        parts(&self.0).any(|part| matches!(part, Part::Slot(_)))
    }

    /// The text with the slots filled.
    pub fn filled<'a>(&'a self, fill: impl Fn(Slot) -> Cow<'a, str>) -> Cow<'a, str> {
        if !self.0.contains('{') {
            return Cow::Borrowed(&self.0);
        }
        let parts = parts(&self.0).map(|part| match part {
            Part::Plain(text) | Part::Unknown(text) => Cow::Borrowed(text),
            Part::Slot(slot) => fill(slot),
        });
        Cow::Owned(parts.collect())
    }
}

/// The findings about the braces of a text that stands at `place`.
pub(crate) fn faults(text: &str, place: &Range<usize>) -> Vec<Diagnostic> {
    let unknown = parts(text).filter_map(|part| match part {
        Part::Unknown(braced) => Some(braced),
        Part::Plain(_) | Part::Slot(_) => None,
    });
    unknown.map(|braced| fault(braced, place.clone())).collect()
}

fn fault(braced: &str, place: Range<usize>) -> Diagnostic {
    let brace = "write {{ for a brace in the text";
    let known = SLOTS.iter().map(|(written, _)| *written);
    if !braced.ends_with('}') {
        return Diagnostic::error("a brace in the text is not closed")
            .at(place)
            .help(brace);
    }
    let help = match did_you_mean(braced, known.clone()) {
        Some(meant) => format!("did you mean {meant}?"),
        None => format!("known: {}", known.collect::<Vec<_>>().join(", ")),
    };
    Diagnostic::error(format!("unknown {braced} in the text"))
        .at(place)
        .help(help)
        .help(brace)
}

fn parts(text: &str) -> impl Iterator<Item = Part<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (part, length) = match rest.find('{') {
            None => (Part::Plain(rest), rest.len()),
            Some(0) => braced(rest),
            Some(at) => (Part::Plain(&rest[..at]), at),
        };
        rest = &rest[length..];
        Some(part)
    })
}

/// The part at the beginning of a text that begins with a brace, and its length in bytes.
fn braced(rest: &str) -> (Part<'_>, usize) {
    if rest.starts_with("{{") {
        return (Part::Plain("{"), 2);
    }
    if let Some((written, slot)) = SLOTS.iter().find(|(slot, _)| rest.starts_with(slot)) {
        return (Part::Slot(*slot), written.len());
    }
    let end = rest.find('}').map_or(rest.len(), |end| end + 1);
    (Part::Unknown(&rest[..end]), end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left<'a>(slot: Slot) -> Cow<'a, str> {
        Cow::Borrowed(match slot {
            Slot::Side => "left",
            Slot::Limb => "left leg",
            Slot::Other => "right leg",
        })
    }

    #[test]
    fn slots_are_filled_and_braces_stay() {
        for (written, shown) in [
            ("Stand up.", "Stand up."),
            ("Lift the {limb}.", "Lift the left leg."),
            (
                "The {side} foot, then the {other}",
                "The left foot, then the right leg",
            ),
            ("{limb}{{limb}", "left leg{limb}"),
            ("a } b", "a } b"),
            ("{{", "{"),
        ] {
            let wording = Wording::new(written);
            assert_eq!(wording.filled(left), shown, "{written}");
            assert!(faults(written, &(0..0)).is_empty(), "{written}");
        }
        assert!(Wording::new("the {other}").names_a_side());
        assert!(!Wording::new("the {{other}").names_a_side());
    }

    #[test]
    fn other_braces_are_faults() {
        let said = |text: &str| -> Vec<String> {
            let found = faults(text, &(0..0)).into_iter();
            found
                .map(|found| format!("{}: {}", found.message, found.help[0]))
                .collect()
        };
        assert_eq!(
            said("Lift the {limp} and {banana}."),
            [
                "unknown {limp} in the text: did you mean {limb}?",
                "unknown {banana} in the text: known: {side}, {limb}, {other}",
            ]
        );
        assert_eq!(
            said("a {b"),
            ["a brace in the text is not closed: write {{ for a brace in the text"]
        );
        assert_eq!(
            said("{LIMB}"),
            ["unknown {LIMB} in the text: did you mean {limb}?"]
        );
    }
}
