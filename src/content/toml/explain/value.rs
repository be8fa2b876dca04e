//! Values that are nothing that TOML knows: text without quotes, numbers and dates in other forms.

use crate::content::calendar::{self, Date};
use crate::content::diagnostic::Diagnostic;
use crate::content::toml::bare::{bare_number, lasting, number_form, quoted};
use crate::content::toml::explain::Explainer;
use crate::content::toml::key::Takes;
use crate::content::toml::place::{LinePlace, SET_QUOTES};

impl Explainer<'_> {
    /// A value that is neither text in quotes, nor a number, nor anything else.
    pub(crate) fn unquoted(&self, value: &str) -> Diagnostic {
        let value = value.trim();
        let rest = self.place.after.strip_prefix(value).unwrap_or_default();
        if rest.trim_start().starts_with('=') {
            let next = value.rsplit(' ').next().unwrap_or_default();
            let help = format!("put one before `{next}`");
            return Diagnostic::error("a comma is missing").help(help);
        }
        let key = self.place.key();
        let value = self.place.whole(value);
        let example = self.known.example(key);
        let bare = value.trim_matches(SET_QUOTES).trim_matches('"');
        let (said, help) = match value.to_lowercase().as_str() {
            "" => {
                let said = format!("`{key}` has no value");
                return Diagnostic::error(said).help(format!("write {example}"));
            }
            "yes" | "on" | "true" => ("this must be true or false", "write true".to_owned()),
            "no" | "off" | "false" => ("this must be true or false", "write false".to_owned()),
            _ if value.starts_with(SET_QUOTES) => {
                ("these are not straight quotes", format!("write \"{bare}\""))
            }
            _ if self.known.is_date(key) => ("this must be a date", self.date_help(key, bare)),
            _ if value
                .strip_suffix(';')
                .is_some_and(|it| it.trim().parse::<f64>().is_ok()) =>
            {
                ("`;` does not belong here", "delete it".to_owned())
            }
            _ if self.known.is_number(key) => {
                ("this must be a number", number_form(self.known, key, bare))
            }
            _ if let Some(help) = lasting(self.known, key, "", bare) => {
                ("a duration must be in quotes", help)
            }
            _ if !self.place.before.trim_end().ends_with('=') => {
                ("text must be in quotes", format!("write \"{bare}\""))
            }
            _ => ("text must be in quotes", quoted(self.known, key, "", bare)),
        };
        Diagnostic::error(said).help(help)
    }

    /// Returns the help for an unquoted date: the person's own where it, or all the text behind the key, can be read.
    fn date_help(&self, key: &str, typed: &str) -> String {
        let all = self.place.assignment().map_or(typed, |(_, all)| all);
        match calendar::date(all).or_else(|| calendar::date(typed)) {
            Some(Date::On(date)) => format!("write {key} = {date}"),
            Some(Date::Either(one, other)) => calendar::either(key, one, other),
            None => format!("write {}", self.known.example(key)),
        }
    }

    /// Explains a value that looks like a number or a date but is none.
    pub(crate) fn unreadable(&self) -> Diagnostic {
        let (key, value) = self.place.assignment().unwrap_or_default();
        let is_word =
            |value: &str| value.starts_with(|c: char| c.is_alphabetic() || SET_QUOTES.contains(&c));
        if value.contains(':') || is_word(value) {
            return self.unquoted(value);
        }
        if value.starts_with(['[', '{'])
            && let Some((here, word)) = self.word_inside()
            && is_word(word)
        {
            return here.unquoted(word);
        }
        let number = match value.trim_start_matches('0') {
            decimals if decimals.starts_with('.') => format!("0{decimals}"),
            whole => whole.to_owned(),
        };
        if self.known.lasting(key).is_some() && number.parse::<f64>().is_err() {
            return self.unquoted(value);
        }
        let help = match self.known.takes(key) {
            Some(Takes::Date) => self.date_help(key, value),
            Some(Takes::Digits) => format!("write {key} = \"{value}\""),
            _ if number.parse::<f64>().is_ok() => bare_number(self.known, key, &number),
            Some(Takes::Sum) if value.contains('+') => format!("write {key} = \"{value}\""),
            _ => number_form(self.known, key, value),
        };
        let said = if self.known.is_date(key) {
            "this is not a date"
        } else {
            "this is not a number"
        };
        Diagnostic::error(said).help(help)
    }
    /// The item of a list or an inline table in which the place lies, and the place at which it begins.
    fn word_inside(&self) -> Option<(Self, &str)> {
        let begins = self.place.before.rfind(|c: char| " [{,=".contains(c));
        let begins = begins.map_or(0, |at| at + 1);
        let (before, after) = self.place.line.split_at_checked(begins)?;
        let word = after.split([',', ']', '}']).next()?;
        let place = LinePlace {
            before,
            after,
            ..self.place
        };
        Some((Self { place, ..*self }, word))
    }
}
