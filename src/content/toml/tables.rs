//! Walks over the tables of a parsed text.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Deeper tables than this are no file of ours; the parser itself gives up at 80.
pub(crate) const DEEPEST: usize = 16;

/// Returns the depth of nested tables, this one included.
pub(crate) fn depth(table: &DeTable<'_>) -> usize {
    fn of(value: &DeValue<'_>) -> usize {
        match value {
            DeValue::Table(table) => depth(table),
            DeValue::Array(list) => list
                .iter()
                .map(|item| of(item.get_ref()))
                .max()
                .unwrap_or(0),
            _ => 0,
        }
    }
    1 + table
        .values()
        .map(|value| of(value.get_ref()))
        .max()
        .unwrap_or(0)
}

/// Returns the byte offsets of the `[` of every header inside, in order of place.
pub(crate) fn headers(root: &DeTable<'_>, text: &str) -> Vec<usize> {
    let mut headers = Vec::new();
    visit(root, 0, &mut |table| {
        let starts = inner(table).map(|(start, _)| start);
        headers.extend(starts.filter(|&start| text.as_bytes().get(start) == Some(&b'[')));
    });
    headers.sort_unstable();
    headers
}

/// The place of the last key before `duplicate` that reads the same.
pub(crate) fn first_key(
    root: &DeTable<'_>,
    text: &str,
    duplicate: &Range<usize>,
) -> Option<Range<usize>> {
    let typed = text.get(duplicate.clone());
    let mut first: Option<Range<usize>> = None;
    visit(root, 0, &mut |table| {
        for span in table.keys().map(Spanned::span) {
            let later = first.as_ref().is_none_or(|known| known.start < span.start);
            if span.start < duplicate.start && later && text.get(span.clone()) == typed {
                first = Some(span);
            }
        }
    });
    first
}

/// Shows a table and those in it, down to [`DEEPEST`].
fn visit(table: &DeTable<'_>, level: usize, see: &mut impl FnMut(&DeTable<'_>)) {
    if level > DEEPEST {
        return;
    }
    see(table);
    for (_, table) in inner(table) {
        visit(table, level + 1, see);
    }
}

/// The tables that the keys of a table hold, alone or in a list, and where each begins.
fn inner<'t, 's>(table: &'t DeTable<'s>) -> impl Iterator<Item = (usize, &'t DeTable<'s>)> {
    let values = table.values().flat_map(|value| {
        let (one, list) = match value.get_ref() {
            DeValue::Array(list) => (None, Some(list.iter())),
            _ => (Some(value), None),
        };
        one.into_iter().chain(list.into_iter().flatten())
    });
    values.filter_map(|value| match value.get_ref() {
        DeValue::Table(table) => Some((value.span().start, table)),
        _ => None,
    })
}
