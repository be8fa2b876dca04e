//! The search: by words and beginnings of words, in the names and contents of routines, and for conditions and signs.
//! A typing error or two is forgiven where nothing else is found.

pub mod answers;
pub(crate) mod index;
pub(crate) mod query;

use chrono::NaiveTime;

use crate::content::text::printable::printable;
use crate::content::vocabulary::{When, Word as _};
use crate::plan::catalog::Catalog;
use crate::plan::catalog::row::Row;
use crate::plan::catalog::verdict::Verdict;
use crate::plan::hours::suits;
use crate::plan::place::Place;
use crate::tui::screens::home::ranking::by_time;
use crate::tui::screens::home::search::answers::{FoundRoutines, Sayings, Weight};
use crate::tui::screens::home::search::index::{
    FoundBy, IndexField, Kind, Kinds, Match, Rank, Texts, best, together,
};
use crate::tui::screens::home::search::query::Query;

use crate::tui::screens::home::search::answers::Answer;
use crate::words::en::places;
use crate::words::en::{found, home};

/// The index.
#[derive(Clone, Debug, Default)]
pub struct Index {
    texts: Texts,
    sayings: Sayings,
    /// The rows in the order of the list.
    order: Vec<usize>,
    now: NaiveTime,
}

/// A routine that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its row of the catalog.
    pub row: usize,
    /// The reason, in a word or two; empty where its title says so.
    pub why: String,
}

/// The result of a search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Answers that are no routines.
    pub answers: Vec<Answer>,
    /// Routines, best first.
    pub hits: Vec<Hit>,
    /// True if the first routine is more likely meant than the answers.
    pub leads: bool,
    /// There was no word to look for: all routines are found.
    pub is_all: bool,
}

impl Found {
    /// All routines, those that suit now first.
    pub(crate) fn everything(catalog: &Catalog, now: NaiveTime) -> Self {
        let hit = |row| Hit {
            row,
            why: String::new(),
        };
        Self {
            hits: by_time(catalog, now).into_iter().map(hit).collect(),
            answers: Vec::new(),
            leads: true,
            is_all: true,
        }
    }
}

/// Longer words find nothing: a key was held down, or something pasted.
const LONGEST: usize = 100;

impl Index {
    /// The index of a catalog at this time of day.
    pub fn of(catalog: &Catalog, now: NaiveTime) -> Self {
        Self {
            texts: Texts::of(catalog),
            sayings: Sayings::of(&catalog.library().shared().safety),
            order: by_time(catalog, now),
            now,
        }
    }

    /// Searches the same routines at another time, or for somebody else.
    pub(crate) fn set_time(&mut self, catalog: &Catalog, now: NaiveTime) {
        self.order = by_time(catalog, now);
        self.now = now;
    }

    /// Everything that a query finds; all routines where it holds no word to look for.
    pub fn find(&self, typed: &str, catalog: &Catalog) -> Found {
        let query = Query::read(typed, catalog.whom().profile.bedtime);
        if query.is_empty() {
            return Found::everything(catalog, self.now);
        }
        if query.words.iter().any(|term| term.text.len() > LONGEST) {
            return Found::default();
        }
        let mut hits = self.hits(&query, false, catalog);
        let best = hits.first().map(|(cost, _)| *cost);
        let beside = FoundRoutines {
            is_found: best.is_some(),
            is_exact: best.is_some_and(|cost| cost.begun == 0 && cost.rank <= Rank::Step),
        };
        let (mut answers, weight) = self.sayings.find(&query, beside, catalog);
        let mut leads = best.is_some_and(|best| match weight {
            Weight::Urgent => false,
            Weight::Sure => best.rank <= Rank::Name || best.is_phrase(&query),
            Weight::Beside => true,
        });
        // A slip says nothing beside what is so.
        if hits.is_empty() && answers.is_empty() {
            let weight;
            (answers, weight) = self.sayings.find_near(&query, catalog);
            hits = self.hits(&query, true, catalog);
            let best = hits.first().map(|(cost, _)| cost.rank);
            leads = best.is_some_and(|rank| rank <= Rank::Kind) && weight < Weight::Sure;
        }
        Found {
            leads: leads || answers.is_empty(),
            answers,
            hits: hits.into_iter().map(|(_, hit)| hit).collect(),
            is_all: false,
        }
    }

