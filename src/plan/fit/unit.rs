//! The doses that may change when a routine is fitted, and their bounds.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::content::dose::limits::{HOLD, REPS};
use crate::content::dose::tempo::Tempo;
use crate::content::dose::{Amount, Dose, Variable};
use crate::content::duration::Range;
use crate::content::vocabulary::{Side, Sides};
use crate::plan::outline::{Item, Outline, Outlined};
use crate::plan::planned::Planned;

/// The grain of a hold, and of what is counted: holds are reckoned in tenths of a second.
const SECOND: u32 = 10;

/// The bounds of a dose: a hold in tenths of a second, or a number of repetitions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bounds {
    pub(crate) lower: u32,
    pub(crate) played: u32,
    /// The lower end as written; what is played where the value is plain.
    pub(crate) start: u32,
    /// The upper end as written: as far as it grows before it grows beyond what its author wrote.
    pub(crate) end: u32,
    pub(crate) upper: u32,
    /// Values are whole multiples of this, the bounds and what is played excepted.
    grain: u32,
}

impl Bounds {
    /// The bounds of a timed dose: down to the lower end, for a plain one to two thirds, up to one and a half.
    pub(crate) fn of(planned: &Planned, side: Option<Side>) -> Option<Self> {
        Self::of_dose(planned.dosage.of(side).dose, planned.sides)
    }

    fn of_dose(dose: Dose, sides: Sides) -> Option<Self> {
        Some(match dose.variable()? {
            Variable::Time(hold) => {
                let range = Range {
                    lower: tenths(hold.lower),
                    played: tenths(hold.played),
                    upper: tenths(hold.upper),
                };
                let is_whole = |time: u32| time.is_multiple_of(SECOND);
                let whole = is_whole(range.lower) && is_whole(range.played);
                let grain = if whole { SECOND } else { 1 };
                Self::within(range, grain, (tenths(*HOLD.start()), tenths(*HOLD.end())))
            }
            Variable::Count(count) => {
                let grain = if sides == Sides::Alternating { 2 } else { 1 };
                Self::within(count, grain, (*REPS.start(), *REPS.end()))
            }
        })
    }

    /// Of a range down to its lower end, of a plain value to two thirds; up to one and a half.
    fn within(range: Range<u32>, grain: u32, (least, most): (u32, u32)) -> Self {
        let Range {
            lower,
            played,
            upper,
        } = range;
        let is_range = lower < upper;
        let lower = if is_range {
            lower
        } else {
            (played * 2).div_ceil(3)
        };
        let lower = lower.max(least).next_multiple_of(grain).min(played);
        Self {
            lower,
            played,
            start: if is_range { lower } else { played },
            end: upper,
            upper: ((upper * 3 / 2).min(most) / grain * grain).max(upper),
            grain,
        }
    }

    fn fixed(self) -> Self {
        Self {
            lower: self.played,
            start: self.played,
            end: self.played,
            upper: self.played,
            ..self
        }
    }

    /// The value at a part of the way between two others, never more than that part.
    pub(crate) fn between(&self, from: u32, to: u32, part: u32, whole: u32) -> u32 {
        let way = u64::from(to - from) * u64::from(part) / u64::from(whole);
        let value = from + u32::try_from(way).unwrap_or(to - from);
        if value == to {
            to
        } else {
            (value / self.grain * self.grain).max(from)
        }
    }

    /// The next larger value, if it is not beyond the bound.
    pub(crate) fn next(&self, value: u32, upper: u32) -> Option<u32> {
        let next = (value / self.grain + 1) * self.grain;
        (value < upper).then(|| next.min(upper))
    }
}

/// The sets that change with those of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MovingSets {
    /// They stay.
    None,
    /// Its own.
    Own,
    /// Its own and those of the next unit, the other side of the step.
    OfBothSides,
}

