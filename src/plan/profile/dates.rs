//! Derives facts from the dates of a profile: the part of a pregnancy, the weeks after a birth, an age.

use chrono::{Datelike as _, NaiveDate};

use crate::content::safety::condition::Condition;
use crate::content::safety::places::Reference;
use crate::content::safety::rulebook::Safety;
use crate::content::vocabulary::Audience;
use crate::plan::profile::day::{
    Day, LEAST_DAYS_EARLY, MOST_DAYS_PAST, MOST_DAYS_TO_COME, PREGNANCY, days,
};
use crate::plan::profile::model::Profile;

/// From this age on somebody is an older adult.
const OLDER_FROM: i32 = 65;

impl Profile {
    /// Returns whether the year of birth makes it 65 years or more this year, or may do so.
    pub(crate) fn is_of_age(&self, today: NaiveDate) -> bool {
        let is_older =
            |year| i32::try_from(year).is_ok_and(|year| today.year() - year >= OLDER_FROM);
        self.year_unclear || self.birth_year.is_some_and(is_older)
    }

    /// Returns whether the rules for older people hold by the year of birth alone: nobody has said yet whether they
    /// should.
    pub(crate) fn is_older_by_year(&self, safety: &Safety, today: NaiveDate) -> bool {
        let is_said = self.older.is_some() || self.has_older(safety);
        !is_said && self.is_of_age(today)
    }

    /// Returns whether the condition of older people stands among the conditions.
    pub(crate) fn has_older(&self, safety: &Safety) -> bool {
        let mut words = self.conditions.iter();
        words.any(|word| is_older(word, safety))
    }

    /// Returns whether the child that was due is born, at about its time. A child of another pregnancy does not end
    /// this one.
    pub(crate) fn is_born(&self, today: NaiveDate) -> bool {
        let (Some(Day::On(due)), Some(Day::On(birth))) = (self.due, self.birth_of_child) else {
            return false;
        };
        birth <= today && (1 - LEAST_DAYS_EARLY..=MOST_DAYS_PAST).contains(&days(due, birth))
    }

    /// Returns whether something in it is a pregnancy, or holds in one alone.
    pub(crate) fn speaks_of_pregnancy(&self, safety: &Safety) -> bool {
        let meant = self.meant.iter().flat_map(|(_, ids)| ids);
        let mut words = self.conditions.iter().chain(meant);
        self.due.is_some() || words.any(|word| is_pregnancy(word, safety))
    }
}

/// Returns whether a word is the condition of older people.
pub(crate) fn is_older(word: &str, safety: &Safety) -> bool {
    safety.older().is_some_and(|older| older.id == word)
}

/// The conditions of a pregnancy.
pub(crate) fn pregnancy(due: Day, safety: &Safety, today: NaiveDate) -> Vec<&str> {
    let to_come = match due {
        Day::On(due) => days(today, due),
        Day::Unclear => i64::MAX,
    };
    if to_come > MOST_DAYS_TO_COME {
        return week_unknown(safety).into_iter().collect();
    }
    if to_come < 0 {
        let past_due = named(safety.limits.past_due.as_ref(), safety);
        return past_due
            .or_else(|| week_unknown(safety))
            .into_iter()
            .collect();
    }
    let week = (PREGNANCY - to_come).div_euclid(7);
    let holds = |condition: &&Condition| {
        let (from, to) = condition.weeks;
        (from.is_some() || to.is_some())
            && from.is_none_or(|from| i64::from(from) <= week)
            && to.is_none_or(|to| week <= i64::from(to))
    };
    let of_week: Vec<&str> = ids(safety.conditions.iter().filter(holds)).collect();
    if of_week.is_empty() {
        week_unknown(safety).into_iter().collect()
    } else {
        of_week
    }
}

/// Returns the condition that counts when the week is unknown: the one of `[screening]`, else the last part of a
/// pregnancy.
pub(crate) fn week_unknown(safety: &Safety) -> Option<&str> {
    let last = || ids(pregnancies(safety).max_by_key(|condition| condition.audience)).next();
    named(safety.limits.week_unknown.as_ref(), safety).or_else(last)
}

