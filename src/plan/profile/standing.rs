//! The words of a profile with errors, read without its structure.

use std::cell::LazyCell;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::content::keys::SCHEMA;
use crate::content::keys::profile::KEYS;
use crate::content::safety::meaning::{Meaning, Meanings};
use crate::content::safety::rulebook::Safety;
use crate::content::text::alike::did_you_mean;
use crate::content::vocabulary::PROPS;
use crate::plan::profile::dates::is_older;
use crate::plan::profile::dates::pregnancies;
use crate::plan::profile::day::Day;
use crate::plan::profile::model::Profile;

/// Keys that people add for themselves, and that say nothing of what they have.
const TITLES: &[&str] = &[
    "comment", "comments", "email", "gender", "health", "height", "name", "note", "notes",
    "remark", "remarks", "sex", "title", "weight",
];
/// The most stated conditions that are looked up.
pub(crate) const MOST_SAID: usize = 100;

/// The words of a text that matter for the rules, wherever they appear outside comments.
#[derive(Debug, Default)]
pub(crate) struct Standing {
    /// Words of `safety.toml`.
    words: Vec<String>,
    /// Other words where conditions may stand, each with what it may mean.
    meant: Vec<(String, Vec<String>)>,
    /// Unknown words in places of conditions.
    unchecked: Vec<String>,
    /// The number of times that `due` appears.
    due: usize,
    /// The number of times that `week` and `week-on` appear, which together say the same.
    weeks: (usize, usize),
    /// The number of times that `birth-of-child` appears.
    birth: usize,
    /// True if something else sounds like a pregnancy.
    pregnancy: bool,
}

impl Standing {
    pub(crate) fn of(text: &str, safety: &Safety) -> Self {
        let stops = safety.full_stops.iter().map(|stop| stop.id.as_str());
        let known: Vec<&str> = safety.condition_ids().chain(stops).collect();
        let pregnancies = || pregnancies(safety).map(|condition| condition.id.as_str());
        let mut standing = Self::default();
        let lines = text.split(['\n', '\r']);
        let words = lines.filter(|line| !denies(line)).flat_map(|line| {
            // In "last week" no week is said.
            let title = line.split_once('=').map_or(line, |(key, _)| key);
            let is_said =
                |word: &str| !word.starts_with("week") || words(title).any(|own| own == word);
            words(line)
                .filter(move |word| is_said(word))
                .collect::<Vec<_>>()
        });
        for word in words {
            if known.contains(&word.as_str()) {
                if !standing.words.contains(&word) {
                    standing.words.push(word);
                }
            } else if word == "birth-of-child" {
                standing.birth += 1;
            } else if word.split('-').any(|part| part == "due") {
                standing.due += 1;
            } else if word == "week" {
                standing.weeks.0 += 1;
            } else if word == "week-on" {
                standing.weeks.1 += 1;
            } else if word.starts_with("pregnan") || did_you_mean(&word, pregnancies()).is_some() {
                standing.pregnancy = true;
            }
        }
        let meanings = LazyCell::new(|| Meanings::of(safety));
        for (index, said) in said(text).into_iter().enumerate() {
            let StandingWord { word, is_title } = said;
            if index >= MOST_SAID {
                // Of what is no list of conditions, a part is enough.
                standing.unchecked.push(word);
                break;
            }
            match safety.meaning_by(&meanings, &word) {
                // These were found above.
                Meaning::Word(_) => {}
                Meaning::Name(id) => standing.meant.push((word, vec![id])),
                Meaning::Near { ids, is_all } => {
                    if !is_all && !is_title {
                        standing.unchecked.push(word.clone());
                    }
                    standing.meant.push((word, ids));
                }
                Meaning::Nothing if is_title => {}
                Meaning::Nothing => standing.unchecked.push(word),
            }
        }
        standing
    }

    /// Adds what the decoder could not read. Returns the conditions that were added.
    pub(crate) fn hold_in(self, profile: &mut Profile, safety: &Safety) -> Vec<String> {
        let readable = |day| usize::from(matches!(day, Some(Day::On(_))));
        let stated = self.due + self.weeks.0.max(self.weeks.1);
        if self.pregnancy || stated > readable(profile.due) {
            profile.due = Some(Day::Unclear);
        }
        if self.birth > readable(profile.birth_of_child) {
            profile.birth_of_child = Some(Day::Unclear);
        }
        let mut added = self.words;
        // As a key it is read.
        let is_key = |word: &String| is_older(word, safety) && profile.older.is_some();
        added.retain(|word| !profile.conditions.contains(word) && !is_key(word));
        profile.conditions.extend(added.iter().cloned());
        for (word, ids) in self.meant {
            if !profile.meant.iter().any(|(known, _)| *known == word) {
                added.extend(
                    ids.iter()
                        .filter(|id| !added.contains(id))
                        .cloned()
                        .collect::<Vec<_>>(),
                );
                profile.meant.push((word, ids));
            }
        }
        for word in self.unchecked {
            if !profile.unchecked.contains(&word) {
                profile.unchecked.push(word);
            }
        }
        added
    }
}

