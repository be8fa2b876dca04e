//! The search for doses with which a routine takes a time.

use std::sync::Arc;
use std::time::Duration;

use crate::plan::fit::change::{FitChange, amount, of_rounds, of_step};
use crate::plan::fit::crossing::crossing;
use crate::plan::fit::doses::{Doses, Near};
use crate::plan::fit::moves::{Move, Moves};
use crate::plan::fit::unit::{Bounds, FitUnit, MovingSets, units};
use crate::plan::lower::lay_out;
use crate::plan::outline::passes::Pass;
use crate::plan::outline::rounds::gone_through;
use crate::plan::outline::{Item, Outline};
use crate::plan::timetable::LONGEST;

/// The number of parts into which the distance between two bounds is searched before the rest is spread over single
/// steps.
const PARTS: u32 = 4096;

/// Which way doses go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stretch {
    /// Shorter than the lower ends that authors wrote, down to the lower bounds.
    Below,
    /// Shorter than played, down to the lower ends that authors wrote.
    ToLowerEnds,
    /// Longer than played, up to the ends that authors wrote.
    ToEnds,
    /// Beyond them, up to the upper bounds.
    Beyond,
}

/// A search for doses, each measured on the timetable itself.
pub(crate) struct DoseSearch<'a> {
    outline: &'a Outline,
    units: Vec<FitUnit>,
    moves: Moves,
    /// The order in which what remains is spread: the rounds of a step follow each other.
    spread: Vec<usize>,
    /// The items with the doses measured last: one copy of each changed step serves the whole search.
    items: Vec<Item>,
}

impl<'a> DoseSearch<'a> {
    pub(crate) fn new(outline: &'a Outline) -> Self {
        let units = units(outline);
        let mut spread: Vec<usize> = (0..units.len()).collect();
        spread.sort_by_key(|&unit| units[unit].written);
        Self {
            outline,
            moves: Moves::of(outline, &units),
            spread,
            items: outline.items.clone(),
            units,
        }
    }

    /// How often each round is gone through as authored.
    fn passes(&self) -> Vec<u32> {
        let rounds = self.outline.rounds.iter();
        rounds.map(|round| round.repeat.played).collect()
    }

    pub(crate) fn authored(&self) -> Doses {
        Doses {
            values: self.units.iter().map(|unit| unit.bounds.played).collect(),
            sets: self.units.iter().map(|unit| unit.sets.played).collect(),
            dropped: vec![false; self.units.len()],
            passes: self.passes(),
        }
    }

    /// Returns the authored doses after the first `taken` reductions.
    pub(crate) fn reduced(&self, taken: usize) -> Doses {
        let mut doses = self.authored();
        for reduction in &self.moves.reductions[..taken] {
            match *reduction {
                Move::Set(unit) => self.sets_of(unit, &mut doses, |sets| sets - 1),
                Move::Pass(round) => doses.passes[round] -= 1,
                Move::Step(unit) => doses.dropped[unit] = true,
            }
        }
        doses
    }

    /// Changes the sets of a unit, and of the one whose sets go with its own.
    fn sets_of(&self, unit: usize, doses: &mut Doses, change: fn(u32) -> u32) {
        let is_followed = self.units[unit].moving == MovingSets::OfBothSides;
        for sets in &mut doses.sets[unit..=unit + usize::from(is_followed)] {
            *sets = change(*sets);
        }
    }

    /// Returns the authored doses with so many sets and passes more, or fewer, within [`Self::moves_within_ends`].
    pub(crate) fn moved(&self, more: i32) -> Doses {
        let count = more.unsigned_abs() as usize;
        if more < 0 {
            return self.reduced(count);
        }
        let mut doses = self.authored();
        for addition in &self.moves.additions[..count] {
            match *addition {
                Move::Set(unit) => self.sets_of(unit, &mut doses, |sets| sets + 1),
                Move::Pass(round) => doses.passes[round] += 1,
                Move::Step(unit) => doses.dropped[unit] = false,
            }
        }
        doses
    }

    /// Returns how many sets and passes fewer, as a number below zero, and how many more its authors let it have.
    pub(crate) fn moves_within_ends(&self) -> (i32, i32) {
        let count = |moves: usize| i32::try_from(moves).unwrap_or(i32::MAX);
        let Moves {
            within_ends,
            additions,
            ..
        } = &self.moves;
        (-count(*within_ends), count(additions.len()))
    }

    /// Returns these doses with their lower ends as authors wrote them.
    pub(crate) fn at_lower_ends(&self, doses: Doses) -> Doses {
        let values = self.ends_of(|bounds| bounds.start);
        Doses { values, ..doses }
    }

