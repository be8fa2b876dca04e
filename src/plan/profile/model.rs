//! The content of a profile.

use chrono::NaiveTime;

use crate::content::vocabulary::Side;
use crate::plan::profile::day::Day;

/// The answers in the file; all are optional.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// Words of `safety.toml`, in the order of the file.
    pub conditions: Vec<String>,
    /// The entries in other words, each with the words of `safety.toml` that it may mean: all of these count.
    pub meant: Vec<(String, Vec<String>)>,
    /// The stated conditions that no rule knows.
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
    /// True if the rules for older people hold. `None` when it was not said: then the year of birth decides.
    pub older: Option<bool>,
    /// When the person goes to bed.
    pub bedtime: Option<NaiveTime>,
    /// The factor for lead-in, change of position and change of sides. Times that an author fixed stay.
    pub pace_factor: Option<f64>,
    /// True for the lower ends of ranges, false for the upper ones; `None` leaves it to the routine.
    pub gentle: Option<bool>,
    /// The side that begins where a routine names none.
    pub first_side: Option<Side>,
    /// True if the person gets down to the floor and up again.
    pub floor: Option<bool>,
    /// Props at hand. `None` when it was not said, which rules nothing out.
    pub equipment: Option<Vec<String>>,
    /// The number that is called in an emergency where the person lives.
    pub emergency_number: Option<String>,
}

impl Profile {
    /// Returns whether all that it says of the person was understood.
    pub fn is_understood(&self) -> bool {
        self.unchecked.is_empty() && !self.is_broken
    }

    /// Returns the part of the profile that stays when somebody else plays.
    #[must_use]
    pub fn for_others(&self) -> Self {
        Self {
            bedtime: self.bedtime,
            emergency_number: self.emergency_number.clone(),
            ..Self::default()
        }
    }
}
