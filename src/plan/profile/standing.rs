//! What stands in a profile with errors, read as mere words.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::content::safety::{Meaning, Safety};
use crate::content::text::did_you_mean;
use crate::content::vocabulary::PROPS;
use crate::plan::profile::dates::pregnancies;
use crate::plan::profile::decode::KEYS;
use crate::plan::profile::{Day, OLDER, Profile};

/// The words of a text that matter for the rules, wherever they stand outside remarks.
#[derive(Debug, Default)]
pub(super) struct Standing {
    /// Words of `safety.toml`.
    words: Vec<String>,
    /// Other words where conditions may stand, each with what it may mean.
    meant: Vec<(String, Vec<String>)>,
    /// Others where conditions may stand, of which nobody knows what they mean.
    unchecked: Vec<String>,
    /// How often `due` stands there.
    due: usize,
    /// How often `week` and `week-on`, which say the same together.
    weeks: (usize, usize),
    /// How often `birth-of-child` stands there.
    birth: usize,
    /// Whether something else sounds like a pregnancy.
    pregnancy: bool,
}

impl Standing {
    pub(super) fn of(text: &str, safety: &Safety) -> Self {
        let stops = safety.full_stops.iter().map(|stop| stop.id.as_str());
        let known: Vec<&str> = safety.condition_ids().chain(stops).collect();
        let pregnancies = || pregnancies(safety).map(|condition| condition.id.as_str());
        let mut standing = Self::default();
        for word in text.split(['\n', '\r']).flat_map(words) {
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
        for said in said(text) {
            match safety.meaning(&said) {
                // These were found above.
                Meaning::Word(_) => {}
                Meaning::Name(id) => standing.meant.push((said, vec![id])),
                Meaning::Near(ids) => standing.meant.push((said, ids)),
                Meaning::Nothing => standing.unchecked.push(said),
            }
        }
        standing
    }

    /// Adds what the decoder could not read. Returns the conditions that were added.
    pub(super) fn hold_in(self, profile: &mut Profile) -> Vec<String> {
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
        let is_key = |word: &String| word == OLDER && profile.older.is_some();
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

/// What stands where conditions may stand: under their key, under keys that are none, and on lines that are no TOML.
fn said(text: &str) -> Vec<String> {
    let mut said = Vec::new();
    if let Ok(root) = DeTable::parse(text) {
        for (key, value) in root.get_ref() {
            if may_hold_conditions(key.get_ref()) {
                texts(value, &mut said);
            }
        }
    } else {
        let mut holds = true;
        for line in text.split(['\n', '\r']).map(without_remark) {
            let value = match line.split_once(['=', ':']) {
                Some((key, value)) => {
                    holds = may_hold_conditions(key.trim());
                    value
                }
                None => line,
            };
            if holds {
                said.push(value.to_owned());
            }
        }
    }
    let dividers = ['"', '\'', '[', ']', '{', '}', ',', ';'];
    let parts = said.iter().flat_map(|said| said.split(dividers));
    let parts =
        parts.map(|part| part.trim_matches(|letter: char| letter.is_whitespace() || letter == '-'));
    let is_word = |part: &&str| part.contains(char::is_alphabetic) && !PROPS.contains(part);
    parts.filter(is_word).map(str::to_owned).collect()
}

fn may_hold_conditions(key: &str) -> bool {
    let key = key.to_lowercase().replace('_', "-");
    key == "conditions" || !KEYS.contains(&&*key)
}

/// The texts in a value.
fn texts(value: &Spanned<DeValue<'_>>, into: &mut Vec<String>) {
    match value.get_ref() {
        DeValue::String(text) => into.push(text.to_string()),
        DeValue::Array(items) => items.iter().for_each(|item| texts(item, into)),
        DeValue::Table(table) => table.values().for_each(|item| texts(item, into)),
        _ => {}
    }
}

/// The words of a line, in small letters and with `-` for `_`.
fn words(line: &str) -> impl Iterator<Item = String> {
    let is_part = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    without_remark(line)
        .split(move |c: char| !is_part(c))
        .map(|word| word.to_lowercase().replace('_', "-"))
        .filter(|word| !word.is_empty())
}

/// The line up to the `#` that begins a remark: the first one before which every quote is closed.
fn without_remark(line: &str) -> &str {
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
