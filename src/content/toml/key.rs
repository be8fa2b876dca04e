//! The declaration of a key: the decoder, the help for a wrong one and the table of keys in the README read it.

use std::ops::RangeInclusive;

use crate::content::duration::lasting::Lasting;

/// One key of a table.
#[derive(Clone, Debug)]
pub struct KeySpec {
    /// Its name.
    pub name: &'static str,
    /// The form of the key, where it is not `name = "..."`. A value is never made up: capital letters stand for digits
    /// (`N` for a number, `Ns` for seconds, `YYYY-MM-DD`), three dots for words, and none of them is accepted as an
    /// answer.
    pub form: Option<&'static str>,
    /// The values that it takes.
    pub takes: Takes,
    /// A sentence for authors: its meaning, and what holds without it.
    pub doc: &'static str,
}

/// Returns the help for words whose meaning is known.
pub(crate) type Meant = fn(&[&str]) -> Option<String>;

/// The values that a key takes.
#[derive(Clone, Debug)]
pub enum Takes {
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
pub struct Counted {
    /// From the least to the most.
    pub(crate) limits: RangeInclusive<u32>,
    /// True if it takes a range of two.
    pub(crate) is_range: bool,
}

/// The keys that a table may hold, and no others.
#[derive(Clone, Copy, Debug)]
pub struct Keys {
    /// The table, as messages name it: `a step`.
    pub what: &'static str,
    /// The keys, in the order in which they are explained.
    pub list: &'static [KeySpec],
}

impl KeySpec {
    /// A key that is written in a form of its own.
    pub(crate) const fn new(
        name: &'static str,
        form: &'static str,
        takes: Takes,
        doc: &'static str,
    ) -> Self {
        let mut key = Self::plain(name, takes, doc);
        key.form = Some(form);
        key
    }

    /// A key that is written `name = "..."`.
    pub const fn plain(name: &'static str, takes: Takes, doc: &'static str) -> Self {
        Self {
            name,
            form: None,
            takes,
            doc,
        }
    }

    /// Returns an example of the key.
    pub fn example(&self) -> String {
        self.form
            .map_or_else(|| format!("{} = \"...\"", self.name), str::to_owned)
    }

    /// The words of which it takes one or several; empty where they are not a closed list.
    #[cfg(feature = "testing")]
    pub fn words(&self) -> Vec<&'static str> {
        match self.takes {
            Takes::Word { known, .. } | Takes::Words(known) => known(),
            _ => Vec::new(),
        }
    }

    /// The limits of the numbers or durations that it takes: `1 to 99`, `0.5s to 3h`.
    #[cfg(feature = "testing")]
    pub fn limits(&self) -> Option<String> {
        match &self.takes {
            Takes::Count(counted, _) => {
                let (least, most) = counted.limits.clone().into_inner();
                Some(format!("{least} to {most}"))
            }
            Takes::Lasting(lasting) => Some(lasting.limits_in_words()),
            _ => None,
        }
    }

    /// Returns whether it takes a range of two values.
    pub fn is_range(&self) -> bool {
        match &self.takes {
            Takes::Count(counted, _) => counted.is_range,
            Takes::Lasting(lasting) => lasting.is_range,
            _ => false,
        }
    }
}

impl Keys {
    /// The names, in order.
    pub fn names(self) -> impl Iterator<Item = &'static str> + Clone {
        self.list.iter().map(|key| key.name)
    }

    /// The declaration of a name.
    pub(crate) fn key(self, name: &str) -> Option<&'static KeySpec> {
        self.list.iter().find(|key| key.name == name)
    }

    /// Returns whether the table may hold the key.
    pub(crate) fn has(self, name: &str) -> bool {
        self.key(name).is_some()
    }
}
