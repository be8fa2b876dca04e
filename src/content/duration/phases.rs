//! Times that follow each other, as the parts of a repetition and of a breath do.

use std::time::Duration;

/// The parts that are not empty, each with its beginning within all and its length.
pub(crate) fn in_turn<P, const N: usize>(
    parts: [(P, Duration); N],
) -> impl Iterator<Item = (P, Duration, Duration)> {
    let mut at = Duration::ZERO;
    parts.into_iter().filter_map(move |(part, length)| {
        let begins = at;
        at += length;
        (!length.is_zero()).then_some((part, begins, length))
    })
}
