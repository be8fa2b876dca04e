//! What follows from the dates of a profile: the part of a pregnancy, the weeks after a birth, an age.

use chrono::{Datelike as _, NaiveDate};
use unicode_normalization::UnicodeNormalization as _;

use crate::content::safety::condition::Condition;
use crate::content::safety::places::Reference;
use crate::content::safety::rulebook::Safety;
use crate::content::vocabulary::Audience;
use crate::plan::profile::Profile;

/// A pregnancy is counted so many days back from the due date.
pub(crate) const PREGNANCY: i64 = 280;
/// A pregnancy of more weeks is a mistake, or the birth was not entered.
pub(crate) const MOST_WEEKS: i64 = 42;
/// A due date farther off is a mistake.
pub(crate) const MOST_DAYS_TO_COME: i64 = 300;
/// A due date longer ago is a mistake, or the birth was not entered.
pub(crate) const MOST_DAYS_PAST: i64 = 21;
/// A child that is born so much before its date may be another one, or one of the dates a mistake: eight weeks.
pub(crate) const LEAST_DAYS_EARLY: i64 = 56;
/// A child that was born longer ago is rather the person themselves.
pub(crate) const MOST_DAYS_SINCE_BIRTH: i64 = 50 * 365;
/// The condition that follows from an age, and that age.
pub(crate) const OLDER: &str = "older-adult";
const OLDER_FROM: i32 = 65;

/// A day that somebody wrote down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    /// This one.
    On(NaiveDate),
    /// Something stands there, but it cannot be read.
    Unclear,
}

impl Profile {
    /// Whether the year of birth makes it 65 years or more this year, or may do so.
    pub(crate) fn is_of_age(&self, today: NaiveDate) -> bool {
        let is_older =
            |year| i32::try_from(year).is_ok_and(|year| today.year() - year >= OLDER_FROM);
        self.year_unclear || self.birth_year.is_some_and(is_older)
    }

    /// Whether the rules for older people hold by the year of birth alone: nobody has said yet whether they should.
    pub(crate) fn is_older_by_year(&self, today: NaiveDate) -> bool {
        let is_said = self.older.is_some() || self.conditions.iter().any(|word| word == OLDER);
        !is_said && self.is_of_age(today)
    }

    /// Whether the child that was due is born, at about its time. A child of another pregnancy does not end this one.
    pub(crate) fn is_born(&self, today: NaiveDate) -> bool {
        let (Some(Day::On(due)), Some(Day::On(birth))) = (self.due, self.birth_of_child) else {
            return false;
        };
        birth <= today && (1 - LEAST_DAYS_EARLY..=MOST_DAYS_PAST).contains(&days(due, birth))
    }

    /// Whether something in it is a pregnancy, or holds in one alone.
    pub(crate) fn speaks_of_pregnancy(&self, safety: &Safety) -> bool {
        let meant = self.meant.iter().flat_map(|(_, ids)| ids);
        let mut words = self.conditions.iter().chain(meant);
        self.due.is_some() || words.any(|word| is_pregnancy(word, safety))
    }
}

/// How many days of a pregnancy are over: `30`, `30+4`, `week 30`, `w30`, `30 weeks`, `30w4d`, `30 weeks and 4 days`. Of
/// 1 to 42 weeks, as a child may be overdue; `None` for anything else, such as the weeks that are left.
pub(crate) fn days_of_pregnancy(text: &str) -> Option<i64> {
    let plain: String = text.nfkc().flat_map(char::to_lowercase).collect();
    let mut parts = Vec::new();
    for letter in plain.chars().filter(|letter| !letter.is_whitespace()) {
        let kind = letter.is_ascii_digit();
        match parts.last_mut() {
            Some((known, part)) if *known == kind => String::push(part, letter),
            _ => parts.push((kind, letter.to_string())),
        }
    }
    let parts: Vec<&str> = parts.iter().map(|(_, part)| part.as_str()).collect();
    let is_week = |word: &str| matches!(word, "w" | "wk" | "wks" | "week" | "weeks");
    let (first, rest) = parts.split_first()?;
    let parts = if is_week(first) { rest } else { &parts[..] };
    let (weeks, days) = match *parts {
        [weeks] => (weeks, "0"),
        [weeks, word] if is_week(word) => (weeks, "0"),
        [weeks, "+", days] => (weeks, days),
        [weeks, word, days] if is_week(word) => (weeks, days),
        [weeks, word, days, "d" | "day" | "days"] => {
            let word = word.trim_end_matches("and").trim_end_matches(['+', ',']);
            is_week(word).then_some((weeks, days))?
        }
        _ => return None,
    };
    let (weeks, days): (i64, i64) = (weeks.parse().ok()?, days.parse().ok()?);
    ((1..=MOST_WEEKS).contains(&weeks) && days < 7).then_some(weeks * 7 + days)
}

/// Days from one date to another.
pub(crate) fn days(from: NaiveDate, to: NaiveDate) -> i64 {
    to.signed_duration_since(from).num_days()
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

/// What counts when the week is not known: what `[screening]` says, else the last part of a pregnancy.
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

/// Whether a word is a part of a pregnancy, such as its third trimester.
pub(crate) fn is_trimester(word: &str, safety: &Safety) -> bool {
    pregnancies(safety).any(|known| known.id == word)
}

/// Whether a word is a pregnancy, or implies one.
pub(crate) fn is_pregnancy(word: &str, safety: &Safety) -> bool {
    let is_one = |word: &str| pregnancies(safety).any(|known| known.id == word);
    let implies =
        |condition: &Condition| condition.implies.iter().any(|word| is_one(word.get_ref()));
    is_one(word) || safety.condition(word).is_some_and(implies)
}

/// Whether a condition matters in a pregnancy alone: it implies one, or it has no rule and is only part of full stops
/// that need one.
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

/// The conditions that end by themselves after a birth, until so many weeks are full; after a caesarean it may be more.
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
