//! The consequences of a profile today, and the faults in answers of its form.

use chrono::{NaiveDate, Timelike as _};

use crate::content::calendar::in_words;
use crate::content::edit::stuck::Stuck;
use crate::content::safety::rulebook::Safety;
use crate::content::text::printable::printable;
use crate::content::vocabulary::{Audience, Word as _};
use crate::plan::profile::dates::{after_birth, is_older, pregnancy};
use crate::plan::profile::day::{Day, MOST_DAYS_PAST, MOST_DAYS_TO_COME, PREGNANCY, days};
use crate::plan::profile::implausible::{ImplausibleBirth, ImplausibleDue};
use crate::plan::profile::model::Profile;
use crate::plan::profile::names::name_of;
use crate::plan::profile::typed::Wrong;
use crate::words::en::form::lower_or_upper;
use crate::words::en::grammar::list;

/// Summarises the consequences of a profile today, in a sentence or two.
pub fn summary(profile: &Profile, safety: &Safety, today: NaiveDate) -> String {
    let person = profile.person(safety, today);
    let due = profile.due.filter(|_| !profile.is_born(today));
    let of_due = due.map_or_else(Vec::new, |due| pregnancy(due, safety, today));
    let stops = person.full_stops().iter().map(String::as_str);
    let held: Vec<String> = person
        .said()
        .chain(stops)
        .map(|word| {
            let name = name_of(word, safety);
            match due.filter(|_| of_due.contains(&word)) {
                Some(due) => format!("{name} ({})", week(due, today)),
                None if is_older(word, safety) && profile.is_older_by_year(safety, today) => {
                    format!("{name} (by the year of birth)")
                }
                None => name,
            }
        })
        .collect();
    let mut said = Vec::new();
    if !held.is_empty() {
        said.push(format!("Today you count as: {}.", held.join("; ")));
    }
    said.extend(
        profile
            .unchecked_in_words()
            .map(|words| format!("Not checked: {words}.")),
    );
    if said.is_empty() {
        said.push("Today no rule leaves anything out for you.".to_owned());
    }
    said.join(" ")
}

/// Returns the consequence of the due date: `week 30, third trimester`.
pub fn due(profile: &Profile, safety: &Safety, today: NaiveDate) -> Option<String> {
    let due = profile.due?;
    if profile.is_born(today) {
        return Some("born".to_owned());
    }
    let of_due = pregnancy(due, safety, today);
    let names = of_due.iter().map(|word| {
        let condition = safety.condition(word);
        let part = condition.and_then(|condition| trimester(condition.audience?));
        part.map_or_else(|| name_of(word, safety), str::to_owned)
    });
    let words = std::iter::once(week(due, today)).chain(names);
    Some(list(&words.collect::<Vec<_>>()))
}

/// The part of a pregnancy.
const fn trimester(audience: Audience) -> Option<&'static str> {
    match audience {
        Audience::PregnancyT1 => Some("first trimester"),
        Audience::PregnancyT2 => Some("second trimester"),
        Audience::PregnancyT3 => Some("third trimester"),
        Audience::Adult | Audience::OlderAdult => None,
    }
}

/// Returns the consequence of the birth of a child.
pub fn birth(profile: &Profile, safety: &Safety, today: NaiveDate) -> Option<String> {
    let Day::On(birth) = profile.birth_of_child? else {
        return Some("counts as today".to_owned());
    };
    let weeks = days(birth, today).div_euclid(7);
    let ago = match weeks {
        ..0 => return Some("in the future".to_owned()),
        0 => "less than a week ago".to_owned(),
        1 => "a week ago".to_owned(),
        2..100 => format!("{weeks} weeks ago"),
        _ => format!("{} years ago", weeks * 7 / 365),
    };
    let holds = after_birth(Day::On(birth), profile.caesarean, safety, today)
        .next()
        .is_some();
    Some(if holds { ago } else { format!("{ago}, over") })
}

