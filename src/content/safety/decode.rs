//! Reads `safety.toml`.

use toml::Spanned;

use crate::content::diagnostic::Diagnostic;
use crate::content::format;
use crate::content::keys::rules::{
    CAUTION_KEYS, CONDITION_KEYS, FILE_KEYS, FLAG_KEYS, FULL_STOP_KEYS, GROUP_KEYS, NOTE_KEYS,
    RED_FLAG_KEYS, RULE_KEYS, SCREENING_KEYS,
};
use crate::content::safety::condition::{Condition, SessionFlag};
use crate::content::safety::full_stop::FullStop;
use crate::content::safety::limits::Limits;
use crate::content::safety::places::{Places, Reference};
use crate::content::safety::red_flag::{RedFlag, RedFlagGroup};
use crate::content::safety::rule::{Caution, Note, SafetyRule, Subject};
use crate::content::safety::rulebook::Safety;
use crate::content::toml::fields::Fields;
use crate::content::toml::key::Keys;

/// A list of tables in the file: `[[condition]]`.
struct Tables {
    key: &'static str,
    /// The keys that each of them may hold.
    keys: Keys,
}

impl Tables {
    const fn new(key: &'static str, keys: Keys) -> Self {
        Self { key, keys }
    }
}

const CONDITION: Tables = Tables::new("condition", CONDITION_KEYS);
const FLAG: Tables = Tables::new("session-flag", FLAG_KEYS);
const FULL_STOP: Tables = Tables::new("full-stop", FULL_STOP_KEYS);
const RULE: Tables = Tables::new("rule", RULE_KEYS);
const CAUTION: Tables = Tables::new("caution", CAUTION_KEYS);
const NOTE: Tables = Tables::new("note", NOTE_KEYS);
const GROUP: Tables = Tables::new("red-flag-group", GROUP_KEYS);
const RED_FLAG: Tables = Tables::new("red-flag", RED_FLAG_KEYS);

/// Reads `safety.toml`.
pub fn decode(text: &str) -> (Safety, Vec<Diagnostic>) {
    format::decode(text, |document| {
        if format::is_newer(document) {
            return Safety::default();
        }
        let fields = Fields::root(document, FILE_KEYS);
        fields.whole("format", 1..=1);
        // Checked only: the meanings of positions are there for readers of the file.
        fields.pairs("position");
        let hazards = fields.pairs("hazard").into_iter();
        let rules = each(&fields, &RULE, decode_rule).into_iter();
        let red_flags = each(&fields, &RED_FLAG, decode_red_flag).into_iter();
        Safety {
            disclaimer: fields.lines("disclaimer"),
            way_back: fields.text("way-back").map(Spanned::into_inner),
            limits: decode_limits(&fields),
            hazards: hazards
                .map(|(tag, words)| (tag.into_inner(), words.into_inner()))
                .collect(),
            conditions: each(&fields, &CONDITION, decode_condition),
            session_flags: each(&fields, &FLAG, decode_flag),
            full_stops: each(&fields, &FULL_STOP, decode_full_stop),
            rules: rules.flatten().collect(),
            cautions: each(&fields, &CAUTION, decode_caution),
            allow: fields.lists("allow"),
            notes: each(&fields, &NOTE, decode_note),
            red_flag_groups: each(&fields, &GROUP, decode_group),
            red_flags: red_flags.flatten().collect(),
        }
    })
}

/// Decodes every table of a list.
fn each<T>(fields: &Fields<'_, '_>, list: &Tables, decode: fn(&Fields<'_, '_>) -> T) -> Vec<T> {
    let tables = fields.tables(list.key).into_iter();
    tables
        .map(|(table, span)| decode(&fields.within(table, span, list.keys)))
        .collect()
}

/// A text that must be there. Without it the rest is still read, so that all its errors are reported at once.
fn needed(fields: &Fields<'_, '_>, key: &str) -> String {
    if !fields.has(key) {
        fields.missing(key, &format!("{key} = \"...\""));
    }
    fields
        .text(key)
        .map(Spanned::into_inner)
        .unwrap_or_default()
}

fn decode_limits(fields: &Fields<'_, '_>) -> Limits {
    let Some(limits) = fields.table("screening", SCREENING_KEYS) else {
        return Limits::default();
    };
    let number = |key, most| limits.whole(key, 0..=most).map(Spanned::into_inner);
    Limits {
        week_unknown: limits.text("pregnancy-week-unknown"),
        past_due: limits.text("pregnancy-past-due"),
        hops: number("hops", 5),
        most_left_out: limits.fraction("most-left-out"),
        fewest_exercises: number("fewest-exercises", 20),
        other_caution: limits.text("other-caution").map(Spanned::into_inner),
    }
}

fn places(fields: &Fields<'_, '_>, list: &Tables) -> Places {
    let written = list.keys.names().filter(|key| fields.has(key));
    Places {
        header: fields.span(),
        keys: written.map(|key| (key, fields.key_span(key))).collect(),
    }
}

