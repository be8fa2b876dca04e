//! The call for help, and the emergency number in the texts of the rules.

use crate::plan::profile::model::Profile;
use crate::words::en::grammar::capitals;

/// The name in the texts of the rules.
const NAMED: &str = "emergency number";

/// Words beside the numbers in those texts: `or the local one`.
const LOCAL: &[&str] = &["or", "the", "local", "one"];

/// The number where a person lives, if they have said it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Emergency {
    number: Option<String>,
}

impl Emergency {
    /// Returns the emergency number of the profile's owner.
    pub fn of(profile: &Profile) -> Self {
        Self {
            number: profile.emergency_number.clone(),
        }
    }

    /// Returns the instruction: `Call 112 now`.
    pub(crate) fn call(&self) -> String {
        match &self.number {
            Some(number) => format!("Call {number} now"),
            None => format!("Call the {NAMED} now"),
        }
    }

    /// The call as a sentence.
    pub(crate) fn call_sentence(&self) -> String {
        format!("{}.", self.call())
    }

    /// Returns whether the number is known.
    pub(crate) fn is_known(&self) -> bool {
        self.number.is_some()
    }

    /// Returns whether a text says no more than to call, perhaps with the numbers that it may be.
    pub(crate) fn is_call(text: &str) -> bool {
        let words = |rest: &str| -> Vec<String> {
            let words = rest.split(|letter: char| !letter.is_alphanumeric());
            words
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect()
        };
        let is_number = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
        let call = format!("Call the {NAMED} now");
        text.strip_prefix(&call).is_some_and(|rest| {
            let rest = words(rest);
            rest.iter()
                .all(|word| is_number(word) || LOCAL.contains(&word.as_str()))
        })
    }

    /// A text of the rules with the number where it speaks of it for the first time: `emergency number (112)`.
    pub(crate) fn in_text(&self, text: &str) -> String {
        match &self.number {
            Some(number) => text.replacen(NAMED, &format!("{NAMED} ({number})"), 1),
            None => text.to_owned(),
        }
    }
}

/// A call as a sentence in capitals, where there is no room for large letters.
pub(crate) fn in_capitals(call: &str) -> String {
    format!("{}.", capitals(call))
}
