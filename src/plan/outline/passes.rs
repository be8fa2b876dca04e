//! The rounds of an outline, and the passes through them.

use std::sync::Arc;
use std::time::Duration;

use crate::content::duration::Range;

/// A round as it is unrolled.
#[derive(Clone, Debug)]
pub(crate) struct OutlinedRound {
    /// Its name, where it has one.
    pub(crate) name: Option<Arc<str>>,
    /// How often it is done; as often as `played` where it is unrolled.
    pub(crate) repeat: Range<u32>,
    /// Between two passes.
    pub(crate) rest: Duration,
}

/// One pass through a round, both sides of it counted as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pass {
    /// The place in [`Outline::rounds`](crate::plan::outline::Outline::rounds).
    pub(crate) round: usize,
    /// Different each time that the round begins: inside another one it begins several times.
    pub(crate) visit: u32,
    /// From 1, in each visit.
    pub(crate) number: u32,
}

/// Returns the pass through a round, if it is among these.
pub(crate) fn pass_through(passes: &[Pass], round: usize) -> Option<Pass> {
    let mut passes = passes.iter().copied();
    passes.find(|pass| pass.round == round)
}

/// True if two places are in the same passes, each on its own side: rounds inside a round with sides begin on each side.
pub(crate) fn are_same(one: &[Pass], other: &[Pass]) -> bool {
    let numbers = |passes: &[Pass]| -> Vec<(usize, u32)> {
        let passes = passes.iter();
        passes.map(|pass| (pass.round, pass.number)).collect()
    };
    let outermost = |passes: &[Pass]| passes.first().map(|pass| pass.visit);
    outermost(one) == outermost(other) && numbers(one) == numbers(other)
}
