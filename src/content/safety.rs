//! `safety.toml`: the words for hazards and conditions. The rules over them are read by the screening.

use toml::Spanned;

use crate::content::diagnostic::Diagnostic;
use crate::content::document;
use crate::content::fields::Fields;

/// What a profile may hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The word in files: `knee-pain`.
    pub id: String,
    /// In words that a person who has it would use.
    pub name: String,
}

/// The vocabulary of the safety rules. The order of the conditions is their order of precedence.
#[derive(Clone, Debug, Default)]
pub struct Safety {
    /// Hazard tags with their meaning.
    pub hazards: Vec<(String, String)>,
    /// Conditions, in order of precedence.
    pub conditions: Vec<Condition>,
}

impl Safety {
    /// Lays another file over this one.
    pub fn extend(&mut self, over: Self) {
        for (tag, meaning) in over.hazards {
            self.hazards.retain(|(known, _)| *known != tag);
            self.hazards.push((tag, meaning));
        }
        for condition in over.conditions {
            match self
                .conditions
                .iter_mut()
                .find(|known| known.id == condition.id)
            {
                Some(known) => *known = condition,
                None => self.conditions.push(condition),
            }
        }
    }
}

/// Reads `safety.toml`.
pub fn decode(text: &str) -> (Safety, Vec<Diagnostic>) {
    document::decode(text, |document| {
        let mut safety = Safety::default();
        if !document.is_newer() {
            let fields = Fields::root(
                document,
                "a safety file",
                &["format", "hazard", "condition"],
            );
            let word = |text: Spanned<String>| text.into_inner();
            fields.whole("format", 1..=1);
            safety.hazards = fields
                .pairs("hazard")
                .into_iter()
                .map(|(tag, means)| (word(tag), word(means)))
                .collect();
            for (table, span) in fields.tables("condition") {
                let condition = fields.within(table, span, "a condition", &["id", "name"]);
                for key in ["id", "name"].iter().filter(|key| !condition.has(key)) {
                    condition.missing(key, &format!("{key} = \"...\""));
                }
                if let (Some(id), Some(name)) = (condition.text("id"), condition.text("name")) {
                    safety.conditions.push(Condition {
                        id: word(id),
                        name: word(name),
                    });
                }
            }
        }
        safety
    })
}
