//! Folders are layers, imports run down only, and only the edge touches the world.

mod imports;
mod numbers;
mod public;
mod source;

use std::collections::BTreeSet;
use std::path::Path;

use crate::architecture::source::{Source, below, sources};

/// From the bottom up: a layer may use itself and what stands before it, but not its neighbours in a row.
const LAYERS: &[(&str, &[&str])] = &[
    ("content", &[]),
    ("plan", &["content"]),
    ("figure", &["content"]),
    ("player", &["content", "plan"]),
    ("words", &["content", "plan", "figure", "player"]),
    ("tui", &["content", "plan", "figure", "player", "words"]),
    (
        "edge",
        &["content", "plan", "figure", "player", "words", "tui"],
    ),
    (
        "cli",
        &[
            "content", "plan", "figure", "player", "words", "tui", "edge",
        ],
    ),
];

/// Words that only the edge and the command line may use: clocks, files, processes, threads, printing.
const WORLD: &[&str] = &[
    "Instant",
    "SystemTime",
    "Local::now",
    "Utc::now",
    "std::fs",
    "File::open",
    "std::env",
    "std::process",
    "std::net",
    "std::thread",
    "thread::",
    "std::io",
    "println!",
    "print!",
    "eprintln!",
    "crossterm",
    "rustix",
];

