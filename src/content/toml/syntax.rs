//! What the TOML parser says, in words for people who have never heard of TOML.

use std::ops::Range;

use crate::content::calendar::{self, Date};
use crate::content::diagnostic::Diagnostic;
use crate::content::toml::bare::{
    bare_number, in_form, lasting, number_form, quoted, several_quoted,
};
use crate::content::toml::line::{is_bare, line_at, line_start, next_line};
use crate::content::toml::{example, fields, limits};

/// An error of the parser: what it says, and where.
pub(crate) type Stumble = (String, Range<usize>);

/// Quotes as word processors set them.
const SET_QUOTES: [char; 8] = ['“', '”', '„', '‘', '’', '‚', '«', '»'];

/// The finding for an error of the parser.
pub(crate) fn explained(text: &str, (message, span): &Stumble) -> Diagnostic {
    let place = Place::of(text, span.start);
    let (said, help) = place.explain(message, text.get(span.clone()).unwrap_or_default());
    let span = if message.contains("invalid multi-line") {
        text_opening(text, span.start)
    } else if (place.is_header() && !message.contains("duplicate key"))
        || (message.contains("key") && !place.line.contains('='))
    {
        place.words()
    } else {
        span.clone()
    };
    Diagnostic::error(said).at(span).maybe_help(help)
}

/// The lines to take out for the parser to go on after an error that stops it: a line without `=`, or a broken header
/// with the keys that would go to another table.
pub(crate) fn stops(text: &str, (message, span): &Stumble) -> Option<Range<usize>> {
    let place = Place::of(text, span.start);
    if message.contains("key with no value") || message.contains("missing value for key") {
        return Some(place.words());
    }
    (place.is_header() && !message.contains("unexpected key or value"))
        .then(|| place.start..end_of_table(text, place.start))
}

/// Where the table of a header ends: at the next line that looks like a header.
pub(crate) fn end_of_table(text: &str, header: usize) -> usize {
    next_line(text, header, |line| line.trim_start().starts_with('['))
}

/// A line of a text and a column of it.
struct Place<'a> {
    start: usize,
    line: &'a str,
    before: &'a str,
    after: &'a str,
}

impl<'a> Place<'a> {
    fn of(text: &'a str, at: usize) -> Self {
        let start = line_start(text, at);
        let line = line_at(text, start).trim_end_matches(['\n', '\r']);
        let (before, after) = line
            .split_at_checked(at.saturating_sub(start))
            .unwrap_or((line, ""));
        Self {
            start,
            line,
            before,
            after,
        }
    }

    /// The line without the space around it.
    fn words(&self) -> Range<usize> {
        let start = self.start + self.line.len() - self.line.trim_start().len();
        start..start + self.line.trim().len()
    }

    /// Whether the line is meant as a header.
    fn is_header(&self) -> bool {
        self.line.trim_start().starts_with('[')
    }

    /// The key and what is written for it, without a remark at the end of the line.
    fn assignment(&self) -> Option<(&'a str, &'a str)> {
        let (key, value) = self.line.split_once('=')?;
        let value = value.split(" #").next().unwrap_or_default();
        Some((key.trim(), value.trim()))
    }

