//! The search: by words, beginnings of words and a slip or two, in what routines are called and what they hold; and for
//! what somebody has, where it is said.

mod index;
mod query;

use chrono::NaiveTime;

use crate::content::safety::{Meaning, Meanings};
use crate::content::vocabulary::When;
use crate::plan::profile::{name_of, of_unknown_week};
use crate::tui::hours::suits;
use crate::tui::keymap::{self, Action, Context};
use crate::tui::ranking::by_time;
use crate::tui::search::index::{Field, Kind, Match, Rank, all_in, fields, is_whole, when_words};
use crate::tui::search::query::Query;
use crate::tui::shelf::{Row, Shelf, Verdict};

/// What somebody has is looked up from so many letters on.
const LEAST_LETTERS: usize = 3;
/// No more answers are given than these.
const MOST_ANSWERS: usize = 3;

/// What is searched through.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// What all routines of a shelf are found by, in the order of its rows.
    routines: Vec<Vec<Field>>,
    /// What somebody may have is called.
    meanings: Meanings,
    /// The rows in the order of the list.
    order: Vec<usize>,
    now: NaiveTime,
}

/// A routine that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its row of the shelf.
    pub row: usize,
    /// Why, in a word or two; empty where it is called so.
    pub why: String,
}

/// Where something is said that somebody has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The word of `safety.toml`.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// It is said for today alone, not in the profile.
    pub today: bool,
    /// It is said.
    pub holds: bool,
}

/// What a search comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// What the words mean that somebody has.
    pub answers: Vec<Answer>,
    /// Routines, best first.
    pub hits: Vec<Hit>,
    /// Whether the first routine is rather what was meant than the answers are.
    pub leads: bool,
}

impl Found {
    /// All routines, what suits now first.
    pub fn everything(shelf: &Shelf, now: NaiveTime) -> Self {
        let hit = |row| Hit {
            row,
            why: String::new(),
        };
        Self {
            hits: by_time(shelf, now).into_iter().map(hit).collect(),
            answers: Vec::new(),
            leads: true,
        }
    }
}

impl Index {
    /// Works out what can be found at this time of day.
    pub fn of(shelf: &Shelf, now: NaiveTime) -> Self {
        let fields = |row: &Row| {
            let entry = shelf.entry(row);
            entry.map_or_else(Vec::new, |entry| fields(entry, row, shelf))
        };
        Self {
            routines: shelf.rows().iter().map(fields).collect(),
            meanings: Meanings::of(&shelf.library().shared().safety),
            order: by_time(shelf, now),
            now,
        }
    }

    /// Everything that a query finds; without a word that says something, everything.
    pub fn find(&self, typed: &str, shelf: &Shelf) -> Found {
        let bedtime = shelf.whom().profile.bedtime;
        let query = Query::read(typed, bedtime);
        if query.is_empty() {
            return Found::everything(shelf, self.now);
        }
        let of_time = query.time.map(|time| by_time(shelf, time));
        let order = of_time.as_ref().unwrap_or(&self.order);
        let found = order.iter().enumerate().filter_map(|(place, &index)| {
            let (row, fields) = (shelf.rows().get(index)?, self.routines.get(index)?);
            let (mut cost, why) = hit(&query, row, fields, bedtime)?;
            cost.place = place;
            Some((cost, Hit { row: index, why }))
        });
        let mut hits: Vec<(Cost, Hit)> = found.collect();
        // A slip says nothing beside what is so.
        if hits.iter().any(|(cost, _)| cost.slips == 0) {
            hits.retain(|(cost, _)| cost.slips == 0);
        }
        hits.sort_by_key(|(cost, _)| *cost);
        let best = hits
            .first()
            .map(|(cost, _)| *cost)
            .filter(|cost| cost.slips == 0);
        let is_at_least = |rank| best.is_some_and(|cost| cost.rank <= rank);
        let meaning = || self.meanings.meaning(typed);
        let (answers, is_sure) = answers(&query, meaning, is_at_least(Rank::Kind), shelf);
        Found {
            leads: answers.is_empty() || is_at_least(Rank::Name) || !is_sure && best.is_some(),
            answers,
            hits: hits.into_iter().map(|(_, hit)| hit).collect(),
        }
    }
}

