//! Folders are layers, imports run down only, and only the edge touches the world.

use std::fs;
use std::path::{Path, PathBuf};

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
    for (path, text) in sources() {
        let Some(&(layer, below)) = LAYERS.iter().find(|(layer, _)| *layer == layer_of(&path))
        else {
            continue;
        };
        for (number, line) in text.lines().enumerate() {
            for used in line.split("crate::").skip(1) {
                let used: String = used
                    .chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect();
                if used != layer && !below.contains(&used.as_str()) {
                    wrong.push(format!(
                        "src/{}:{}: {layer} uses {used}",
                        path.display(),
                        number + 1
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_edge_touches_the_world() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        if ["edge", "cli", "main"].contains(&layer_of(&path).as_str()) {
            continue;
        }
        for (number, line) in text
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
        {
            for word in WORLD.iter().filter(|word| contains_word(line, word)) {
                wrong.push(format!("src/{}:{}: {word}", path.display(), number + 1));
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
    for (path, text) in sources() {
        if [
            "edge/printer.rs",
            "edge/terminal/screen.rs",
            "edge/front/lines.rs",
        ]
        .map(Path::new)
        .contains(&&*path)
        {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            let writes = ways
                .iter()
                .any(|way| contains_word(line, way) || line.contains(".print()"));
            if writes && !asks.iter().any(|asks| line.contains(asks)) {
                wrong.push(format!("src/{}:{}: {line}", path.display(), number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// One noun a file: a file of this length holds several.
#[test]
fn no_file_is_too_long() {
    let long: Vec<String> = sources()
        .into_iter()
        .filter(|(_, text)| text.lines().count() > 450)
        .map(|(path, text)| format!("src/{}: {} lines", path.display(), text.lines().count()))
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

/// `edge/clock.rs` and `edge.rs` are of the layer `edge`.
fn layer_of(path: &Path) -> String {
    let first = path.components().next().expect("a path is not empty");
    first
        .as_os_str()
        .to_string_lossy()
        .trim_end_matches(".rs")
        .to_owned()
}

fn contains_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
    })
}

/// Every file below `src`, by its path there, with its text.
fn sources() -> Vec<(PathBuf, String)> {
    fn gather(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a folder of sources") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                gather(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    gather(&root, &mut paths);
    assert!(paths.len() > 30, "the sources are not where they were");
    paths
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path).expect("a source");
            (
                path.strip_prefix(&root).expect("below src").to_owned(),
                text,
            )
        })
        .collect()
}
