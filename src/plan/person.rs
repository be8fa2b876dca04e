//! Whom a routine is played for, as the rules see it.

use crate::content::safety::Safety;
use crate::content::vocabulary::{Audience, Word as _};

/// Conditions and flags of one person, for one session. Nobody in particular has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// Words of `safety.toml`, conditions before session flags, each in order of precedence. With those that others
    /// imply.
    conditions: Vec<String>,
    /// Each condition that another one implies, and which one.
    implied: Vec<(String, String)>,
    /// Full stops that hold today: those that were said, and those that follow from conditions that come together.
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

    /// Somebody with those of these words that there are, with all that they imply.
    pub fn holding(words: &[&str], safety: &Safety) -> Self {
        let implied = implied(words, safety);
        let holds = |id: &str| words.contains(&id) || implied.iter().any(|(word, _)| word == id);
        let conditions: Vec<String> = safety
            .condition_ids()
            .filter(|id| holds(id))
            .map(str::to_owned)
            .collect();
        let stops = safety.full_stops.iter();
        let stops = stops.filter(|stop| {
            words.contains(&stop.id.as_str()) || stop.follows_from(&conditions).is_some()
        });
        Self {
            full_stops: stops.map(|stop| stop.id.clone()).collect(),
            conditions,
            implied,
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

    /// Conditions and session flags, in order of precedence, with those that others imply.
    pub fn conditions(&self) -> &[String] {
        &self.conditions
    }

    /// Conditions and session flags without those that follow from another one of them.
    pub fn said(&self) -> impl Iterator<Item = &str> {
        let conditions = self.conditions.iter().map(String::as_str);
        conditions.filter(|id| self.implied_by(id).is_none())
    }

    /// The condition that a person has said from which this one follows: itself where none does.
    pub fn said_for<'a>(&'a self, condition: &'a str) -> &'a str {
        let mut said = condition;
        // One step for each link at most: conditions that imply each other end somewhere.
        for _ in &self.implied {
            match self.implied_by(said) {
                Some(by) => said = by,
                None => break,
            }
        }
        said
    }

    fn implied_by(&self, condition: &str) -> Option<&str> {
        let mut implied = self.implied.iter();
        implied
            .find(|(word, _)| word == condition)
            .map(|(_, by)| by.as_str())
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

    /// Whether the person is pregnant.
    pub fn is_pregnant(&self) -> bool {
        self.audience().is_some_and(Audience::is_pregnancy)
    }
}

/// The conditions that follow from these words, each with the one that it follows from. A part of a pregnancy follows
/// only where no part is known.
fn implied(words: &[&str], safety: &Safety) -> Vec<(String, String)> {
    let is_pregnancy = |word: &str| {
        let audience = safety.condition(word).and_then(|known| known.audience);
        audience.is_some_and(Audience::is_pregnancy)
    };
    let knows_the_part = words.iter().any(|word| is_pregnancy(word));
    let mut found: Vec<(String, String)> = Vec::new();
    let mut from: Vec<&str> = words.to_vec();
    while let Some(word) = from.pop() {
        let Some(condition) = safety.condition(word) else {
            continue;
        };
        for follows in condition.implies.iter().map(|word| word.get_ref().as_str()) {
            let is_known = follows == word || found.iter().any(|(known, _)| known == follows);
            if !(is_known || knows_the_part && is_pregnancy(follows)) {
                found.push((follows.to_owned(), word.to_owned()));
                from.push(follows);
            }
        }
    }
    // Of two that imply each other, the one that was said stays said.
    found.retain(|(word, by)| !(words.contains(&word.as_str()) && implies(word, by, safety)));
    found
}

/// Whether a condition implies another one.
fn implies(word: &str, other: &str, safety: &Safety) -> bool {
    let condition = safety.condition(word);
    condition.is_some_and(|known| known.implies.iter().any(|word| word.get_ref() == other))
}
