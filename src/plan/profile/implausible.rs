//! Days that no pregnancy and no life of today can have.

use chrono::NaiveDate;

use crate::plan::profile::day::{
    Day, LEAST_DAYS_EARLY, MOST_DAYS_PAST, MOST_DAYS_SINCE_BIRTH, MOST_DAYS_TO_COME, PREGNANCY,
    days,
};

/// The reason why a day cannot be the due date of a child.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ImplausibleDue {
    /// It is farther off than a pregnancy lasts.
    TooFar,
    /// It is so long ago that the child must be born.
    TooLongAgo,
}

impl ImplausibleDue {
    /// `None` for a day that may be one.
    pub(crate) fn of(due: NaiveDate, today: NaiveDate) -> Option<Self> {
        match days(today, due) {
            to_come if to_come > MOST_DAYS_TO_COME => Some(Self::TooFar),
            to_come if to_come < -MOST_DAYS_PAST => Some(Self::TooLongAgo),
            _ => None,
        }
    }
}

/// The reason why a day cannot be the birth of a child.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ImplausibleBirth {
    /// It is still to come.
    ToCome,
    /// It is rather the birth of the person.
    TooLongAgo,
    /// It is several weeks before the due date.
    TooEarly {
        /// Full weeks.
        weeks: i64,
    },
}

impl ImplausibleBirth {
    /// `None` for a day that may be one.
    pub(crate) fn of(birth: NaiveDate, due: Option<Day>, today: NaiveDate) -> Option<Self> {
        if birth > today {
            return Some(Self::ToCome);
        }
        if days(birth, today) > MOST_DAYS_SINCE_BIRTH {
            return Some(Self::TooLongAgo);
        }
        let Some(Day::On(due)) = due else {
            return None;
        };
        let early = days(birth, due);
        let is_too_early = (LEAST_DAYS_EARLY..PREGNANCY).contains(&early);
        is_too_early.then_some(Self::TooEarly { weeks: early / 7 })
    }
}
