//! The answers of the form, and the profile that they make.

use chrono::NaiveDate;

use crate::content::safety::rulebook::Safety;
use crate::content::vocabulary::{PROPS, Side};
use crate::plan::profile::day::Day;
use crate::plan::profile::model::Profile;
use crate::plan::profile::typed::{Typed, read_typed};
use crate::tui::input::action::Action;
use crate::tui::widgets::field::TextField;
use crate::words::en::profile as words;

/// Characters of a typed answer.
const LONGEST: usize = 20;
/// The choices of "time between steps", after the one in the file.
const PACES: [f64; 2] = [1.5, 2.0];

/// The answers so far.
#[derive(Clone, Debug)]
pub(crate) struct Answers {
    /// The profile of the file, without its faults.
    pub(crate) before: Profile,
    /// The new profile; a wrong typed answer leaves the old one.
    pub(crate) after: Profile,
    /// The typed texts; `None` for an untouched answer.
    typed: Typed<Option<TextField>>,
    /// The faults of the typed texts.
    pub(crate) faults: Typed<Option<String>>,
}

impl Answers {
    pub(crate) fn new(before: Profile) -> Self {
        Self {
            after: before.clone(),
            before,
            typed: Default::default(),
            faults: Default::default(),
        }
    }

    /// Answers for a new file, all to be written.
    pub(crate) fn understood(after: Profile) -> Self {
        let typed = texts(&after).map(|text| (!text.is_empty()).then(|| TextField::new(text)));
        Self {
            after,
            typed,
            ..Self::new(Profile::default())
        }
    }

    /// Returns whether a typed answer was touched.
    pub(crate) fn is_touched(&self, which: usize) -> bool {
        self.typed[which].is_some()
    }

    /// The typed text, or the one of the file.
    pub(crate) fn text(&self, which: usize, written: &str) -> String {
        let typed = self.typed[which].as_ref();
        typed.map_or(written, TextField::text).to_owned()
    }

    /// Returns the typed text with its cursor, in at most `width` columns.
    pub(crate) fn shown(&self, which: usize, width: usize) -> String {
        let typed = self.typed[which].as_ref();
        typed.map_or_else(String::new, |field| field.shown(width))
    }

    pub(crate) fn toggle(&mut self, word: &str, safety: &Safety) {
        let words = &mut self.after.conditions;
        if words.iter().any(|known| known == word) {
            words.retain(|known| known != word);
            return;
        }
        words.push(word.to_owned());
        let known: Vec<&str> = safety.condition_ids().collect();
        sort(words, &self.before.conditions, &known);
    }

    /// Returns whether the rules for older people apply: by an answer, or by the year of birth.
    pub(crate) fn is_older(&self, safety: &Safety, today: NaiveDate) -> bool {
        let after = &self.after;
        after.older == Some(true)
            || after.is_older_by_year(safety, today)
            || after.has_older(safety)
    }

    /// Switches the rules for older people. Against the year of birth a separate key says no.
    pub(crate) fn toggle_older(&mut self, safety: &Safety, today: NaiveDate) {
        let is_older = self.is_older(safety, today);
        let is_said = self.after.has_older(safety);
        let denied = is_older && self.after.is_of_age(today);
        self.after.older = denied.then_some(false);
        if is_older == is_said
            && let Some(older) = safety.older()
        {
            self.toggle(&older.id, safety);
        }
    }

    pub(crate) fn next_pace(&mut self) {
        let (now, own) = (self.after.pace_factor, self.before.pace_factor);
        let written = own.filter(|own| (own - 1.0).abs() < f64::EPSILON);
        let mut all = vec![written];
        all.extend(PACES.map(Some));
        if !all.contains(&own) && own.is_some() {
            all.push(own);
        }
        let at = all.iter().position(|pace| *pace == now).unwrap_or(0);
        self.after.pace_factor = all[(at + 1) % all.len()];
    }

    pub(crate) fn next_floor(&mut self) {
        self.after.floor = next_answer(self.after.floor);
    }

    pub(crate) fn next_gentle(&mut self) {
        self.after.gentle = next_answer(self.after.gentle);
    }

    pub(crate) fn next_first_side(&mut self) {
        self.after.first_side = match self.after.first_side {
            None => Some(Side::Left),
            Some(Side::Left) => Some(Side::Right),
            Some(Side::Right) => None,
        };
    }

