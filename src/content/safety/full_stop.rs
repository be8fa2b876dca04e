//! States of a person in which nothing is played.

use crate::content::safety::places::{Places, Reference};

/// Something with which nothing is played.
#[derive(Clone, Debug)]
pub struct FullStop {
    /// The word in files.
    pub id: String,
    /// The state in the person's words.
    pub name: String,
    /// Advice for the person.
    pub message: String,
    /// Illnesses and signs that fall under it.
    pub covers: Vec<String>,
    /// Nothing else is to be done than to call the emergency number.
    pub emergency: bool,
    /// It follows by itself from facts that come together: one of each list.
    pub together: Vec<Vec<Reference>>,
    /// Groups of red flags that say more.
    pub(crate) see: Vec<Reference>,
    /// The sources.
    pub(crate) sources: Vec<Reference>,
    /// The places of its keys.
    pub(crate) places: Places,
}

impl FullStop {
    /// Those of a person's conditions from which it follows; `None` when it does not.
    pub(crate) fn follows_from<'a>(&self, conditions: &'a [String]) -> Option<Vec<&'a str>> {
        let of = |list: &Vec<Reference>| {
            let listed = |has: &&String| list.iter().any(|known| known.get_ref() == *has);
            conditions.iter().find(listed).map(String::as_str)
        };
        let facts: Option<Vec<&str>> = self.together.iter().map(of).collect();
        facts.filter(|facts| !facts.is_empty())
    }
}
