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

/// The part that begins at a step, if one does.
fn part() -> impl Strategy<Value = &'static str> + Clone {
    prop_oneof![
        4 => Just(""),
        1 => Just("part = \"Warm-up\"\n"),
        1 => Just("part = { name = \"Main part\", say = \"Now it counts.\" }\n"),
    ]
}

/// The load and the effort of a step, if it has them.
pub(crate) fn load() -> impl Strategy<Value = &'static str> + Clone {
    prop_oneof![
        4 => Just(""),
        1 => Just("load = \"blue band\"\n"),
        1 => Just("load = \"5 kg\"\neffort = \"5 of 10\"\n"),
    ]
}

/// The steps of a routine, fewer than `end`, made of tables of keys: single ones, and rounds of one.
pub(crate) fn steps(
    step: impl Strategy<Value = String> + Clone + 'static,
    end: usize,
) -> impl Strategy<Value = String> {
    let plain = (part(), step.clone()).prop_map(|(part, step)| format!("[[step]]\n{part}{step}"));
    let round = (part(), step, 1_u32..4, 0_u32..9).prop_map(|(part, step, repeat, rest)| {
        format!("[[step]]\n{part}repeat = {repeat}\nrest = {rest}\n[[step.step]]\n{step}")
    });
    prop::collection::vec(prop_oneof![plain, round], 1..end).prop_map(|steps| steps.concat())
}
