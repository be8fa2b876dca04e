//! What the help says to write is read when it is typed: in the place of what was wrong, it leaves that key without a fault.

mod mistakes;

use std::path::Path;

use supple::content::diagnostic::Diagnostic;
use supple::content::exercise::Exercise;
use supple::content::routine::Routine;

use crate::helps::mistakes::{MISTAKES, OF_ROUTINE};

/// Parts of forms that stand for what the person has to find: nothing to be typed as it is.
const PLACEHOLDERS: [&str; 10] = [
    "...",
    "N",
    "HH",
    "YYYY",
    "CONDITION",
    "WEEKS",
    "[[",
    "true, or",
    "repeat =",
    "\"value\"",
];

fn found(text: &str) -> Vec<Diagnostic> {
    if text.contains("[[step") {
        Routine::decode("x", text).1
    } else {
        Exercise::decode("x", text).1
    }
}

/// The longest beginning of `rest` that is a value of TOML.
fn value(rest: &str) -> Option<&str> {
    let ends = (1..=rest.len())
        .rev()
        .filter(|&end| rest.is_char_boundary(end));
    let mut values = ends.map(|end| rest[..end].trim_end());
    values.find(|value| toml::de::DeTable::parse(&format!("x = {value}")).is_ok())
}

/// What a help says to write: keys with values, or values alone. Forms with placeholders are left out.
fn said(help: &str) -> Vec<(Option<String>, String)> {
    let Some(rest) = help.strip_prefix("write ") else {
        return Vec::new();
    };
    let mut all = Vec::new();
    for rest in rest
        .split(" or ")
        .map(|rest| rest.trim_start_matches("write "))
    {
        let (key, typed) = match rest.split_once(" = ") {
            Some((key, typed))
                if key
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || "-_\"".contains(c)) =>
            {
                (Some(key), typed)
            }
            _ => (None, rest),
        };
        let typed =
            value(typed).filter(|typed| !PLACEHOLDERS.iter().any(|form| typed.contains(form)));
        all.extend(typed.map(|typed| (key.map(str::to_owned), typed.to_owned())));
    }
    all
}

/// The faults that are left of the key, when what a help says is typed in the place of what was wrong.
fn left(text: &str, fault: &Diagnostic, key: Option<&str>, typed: &str) -> Vec<String> {
    let span = fault.span.clone().expect("a place");
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[span.start..]
        .find('\n')
        .map_or(text.len(), |at| span.start + at);
    let line = &text[start..end];
    let own = line.split('=').next().unwrap_or_default().trim();
    // A whole line, or a value inside one.
    let is_inside = own != line.trim() && line.contains(['{', '[']);
    let (range, put) = if is_inside && key != Some(own) {
        (span.clone(), typed.to_owned())
    } else {
        (start..end, format!("{} = {typed}", key.unwrap_or(own)))
    };
    let fixed = format!("{}{put}{}", &text[..range.start], &text[range.end..]);
    let reached = range.start..range.start + put.len();
    let is_error = |found: &&Diagnostic| {
        let at = found.span.as_ref().map_or(usize::MAX, |span| span.start);
        // Whoever writes a key twice has to delete one anyway.
        let is_twice = found.message.contains("is defined twice");
        found.is_error() && !is_twice && reached.contains(&at)
    };
    let found = found(&fixed);
    let left = found.iter().filter(is_error);
    left.map(|left| left.message.to_string()).collect()
}

/// Each help of these findings that is refused when it is typed.
fn refused(name: &str, text: &str) -> (usize, Vec<String>) {
    let mut tried = 0;
    let mut refused = Vec::new();
    for fault in found(text)
        .iter()
        .filter(|fault| fault.is_error() && fault.span.is_some())
    {
        for help in &fault.help {
            for (key, typed) in said(&help.to_string()) {
                tried += 1;
                let left = left(text, fault, key.as_deref(), &typed);
                if !left.is_empty() {
                    refused.push(format!(
                        "{name}: {}: {help}: {typed} -> {left:?}",
                        fault.message
                    ));
                }
            }
        }
    }
    (tried, refused)
}

#[test]
fn what_the_help_says_of_mistakes_is_read() {
    let mut tried = 0;
    let mut all = Vec::new();
    for (of_step, mistakes) in [(true, MISTAKES), (false, OF_ROUTINE)] {
        for (key, values) in mistakes {
            for value in *values {
                let (above, below) = if of_step { ("", *value) } else { (*value, "") };
                let line = |value: &str| {
                    if value.is_empty() {
                        String::new()
                    } else {
                        format!("{key} = {value}\n")
                    }
                };
                let text = format!("format = 1\n{}[[step]]\n{}", line(above), line(below));
                let faults = found(&text);
                let text_of =
                    |fault: &Diagnostic| fault.span.clone().map_or("", |span| &text[..span.start]);
                let on_line = |fault: &&Diagnostic| {
                    text_of(fault).matches('\n').count() == if of_step { 2 } else { 1 }
                };
                assert!(
                    faults
                        .iter()
                        .filter(|fault| fault.is_error())
                        .any(|fault| on_line(&fault)),
                    "{key} = {value} has no fault"
                );
                let (some, refused) = refused(&format!("{key} = {value}"), &text);
                tried += some;
                all.extend(refused);
            }
        }
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
    assert!(tried > 90, "only {tried} were tried");
}

#[test]
fn what_the_help_says_of_bad_files_is_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad");
    let mut tried = 0;
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the folder of bad files") {
        let path = entry.expect("an entry").path();
        if path.extension() != Some("toml".as_ref()) {
            continue;
        }
        let Ok(text) = std::fs::read_to_string(&path) else {
            continue;
        };
        let (some, refused) = refused(&path.display().to_string(), &text);
        tried += some;
        all.extend(refused);
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
    assert!(tried > 90, "only {tried} were tried");
}
