//! `profile.toml`: what a person has said about themselves.

pub mod dates;
pub mod day;
pub mod decode;
pub(crate) mod decode_dates;
pub mod edit;
pub(crate) mod implausible;
pub(crate) mod keys;
pub mod model;
pub(crate) mod names;
pub mod own;
pub(crate) mod person;
pub mod splice;
pub(crate) mod standing;
pub(crate) mod typed;
pub(crate) mod words;

use chrono::{NaiveDate, NaiveTime};

use crate::content::safety::rulebook::Safety;
use crate::plan::person::Person;

use crate::plan::profile::dates::{Day, OLDER};
use crate::plan::profile::words::name_of;

use crate::plan::profile::dates::{after_birth, pregnancy};

/// What the file may hold; all of it may be missing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// Words of `safety.toml`, in the order of the file.
    pub conditions: Vec<String>,
    /// What stands there in other words, each with the words of `safety.toml` that it may mean: all of these count.
    pub meant: Vec<(String, Vec<String>)>,
    /// What stands there for something that the person has, and no rule knows.
    pub unchecked: Vec<String>,
    /// The file is no TOML: more may stand there than was understood.
    pub is_broken: bool,
    /// When a child is due.
    pub due: Option<Day>,
    /// When it was born.
    pub birth_of_child: Option<Day>,
    /// It was born by caesarean.
    pub caesarean: bool,
    /// When the person was born.
    pub birth_year: Option<u32>,
    /// Something stands there for it, but it cannot be read.
    pub year_unclear: bool,
    /// Whether the rules for older people hold. `None` when it was not said: then the year of birth decides.
    pub older: Option<bool>,
    /// When the person goes to bed.
    pub bedtime: Option<NaiveTime>,
    /// What a pace gives for lead-in, change of position and change of sides is multiplied by this. Times that an author
    /// fixed stay.
    pub pace_factor: Option<f64>,
    /// Whether the person gets down to the floor and up again.
    pub floor: Option<bool>,
    /// Props at hand. `None` when it was not said, which rules nothing out.
    pub equipment: Option<Vec<String>>,
    /// The number that is called in an emergency where the person lives.
    pub emergency_number: Option<String>,
}

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
        if self.older == Some(true) || self.is_older_by_year(today) {
            words.push(OLDER);
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

    /// Whether all that it says of the person was understood.
    pub fn is_understood(&self) -> bool {
        self.unchecked.is_empty() && !self.is_broken
    }

    /// What stays of the profile when somebody else plays.
    #[must_use]
    pub fn for_others(&self) -> Self {
        Self {
            bedtime: self.bedtime,
            emergency_number: self.emergency_number.clone(),
            ..Self::default()
        }
    }
}
