//! For whom routines are chosen and played.

use crate::content::safety::Safety;
use crate::plan::person::Person;
use crate::plan::profile::Profile;

/// Where it is known from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Basis {
    /// From nowhere: there is no profile.
    #[default]
    Nothing,
    /// From the profile.
    Profile,
    /// There is a profile, and nothing of it can be read; why, in words.
    Unreadable(String),
    /// Somebody named these conditions for this time.
    Named(Vec<String>),
    /// Somebody asked for no checks for this time.
    Unchecked,
}

/// A person, what they wish for, and how they are today.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Whom {
    /// Where it is known from.
    pub basis: Basis,
    /// What the person has said about themselves, without conditions where it is somebody else's.
    pub profile: Profile,
    /// Without what is new today.
    usual: Person,
    /// Session flags and full stops of this session; stored nowhere.
    today: Vec<String>,
    /// All of it.
    person: Person,
}

impl Whom {
    /// Somebody who is known from somewhere.
    pub fn new(basis: Basis, person: Person, profile: Profile) -> Self {
        Self {
            basis,
            profile,
            usual: person.clone(),
            today: Vec::new(),
            person,
        }
    }

    /// As the rules see them.
    pub fn person(&self) -> &Person {
        &self.person
    }

    /// Session flags and full stops of this session.
    pub fn today(&self) -> &[String] {
        &self.today
    }

    /// Sets what is new today, in place of what was.
    pub fn set_today(&mut self, words: Vec<String>, safety: &Safety) {
        self.person = self.usual.and(&words, safety);
        self.today = words;
    }

    /// What the times between steps are multiplied by.
    pub fn pace_factor(&self) -> f64 {
        self.profile.pace_factor.unwrap_or(1.0)
    }
}
