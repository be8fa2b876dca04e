//! The sources as text: without comments and tests, and cut into functions.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// A file below `src`.
pub(crate) struct Source {
    /// Its path there: `tui/app.rs`.
    pub(crate) path: String,
    /// All of it.
    pub(crate) text: String,
    /// The same without comments and without its own tests; what is quoted is blank. Lines keep their numbers.
    pub(crate) code: String,
    /// What is quoted in the code, with the place where it begins.
    pub(crate) literals: Vec<(usize, String)>,
}

impl Source {
    /// Its module as a path: `["tui", "app"]`; of the crate itself nothing.
    pub(crate) fn module(&self) -> Vec<String> {
        let stem = self.path.trim_end_matches(".rs");
        match stem {
            "lib" | "main" => Vec::new(),
            _ => stem.split('/').map(str::to_owned).collect(),
        }
    }

    /// `edge/clock.rs` and `edge.rs` are of the layer `edge`.
    pub(crate) fn layer(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.trim_end_matches(".rs")
    }

    fn new(path: String, text: String) -> Self {
        let (code, mut literals) = plain(&text);
        let tests = tests(&code);
        literals.retain(|(at, _)| !tests.iter().any(|range| range.contains(at)));
        let blank = |(at, c): (usize, char)| {
            let is_test = tests.iter().any(|range| range.contains(&at));
            if is_test && c != '\n' { ' ' } else { c }
        };
        let code = code.char_indices().map(blank).collect();
        Self {
            path,
            text,
            code,
            literals,
        }
    }
}

/// Every file below `src`, in the order of their paths.
pub(crate) fn sources() -> Vec<Source> {
    below("src")
}

/// Every Rust file below a folder of the project.
pub(crate) fn below(folder: &str) -> Vec<Source> {
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
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut paths = Vec::new();
    gather(&root, &mut paths);
    assert!(paths.len() > 5, "the sources are not where they were");
    paths.sort();
    let source = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a source");
        let path = path.strip_prefix(&root).expect("below it");
        Source::new(path.to_string_lossy().into_owned(), text)
    };
    paths.into_iter().map(source).collect()
}

/// The text with as many blanks in place of comments and of what is quoted, and what is quoted, with its place.
fn plain(text: &str) -> (String, Vec<(usize, String)>) {
    let mut out = String::with_capacity(text.len());
    let mut literals = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        // A name can end like the beginning of a raw string.
        let name = rest.find(|c: char| !(c.is_alphanumeric() || c == '_'));
        let name = name.filter(|&length| length > 0);
        let literal = quoted(rest);
        if let Some(length) = literal {
            literals.push((out.len(), rest[..length].to_owned()));
        }
        let skipped = comment(rest).or(literal);
        let length = skipped.or(name).unwrap_or(first.len_utf8());
        let part = &rest[..length];
        match skipped {
            Some(_) => out.extend(part.bytes().map(|b| if b == b'\n' { '\n' } else { ' ' })),
            None => out.push_str(part),
        }
        rest = &rest[length..];
    }
    (out, literals)
}

fn comment(text: &str) -> Option<usize> {
    if text.starts_with("//") {
        Some(text.find('\n').unwrap_or(text.len()))
    } else if text.starts_with("/*") {
        Some(text.find("*/").map_or(text.len(), |end| end + 2))
    } else {
        None
    }
}

/// How long the string or character is that stands here, with its quotes.
fn quoted(text: &str) -> Option<usize> {
    let bare = text.trim_start_matches(['b', 'c']);
    let prefix = text.len() - bare.len();
    if prefix > 1 {
        return None;
    }
    if let Some(raw) = bare.strip_prefix('r') {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        if raw[hashes..].starts_with('"') {
            let end = format!("\"{}", "#".repeat(hashes));
            let body = prefix + 1 + hashes + 1;
            return Some(
                text[body..]
                    .find(&end)
                    .map_or(text.len(), |at| body + at + end.len()),
            );
        }
    }
    if bare.starts_with('"') {
        return Some(prefix + string(bare));
    }
    if prefix == 0 && bare.starts_with('\'') {
        return character(bare);
    }
    None
}

fn string(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// A character; `None` for a lifetime.
fn character(text: &str) -> Option<usize> {
    let inner = &text[1..];
    if inner.starts_with('\\') {
        return inner[2..].find('\'').map(|at| 1 + 2 + at + 1);
    }
    let first = inner.chars().next()?;
    let rest = &inner[first.len_utf8()..];
    rest.starts_with('\'').then(|| 1 + first.len_utf8() + 1)
}

/// Where the modules of tests stand.
fn tests(code: &str) -> Vec<Range<usize>> {
    let begins = code.match_indices("#[cfg(test)]").map(|(at, _)| at);
    let range = |at: usize| {
        let after = &code[at..];
        let end = match after.find(['{', ';']) {
            Some(open) if after[open..].starts_with('{') => open + block(&after[open..]),
            Some(end) => end + 1,
            None => after.len(),
        };
        at..at + end
    };
    begins.map(range).collect()
}

/// How long the block is that begins here.
pub(crate) fn block(code: &str) -> usize {
    let mut depth = 0_usize;
    for (at, c) in code.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => {
                depth -= 1;
                if depth == 0 {
                    return at + 1;
                }
            }
            _ => {}
        }
    }
    code.len()
}

/// A function.
pub(crate) struct Function {
    pub(crate) name: String,
    /// From `fn` to the closing brace.
    pub(crate) lines: usize,
    /// How deep blocks stand in each other in it.
    pub(crate) depth: usize,
}

/// The functions of a file that have a body.
pub(crate) fn functions(code: &str) -> Vec<Function> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("fn ") {
        let before = code[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let rest = &code[at + 3..];
        let name: String = rest
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect();
        // A type of functions has no name, and a declaration no body.
        let Some(open) = rest.find(['{', ';']).filter(|_| !name.is_empty()) else {
            continue;
        };
        if rest[open..].starts_with(';') {
            continue;
        }
        let body = &rest[open..open + block(&rest[open..])];
        found.push(Function {
            name,
            lines: rest[..open].matches('\n').count() + body.matches('\n').count() + 1,
            depth: deepest(body),
        });
    }
    found
}

/// How deep blocks of statements stand in a body: braces after `{` of the function itself, but not those of values.
fn deepest(body: &str) -> usize {
    let (mut depth, mut most) = (0_usize, 0);
    let mut kinds = Vec::new();
    let mut before = String::new();
    for c in body.chars() {
        match c {
            '{' => {
                let is_value = before
                    .trim_end()
                    .rsplit(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'))
                    .next()
                    .is_some_and(|word| {
                        word.rsplit("::")
                            .next()
                            .is_some_and(|last| last.chars().next().is_some_and(char::is_uppercase))
                    })
                    && !before.contains(" if ")
                    && !before.contains("match ")
                    && !before.contains("for ")
                    && !before.contains("while ");
                kinds.push(is_value);
                if !is_value {
                    depth += 1;
                    most = most.max(depth);
                }
                before.clear();
            }
            '}' => {
                if kinds.pop() == Some(false) {
                    depth -= 1;
                }
                before.clear();
            }
            '\n' | ';' => before.clear(),
            other => before.push(other),
        }
    }
    // The body of the function itself is no nesting.
    most.saturating_sub(1)
}
