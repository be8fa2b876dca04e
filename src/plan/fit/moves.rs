//! The sets, passes and steps that fitting takes away or adds, in order.

use std::ops::RangeInclusive;

use crate::content::duration::Range;
use crate::plan::fit::unit::{FitUnit, MovingSets};
use crate::plan::outline::Outline;
use crate::plan::outline::passes::pass_through;

/// What is fewer, or more, by one.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Move {
    /// The sets of this unit.
    Set(usize),
    /// The passes of this round.
    Pass(usize),
    /// This unit, which is left out.
    Step(usize),
}

/// The moves that a routine gives, each list in the order in which they are made.
#[derive(Debug)]
pub(crate) struct Moves {
    pub(crate) reductions: Vec<Move>,
    /// The number of reductions that stay within the ends that authors wrote.
    pub(crate) within_ends: usize,
    pub(crate) additions: Vec<Move>,
}

impl Moves {
    /// Down to the lower ends that authors wrote, sets first, then passes; then further sets; then optional steps, the
    /// last first. Up to the upper ends, sets first, then passes. Something stays.
    pub(crate) fn of(outline: &Outline, units: &[FitUnit]) -> Self {
        let sets = Counts {
            kind: Move::Set,
            ranges: of_sets(units),
        };
        let passes = Counts {
            kind: Move::Pass,
            ranges: of_passes(outline, units),
        };
        // One less than a number within a range is within it, too.
        let mut reductions = sets.fewer(|range| range.lower + 1..=range.played);
        reductions.extend(passes.fewer(|range| range.lower + 1..=range.played));
        let within_ends = reductions.len();
        reductions.extend(sets.fewer(|range| 2..=range.lower));
        let stays = usize::from(units.iter().all(|unit| unit.optional));
        let going = units.iter().enumerate().skip(stays).rev();
        let going = going.filter(|(_, unit)| unit.optional);
        reductions.extend(going.map(|(unit, _)| Move::Step(unit)));
        let mut additions = sets.more();
        additions.extend(passes.more());
        Self {
            reductions,
            within_ends,
            additions,
        }
    }
}

/// Numbers that may be fewer or more; `None` for one that stays.
struct Counts {
    kind: fn(usize) -> Move,
    ranges: Vec<Option<Range<u32>>>,
}

impl Counts {
    /// One after the other, of those that each range gives: of those with the most the last first.
    fn fewer(&self, given: fn(Range<u32>) -> RangeInclusive<u32>) -> Vec<Move> {
        let ranges = || self.ranges.iter().enumerate();
        let played = self.ranges.iter().flatten().map(|range| range.played);
        let fewer = (2..=played.max().unwrap_or(1)).rev().flat_map(|count| {
            let giving = ranges().rev();
            giving
                .filter(move |(_, range)| range.is_some_and(|range| given(range).contains(&count)))
        });
        fewer.map(|(place, _)| (self.kind)(place)).collect()
    }

    /// Up to the upper ends, of those with the fewest the first.
    fn more(&self) -> Vec<Move> {
        let ranges = || self.ranges.iter().enumerate();
        let upper = self.ranges.iter().flatten().map(|range| range.upper);
        let more = (2..=upper.max().unwrap_or(1)).flat_map(|count| {
            let within = move |range: Range<u32>| range.played < count && count <= range.upper;
            ranges().filter(move |(_, range)| range.is_some_and(within))
        });
        more.map(|(place, _)| (self.kind)(place)).collect()
    }
}

fn of_sets(units: &[FitUnit]) -> Vec<Option<Range<u32>>> {
    let sets = units.iter();
    sets.map(|unit| (unit.moving != MovingSets::None).then_some(unit.sets))
        .collect()
}

/// A round keeps its number where a pass more or less would work one side longer than the other: where a one-sided step
/// is in it whose partner is not.
fn of_passes(outline: &Outline, units: &[FitUnit]) -> Vec<Option<Range<u32>>> {
    let rounds = outline.rounds.iter().enumerate();
    rounds
        .map(|(index, round)| {
            let keeps_sides = units.iter().all(|unit| {
                let passes = unit.items.iter();
                let mut passes =
                    passes.map(|&item| pass_through(outline.items[item].passes(), index));
                let first = passes.next().flatten();
                let is_alone = unit.is_fixed && first.is_some();
                !is_alone && passes.all(|pass| pass == first)
            });
            (keeps_sides && !round.repeat.is_one()).then_some(round.repeat)
        })
        .collect()
}