/// Steps that change together: one, or a left one and the right one that makes up for it. A step that gives each side
/// its own dose has two units.
#[derive(Clone, Debug)]
pub(crate) struct FitUnit {
    /// Places in [`Outline::items`].
    pub(crate) items: Vec<usize>,
    /// The side whose dose it is, where each side has its own; the left one comes first.
    pub(crate) side: Option<Side>,
    pub(crate) bounds: Bounds,
    /// As authored.
    pub(crate) sets: Range<u32>,
    /// True if nothing of it may change, as nothing would make up for it.
    pub(crate) is_fixed: bool,
    /// The sets that may be taken away, or added up to the upper end.
    pub(crate) moving: MovingSets,
    /// True if it may go altogether.
    pub(crate) optional: bool,
    /// The time that one more of the dose takes in one set.
    pub(crate) weight: Duration,
    /// The index of the authored step: rounds have several of one.
    pub(crate) written: usize,
}

/// The timed steps of an outline, in order.
///
/// A left step goes with a right one of the same dose. In a routine whose sides are equal, a one-sided step without
/// such a partner does not change: nothing could make up for it.
pub(crate) fn units(outline: &Outline) -> Vec<FitUnit> {
    let partners = partners(outline);
    let balanced = is_balanced(outline);
    let mut units = Vec::new();
    for (item, step) in steps(outline) {
        let one_sided = matches!(step.planned.sides, Sides::Left | Sides::Right);
        let partner = partners.get(&item).copied();
        if partner.is_some_and(|partner| partner < item) {
            continue;
        }
        let is_fixed = balanced && one_sided && partner.is_none();
        let items: Vec<usize> = std::iter::once(item).chain(partner).collect();
        for &side in told_apart(&step.planned) {
            units.extend(unit(step, items.clone(), side, is_fixed));
        }
    }
    units
}

/// The sides of a step that have doses of their own; `None` stands for both.
fn told_apart(planned: &Planned) -> &'static [Option<Side>] {
    if planned.sides == Sides::Each && planned.dosage.amount.is_unequal() {
        &[Some(Side::Left), Some(Side::Right)]
    } else {
        &[None]
    }
}

/// The unit of a step, or of one side of it; `None` where nothing of it can change.
fn unit(step: &Outlined, items: Vec<usize>, own: Option<Side>, is_fixed: bool) -> Option<FitUnit> {
    let planned = &step.planned;
    let side = own.or(planned.only_side());
    let bounds = Bounds::of(planned, side)?;
    let sides = if planned.sides == Sides::Each && own.is_none() {
        2
    } else {
        1
    };
    let times = u32::try_from(items.len() * sides).unwrap_or(u32::MAX);
    // Who wrote other sets for each side meant just these.
    let amount = &planned.dosage.amount;
    let is_same = amount.left.sets == amount.right.sets;
    Some(FitUnit {
        side: own,
        bounds: if is_fixed { bounds.fixed() } else { bounds },
        sets: planned.dosage.of(side).sets,
        is_fixed,
        moving: match own {
            _ if is_fixed => MovingSets::None,
            None => MovingSets::Own,
            Some(Side::Left) if is_same => MovingSets::OfBothSides,
            Some(_) => MovingSets::None,
        },
        // Both sides of a step go with its first unit.
        optional: planned.optional && !is_fixed && own != Some(Side::Right),
        weight: one_more(planned, side) * times,
        written: planned.written,
        items,
    })
}

/// The steps with their places.
fn steps(outline: &Outline) -> impl Iterator<Item = (usize, &Outlined)> {
    let items = outline.items.iter().enumerate();
    items.filter_map(|(index, item)| match item {
        Item::Step(step) => Some((index, step)),
        Item::Rest(..) | Item::Switch(..) => None,
    })
}

/// The left and the right steps of one dose, by their places.
#[derive(Debug)]
struct Pairs {
    dose: Amount,
    /// Of counted doses.
    tempo: Option<Tempo>,
    optional: bool,
    left: Vec<usize>,
    right: Vec<usize>,
}

