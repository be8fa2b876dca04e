//! The number that is called in an emergency, in the words of the rules.

use crate::plan::profile::Profile;

/// What the rules call it.
const NAMED: &str = "emergency number";

/// The number where a person lives, if they have said it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Emergency {
    number: Option<String>,
}

impl Emergency {
    /// Where the owner of the profile lives.
    pub fn of(profile: &Profile) -> Self {
        Self {
            number: profile.emergency_number.clone(),
        }
    }

    /// What to do: `Call 112 now`.
    pub fn call(&self) -> String {
        match &self.number {
            Some(number) => format!("Call {number} now"),
            None => format!("Call the {NAMED} now"),
        }
    }

    /// Whether the number is known.
    pub fn is_known(&self) -> bool {
        self.number.is_some()
    }

    /// A text of the rules with the number where it speaks of it for the first time: `emergency number (112)`.
    pub fn in_text(&self, text: &str) -> String {
        match &self.number {
            Some(number) => text.replacen(NAMED, &format!("{NAMED} ({number})"), 1),
            None => text.to_owned(),
        }
    }
}
