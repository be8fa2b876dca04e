//! Explains text behind a value that has ended.

use crate::content::diagnostic::Diagnostic;
use crate::content::toml::bare::{bare_number, in_form, several_quoted};
use crate::content::toml::explain::Explainer;

impl Explainer<'_> {
    /// Something follows the value where the line should end.
    pub(crate) fn too_much(&self) -> Diagnostic {
        let (key, value) = self.place.assignment().unwrap_or_default();
        if matches!(self.place.after.trim(), ";" | "." | "," if !value.starts_with(|c: char| c.is_ascii_digit()))
        {
            let said = format!("`{}` does not belong here", self.place.after.trim());
            return Diagnostic::error(said).help("delete it");
        }
        let next = self
            .place
            .after
            .split(['"', '\'', '['])
            .next()
            .unwrap_or_default();
        if next.trim_start().starts_with([',', ';']) && next.contains('=') {
            return Diagnostic::error("two keys on one line").help("put each on its own line");
        }
        let (said, help) = match value.chars().next() {
            Some('"' | '\'') if self.place.after.starts_with(',') => (
                "several texts on one line",
                several_quoted(self.known, key, value),
            ),
            Some('"' | '\'') if self.place.after.contains('=') => (
                "two keys on one line",
                "put each on its own line".to_owned(),
            ),
            Some('"') => (
                "the text continues after its closing quote",
                "write \\\" for a quote inside the text".to_owned(),
            ),
            Some('\'') => (
                "the text continues after its closing quote",
                "put the whole text in \" instead of '".to_owned(),
            ),
            Some('[' | '{') | None => (
                "this does not belong on this line",
                "delete it, or put it on its own line".to_owned(),
            ),
            Some(_) if value.trim_end_matches(',').parse::<f64>().is_ok() => (
                "this number has a comma after it",
                bare_number(self.known, key, value.trim_end_matches(',')),
            ),
            Some(_) if value.trim_end_matches(';').parse::<f64>().is_ok() => {
                ("`;` does not belong here", "delete it".to_owned())
            }
            Some(_) if value.replacen(',', ".", 1).parse::<f64>().is_ok() => (
                "a number needs a decimal point, not a comma",
                bare_number(self.known, key, &value.replacen(',', ".", 1)),
            ),
            Some(_) if self.known.counted(key).is_some() => {
                ("this must be a number", in_form(self.known, key, value))
            }
            Some(_) => ("text must be in quotes", in_form(self.known, key, value)),
        };
        Diagnostic::error(said).help(help)
    }
}
