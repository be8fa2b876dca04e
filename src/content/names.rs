//! Ids and names of exercises, routines and conditions: files write the ids, people the names.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use toml::Spanned;

use crate::content::diagnostic::Diagnostic;
use crate::content::exercise::Exercise;
use crate::content::layered::Layered;
use crate::content::routine::Routine;
use crate::content::safety::rulebook::Safety;
use crate::content::text::alike::{alike, did_you_mean};
use crate::content::text::composed::composed;
use crate::content::text::folded::fold;
use crate::content::text::invisible::seen;
use crate::content::text::punctuation::plain;
use crate::content::toml::fields::unknown;

/// For what has one name.
const NOTHING_ELSE: &[&str] = &[];

/// Things of one kind by their ids, and the names that each of them has.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    ids: BTreeSet<String>,
    /// As they are written, with the id.
    written: Vec<(String, String)>,
    /// The first of the names of each that has one.
    proper: BTreeMap<String, String>,
    /// By the name as it is compared. Nearly every reference is an id, so that this is seldom asked for.
    by_name: OnceLock<BTreeMap<String, NamedIds>>,
}

/// The ids of the things that have a name; several may have the same one.
#[derive(Clone, Debug, Default)]
struct NamedIds {
    /// It is their id or their proper name.
    proper: BTreeSet<String>,
    /// They are called so too.
    also: BTreeSet<String>,
}

impl NamedIds {
    /// Those of the proper name, before those that are called so too.
    fn meant(&self) -> impl Iterator<Item = &str> {
        let named = if self.proper.is_empty() {
            &self.also
        } else {
            &self.proper
        };
        named.iter().map(String::as_str)
    }
}

/// The meaning of an id or a name in a file or on the command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Meant<'a> {
    /// The id itself.
    Id,
    /// A name that only the thing of this id has.
    Name(&'a str),
    /// A name that these have.
    Several(Vec<&'a str>),
    /// Nothing that is there.
    Nothing,
}

/// The ids and names that references may say.
#[derive(Clone, Debug, Default)]
pub(crate) struct KnownNames {
    /// The names of routines.
    pub(crate) routines: Names,
    /// The names of exercises.
    pub(crate) exercises: Names,
    /// The names of conditions and session flags, without their other names.
    pub(crate) conditions: Names,
}

impl Names {
    /// The routines with all their names.
    pub(crate) fn of_routines(routines: &Layered<Routine>) -> Self {
        let mut names = Self::default();
        for entry in routines.current() {
            names.add(&entry.id, &entry.value.title, &entry.value.also);
        }
        names
    }

    /// The exercises with all their names.
    pub(crate) fn of_exercises(exercises: &Layered<Exercise>) -> Self {
        let mut names = Self::default();
        for entry in exercises.current() {
            names.add(&entry.id, &entry.value.name, &entry.value.also);
        }
        names
    }

    /// The conditions and session flags with their proper names.
    pub(crate) fn of_conditions(safety: &Safety) -> Self {
        let mut names = Self::default();
        let conditions = safety.conditions.iter();
        let conditions = conditions.map(|condition| (&condition.id, &condition.name));
        let flags = safety.session_flags.iter();
        for (id, name) in conditions.chain(flags.map(|flag| (&flag.id, &flag.name))) {
            names.add(id, name, NOTHING_ELSE);
        }
        names
    }

    /// Adds a thing with its proper name and what else it is called.
    pub(crate) fn add(&mut self, id: &str, name: &str, also: &[impl AsRef<str>]) {
        self.by_name.take();
        self.ids.insert(id.to_owned());
        self.proper.insert(id.to_owned(), name.to_owned());
        let names = std::iter::once(name).chain(also.iter().map(AsRef::as_ref));
        let names = names.filter(|name| *name != id);
        let written = names.map(|name| (name.to_owned(), id.to_owned()));
        self.written.extend(written);
    }

    fn by_name(&self) -> &BTreeMap<String, NamedIds> {
        self.by_name.get_or_init(|| {
            let mut by_name: BTreeMap<String, NamedIds> = BTreeMap::new();
            let ids = self.ids.iter().map(|id| (id, id));
            let proper = self.proper.iter().map(|(id, name)| (name, id));
            for (name, id) in ids.chain(proper) {
                by_name
                    .entry(compared(name))
                    .or_default()
                    .proper
                    .insert(id.clone());
            }
            for (name, id) in &self.written {
                by_name
                    .entry(compared(name))
                    .or_default()
                    .also
                    .insert(id.clone());
            }
            by_name.remove("");
            by_name
        })
    }

    /// Returns whether this is an id.
    pub(crate) fn contains(&self, id: &str) -> bool {
        self.ids.contains(id)
    }

    /// The id that this is, in the form in which it is kept.
    pub(crate) fn id(&self, typed: &str) -> Option<&str> {
        self.ids.get(&*composed(typed)).map(String::as_str)
    }

    /// All ids, in order.
    pub(crate) fn ids(&self) -> impl Iterator<Item = &str> + Clone {
        self.ids.iter().map(String::as_str)
    }

    /// The meaning of an id or a name: an id as it is written comes first, then a proper name, then other names.
    /// Capital letters, dividers and the form of an apostrophe do not matter; accents do, as without them one name can
    /// be another, and so does a plural.
    pub(crate) fn meaning(&self, typed: &str) -> Meant<'_> {
        if self.contains(&composed(typed)) {
            return Meant::Id;
        }
        let named = self.by_name().get(&compared(typed));
        let ids: Vec<&str> = named.into_iter().flat_map(NamedIds::meant).collect();
        match ids[..] {
            [] => Meant::Nothing,
            [id] => Meant::Name(id),
            _ => Meant::Several(ids),
        }
    }

    /// Puts the id in place of a name that only one thing has, and says so. Anything else stays as it is.
    pub(crate) fn understand(&self, reference: &mut Spanned<String>) -> Option<Diagnostic> {
        let Meant::Name(id) = self.meaning(reference.get_ref()) else {
            return None;
        };
        let found = Diagnostic::note(format!("\"{}\" is understood as {id}", reference.get_ref()))
            .at(reference.span());
        *reference = Spanned::new(reference.span(), id.to_owned());
        Some(found)
    }

    /// Another thing that has the proper name or the id of this one, so that the name is ambiguous: the name, and the
    /// id of the other.
    pub(crate) fn namesake<'a>(&'a self, id: &'a str) -> Option<(&'a str, &'a str)> {
        let proper = self.proper.get(id).map(String::as_str);
        std::iter::once(id).chain(proper).find_map(|name| {
            let named = self.by_name().get(&compared(name))?;
            let other = named.proper.iter().find(|other| *other != id)?;
            Some((name, other.as_str()))
        })
    }

    /// The ids that an unknown word may have meant, from their names as well.
    pub(crate) fn near(&self, typed: &str) -> Vec<&str> {
        match self.meaning(typed) {
            Meant::Name(id) => return vec![id],
            Meant::Several(ids) => return ids,
            Meant::Id | Meant::Nothing => {}
        }
        let written = self.written.iter();
        let names = written.map(|(name, id)| (fold(name), id.as_str()));
        let names: Vec<(String, &str)> = self.ids().map(|id| (fold(id), id)).chain(names).collect();
        let id_of = |name: &str| names.iter().find(|(known, _)| known == name);
        let known = || names.iter().map(|(name, _)| name.as_str());
        let plain = fold(typed);
        if let Some((_, id)) = did_you_mean(&plain, known()).and_then(id_of) {
            return vec![id];
        }
        let mut ids = Vec::new();
        for (_, id) in alike(&plain, known()).into_iter().filter_map(id_of) {
            if !ids.contains(id) {
                ids.push(*id);
            }
        }
        ids
    }

    /// The finding for a reference to something that is not there, or may be one of several.
    pub(crate) fn unknown(&self, what: &str, typed: &Spanned<String>) -> Diagnostic {
        let word = typed.get_ref();
        let near = self.near(word);
        if let Meant::Several(_) = self.meaning(word) {
            return Diagnostic::error(format!("more than one {what} is called \"{word}\""))
                .at(typed.span())
                .help(format!("write one of {}", near.join(", ")));
        }
        unknown(what, typed, &near)
    }
}