    /// The routines that a query finds, best first.
    fn hits(&self, query: &Query, with_slips: bool, catalog: &Catalog) -> Vec<(Cost, Hit)> {
        if query.is_unknown || with_slips && query.words.is_empty() {
            return Vec::new();
        }
        let kinds = |word: &str| self.texts.kinds(word, with_slips);
        let seeker = Seeker {
            query,
            texts: &self.texts,
            kinds: query.words.iter().map(|term| kinds(&term.text)).collect(),
            without: query.without.iter().map(|word| kinds(word)).collect(),
            floor: self.texts.kinds("floor", false),
            bedtime: catalog.whom().profile.bedtime,
        };
        let of_time = query.time.map(|time| by_time(catalog, time));
        let order = of_time.as_ref().unwrap_or(&self.order);
        let found = order.iter().enumerate().filter_map(|(place, &index)| {
            let (row, fields) = (catalog.rows().get(index)?, self.texts.rows.get(index)?);
            let (mut cost, found) = seeker.costs(row, fields)?;
            cost.place = place;
            Some((cost, index, found))
        });
        let mut found: Vec<_> = found.collect();
        found.sort_by_key(|(cost, ..)| *cost);
        let hit = |(cost, index, matches): (Cost, usize, Vec<Match<'_>>)| {
            let why = seeker.why(catalog, index, &matches);
            (cost, Hit { row: index, why })
        };
        found.into_iter().map(hit).collect()
    }
}

/// The sort key: the fields in this order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Cost {
    slips: usize,
    /// Words that need not be found, and are not.
    missing: usize,
    /// The worst of the words.
    rank: Rank,
    /// The words stand in different places.
    is_apart: bool,
    beginnings: usize,
    is_blocked: bool,
    /// It is for other hours as well.
    is_for_long: bool,
    /// Its place in the list of the time.
    place: usize,
    /// Words that only begin so; nothing is sorted by it.
    begun: usize,
}

impl Cost {
    /// Returns whether several words stand together as they were typed.
    fn is_phrase(self, query: &Query) -> bool {
        query.words.len() > 1 && self.missing + self.begun == 0 && !self.is_apart
    }
}

/// A query, and how every word stands to its words.
struct Seeker<'a> {
    query: &'a Query,
    texts: &'a Texts,
    kinds: Vec<Kinds>,
    without: Vec<Kinds>,
    floor: Kinds,
    bedtime: Option<NaiveTime>,
}

