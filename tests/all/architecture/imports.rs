//! Which file uses which: by its `use` lines and by whole paths.

use std::collections::{BTreeMap, BTreeSet};

use crate::architecture::source::Source;

/// What one file uses, by paths of files.
pub(crate) type Imports = BTreeMap<String, BTreeSet<String>>;

/// The paths of all that a file names beyond itself: `["content", "dose", "Dose"]`, from the root of the crate.
pub(crate) fn named(source: &Source) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let mut rest = source.code.as_str();
    while let Some(at) = rest.find("crate::") {
        let is_whole = !rest[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
        rest = &rest[at + "crate::".len()..];
        if is_whole {
            found.extend(tree(rest).0);
        }
    }
    found
}

/// The paths of a tree such as `a::{b, c::d}`, and how much of the text it takes.
fn tree(text: &str) -> (Vec<Vec<String>>, usize) {
    let mut path: Vec<String> = Vec::new();
    let mut at = 0;
    loop {
        let rest = &text[at..];
        if rest.starts_with('{') {
            let mut all = Vec::new();
            at += 1;
            while !text[at..].trim_start().starts_with('}') && at < text.len() {
                at += text[at..].len() - text[at..].trim_start_matches([' ', '\n', ',']).len();
                if text[at..].starts_with('}') {
                    break;
                }
                let (inner, length) = tree(&text[at..]);
                all.extend(
                    inner
                        .into_iter()
                        .map(|inner| [path.clone(), inner].concat()),
                );
                at += length.max(1);
                at += text[at..].len() - text[at..].trim_start_matches([' ', '\n', ',']).len();
            }
            return (all, at + 1);
        }
        let word: String = rest
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect();
        at += word.len();
        if word != "self" && !word.is_empty() {
            path.push(word);
        }
        match text[at..].strip_prefix("::") {
            Some(more)
                if more.starts_with(|c: char| c.is_alphanumeric() || c == '_' || c == '{') =>
            {
                at += 2;
            }
            _ => break,
        }
    }
    if let Some(more) = text[at..].strip_prefix(" as ") {
        at += 4 + more
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .count();
    }
    (vec![path], at)
}

/// Which files use which.
pub(crate) fn imports(sources: &[Source]) -> Imports {
    let files: BTreeMap<Vec<String>, &str> = sources
        .iter()
        .map(|source| (source.module(), source.path.as_str()))
        .collect();
    let file_of = |path: &[String]| {
        (1..=path.len())
            .rev()
            .find_map(|length| files.get(&path[..length]).copied())
    };
    let of = |source: &Source| {
        let used = named(source).into_iter();
        let used = used.filter_map(|path| file_of(&path)).map(str::to_owned);
        let own = &source.path;
        let mut used: BTreeSet<String> = used.filter(|path| path != own).collect();
        used.extend(children(source, &files));
        (own.clone(), used)
    };
    sources.iter().map(of).collect()
}

/// The files of modules below that a file names by their last name alone: `words::told`.
fn children(source: &Source, files: &BTreeMap<Vec<String>, &str>) -> Vec<String> {
    let module = source.module();
    let is_child = |path: &Vec<String>| path.len() == module.len() + 1 && path.starts_with(&module);
    let below = files.iter().filter(|(path, _)| is_child(path));
    let names = |name: &String| {
        let call = format!("{name}::");
        source.code.match_indices(&call).any(|(at, _)| {
            !source.code[..at].ends_with(|c: char| c.is_alphanumeric() || "_:.".contains(c))
        })
    };
    below
        .filter(|(path, _)| path.last().is_some_and(names))
        .map(|(_, file)| (*file).to_owned())
        .collect()
}

/// The circles among files, each in the order in which its files use each other.
pub(crate) fn circles(imports: &Imports) -> Vec<Vec<String>> {
    let mut settled = BTreeSet::new();
    let mut found = Vec::new();
    for file in imports.keys() {
        follow(file, imports, &mut Vec::new(), &mut settled, &mut found);
    }
    found
}

fn follow(
    file: &str,
    imports: &Imports,
    way: &mut Vec<String>,
    settled: &mut BTreeSet<String>,
    found: &mut Vec<Vec<String>>,
) {
    if let Some(at) = way.iter().position(|before| before == file) {
        found.push(way[at..].to_vec());
        return;
    }
    if settled.contains(file) {
        return;
    }
    way.push(file.to_owned());
    for used in imports.get(file).into_iter().flatten() {
        follow(used, imports, way, settled, found);
    }
    way.pop();
    settled.insert(file.to_owned());
}

#[test]
fn a_tree_of_imports_is_read_whole() {
    let paths = |text: &str| -> Vec<String> {
        tree(text)
            .0
            .into_iter()
            .map(|path| path.join("::"))
            .collect()
    };
    assert_eq!(paths("a::b;"), ["a::b"]);
    assert_eq!(
        paths("a::{self, b, c::{d, e as f}};"),
        ["a", "a::b", "a::c::d", "a::c::e"]
    );
    assert_eq!(paths("a::\n"), ["a"]);
    assert_eq!(paths("a::b(c)"), ["a::b"]);
}

#[test]
fn a_circle_is_found_with_its_way() {
    let imports: Imports = [
        ("a", vec!["b"]),
        ("b", vec!["c"]),
        ("c", vec!["b"]),
        ("d", vec!["a"]),
    ]
    .into_iter()
    .map(|(file, used)| {
        (
            file.to_owned(),
            used.into_iter().map(str::to_owned).collect(),
        )
    })
    .collect();
    assert_eq!(circles(&imports), [["b", "c"]]);
}
