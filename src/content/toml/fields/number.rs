//! Numbers and durations, and ranges of them.

use std::ops::{Range, RangeInclusive};
use std::time::Duration;

use toml::Spanned;
use toml::de::{DeInteger, DeValue};

use crate::content::diagnostic::Diagnostic;
use crate::content::duration::guess;
use crate::content::duration::lasting::Lasting;
use crate::content::duration::parse::{self, Unreadable, parse_range};
use crate::content::duration::{self, written};
use crate::content::toml::counted::QUOTES;
use crate::content::toml::fields::Fields;
use crate::content::toml::key::Counted;

impl Fields<'_, '_> {
    /// A whole number within `limits`.
    pub(crate) fn whole(&self, key: &str, limits: RangeInclusive<u32>) -> Option<Spanned<u32>> {
        let value = self.value(key)?;
        let number = match value.get_ref() {
            DeValue::Integer(number) => {
                i64::from_str_radix(number.as_str(), number.radix()).unwrap_or(i64::MAX)
            }
            DeValue::String(string) => {
                let one = Counted {
                    limits,
                    is_range: false,
                };
                let help = one.help(self.known(), key, string, (QUOTES, self.suffix()));
                self.wrong_type(key, "a whole number", value, Some(help));
                return None;
            }
            other => {
                let whole = match other {
                    DeValue::Float(number) => {
                        number.as_str().trim_end_matches('0').strip_suffix('.')
                    }
                    _ => None,
                };
                let fits = |whole: &&str| {
                    whole
                        .parse()
                        .is_ok_and(|whole: u32| limits.contains(&whole))
                };
                let item = self.only_item(value).map(|item| item.trim_matches('"'));
                let help = (whole.filter(fits).or(item.filter(fits)))
                    .map(|whole| format!("write {key} = {whole}"));
                self.wrong_type(key, "a whole number", value, help);
                return None;
            }
        };
        match u32::try_from(number) {
            Ok(number) if limits.contains(&number) => Some(Spanned::new(value.span(), number)),
            _ => {
                self.out_of_limits(key, &limits, value);
                None
            }
        }
    }

