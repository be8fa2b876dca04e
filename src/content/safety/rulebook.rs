//! All rules together.

use crate::content::safety::condition::{Condition, SessionFlag};
use crate::content::safety::full_stop::FullStop;
use crate::content::safety::limits::Limits;
use crate::content::safety::places::Reference;
use crate::content::safety::red_flag::{RedFlag, RedFlagGroup};
use crate::content::safety::rule::{Caution, Note, SafetyRule};
use crate::content::vocabulary::Audience;

/// The rules. The order of the conditions is their order of precedence.
#[derive(Clone, Debug, Default)]
pub struct Safety {
    /// At the end of every sheet.
    pub disclaimer: Vec<String>,
    /// The way back from the floor, said where a routine ends there.
    pub way_back: Option<String>,
    /// The limits of the screening.
    pub limits: Limits,
    /// Hazard tags with their meaning.
    pub hazards: Vec<(String, String)>,
    /// Conditions, in order of precedence.
    pub conditions: Vec<Condition>,
    /// For one session only.
    pub session_flags: Vec<SessionFlag>,
    /// With these nothing is played.
    pub full_stops: Vec<FullStop>,
    /// The rules on who must not do something, and who should take care.
    pub rules: Vec<SafetyRule>,
    /// Lines for those who should take care. The first that fits counts, and beside an added one also the first bundled
    /// one.
    pub cautions: Vec<Caution>,
    /// For these conditions only these exercises.
    pub allow: Vec<(Reference, Vec<Reference>)>,
    /// Advice that no rule gives.
    pub notes: Vec<Note>,
    /// Kinds of red flags.
    pub red_flag_groups: Vec<RedFlagGroup>,
    /// Signs to stop and get help.
    pub red_flags: Vec<RedFlag>,
}

impl Safety {
    /// The group whose steps are the advice whenever something hurts: the first that says so.
    pub fn advice_group(&self) -> Option<&RedFlagGroup> {
        let mut groups = self.red_flag_groups.iter();
        groups.find(|group| group.decide_afresh)
    }

    /// The words of conditions and session flags, in order of precedence.
    pub fn condition_ids(&self) -> impl Iterator<Item = &str> + Clone {
        let conditions = self
            .conditions
            .iter()
            .map(|condition| condition.id.as_str());
        conditions.chain(self.session_flags.iter().map(|flag| flag.id.as_str()))
    }

    /// A condition or a session flag in the person's words.
    pub fn condition_name(&self, word: &str) -> Option<&str> {
        let conditions = self.conditions.iter().map(|known| (&known.id, &known.name));
        let flags = self.session_flags.iter().map(|flag| (&flag.id, &flag.name));
        conditions
            .chain(flags)
            .find(|(id, _)| *id == word)
            .map(|(_, name)| name.as_str())
    }

    /// A condition by its word.
    pub fn condition(&self, word: &str) -> Option<&Condition> {
        self.conditions
            .iter()
            .find(|condition| condition.id == word)
    }

    /// The condition of older people: the first that puts them in their audience. It follows from a year of birth.
    pub(crate) fn older(&self) -> Option<&Condition> {
        let mut conditions = self.conditions.iter();
        conditions.find(|condition| condition.audience == Some(Audience::OlderAdult))
    }

    /// The hazard tags.
    pub(crate) fn hazard_ids(&self) -> impl Iterator<Item = &str> + Clone {
        self.hazards.iter().map(|(tag, _)| tag.as_str())
    }
}
