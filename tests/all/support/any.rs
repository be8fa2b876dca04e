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
fn load() -> impl Strategy<Value = &'static str> + Clone {
    prop_oneof![
        4 => Just(""),
        1 => Just("load = \"blue band\"\n"),
        1 => Just("load = \"5 kg\"\neffort = \"5 of 10\"\n"),
    ]
}

/// What a dose asks of the other keys of its step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asks {
    Nothing,
    /// No sets that alternate.
    OneSetWhereItAlternates,
    EachSide,
    /// No ceiling: it has no end of its own.
    NoCeiling,
}

/// The keys of a dose of any kind.
fn dose() -> impl Strategy<Value = (String, Asks)> + Clone {
    let hold = || {
        prop_oneof![
            (1_u32..40).prop_map(|n| format!("\"{n}s\"")),
            (1_u32..9).prop_map(|n| format!("\"{n}.5s\""))
        ]
    };
    let reps = || 1_u32..12;
    let tempo = || {
        prop_oneof![
            Just(String::new()),
            (1_u32..6).prop_map(|tempo| format!("tempo = \"{tempo}.5s\"\n")),
            (1_u32..4, 0_u32..4, 0_u32..3).prop_map(|(out, back, rest)| {
                format!("tempo = {{ out = {out}, back = {back}, rest = {rest} }}\n")
            }),
        ]
    };
    let breath = || {
        prop_oneof![
            Just(String::new()),
            (1_u32..6, 0_u32..5, 1_u32..6, 0_u32..4).prop_map(|(inward, hold, out, rest)| {
                format!("breath = {{ in = {inward}, hold = {hold}, out = {out}, rest = {rest} }}\n")
            }),
        ]
    };
    prop_oneof![
        (hold(), breath()).prop_map(|(hold, breath)| {
            (
                format!("hold = {hold}\n{breath}"),
                Asks::OneSetWhereItAlternates,
            )
        }),
        (reps(), tempo())
            .prop_map(|(reps, tempo)| (format!("reps = {reps}\n{tempo}"), Asks::Nothing)),
        (reps(), 0_u32..4).prop_map(|(reps, hold)| {
            (
                format!("reps = {reps}\ntempo = \"1-{hold}-2-0\"\n"),
                Asks::Nothing,
            )
        }),
        (reps(), hold(), tempo()).prop_map(|(reps, hold, tempo)| {
            (
                format!("reps = {reps}\nhold = {hold}\n{tempo}"),
                Asks::Nothing,
            )
        }),
        (1_u32..8, breath()).prop_map(|(breaths, breath)| {
            (format!("breaths = {breaths}\n{breath}"), Asks::Nothing)
        }),
        (hold(), hold()).prop_map(|(left, right)| {
            (
                format!("hold = {{ left = {left}, right = {right} }}\n"),
                Asks::EachSide,
            )
        }),
        (reps(), reps(), hold(), tempo()).prop_map(|(left, right, hold, tempo)| {
            let reps = format!("reps = {{ left = {left}, right = {right} }}\n");
            (format!("{reps}hold = {hold}\n{tempo}"), Asks::EachSide)
        }),
        Just(("until = \"done\"\n".to_owned(), Asks::NoCeiling)),
    ]
}

/// The keys of a step of any shape.
pub(crate) fn step() -> impl Strategy<Value = String> + Clone {
    let order = prop_oneof![Just("side-by-side"), Just("one-side-first")];
    let first = prop_oneof![Just("left"), Just("right")];
    let pauses = (0_u32..12, 0_u32..8, 0_u32..8);
    let sets = (1_u32..4, 1_u32..4);
    let chosen = (side(), first, order, any::<bool>(), load());
    (dose(), chosen, pauses, sets).prop_map(|((dose, asks), chosen, pauses, (sets, other))| {
        let (side, first, order, up_to, load) = chosen;
        let (prepare, switch, rest) = pauses;
        let (side, sets) = match asks {
            Asks::EachSide => ("each", format!("{{ left = {sets}, right = {other} }}")),
            Asks::OneSetWhereItAlternates if side == "alternating" => (side, "1".to_owned()),
            Asks::OneSetWhereItAlternates | Asks::Nothing | Asks::NoCeiling => {
                (side, sets.to_string())
            }
        };
        let up_to = up_to && asks != Asks::NoCeiling;
        format!(
            "name = \"Step\"\n{load}{dose}side = \"{side}\"\nfirst = \"{first}\"\norder = \"{order}\"\nup_to = {up_to}\nprepare = {prepare}\nswitch = {switch}\nrest = {rest}\nsets = {sets}\n"
        )
    })
}

