//! Dates and times of day.

use chrono::{NaiveDate, NaiveTime};
use toml::Spanned;
use toml::de::DeValue;

use crate::content::diagnostic::Diagnostic;
use crate::content::example;
use crate::content::fields::Fields;

impl Fields<'_, '_> {
    /// A date, bare or in quotes: `2027-03-02`.
    pub fn date(&self, key: &str) -> Option<Spanned<NaiveDate>> {
        let value = self.value(key)?;
        let date = match value.get_ref() {
            DeValue::Datetime(written) if written.time.is_none() => written.date.and_then(|date| {
                let (month, day) = (u32::from(date.month), u32::from(date.day));
                NaiveDate::from_ymd_opt(i32::from(date.year), month, day)
            }),
            DeValue::String(text) => NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok(),
            DeValue::Datetime(_) => None,
            _ => {
                self.wrong_type(key, "a date", value, None);
                return None;
            }
        };
        self.read_or_say(key, "a date: year, month, day", value, date)
    }

    /// A time of day to the minute, bare or in quotes: `"22:30"`.
    pub fn time_of_day(&self, key: &str) -> Option<Spanned<NaiveTime>> {
        let value = self.value(key)?;
        let time = match value.get_ref() {
            DeValue::Datetime(written) if written.date.is_none() => written.time.and_then(|time| {
                NaiveTime::from_hms_opt(u32::from(time.hour), u32::from(time.minute), 0)
            }),
            DeValue::String(text) => NaiveTime::parse_from_str(text.trim(), "%H:%M").ok(),
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
            let help = format!("write {}", example::any(key));
            self.report(found.at(value.span()).help(help));
        }
        read.map(|read| Spanned::new(value.span(), read))
    }
}
