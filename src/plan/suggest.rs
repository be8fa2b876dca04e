//! Suggests a routine in place of one that does not suit.

use crate::content::entry::Entry;
use crate::content::library::Library;
use crate::content::routine::Routine;
use crate::content::vocabulary::Audience;
use crate::plan::effort::Effort;
use crate::plan::outline::Outline;
use crate::plan::person::Person;
use crate::plan::place::Place;
use crate::plan::screening::{changed, screen};
use crate::plan::whom::Recipient;

/// The suitability of a routine for a person.
struct Suits {
    /// As it is played; as it is written of the one that is asked for.
    outline: Outline,
    effort: Effort,
    /// The number of steps that are swapped or left out.
    changes: usize,
    /// The number of authored steps.
    steps: usize,
}

impl Suits {
    fn of(outline: Outline, changes: usize, steps: usize) -> Self {
        Self {
            effort: Effort::of(outline.steps().map(|step| &*step.planned)),
            outline,
            changes,
            steps,
        }
    }

    /// Returns whether it asks no more of the person than the other one, and less of it has to be changed.
    fn is_no_more_than(&self, asked: &Self) -> bool {
        self.effort.is_within(asked.effort)
            && self.changes * asked.steps.max(1) <= asked.changes * self.steps.max(1)
    }

    fn is_at(&self, place: Place) -> bool {
        place.holds(self.outline.steps().map(|step| &*step.planned))
    }
}

/// The routine nearest to this one that the rules let the person play, with no more effort and no larger part of it
/// changed: the one that is named, if it is so; else one of the same kind, done in the same places, with about the same
/// effort. Something for the bed is instead of something for the bed. Where the profile says that the floor is out of
/// reach, one without it goes first. What was made for people with a condition is for these.
pub(crate) fn suggest<'a>(
    instead_of: &Entry<Routine>,
    named: Option<&str>,
    library: &'a Library,
    whom: &Recipient,
) -> Option<&'a str> {
    let person = whom.person();
    let wanted = &instead_of.value;
    let preferences = whom.preferences(&instead_of.id);
    let written = Outline::of(&instead_of.id, wanted, library, preferences).ok()?;
    let (changes, steps) = changed(&written, library, person);
    let asked = Suits::of(written, changes, steps);
    let fitting = |entry: &'a Entry<Routine>| {
        let suits = played(entry, library, whom)?;
        suits.is_no_more_than(&asked).then_some((entry, suits))
    };
    let others = || {
        library
            .routines()
            .filter(|entry| entry.id != instead_of.id && entry.is_sound())
    };
    if let Some(named) = named
        && let Some(entry) = others().find(|entry| entry.id == named)
        && fitting(entry).is_some()
    {
        return Some(&entry.id);
    }
    let minutes = |routine: &Routine| routine.minutes.as_ref().map(|minutes| *minutes.get_ref());
    // A checklist is no exercise, and the other way round.
    let offered = others().filter(|entry| {
        is_meant_for(&entry.value, person)
            && minutes(&entry.value).is_none() == minutes(wanted).is_none()
    });
    let nearest = offered.filter_map(fitting).map(|(entry, suits)| {
        let routine = &entry.value;
        let elsewhere = Place::ALL.iter();
        let elsewhere = elsewhere.filter(|place| suits.is_at(**place) != asked.is_at(**place));
        let off = minutes(routine)
            .unwrap_or(0)
            .abs_diff(minutes(wanted).unwrap_or(10));
        (
            (
                whom.profile.floor == Some(false) && !suits.is_at(Place::NoFloor),
                routine.when.is_sleepy() != wanted.when.is_sleepy(),
                routine.discipline != wanted.discipline,
                elsewhere.count(),
                suits.effort.distance(asked.effort),
            ),
            suits.changes,
            breadth(routine, whom),
            routine.when != wanted.when,
            off,
            &entry.id,
        )
    });
    nearest.min().map(|(.., id)| id.as_str())
}

/// Returns the routine's suitability as the person would play it; `None` where the rules do not let it play, or that is
/// unknown.
fn played(entry: &Entry<Routine>, library: &Library, whom: &Recipient) -> Option<Suits> {
    let (person, preferences) = (whom.person(), whom.preferences(&entry.id));
    let outline = Outline::of(&entry.id, &entry.value, library, preferences).ok()?;
    let steps = outline.steps().count();
    let screened = screen(&outline, &entry.value, library, person);
    if !screened.unknown.is_empty() {
        return None;
    }
    let decisions = screened.decisions.iter();
    let changes = decisions.filter(|decision| decision.is_change()).count();
    Some(Suits::of(screened.outline?, changes, steps))
}

/// Returns whether a routine is for anybody, or for somebody like this one.
pub(crate) fn is_meant_for(routine: &Routine, person: &Person) -> bool {
    let has = |word: &str| {
        person
            .conditions()
            .iter()
            .any(|condition| condition == word)
    };
    routine.made_for.is_empty() || routine.made_for.iter().any(|word| has(word.get_ref()))
}

/// For how many kinds of people a routine is, the fewer the more it is for this one. To an adult it does not matter,
/// unless it was made for a condition of theirs.
pub(crate) fn breadth(routine: &Routine, whom: &Recipient) -> usize {
    let is_made_for = !routine.made_for.is_empty() && is_meant_for(routine, whom.person());
    match whom.person().audience() {
        _ if is_made_for => 0,
        None | Some(Audience::Adult) => 1,
        Some(_) if routine.audience.is_empty() => usize::MAX,
        Some(_) => routine.audience.len(),
    }
}
