//! The decoder that all tables share: ask for keys by name and type, get values with their place, and let every
//! fault be reported without stopping the walk.

use std::ops::{Range, RangeInclusive};
use std::time::Duration;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::content::diagnostic::Diagnostic;
use crate::content::document::Document;
use crate::content::duration::{self, Unreadable, written};
use crate::content::text;
use crate::content::vocabulary::Word;

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
    ("lead-in", "prepare"),
    ("equipment", "props"),
    ("source", "sources"),
    ("warnings", "cautions"),
    ("caution", "cautions"),
    ("name", "title"),
    ("title", "name"),
];

/// One table of a document and the keys that it may hold.
pub struct Fields<'t, 's> {
    table: &'t DeTable<'s>,
    document: &'t Document<'s>,
    /// What the table is, for messages: `a step`.
    what: &'static str,
    /// Its header, or the braces of an inline table; empty for the top table.
    span: Range<usize>,
}

impl<'t, 's> Fields<'t, 's> {
    /// The top table of a document. Reports the keys that are not in `keys`.
    pub fn root(document: &'t Document<'s>, what: &'static str, keys: &[&str]) -> Self {
        let fields = Self {
            table: document.root(),
            document,
            what,
            span: 0..0,
        };
        fields.report_unknown(keys);
        fields
    }

    /// A table inside. Reports the keys that are not in `keys`.
    pub fn within(
        &self,
        table: &'t DeTable<'s>,
        span: Range<usize>,
        what: &'static str,
        keys: &[&str],
    ) -> Self {
        let fields = Self {
            table,
            document: self.document,
            what,
            span,
        };
        fields.report_unknown(keys);
        fields
    }