impl Seeker<'_> {
    /// The cost of a routine with the matches of the words; `None` where it does not match.
    fn costs<'b>(&self, row: &Row, fields: &'b [IndexField]) -> Option<(Cost, Vec<Match<'b>>)> {
        let query = self.query;
        let mut cost = Cost {
            is_blocked: matches!(row.verdict, Verdict::NotForYou(_)),
            ..Cost::default()
        };
        if let Some(place) = query.place {
            row.places.contains(&place).then_some(())?;
        }
        if query.on_floor {
            let is_down = !row.places.contains(&Place::NoFloor) && row.is_sound();
            is_down.then_some(())?;
        }
        if self
            .without
            .iter()
            .any(|kinds| best(kinds, fields).is_some())
        {
            return None;
        }
        if let Some(time) = query.time {
            (suits(row.when, time, self.bedtime) <= 1).then_some(())?;
            cost.is_for_long = is_long(row.when);
        }
        let mut found = Vec::new();
        for (term, kinds) in query.words.iter().zip(&self.kinds) {
            match best(kinds, fields) {
                Some(one) => found.push(one),
                None if term.is_spare => cost.missing += 1,
                None => return None,
            }
        }
        cost.rank = found
            .iter()
            .map(|one| one.field.rank)
            .max()
            .unwrap_or_default();
        cost.is_apart = found.len() > 1;
        if found.len() > 1
            && let Some(all) = together(&self.kinds, fields)
            && all.iter().all(|one| one.field.rank <= cost.rank)
        {
            (cost.is_apart, found) = (false, all);
        }
        let count = |is: &dyn Fn(Kind) -> bool| found.iter().filter(|one| is(one.kind)).count();
        cost.slips = count(&|kind| kind == Kind::Slip);
        cost.begun = count(&|kind| kind == Kind::Beginning);
        cost.beginnings = count(&|kind| matches!(kind, Kind::Form | Kind::Beginning));
        if self.texts.is_whole(&query.whole, fields) {
            cost.rank = Rank::Whole;
        }
        Some((cost, found))
    }

    /// Returns the reason why a routine was found, in a word or two.
    fn why(&self, catalog: &Catalog, index: usize, matches: &[Match<'_>]) -> String {
        let Some(row) = catalog.rows().get(index) else {
            return String::new();
        };
        let query = self.query;
        let place = query.place.map(FoundBy::Place);
        let time = query.time.map(|_| FoundBy::When(row.when));
        let is_said = |why: &FoundBy| match why {
            FoundBy::Seen => true,
            FoundBy::OnTheFloor(_) => query.on_floor,
            _ => [&place, &time]
                .into_iter()
                .flatten()
                .any(|said| said == why),
        };
        let mut reasons: Vec<(&FoundBy, Option<&str>)> = Vec::new();
        for one in matches {
            let reason = self.texts.why(one);
            let is_repeated = reason.1.is_none() && is_said(reason.0);
            if !is_repeated && !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        let entry = matches.iter().any(|one| one.field.rank == Rank::Also);
        let entry = entry.then(|| catalog.entry(row)).flatten();
        let also = entry.map_or(&[][..], |entry| &entry.value.also);
        let in_words = |(why, slip): (&FoundBy, Option<&str>)| {
            let words = in_words(why, &row.id, also);
            slip.map_or_else(
                || words.clone().unwrap_or_default(),
                |word| found::like(word, words.as_deref()),
            )
        };
        let mut said: Vec<String> = Vec::new();
        said.extend(place.iter().map(|why| in_words((why, None))));
        if query.on_floor {
            said.push(self.on_the_floor(index));
        }
        said.extend(query.without.iter().map(|thing| found::without(thing)));
        said.extend(time.iter().map(|why| in_words((why, None))));
        said.extend(reasons.into_iter().map(in_words));
        if let Some(means) = query.means.as_ref().filter(|_| said.is_empty()) {
            said.push(means.clone());
        }
        found::all(&said)
    }

    /// Returns that it goes down to the floor, and in which step where a step says so.
    fn on_the_floor(&self, index: usize) -> String {
        let fields = self.texts.rows.get(index);
        let best = fields.and_then(|fields| best(&self.floor, fields));
        match best.map(|one| self.texts.why(&one).0) {
            Some(FoundBy::OnTheFloor(step)) => found::of_step(found::ON_THE_FLOOR, *step),
            _ => found::ON_THE_FLOOR.to_owned(),
        }
    }
}

/// A reason in words; `None` for what is on the screen already.
fn in_words(why: &FoundBy, id: &str, also: &[String]) -> Option<String> {
    Some(match why {
        FoundBy::Seen => return None,
        FoundBy::When(when) => found::when(*when).to_owned(),
        FoundBy::Place(place) => places::place(*place).to_owned(),
        FoundBy::Discipline(kind) => kind.as_str().to_owned(),
        FoundBy::Minutes(minutes) => home::minutes(*minutes),
        FoundBy::For(audience) => home::made_for(audience.in_words()),
        FoundBy::Pregnancy => found::FOR_PREGNANCY.to_owned(),
        FoundBy::Id => found::called(id),
        FoundBy::Also(at) => found::also(also.get(*at).map_or("", String::as_str)),
        FoundBy::Step(number) => found::step(*number),
        FoundBy::Of(number, what) => found::of_step(what, *number),
        FoundBy::OnTheFloor(number) => found::of_step(found::ON_THE_FLOOR, *number),
        FoundBy::Needs(prop) => home::needs(&printable(prop)),
    })
}

/// Returns whether it belongs to half a day rather than to an hour or two.
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
