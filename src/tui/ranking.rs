//! The order of the list: what suits now first, or what was searched for.

use std::cmp::Reverse;
use std::time::Duration;

use chrono::NaiveTime;
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::content::vocabulary::{Audience, When};
use crate::tui::hours::suits;
use crate::tui::shelf::{Row, Shelf, Verdict};

/// The rank of what is only alike.
const ALIKE: u8 = 2;
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

/// The rows that match, best first: what is called so, what holds the words as they are; without these, what is alike.
pub fn search(rows: &[Row], query: &str) -> Vec<usize> {
    let pattern = Pattern::parse(query, CaseMatching::Ignore, Normalization::Smart);
    let words = query.trim().to_lowercase();
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut buffer = Vec::new();
    let mut found: Vec<(u8, bool, Reverse<u32>, usize)> = rows
        .iter()
        .enumerate()
        .filter_map(|(index, row)| {
            let score = pattern.score(Utf32Str::new(&row.haystack, &mut buffer), &mut matcher)?;
            let rank = if row.title.to_lowercase().contains(&words) {
                0
            } else if row.haystack.to_lowercase().contains(&words) {
                1
            } else {
                ALIKE
            };
            let blocked = matches!(row.verdict, Verdict::NotForYou(_));
            Some((rank, blocked, Reverse(score), index))
        })
        .collect();
    // What is only alike is for typing errors: it says nothing beside what holds the words.
    if found.iter().any(|(rank, ..)| *rank < ALIKE) {
        found.retain(|(rank, ..)| *rank < ALIKE);
    }
    found.sort_unstable();
    found.into_iter().map(|(.., index)| index).collect()
}
