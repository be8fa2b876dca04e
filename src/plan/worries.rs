//! The worries for a person who relies on the rules, from one source for every screen and command.

use crate::content::library::Library;
use crate::plan::tailor::Tailored;
use crate::plan::whom::{Recipient, RecipientSource};

/// Something that keeps the rules from being relied on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Worry {
    /// Nobody has said of these steps what could harm in them.
    UnknownSteps(Vec<String>),
    /// Something that the profile says of the person was not understood.
    NotUnderstood {
        /// In the words of the file.
        words: Vec<String>,
        /// True if there may be more, as the file is no TOML.
        more: bool,
    },
    /// The profile has errors.
    Faulty,
    /// The profile cannot be read; why.
    Unreadable(String),
    /// Somebody asked for no checks.
    Unchecked,
    /// A folder cannot be read, in which rules and routines may lie.
    FolderUnread {
        /// The path, as shown to people.
        path: String,
        /// The reason, where that is known.
        why: Option<String>,
    },
    /// Nothing of a file with rules of the person is used; its path.
    RulesUnused(String),
    /// Nothing of an exercise of the person is used, and with it none of the dangers that it names; its path.
    ExerciseUnused(String),
    /// The number of the person's rules that are weaker than the bundled ones.
    WeakerRules(usize),
}

/// The reasons why the rules cannot be relied on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worries {
    /// The gravest first.
    pub all: Vec<Worry>,
    /// True if everything was checked. If not, nothing may be said to fit: something was not
    /// understood, or rules may be missing.
    pub is_checked: bool,
}

impl Worries {
    /// Those about a person and a library.
    pub(crate) fn of(library: &Library, whom: &Recipient) -> Self {
        let unread: Vec<Worry> = unread(library).collect();
        let unused: Vec<Worry> = unused(library).collect();
        let is_checked = whom.is_checked() && unread.is_empty() && unused.is_empty();
        let all = of_person(whom).chain(unread).chain(unused);
        Self {
            all: all.chain(weaker_rules(library)).collect(),
            is_checked,
        }
    }

    /// Returns the worries with those about one routine.
    #[must_use]
    pub(crate) fn with(mut self, tailored: &Tailored) -> Self {
        if !tailored.unknown.is_empty() {
            self.is_checked = false;
            let unknown = Worry::UnknownSteps(tailored.unknown.clone());
            self.all.insert(0, unknown);
        }
        self
    }
}

/// Returns the worries that the profile cannot be read or understood, or that nothing is checked.
fn of_person(whom: &Recipient) -> impl Iterator<Item = Worry> {
    let profile = &whom.profile;
    let not_understood = (!profile.is_understood()).then(|| Worry::NotUnderstood {
        words: profile.unchecked.clone(),
        more: profile.is_broken,
    });
    let of_profile = match &whom.basis {
        RecipientSource::Nothing | RecipientSource::Profile | RecipientSource::Named(_) => None,
        RecipientSource::Faulty => Some(Worry::Faulty),
        RecipientSource::Unreadable(why) => Some(Worry::Unreadable(why.clone())),
        RecipientSource::Unchecked => Some(Worry::Unchecked),
    };
    not_understood.into_iter().chain(of_profile)
}

fn unread(library: &Library) -> impl Iterator<Item = Worry> {
    library.unread().map(|folder| Worry::FolderUnread {
        path: folder.path.clone(),
        why: folder.found.first().map(|found| found.message.to_string()),
    })
}

fn unused(library: &Library) -> impl Iterator<Item = Worry> {
    let rules = library.rules_not_in_force();
    let rules = rules.map(|table| Worry::RulesUnused(table.path.clone()));
    let exercises = library.exercises_not_in_force();
    rules.chain(exercises.map(|entry| Worry::ExerciseUnused(entry.path.clone())))
}

fn weaker_rules(library: &Library) -> Option<Worry> {
    let weaker = library.shared().own_rules.as_ref()?.weaker.len();
    (weaker > 0).then_some(Worry::WeakerRules(weaker))
}