/// The conditions that are a pregnancy.
pub(crate) fn pregnancies(safety: &Safety) -> impl Iterator<Item = &Condition> {
    let is_one = |audience: Audience| audience.is_pregnancy();
    safety
        .conditions
        .iter()
        .filter(move |condition| condition.audience.is_some_and(is_one))
}

/// Returns whether a word is a part of a pregnancy, such as its third trimester.
pub(crate) fn is_trimester(word: &str, safety: &Safety) -> bool {
    pregnancies(safety).any(|known| known.id == word)
}

/// Returns whether a word is a pregnancy, or implies one.
pub(crate) fn is_pregnancy(word: &str, safety: &Safety) -> bool {
    let is_one = |word: &str| pregnancies(safety).any(|known| known.id == word);
    let implies =
        |condition: &Condition| condition.implies.iter().any(|word| is_one(word.get_ref()));
    is_one(word) || safety.condition(word).is_some_and(implies)
}

/// Returns whether a condition matters in a pregnancy alone: it implies one, or it has no rule and is only part of full
/// stops that need one.
pub(crate) fn matters_in_pregnancy(condition: &Condition, safety: &Safety) -> bool {
    let names = |words: &[Reference]| words.iter().any(|word| *word.get_ref() == condition.id);
    let needs_pregnancy =
        |list: &Vec<Reference>| list.iter().all(|word| is_pregnancy(word.get_ref(), safety));
    let has_rule = safety
        .rules
        .iter()
        .any(|rule| names(&rule.contraindicated) || names(&rule.precaution));
    let stops: Vec<_> = (safety.full_stops.iter())
        .filter(|stop| stop.together.iter().any(|list| names(list)))
        .collect();
    let all_need = stops
        .iter()
        .all(|stop| stop.together.iter().any(needs_pregnancy));
    is_pregnancy(&condition.id, safety) || !has_rule && !stops.is_empty() && all_need
}

fn named<'a>(word: Option<&'a Reference>, safety: &Safety) -> Option<&'a str> {
    word.map(|word| word.get_ref().as_str())
        .filter(|word| safety.conditions.iter().any(|known| known.id == *word))
}

/// Returns the conditions that end by themselves some full weeks after a birth; after a caesarean perhaps later.
pub(crate) fn after_birth(
    birth: Day,
    caesarean: bool,
    safety: &Safety,
    today: NaiveDate,
) -> impl Iterator<Item = &str> {
    // A birth that is unclear or still to come counts as one of today.
    let since = match birth {
        Day::On(birth) => days(birth, today).max(0),
        Day::Unclear => 0,
    };
    ids(safety.conditions.iter().filter(move |condition| {
        let longer = condition.caesarean_weeks.filter(|_| caesarean);
        let weeks = longer.or(condition.lasts_weeks);
        weeks.is_some_and(|weeks| since < i64::from(weeks) * 7)
    }))
}

fn ids<'a>(conditions: impl IntoIterator<Item = &'a Condition>) -> impl Iterator<Item = &'a str> {
    conditions
        .into_iter()
        .map(|condition| condition.id.as_str())
}

/// Returns whether a condition follows from a date: a profile need not name it.
pub(crate) fn follows_from_date(condition: &Condition, safety: &Safety) -> bool {
    let is_dated = condition.weeks.0.is_some()
        || condition.weeks.1.is_some()
        || condition.lasts_weeks.is_some();
    is_dated || pregnancies(safety).any(|known| known.id == condition.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::embedded;
    use crate::content::library::Library;

    #[test]
    fn an_age_holds_the_condition_of_the_older_audience_whatever_its_name() {
        let library = Library::of(vec![embedded::layer()]);
        let mut safety = library.shared().safety.clone();
        for condition in &mut safety.conditions {
            if condition.audience == Some(Audience::OlderAdult) {
                condition.id = "of-age".to_owned();
            }
        }
        let today = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
        let mut profile = Profile {
            birth_year: Some(1950),
            ..Profile::default()
        };
        assert_eq!(profile.person(&safety, today).conditions(), ["of-age"]);
        profile.older = Some(false);
        assert!(profile.person(&safety, today).conditions().is_empty());
        profile.conditions.push("of-age".to_owned());
        assert!(profile.has_older(&safety));
        assert!(!profile.has_older(&library.shared().safety));
    }
}