    pub(crate) fn toggle_prop(&mut self, prop: &str) {
        let mut props = self.after.equipment.take().unwrap_or_default();
        if props.iter().any(|known| known == prop) {
            props.retain(|known| known != prop);
        } else {
            props.push(prop.to_owned());
            sort(
                &mut props,
                self.before.equipment.as_deref().unwrap_or_default(),
                PROPS,
            );
        }
        self.after.equipment = Some(props).filter(|props| !props.is_empty());
    }

    pub(crate) fn toggle_no_props(&mut self) {
        let is_none = self.after.equipment.as_ref().is_some_and(Vec::is_empty);
        self.after.equipment = (!is_none).then(Vec::new);
    }

    /// Starts typing an answer; one with a fault is continued.
    pub(crate) fn begin(&mut self, which: usize, goes_on: bool, written: &str) {
        let goes_on = goes_on || self.faults[which].is_some();
        let text = if goes_on {
            self.text(which, written)
        } else {
            String::new()
        };
        self.typed[which] = Some(TextField::new(text));
    }

    pub(crate) fn push(&mut self, which: usize, letter: char) {
        let field = self.typed[which].get_or_insert_default();
        let text = field.text();
        if text.chars().count() >= LONGEST {
            return;
        }
        // Dates and times of day need no dividers to be typed.
        let digits = text
            .chars()
            .all(|known| known.is_ascii_digit() || known == '-');
        let divider = match (which, text.len()) {
            (0 | 1, 4 | 7) => Some('-'),
            (3, 2) => Some(':'),
            _ => None,
        };
        let divides = digits && letter.is_ascii_digit() && !text.ends_with('-');
        if let Some(divider) = divider.filter(|_| divides && field.is_at_end()) {
            field.insert(divider);
        }
        field.insert(letter);
    }

    /// Moves the cursor of an answer, or takes letters away.
    pub(crate) fn change(&mut self, which: usize, action: Action, written: &str) {
        self.typed[which]
            .get_or_insert_with(|| TextField::new(written))
            .act(action);
    }

    /// Reads the typed texts. `written` is the text of the file for each.
    pub(crate) fn read(&mut self, written: &Typed<String>, safety: &Safety, today: NaiveDate) {
        let texts: Typed<String> = std::array::from_fn(|which| self.text(which, &written[which]));
        let (read, faults) = read_typed(&texts, safety, today);
        let touched: Typed<bool> = std::array::from_fn(|which| self.is_touched(which));
        self.faults = faults.map(|fault| fault.as_ref().map(words::wrong));
        for (fault, touched) in self.faults.iter_mut().zip(touched) {
            fault.take_if(|_| !touched);
        }
        let right = |which: usize| touched[which] && self.faults[which].is_none();
        let (before, after) = (&self.before, &mut self.after);
        after.due = if right(0) { read.due } else { before.due };
        after.birth_of_child = if right(1) {
            read.birth_of_child
        } else {
            before.birth_of_child
        };
        after.birth_year = if right(2) {
            read.birth_year
        } else {
            before.birth_year
        };
        after.year_unclear = before.year_unclear && !right(2);
        after.bedtime = if right(3) {
            read.bedtime
        } else {
            before.bedtime
        };
        after.emergency_number = if right(4) {
            read.emergency_number
        } else {
            before.emergency_number.clone()
        };
    }
}

/// After no answer yes, then no.
const fn next_answer(answer: Option<bool>) -> Option<bool> {
    match answer {
        None => Some(true),
        Some(true) => Some(false),
        Some(false) => None,
    }
}

/// The typed answers of a profile, as they are typed.
pub(crate) fn texts(profile: &Profile) -> Typed<String> {
    let day = |day: Option<Day>| match day {
        Some(Day::On(date)) => date.to_string(),
        _ => String::new(),
    };
    let bedtime = profile.bedtime.map(|time| time.format("%H:%M").to_string());
    [
        day(profile.due),
        day(profile.birth_of_child),
        profile
            .birth_year
            .map_or_else(String::new, |year| year.to_string()),
        bedtime.unwrap_or_default(),
        profile.emergency_number.clone().unwrap_or_default(),
    ]
}

/// Words of the file keep their order; others follow in the order of `known`.
fn sort(words: &mut [String], before: &[String], known: &[&str]) {
    let rank = |word: &String| {
        let written = before.iter().position(|known| known == word);
        written.unwrap_or_else(|| {
            let place = known.iter().position(|known| known == word);
            before.len() + place.unwrap_or(known.len())
        })
    };
    words.sort_by_key(rank);
}
