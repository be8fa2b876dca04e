//! Rounds that are gone through more or less often than they are unrolled.

use crate::plan::outline::Item;
use crate::plan::outline::passes::{OutlinedRound, Pass, pass_through};

/// Returns these items with each round gone through this often, at least once.
///
/// Passes are taken from the end of each visit. Those that are added are copies of the last one: their steps keep its
/// numbers.
pub(crate) fn gone_through(
    mut items: Vec<Item>,
    rounds: &[OutlinedRound],
    wanted: &[u32],
) -> Vec<Item> {
    for (index, (round, &wanted)) in rounds.iter().zip(wanted).enumerate() {
        let played = round.repeat.played;
        if wanted < played {
            items.retain(|item| {
                pass_of(item, index).is_none_or(|pass| pass.number <= wanted.max(1))
            });
        } else if wanted > played {
            items = lengthened(&items, index, round, wanted);
        }
    }
    items
}

/// Adds passes to each visit of a round, after its last one.
fn lengthened(items: &[Item], index: usize, round: &OutlinedRound, wanted: u32) -> Vec<Item> {
    let last = |item: &Item| pass_of(item, index).filter(|pass| pass.number == round.repeat.played);
    let mut out = Vec::with_capacity(items.len());
    for same in items.chunk_by(|one, other| last(one) == last(other)) {
        out.extend_from_slice(same);
        let Some(pass) = same.first().and_then(last) else {
            continue;
        };
        for number in pass.number + 1..=wanted {
            let next = |item: &Item| item.in_pass(Pass { number, ..pass });
            // A pass but the first begins with the rest before it, which the copies of such a pass hold already.
            if pass.number == 1 && !round.rest.is_zero() {
                let rest = Item::Rest(round.rest, same[0].passes().clone());
                out.push(next(&rest));
            }
            out.extend(same.iter().map(next));
        }
    }
    out
}

fn pass_of(item: &Item, round: usize) -> Option<Pass> {
    pass_through(item.passes(), round)
}