/// Returns the other answers of a profile, a line each.
pub(crate) fn wishes(profile: &Profile) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(bedtime) = profile.bedtime {
        lines.push(format!(
            "Bedtime: {:02}:{:02}.",
            bedtime.hour(),
            bedtime.minute()
        ));
    }
    if let Some(factor) = profile.pace_factor {
        lines.push(format!("Time between steps: {}.", pace(Some(factor))));
    }
    if let Some(gentle) = profile.gentle {
        lines.push(format!("Ends of ranges: {}.", lower_or_upper(gentle)));
    }
    if let Some(side) = profile.first_side {
        lines.push(format!("Side that begins: {}.", side.as_str()));
    }
    if let Some(floor) = profile.floor {
        let can = if floor { "yes" } else { "no" };
        lines.push(format!("Down to the floor and up again: {can}."));
    }
    if profile.older == Some(false) {
        lines.push("The rules for 65 and older: not for you.".to_owned());
    }
    if let Some(number) = &profile.emergency_number {
        lines.push(format!("Emergency number: {}.", printable(number)));
    }
    if let Some(props) = &profile.equipment {
        let props: Vec<_> = props.iter().map(|prop| printable(prop)).collect();
        lines.push(if props.is_empty() {
            "Props at hand: none.".to_owned()
        } else {
            format!("Props at hand: {}.", list(&props))
        });
    }
    lines
}

/// Returns the meaning of a pace factor.
pub(crate) fn pace(factor: Option<f64>) -> String {
    let is = |value: f64| factor.is_some_and(|factor| (factor - value).abs() < 1e-9);
    match factor {
        None => "as written".to_owned(),
        Some(_) if is(1.0) => "as written".to_owned(),
        Some(_) if is(1.5) => "half as long again".to_owned(),
        Some(_) if is(2.0) => "twice as long".to_owned(),
        Some(factor) => format!("×{factor}"),
    }
}

/// `week 30`
fn week(due: Day, today: NaiveDate) -> String {
    let Day::On(due) = due else {
        return "week not known".to_owned();
    };
    match days(today, due) {
        ..0 => "past the due date".to_owned(),
        to_come @ 0..=MOST_DAYS_TO_COME => format!("week {}", (PREGNANCY - to_come).max(0) / 7),
        _ => "week not known".to_owned(),
    }
}

/// Returns the reason why nothing can be written into a profile.
pub(crate) fn stuck(stuck: Stuck) -> String {
    let place = match stuck {
        Stuck::Line(line) => format!("Line {line}"),
        Stuck::Unreadable | Stuck::Missing => "The file".to_owned(),
    };
    format!("{place} must be fixed in an editor before this can be saved.")
}

/// Returns the fault in a typed answer, shown beside that answer.
pub(crate) fn wrong(wrong: &Wrong) -> String {
    match wrong {
        Wrong::NotADate(None) => "this is not a date: year, month, day".to_owned(),
        Wrong::NotADate(Some(why)) => format!("this is not a date: year, month, day; {why}"),
        Wrong::TwoDates(one, other) => {
            format!("this may be {} or {}", in_words(*one), in_words(*other))
        }
        Wrong::Due(ImplausibleDue::TooFar) => {
            format!("this is more than {MOST_DAYS_TO_COME} days away; check the year")
        }
        Wrong::Due(ImplausibleDue::TooLongAgo) => format!(
            "this is more than {MOST_DAYS_PAST} days ago; check the year, or add the birth of this child"
        ),
        Wrong::Birth(ImplausibleBirth::ToCome) => "this is in the future".to_owned(),
        Wrong::Birth(ImplausibleBirth::TooLongAgo) => {
            "this is very long ago; check the year".to_owned()
        }
        Wrong::Birth(ImplausibleBirth::TooEarly { weeks }) => format!(
            "this is {weeks} weeks before `due`; both count: delete `due` if this child has been born, or correct one of the two dates"
        ),
        Wrong::NotAYear => "this is not a year of birth".to_owned(),
        Wrong::YearOutside(earliest, latest) => format!("this must be from {earliest} to {latest}"),
        Wrong::NotATime => "this is not a time of day".to_owned(),
        Wrong::NotANumber => "this is not a phone number".to_owned(),
        Wrong::Unreadable(why) => why.clone(),
    }
}