/// The n-th left step of a dose belongs to the n-th right one; both ways.
fn partners(outline: &Outline) -> BTreeMap<usize, usize> {
    let mut doses: Vec<Pairs> = Vec::new();
    for (item, step) in steps(outline) {
        let Planned {
            dosage, optional, ..
        } = &*step.planned;
        let Some(side) = step.planned.only_side() else {
            continue;
        };
        if dosage.is_done_by_key() {
            continue;
        }
        let dose = dosage.of(Some(side));
        let tempo = matches!(dose.dose, Dose::Reps(_) | Dose::HeldReps(..)).then_some(dosage.tempo);
        let is_same = |pairs: &Pairs| {
            pairs.dose == dose && pairs.tempo == tempo && pairs.optional == *optional
        };
        let at = doses.iter().position(is_same).unwrap_or_else(|| {
            let (left, right) = (Vec::new(), Vec::new());
            doses.push(Pairs {
                dose,
                tempo,
                optional: *optional,
                left,
                right,
            });
            doses.len() - 1
        });
        let places = if side == Side::Left {
            &mut doses[at].left
        } else {
            &mut doses[at].right
        };
        places.push(item);
    }
    let pairs = doses
        .into_iter()
        .flat_map(|pairs| pairs.left.into_iter().zip(pairs.right));
    pairs
        .flat_map(|(left, right)| [(left, right), (right, left)])
        .collect()
}

/// Returns whether one-sided steps work the left side as long as the right.
fn is_balanced(outline: &Outline) -> bool {
    let worked = |sides: Sides| -> Duration {
        let steps = outline.steps().filter(|step| step.planned.sides == sides);
        steps.map(|step| step.planned.work_in_all()).sum()
    };
    worked(Sides::Left) == worked(Sides::Right)
}

/// Returns the time that one more of the dose takes on one side.
fn one_more(planned: &Planned, side: Option<Side>) -> Duration {
    let tenth = Duration::from_millis(100);
    let dose = planned.dosage.of(side).dose;
    match dose {
        Dose::HeldReps(reps, _) => match dose.variable() {
            Some(Variable::Time(_)) => tenth * reps.played,
            _ => planned.one(side),
        },
        Dose::Hold(_) => tenth,
        Dose::Reps(_) | Dose::Breaths(_) => planned.one(side),
        Dose::Done => Duration::ZERO,
    }
}

fn tenths(time: Duration) -> u32 {
    u32::try_from(time.as_millis() / 100).unwrap_or(u32::MAX / 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(bounds: Bounds) -> (u32, u32, u32) {
        (bounds.lower, bounds.played, bounds.upper)
    }

    fn hold(lower: u64, upper: u64) -> Bounds {
        let time = |tenths| Duration::from_millis(tenths * 100);
        let hold = Range::between(time(lower), time(upper));
        Bounds::of_dose(Dose::Hold(hold), Sides::Both).expect("it is timed")
    }

    fn reps(lower: u32, upper: u32, sides: Sides) -> Bounds {
        Bounds::of_dose(Dose::Reps(Range::between(lower, upper)), sides).expect("it is timed")
    }

    #[test]
    fn holds_go_from_the_lower_end_to_one_and_a_half() {
        assert_eq!(seconds(hold(200, 300)), (200, 300, 450));
        assert_eq!(seconds(hold(300, 300)), (200, 300, 450));
        assert_eq!(seconds(hold(250, 250)), (170, 250, 370));
        assert_eq!(seconds(hold(75, 75)), (50, 75, 112));
        assert_eq!(seconds(hold(5, 5)), (5, 5, 7));
        assert_eq!(seconds(hold(10, 10)), (10, 10, 10));
        assert_eq!(seconds(hold(108_000, 108_000)), (72_000, 108_000, 108_000));
    }

    #[test]
    fn reps_are_whole_and_even_when_sides_take_turns() {
        assert_eq!(seconds(reps(8, 12, Sides::Each)), (8, 12, 18));
        assert_eq!(seconds(reps(10, 10, Sides::Both)), (7, 10, 15));
        assert_eq!(seconds(reps(10, 10, Sides::Alternating)), (8, 10, 14));
        assert_eq!(seconds(reps(1, 1, Sides::Alternating)), (1, 1, 1));
        assert_eq!(seconds(reps(900, 900, Sides::Both)), (600, 900, 999));
    }

    #[test]
    fn values_between_are_round_and_reach_both_ends() {
        let bounds = hold(200, 300);
        let at = |part| bounds.between(200, 300, part, 100);
        assert_eq!([0, 9, 10, 55, 100].map(at), [200, 200, 210, 250, 300]);
        assert_eq!(bounds.next(290, 300), Some(300));
        assert_eq!(bounds.next(300, 300), None);
        let odd = reps(7, 7, Sides::Alternating);
        assert_eq!(odd.between(6, 7, 50, 100), 6);
        assert_eq!(odd.next(6, 7), Some(7));
    }
}
