//! Writes the help for several words on a key that takes one, or for words without brackets on one that takes a list.
//! None of them is dropped: what cannot be kept is asked for.

use crate::content::text::alike::did_you_mean;
use crate::content::toml::key::Takes;
use crate::content::toml::schema::KnownKeys;

/// The words of a text that has several: `left and right`, `chair, wall`. One is no list.
pub(crate) fn parts(text: &str) -> Vec<&str> {
    let parts = text.split([',', ';', '/', '&', '+']);
    let parts = parts.flat_map(|part| part.split(" and ").flat_map(|part| part.split(" or ")));
    let parts = parts.map(str::trim).filter(|part| !part.is_empty());
    parts.collect()
}

/// Returns the help for several words where the key takes one.
pub(crate) fn one(known: KnownKeys, key: &str, words: &[&str]) -> String {
    let Some(of_list) = known.known_words(key) else {
        let plain = words.iter().all(|word| !word.contains(['"', '\\', '\n']));
        let makes_one = matches!(known.takes(key), Some(Takes::Sentences));
        return if makes_one && plain && !words.is_empty() {
            format!("write {key} = \"{}\"", words.join(" "))
        } else {
            format!("write {}, with one text", known.example(key))
        };
    };
    known
        .meant_word(key, words)
        .unwrap_or_else(|| format!("takes one: {}", of_list.join(", ")))
}

/// Returns the help for words without brackets where the key takes a list.
pub(crate) fn list(known: KnownKeys, key: &str, words: &[&str]) -> String {
    let form = |words: &[&str]| {
        let words: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
        format!("write {key} = [{}]", words.join(", "))
    };
    if matches!(known.takes(key), Some(Takes::Ids | Takes::Names)) {
        return format!(
            "write a list of words in quotes, as in {}",
            known.example(key)
        );
    }
    if words.iter().any(|word| word.contains(['"', '\\', '\n'])) {
        return format!("write {}", known.example(key));
    }
    let Some(Takes::Words(list)) = known.takes(key) else {
        return form(words);
    };
    let list = list();
    let near = |word: &&str| did_you_mean(word, list.iter().copied());
    match words.iter().map(near).collect::<Option<Vec<&str>>>() {
        Some(near) => form(&near),
        None => format!("write {}, of {}", known.example(key), list.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::keys::SCHEMA;

    #[test]
    fn both_sides_stay_both() {
        let each = "write side = \"each\": one side after the other";
        assert_eq!(one(SCHEMA.anywhere(), "side", &["left", "right"]), each);
        assert_eq!(one(SCHEMA.anywhere(), "side", &["Right", "left"]), each);
        assert_eq!(
            one(SCHEMA.anywhere(), "side", &parts("left and right")),
            each
        );
        assert_eq!(one(SCHEMA.anywhere(), "side", &parts("left/right")), each);
        let either = one(SCHEMA.anywhere(), "side", &["both sides"]);
        assert!(either.contains("\"each\"") && either.contains("\"both\""));
        assert_eq!(
            one(SCHEMA.anywhere(), "side", &["left", "left"]),
            "takes one: both, each, alternating, left, right"
        );
    }

    #[test]
    fn no_word_is_chosen_among_several() {
        let said = one(SCHEMA.anywhere(), "when", &["bedtime", "morning"]);
        assert!(said.starts_with("takes one: morning, "), "{said}");
        assert_eq!(
            one(SCHEMA.anywhere(), "say", &["Slowly.", "Breathe."]),
            "write say = \"Slowly. Breathe.\""
        );
        assert_eq!(
            one(SCHEMA.anywhere(), "name", &["A", "B"]),
            "write name = \"...\", with one text"
        );
    }

    #[test]
    fn lists_keep_every_word_that_would_be_read() {
        assert_eq!(
            list(SCHEMA.anywhere(), "props", &["chair", "wall"]),
            "write props = [\"chair\", \"wall\"]"
        );
        assert_eq!(
            list(SCHEMA.anywhere(), "audience", &["adults"]),
            "write audience = [\"adult\"]"
        );
        assert!(
            list(SCHEMA.anywhere(), "audience", &["everybody"])
                .starts_with("write audience = [\"...\"], of adult")
        );
        assert_eq!(
            list(SCHEMA.anywhere(), "hazards", &["calf-strech"]),
            "write a list of words in quotes, as in hazards = [\"...\"]"
        );
    }
}
