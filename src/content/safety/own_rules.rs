//! The effect of a person's own `safety.toml`, which is shown before anything is played.

use crate::content::safety::weaker::Weaker;

/// The rules that are not bundled: those of the own folder and of further folders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnRules {
    /// Their files, each laid over those before it.
    pub files: Vec<RulesFile>,
    /// All that is looser than in the bundled rules, with all files in force together.
    pub weaker: Vec<Weaker>,
}

/// One file of rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulesFile {
    /// As shown to people.
    pub path: String,
    /// True if it holds no error. With one, nothing of it is used.
    pub in_force: bool,
}

impl OwnRules {
    /// The files of which nothing is used, because they hold errors.
    #[cfg(feature = "testing")]
    pub fn not_in_force(&self) -> impl Iterator<Item = &RulesFile> {
        self.files.iter().filter(|file| !file.in_force)
    }
}