/// A routine that may play inside another one, by its file's text.
pub(crate) const INNER: &str = "\
format = 1
title = \"Inside\"
discipline = \"yoga\"
[defaults]
prepare = 2
[[step]]
part = \"Inner part\"
name = \"Inner step\"
reps = 2
side = \"each\"
[[step]]
repeat = \"1-2\"
[[step.step]]
name = \"Inner round\"
hold = 3
";

/// How often a round is done.
fn repeat() -> impl Strategy<Value = String> + Clone {
    prop_oneof![
        2 => (1_u32..4).prop_map(|repeat| repeat.to_string()),
        1 => (1_u32..3, 1_u32..3).prop_map(|(low, more)| format!("\"{low}-{}\"", low + more)),
    ]
}

/// The entries of a round below its header: steps, and with them a round of one of them.
fn inside(steps: &[String], inner: Option<&(String, u32)>, is_sided: bool) -> String {
    let step = |step: &String| {
        let lines = step.lines();
        // The round says on which side it is done.
        let lines = lines.filter(|line| !is_sided || !line.starts_with("side = "));
        lines.collect::<Vec<_>>().join("\n") + "\n"
    };
    let mut entries: Vec<String> = steps
        .iter()
        .map(|keys| format!("[[step.step]]\n{}", step(keys)))
        .collect();
    if let Some((repeat, rest)) = inner {
        let keys = step(&steps[0]);
        entries.push(format!(
            "[[step.step]]\nname = \"Inner\"\nrepeat = {repeat}\nrest = {rest}\n[[step.step.step]]\n{keys}"
        ));
    }
    entries.concat()
}

/// A round of steps made of tables of keys, once or several times, on each side or on none.
fn round(step: impl Strategy<Value = String> + Clone) -> impl Strategy<Value = String> {
    let steps = prop::collection::vec(step, 1..3);
    let inner = prop::option::weighted(0.3, (repeat(), 0_u32..9));
    let first = prop_oneof![Just("left"), Just("right")];
    let keys = (repeat(), 0_u32..9, any::<bool>(), first);
    (part(), keys, steps, inner).prop_map(|(part, keys, steps, inner)| {
        let (repeat, rest, on_each, first) = keys;
        // Sides that differ belong to no round.
        let is_sided = on_each && steps.iter().all(|step| !step.contains("left ="));
        let sides = if is_sided {
            format!("side = \"each\"\nfirst = \"{first}\"\nswitch = 4\n")
        } else {
            String::new()
        };
        let entries = inside(&steps, inner.as_ref(), is_sided);
        format!("[[step]]\n{part}repeat = {repeat}\nrest = {rest}\n{sides}{entries}")
    })
}

/// The steps of a routine, fewer than `end`, made of tables of keys: single ones, rounds of them, the routine
/// [`INNER`], and perhaps one that comes between any two.
pub(crate) fn steps(
    step: impl Strategy<Value = String> + Clone + 'static,
    end: usize,
) -> impl Strategy<Value = String> {
    let plain = (part(), step.clone()).prop_map(|(part, step)| format!("[[step]]\n{part}{step}"));
    let nested = (part(), any::<bool>()).prop_map(|(part, optional)| {
        format!("[[step]]\n{part}routine = \"inner\"\noptional = {optional}\n")
    });
    let entry = prop_oneof![4 => plain, 4 => round(step.clone()), 1 => nested];
    let between = prop::option::weighted(0.3, step);
    (prop::collection::vec(entry, 1..end), between).prop_map(|(entries, between)| {
        let between = between.filter(|step| !step.contains("until ="));
        let between = between.map(|step| format!("[between]\n{step}"));
        between.unwrap_or_default() + &entries.concat()
    })
}
