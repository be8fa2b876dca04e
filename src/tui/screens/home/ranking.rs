//! The order of the list: the routines that suit now come first.

use std::time::Duration;

use chrono::NaiveTime;

use crate::content::safety::rule::Subject;
use crate::content::vocabulary::{Audience, Position, When};
use crate::plan::catalog::Catalog;
use crate::plan::catalog::verdict::Verdict;
use crate::plan::hours::suits;

/// The usual length; of several that suit, the nearest to it comes first.
const USUAL: Duration = Duration::from_secs(600);

/// All rows, those that suit the person and the time first.
pub(crate) fn by_time(catalog: &Catalog, time: NaiveTime) -> Vec<usize> {
    let (rows, bedtime) = (catalog.rows(), catalog.whom().profile.bedtime);
    let is_time_for = |when| suits(when, time, bedtime) == 0;
    let at_night = is_time_for(When::MiddleOfTheNight);
    let by_day = !at_night && !is_time_for(When::Bedtime);
    let lying_first = at_night || stands_with_care(catalog);
    let adults = catalog.whom().person().audience().is_none();
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|&index| {
        let row = &rows[index];
        // What has little to do with what its title says comes after what has.
        let (changes, remade) = match row.verdict {
            Verdict::Adapted(changes) => (changes, changes * 2 > row.steps),
            _ => (0, false),
        };
        let general = row.audience.is_empty() || row.audience.contains(&Audience::Adult);
        (
            matches!(row.verdict, Verdict::NotForYou(_)),
            // What was made for something that they have, and for any time, is for now.
            if by_day && row.breadth == 0 && row.when == When::Any {
                0
            } else {
                suits(row.when, time, bedtime)
            },
            !row.meant,
            adults && !general,
            remade,
            // Nobody gets up at night for what can be done lying down, nor late when unsteady.
            if lying_first && row.when.is_sleepy() {
                row.effort.rising()
            } else {
                0
            },
            row.breadth,
            row.total
                .map_or(Duration::MAX, |total| total.abs_diff(USUAL)),
            changes,
        )
    });
    order
}

/// Returns whether the rules let the person stand only with care.
fn stands_with_care(catalog: &Catalog) -> bool {
    let has = catalog.whom().person().conditions();
    let rules = &catalog.library().shared().safety.rules;
    let standing = Subject::Position(Position::Standing);
    let concerned = rules.iter().filter(|rule| rule.subject == standing);
    let mut words = concerned.flat_map(|rule| &rule.precaution);
    words.any(|word| has.contains(word.get_ref()))
}
