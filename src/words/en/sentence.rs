//! Sentences out of phrases.

/// A text that begins with a capital.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters
        .next()
        .map(|letter| letter.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// A text as a sentence of its own.
pub(crate) fn sentence(text: &str) -> String {
    let end = if text.ends_with('.') { "" } else { "." };
    capital(text) + end
}

/// A text as a sentence with one mark at its end: a question keeps its own, everything else gets a full stop.
pub(crate) fn ended(text: &str) -> String {
    let rest = text.trim_end_matches(['.', '?']);
    let end = if text.ends_with('?') { "?" } else { "." };
    capital(rest) + end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_becomes_a_sentence_and_a_sentence_stays_one() {
        assert_eq!(sentence("no chair"), "No chair.");
        assert_eq!(sentence("No chair."), "No chair.");
        assert_eq!(ended("which one?"), "Which one?");
        assert_eq!(ended("no chair.."), "No chair.");
        assert_eq!(ended(""), ".");
    }
}
