//! The names of what a profile holds, as messages quote them.

use crate::content::safety::rulebook::Safety;
use crate::content::text::printable::printable;
use crate::plan::profile::model::Profile;

/// Returns the name of a word of `safety.toml`; an unknown one in quotes.
pub(crate) fn name_of(word: &str, safety: &Safety) -> String {
    let conditions = safety
        .conditions
        .iter()
        .map(|known| (&known.id, &known.name));
    let flags = (safety.session_flags.iter()).map(|known| (&known.id, &known.name));
    let stops = safety
        .full_stops
        .iter()
        .map(|known| (&known.id, &known.name));
    let mut known = conditions.chain(flags).chain(stops);
    known.find(|(id, _)| *id == word).map_or_else(
        || format!("\"{}\"", printable(word)),
        |(_, name)| name.clone(),
    )
}

/// Returns the words that were not understood, in quotes; of a file that is not TOML, that as well.
pub(crate) fn unchecked(words: &[String], is_broken: bool) -> String {
    let words = words.iter().map(|word| format!("\"{}\"", printable(word)));
    let broken = is_broken.then(|| "what cannot be read".to_owned());
    words.chain(broken).collect::<Vec<_>>().join(", ")
}

impl Profile {
    /// Returns the words about the person that were not understood; `None` where all were.
    pub(crate) fn unchecked_in_words(&self) -> Option<String> {
        (!self.is_understood()).then(|| unchecked(&self.unchecked, self.is_broken))
    }
}