fn decode_condition(fields: &Fields<'_, '_>) -> Condition {
    let (id, name) = (needed(fields, "id"), needed(fields, "name"));
    let weeks = |key| fields.whole(key, 0..=60).map(Spanned::into_inner);
    Condition {
        also: fields.lines("also"),
        group: fields.text("group").map(Spanned::into_inner),
        implies: fields.texts("implies"),
        pace: fields.text("pace"),
        unlisted: fields.text("unlisted").map(Spanned::into_inner),
        caesarean_weeks: weeks("caesarean-weeks"),
        means: fields.text("means").map(Spanned::into_inner),
        notes: fields.lines("notes"),
        audience: fields.word("audience").map(Spanned::into_inner),
        weeks: (weeks("from-week"), weeks("to-week")),
        lasts_weeks: weeks("lasts-weeks"),
        sources: fields.texts("sources"),
        id,
        name,
    }
}

fn decode_flag(fields: &Fields<'_, '_>) -> SessionFlag {
    let (id, name) = (needed(fields, "id"), needed(fields, "name"));
    let (notes, offer) = (fields.lines("notes"), fields.texts("offer"));
    SessionFlag {
        id,
        name,
        notes,
        offer,
    }
}

fn decode_full_stop(fields: &Fields<'_, '_>) -> FullStop {
    let (id, name, message) = (
        needed(fields, "id"),
        needed(fields, "name"),
        needed(fields, "message"),
    );
    let (covers, see, sources) = (
        fields.lines("covers"),
        fields.texts("see"),
        fields.texts("sources"),
    );
    FullStop {
        id,
        name,
        message,
        covers,
        emergency: fields.flag("emergency"),
        together: decode_together(fields),
        see,
        sources,
        places: places(fields, &FULL_STOP),
    }
}

/// Lists of conditions, one for each fact that has to be there. A single fact is no "together", but a list of one in
/// each of two lists says the same of it.
fn decode_together(fields: &Fields<'_, '_>) -> Vec<Vec<Reference>> {
    let lists = fields.texts_in_lists("together");
    if lists.len() == 1 {
        let only = lists[0]
            .iter()
            .map(|word| format!("\"{}\"", word.get_ref()));
        let only = only.collect::<Vec<_>>().join(", ");
        let found = Diagnostic::error(
            "`together` needs at least two lists: one condition of each must apply",
        )
        .at(fields.key_span("together"))
        .help(format!(
            "write together = [[{only}], [\"...\"]], with the other condition in place of the dots"
        ));
        fields.report(found);
    }
    lists
}

fn decode_rule(fields: &Fields<'_, '_>) -> Option<SafetyRule> {
    let hazard = fields.text("hazard").map(Subject::Hazard);
    let position = fields
        .word("position")
        .map(|position| Subject::Position(position.into_inner()));
    if fields.has("hazard") && fields.has("position") {
        let found = Diagnostic::error("a rule is about a hazard or a position, not both");
        fields.report(
            found
                .at(fields.key_span("position"))
                .related(fields.key_span("hazard"), "the first one")
                .help("split it into two rules"),
        );
    }
    if !fields.has("hazard") && !fields.has("position") {
        fields.missing(
            "hazard",
            "hazard = \"kneeling\", or position = \"standing\"",
        );
    }
    let (contraindicated, precaution) =
        (fields.texts("contraindicated"), fields.texts("precaution"));
    Some(SafetyRule {
        subject: hazard.or(position)?,
        contraindicated,
        precaution,
    })
}

fn decode_caution(fields: &Fields<'_, '_>) -> Caution {
    let hazards = fields.texts("hazard").into_iter().map(Subject::Hazard);
    let positions = fields.words("position").into_iter().map(Subject::Position);
    let subjects = hazards.chain(positions).collect();
    let (conditions, say) = (fields.texts("condition"), needed(fields, "say"));
    Caution {
        subjects,
        conditions,
        say,
        added: false,
    }
}

fn decode_note(fields: &Fields<'_, '_>) -> Note {
    let (id, name) = (needed(fields, "id"), needed(fields, "name"));
    Note {
        conditions: fields.texts("condition"),
        hazards: fields.texts("hazard"),
        say: fields.lines("say"),
        sources: fields.texts("sources"),
        id,
        name,
    }
}

fn decode_group(fields: &Fields<'_, '_>) -> RedFlagGroup {
    let (id, name) = (needed(fields, "id"), needed(fields, "name"));
    let (actions, conditions) = (fields.lines("do"), fields.texts("condition"));
    RedFlagGroup {
        id,
        name,
        actions,
        emergency: fields.flag("emergency"),
        decide_afresh: fields.flag("decide-afresh"),
        conditions,
        places: places(fields, &GROUP),
    }
}

fn decode_red_flag(fields: &Fields<'_, '_>) -> Option<RedFlag> {
    let (say, sources) = (needed(fields, "say"), fields.texts("sources"));
    if !fields.has("group") {
        fields.missing("group", "group = \"...\"");
    }
    Some(RedFlag {
        group: fields.text("group")?,
        say,
        sources,
        places: places(fields, &RED_FLAG),
    })
}
