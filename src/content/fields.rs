//! The decoder that all tables share: ask for keys by name and type, get values with their place, and let every
//! fault be reported without stopping the walk.

mod lists;

use std::ops::{Range, RangeInclusive};
use std::time::Duration;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use crate::content::diagnostic::Diagnostic;
use crate::content::document::Document;
use crate::content::duration::{self, Unreadable, written};
use crate::content::vocabulary::Word;
use crate::content::{dose, example, exercise, routine, step, text};

/// Keys that people write for ours.
const ALIASES: &[(&str, &str)] = &[
    ("duration", "hold"),
    ("time", "hold"),
    ("seconds", "hold"),
    ("length", "hold"),
    ("repetitions", "reps"),
    ("repeats", "reps"),
    ("count", "reps"),
    ("rounds", "repeat"),
    ("times", "repeat"),
    ("steps", "step"),
    ("exercises", "step"),
    ("description", "about"),
    ("instructions", "how"),
    ("howto", "how"),
    ("pause", "rest"),
    ("break", "rest"),
    ("sides", "side"),
    ("leadin", "prepare"),
    ("sets", "repeat"),
    ("text", "say"),
    ("when", "at"),
    ("inhale", "in"),
    ("exhale", "out"),
    ("equipment", "props"),
    ("source", "sources"),
    ("warnings", "cautions"),
    ("caution", "cautions"),
    ("name", "title"),
    ("title", "name"),
];

/// Keys that belong into another table than the one in which they stand, and where that is.
const MISPLACED: &[(&str, &[&str], &str)] = &[
    (
        "a routine",
        routine::DEFAULT_KEYS,
        "write it below [defaults], or below the [[step]] that it is for",
    ),
    (
        "a routine",
        step::STEP_KEYS,
        "write it below the [[step]] that it is for",
    ),
    (
        "a step",
        routine::KEYS,
        "write it at the top of the file, above the first [[step]]",
    ),
    (
        "a round",
        step::STEP_KEYS,
        "write it below the [[step.step]] that it is for",
    ),
    (
        "[defaults]",
        step::STEP_KEYS,
        "write it below the [[step]] that it is for",
    ),
    (
        "[defaults]",
        routine::KEYS,
        "write it at the top of the file, above [defaults]",
    ),
    ("an exercise", dose::KEYS, "write it below [dose]"),
    (
        "[dose]",
        exercise::KEYS,
        "write it at the top of the file, above [dose]",
    ),
    (
        "[dose]",
        step::STEP_KEYS,
        "write it into the step of the routine",
    ),
];

/// A list of known words that is shown beside a guess.
const SHORT_LIST: usize = 6;

/// One table of a document and the keys that it may hold.
pub struct Fields<'t, 's> {
    table: &'t DeTable<'s>,
    document: &'t Document<'s>,
    /// What the table is, for messages: `a step`.
    what: &'static str,
    keys: &'static [&'static str],
    /// Keys that unknown ones were meant for: they are not missing.
    meant: Vec<&'static str>,
    /// Its header, or the braces of an inline table; empty for the top table.
    span: Range<usize>,
}

