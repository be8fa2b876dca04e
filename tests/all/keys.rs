//! Every key that is declared is read, and no other is taken.

use chrono::NaiveDate;
use supple::content::diagnostic::Diagnostic;
use supple::content::exercise::Exercise;
use supple::content::keys::SCHEMA;
use supple::content::routine::Routine;
use supple::content::toml::key::Keys;
use supple::content::{pace, safety};
use supple::figure::clip::Clip;
use supple::figure::read::base::Bases;
use supple::plan::profile;

use crate::support::stage;

/// A value of no key.
const WRONG: &str = "[[true]]";

/// The files that are read.
#[derive(Clone, Copy)]
enum Kind {
    Routine,
    Exercise,
    Pace,
    Safety,
    Profile,
}

/// The file that a table belongs to, and what stands before and after its key.
fn surroundings(keys: Keys, key: &str) -> (Kind, &'static str, &'static str) {
    match keys.what {
        "a routine" => (Kind::Routine, "", ""),
        "[defaults]" => (Kind::Routine, "[defaults]\n", ""),
        "a step" => (Kind::Routine, "[[step]]\n", ""),
        "a round" if key == "step" => (Kind::Routine, "[[step]]\n", ""),
        "a round" => (Kind::Routine, "[[step]]\n", "\n[[step.step]]"),
        "a step that plays a routine" if key == "routine" => (Kind::Routine, "[[step]]\n", ""),
        "a step that plays a routine" => (Kind::Routine, "[[step]]\nroutine = \"x\"\n", ""),
        "a cue" => (Kind::Routine, "[[step]]\ncues = [{ ", " }]"),
        "a part" => (Kind::Routine, "[[step]]\npart = { ", " }"),
        "a breath" => (Kind::Routine, "[[step]]\nbreath = { ", " }"),
        "a tempo" => (Kind::Routine, "[[step]]\nreps = 3\ntempo = { ", " }"),
        "an exercise" => (Kind::Exercise, "", ""),
        "[dose]" => (Kind::Exercise, "[dose]\n", ""),
        "a switch" => (Kind::Exercise, "switch = { ", " }"),
        "[figure]" => (Kind::Exercise, "[figure]\n", ""),
        "a frame" => (Kind::Exercise, "[[figure.frames]]\n", ""),
        "an arrow" => (Kind::Exercise, "[figure]\narrow = { ", " }"),
        "a pace" => (Kind::Pace, "[pace.x]\n", ""),
        "the profile" => (Kind::Profile, "", ""),
        "a safety file" => (Kind::Safety, "", ""),
        "[screening]" => (Kind::Safety, "[screening]\n", ""),
        "a condition" => (Kind::Safety, "[[condition]]\n", ""),
        "a session flag" => (Kind::Safety, "[[session-flag]]\n", ""),
        "a full stop" => (Kind::Safety, "[[full-stop]]\n", ""),
        "a rule" => (Kind::Safety, "[[rule]]\n", ""),
        "a caution" => (Kind::Safety, "[[caution]]\n", ""),
        "a note" => (Kind::Safety, "[[note]]\n", ""),
        "a group of red flags" => (Kind::Safety, "[[red-flag-group]]\n", ""),
        "a red flag" => (Kind::Safety, "[[red-flag]]\n", ""),
        other => panic!("nobody reads {other}"),
    }
}

/// What is found in a file.
fn findings(kind: Kind, text: &str) -> Vec<Diagnostic> {
    match kind {
        Kind::Routine => Routine::decode("test", text).1,
        Kind::Exercise => {
            let (exercise, mut found) = Exercise::decode("test", text);
            let bases = Bases::of(&[]);
            found.extend(
                exercise
                    .figure
                    .map_or_else(Vec::new, |figure| Clip::draft(&figure, &bases).1),
            );
            found
        }
        Kind::Pace => pace::decode(text).1,
        Kind::Safety => safety::decode::decode(text).1,
        Kind::Profile => {
            let safety = &stage::library(Vec::new()).shared().safety.clone();
            let today = NaiveDate::from_ymd_opt(2026, 11, 10).expect("a date");
            profile::decode::decode(text, safety, today).1
        }
    }
}

/// What is said about the key of a table with a value that no key takes.
fn said_of(keys: Keys, key: &str) -> Vec<String> {
    let (kind, before, after) = surroundings(keys, key);
    let text = format!("{before}{key} = {WRONG}{after}\n");
    let place = before.len()..before.len() + key.len() + 3 + WRONG.len();
    let found = findings(kind, &text).into_iter();
    let of_the_key = found.filter(|found| {
        let span = found.span.as_ref();
        span.is_some_and(|span| place.start <= span.start && span.end <= place.end)
    });
    of_the_key.map(|found| found.message.to_string()).collect()
}

#[test]
fn every_declared_key_is_read() {
    for keys in SCHEMA.tables {
        for key in keys.names() {
            let said = said_of(*keys, key);
            let is_read = said.iter().any(|said| !said.starts_with("unknown key"));
            assert!(is_read, "`{key}` in {} is declared and not read", keys.what);
        }
    }
}

#[test]
fn no_other_key_is_taken() {
    for keys in SCHEMA.tables {
        let others = SCHEMA.tables.iter().flat_map(|table| table.names());
        let others = others.filter(|other| keys.names().all(|key| key != *other));
        for other in others.chain(["anything"]) {
            // What a step plays, and what is repeated, make it another table.
            let is_entry = ["a step", "a round"].contains(&keys.what);
            if is_entry && other == "routine" {
                continue;
            }
            let unknown = format!("unknown key `{other}` in {}", keys.what);
            assert_eq!(said_of(*keys, other).first(), Some(&unknown));
        }
    }
}

#[test]
fn every_key_has_a_sentence() {
    for keys in SCHEMA.tables {
        for key in keys.list {
            let (name, doc) = (key.name, key.doc);
            assert!(doc.ends_with('.') && !doc.contains('|'), "{name}: {doc}");
        }
        let mut names: Vec<&str> = keys.names().collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), keys.list.len(), "{}", keys.what);
    }
}
