//! The schema of the keys of files, handed to the reader as data: the reader itself knows no key.

use crate::content::duration::lasting::Lasting;
use crate::content::text::alike::did_you_mean;
use crate::content::toml::key::{Counted, KeySpec, Keys, Takes};
use crate::content::toml::line::{is_header, line_start};

/// Keys that are written in a table to which they do not belong.
#[derive(Clone, Debug)]
pub(crate) struct Misplaced {
    /// The table in which they stand, as messages name it.
    pub(crate) what: &'static str,
    /// The keys.
    pub(crate) keys: &'static [KeySpec],
    /// The place to write them.
    pub(crate) help: &'static str,
}

/// Words behind a value that another key says.
#[derive(Clone, Debug)]
pub(crate) struct Suffix {
    /// The key that says the same.
    pub(crate) key: &'static str,
    /// The value without the words; `None` where it has none.
    pub(crate) strip: fn(&str) -> Option<&str>,
    /// The addition to a help in a table that has the key.
    pub(crate) here: &'static str,
    /// The addition to a help in another table.
    pub(crate) elsewhere: &'static str,
}

/// All that is known of the keys of files.
#[derive(Clone, Debug)]
pub struct Schema {
    /// The tables with their keys.
    pub tables: &'static [Keys],
    /// Tables with keys of names that mean something else elsewhere, by the beginning of their headers.
    pub(crate) headed: &'static [(&'static str, Keys)],
    /// Names that people write for keys, in small letters without dividers, and the keys.
    pub(crate) aliases: &'static [(&'static str, &'static str)],
    /// Keys that belong into another table.
    pub(crate) misplaced: &'static [Misplaced],
    /// Words behind a value that another key says.
    pub(crate) suffix: Suffix,
    /// The name of the list of tables of which most files are made.
    pub(crate) list: &'static str,
    /// The name of a table that contains such a list itself.
    pub(crate) round: &'static str,
    /// An inline table, for example.
    pub(crate) inline: &'static str,
}

/// What is known of keys at a place. A name that the table there does not declare is looked up in all tables: a line
/// that the parser cannot read may belong to any.
#[derive(Clone, Copy, Debug)]
pub(crate) struct KnownKeys {
    /// All that is known.
    pub(crate) schema: &'static Schema,
    /// The table, where it is known.
    table: Option<Keys>,
}

impl Schema {
    /// What is known in a table.
    pub(crate) const fn within(&'static self, table: Keys) -> KnownKeys {
        KnownKeys {
            schema: self,
            table: Some(table),
        }
    }

    /// What is known where the table is not.
    #[cfg(test)]
    pub(crate) const fn anywhere(&'static self) -> KnownKeys {
        KnownKeys {
            schema: self,
            table: None,
        }
    }

    /// What is known at a byte of a text, by the header above it.
    pub(crate) fn at(&'static self, text: &str, byte: usize) -> KnownKeys {
        let above = text.get(..line_start(text, byte)).unwrap_or_default();
        let header = above.lines().rev().find(|line| is_header(line));
        let name = header
            .unwrap_or_default()
            .split('#')
            .next()
            .unwrap_or_default();
        let name = name.trim().trim_matches(['[', ']']);
        let leads = |start: &str| {
            let rest = name.strip_prefix(start);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        let found = self.headed.iter().find(|(start, _)| leads(start));
        KnownKeys {
            schema: self,
            table: found.map(|(_, table)| *table),
        }
    }

    /// The keys of all tables.
    fn keys(&self) -> impl Iterator<Item = &'static KeySpec> {
        self.tables.iter().flat_map(|table| table.list)
    }
}

