//! `sources.toml`: where numbers and rules come from.

use std::collections::BTreeMap;

use toml::Spanned;

use crate::content::diagnostic::Diagnostic;
use crate::content::format;
use crate::content::keys::common;
use crate::content::toml::fields::Fields;
use crate::content::toml::key::{KeySpec, Keys, Takes};

/// The keys of the file.
const FILE_KEYS: Keys = Keys {
    what: "a source file",
    list: &[
        common::FORMAT,
        KeySpec::plain("source", Takes::Other, "The sources, by id."),
    ],
};
/// The keys of a source.
pub(crate) const KEYS: Keys = Keys {
    what: "a source",
    list: &[
        KeySpec::plain("citation", Takes::Text, "Authors, title, place and year."),
        KeySpec::plain("seen", Takes::Text, "How far it was checked, in words."),
        KeySpec::plain("where", Takes::Text, "The place where it was seen."),
    ],
};

/// Something that can be looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Authors, title, place, year.
    pub(crate) citation: String,
    /// The extent to which it was checked, in words.
    pub(crate) seen: String,
    /// The place where it was seen.
    pub(crate) place: Option<String>,
}

/// Returns whether a routine's or an exercise's source is meant as an id of `sources.toml`, rather than a citation in
/// words.
pub(crate) fn is_id(written: &str) -> bool {
    written.strip_prefix("S-").is_some_and(|rest| {
        !rest.is_empty()
            && rest
                .bytes()
                .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-')
    })
}

/// Reads `sources.toml`: the sources by id. One that lacks its citation, or how far it was checked, is left out.
pub fn decode(text: &str) -> (BTreeMap<String, Source>, Vec<Diagnostic>) {
    format::decode(text, |document| {
        if format::is_newer(document) {
            return BTreeMap::new();
        }
        let fields = Fields::root(document, FILE_KEYS);
        fields.whole("format", 1..=1);
        let tables = fields.named_tables("source").into_iter();
        let sources = tables.filter_map(|(id, table, span)| {
            if !is_id(id.get_ref()) {
                let found = Diagnostic::error("the id of a source must be S- and capital letters");
                let help = "write it like [source.S-...]";
                fields.report(found.at(id.span()).help(help));
            }
            let source = decode_source(&fields.within(table, span, KEYS))?;
            Some((id.into_inner(), source))
        });
        sources.collect()
    })
}

fn decode_source(fields: &Fields<'_, '_>) -> Option<Source> {
    for key in ["citation", "seen"].iter().filter(|key| !fields.has(key)) {
        fields.missing(key, &format!("{key} = \"...\""));
    }
    let [citation, seen, place] =
        ["citation", "seen", "where"].map(|key| fields.text(key).map(Spanned::into_inner));
    Some(Source {
        citation: citation?,
        seen: seen?,
        place,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_of_a_source_is_reported_at_once() {
        let (sources, found) =
            decode("format = 1\n\n[source.S-A]\nseen = \"in full\"\nwhere = 3\n");
        assert!(sources.is_empty());
        let said: Vec<&str> = found.iter().map(|found| found.message.as_str()).collect();
        assert_eq!(
            said,
            [
                "missing key `citation` in a source",
                "`where` must be text in quotes, not a number"
            ]
        );
    }
}