    /// A whole number where text in quotes is wanted: its digits and its place.
    pub(crate) fn bare_number(&self, key: &str) -> Option<(String, Range<usize>)> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::Integer(number) => Some((number.as_str().to_owned(), value.span())),
            _ => None,
        }
    }

    /// A number within `limits`, with or without a point.
    pub(crate) fn decimal(&self, key: &str, limits: RangeInclusive<f64>) -> Option<f64> {
        let value = self.value(key)?;
        let number = match value.get_ref() {
            DeValue::Integer(number) => number.as_str().parse().ok(),
            DeValue::Float(number) => number.as_str().parse().ok(),
            other => {
                let meant = other.as_str().and_then(|text| meant_number(key, text));
                let form = || format!("write {}", self.known().example_of_number(key));
                self.wrong_type(key, "a number", value, Some(meant.unwrap_or_else(form)));
                return None;
            }
        };
        let within = number.filter(|number| limits.contains(number));
        if within.is_none() {
            let (least, most) = limits.into_inner();
            let message = format!("`{key}` must be from {least} to {most}");
            self.report(Diagnostic::error(message).at(value.span()));
        }
        within
    }

    /// The only number or text of a list, where none was wanted, to be written without its brackets.
    fn only_item(&self, value: &Spanned<DeValue<'_>>) -> Option<&str> {
        let list = value.get_ref().as_array().filter(|list| list.len() == 1)?;
        let item = list.iter().next()?;
        let is_plain = matches!(
            item.get_ref(),
            DeValue::String(_) | DeValue::Integer(_) | DeValue::Float(_)
        );
        is_plain.then(|| self.document.typed(item.span()))
    }

    /// Returns the addition for words behind a value that belong to another key.
    fn suffix(&self) -> &'static str {
        let suffix = &self.document.schema().suffix;
        if self.keys.has(suffix.key) {
            suffix.here
        } else {
            suffix.elsewhere
        }
    }

    fn out_of_limits(&self, key: &str, limits: &RangeInclusive<u32>, value: &Spanned<DeValue<'_>>) {
        let message = match limits.clone().into_inner() {
            (least, most) if least == most => format!("`{key}` must be {least}"),
            (least, most) => format!("`{key}` must be from {least} to {most}"),
        };
        self.report(Diagnostic::error(message).at(value.span()));
    }

    /// A whole number or a range of two (`"8-12"`), within `limits`.
    pub(crate) fn whole_range(
        &self,
        key: &str,
        limits: &RangeInclusive<u32>,
    ) -> Option<duration::Range<u32>> {
        let value = self.value(key)?;
        let DeValue::String(string) = value.get_ref() else {
            return self
                .whole(key, limits.clone())
                .map(|number| duration::Range::only(*number.get_ref()));
        };
        let counted = Counted {
            limits: limits.clone(),
            is_range: true,
        };
        let ends = duration::split_range(string.trim()).and_then(|(lower, upper)| {
            Some((lower.parse::<u32>().ok()?, upper.parse::<u32>().ok()?))
        });
        match ends {
            Some((lower, upper)) if lower > upper => {
                let help = if limits.contains(&lower) && limits.contains(&upper) {
                    format!("write {key} = \"{upper}-{lower}\"")
                } else {
                    counted.form_within(self.known(), key)
                };
                self.report(
                    Diagnostic::error(format!("`{key}`: the range is in the wrong order"))
                        .at(value.span())
                        .help(help),
                );
                None
            }
            Some((lower, upper)) if limits.contains(&lower) && limits.contains(&upper) => {
                Some(duration::Range::between(lower, upper))
            }
            Some(_) => {
                self.out_of_limits(key, limits, value);
                None
            }
            None => {
                let help = counted.help(self.known(), key, string, (QUOTES, self.suffix()));
                self.wrong_type(key, "a whole number or a range", value, Some(help));
                None
            }
        }
    }

    /// A duration within `limits`.
    pub(crate) fn duration(&self, key: &str, limits: RangeInclusive<Duration>) -> Option<Duration> {
        let one = Lasting::one(limits);
        let range = self.lasting(key, &one)?;
        if range.lower != range.upper {
            let message = format!("`{key}` takes one duration, not a range");
            let meant = format!("{}-{}", written(range.lower), written(range.upper));
            let span = self.value(key).map_or(self.span(), Spanned::span);
            let found = Diagnostic::error(message).at(span);
            let ranged = self.known().ranged();
            self.report(found.help(one.help(key, "", &[meant], &ranged)));
            return None;
        }
        Some(range.upper)
    }

    /// A duration or a range of two, within `limits`.
    pub(crate) fn duration_range(
        &self,
        key: &str,
        limits: &RangeInclusive<Duration>,
    ) -> Option<duration::Range<Duration>> {
        let lasting = Lasting {
            limits: limits.clone(),
            is_range: true,
        };
        self.lasting(key, &lasting)
    }

    fn lasting(&self, key: &str, lasting: &Lasting) -> Option<duration::Range<Duration>> {
        let value = self.value(key)?;
        let read = match value.get_ref() {
            DeValue::String(string) => parse_range(string.trim()),
            DeValue::Integer(number) => seconds(number),
            DeValue::Float(number) => {
                parse::parse(&format!("{}s", number.as_str())).map(duration::Range::only)
            }
            _ => {
                let item = self.only_item(value).map(|item| item.trim_matches('"'));
                let (lead, ranged) = (format!("{key} = "), self.known().ranged());
                let help = item.map(|item| lasting.help(key, &lead, &guess::meant(item), &ranged));
                self.wrong_type(key, "a duration", value, help);
                return None;
            }
        };
        match read {
            Ok(range) => {
                let fits = |end| lasting.limits.contains(end);
                if fits(&range.lower) && fits(&range.upper) {
                    return Some(range);
                }
                let message = format!("`{key}` must last {}", lasting.in_words());
                self.report(Diagnostic::error(message).at(value.span()));
            }
            Err(unreadable) => self.not_a_duration(key, lasting, value, unreadable),
        }
        None
    }

    /// Reports that a duration cannot be read.
    fn not_a_duration(
        &self,
        key: &str,
        lasting: &Lasting,
        value: &Spanned<DeValue<'_>>,
        Unreadable { why, meant }: Unreadable,
    ) {
        let known = self.known();
        let text = value.get_ref().as_str();
        let (meant, suffix) = match text.and_then(known.schema.suffix.strip) {
            Some(duration) => (guess::meant(duration.trim()), self.suffix()),
            None => (meant, ""),
        };
        let help = lasting.help(key, "", &meant, &known.ranged());
        let found = Diagnostic::error(format!("`{key}`: {why}")).at(value.span());
        self.report(found.help(help + suffix));
    }
}

/// A bare number of seconds. More than can be counted is too long, but a duration.
fn seconds(number: &DeInteger<'_>) -> Result<duration::Range<Duration>, Unreadable> {
    let read = i64::from_str_radix(number.as_str(), number.radix());
    if let Ok(seconds) = read
        && seconds < 0
    {
        return parse::parse(&format!("{seconds}s")).map(duration::Range::only);
    }
    let seconds = read.ok().and_then(|seconds| u64::try_from(seconds).ok());
    let duration = Duration::from_secs(seconds.unwrap_or(u64::from(u32::MAX)));
    Ok(duration::Range::only(duration))
}

/// Returns the right form of a quoted number, with or without its unit.
fn meant_number(key: &str, text: &str) -> Option<String> {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | '-'));
    let (number, unit) = text.split_at(end.unwrap_or(text.len()));
    let number: f64 = number.parse().ok()?;
    match unit.trim() {
        "" => Some(format!("write {key} = {number}, without quotes")),
        "s" | "sec" | "seconds" => Some(format!("write {key} = {number}, in seconds")),
        "°" | "deg" | "degrees" => Some(format!("write {key} = {number}, in degrees")),
        _ => None,
    }
}
