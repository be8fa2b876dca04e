//! How hard a step should feel: `effort = "5 of 10"`.

use crate::content::diagnostic::Diagnostic;
use crate::content::toml::fields::Fields;
use crate::content::toml::key::{KeySpec, Takes};

/// The top of the longest scale in use.
const LONGEST_SCALE: u32 = 20;
/// The key of the effort.
pub(crate) const EFFORT_KEY: KeySpec = KeySpec::new(
    "effort",
    "effort = \"N of M\"",
    Takes::Text,
    "How hard it should feel, as a point of a scale.",
);

/// A point of a scale of effort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Exertion {
    /// The point, from 0 to the top.
    pub(crate) point: u32,
    /// The top of the scale, from 1 to 20.
    pub(crate) top: u32,
}

impl Exertion {
    /// Reads `effort`.
    pub(crate) fn decode(fields: &Fields<'_, '_>) -> Option<Self> {
        if let Some((number, span)) = fields.bare_number("effort") {
            let found = Diagnostic::error("`effort` must name its scale");
            let help = format!("write effort = \"{number} of N\", with N for the top of the scale");
            fields.report(found.at(span).help(help));
            return None;
        }
        let text = fields.text("effort")?;
        let numbers = numbers(text.get_ref());
        let is_exact = text.get_ref().contains(" of ") && !text.get_ref().contains("out of");
        match numbers {
            Some(read) if is_exact && read.is_on_scale() => return Some(read),
            _ => {}
        }
        let found = Diagnostic::error(match numbers {
            Some(_) if is_exact => "`effort` is not on its scale",
            _ => "`effort` must be a point of a scale",
        });
        let help = match numbers.filter(|read| read.is_on_scale()) {
            Some(Self { point, top }) => format!("write effort = \"{point} of {top}\""),
            None => meant(text.get_ref()),
        };
        fields.report(found.at(text.span()).help(help));
        None
    }

    const fn is_on_scale(self) -> bool {
        self.top >= 1 && self.top <= LONGEST_SCALE && self.point <= self.top
    }
}

/// Returns the help for a text that is no single point, with the numbers that it has.
fn meant(text: &str) -> String {
    let parts = text.split(|letter: char| !letter.is_ascii_digit());
    let parts = parts.filter(|part| !part.is_empty());
    let found: Vec<u32> = parts.filter_map(|part| part.parse().ok()).collect();
    let fits = |point: &u32| *point <= LONGEST_SCALE;
    let top = "with N for the top of the scale";
    match found[..] {
        [one] if fits(&one) && !text.contains('%') => {
            format!("write effort = \"{one} of N\", {top}")
        }
        [one, other] if fits(&one) && fits(&other) && numbers(text).is_none() => {
            format!("write effort = \"{one} of N\" or \"{other} of N\", {top}: it is one point")
        }
        [one, other, top] if one <= top && other <= top && fits(&top) => {
            format!("write effort = \"{one} of {top}\" or \"{other} of {top}\": it is one point")
        }
        _ => format!("write effort = \"N of M\", with N from 0 to M and M at most {LONGEST_SCALE}"),
    }
}

/// The two numbers of `5 of 10`, `5/10` or `5 out of 10`, wherever they lie.
fn numbers(text: &str) -> Option<Exertion> {
    let (point, top) = text
        .split_once(" out of ")
        .or_else(|| text.split_once(" of "))
        .or_else(|| text.split_once('/'))?;
    Some(Exertion {
        point: point.trim().parse().ok()?,
        top: top.trim().parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_help_keeps_the_numbers_of_the_text() {
        let form = "\"N of M\", with N from 0 to M and M at most 20";
        for (text, said) in [
            ("3-4 of 10", "\"3 of 10\" or \"4 of 10\": it is one point"),
            ("Borg 13", "\"13 of N\", with N for the top of the scale"),
            (
                "RPE 6–7",
                "\"6 of N\" or \"7 of N\", with N for the top of the scale: it is one point",
            ),
            ("70%", form),
            ("hard", form),
            ("70 of 100", form),
            ("15 of 10", form),
        ] {
            assert_eq!(meant(text), format!("write effort = {said}"), "{text}");
        }
    }

    #[test]
    fn a_point_and_the_top_of_its_scale_are_read() {
        for (text, read) in [
            ("5 of 10", Some((5, 10))),
            ("13 of  20", Some((13, 20))),
            ("5/10", Some((5, 10))),
            ("5 out of 10", Some((5, 10))),
            ("5-6 of 10", None),
            ("-1 of 10", None),
            ("hard", None),
        ] {
            let numbers = numbers(text).map(|read| (read.point, read.top));
            assert_eq!(numbers, read, "{text}");
        }
    }
}