impl KnownKeys {
    /// Returns the values that the key takes; `None` for an unknown key.
    pub(crate) fn takes(&self, name: &str) -> Option<&'static Takes> {
        self.key(name).map(|key| &key.takes)
    }

    /// Returns the sentence about the key; `None` for an unknown one.
    pub(crate) fn doc(&self, name: &str) -> Option<&'static str> {
        self.key(name).map(|key| key.doc)
    }

    /// Returns the form of the key, where it has its own.
    pub(crate) fn form(&self, name: &str) -> Option<&'static str> {
        self.key(name).and_then(|key| key.form)
    }

    /// Returns an example of the key; an unknown key takes text.
    pub(crate) fn example(&self, name: &str) -> String {
        self.key(name)
            .map_or_else(|| format!("{name} = \"...\""), KeySpec::example)
    }

    /// Returns an example of a number for the key, even where a key of this name takes something else.
    pub(crate) fn example_of_number(&self, name: &str) -> String {
        self.form(name)
            .filter(|_| self.is_number(name))
            .map_or_else(|| format!("{name} = N"), str::to_owned)
    }

    /// Returns an example of a key that takes one word of a closed list, with the list.
    pub(crate) fn example_with_words(&self, name: &str) -> String {
        let known = self.known_words(name).unwrap_or_default();
        format!("{}, one of {}", self.example(name), known.join(", "))
    }

    /// The words of which the key takes one.
    pub(crate) fn known_words(&self, name: &str) -> Option<Vec<&'static str>> {
        match self.takes(name)? {
            Takes::Word { known, .. } => Some(known()),
            _ => None,
        }
    }

    /// Returns the help for words that mean one of the list of the key.
    pub(crate) fn meant_word(&self, name: &str, words: &[&str]) -> Option<String> {
        match self.takes(name)? {
            Takes::Word { meant, .. } => meant.and_then(|meant| meant(words)),
            _ => None,
        }
    }

    /// Returns the durations that the key takes; `None` when it takes none.
    pub(crate) fn lasting(&self, name: &str) -> Option<&'static Lasting> {
        match self.takes(name)? {
            Takes::Lasting(lasting) => Some(lasting),
            _ => None,
        }
    }

    /// Returns the counted numbers that the key takes; `None` when it takes none.
    pub(crate) fn counted(&self, name: &str) -> Option<&'static Counted> {
        match self.takes(name)? {
            Takes::Count(counted, _) => Some(counted),
            _ => None,
        }
    }

    /// The units that may stand behind the number of a key by mistake.
    pub(crate) fn units(&self, name: &str) -> &'static [&'static str] {
        match self.takes(name) {
            Some(Takes::Count(_, units)) => units,
            _ => &[],
        }
    }

    /// Returns whether the key takes a number.
    pub(crate) fn is_number(&self, name: &str) -> bool {
        let takes = self.takes(name);
        matches!(takes, Some(Takes::Count(..) | Takes::Number | Takes::Sum))
    }

    /// Returns whether the key takes a date.
    pub(crate) fn is_date(&self, name: &str) -> bool {
        matches!(self.takes(name), Some(Takes::Date))
    }

    /// Returns whether the key takes a list of texts.
    pub(crate) fn is_list(&self, name: &str) -> bool {
        let takes = self.takes(name);
        matches!(
            takes,
            Some(Takes::Texts | Takes::Words(_) | Takes::Ids | Takes::Names)
        )
    }

    /// The keys that take ranges, in words: `hold, reps and sets`.
    pub(crate) fn ranged(&self) -> String {
        let mut ranged: Vec<&str> = Vec::new();
        for key in self.schema.keys().filter(|key| key.is_range()) {
            if !ranged.contains(&key.name) {
                ranged.push(key.name);
            }
        }
        match ranged.split_last() {
            Some((last, [first, others @ ..])) => {
                let others = others.iter().map(|other| format!(", {other}"));
                format!("{first}{} and {last}", others.collect::<String>())
            }
            _ => ranged.concat(),
        }
    }

    /// The names of the keys that are written in a form of their own, in order of the alphabet.
    pub(crate) fn names(&self) -> Vec<&'static str> {
        let formed = self.schema.keys().filter(|key| key.form.is_some());
        let mut names: Vec<&str> = formed.map(|key| key.name).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// Returns whether an unknown key is another name of one of `keys`.
    pub(crate) fn is_alias(&self, typed: &str, keys: impl Iterator<Item = &'static str>) -> bool {
        self.alias(typed, keys).is_some()
    }

    /// The one of `keys` that an unknown one was meant for.
    pub(crate) fn meant_key(
        &self,
        typed: &str,
        keys: impl Iterator<Item = &'static str> + Clone,
    ) -> Option<&'static str> {
        self.alias(typed, keys.clone())
            .or_else(|| did_you_mean(typed, keys))
    }

    /// Returns the right place of a key in the wrong table; `None` where no table is known for it.
    pub(crate) fn right_place(&self, what: &str, typed: &str) -> Option<&'static str> {
        let lower = typed.to_lowercase();
        let is_of = |misplaced: &&Misplaced| {
            misplaced.what == what && misplaced.keys.iter().any(|key| key.name == lower)
        };
        (self.schema.misplaced.iter())
            .find(is_of)
            .map(|misplaced| misplaced.help)
    }

    fn alias(&self, typed: &str, keys: impl Iterator<Item = &'static str>) -> Option<&'static str> {
        let plain = typed.to_lowercase().replace(['-', '_', ' '], "");
        let keys: Vec<&str> = keys.collect();
        let aliases = self
            .schema
            .aliases
            .iter()
            .filter(|(from, _)| *from == plain);
        aliases.map(|(_, to)| *to).find(|to| keys.contains(to))
    }

    /// The declaration of a key: that of the table, else the first one of all tables.
    fn key(&self, name: &str) -> Option<&'static KeySpec> {
        let here = self.table.and_then(|table| table.key(name));
        here.or_else(|| self.schema.keys().find(|key| key.name == name))
    }
}