    /// What is wrong, and what to type.
    fn explain(&self, message: &str, typed: &str) -> (String, Option<String>) {
        let said = |said: &str, help: &str| (said.to_owned(), Some(help.to_owned()));
        if let Some(space) = self.after.chars().next().filter(|&c| is_odd_space(c)) {
            let what = format!("this is not a plain space (U+{:04X})", u32::from(space));
            return (what, Some("delete it, and type a space".to_owned()));
        }
        match message {
            _ if message.contains("duplicate key") => self.duplicate(typed),
            _ if message.contains("must be quoted") => self.unquoted(typed),
            _ if message.contains("missing opening quote") => self.unquoted(self.after),
            _ if message.contains("boolean") => {
                let word: String = self
                    .after
                    .chars()
                    .take_while(char::is_ascii_alphabetic)
                    .collect();
                self.unquoted(&word)
            }
            _ if message.contains("invalid multi-line") => said(
                "this text is not closed",
                "add three quotes below its last line",
            ),
            _ if message.contains("keys cannot be multi-line") => no_pair(),
            _ if message.contains("literal string") => said(
                "the closing quote is missing",
                "add ' at the end of the text",
            ),
            _ if message.contains("basic string") => self.open_text(),
            _ if message.contains("escape") || message.contains("unicode") => said(
                "a backslash has a meaning of its own",
                "write \\\\ for a backslash",
            ),
            _ if message.contains("key with no value")
                || message.contains("missing assignment")
                || self.after.starts_with(':') =>
            {
                self.no_divider()
            }
            _ if message.contains("missing comma") || message.contains("extra assignment") => {
                said("a comma is missing", "put one before this")
            }
            _ if message.contains("extra comma") => said("one comma too many", "delete it"),
            _ if message.contains("extra `=`") => said("one `=` too many", "delete it"),
            _ if message.contains("unclosed array table") || message.contains("unclosed table") => {
                self.header("this header is not closed")
            }
            _ if message.contains("unexpected key or value") => self.too_much(),
            _ if self.is_header() && message.contains("key") => {
                self.header("this header cannot be read")
            }
            _ if message.contains("unclosed") => {
                said("this is not closed", "add the closing bracket")
            }
            _ if message.contains("invalid unquoted key") && self.line.contains('=') => {
                let letter = self.after.chars().next().unwrap_or(' ');
                let said = format!("a key cannot hold `{letter}`");
                let help = "keys are made of letters without accents, digits and -";
                (said, Some(help.to_owned()))
            }
            _ if message.contains("keys cannot be empty") => {
                said("there is no key before this", "write a key")
            }
            _ if message.contains("missing table open") => {
                said("a closing bracket without its opening one", "delete it")
            }
            _ if message.contains("key") => no_pair(),
            _ => self.unreadable(),
        }
    }

    fn duplicate(&self, typed: &str) -> (String, Option<String>) {
        let help = if self.line.trim_start().starts_with("[step") {
            "begin each step with [[step]], in double brackets"
        } else if self.is_header() {
            "write all its keys below the first one"
        } else {
            "keep one of the two"
        };
        let said = format!("`{typed}` is there already");
        (said, Some(help.to_owned()))
    }

    /// A value that is neither text in quotes, nor a number, nor anything else.
    fn unquoted(&self, value: &str) -> (String, Option<String>) {
        let value = value.trim();
        let rest = self.after.strip_prefix(value).unwrap_or_default();
        if rest.trim_start().starts_with('=') {
            let next = value.rsplit(' ').next().unwrap_or_default();
            let help = format!("put one before `{next}`");
            return ("a comma is missing".to_owned(), Some(help));
        }
        let key = self.key();
        let value = self.whole(value);
        let example = example::any(key);
        let bare = value.trim_matches(SET_QUOTES).trim_matches('"');
        let (said, help) = match value.to_lowercase().as_str() {
            "" => {
                let said = format!("`{key}` has no value");
                return (said, Some(format!("write {example}")));
            }
            "yes" | "on" | "true" => ("this must be true or false", "write true".to_owned()),
            "no" | "off" | "false" => ("this must be true or false", "write false".to_owned()),
            _ if value.starts_with(SET_QUOTES) => {
                ("these are not straight quotes", format!("write \"{bare}\""))
            }
            _ if example::is_date(&example) => ("this must be a date", self.date_help(key, bare)),
            _ if value
                .strip_suffix(';')
                .is_some_and(|it| it.trim().parse::<f64>().is_ok()) =>
            {
                ("`;` does not belong here", "delete it".to_owned())
            }
            _ if example::is_number(&example) && limits::lasting(key).is_none() => {
                ("this must be a number", number_form(key, bare))
            }
            _ if let Some(help) = lasting(key, bare) => ("a duration must be in quotes", help),
            _ if !self.before.trim_end().ends_with('=') => {
                ("text must be in quotes", format!("write \"{bare}\""))
            }
            _ => ("text must be in quotes", quoted(key, bare)),
        };
        (said.to_owned(), Some(help))
    }

