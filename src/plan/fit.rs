//! Fits a routine to the available time.
//!
//! Doses change together: they go to the ends of the ranges that authors wrote, then sets and rounds do, before any dose
//! goes beyond these ends: down to two thirds of a plain one, up to one and a half. When less than that is asked, further
//! sets go, then optional steps. Prepare, switch and rest stay. Whatever is decided here was measured on the timetable
//! itself, as an announcement can lengthen a prepare.

pub mod change;
pub(crate) mod crossing;
pub(crate) mod doses;
pub(crate) mod moves;
pub(crate) mod place;
pub(crate) mod search;
pub(crate) mod unit;

use std::time::Duration;

use crate::plan::fit::change::FitChange;
use crate::plan::fit::doses::{Doses, Near};
use crate::plan::fit::place::{MovesPlace, between_ends};
use crate::plan::fit::search::DoseSearch;
use crate::plan::outline::Outline;

/// A fitted routine is never longer than asked by more than this.
const MOST_OVER: Duration = Duration::from_secs(10);
/// A fitted routine is off by at most one part in twenty: 5 %.
const PART_OFF: u32 = 20;

/// A routine that takes as long as was asked.
#[derive(Clone, Debug)]
pub struct Fitted {
    /// The routine with other doses.
    pub outline: Outline,
    /// The changes, in order of steps.
    pub changes: Vec<FitChange>,
}

/// The reason why a routine cannot take as long as was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoFit {
    /// Less was asked than it can be shortened to.
    TooShort {
        /// The shortest possible length.
        shortest: Duration,
    },
    /// More was asked than it can be lengthened to.
    TooLong {
        /// The longest possible length.
        longest: Duration,
    },
    /// A whole set or step makes the difference between too short and too long.
    Between {
        /// The nearest that is shorter.
        below: Duration,
        /// The nearest that is longer.
        above: Duration,
    },
}

/// Fits a routine to a time.
///
/// The result is within 5 % of the requested time and at most ten seconds over it. A routine that is within both
/// 5 % and ten seconds already stays as its author wrote it.
///
/// # Errors
/// When no such routine can be reached; see [`limits`].
pub fn fit(outline: &Outline, target: Duration) -> Result<Fitted, NoFit> {
    let mut search = DoseSearch::new(outline);
    let authored = search.authored();
    let slack = MOST_OVER.min(target / PART_OFF);
    let present = search.measure(&authored);
    if present.is_some_and(|present| present.abs_diff(target) <= slack) {
        let (outline, changes) = search.fitted(&authored);
        return Ok(Fitted { outline, changes });
    }
    let (shortest, longest) = search.limits();
    if target + slack < shortest {
        return Err(NoFit::TooShort { shortest });
    }
    if longest + slack < target {
        return Err(NoFit::TooLong { longest });
    }
    let mut too_few = None;
    let near = if let Some(place) = between_ends(&mut search, target, slack) {
        at_place(&mut search, place, target)
    } else {
        let (few, taken) = search.least_reductions(target + slack);
        too_few = few;
        search.solve(search.reduced(taken), target)
    };
    if let Some((outline, changes)) = nearest(&near, target).map(|doses| search.fitted(doses)) {
        return Ok(Fitted { outline, changes });
    }
    let above = near.above.map(|(_, total)| total).or_else(|| {
        let doses = search.at_least(too_few?);
        search.measure(&doses)
    });
    Err(NoFit::Between {
        below: near.below.map_or(shortest, |(_, total)| total),
        above: above.unwrap_or(longest),
    })
}

/// Doses that take just less, and just more, than a target with these sets.
fn at_place(search: &mut DoseSearch<'_>, place: MovesPlace, target: Duration) -> Near {
    let near = search.solve(search.moved(place.moves), target);
    let Some(more) = place.too_many else {
        return near;
    };
    // Less than what is written in one set more is better than more than what is written.
    let other = search.solve(search.moved(more), target);
    if nearest(&other, target).is_some() {
        return other;
    }
    let total = |near: &(Doses, Duration)| near.1;
    let below = [near.below, other.below].into_iter().flatten();
    let above = [near.above, other.above].into_iter().flatten();
    Near {
        below: below.max_by_key(total),
        above: above.min_by_key(total),
    }
}

/// The doses that come nearest to a time, if they come near enough.
fn nearest(near: &Near, target: Duration) -> Option<&Doses> {
    let is_near = |total: &Duration| {
        *total <= target + MOST_OVER && total.abs_diff(target) <= target / PART_OFF
    };
    let both = [&near.below, &near.above].into_iter().flatten();
    let fitting = both.filter(|(_, total)| is_near(total));
    let nearest = fitting.min_by_key(|(_, total)| total.abs_diff(target));
    nearest.map(|(doses, _)| doses)
}

/// The shortest and the longest that a routine can be made.
pub fn limits(outline: &Outline) -> (Duration, Duration) {
    DoseSearch::new(outline).limits()
}