    /// Returns these doses with their upper ends as authors wrote them.
    pub(crate) fn at_upper_ends(&self, doses: Doses) -> Doses {
        let values = self.ends_of(|bounds| bounds.end);
        Doses { values, ..doses }
    }

    fn ends_of(&self, end: impl Fn(Bounds) -> u32) -> Vec<u32> {
        self.units.iter().map(|unit| end(unit.bounds)).collect()
    }

    /// Returns whether these doses take longer than this, or than any timetable.
    pub(crate) fn is_over(&mut self, doses: &Doses, longest: Duration) -> bool {
        self.measure(doses).is_none_or(|total| total > longest)
    }

    /// Returns the shortest doses after the first `taken` reductions.
    pub(crate) fn at_least(&self, taken: usize) -> Doses {
        let mut doses = self.reduced(taken);
        doses.values = self.ends_of(|bounds| bounds.lower);
        doses
    }

    /// The fewest reductions with which it can be as short as this, and before them, if there are any, the most with
    /// which it cannot. Those within the ends that authors wrote are made first.
    pub(crate) fn least_reductions(&mut self, longest: Duration) -> (Option<usize>, usize) {
        let (mut few, mut enough) = (self.moves.within_ends, self.moves.reductions.len());
        let mut fits = |taken: usize| {
            let shortest = self.measure(&self.at_least(taken));
            shortest.is_some_and(|shortest| shortest <= longest)
        };
        if fits(few) {
            return (None, few);
        }
        while enough - few > 1 {
            let middle = few.midpoint(enough);
            if fits(middle) {
                enough = middle;
            } else {
                few = middle;
            }
        }
        (Some(few), enough)
    }

    /// The shortest and the longest that the routine can be made.
    pub(crate) fn limits(&mut self) -> (Duration, Duration) {
        let least = self.at_least(self.moves.reductions.len());
        let shortest = self.measure(&least).unwrap_or(LONGEST);
        let (_, added) = self.moves_within_ends();
        let mut most = self.moved(added);
        most.values = self.ends_of(|bounds| bounds.upper);
        let longest = self.measure(&most).unwrap_or_else(|| {
            let near = self.solve(self.authored(), LONGEST);
            near.below.map_or(shortest, |(_, total)| total)
        });
        (shortest, longest)
    }

    /// True for each item that is left out.
    fn left_out(&self, doses: &Doses) -> Vec<bool> {
        let mut left_out = vec![false; self.items.len()];
        for (unit, &is_dropped) in self.units.iter().zip(&doses.dropped) {
            for &item in &unit.items {
                left_out[item] |= is_dropped;
            }
        }
        left_out
    }

    /// The outline with these doses.
    fn outline(&mut self, doses: &Doses) -> Outline {
        for (index, unit) in self.units.iter().enumerate() {
            for &item in &unit.items {
                let (Item::Step(step), Item::Step(authored)) =
                    (&mut self.items[item], &self.outline.items[item])
                else {
                    continue;
                };
                let side = unit.side.or(step.planned.only_side());
                let amount = amount(
                    authored.planned.dosage.of(side),
                    doses.values[index],
                    doses.sets[index],
                );
                let fitted = step.planned.dosage.amount.with(unit.side, amount);
                if step.planned.dosage.amount != fitted {
                    Arc::make_mut(&mut step.planned).dosage.amount = fitted;
                }
            }
        }
        let kept = self.items.iter().zip(self.left_out(doses));
        let kept = kept.filter(|(_, left_out)| !left_out);
        let items = kept.map(|(item, _)| item.clone()).collect();
        let rounds = self.outline.rounds.clone();
        Outline {
            id: self.outline.id.clone(),
            title: self.outline.title.clone(),
            way_back: self.outline.way_back.clone(),
            items: gone_through(items, &rounds, &doses.passes),
            rounds,
            ..*self.outline
        }
        .settled()
    }

    /// Returns the length of the timetable; `None` above the longest allowed.
    pub(crate) fn measure(&mut self, doses: &Doses) -> Option<Duration> {
        let timetable = lay_out(&self.outline(doses)).ok()?;
        Some(timetable.total())
    }

    /// From where to where each dose may go.
    fn ends(&self, way: Stretch) -> Vec<(u32, u32)> {
        let bounds = self.units.iter().map(|unit| unit.bounds);
        let ends = bounds.map(|bounds| match way {
            Stretch::Below => (bounds.lower, bounds.start),
            Stretch::ToLowerEnds => (bounds.start, bounds.played),
            Stretch::ToEnds => (bounds.played, bounds.end),
            Stretch::Beyond => (bounds.end, bounds.upper),
        });
        ends.collect()
    }

