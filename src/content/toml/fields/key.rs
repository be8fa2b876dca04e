//! Finds the key that an unknown one was meant for, and its place.

use crate::content::toml::fields::Fields;

impl Fields<'_, '_> {
    /// Returns the help for an unknown key, and the key that it was meant for.
    pub(crate) fn help_for(&self, typed: &str) -> (String, Option<&'static str>) {
        let schema = self.document.schema();
        let free = || self.keys.iter().copied().filter(|key| !self.has(key));
        if !schema.is_alias(typed, free())
            && let Some(help) = schema.right_place(self.what, typed)
        {
            return (help.to_owned(), None);
        }
        match schema.meant_key(typed, free()) {
            Some(meant) => (format!("did you mean `{meant}`?"), Some(meant)),
            None => (
                format!("{} has the keys {}", self.what, self.keys.join(", ")),
                None,
            ),
        }
    }
}
