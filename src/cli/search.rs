//! A text that is looked for in ids and titles.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// A part of a text. Capital letters and accents do not matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Search(String);

impl From<String> for Search {
    fn from(typed: String) -> Self {
        Self(plain(&typed))
    }
}

impl Search {
    pub(crate) fn is_in(&self, text: &str) -> bool {
        plain(text).contains(&self.0)
    }
}

/// A text in small letters without accents.
fn plain(text: &str) -> String {
    let plain = text.nfkd().filter(|letter| !is_combining_mark(*letter));
    plain.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capital_letters_and_accents_do_not_matter() {
        let search = Search::from("FAÇADE".to_owned());
        assert!(search.is_in("a facade"));
        assert!(search.is_in("Façades"));
        assert!(!search.is_in("face"));
    }
}
