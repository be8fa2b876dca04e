//! Rules about hazards and positions, and the lines said with them.

use crate::content::safety::places::Reference;
use crate::content::vocabulary::{Position, Word as _};

/// The subject of a rule.
#[derive(Clone, Debug)]
pub enum Subject {
    /// A hazard tag.
    Hazard(Reference),
    /// A position.
    Position(Position),
}

impl Subject {
    /// The tag or the position, as written in files.
    pub(crate) fn word(&self) -> &str {
        match self {
            Self::Hazard(hazard) => hazard.get_ref(),
            Self::Position(position) => position.as_str(),
        }
    }
}

impl PartialEq for Subject {
    fn eq(&self, other: &Self) -> bool {
        matches!(self, Self::Hazard(_)) == matches!(other, Self::Hazard(_))
            && self.word() == other.word()
    }
}

/// A hazard or a position, and for whom it is ruled out or wants care.
#[derive(Clone, Debug)]
pub struct SafetyRule {
    /// The hazard or position.
    pub subject: Subject,
    /// Conditions for which an exercise with it is not done.
    pub contraindicated: Vec<Reference>,
    /// Conditions for which it is done with a caution line.
    pub precaution: Vec<Reference>,
}

/// A line said to those who should take care.
#[derive(Clone, Debug)]
pub struct Caution {
    /// For these hazards and positions.
    pub subjects: Vec<Subject>,
    /// For these conditions; empty for any.
    pub conditions: Vec<Reference>,
    /// The line.
    pub say: String,
    /// True if it lies over the bundled ones, which are said beside it.
    pub(crate) added: bool,
}

/// Something worth knowing that no rule says.
#[derive(Clone, Debug)]
pub struct Note {
    /// The word in files.
    pub(crate) id: String,
    /// Whom or what it is about.
    pub name: String,
    /// For these conditions.
    pub conditions: Vec<Reference>,
    /// For exercises with these hazards.
    pub(crate) hazards: Vec<Reference>,
    /// The lines.
    pub say: Vec<String>,
    /// The sources.
    pub(crate) sources: Vec<Reference>,
}
