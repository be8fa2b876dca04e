//! Finds the key that an unknown one was meant for, and its place.

use crate::content::toml::fields::Fields;

impl Fields<'_, '_> {
    /// Returns the help for an unknown key, and the key that it was meant for.
    pub(crate) fn help_for(&self, typed: &str) -> (String, Option<&'static str>) {
        let known = self.known();
        let free = || self.keys.names().filter(|key| !self.has(key));
        if !known.is_alias(typed, free())
            && let Some(help) = known.right_place(self.keys.what, typed)
        {
            return (help.to_owned(), None);
        }
        match known.meant_key(typed, free()) {
            Some(meant) => (format!("did you mean `{meant}`?"), Some(meant)),
            None => (
                format!(
                    "{} has the keys {}",
                    self.keys.what,
                    self.keys.names().collect::<Vec<_>>().join(", ")
                ),
                None,
            ),
        }
    }
}
