//! What a file makes public.

use crate::architecture::source::{Source, block};

/// Something with `pub` before it.
pub(crate) struct Item {
    pub(crate) name: String,
    /// All that is seen of it from outside: a type with its fields or variants, a function without its body.
    pub(crate) text: String,
}

/// What a file makes public, but for the root of the crate, which has `run` alone.
pub(crate) fn items(source: &Source) -> Vec<Item> {
    let lines = source.code.match_indices("pub ");
    let starts = lines.map(|(at, _)| at).filter(|&at| {
        let line = source.code[..at].rsplit('\n').next().unwrap_or_default();
        source.path != "lib.rs" && line.trim().is_empty()
    });
    starts
        .filter_map(|at| item(&source.code[at + "pub ".len()..]))
        .collect()
}

fn item(code: &str) -> Option<Item> {
    let kinds = [
        "const", "fn", "struct", "enum", "static", "type", "trait", "mod", "use",
    ];
    let words = code.split(|c: char| !(c.is_alphanumeric() || c == '_'));
    let name = words
        .filter(|word| !word.is_empty())
        .find(|word| !kinds.contains(word))?;
    let is_type = ["struct ", "enum ", "trait "]
        .iter()
        .any(|kind| code.starts_with(kind));
    let end = match code.find(['{', ';']) {
        Some(open) if is_type && code[open..].starts_with('{') => open + block(&code[open..]),
        // A field ends with its line.
        Some(open) if code.starts_with(name) => code.find('\n').unwrap_or(open),
        Some(open) => open,
        None => code.len(),
    };
    Some(Item {
        name: name.to_owned(),
        text: code[..end].to_owned(),
    })
}