    /// The key to which a value belongs that begins here: the last one before it, in an inline table too.
    fn key(&self) -> &'a str {
        let before = self.before.trim_end().strip_suffix('=');
        let last = before.and_then(|before| before.rsplit(['{', ',']).next());
        let line = || self.assignment().map_or("", |(key, _)| key);
        last.map_or_else(line, str::trim)
    }

    /// A bare value as far as it goes: to the end of the line where it is all that the line says.
    fn whole(&self, value: &'a str) -> &'a str {
        let key = self.before.trim_end().strip_suffix('=');
        let is_alone = key.is_some_and(|key| key.trim().chars().all(is_bare));
        match self.assignment() {
            Some((_, all)) if is_alone && all.starts_with(value) => all,
            _ => value,
        }
    }

    fn open_text(&self) -> (String, Option<String>) {
        let help = match self.assignment() {
            Some((key, value)) if value.matches('"').count() == 1 && value.starts_with('"') => {
                let bare = value.trim_start_matches('"').trim_end_matches(SET_QUOTES);
                in_form(key, bare.trim_end_matches(['\'', '`', ';']))
            }
            _ => "add \" at the end of the text".to_owned(),
        };
        ("the closing quote is missing".to_owned(), Some(help))
    }

    /// A key without `=`; the parser takes the first word of any line for one.
    fn no_divider(&self) -> (String, Option<String>) {
        let said = "`=` is missing between key and value".to_owned();
        let (before, rest) = (self.before.trim(), self.after.trim());
        let colon = before.ends_with(':') || rest.starts_with(':');
        let key = before.trim_end_matches(':').trim();
        let value = rest.trim_start_matches(':').trim();
        let help = if key.contains('=') {
            "write it as in { in = N, out = N }".to_owned()
        } else if rest.contains('=') {
            let (typed, _) = self.line.split_once('=').unwrap_or_default();
            let help = match fields::key::meant(typed.trim(), example::keys()) {
                Some(meant) => format!("keys are single words: did you mean `{meant}`?"),
                None => "keys are single words; where there are several, with - between".to_owned(),
            };
            return ("a key cannot hold a space".to_owned(), Some(help));
        } else if value.starts_with(['"', '[', '{']) || value.parse::<f64>().is_ok() {
            format!("write {key} = {value}")
        } else if colon && !value.is_empty() && key.chars().all(is_bare) {
            format!("write {key} = \"{value}\"")
        } else {
            return no_pair();
        };
        (said, Some(help))
    }

    /// Something follows where the line should end.
    fn too_much(&self) -> (String, Option<String>) {
        if self.is_header() {
            return self.header("something follows this header");
        }
        let (key, value) = self.assignment().unwrap_or_default();
        if matches!(self.after.trim(), ";" | "." | "," if !value.starts_with(|c: char| c.is_ascii_digit()))
        {
            let said = format!("`{}` does not belong here", self.after.trim());
            return (said, Some("delete it".to_owned()));
        }
        let next = self
            .after
            .split(['"', '\'', '['])
            .next()
            .unwrap_or_default();
        if next.trim_start().starts_with([',', ';']) && next.contains('=') {
            let help = "put each on a line of its own".to_owned();
            return ("two keys on one line".to_owned(), Some(help));
        }
        let (said, help) = match value.chars().next() {
            Some('"' | '\'') if self.after.starts_with(',') => {
                ("several texts on one line", several_quoted(key, value))
            }
            Some('"' | '\'') if self.after.contains('=') => (
                "two keys on one line",
                "put each on a line of its own".to_owned(),
            ),
            Some('"') => (
                "the text goes on after its closing quote",
                "write \\\" for a quote inside the text".to_owned(),
            ),
            Some('\'') => (
                "the text goes on after its closing quote",
                "put the whole text in \" instead of '".to_owned(),
            ),
            Some('[' | '{') | None => (
                "this does not belong on this line",
                "delete it, or put it on a line of its own".to_owned(),
            ),
            Some(_) if value.trim_end_matches(',').parse::<f64>().is_ok() => (
                "a comma stands after this number",
                bare_number(key, value.trim_end_matches(',')),
            ),
            Some(_) if value.trim_end_matches(';').parse::<f64>().is_ok() => {
                ("`;` does not belong here", "delete it".to_owned())
            }
            Some(_) if value.replacen(',', ".", 1).parse::<f64>().is_ok() => (
                "a number takes a point, not a comma",
                bare_number(key, &value.replacen(',', ".", 1)),
            ),
            Some(_) if limits::counted(key).is_some() => {
                ("this must be a number", in_form(key, value))
            }
            Some(_) => ("text must be in quotes", in_form(key, value)),
        };
        (said.to_owned(), Some(help))
    }

    /// A line in brackets that is no header.
    fn header(&self, said: &str) -> (String, Option<String>) {
        let line = self.line.split('#').next().unwrap_or_default();
        let name: String = line.chars().filter(|c| !c.is_whitespace()).collect();
        let name = name.trim_matches(['[', ']', '.']);
        let help = if name.is_empty() || !name.chars().all(is_bare) {
            "a header stands alone on its line: [[step]]".to_owned()
        } else if name == "step" || line.trim().starts_with("[[") {
            format!("write [[{name}]]")
        } else {
            format!("write [{name}]")
        };
        (said.to_owned(), Some(help))
    }

    /// How a date is written that stands there without quotes: the person's own, where it or all that stands behind the
    /// key can be read.
    fn date_help(&self, key: &str, typed: &str) -> String {
        let all = self.assignment().map_or(typed, |(_, all)| all);
        match calendar::date(all).or_else(|| calendar::date(typed)) {
            Some(Date::On(date)) => format!("write {key} = {date}"),
            Some(Date::Either(one, other)) => calendar::either(key, one, other),
            None => format!("write {}", example::any(key)),
        }
    }

    /// What looked like a number or a date, and is none.
    fn unreadable(&self) -> (String, Option<String>) {
        let (key, value) = self.assignment().unwrap_or_default();
        let is_word =
            |value: &str| value.starts_with(|c: char| c.is_alphabetic() || SET_QUOTES.contains(&c));
        if value.contains(':') || is_word(value) {
            return self.unquoted(value);
        }
        if value.starts_with(['[', '{']) {
            let begins = self.before.rfind(|c: char| " [{,=".contains(c));
            let begins = begins.map_or(0, |at| at + 1);
            let rest = self.line.get(begins..).unwrap_or_default();
            let word = rest.split([',', ']', '}']).next().unwrap_or_default();
            let before = &self.line[..begins];
            if is_word(word) {
                let here = Self {
                    before,
                    after: rest,
                    ..*self
                };
                return here.unquoted(word);
            }
        }
        let number = match value.trim_start_matches('0') {
            decimals if decimals.starts_with('.') => format!("0{decimals}"),
            whole => whole.to_owned(),
        };
        if limits::lasting(key).is_some() && number.parse::<f64>().is_err() {
            return self.unquoted(value);
        }
        let help = if example::is_date(&example::any(key)) {
            self.date_help(key, value)
        } else if key == "emergency-number" {
            // A number to call may begin with a zero.
            format!("write {key} = \"{value}\"")
        } else if number.parse::<f64>().is_ok() {
            bare_number(key, &number)
        } else if key == "week" && value.contains('+') {
            format!("write {key} = \"{value}\"")
        } else {
            number_form(key, value)
        };
        let said = if example::is_date(&example::any(key)) {
            "this is not a date"
        } else {
            "this is not a number"
        };
        (said.to_owned(), Some(help))
    }
}

fn no_pair() -> (String, Option<String>) {
    let help = "write key = \"value\", or begin the line with # to make it a remark";
    (
        "this line has no key and value".to_owned(),
        Some(help.to_owned()),
    )
}

fn is_odd_space(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{FEFF}' | '\u{2060}') || (c.is_whitespace() && !c.is_ascii())
}

/// Where the text in three quotes begins that is still open at `at`, to the end of that line.
pub(crate) fn text_opening(text: &str, at: usize) -> Range<usize> {
    let before = text.get(..at).unwrap_or(text);
    let quotes = ["\"\"\"", "'''"];
    let start = quotes.iter().filter_map(|quote| before.rfind(quote)).max();
    let start = start.unwrap_or(at.min(text.len()));
    start..start + line_at(text, start).trim_end().len()
}
