//! What stands in a profile with errors, read as mere words.

use crate::content::safety::Safety;
use crate::content::text::did_you_mean;
use crate::plan::profile::{Day, Profile, pregnancies};

/// The words of a text that matter for the rules, wherever they stand outside remarks.
#[derive(Debug, Default)]
pub(super) struct Standing {
    /// Words of `safety.toml`.
    words: Vec<String>,
    /// How often `due` stands there.
    due: usize,
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
            } else if word.starts_with("pregnan") || did_you_mean(&word, pregnancies()).is_some() {
                standing.pregnancy = true;
            }
        }
        standing
    }

    /// Adds what the decoder could not read. Returns the conditions that were added.
    pub(super) fn hold_in(self, profile: &mut Profile) -> Vec<String> {
        let readable = |day| usize::from(matches!(day, Some(Day::On(_))));
        if self.pregnancy || self.due > readable(profile.due) {
            profile.due = Some(Day::Unclear);
        }
        if self.birth > readable(profile.birth_of_child) {
            profile.birth_of_child = Some(Day::Unclear);
        }
        let mut added = self.words;
        added.retain(|word| !profile.conditions.contains(word));
        profile.conditions.extend(added.iter().cloned());
        added
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
