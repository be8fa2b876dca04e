//! The schema of the keys of files, handed to the reader as data: the reader itself knows no key.

use std::ops::RangeInclusive;

use crate::content::duration::lasting::Lasting;
use crate::content::text::alike::did_you_mean;

/// One key of a table.
#[derive(Clone, Debug)]
pub(crate) struct KeySpec {
    /// Its name.
    pub(crate) name: &'static str,
    /// The form of the key, where it is not `name = "..."`. A value is never made up: capital letters stand for digits
    /// (`N` for a number, `Ns` for seconds, `YYYY-MM-DD`), three dots for words, and none of them is accepted as an
    /// answer.
    pub(crate) form: Option<&'static str>,
    /// The values that it takes.
    pub(crate) takes: Takes,
}

/// Returns the help for words whose meaning is known.
pub(crate) type Meant = fn(&[&str]) -> Option<String>;

/// The values that a key takes.
#[derive(Clone, Debug)]
pub(crate) enum Takes {
    /// One text.
    Text,
    /// One text of several sentences: several texts make one.
    Sentences,
    /// One text of digits, which may begin with a zero.
    Digits,
    /// One text, or a list of them.
    Lines,
    /// One word of a closed list.
    Word {
        /// The list.
        known: fn() -> Vec<&'static str>,
        /// Returns the help for words that mean one of the list without being one.
        meant: Option<Meant>,
    },
    /// A list of texts.
    Texts,
    /// A list of words of a closed list.
    Words(fn() -> Vec<&'static str>),
    /// A list of words that are looked up when every file is read.
    Ids,
    /// A list of words, of which a number is none even in quotes.
    Names,
    /// A whole number that is counted, and the units that may stand behind it by mistake.
    Count(Counted, &'static [&'static str]),
    /// Another number.
    Number,
    /// A number, or in quotes two with a plus between them.
    Sum,
    /// A duration.
    Lasting(Lasting),
    /// A date.
    Date,
    /// Something else: a time of day, true or false, a table.
    Other,
}

/// The whole numbers that a key takes.
#[derive(Clone, Debug)]
pub(crate) struct Counted {
    /// From the least to the most.
    pub(crate) limits: RangeInclusive<u32>,
    /// True if it takes a range of two.
    pub(crate) is_range: bool,
}

/// Keys that are written in a table to which they do not belong.
#[derive(Clone, Debug)]
pub(crate) struct Misplaced {
    /// The table in which they stand, as messages name it.
    pub(crate) what: &'static str,
    /// The keys.
    pub(crate) keys: &'static [&'static str],
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
///
/// Most of it is found by the name of a key alone: a line that the parser cannot read belongs to an unknown table.
#[derive(Clone, Debug)]
pub(crate) struct Schema {
    /// The keys, by table. A key of several tables is written the same in all of them.
    pub(crate) tables: &'static [&'static [KeySpec]],
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

impl KeySpec {
    /// A key that is written in a form of its own.
    pub(crate) const fn new(name: &'static str, form: &'static str, takes: Takes) -> Self {
        Self {
            name,
            form: Some(form),
            takes,
        }
    }

    /// A key of which nothing is said but its name.
    pub(crate) const fn plain(name: &'static str, takes: Takes) -> Self {
        Self {
            name,
            form: None,
            takes,
        }
    }
}

/// The names of keys, in their order.
pub(crate) const fn names<const N: usize>(keys: &[KeySpec; N]) -> [&'static str; N] {
    let mut names = [""; N];
    let mut at = 0;
    while at < N {
        names[at] = keys[at].name;
        at += 1;
    }
    names
}

impl Schema {
    /// Returns the values that the key takes; `None` for an unknown key.
    pub(crate) fn takes(&self, name: &str) -> Option<&'static Takes> {
        self.key(name).map(|key| &key.takes)
    }

    /// Returns the form of the key, where it has its own.
    pub(crate) fn form(&self, name: &str) -> Option<&'static str> {
        self.key(name).and_then(|key| key.form)
    }

    /// Returns an example of the key; an unknown key takes text.
    pub(crate) fn example(&self, name: &str) -> String {
        self.form(name)
            .map_or_else(|| format!("{name} = \"...\""), str::to_owned)
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
        for key in self.keys() {
            let is_range = match &key.takes {
                Takes::Count(counted, _) => counted.is_range,
                Takes::Lasting(lasting) => lasting.is_range,
                _ => false,
            };
            if is_range && !ranged.contains(&key.name) {
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
        let formed = self.keys().filter(|key| key.form.is_some());
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
        self.misplaced
            .iter()
            .find(|misplaced| misplaced.what == what && misplaced.keys.contains(&&*lower))
            .map(|misplaced| misplaced.help)
    }

    fn alias(&self, typed: &str, keys: impl Iterator<Item = &'static str>) -> Option<&'static str> {
        let plain = typed.to_lowercase().replace(['-', '_', ' '], "");
        let keys: Vec<&str> = keys.collect();
        let aliases = self.aliases.iter().filter(|(from, _)| *from == plain);
        aliases.map(|(_, to)| *to).find(|to| keys.contains(to))
    }

    fn key(&self, name: &str) -> Option<&'static KeySpec> {
        self.keys().find(|key| key.name == name)
    }

    fn keys(&self) -> impl Iterator<Item = &'static KeySpec> {
        self.tables.iter().copied().flatten()
    }
}
