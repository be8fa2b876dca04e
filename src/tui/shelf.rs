//! The library as the list shows it: rows worked out once, off the screen's thread.

use std::time::Duration;

use crate::content::file::Origin;
use crate::content::library::{Entry, Library};
use crate::content::routine::Routine;
use crate::content::vocabulary::{Audience, When};
use crate::plan::lower::lower;
use crate::plan::timetable::Timetable;

/// A routine in the list.
#[derive(Clone, Debug)]
pub struct Row {
    /// What it is called by.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// When it belongs.
    pub when: When,
    /// Whether it is for adults in general.
    pub general: bool,
    /// What it takes as it would be played; `None` for a checklist and for a broken file.
    pub total: Option<Duration>,
    /// Whose it is.
    pub origin: Origin,
    /// Which of the library's routines, when another file has the same id.
    pub path: String,
    /// Whether it can be played.
    pub sound: bool,
    /// What the search looks through: title, id and the names of the steps.
    pub haystack: String,
}

/// A library and its rows, in the order of their titles.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    library: Library,
    rows: Vec<Row>,
    /// Instead of what its file says.
    played_as: Option<Timetable>,
}

impl Shelf {
    /// Works out the rows.
    pub fn of(library: Library) -> Self {
        let mut rows: Vec<Row> = library
            .routines()
            .map(|entry| row(entry, &library))
            .collect();
        rows.sort_by(|one, other| {
            (&one.title, &one.id, &one.path).cmp(&(&other.title, &other.id, &other.path))
        });
        Self {
            library,
            rows,
            played_as: None,
        }
    }

    /// All rows.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The library.
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// The file of a row.
    pub fn entry(&self, row: &Row) -> Option<&Entry<Routine>> {
        self.library
            .routine(&row.id)
            .filter(|entry| entry.path == row.path)
            .or_else(|| {
                self.library
                    .routines()
                    .find(|entry| entry.id == row.id && entry.path == row.path)
            })
    }

    /// Plays this in place of what its routine's file says.
    pub fn play_as(&mut self, timetable: Option<Timetable>) {
        self.played_as = timetable;
    }

    /// The timetable of a routine that can be played.
    pub fn timetable(&self, id: &str) -> Option<Timetable> {
        if let Some(timetable) = self.played_as.as_ref().filter(|played| played.id == id) {
            return Some(timetable.clone());
        }
        let entry = self.library.routine(id).filter(|entry| entry.is_sound())?;
        lower(&entry.id, &entry.value, &self.library).ok()
    }
}

fn row(entry: &Entry<Routine>, library: &Library) -> Row {
    let timetable = entry
        .is_sound()
        .then(|| lower(&entry.id, &entry.value, library).ok())
        .flatten();
    let mut haystack = format!("{} {}", entry.value.title, entry.id);
    for step in timetable.iter().flat_map(|timetable| &timetable.steps) {
        if !haystack.contains(&step.planned.name) {
            haystack.push(' ');
            haystack.push_str(&step.planned.name);
        }
    }
    Row {
        id: entry.id.clone(),
        title: entry.value.title.clone(),
        when: entry.value.when,
        general: entry.value.audience.is_empty() || entry.value.audience.contains(&Audience::Adult),
        total: timetable
            .as_ref()
            .filter(|timetable| !timetable.is_checklist())
            .map(Timetable::total),
        origin: entry.origin,
        path: entry.path.clone(),
        sound: timetable.is_some(),
        haystack,
    }
}

/// How well a time of day suits, the lower the better. What is for any time never comes before what is for now.
pub fn suits(when: When, hour: u32) -> u8 {
    let hours: &[(u32, u32)] = match when {
        When::Morning => &[(6, 11)],
        When::MorningOrAfternoon | When::Daytime | When::Desk | When::Travel => &[(8, 18)],
        When::DaytimeOrAfterDinner => &[(8, 21)],
        When::EarlyEvening => &[(17, 20)],
        When::Evening => &[(18, 22)],
        When::Bedtime => &[(20, 24), (0, 1)],
        When::MiddleOfTheNight => &[(0, 6)],
        When::Any => return 1,
    };
    if hours.iter().any(|&(from, to)| (from..to).contains(&hour)) {
        0
    } else {
        2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bedtime_suits_late_and_not_at_noon() {
        assert_eq!(suits(When::Bedtime, 22), 0);
        assert_eq!(suits(When::Bedtime, 12), 2);
        assert_eq!(suits(When::MiddleOfTheNight, 3), 0);
    }
}
