//! The person whom a profile describes.

use chrono::NaiveDate;

use crate::content::safety::rulebook::Safety;
use crate::plan::person::Person;
use crate::plan::profile::dates::{after_birth, pregnancy};
use crate::plan::profile::model::Profile;

impl Profile {
    /// The person, as the rules see them on this day.
    ///
    /// It fails safe: what may be meant counts, a due date that makes no sense is a pregnancy of unknown week, one that is
    /// past stays a pregnancy until the birth of that child is entered, and a year of birth alone makes an older adult.
    pub fn person(&self, safety: &Safety, today: NaiveDate) -> Person {
        let meant = self.meant.iter().flat_map(|(_, ids)| ids);
        let mut words: Vec<&str> = self
            .conditions
            .iter()
            .chain(meant)
            .map(String::as_str)
            .collect();
        if self.older == Some(true) || self.is_older_by_year(safety, today) {
            words.extend(safety.older().map(|older| older.id.as_str()));
        }
        if let Some(due) = self.due
            && !self.is_born(today)
        {
            words.extend(pregnancy(due, safety, today));
        }
        if let Some(birth) = self.birth_of_child {
            words.extend(after_birth(birth, self.caesarean, safety, today));
        }
        Person::holding(&words, safety)
    }
}
