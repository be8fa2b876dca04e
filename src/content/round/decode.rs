//! Reads the entries of a routine.

use std::ops::Range as Place;

use toml::Spanned;
use toml::de::DeTable;

use crate::content::diagnostic::Diagnostic;
use crate::content::dose::limits::{PAUSE, REPEATS};
use crate::content::duration::Range;
use crate::content::part::{PartPlace, RoutinePart};
use crate::content::round::{Block, NESTED_KEYS, NestedRoutine, ROUND_KEYS, Round};
use crate::content::step::STEP_KEYS;
use crate::content::step::decode::decode_step;
use crate::content::toml::fields::Fields;
use crate::content::vocabulary::Sides;
use crate::content::wording::Wording;

/// The most levels of nested rounds.
const MOST_ROUNDS: usize = 2;

/// Decodes the `[[step]]` list of a table, `level` rounds deep.
pub(crate) fn decode_list(fields: &Fields<'_, '_>, level: usize) -> Vec<Block> {
    fields
        .tables("step")
        .into_iter()
        .map(|(table, span)| decode(fields, table, span, level))
        .collect()
}

fn decode<'t, 's>(
    parent: &Fields<'t, 's>,
    table: &'t DeTable<'s>,
    span: Place<usize>,
    level: usize,
) -> Block {
    let place = if level > 0 {
        PartPlace::Round
    } else {
        PartPlace::Routine
    };
    if table.contains_key("routine") {
        let fields = parent.within(table, span, NESTED_KEYS);
        return Block::Routine(NestedRoutine {
            part: RoutinePart::decode(&fields, place),
            id: fields
                .text("routine")
                .unwrap_or_else(|| Spanned::new(fields.key_span("routine"), String::new())),
            optional: fields.flag("optional"),
            note: fields.wording("note"),
            span: fields.span(),
        });
    }
    // Somebody who writes `repeat` into a step means its sets.
    let is_step = ["exercise", "name"]
        .iter()
        .any(|key| table.contains_key(*key));
    if table.contains_key("step") || (table.contains_key("repeat") && !is_step) {
        let fields = parent.within(table, span, ROUND_KEYS);
        return Block::Round(Round {
            part: RoutinePart::decode(&fields, place),
            ..decode_round(&fields, level)
        });
    }
    let fields = parent.within(table, span, STEP_KEYS);
    Block::Step(Box::new(decode_step(&fields, place)))
}

fn decode_round(fields: &Fields<'_, '_>, level: usize) -> Round {
    if level == MOST_ROUNDS {
        let found = Diagnostic::error("rounds are nested too deeply").at(fields.span());
        fields.report(
            found.help("a round can contain one more level of rounds; write the inner steps out"),
        );
    }
    if !fields.has("step") || fields.is_empty_list("step") {
        let header = fields.header_of("step");
        let example = format!("{header} below it, once for each step to repeat");
        fields.missing("step", &example);
    }
    let mut blocks = decode_list(fields, level + 1);
    if let Some(note) = fields.wording("note") {
        add_note(&note, &mut blocks);
    }
    let is_sided = is_sided(fields);
    if is_sided {
        report_sides_within(fields, &blocks);
    }
    let repeat = fields.whole_range("repeat", &REPEATS);
    let is_once = match repeat {
        Some(repeat) => repeat.upper == 1,
        None => !fields.has("repeat") && !fields.is_meant("repeat"),
    };
    if is_once && fields.has("rest") {
        let message = "`rest` is between rounds, but there is only one";
        let found = Diagnostic::warning(message).at(fields.key_span("rest"));
        fields.report(found.help("write repeat = N for more rounds, or delete rest"));
    }
    Round {
        part: None,
        name: fields.called("name").map(|name| name.into_inner().into()),
        repeat: repeat.unwrap_or(Range::only(1)),
        rest: fields.duration("rest", PAUSE).unwrap_or_default(),
        is_sided,
        first: fields.word("first").map(Spanned::into_inner),
        switch: fields.duration("switch", PAUSE),
        blocks,
        span: fields.span(),
    }
}

/// Puts the note of a round before that of its first entry: it is shown there.
fn add_note(note: &Wording, blocks: &mut [Block]) {
    let first = match blocks.first_mut() {
        Some(Block::Step(step)) => &mut step.note,
        Some(Block::Routine(routine)) => &mut routine.note,
        // The notes of the round inside are with its first entry already.
        Some(Block::Round(round)) => return add_note(note, &mut round.blocks),
        None => return,
    };
    *first = Some(note.before(first.as_ref()));
}

/// Returns whether a round is done on each side. It takes no other sides, and no keys for sides without them.
fn is_sided(fields: &Fields<'_, '_>) -> bool {
    let side = fields.word::<Sides>("side");
    let is_each = side
        .as_ref()
        .is_some_and(|side| *side.get_ref() == Sides::Each);
    if let Some(side) = side.filter(|_| !is_each) {
        let found = Diagnostic::error("the `side` of a round can only be \"each\"").at(side.span());
        fields.report(found.help("write side = \"each\", or write side into its steps"));
    }
    if !is_each && !fields.has("side") {
        for key in ["first", "switch"]
            .into_iter()
            .filter(|key| fields.has(key))
        {
            let message = format!("`{key}` has no effect in a round without side = \"each\"");
            let found = Diagnostic::warning(message).at(fields.key_span(key));
            fields.report(found.help(format!(
                "write side = \"each\" into the round, or delete {key}"
            )));
        }
    }
    is_each
}

/// The steps of a round with sides take its side: they name none of their own.
fn report_sides_within(fields: &Fields<'_, '_>, blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Round(round) => {
                if round.is_sided {
                    let message = "a round with side = \"each\" lies in another one";
                    let help =
                        "delete the side of one of them: one side is done whole, then the other";
                    fields.report(Diagnostic::error(message).at(round.span.clone()).help(help));
                }
                report_sides_within(fields, &round.blocks);
            }
            Block::Routine(routine) => {
                let message = "a routine in a round with side = \"each\"";
                let help = "delete the side of the round: the routine has its own";
                let found = Diagnostic::error(message).at(routine.span.clone());
                fields.report(found.help(help));
            }
            Block::Step(step) => {
                let own = step.side.as_ref();
                let own =
                    own.filter(|side| !matches!(side.get_ref(), Sides::Both | Sides::Alternating));
                if let Some(side) = own {
                    let message = "the round says on which side this is done";
                    let help = "delete this side: all steps of the round are done on one side, then on the other";
                    fields.report(Diagnostic::error(message).at(side.span()).help(help));
                } else if step.prescription.is_unequal() {
                    let message = "a dose for each side in a round with side = \"each\"";
                    let help = "write one dose for both, or a step for each side without the side of the round";
                    fields.report(Diagnostic::error(message).at(step.span.clone()).help(help));
                }
            }
        }
    }
}