    /// The way to a target: what can be had between the ends that authors wrote is not sought beyond them.
    fn way(&mut self, doses: &Doses, target: Duration) -> Stretch {
        let lower = self.at_lower_ends(doses.clone());
        let upper = self.at_upper_ends(doses.clone());
        if !self.is_over(doses, target) {
            if self.is_over(&upper, target) {
                Stretch::ToEnds
            } else {
                Stretch::Beyond
            }
        } else if self.is_over(&lower, target) {
            Stretch::Below
        } else {
            Stretch::ToLowerEnds
        }
    }

    /// Doses that take just less, and just more, than the target, with the sets and steps of these.
    pub(crate) fn solve(&mut self, mut doses: Doses, target: Duration) -> Near {
        let is_over = |total: Option<Duration>| total.is_none_or(|total| total > target);
        let way = self.way(&doses, target);
        let ends = self.ends(way);
        let at = |search: &Self, part: u32| -> Vec<u32> {
            let units = search.units.iter().zip(&ends);
            units
                .map(|(unit, &(from, to))| unit.bounds.between(from, to, part, PARTS))
                .collect()
        };
        // All together, as far as it goes.
        doses.values = at(self, 0);
        let least = self.measure(&doses);
        if is_over(least) {
            return Near {
                below: None,
                above: least.map(|total| (doses, total)),
            };
        }
        doses.values = at(self, PARTS);
        if let Some(total) = self.measure(&doses).filter(|&total| total <= target) {
            return Near {
                below: Some((doses, total)),
                above: None,
            };
        }
        let (low, high) = crossing(PARTS, |part| {
            doses.values = at(self, part);
            is_over(self.measure(&doses))
        });
        // Then one after the other.
        let (low, high) = (at(self, low), at(self, high));
        let order = self.spread.clone();
        let raised = |count: u32| {
            let mut values = low.clone();
            for &unit in order.iter().take(count as usize) {
                values[unit] = high[unit];
            }
            values
        };
        let (few, many) = crossing(u32::try_from(order.len()).unwrap_or(u32::MAX), |count| {
            doses.values = raised(count);
            is_over(self.measure(&doses))
        });
        let mut above = doses.clone();
        above.values = raised(many);
        let above = self.measure(&above).map(|total| (above, total));
        doses.values = raised(few);
        let total = self.measure(&doses).unwrap_or_default();
        self.top_up(doses, total, above, &ends, target)
    }

    /// Spends what remains on single steps that still fit.
    fn top_up(
        &mut self,
        mut doses: Doses,
        mut total: Duration,
        mut above: Option<(Doses, Duration)>,
        ends: &[(u32, u32)],
        target: Duration,
    ) -> Near {
        for unit in self.spread.clone() {
            let left = target.saturating_sub(total);
            let over = above
                .as_ref()
                .map_or(LONGEST, |(_, total)| total.abs_diff(target));
            let value = doses.values[unit];
            let next = self.units[unit].bounds.next(value, ends[unit].1);
            let Some(next) = next.filter(|_| !doses.dropped[unit]) else {
                continue;
            };
            let more = self.units[unit].weight * (next - value) * doses.sets[unit];
            // Measuring costs more than reckoning: only what can be of use.
            if more >= left + over {
                continue;
            }
            doses.values[unit] = next;
            match self.measure(&doses) {
                Some(longer) if longer <= target => {
                    total = longer;
                    continue;
                }
                Some(longer) if longer.abs_diff(target) < over => {
                    above = Some((doses.clone(), longer));
                }
                _ => {}
            }
            doses.values[unit] = value;
        }
        Near {
            below: Some((doses, total)),
            above,
        }
    }

    /// The outline with these doses, and what that changes, in the order of the steps.
    pub(crate) fn fitted(&mut self, doses: &Doses) -> (Outline, Vec<FitChange>) {
        let outline = self.outline(doses);
        let left_out = self.left_out(doses);
        let mut changes = of_rounds(self.outline, &doses.passes);
        for (index, unit) in self.units.iter().enumerate() {
            for &item in &unit.items {
                let (Item::Step(old), Item::Step(new)) =
                    (&self.outline.items[item], &self.items[item])
                else {
                    continue;
                };
                let is_played = |pass: &Pass| pass.number <= doses.passes[pass.round];
                let is_dropped = doses.dropped[index];
                // What goes with its other side is said there.
                if old.passes.iter().all(is_played) && is_dropped == left_out[item] {
                    changes.extend(of_step(old, new, unit.side, is_dropped));
                }
            }
        }
        // Stable: a round stays before its steps, a dose before its sets.
        changes.sort_by_key(|change| change.step);
        (outline, changes)
    }
}
