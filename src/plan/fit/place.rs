//! Where a time lies between the ends that authors wrote for doses and sets.

use std::time::Duration;

use crate::plan::fit::crossing::crossing;
use crate::plan::fit::search::DoseSearch;

/// How many sets and passes more, or fewer, than authored to begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MovesPlace {
    pub(crate) moves: i32,
    /// The next number, where these are too few for the time with doses as written, and the next are too many.
    pub(crate) too_many: Option<i32>,
}

/// Finds the number of sets and passes, nearest to what is authored, with which doses between their ends can take a
/// time; the nearest below where there is none. `None` where none of them is a range, and where even the lower ends take
/// longer.
pub(crate) fn between_ends(
    search: &mut DoseSearch<'_>,
    target: Duration,
    slack: Duration,
) -> Option<MovesPlace> {
    let (fewest, most) = search.moves_within_ends();
    if (fewest, most) == (0, 0) {
        return None;
    }
    let is_too_long = |search: &mut DoseSearch<'_>, moves: i32| {
        let doses = search.at_lower_ends(search.moved(moves));
        search.is_over(&doses, target + slack)
    };
    let is_too_short = |search: &mut DoseSearch<'_>, moves: i32| {
        let doses = search.at_upper_ends(search.moved(moves));
        !search.is_over(&doses, target.saturating_sub(slack))
    };
    let mut moves = 0;
    if is_too_long(search, 0) {
        if is_too_long(search, fewest) {
            return None;
        }
        let (fitting, _) = crossing(fewest.unsigned_abs(), |more| {
            is_too_long(search, fewest.saturating_add_unsigned(more))
        });
        moves = fewest.saturating_add_unsigned(fitting);
    } else if is_too_short(search, 0) {
        moves = most;
        if !is_too_short(search, most) {
            let (_, fitting) = crossing(most.unsigned_abs(), |more| {
                !is_too_short(search, 0_i32.saturating_add_unsigned(more))
            });
            moves = 0_i32.saturating_add_unsigned(fitting);
        }
        if is_too_long(search, moves) {
            moves -= 1;
        }
    }
    let is_between = moves < most && is_too_short(search, moves);
    Some(MovesPlace {
        moves,
        too_many: is_between.then_some(moves + 1),
    })
}
