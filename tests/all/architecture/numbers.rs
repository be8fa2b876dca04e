//! The sources in numbers: sizes, depths and names, each with its limit.
//!
//! `tests/numbers.sh` prints them.

use std::collections::BTreeMap;

use crate::architecture::source::{Function, Source, functions, sources};

/// One noun a file: a longer one holds several.
const LONGEST_FILE: usize = 400;
/// Nine of ten functions have no more lines.
const USUAL_FUNCTION: usize = 30;
/// What has more lines does several things.
const LONG_FUNCTION: usize = 60;
/// So many may.
const LONG_FUNCTIONS: usize = 6;
/// Deeper blocks are a function of their own.
const DEEPEST: usize = 5;
/// So many names may stand for two types.
const SHARED_NAMES: usize = 8;

/// A function with the file that it stands in.
struct Placed {
    file: String,
    function: Function,
}

impl Placed {
    fn words(&self) -> String {
        let Function { name, lines, depth } = &self.function;
        format!("src/{}: {name}, {lines} lines, {depth} deep", self.file)
    }
}

fn placed(sources: &[Source]) -> Vec<Placed> {
    let of = |source: &Source| -> Vec<Placed> {
        let place = |function| Placed {
            file: source.path.clone(),
            function,
        };
        functions(&source.code).into_iter().map(place).collect()
    };
    sources.iter().flat_map(of).collect()
}

/// The types that have a name, by the files in which they do.
fn types(sources: &[Source]) -> BTreeMap<String, Vec<String>> {
    let mut named: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in sources {
        for line in source.code.lines() {
            let line = line.trim_start();
            let line = line
                .strip_prefix("pub(crate) ")
                .or(line.strip_prefix("pub "))
                .unwrap_or(line);
            let kinds = ["struct ", "enum ", "trait "];
            if let Some(rest) = kinds.iter().find_map(|kind| line.strip_prefix(kind)) {
                let name = rest.chars().take_while(|c| c.is_alphanumeric()).collect();
                named.entry(name).or_default().push(source.path.clone());
            }
        }
    }
    named
}

fn shared_names(sources: &[Source]) -> Vec<String> {
    let shared = types(sources)
        .into_iter()
        .filter(|(_, files)| files.len() > 1);
    shared
        .map(|(name, files)| format!("{name}: {}", files.join(", ")))
        .collect()
}

/// So long are nine of ten functions at most.
fn usual(functions: &[Placed]) -> usize {
    let mut lines: Vec<usize> = functions
        .iter()
        .map(|placed| placed.function.lines)
        .collect();
    lines.sort_unstable();
    lines[lines.len() * 9 / 10]
}

#[test]
fn files_and_functions_stay_small() {
    let sources = sources();
    let long = sources
        .iter()
        .map(|source| (source, source.text.lines().count()));
    let long: Vec<String> = long
        .filter(|(_, lines)| *lines >= LONGEST_FILE)
        .map(|(source, lines)| format!("src/{}: {lines} lines", source.path))
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
    let functions = placed(&sources);
    assert!(
        usual(&functions) <= USUAL_FUNCTION,
        "{} lines",
        usual(&functions)
    );
    let words = |is_wrong: fn(&Function) -> bool| -> Vec<String> {
        let wrong = functions.iter().filter(|placed| is_wrong(&placed.function));
        wrong.map(Placed::words).collect()
    };
    let long = words(|function| function.lines > LONG_FUNCTION);
    assert!(long.len() <= LONG_FUNCTIONS, "{}", long.join("\n"));
    let deep = words(|function| function.depth > DEEPEST);
    assert!(deep.is_empty(), "{}", deep.join("\n"));
}

#[test]
fn a_name_stands_for_one_type() {
    let shared = shared_names(&sources());
    assert!(shared.len() <= SHARED_NAMES, "{}", shared.join("\n"));
}

/// Prints the numbers: `tests/numbers.sh`.
#[test]
#[ignore = "it only prints"]
fn in_words() {
    let sources = sources();
    let mut files: Vec<(usize, &str)> = sources
        .iter()
        .map(|source| (source.text.lines().count(), source.path.as_str()))
        .collect();
    files.sort_unstable();
    let lines: usize = files.iter().map(|(lines, _)| lines).sum();
    let (longest, path) = files[files.len() - 1];
    let mut functions = placed(&sources);
    functions.sort_by_key(|placed| placed.function.lines);
    let median = functions[functions.len() / 2].function.lines;
    let deepest = functions.iter().map(|placed| placed.function.depth).max();
    let shared = shared_names(&sources);
    let long: Vec<String> = functions
        .iter()
        .filter(|placed| placed.function.lines > LONG_FUNCTION)
        .map(Placed::words)
        .collect();
    let text = [
        format!("{} files, {lines} lines", files.len()),
        format!(
            "file: median {}, 90 % {}, longest {longest} ({path})",
            files[files.len() / 2].0,
            files[files.len() * 9 / 10].0
        ),
        format!(
            "function: {}, median {median}, 90 % {}",
            functions.len(),
            usual(&functions)
        ),
        format!(
            "over {LONG_FUNCTION} lines: {}\n  {}",
            long.len(),
            long.join("\n  ")
        ),
        format!("deepest: {}", deepest.unwrap_or(0)),
        format!(
            "names of several types: {}\n  {}",
            shared.len(),
            shared.join("\n  ")
        ),
    ];
    eprintln!("{}", text.join("\n"));
}
