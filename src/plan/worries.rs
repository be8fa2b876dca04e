//! What a person should know who relies on the rules, from one source for every screen and command.

use crate::content::library::Library;
use crate::plan::tailor::Tailored;
use crate::plan::whom::{Basis, Whom};

/// So many steps are named of which nothing is known.
const NAMED: usize = 3;

/// What keeps the rules from being relied on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worries {
    /// In sentences, the gravest first.
    pub said: Vec<String>,
    /// Whether all was checked that there is to check. If not, nothing may be said to fit: something was not understood,
    /// or rules may be missing.
    pub is_checked: bool,
}

impl Worries {
    /// Those about a person and a library.
    pub(crate) fn of(library: &Library, whom: &Whom) -> Self {
        let person = of_person(whom);
        let unread: Vec<String> = unread(library).collect();
        let broken: Vec<String> = broken_rules(library)
            .chain(broken_exercises(library))
            .collect();
        let is_checked = whom.is_checked() && unread.is_empty() && broken.is_empty();
        let said = person.into_iter().chain(unread).chain(broken);
        Self {
            said: said.chain(weaker_rules(library)).collect(),
            is_checked,
        }
    }

    /// The same with those about one routine.
    #[must_use]
    pub(crate) fn with(mut self, tailored: &Tailored) -> Self {
        let unknown = unknown_steps(&tailored.unknown);
        self.is_checked &= unknown.is_none();
        self.said.splice(0..0, unknown);
        self
    }
}

/// That nobody has said of some steps what could harm in them.
fn unknown_steps(names: &[String]) -> Option<String> {
    let quoted = |names: &[String]| {
        let quoted: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
        quoted.join(", ")
    };
    let named = match names {
        [] => return None,
        names if names.len() <= NAMED => quoted(names),
        names => format!(
            "{} and {} more",
            quoted(&names[..NAMED]),
            names.len() - NAMED
        ),
    };
    Some(format!("Nothing is known of {named}: not checked for you."))
}

/// That the profile cannot be read or understood as it is, or that nothing is checked.
fn of_person(whom: &Whom) -> Vec<String> {
    let of_profile = match &whom.basis {
        Basis::Nothing | Basis::Profile | Basis::Named(_) => None,
        Basis::Faulty => Some(
            "Your profile has errors; what it may mean counts until they are mended.".to_owned(),
        ),
        Basis::Unreadable(why) => Some(format!(
            "Your profile cannot be read ({why}): nothing is left out for you."
        )),
        Basis::Unchecked => Some("Playing without checks.".to_owned()),
    };
    let unchecked = whom.profile.unchecked_in_words();
    let unchecked = unchecked.map(|words| format!("Not checked: {words}."));
    unchecked.into_iter().chain(of_profile).collect()
}

/// That a folder cannot be read, in which rules and routines may lie.
fn unread(library: &Library) -> impl Iterator<Item = String> {
    library.unread().map(|folder| {
        let why = folder.found.first();
        let why = why.map_or("it cannot be read", |found| found.message.as_str());
        format!("{}: {why}. Rules of yours may be missing.", folder.path)
    })
}

/// That nothing of a file with rules of their own is used.
fn broken_rules(library: &Library) -> impl Iterator<Item = String> {
    library.rules_not_in_force().map(|table| {
        format!(
            "{} has errors: our rules hold until `supple check` finds none.",
            table.path
        )
    })
}

/// That nothing of an exercise of their own is used, and with it none of the dangers that it names.
fn broken_exercises(library: &Library) -> impl Iterator<Item = String> {
    library.exercises_not_in_force().map(|entry| {
        format!(
            "{} has errors: our exercise is used until `supple check` finds none.",
            entry.path
        )
    })
}

/// That rules of their own are weaker than the bundled ones.
fn weaker_rules(library: &Library) -> Option<String> {
    let own_rules = library.shared().own_rules.as_ref();
    match own_rules.map_or(0, |own| own.weaker.len()) {
        0 => None,
        1 => Some("1 rule of yours is weaker than ours.".to_owned()),
        weaker => Some(format!("{weaker} rules of yours are weaker than ours.")),
    }
}
