//! What to play instead of a routine that does not suit.

use crate::content::entry::Entry;
use crate::content::library::Library;
use crate::content::routine::Routine;
use crate::content::vocabulary::Audience;
use crate::plan::outline::Outline;
use crate::plan::place::Place;
use crate::plan::screening::screen;
use crate::plan::whom::Whom;

/// The routine nearest to this one that the rules let the person play: the one that is named, if they let it; else one
/// for the same time of day, of the same kind, with the fewest changes, made for people like
/// this one, of about the same length. Where the profile says
/// that the floor is out of reach, one without it goes first.
pub fn suggest<'a>(
    instead_of: &Entry<Routine>,
    named: Option<&str>,
    library: &'a Library,
    whom: &Whom,
) -> Option<&'a str> {
    let playable = |entry: &'a Entry<Routine>| {
        let outline = Outline::of(&entry.id, &entry.value, library).ok()?;
        let screened = screen(&outline, &entry.value, library, whom.person());
        let changes = screened
            .decisions
            .iter()
            .filter(|decision| decision.is_change());
        let changes = changes.count();
        screened.outline.map(|outline| (outline, changes))
    };
    let others = || {
        library
            .routines()
            .filter(|entry| entry.id != instead_of.id && entry.is_sound())
    };
    if let Some(named) = named
        && let Some(entry) = others().find(|entry| entry.id == named)
        && playable(entry).is_some()
    {
        return Some(&entry.id);
    }
    let wanted = &instead_of.value;
    let nearest = others().filter_map(|entry| {
        let (outline, changes) = playable(entry)?;
        let routine = &entry.value;
        let needs_floor = whom.profile.floor == Some(false)
            && !Place::NoFloor.holds(outline.steps().map(|step| &*step.planned));
        let time = match (routine.when == wanted.when, routine.when.is_sleepy()) {
            (true, _) => 0,
            (false, sleepy) if sleepy == wanted.when.is_sleepy() => 1,
            (false, _) => 2,
        };
        let minutes =
            |routine: &Routine| routine.minutes.as_ref().map(|minutes| *minutes.get_ref());
        let off = minutes(routine)
            .unwrap_or(0)
            .abs_diff(minutes(wanted).unwrap_or(10));
        let key = (
            minutes(routine).is_none(),
            needs_floor,
            time,
            routine.discipline != wanted.discipline,
            changes,
            breadth(routine, whom),
            off,
            &entry.id,
        );
        Some(key)
    });
    nearest.min().map(|(.., id)| id.as_str())
}

/// For how many kinds of people a routine is, the fewer the more it is for this one. To an adult it does not matter.
pub fn breadth(routine: &Routine, whom: &Whom) -> usize {
    match whom.person().audience() {
        None | Some(Audience::Adult) => 0,
        Some(_) if routine.audience.is_empty() => usize::MAX,
        Some(_) => routine.audience.len(),
    }
}