/// Something that stands where conditions may stand.
struct StandingWord {
    word: String,
    /// It is the name of a key over other words: these say it.
    is_title: bool,
}

/// Returns the words where conditions may stand: under their key, under unknown keys, and on lines that are not TOML.
fn said(text: &str) -> Vec<StandingWord> {
    let mut said: Vec<(String, bool)> = Vec::new();
    if let Ok(root) = DeTable::parse(text) {
        let root = root.get_ref();
        let free = || KEYS.names().filter(|key| !root.contains_key(*key));
        for (key, value) in root {
            if !may_hold_conditions(key.get_ref()) {
                continue;
            }
            if key.get_ref() != "conditions"
                && SCHEMA
                    .within(KEYS)
                    .meant_key(key.get_ref(), free())
                    .is_none()
            {
                said.extend(says_so(key.get_ref(), value));
            }
            texts(value, &mut said);
        }
    } else {
        let mut holds = true;
        for line in text.split(['\n', '\r']).map(without_comment) {
            let value = match line.split_once(['=', ':']) {
                Some((key, value)) => {
                    let key = key.trim();
                    holds = may_hold_conditions(key);
                    if holds
                        && key != "conditions"
                        && SCHEMA.within(KEYS).meant_key(key, KEYS.names()).is_none()
                    {
                        said.push((key.to_owned(), true));
                    }
                    value
                }
                None => line,
            };
            if holds {
                said.push((value.to_owned(), false));
            }
        }
    }
    let dividers = ['"', '\'', '[', ']', '{', '}', ',', ';'];
    let parts = said.iter().flat_map(|(said, is_title)| {
        let parts = said.split(dividers);
        parts.map(|part| {
            let word = part.trim_matches(|letter: char| letter.is_whitespace() || letter == '-');
            (word, *is_title)
        })
    });
    let is_word =
        |(part, _): &(&str, bool)| part.contains(char::is_alphabetic) && !PROPS.contains(part);
    let said = parts.filter(is_word).map(|(word, is_title)| StandingWord {
        word: word.to_owned(),
        is_title,
    });
    said.collect()
}

/// Returns whether a line says that something is not so: `pregnant = false`.
fn denies(line: &str) -> bool {
    let value = line
        .split_once('=')
        .map(|(_, value)| without_comment(value));
    value.is_some_and(|value| value.trim() == "false")
}

fn may_hold_conditions(key: &str) -> bool {
    let key = key.to_lowercase().replace('_', "-");
    key == "conditions" || !KEYS.names().any(|known| known.replace('_', "-") == key)
}

/// The texts in a value.
fn texts(value: &Spanned<DeValue<'_>>, into: &mut Vec<(String, bool)>) {
    match value.get_ref() {
        DeValue::String(text) => into.push((text.to_string(), false)),
        DeValue::Array(items) => items.iter().for_each(|item| texts(item, into)),
        DeValue::Table(table) => {
            for (key, item) in table {
                into.extend(says_so(key.get_ref(), item));
                texts(item, into);
            }
        }
        _ => {}
    }
}

/// A key that says something of the person, as in `wheelchair = true`; and whether it is only the title of words.
fn says_so(key: &str, value: &Spanned<DeValue<'_>>) -> Option<(String, bool)> {
    let value = value.get_ref();
    if TITLES.contains(&&*key.to_lowercase()) {
        return None;
    }
    let is_title = value.is_str() || value.is_array() || value.is_table();
    let denies = value.as_bool() == Some(false);
    (!denies).then(|| (key.to_owned(), is_title))
}

/// The words of a line, in small letters and with `-` for `_`.
fn words(line: &str) -> impl Iterator<Item = String> {
    let is_part = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    without_comment(line)
        .split(move |c: char| !is_part(c))
        .map(|word| word.to_lowercase().replace('_', "-"))
        .filter(|word| !word.is_empty())
}

/// Returns the line up to the `#` that starts a comment: the first one before which every quote is closed.
fn without_comment(line: &str) -> &str {
    let (mut double, mut single) = (false, false);
    for (at, letter) in line.char_indices() {
        match letter {
            '"' => double = !double,
            '\'' => single = !single,
            '#' if !double && !single => return &line[..at],
            _ => {}
        }
    }
    line
}