    fn report_unknown(&self, keys: &[&str]) {
        for key in self.table.keys() {
            let typed = key.get_ref().as_ref();
            if keys.contains(&typed) {
                continue;
            }
            let alias = ALIASES
                .iter()
                .find(|(from, to)| *from == typed.to_lowercase() && keys.contains(to));
            let meant = alias
                .map(|(_, to)| *to)
                .or_else(|| text::did_you_mean(typed, keys.iter().copied()));
            let help = meant.map_or_else(
                || format!("{} has the keys {}", self.what, keys.join(", ")),
                |meant| format!("did you mean `{meant}`?"),
            );
            let message = format!("unknown key `{}` in {}", text::printable(typed), self.what);
            self.report(Diagnostic::error(message).at(key.span()).help(help));
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

    /// Whether the key is written, readable or not.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Where the key itself stands.
    pub fn key_span(&self, key: &str) -> Range<usize> {
        self.table
            .get_key_value(key)
            .map_or_else(|| self.span(), |(key, _)| key.span())
    }

    /// Reports that the key is missing, unless a syntax error in this table may have swallowed it.
    pub fn missing(&self, key: &str, example: &str) {
        if self.document.is_disturbed(self.span.start) {
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

    fn value(&self, key: &str) -> Option<&'t Spanned<DeValue<'s>>> {
        self.table.get(key)
    }

    fn wrong_type(
        &self,
        key: &str,
        expected: &str,
        value: &Spanned<DeValue<'_>>,
        help: Option<String>,
    ) {
        let message = format!("`{key}` must be {expected}, not {}", kind(value.get_ref()));
        self.report(Diagnostic::error(message).at(value.span()).maybe_help(help));
    }

    /// A line of plain text, not empty.
    pub fn text(&self, key: &str) -> Option<Spanned<String>> {
        let value = self.value(key)?;
        let DeValue::String(_) = value.get_ref() else {
            self.wrong_type(key, "text in quotes", value, None);
            return None;
        };
        self.line(key, value)
    }

    /// A string value as one line of text.
    fn line(&self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Spanned<String>> {
        let DeValue::String(string) = value.get_ref() else {
            self.wrong_type(key, "text in quotes", value, None);
            return None;
        };
        if let Some(bad) = string.chars().find(|&c| text::is_forbidden(c)) {
            let message = format!("`{key}` holds {}", text::describe(bad));
            self.report(
                Diagnostic::error(message)
                    .at(value.span())
                    .help("use plain text"),
            );
            return None;
        }
        let line = string.trim();
        if line.is_empty() {
            self.report(
                Diagnostic::error(format!("`{key}` is empty"))
                    .at(value.span())
                    .help("write something, or delete the key"),
            );
            return None;
        }
        if line.contains(['\n', '\t']) {
            let help = "write it on one line, without tabs";
            self.report(
                Diagnostic::error(format!("`{key}` must be one line"))
                    .at(value.span())
                    .help(help),
            );
            return None;
        }
        Some(Spanned::new(value.span(), line.to_owned()))
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
            if string.chars().any(text::is_forbidden) {
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
                .filter_map(|item| self.line(key, item))
                .collect(),
            DeValue::String(string) => {
                let help = format!("write {key} = [\"{}\"]", text::printable(string));
                self.wrong_type(key, "a list", value, Some(help));
                Vec::new()
            }
            _ => {
                self.wrong_type(key, "a list of texts", value, None);
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
                let help = string
                    .trim()
                    .parse::<u32>()
                    .ok()
                    .map(|n| format!("write {key} = {n}, without quotes"));
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
                let message = format!(
                    "`{key}` must be from {} to {}",
                    limits.start(),
                    limits.end()
                );
                self.report(Diagnostic::error(message).at(value.span()));
                None
            }
        }
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
                let message = format!(
                    "`{key}` must be from {} to {}",
                    limits.start(),
                    limits.end()
                );
                self.report(Diagnostic::error(message).at(value.span()));
                None
            }
            None => {
                let help = string.trim().parse::<u32>().ok().map_or_else(
                    || format!("write {key} = 10, or {key} = \"8-12\""),
                    |number| format!("write {key} = {number}, without quotes"),
                );
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
                    Ok(seconds) if seconds < 0 => duration::parse("-1s").map(duration::Range::only),
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
                self.wrong_type(
                    key,
                    "a duration",
                    value,
                    Some(format!("write {key} = \"30s\"")),
                );
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
    pub fn table(&self, key: &str, what: &'static str, keys: &[&str]) -> Option<Self> {
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
            self.wrong_type(
                key,
                "a list of tables",
                value,
                Some(format!("begin each with [[{key}]], in double brackets")),
            );
            return Vec::new();
        };
        list.iter()
            .filter_map(|item| match item.get_ref() {
                DeValue::Table(table) => Some((table, item.span())),
                _ => {
                    self.wrong_type(key, "a list of tables", item, None);
                    None
                }
            })
            .collect()
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
                if let DeValue::Table(table) = value.get_ref() {
                    return Some((
                        Spanned::new(name.span(), name.get_ref().to_string()),
                        table,
                        value.span(),
                    ));
                }
                self.wrong_type(name.get_ref(), "a table", value, None);
                None
            })
            .collect();
        tables.sort_by_key(|(name, ..)| name.span().start);
        tables
    }

    /// A table of texts, `{ glaucoma = "..." }`, in order of place.
    pub fn pairs(&self, key: &str) -> Vec<(Spanned<String>, Spanned<String>)> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong_type(
                key,
                "a table",
                value,
                Some(format!("write {key} = {{ word = \"id\" }}")),
            );
            return Vec::new();
        };
        let mut pairs: Vec<_> = table
            .iter()
            .filter_map(|(name, value)| {
                let text = self.line(name.get_ref(), value)?;
                Some((Spanned::new(name.span(), name.get_ref().to_string()), text))
            })
            .collect();
        pairs.sort_by_key(|(name, _)| name.span().start);
        pairs
    }
}

/// The finding for a word that is not on its list.
pub fn unknown_word<'a>(
    what: &str,
    typed: &Spanned<String>,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let help = text::did_you_mean(typed.get_ref(), known.clone()).map_or_else(
        || match known.clone().count() {
            0 => format!("no {what} is known"),
            1..=60 => format!("known: {}", known.collect::<Vec<_>>().join(", ")),
            _ => format!("no {what} is called so"),
        },
        |meant| format!("did you mean \"{meant}\"?"),
    );
    Diagnostic::error(format!(
        "unknown {what} \"{}\"",
        text::printable(typed.get_ref())
    ))
    .at(typed.span())
    .help(help)
}

fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
