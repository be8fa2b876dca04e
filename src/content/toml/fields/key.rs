//! What an unknown key was meant for, and where it belongs.

use crate::content::toml::fields::Fields;

impl Fields<'_, '_> {
    /// What to do about an unknown key, and for which key it was meant.
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
