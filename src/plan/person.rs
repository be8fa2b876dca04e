//! Whom a routine is played for, as the rules see it.

use crate::content::safety::Safety;
use crate::content::vocabulary::{Audience, Word as _};

/// Conditions and flags of one person, for one session. Nobody in particular has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// Words of `safety.toml`, conditions before session flags, each in order of precedence.
    conditions: Vec<String>,
    /// Full stops that hold today.
    full_stops: Vec<String>,
    /// Whether anything is known: an unknown person passes every gate.
    known: bool,
}

impl Person {
    /// Nobody in particular: no rule applies, and every routine may be played.
    pub fn unknown() -> Self {
        Self::default()
    }

    /// Somebody with these conditions, session flags and full stops.
    ///
    /// # Errors
    /// The words that are none of these.
    pub fn with<'a>(
        words: impl IntoIterator<Item = &'a str>,
        safety: &Safety,
    ) -> Result<Self, Vec<String>> {
        let words: Vec<&str> = words.into_iter().collect();
        let is_stop = |word: &str| safety.full_stops.iter().any(|stop| stop.id == word);
        let unknown: Vec<String> = words
            .iter()
            .filter(|word| !is_stop(word) && !safety.condition_ids().any(|id| id == **word))
            .map(|word| (*word).to_owned())
            .collect();
        if !unknown.is_empty() {
            return Err(unknown);
        }
        Ok(Self::holding(&words, safety))
    }

    /// Somebody with those of these words that there are.
    pub fn holding(words: &[&str], safety: &Safety) -> Self {
        let stops = safety.full_stops.iter().map(|stop| stop.id.as_str());
        Self {
            conditions: safety
                .condition_ids()
                .filter(|id| words.contains(id))
                .map(str::to_owned)
                .collect(),
            full_stops: stops
                .filter(|id| words.contains(id))
                .map(str::to_owned)
                .collect(),
            known: true,
        }
    }

    /// The same person with these words of `safety.toml` added. Words that are none change nothing.
    #[must_use]
    pub fn and(&self, words: &[String], safety: &Safety) -> Self {
        let own = self.conditions.iter().chain(&self.full_stops);
        let all: Vec<&str> = own.chain(words).map(String::as_str).collect();
        Self {
            known: self.known,
            ..Self::holding(&all, safety)
        }
    }

    /// Conditions and session flags, in order of precedence.
    pub fn conditions(&self) -> &[String] {
        &self.conditions
    }

    /// Full stops that hold today.
    pub fn full_stops(&self) -> &[String] {
        &self.full_stops
    }

    /// The one audience of a person: the trimester when pregnant (of several the latest), else older adult when that
    /// is set, else adult. `None` for an unknown person, who passes every gate.
    pub fn audience(&self) -> Option<Audience> {
        if !self.known {
            return None;
        }
        let has = |audience: Audience| {
            self.conditions
                .iter()
                .any(|condition| condition == audience.as_str())
        };
        let audiences = [
            Audience::PregnancyT3,
            Audience::PregnancyT2,
            Audience::PregnancyT1,
            Audience::OlderAdult,
        ];
        Some(
            audiences
                .into_iter()
                .find(|audience| has(*audience))
                .unwrap_or(Audience::Adult),
        )
    }
}