#[test]
fn imports_run_down_only() {
    let mut wrong = Vec::new();
    for source in sources() {
        let Some(&(layer, below)) = LAYERS.iter().find(|(layer, _)| *layer == source.layer())
        else {
            continue;
        };
        let used = imports::named(&source);
        let used: BTreeSet<&String> = used.iter().filter_map(|path| path.first()).collect();
        for used in used {
            if used != layer && !below.contains(&used.as_str()) {
                wrong.push(format!("src/{}: {layer} uses {used}", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Each file can be read before those that use it.
#[test]
fn no_files_use_each_other_in_a_circle() {
    let circles = imports::circles(&imports::imports(&sources()));
    let circles: Vec<String> = circles.iter().map(|way| way.join(" -> ")).collect();
    assert!(circles.is_empty(), "circles:\n{}", circles.join("\n"));
}

/// A path says from the root where a thing lies, wherever it is named.
#[test]
fn no_path_climbs() {
    let wrong: Vec<String> = sources()
        .iter()
        .filter(|source| source.code.contains("super::"))
        .map(|source| format!("src/{}", source.path))
        .collect();
    assert!(wrong.is_empty(), "super:: in\n{}", wrong.join("\n"));
}

/// What is `pub` is named by a test or a bench, or is part of something that is.
#[test]
fn what_is_public_is_needed() {
    let sources = sources();
    let outside = ["tests", "benches"].into_iter().flat_map(below);
    let mut needed: BTreeSet<String> = outside.flat_map(|source| words(&source.text)).collect();
    let lib = sources.iter().find(|source| source.path == "lib.rs");
    needed.extend(lib.into_iter().flat_map(|source| words(&source.text)));
    let of = |source| {
        public::items(source)
            .into_iter()
            .map(move |item| (source, item))
    };
    let items: Vec<(&Source, public::Item)> = sources.iter().flat_map(of).collect();
    for (_, item) in &items {
        needed.extend(
            words(&item.text)
                .into_iter()
                .filter(|word| *word != item.name),
        );
    }
    let wrong = items
        .iter()
        .filter(|(_, item)| !needed.contains(&item.name));
    let wrong: Vec<String> = wrong
        .map(|(source, item)| format!("src/{}: {}", source.path, item.name))
        .collect();
    assert!(
        wrong.is_empty(),
        "nobody outside names\n{}",
        wrong.join("\n")
    );
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Where two words may stand together outside `words`: diagnostics for the authors of files, and what is spoken, whose
/// length the timetable reckons with.
const SENTENCES: &[&str] = &[
    "content/",
    "figure/",
    "plan/lower.rs",
    "plan/outline",
    "plan/profile/",
    "plan/review",
    "plan/words",
    "tui/settings",
    "tui/theme",
];

/// What others say or read: a command of a shell, and what the standard library puts behind a reason.
const QUOTED: &[&str] = &["\"chmod go= {}{all}\"", "\" (os error {number})\""];

/// A sentence can be translated, and cannot be compared.
#[test]
fn sentences_stand_with_the_words() {
    let is_allowed = |path: &str| {
        let is_elsewhere = path.starts_with("words/") || path.ends_with("/tests.rs");
        is_elsewhere || SENTENCES.iter().any(|allowed| path.starts_with(allowed))
    };
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| !is_allowed(&source.path)) {
        for (at, literal) in &source.literals {
            let reason = source.code[..*at].trim_end().ends_with("reason =");
            if !reason && is_sentence(literal) && !QUOTED.contains(&literal.as_str()) {
                let line = source.code[..*at].matches('\n').count() + 1;
                wrong.push(format!("src/{}:{line}: {literal}", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether two words stand side by side, apart from what is filled in.
fn is_sentence(literal: &str) -> bool {
    let fixed: String = literal
        .split('{')
        .map(|part| part.split('}').next_back().unwrap_or_default())
        .collect();
    let is_word = |part: &str| {
        let word = part.trim_matches(|c: char| !c.is_alphabetic());
        word.chars().count() > 1 && word.chars().all(|c| c.is_alphabetic() || c == '\'')
    };
    let parts: Vec<&str> = fixed
        .split([' ', '\n'])
        .filter(|part| !part.is_empty())
        .collect();
    parts
        .windows(2)
        .any(|pair| pair.iter().all(|part| is_word(part)))
}

/// The page of the crate names files that are there.
#[test]
fn the_map_leads_to_files() {
    let lib = sources().into_iter().find(|source| source.path == "lib.rs");
    let text = lib.expect("the root of the crate").text;
    let map = text.lines().filter_map(|line| line.strip_prefix("//!"));
    let quoted = map.flat_map(|line| line.split('`').skip(1).step_by(2));
    let is_path = |word: &&str| {
        let kinds = [".rs", ".toml", "/"];
        word.contains('/') && kinds.iter().any(|kind| word.ends_with(kind)) && !word.contains(' ')
    };
    let named: Vec<&str> = quoted.filter(is_path).collect();
    assert!(named.len() > 20, "{named:?}");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let is_there = |path: &str| {
        ["src", "."]
            .iter()
            .any(|folder| root.join(folder).join(path).exists())
    };
    let lost: Vec<String> = named
        .iter()
        .map(|path| path.replace("*.toml", ""))
        .filter(|path| !is_there(path))
        .collect();
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn only_the_edge_touches_the_world() {
    let mut wrong = Vec::new();
    for source in sources() {
        if ["edge", "cli", "main"].contains(&source.layer()) {
            continue;
        }
        for (number, line) in source.code.lines().enumerate() {
            for word in WORLD.iter().filter(|word| contains_word(line, word)) {
                wrong.push(format!("src/{}:{}: {word}", source.path, number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is printed goes through the printer, which cleans it; the screen and the lines of a session have
/// ways of their own, through the pen and through what cleans here too.
#[test]
fn only_the_printer_writes_to_standard_output() {
    let ways = [
        "stdout()",
        "stderr()",
        "print!",
        "println!",
        "eprint!",
        "eprintln!",
    ];
    let asks = ["is_terminal", "tcgetwinsize"];
    let mut wrong = Vec::new();
    for source in sources() {
        if [
            "edge/printer.rs",
            "edge/terminal/screen.rs",
            "edge/front/lines.rs",
        ]
        .contains(&source.path.as_str())
        {
            continue;
        }
        for (number, line) in source.code.lines().enumerate() {
            let writes = ways
                .iter()
                .any(|way| contains_word(line, way) || line.contains(".print()"));
            if writes && !asks.iter().any(|asks| line.contains(asks)) {
                wrong.push(format!("src/{}:{}: {line}", source.path, number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn contains_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
    })
}
