//! What follows from a profile today, in words for the person.

use chrono::{NaiveDate, Timelike as _};

use crate::content::safety::condition::Condition;
use crate::content::safety::rulebook::Safety;
use crate::content::text::printable::printable;
use crate::plan::profile::Profile;
use crate::plan::profile::dates::{Day, OLDER};
use crate::plan::profile::dates::{
    MOST_DAYS_TO_COME, PREGNANCY, after_birth, days, pregnancies, pregnancy, week_unknown,
};

/// Whether a condition follows from a date: a profile need not name it.
pub(crate) fn follows_from_date(condition: &Condition, safety: &Safety) -> bool {
    let is_dated = condition.weeks.0.is_some()
        || condition.weeks.1.is_some()
        || condition.lasts_weeks.is_some();
    is_dated || pregnancies(safety).any(|known| known.id == condition.id)
}

/// The condition of somebody who is pregnant and does not know the week.
pub(crate) fn of_unknown_week(safety: &Safety) -> Option<&str> {
    week_unknown(safety)
}

/// What a word of `safety.toml` is called; an unknown one in quotes.
pub(crate) fn name_of(word: &str, safety: &Safety) -> String {
    let conditions = safety
        .conditions
        .iter()
        .map(|known| (&known.id, &known.name));
    let flags = (safety.session_flags.iter()).map(|known| (&known.id, &known.name));
    let stops = safety
        .full_stops
        .iter()
        .map(|known| (&known.id, &known.name));
    let mut known = conditions.chain(flags).chain(stops);
    known.find(|(id, _)| *id == word).map_or_else(
        || format!("\"{}\"", printable(word)),
        |(_, name)| name.clone(),
    )
}

impl Profile {
    /// What the program makes of it today, in a sentence or two.
    pub fn in_words(&self, safety: &Safety, today: NaiveDate) -> String {
        let person = self.person(safety, today);
        let due = self.due.filter(|_| !self.is_born(today));
        let of_due = due.map_or_else(Vec::new, |due| pregnancy(due, safety, today));
        let stops = person.full_stops().iter().map(String::as_str);
        let held: Vec<String> = person
            .said()
            .chain(stops)
            .map(|word| {
                let name = name_of(word, safety);
                match due.filter(|_| of_due.contains(&word)) {
                    Some(due) => format!("{name} ({})", week(due, today)),
                    None if word == OLDER && self.is_older_by_year(today) => {
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
            self.unchecked_in_words()
                .map(|words| format!("Not checked: {words}.")),
        );
        if said.is_empty() {
            said.push("Today no rule leaves anything out for you.".to_owned());
        }
        said.join(" ")
    }

    /// What was not understood of what it says of the person; `None` where all was.
    pub(crate) fn unchecked_in_words(&self) -> Option<String> {
        (!self.is_understood()).then(|| unchecked(&self.unchecked, self.is_broken))
    }

    /// What follows from the due date: `week 30, third trimester`.
    pub fn due_in_words(&self, safety: &Safety, today: NaiveDate) -> Option<String> {
        let due = self.due?;
        if self.is_born(today) {
            return Some("born".to_owned());
        }
        let of_due = pregnancy(due, safety, today);
        let names = of_due.iter().map(|word| {
            let name = name_of(word, safety);
            name.strip_prefix("pregnant, ").unwrap_or(&name).to_owned()
        });
        let words = std::iter::once(week(due, today)).chain(names);
        Some(words.collect::<Vec<_>>().join(", "))
    }

    /// What follows from the birth of a child.
    pub fn birth_in_words(&self, safety: &Safety, today: NaiveDate) -> Option<String> {
        let Day::On(birth) = self.birth_of_child? else {
            return Some("counts as today".to_owned());
        };
        let weeks = days(birth, today).div_euclid(7);
        let ago = match weeks {
            ..0 => return Some("still to come".to_owned()),
            0 => "less than a week ago".to_owned(),
            1 => "a week ago".to_owned(),
            2..100 => format!("{weeks} weeks ago"),
            _ => format!("{} years ago", weeks * 7 / 365),
        };
        let holds = after_birth(Day::On(birth), self.caesarean, safety, today)
            .next()
            .is_some();
        Some(if holds { ago } else { format!("{ago}, over") })
    }

    /// What else it says, a line each.
    pub(crate) fn wishes_in_words(&self) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some(bedtime) = self.bedtime {
            lines.push(format!(
                "Bedtime: {:02}:{:02}.",
                bedtime.hour(),
                bedtime.minute()
            ));
        }
        if let Some(factor) = self.pace_factor {
            lines.push(format!(
                "Time between steps: {}.",
                pace_in_words(Some(factor))
            ));
        }
        if let Some(floor) = self.floor {
            let can = if floor { "yes" } else { "no" };
            lines.push(format!("Down to the floor and up again: {can}."));
        }
        if self.older == Some(false) {
            lines.push("The rules for 65 and older: not for you.".to_owned());
        }
        if let Some(number) = &self.emergency_number {
            lines.push(format!("Emergency number: {}.", printable(number)));
        }
        if let Some(props) = &self.equipment {
            let props: Vec<_> = props.iter().map(|prop| printable(prop)).collect();
            lines.push(if props.is_empty() {
                "Props at hand: none.".to_owned()
            } else {
                format!("Props at hand: {}.", props.join(", "))
            });
        }
        lines
    }
}

/// What was not understood of a profile, in quotes; of a file that is no TOML, also that.
pub(crate) fn unchecked(words: &[String], is_broken: bool) -> String {
    let words = words.iter().map(|word| format!("\"{}\"", printable(word)));
    let broken = is_broken.then(|| "what cannot be read".to_owned());
    words.chain(broken).collect::<Vec<_>>().join(", ")
}

/// What a pace factor means.
pub(crate) fn pace_in_words(factor: Option<f64>) -> String {
    let is = |value: f64| factor.is_some_and(|factor| (factor - value).abs() < 1e-9);
    match factor {
        None => "as written".to_owned(),
        Some(_) if is(1.0) => "as written".to_owned(),
        Some(_) if is(1.5) => "half as much more".to_owned(),
        Some(_) if is(2.0) => "twice as much".to_owned(),
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
