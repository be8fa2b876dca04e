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
            None => format!(
                "write effort = \"N of M\", with N from 0 to M and M at most {LONGEST_SCALE}"
            ),
        };
        fields.report(found.at(text.span()).help(help));
        None
    }

    const fn is_on_scale(self) -> bool {
        self.top >= 1 && self.top <= LONGEST_SCALE && self.point <= self.top
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