impl<'t, 's> Fields<'t, 's> {
    /// The top table of a document. Reports the keys that are not in `keys`.
    pub fn root(
        document: &'t Document<'s>,
        what: &'static str,
        keys: &'static [&'static str],
    ) -> Self {
        Self::of(document.root(), document, 0..0, what, keys)
    }

    /// A table inside. Reports the keys that are not in `keys`.
    #[must_use]
    pub fn within(
        &self,
        table: &'t DeTable<'s>,
        span: Range<usize>,
        what: &'static str,
        keys: &'static [&'static str],
    ) -> Self {
        Self::of(table, self.document, span, what, keys)
    }

    fn of(
        table: &'t DeTable<'s>,
        document: &'t Document<'s>,
        span: Range<usize>,
        what: &'static str,
        keys: &'static [&'static str],
    ) -> Self {
        let mut fields = Self {
            table,
            document,
            what,
            keys,
            meant: Vec::new(),
            span,
        };
        for key in table.keys().filter(|key| !keys.contains(&&**key.get_ref())) {
            let (help, meant) = fields.help_for(key.get_ref());
            fields.meant.extend(meant);
            let typed = text::printable(key.get_ref());
            let found = Diagnostic::error(format!("unknown key `{typed}` in {what}"));
            fields.report(found.at(key.span()).help(help));
        }
        fields
    }

    /// What to do about an unknown key, and for which key it was meant.
    fn help_for(&self, typed: &str) -> (String, Option<&'static str>) {
        let free = || self.keys.iter().copied().filter(|key| !self.has(key));
        let lower = typed.to_lowercase();
        let alias = ALIASES
            .iter()
            .filter(|(from, _)| *from == lower.replace(['-', '_', ' '], ""))
            .find_map(|(_, to)| free().find(|key| key == to));
        let misplaced = MISPLACED
            .iter()
            .find(|(what, keys, _)| *what == self.what && keys.contains(&lower.as_str()));
        match (alias, misplaced) {
            (None, Some((.., help))) => ((*help).to_owned(), None),
            _ => match alias.or_else(|| text::did_you_mean(typed, free())) {
                Some(meant) => (format!("did you mean `{meant}`?"), Some(meant)),
                None => (
                    format!("{} has the keys {}", self.what, self.keys.join(", ")),
                    None,
                ),
            },
        }
    }

    /// Adds a finding.
    pub fn report(&self, diagnostic: Diagnostic) {
        self.document.report(diagnostic);
    }

    /// Where the table's header stands.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Whether the key belongs here and is written, readable or not.
    pub fn has(&self, key: &str) -> bool {
        self.keys.contains(&key) && self.table.contains_key(key)
    }

    /// Whether an unknown key was meant for this one.
    pub fn is_meant(&self, key: &str) -> bool {
        self.meant.contains(&key)
    }

    /// Where the key itself stands.
    pub fn key_span(&self, key: &str) -> Range<usize> {
        self.table
            .get_key_value(key)
            .map_or_else(|| self.span(), |(key, _)| key.span())
    }

    /// Reports that the key is missing, unless it is there under another name, or a syntax error in this table may
    /// have swallowed it.
    pub fn missing(&self, key: &str, example: &str) {
        if self.is_meant(key) || self.is_disturbed() {
            return;
        }
        let found = Diagnostic::error(format!("missing key `{key}` in {}", self.what))
            .help(format!("add {example}"));
        self.report(if self.span.is_empty() {
            found
        } else {
            found.at(self.span())
        });
    }

    /// Whether a syntax error lies in this table.
    pub fn is_disturbed(&self) -> bool {
        self.document.is_disturbed(self.span.start)
    }

    /// What is written for the key, unless it stands on a line that is broken: then it is what the parser made of it.
    fn value(&self, key: &str) -> Option<&'t Spanned<DeValue<'s>>> {
        let value = self.table.get(key).filter(|_| self.has(key))?;
        let is_part = matches!(value.get_ref(), DeValue::Array(_) | DeValue::Table(_));
        (is_part || !self.document.is_broken(value.span().start)).then_some(value)
    }

    fn wrong_type(
        &self,
        key: &str,
        expected: &str,
        value: &Spanned<DeValue<'_>>,
        help: Option<String>,
    ) {
        let help = help.or_else(|| example::of(key).map(|example| format!("write {example}")));
        let key = text::printable(key);
        let message = format!("`{key}` must be {expected}, not {}", kind(value.get_ref()));
        self.report(Diagnostic::error(message).at(value.span()).maybe_help(help));
    }

    /// Reports that text was wanted; `what` is the key, or an entry of its list.
    fn not_text(&self, key: &str, what: &str, value: &Spanned<DeValue<'_>>) {
        let typed = self.document.typed(value.span());
        let help = match value.get_ref() {
            _ if what.starts_with("an entry") => Some(format!("write \"{typed}\"")),
            _ if example::of(key).is_some() => None,
            DeValue::Table(_) => Some(format!("write {key} = \"...\"")),
            DeValue::Array(list) => {
                let first = list.iter().find_map(|item| item.get_ref().as_str());
                Some(format!("write {key} = \"{}\"", first.unwrap_or("...")))
            }
            _ => Some(format!("write {key} = \"{typed}\"")),
        };
        let help = help.or_else(|| Some(format!("write {}", example::any(key))));
        let kind = kind(value.get_ref());
        self.report(
            Diagnostic::error(format!("{what} must be text in quotes, not {kind}"))
                .at(value.span())
                .maybe_help(help.map(|help| text::printable(&help).into_owned())),
        );
    }

    /// A line of plain text, not empty.
    pub fn text(&self, key: &str) -> Option<Spanned<String>> {
        self.line(key, self.value(key)?)
    }

    /// A string value as one line of text.
    fn line(&self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Spanned<String>> {
        self.one_line(key, &format!("`{}`", text::printable(key)), value)
    }

    /// A string value as one line of text; `what` is the key, or an entry of its list.
    fn one_line(
        &self,
        key: &str,
        what: &str,
        value: &Spanned<DeValue<'_>>,
    ) -> Option<Spanned<String>> {
        if self.document.is_broken(value.span().start) {
            return None;
        }
        let DeValue::String(string) = value.get_ref() else {
            self.not_text(key, what, value);
            return None;
        };
        let line = string.trim();
        let (said, help) = if let Some((_, bad)) = text::forbidden(string).next() {
            (
                format!("{what} holds {}", text::describe(bad)),
                "use plain text",
            )
        } else if line.is_empty() {
            (format!("{what} is empty"), "write something, or delete it")
        } else if line.contains('\n') {
            (format!("{what} must be one line"), "write it on one line")
        } else {
            return Some(Spanned::new(value.span(), line.replace('\t', " ")));
        };
        self.report(Diagnostic::error(said).at(value.span()).help(help));
        None
    }

    /// Text that may be empty.
    pub fn string(&self, key: &str) -> Option<Spanned<String>> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::String(text) if text.is_empty() => {
                Some(Spanned::new(value.span(), String::new()))
            }
            _ => self.line(key, value),
        }
    }

    /// A list of lines. One string stands for a list of its lines.
    pub fn lines(&self, key: &str) -> Vec<String> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        if let DeValue::String(string) = value.get_ref() {
            if text::forbidden(string).next().is_some() {
                self.line(key, value);
                return Vec::new();
            }
            return string
                .lines()
                .map(|line| line.trim().replace('\t', " "))
                .filter(|line| !line.is_empty())
                .collect();
        }
        self.texts(key)
            .into_iter()
            .map(Spanned::into_inner)
            .collect()
    }

    /// A list of one-line texts.
    pub fn texts(&self, key: &str) -> Vec<Spanned<String>> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        match value.get_ref() {
            DeValue::Array(list) => list
                .iter()
                .filter_map(|item| self.one_line(key, &format!("an entry of `{key}`"), item))
                .collect(),
            DeValue::String(string) => {
                let help = format!("write {key} = [\"{}\"]", text::printable(string));
                self.wrong_type(key, "a list", value, Some(help));
                Vec::new()
            }
            _ => {
                let help = example::of(key).map_or_else(
                    || format!("write {key} = [\"...\"]"),
                    |example| format!("write {example}"),
                );
                self.wrong_type(key, "a list of texts", value, Some(help));
                Vec::new()
            }
        }
    }

    /// A word of a closed list.
    pub fn word<W: Word>(&self, key: &str) -> Option<Spanned<W>> {
        self.text(key).and_then(|typed| self.checked_word(&typed))
    }

    /// A list of words of a closed list.
    pub fn words<W: Word>(&self, key: &str) -> Vec<W> {
        self.texts(key)
            .iter()
            .filter_map(|typed| self.checked_word(typed))
            .map(Spanned::into_inner)
            .collect()
    }

    fn checked_word<W: Word>(&self, typed: &Spanned<String>) -> Option<Spanned<W>> {
        let word = W::parse(typed.get_ref());
        if word.is_none() {
            let known = W::ALL.iter().map(|word| word.as_str());
            self.report(unknown_word(W::WHAT, typed, known));
        }
        word.map(|word| Spanned::new(typed.span(), word))
    }

    /// A list of words of an open list: an unknown one is kept with a warning.
    pub fn open_words(&self, key: &str, known: &[&str]) -> Vec<String> {
        let what = key.strip_suffix('s').unwrap_or(key);
        self.texts(key)
            .into_iter()
            .map(|typed| {
                if !known.contains(&typed.get_ref().as_str()) {
                    let mut found = unknown_word(what, &typed, known.iter().copied());
                    found.severity = crate::content::diagnostic::Severity::Warning;
                    self.report(found.help("it is shown as written, but no filter finds it"));
                }
                typed.into_inner()
            })
            .collect()
    }

    /// `true` or `false`; absent is `false`.
    pub fn flag(&self, key: &str) -> bool {
        let Some(value) = self.value(key) else {
            return false;
        };
        if let DeValue::Boolean(flag) = value.get_ref() {
            return *flag;
        }
        self.wrong_type(
            key,
            "true or false",
            value,
            Some(format!("write {key} = true, without quotes")),
        );
        false
    }

    /// A whole number within `limits`.
    pub fn whole(&self, key: &str, limits: RangeInclusive<u32>) -> Option<Spanned<u32>> {
        let value = self.value(key)?;
        let number = match value.get_ref() {
            DeValue::Integer(number) => {
                i64::from_str_radix(number.as_str(), number.radix()).unwrap_or(i64::MAX)
            }
            DeValue::String(string) => {
                let help = meant_range(string).map(|(lower, upper)| {
                    if lower == upper {
                        format!("write {key} = {upper}, without quotes")
                    } else {
                        format!("write {key} = {upper}; ranges are for hold and reps")
                    }
                });
                self.wrong_type(key, "a whole number", value, help);
                return None;
            }
            _ => {
                self.wrong_type(key, "a whole number", value, None);
                return None;
            }
        };
        match u32::try_from(number) {
            Ok(number) if limits.contains(&number) => Some(Spanned::new(value.span(), number)),
            _ => {
                self.out_of_limits(key, &limits, value);
                None
            }
        }
    }

    fn out_of_limits(&self, key: &str, limits: &RangeInclusive<u32>, value: &Spanned<DeValue<'_>>) {
        let message = match limits.clone().into_inner() {
            (least, most) if least == most => format!("`{key}` must be {least}"),
            (least, most) => format!("`{key}` must be from {least} to {most}"),
        };
        self.report(Diagnostic::error(message).at(value.span()));
    }

    /// A whole number or a range of two (`"8-12"`), within `limits`.
    pub fn whole_range(
        &self,
        key: &str,
        limits: &RangeInclusive<u32>,
    ) -> Option<duration::Range<u32>> {
        let value = self.value(key)?;
        let DeValue::String(string) = value.get_ref() else {
            return self
                .whole(key, limits.clone())
                .map(|number| duration::Range::only(*number.get_ref()));
        };
        let ends = duration::split_range(string.trim()).and_then(|(lower, upper)| {
            Some((lower.parse::<u32>().ok()?, upper.parse::<u32>().ok()?))
        });
        match ends {
            Some((lower, upper)) if lower > upper => {
                let help = format!("write {key} = \"{upper}-{lower}\"");
                self.report(
                    Diagnostic::error(format!("`{key}`: the range runs downwards"))
                        .at(value.span())
                        .help(help),
                );
                None
            }
            Some((lower, upper)) if limits.contains(&lower) && limits.contains(&upper) => {
                Some(duration::Range { lower, upper })
            }
            Some(_) => {
                self.out_of_limits(key, limits, value);
                None
            }
            None => {
                let help = match meant_range(string) {
                    Some((lower, upper)) if lower == upper => {
                        format!("write {key} = {upper}, without quotes")
                    }
                    Some((lower, upper)) => format!("write {key} = \"{lower}-{upper}\""),
                    None => format!("write {key} = 10, or {key} = \"8-12\""),
                };
                self.wrong_type(key, "a whole number or a range", value, Some(help));
                None
            }
        }
    }

    /// A duration within `limits`.
    pub fn duration(&self, key: &str, limits: RangeInclusive<Duration>) -> Option<Duration> {
        let range = self.duration_range(key, &limits)?;
        if range.lower != range.upper {
            let message = format!("`{key}` takes one duration, not a range");
            let help = format!(
                "write {key} = \"{}\"; ranges are for hold and reps",
                written(range.upper)
            );
            let span = self.value(key).map_or(self.span(), Spanned::span);
            self.report(Diagnostic::error(message).at(span).help(help));
            return None;
        }
        Some(range.upper)
    }

    /// A duration or a range of two, within `limits`.
    pub fn duration_range(
        &self,
        key: &str,
        limits: &RangeInclusive<Duration>,
    ) -> Option<duration::Range<Duration>> {
        let value = self.value(key)?;
        let read = match value.get_ref() {
            DeValue::String(string) => duration::parse_range(string.trim()),
            DeValue::Integer(number) => {
                match i64::from_str_radix(number.as_str(), number.radix()) {
                    Ok(seconds) if seconds < 0 => {
                        duration::parse(&format!("{seconds}s")).map(duration::Range::only)
                    }
                    seconds => Ok(duration::Range::only(Duration::from_secs(
                        seconds
                            .ok()
                            .and_then(|seconds| u64::try_from(seconds).ok())
                            .unwrap_or(u64::from(u32::MAX)),
                    ))),
                }
            }
            DeValue::Float(number) => {
                duration::parse(&format!("{}s", number.as_str())).map(duration::Range::only)
            }
            _ => {
                self.wrong_type(key, "a duration", value, None);
                return None;
            }
        };
        let range = match read {
            Ok(range) => range,
            Err(Unreadable { why, help }) => {
                self.report(
                    Diagnostic::error(format!("`{key}`: {why}"))
                        .at(value.span())
                        .help(help),
                );
                return None;
            }
        };
        if limits.contains(&range.lower) && limits.contains(&range.upper) {
            return Some(range);
        }
        let message = format!(
            "`{key}` must last from {} to {}",
            written(*limits.start()),
            written(*limits.end())
        );
        self.report(Diagnostic::error(message).at(value.span()));
        None
    }

    /// A table.
    pub fn table(
        &self,
        key: &str,
        what: &'static str,
        keys: &'static [&'static str],
    ) -> Option<Self> {
        let value = self.value(key)?;
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong_type(key, "a table", value, None);
            return None;
        };
        Some(self.within(table, value.span(), what, keys))
    }

    /// A list of tables: `[[step]]`, or inline.
    pub fn tables(&self, key: &str) -> Vec<(&'t DeTable<'s>, Range<usize>)> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let DeValue::Array(list) = value.get_ref() else {
            self.not_tables(key, value);
            return Vec::new();
        };
        list.iter()
            .filter_map(|item| {
                if let DeValue::Table(table) = item.get_ref() {
                    return Some((table, item.span()));
                }
                self.not_tables(key, item);
                None
            })
            .collect()
    }

    /// Reports that a list of tables was wanted.
    fn not_tables(&self, key: &str, value: &Spanned<DeValue<'_>>) {
        let header = self.header_of(key);
        let help = if example::of(key).is_some() {
            None
        } else if self.document.line_at(value.span().start).starts_with("[[") {
            Some(format!("put {header} and repeat = 2 above it"))
        } else {
            Some(format!("begin each with {header}, in double brackets"))
        };
        let expected = format!("a list of {}s", key.trim_end_matches('s'));
        self.wrong_type(key, &expected, value, help);
    }

    /// The header that begins a table of the list `key` of this table: `[[step]]`, or `[[step.step]]` in a round.
    pub fn header_of(&self, key: &str) -> String {
        let own = self.document.typed(self.span());
        match own
            .strip_prefix("[[")
            .and_then(|own| own.strip_suffix("]]"))
        {
            Some(own) => format!("[[{own}.{key}]]"),
            None => format!("[[{key}]]"),
        }
    }

    /// Whether the key is written as a list that holds nothing.
    pub fn is_empty_list(&self, key: &str) -> bool {
        self.value(key).is_some_and(|value| {
            value
                .get_ref()
                .as_array()
                .is_some_and(|list| list.is_empty())
        })
    }

    /// The tables by name that a table holds, `[pace.normal]`, in order of place.
    pub fn named_tables(&self, key: &str) -> Vec<(Spanned<String>, &'t DeTable<'s>, Range<usize>)> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong_type(key, "a table", value, None);
            return Vec::new();
        };
        let mut tables: Vec<_> = table
            .iter()
            .filter_map(|(name, value)| {
                let name = self.name(name)?;
                if let DeValue::Table(table) = value.get_ref() {
                    return Some((name, table, value.span()));
                }
                let help = format!(
                    "write [{key}.{}] on a line of its own, and its keys below it",
                    name.get_ref()
                );
                self.wrong_type(name.get_ref(), "a table", value, Some(help));
                None
            })
            .collect();
        tables.sort_by_key(|(name, ..)| name.span().start);
        tables
    }

    /// A key that is a name: it is shown, and so must be plain text.
    fn name(&self, key: &Spanned<DeString<'_>>) -> Option<Spanned<String>> {
        let Some((_, bad)) = text::forbidden(key.get_ref()).next() else {
            return Some(Spanned::new(key.span(), key.get_ref().to_string()));
        };
        let found = Diagnostic::error(format!("this name holds {}", text::describe(bad)));
        self.report(found.at(key.span()).help("use plain text"));
        None
    }

    /// A table of texts, `{ glaucoma = "..." }`, in order of place.
    pub fn pairs(&self, key: &str) -> Vec<(Spanned<String>, Spanned<String>)> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong_type(key, "a table", value, None);
            return Vec::new();
        };
        let mut pairs: Vec<_> = table
            .iter()
            .filter_map(|(key, value)| {
                let name = self.name(key)?;
                let text = self.line(name.get_ref(), value)?;
                Some((name, text))
            })
            .collect();
        pairs.sort_by_key(|(name, _)| name.span().start);
        pairs
    }
}

