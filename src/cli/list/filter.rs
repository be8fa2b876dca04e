//! The filters of `supple list`.

use crate::cli::arguments::FilterArgs;
use crate::content::entry::Entry;
use crate::content::routine::Routine;

/// Returns whether everything that was asked holds for the routine.
pub(crate) fn admits(filter: &FilterArgs, entry: &Entry<Routine>) -> bool {
    let routine = &entry.value;
    let minutes = routine.minutes.as_ref().map(|minutes| *minutes.get_ref());
    let (id, title) = (&filter.id, &filter.title);
    holds(id.as_ref(), |part| part.is_in(&entry.id))
        && holds(title.as_ref(), |part| part.is_in(&routine.title))
        && holds(filter.discipline, |wanted| {
            routine.discipline == Some(wanted)
        })
        && holds(filter.audience, |wanted| {
            routine.audience.is_empty() || routine.audience.contains(&wanted)
        })
        && holds(filter.when, |wanted| routine.when == wanted)
        && holds(filter.max_minutes, |most| {
            minutes.is_some_and(|minutes| minutes <= most)
        })
}

/// Returns whether a choice holds; one that was not made holds for all.
fn holds<T>(wanted: Option<T>, is_so: impl FnOnce(T) -> bool) -> bool {
    wanted.is_none_or(is_so)
}
