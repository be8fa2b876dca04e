//! The sets and steps that fitting takes away or adds, in order.

use std::ops::RangeInclusive;

use crate::plan::fit::unit::FitUnit;

/// One set fewer, or a step fewer.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Reduction {
    /// A set fewer of this unit.
    Set(usize),
    /// This unit is left out.
    Step(usize),
}

/// Sets down to the lower ends that authors wrote, of the steps with the most of them the last first.
pub(crate) fn reductions_within_ends(units: &[FitUnit]) -> Vec<Reduction> {
    // One less than a number of sets within a range is within it, too.
    sets(units, |unit| unit.sets.lower + 1..=unit.sets.played)
}

/// Sets first, as [`reductions_within_ends`] and then further; then optional steps, the last first. Something stays.
pub(crate) fn reductions(units: &[FitUnit]) -> Vec<Reduction> {
    let mut reductions = reductions_within_ends(units);
    reductions.extend(sets(units, |unit| 2..=unit.sets.lower));
    let stays = usize::from(units.iter().all(|unit| unit.optional));
    let going = units.iter().enumerate().skip(stays).rev();
    let going = going.filter(|(_, unit)| unit.optional);
    reductions.extend(going.map(|(unit, _)| Reduction::Step(unit)));
    reductions
}

/// One set after the other, of those that each unit gives: of the steps with the most of them the last first.
fn sets(units: &[FitUnit], given: fn(&FitUnit) -> RangeInclusive<u32>) -> Vec<Reduction> {
    let most = units.iter().map(|unit| unit.sets.played).max().unwrap_or(1);
    let sets = (2..=most).rev().flat_map(|sets| {
        let giving = units.iter().enumerate().rev();
        let giving = giving.filter(move |(_, unit)| unit.gives_sets && given(unit).contains(&sets));
        giving.map(|(unit, _)| Reduction::Set(unit))
    });
    sets.collect()
}

/// Sets up to the upper ends that authors wrote, of the steps with the fewest of them the first.
pub(crate) fn additions(units: &[FitUnit]) -> Vec<usize> {
    let growing = || units.iter().enumerate().filter(|(_, unit)| unit.gives_sets);
    let most = growing().map(|(_, unit)| unit.sets.upper).max();
    let additions = (2..=most.unwrap_or(1)).flat_map(|sets| {
        let growing = growing();
        let growing =
            growing.filter(move |(_, unit)| unit.sets.played < sets && sets <= unit.sets.upper);
        growing.map(|(unit, _)| unit)
    });
    additions.collect()
}
