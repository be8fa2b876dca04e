//! The order of the list: what suits now first.

use std::time::Duration;

use chrono::NaiveTime;

use crate::content::vocabulary::{Audience, When};
use crate::tui::hours::suits;
use crate::tui::shelf::{Shelf, Verdict};

/// What most people have time for; of several that suit, the nearest to it comes first.
const USUAL: Duration = Duration::from_secs(600);
/// All rows, what suits the person and this time first.
pub fn by_time(shelf: &Shelf, time: NaiveTime) -> Vec<usize> {
    let (rows, profile) = (shelf.rows(), &shelf.whom().profile);
    let at_night = suits(When::MiddleOfTheNight, time, profile.bedtime) == 0;
    let adults = shelf.whom().person().audience().is_none();
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
            suits(row.when, time, profile.bedtime),
            !row.meant,
            adults && !general,
            remade,
            // Nobody gets up at night for what can be done lying down.
            if at_night && row.when.is_sleepy() {
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