/// What `10x`, `10 times` and `8 to 12` were meant to be.
fn meant_range(text: &str) -> Option<(u32, u32)> {
    let compact = text.to_lowercase().replace(' ', "").replace("to", "-");
    let compact = compact.trim_end_matches(|c: char| !c.is_ascii_digit());
    let (lower, upper) = duration::split_range(compact).unwrap_or((compact, compact));
    Some((lower.parse().ok()?, upper.parse().ok()?))
}

/// The finding for a word that is not on its list.
pub fn unknown_word<'a>(
    what: &str,
    typed: &Spanned<String>,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let list = known.clone().collect::<Vec<_>>();
    let found = unknown_id(what, typed, known);
    if found.help.is_empty() || list.len() <= SHORT_LIST {
        found.help(format!("known: {}", list.join(", ")))
    } else {
        found
    }
}

/// The finding for something that is not there, when a list of what is there would be too long.
pub fn unknown_id<'a>(
    what: &str,
    typed: &Spanned<String>,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let word = typed.get_ref();
    let help = match text::did_you_mean(word, known.clone()) {
        Some(meant) => Some(format!("did you mean \"{meant}\"?")),
        None => match &text::alike(word, known)[..] {
            [] => None,
            [one] => Some(format!("did you mean \"{one}\"?")),
            several => Some(format!("did you mean one of {}?", several.join(", "))),
        },
    };
    Diagnostic::error(format!("unknown {what} \"{}\"", text::printable(word)))
        .at(typed.span())
        .maybe_help(help)
}

fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) => "a number",
        DeValue::Float(_) => "a number with a point",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
