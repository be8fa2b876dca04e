//! The table of keys that the README shows.

use supple::content::keys::{self, SCHEMA};
use supple::content::toml::key::{KeySpec, Keys, Takes};

/// The tables in the order in which they are explained; rules and figures are explained where they are written.
fn tables() -> impl Iterator<Item = Keys> {
    let first = ["a routine", "a step", "a round"];
    let of = |what| SCHEMA.tables.iter().filter(move |keys| keys.what == what);
    let others = SCHEMA.tables.iter();
    let others = others.filter(move |keys| !first.contains(&keys.what));
    let others = others.take_while(|keys| keys.what != keys::rules::FILE_KEYS.what);
    first.into_iter().flat_map(of).chain(others).copied()
}

/// Returns whether two tables mean the same by a key.
fn is_same(one: &KeySpec, other: &KeySpec) -> bool {
    (one.name, one.doc) == (other.name, other.doc)
}

/// Returns whether the key turns a step into a round.
fn makes_a_round(keys: Keys, key: &KeySpec) -> bool {
    keys.what == "a step" && ["repeat", "step"].contains(&key.name)
}

/// The rows: each key once, in its first table, with the others in which it means the same.
pub(crate) fn rows() -> String {
    let mut rows = "| in | written | meaning |\n|---|---|---|\n".to_owned();
    let mut seen: Vec<&KeySpec> = Vec::new();
    for keys in tables() {
        let mut title = keys.what;
        for key in keys.list {
            if seen.iter().any(|seen| is_same(seen, key)) || makes_a_round(keys, key) {
                continue;
            }
            let others = tables().filter(|other| {
                let has = other.list.iter().any(|other| is_same(other, key));
                other.what != keys.what && has && !makes_a_round(*other, key)
            });
            let others: Vec<&str> = others.map(|other| other.what).collect();
            rows += &format!(
                "| {title} | `{}` | {} |\n",
                form(key),
                meaning(key, &others)
            );
            seen.push(key);
            title = "";
        }
    }
    rows
}

/// The first form of several; of a table without a form its name.
fn form(key: &KeySpec) -> String {
    if matches!(key.takes, Takes::Other) && key.form.is_none() {
        return key.name.to_owned();
    }
    let form = key.example();
    let first = form.split(", or ").next().unwrap_or_default();
    first.split(" on ").next().unwrap_or_default().to_owned()
}

fn meaning(key: &KeySpec, others: &[&str]) -> String {
    let mut meaning = key.doc.to_owned();
    let words = key.words();
    if !words.is_empty() {
        let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
        meaning += &format!(" Known: {}.", words.join(", "));
    }
    if let Some(limits) = key.limits() {
        let range = if key.is_range() { ", or a range" } else { "" };
        meaning += &format!(" From {limits}{range}.");
    }
    if !others.is_empty() {
        meaning += &format!(" Also in {}.", others.join(", "));
    }
    meaning
}
