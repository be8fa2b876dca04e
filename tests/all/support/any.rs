//! Routines of any shape, for what must hold for all of them.

use proptest::prelude::*;

/// Which sides a step is done on.
pub(crate) fn side() -> impl Strategy<Value = &'static str> + Clone {
    prop_oneof![
        Just("both"),
        Just("each"),
        Just("left"),
        Just("right"),
        Just("alternating")
    ]
}

/// The steps of a routine, fewer than `end`, made of tables of keys: single ones, and rounds of one.
pub(crate) fn steps(
    step: impl Strategy<Value = String> + Clone + 'static,
    end: usize,
) -> impl Strategy<Value = String> {
    let plain = step.clone().prop_map(|step| format!("[[step]]\n{step}"));
    let round = (step, 1_u32..4, 0_u32..9).prop_map(|(step, repeat, rest)| {
        format!("[[step]]\nrepeat = {repeat}\nrest = {rest}\n[[step.step]]\n{step}")
    });
    prop::collection::vec(prop_oneof![plain, round], 1..end).prop_map(|steps| steps.concat())
}
