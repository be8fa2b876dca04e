//! Whom a routine is played for, as the rules see it.

use crate::content::safety::rulebook::Safety;
use crate::content::vocabulary::Audience;

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
    /// The one that their conditions put them in. `None` for an unknown person, who passes every gate.
    audience: Option<Audience>,
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
    #[cfg(feature = "testing")]
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
    pub(crate) fn holding(words: &[&str], safety: &Safety) -> Self {
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
            audience: Some(audience(&conditions, safety)),
            conditions,
            implied,
        }
    }

    /// Returns the person with these words of `safety.toml` added. Words that are none change nothing.
    #[must_use]
    pub(crate) fn and(&self, words: &[String], safety: &Safety) -> Self {
        let stops = self.full_stops.iter().chain(words).map(String::as_str);
        let all: Vec<&str> = self.said().chain(stops).collect();
        let mut person = Self::holding(&all, safety);
        person.audience = person.audience.filter(|_| self.audience.is_some());
        person
    }

    /// Conditions and session flags, in order of precedence, with those that others imply.
    pub fn conditions(&self) -> &[String] {
        &self.conditions
    }

    /// Conditions and session flags without those that follow from another one of them.
    pub(crate) fn said(&self) -> impl Iterator<Item = &str> {
        let conditions = self.conditions.iter().map(String::as_str);
        conditions.filter(|id| self.implied_by(id).is_none())
    }

    /// The condition that a person has said from which this one follows: itself where none does.
    pub(crate) fn said_for<'a>(&'a self, condition: &'a str) -> &'a str {
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
        self.audience
    }

    /// Returns whether the person is pregnant.
    pub fn is_pregnant(&self) -> bool {
        self.audience().is_some_and(Audience::is_pregnancy)
    }
}

/// The audience that these conditions put somebody in.
fn audience(conditions: &[String], safety: &Safety) -> Audience {
    let known = conditions.iter().filter_map(|id| safety.condition(id));
    let of: Vec<Audience> = known.filter_map(|known| known.audience).collect();
    let first = [
        Audience::PregnancyT3,
        Audience::PregnancyT2,
        Audience::PregnancyT1,
        Audience::OlderAdult,
    ];
    let mut first = first.into_iter();
    first
        .find(|audience| of.contains(audience))
        .unwrap_or(Audience::Adult)
}

/// The conditions that follow from these words, each with the one that it follows from. A part of a pregnancy follows
/// only where a part is not known: by a condition of certain weeks.
fn implied(words: &[&str], safety: &Safety) -> Vec<(String, String)> {
    let is_part = |word: &str, certain: bool| {
        let known = safety.condition(word);
        known.is_some_and(|known| {
            let has_weeks = known.weeks != (None, None);
            known.audience.is_some_and(Audience::is_pregnancy) && (has_weeks || !certain)
        })
    };
    let is_pregnancy = |word: &str| is_part(word, false);
    let knows_the_part = words.iter().any(|word| is_part(word, true));
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
    // Of those that imply each other in a ring, what was said stays said.
    let all = found.clone();
    found.retain(|(word, _)| !(words.contains(&word.as_str()) && follows_from_itself(word, &all)));
    found
}

/// Returns whether what a word follows from follows from that word.
fn follows_from_itself(word: &str, implied: &[(String, String)]) -> bool {
    let mut at = word;
    for _ in implied {
        match implied.iter().find(|(known, _)| known == at) {
            Some((_, by)) if by == word => return true,
            Some((_, by)) => at = by,
            None => return false,
        }
    }
    false
}
