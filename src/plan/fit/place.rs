//! Where a time lies between the ends that authors wrote for doses and sets.

use std::time::Duration;

use crate::plan::fit::search::{DoseSearch, crossing};

/// How many sets more, or fewer, than authored to begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SetsPlace {
    pub(crate) sets: i32,
    /// The next number of sets, where these are too few for the time with doses as written, and the next are too many.
    pub(crate) too_many: Option<i32>,
}

/// Finds the number of sets, nearest to what is authored, with which doses between their ends can take a time; the
/// nearest below where there is none. `None` where no set is a range, and where even the lower ends take longer.
pub(crate) fn between_ends(
    search: &mut DoseSearch<'_>,
    target: Duration,
    slack: Duration,
) -> Option<SetsPlace> {
    let (fewest, most) = search.sets_within_ends();
    if (fewest, most) == (0, 0) {
        return None;
    }
    let is_too_long = |search: &mut DoseSearch<'_>, sets: i32| {
        let doses = search.at_lower_ends(search.with_sets(sets));
        search.is_over(&doses, target + slack)
    };
    let is_too_short = |search: &mut DoseSearch<'_>, sets: i32| {
        let doses = search.at_upper_ends(search.with_sets(sets));
        !search.is_over(&doses, target.saturating_sub(slack))
    };
    let mut sets = 0;
    if is_too_long(search, 0) {
        if is_too_long(search, fewest) {
            return None;
        }
        let (fitting, _) = crossing(fewest.unsigned_abs(), |more| {
            is_too_long(search, fewest.saturating_add_unsigned(more))
        });
        sets = fewest.saturating_add_unsigned(fitting);
    } else if is_too_short(search, 0) {
        sets = most;
        if !is_too_short(search, most) {
            let (_, fitting) = crossing(most.unsigned_abs(), |more| {
                !is_too_short(search, 0_i32.saturating_add_unsigned(more))
            });
            sets = 0_i32.saturating_add_unsigned(fitting);
        }
        if is_too_long(search, sets) {
            sets -= 1;
        }
    }
    let is_between = sets < most && is_too_short(search, sets);
    Some(SetsPlace {
        sets,
        too_many: is_between.then_some(sets + 1),
    })
}
