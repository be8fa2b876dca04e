//! What the README shows is what there is. `BLESS=1 cargo test readme` rewrites its picture and its tables.

use std::path::PathBuf;
use std::time::Duration;

use chrono::NaiveDate;
use supple::content::diagnostic::render;
use supple::content::exercise::Exercise;
use supple::content::routine::Routine;
use supple::content::vocabulary::Word as _;
use supple::figure::clip::Clip;
use supple::figure::read::base::Bases;
use supple::plan::profile;
use supple::tui::input::action::Action;
use supple::tui::input::context::Context;
use supple::tui::input::keymap::{self, BINDINGS};
use supple::tui::settings::Settings;

use crate::support::key_table;
use crate::support::program::Home;
use crate::support::rig::{exercise_findings, library};
use crate::support::stage::{self, Stage};

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

fn readme() -> String {
    std::fs::read_to_string(path()).expect("the README")
}

/// Compares what stands between `<!-- name -->` and `<!-- /name -->`.
fn section(name: &str, expected: &str) {
    let text = readme();
    let (before, rest) = text
        .split_once(&format!("<!-- {name} -->\n"))
        .expect("the section begins");
    let (found, after) = rest
        .split_once(&format!("<!-- /{name} -->"))
        .expect("the section ends");
    if std::env::var_os("BLESS").is_some() {
        let blessed = format!("{before}<!-- {name} -->\n{expected}<!-- /{name} -->{after}");
        std::fs::write(path(), blessed).expect("the README is written");
    } else {
        assert_eq!(
            found, expected,
            "the section {name} of the README is not what the program does"
        );
    }
}

// One test for all sections: they write the same file.
#[test]
fn readme_sections_are_true() {
    let mut stage = Stage::home();
    stage
        .keys("enter enter")
        .after(Duration::from_secs(8 + 60 + 8 + 10));
    section(
        "picture",
        &format!("```text\n{}```\n", stage.screen(80, 24)),
    );

    let library = stage::library(Vec::new());
    let mut routines =
        "| id | title | kind | when | minutes |\n|---|---|---|---|---:|\n".to_owned();
    for entry in library.routines() {
        let routine = &entry.value;
        let minutes = routine
            .minutes
            .as_ref()
            .map_or("-".to_owned(), |minutes| minutes.get_ref().to_string());
        let kind = routine
            .discipline
            .map_or("-", |discipline| discipline.as_str());
        routines += &format!(
            "| `{}` | {} | {kind} | {} | {minutes} |\n",
            entry.id,
            routine.title,
            routine.when.as_str()
        );
    }
    section("routines", &routines);

    let mut table = "| | key | does |\n|---|---|---|\n".to_owned();
    // What the help of every other screen says better is left to it.
    for context in [
        Context::Home,
        Context::Search,
        Context::Before,
        Context::Player,
        Context::Everywhere,
    ] {
        let mut title = context.title();
        for binding in BINDINGS
            .iter()
            .filter(|binding| binding.context == context && !moves(binding.action))
        {
            let keys: Vec<String> = keymap::keys(binding)
                .iter()
                .map(|key| format!("`{key}`"))
                .collect();
            table += &format!(
                "| {title} | {} | {} |\n",
                keys.join(" "),
                binding.action.doc()
            );
            title = "";
        }
    }
    section("keys", &table);
    section("lines", &json_lines());
    section("format", &key_table::rows());
}

/// A routine of which `rehearse --json` prints every kind of line.
const EVERY_LINE: &str = r#"
format = 1
title = "Every line"
discipline = "yoga"
[[step]]
exercise = "low-lunge"
hold = "30s"
[[step]]
name = "Reach"
hold = "60s"
sets = 2
rest = "10s"
side = "each"
hazards = []
[[step]]
name = "Press"
reps = "3-4"
hold = "5s"
hazards = []
cues = [{ at = "half", say = "Half of it." }]
[[step]]
name = "Lower slowly"
reps = 8
tempo = { out = 2, back = 4 }
hazards = []
[[step]]
name = "Breathe"
breaths = 4
breath = { in = 3, hold = 2, out = 4, rest = 2 }
hazards = []
[[step]]
name = "Look around"
until = "done"
hazards = []
"#;

/// The kinds of lines with their keys; kinds of the same keys share a row.
fn json_lines() -> String {
    let home = Home::new();
    let file = home.write("every-line.toml", EVERY_LINE);
    let file = file.to_str().expect("the path is text");
    let ran = home.run(&[
        "rehearse",
        file,
        "--json",
        "--minutes",
        "9",
        "--for",
        "knee-pain",
    ]);
    let mut rows: Vec<(String, Vec<String>)> = Vec::new();
    for line in ran.json_lines() {
        let keys = line.as_object().expect("an object");
        let kind = format!("`{}`", line["kind"].as_str().expect("a kind"));
        let keys: Vec<String> = keys
            .keys()
            .filter(|key| *key != "at" && *key != "kind")
            .map(|key| format!("`{key}`"))
            .collect();
        let keys = keys.join(" ");
        match rows.iter_mut().find(|(same, _)| *same == keys) {
            Some((_, kinds)) if kinds.contains(&kind) => {}
            Some((_, kinds)) => kinds.push(kind),
            None => rows.push((keys, vec![kind])),
        }
    }
    let mut table = "| `kind` | keys |\n|---|---|\n".to_owned();
    for (keys, kinds) in rows {
        table += &format!("| {} | {keys} |\n", kinds.join(" "));
    }
    table
}

#[test]
fn readme_examples_are_sound() {
    let text = readme();
    let blocks: Vec<&str> = text
        .split("```toml\n")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap_or_default())
        .collect();
    assert_eq!(blocks.len(), 9);
    let exercise = blocks.iter().find(|block| block.contains("[dose]"));
    let exercise = exercise.expect("an exercise");
    for block in &blocks {
        let findings = if block.contains("[[step]]") {
            let library = library(block);
            let entry = library.routine("test").expect("the routine");
            assert!(Routine::decode("test", block).1.is_empty());
            entry.report(false)
        } else if block.contains("[figure]") {
            let text = format!("{exercise}\n{block}");
            let figure = Exercise::decode("test", &text).0.figure;
            let bases = Bases::of(&stage::library(Vec::new()).shared().figures);
            let found = Clip::draft(&figure.expect("the figure"), &bases).1;
            exercise_findings(&text) + &render("README.md", &text, &found, false)
        } else if block.contains("[dose]") {
            assert!(Exercise::decode("test", block).1.is_empty());
            exercise_findings(block)
        } else if block.contains("conditions = ") {
            let safety = &stage::library(Vec::new()).shared().safety.clone();
            let day = NaiveDate::from_ymd_opt(2026, 11, 10).expect("a date");
            format!("{:?}", profile::decode::decode(block, safety, day).1).replace("[]", "")
        } else {
            format!("{:?}", Settings::decode(block).1).replace("[]", "")
        };
        assert!(findings.is_empty(), "{findings}\nin\n{block}");
    }
}

/// Whether this only moves about on a screen.
fn moves(action: Action) -> bool {
    matches!(
        action,
        Action::Up | Action::Down | Action::PageUp | Action::PageDown
    )
}