/// What is sorted by, in this order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Cost {
    slips: usize,
    /// The worst of the words.
    rank: Rank,
    beginnings: usize,
    is_blocked: bool,
    /// It is for other hours as well.
    is_for_long: bool,
    /// Its place in the list of the time.
    place: usize,
}

/// How well a routine answers a query, and why; `None` where it does not.
fn hit(
    query: &Query,
    row: &Row,
    fields: &[Field],
    bedtime: Option<NaiveTime>,
) -> Option<(Cost, String)> {
    let mut cost = Cost {
        is_blocked: matches!(row.verdict, Verdict::NotForYou(_)),
        ..Cost::default()
    };
    let mut why = Vec::new();
    if let Some(place) = query.place {
        why.push(
            row.places
                .contains(&place)
                .then(|| place.words().to_owned())?,
        );
    }
    if let Some(time) = query.time {
        let is_for_it = suits(row.when, time, bedtime) <= 1;
        why.push(is_for_it.then(|| when_words(row.when).to_owned())?);
        cost.is_for_long = is_long(row.when);
    }
    for Match { kind, field, word } in all_in(&query.words, fields)? {
        cost.slips += usize::from(kind == Kind::Slip);
        cost.beginnings += usize::from(kind == Kind::Beginning);
        cost.rank = cost.rank.max(field.rank);
        if !field.why.is_empty() && !why.contains(&field.why) {
            why.push(field.why.clone());
        } else if kind == Kind::Slip {
            why.push(format!("like \"{word}\""));
        }
    }
    if is_whole(&query.whole, fields) {
        cost.rank = Rank::Whole;
    }
    Some((cost, why.join(", ")))
}

/// Whether it belongs to half a day rather than to an hour or two.
const fn is_long(when: When) -> bool {
    matches!(
        when,
        When::MorningOrAfternoon
            | When::Daytime
            | When::DaytimeOrAfterDinner
            | When::Desk
            | When::Travel
    )
}

/// What the words mean that somebody has, and whether that is sure. What is only near counts where no routine is found
/// by more than its steps.
fn answers(
    query: &Query,
    meaning: impl FnOnce() -> Meaning,
    is_found: bool,
    shelf: &Shelf,
) -> (Vec<Answer>, bool) {
    let safety = &shelf.library().shared().safety;
    if query.whole.chars().count() < LEAST_LETTERS {
        return (Vec::new(), false);
    }
    let week = of_unknown_week(safety).filter(|_| query.is_week());
    let (ids, is_sure) = match (week, meaning()) {
        (Some(id), _) => (vec![id.to_owned()], true),
        (None, Meaning::Word(id) | Meaning::Name(id)) => (vec![id], true),
        (None, Meaning::Near { ids, .. }) if !is_found => (ids, false),
        (None, Meaning::Near { .. } | Meaning::Nothing) => (Vec::new(), false),
    };
    let answer = |id: String| Answer {
        name: name_of(&id, safety),
        today: safety.condition(&id).is_none(),
        holds: holds(&id, shelf),
        id,
    };
    (
        ids.into_iter().take(MOST_ANSWERS).map(answer).collect(),
        is_sure,
    )
}

fn holds(id: &str, shelf: &Shelf) -> bool {
    let person = shelf.whom().person();
    person
        .conditions()
        .iter()
        .chain(person.full_stops())
        .any(|held| held == id)
}

impl Answer {
    /// `say it in p`
    pub(super) fn where_to_say(&self) -> String {
        if self.holds {
            "holds for you".to_owned()
        } else {
            format!("say it in {}", self.key())
        }
    }

    /// What to know about it.
    pub(super) fn in_words(&self) -> String {
        let holds = if self.holds { "It holds for you. " } else { "" };
        let what = if self.today {
            "What is new today is said on a page of its own"
        } else {
            "What you have is said once, on the page about you, and every routine is then checked for it"
        };
        format!(
            "{holds}{what}. Enter opens it; in the list it is {}.",
            self.key()
        )
    }

    fn key(&self) -> String {
        let action = if self.today {
            Action::Today
        } else {
            Action::Profile
        };
        keymap::key_of(Context::Home, action)
    }
}