/// A name as it is compared with others.
pub(crate) fn compared(name: &str) -> String {
    // A blank of braille among other letters is one like any other.
    let name = composed(name).replace('\u{2800}', " ");
    let name: String = seen(&name)
        .chars()
        .map(plain)
        .flat_map(char::to_lowercase)
        .collect();
    let words = name.split(|letter: char| letter.is_whitespace() || matches!(letter, '-' | '_'));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        let mut names = Names::default();
        names.add("calf-wall", "Wall calf stretch", &["Runner's stretch"]);
        names.add(
            "calf-step",
            "Calf stretch on a step",
            &["Heel drop", "shoulder rolls"],
        );
        names.add("soleus", "Bent-knee calf stretch", &["heel drop"]);
        names.add("rolls", "Shoulder rolls", &["Calf wall"]);
        names.add("évening", "Évening", &["Évening"]);
        names
    }

    #[test]
    fn names_are_understood_where_only_one_has_them() {
        let names = names();
        assert_eq!(names.meaning("calf-wall"), Meant::Id);
        for typed in [
            "Wall calf stretch",
            "WALL CALF  STRETCH",
            "wall-calf stretch",
            "Calf Wall",
            "calf\u{2011}wall",
            "Calf–wall",
            "Runner’s stretch",
            "Wall\u{2800}calf str\u{200C}etch",
            "Wall calf str\u{FE0F}etch",
            "Runner´s—stretch",
        ] {
            assert_eq!(names.meaning(typed), Meant::Name("calf-wall"), "{typed}");
        }
        assert_eq!(names.meaning("shoulder Rolls"), Meant::Name("rolls"));
        assert_eq!(
            names.meaning("Heel Drop"),
            Meant::Several(vec!["calf-step", "soleus"])
        );
        assert_eq!(names.meaning("e\u{301}vening"), Meant::Id);
        for typed in [
            "",
            "-",
            "Evening",
            "calf",
            "Wall calf stretches",
            "Runners stretch",
            "🐈",
        ] {
            assert_eq!(names.meaning(typed), Meant::Nothing, "{typed}");
        }
    }

    #[test]
    fn what_is_near_a_name_is_offered_by_its_id() {
        let names = names();
        assert_eq!(names.near("calf-wal"), ["calf-wall"]);
        assert_eq!(names.near("Runers stretch"), ["calf-wall"]);
        assert_eq!(names.near("Evening"), ["évening"]);
        assert_eq!(names.near("bent knee"), ["soleus"]);
        assert!(names.near("zzz").is_empty());
    }

    #[test]
    fn an_id_takes_the_place_of_a_name_and_that_is_said() {
        let mut reference = Spanned::new(3..9, "wall calf stretch".to_owned());
        let found = names().understand(&mut reference).expect("a note");
        assert_eq!(
            found.message,
            "\"wall calf stretch\" is understood as calf-wall"
        );
        assert_eq!(
            (found.span, reference.get_ref().as_str()),
            (Some(3..9), "calf-wall")
        );
        for typed in ["Heel drop", "soleus", "other"] {
            let mut reference = Spanned::new(0..1, typed.to_owned());
            assert_eq!(names().understand(&mut reference), None, "{typed}");
            assert_eq!(reference.get_ref(), typed);
        }
    }
}
