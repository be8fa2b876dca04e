//! Dates and times of day.

use chrono::{NaiveDate, NaiveTime};
use toml::Spanned;
use toml::de::DeValue;

use crate::content::calendar::{self, Date};
use crate::content::diagnostic::Diagnostic;
use crate::content::toml::fields::Fields;

impl Fields<'_, '_> {
    /// A date: bare as TOML has it, or in quotes as people write it. Of a day with a time, the day.
    pub(crate) fn date(&self, key: &str) -> Option<Spanned<NaiveDate>> {
        let value = self.value(key)?;
        let date = match value.get_ref() {
            DeValue::Datetime(written) => written.date.and_then(|date| {
                let (month, day) = (u32::from(date.month), u32::from(date.day));
                NaiveDate::from_ymd_opt(i32::from(date.year), month, day)
            }),
            DeValue::String(text) => match calendar::date(text) {
                Some(Date::On(date)) => Some(date),
                Some(Date::Either(one, other)) => {
                    self.report(either(key, one, other).at(value.span()));
                    return None;
                }
                None => None,
            },
            _ => {
                self.wrong_type(key, "a date", value, None);
                return None;
            }
        };
        self.read_or_say(key, "a date: year, month, day", value, date)
    }

    /// A time of day to the minute: bare as TOML has it, or in quotes as people write it.
    pub(crate) fn time_of_day(&self, key: &str) -> Option<Spanned<NaiveTime>> {
        let value = self.value(key)?;
        let time = match value.get_ref() {
            DeValue::Datetime(written) if written.date.is_none() => written.time.and_then(|time| {
                NaiveTime::from_hms_opt(u32::from(time.hour), u32::from(time.minute), 0)
            }),
            DeValue::String(text) => calendar::time_of_day(text),
            DeValue::Datetime(_) => None,
            _ => {
                self.wrong_type(key, "a time of day", value, None);
                return None;
            }
        };
        self.read_or_say(key, "a time of day", value, time)
    }

    fn read_or_say<T>(
        &self,
        key: &str,
        what: &str,
        value: &Spanned<DeValue<'_>>,
        read: Option<T>,
    ) -> Option<Spanned<T>> {
        if read.is_none() {
            let found = Diagnostic::error(format!("`{key}` is not {what}"));
            let help = format!("write {}", self.example(key));
            let text = value.get_ref().as_str();
            let fault = text.filter(|_| self.known().is_date(key));
            let fault = fault.and_then(calendar::fault).map(str::to_owned);
            self.report(found.at(value.span()).help(help).maybe_help(fault));
        }
        read.map(|read| Spanned::new(value.span(), read))
    }
}

/// The finding for a date that may be either of two days.
fn either(key: &str, one: NaiveDate, other: NaiveDate) -> Diagnostic {
    let words = calendar::in_words;
    let said = format!("`{key}` may be {} or {}", words(one), words(other));
    Diagnostic::error(said).help(calendar::either(key, one, other))
}
