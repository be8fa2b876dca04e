//! What to write where several words stand for a key that takes one, or words without brackets for one that takes a list.
//! None of them is dropped: what cannot be kept is asked for.

use crate::content::text::did_you_mean;
use crate::content::toml::example;
use crate::content::vocabulary::{self, Sides, Word as _};

/// What is said at the end of a dose that is for each side.
const SIDES: [&str; 5] = ["side", "leg", "arm", "foot", "hand"];
/// Keys of one text that may be longer than a name: several texts make one.
const SENTENCES: [&str; 5] = ["about", "avoid", "feel", "note", "say"];
/// Lists whose words are looked up when the whole library is there.
const LOOKED_UP: [&str; 2] = ["for", "hazards"];

/// The words of a text that has several: `left and right`, `chair, wall`. One is no list.
pub(crate) fn parts(text: &str) -> Vec<&str> {
    let parts = text.split([',', ';', '/', '&', '+']);
    let parts = parts.flat_map(|part| part.split(" and ").flat_map(|part| part.split(" or ")));
    let parts = parts.map(str::trim).filter(|part| !part.is_empty());
    parts.collect()
}

/// What to write for several words where the key takes one.
pub(crate) fn one(key: &str, words: &[&str]) -> String {
    let Some(known) = vocabulary::of_key(key) else {
        let plain = words.iter().all(|word| !word.contains(['"', '\\', '\n']));
        return if SENTENCES.contains(&key) && plain && !words.is_empty() {
            format!("write {key} = \"{}\"", words.join(" "))
        } else {
            format!("write {}, with one text", example::any(key))
        };
    };
    if key == "side"
        && let Some(help) = both_sides(words)
    {
        return help;
    }
    format!("takes one: {}", known.join(", "))
}

/// What to write for words that say both sides.
pub(crate) fn both_sides(words: &[&str]) -> Option<String> {
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let mut sides = lower.iter().map(|word| Sides::parse(word));
    if let [Some(Sides::Left), Some(Sides::Right)] | [Some(Sides::Right), Some(Sides::Left)] =
        [sides.next().flatten(), sides.next().flatten()]
        && lower.len() == 2
    {
        return Some("write side = \"each\": one side after the other".to_owned());
    }
    let [only] = &lower[..] else {
        return None;
    };
    let (which, what) = only.split_once(' ')?;
    let what = what.trim();
    let is_side = SIDES.contains(&what.trim_end_matches('s')) || what == "feet";
    match which {
        _ if !is_side => None,
        "each" | "every" | "per" => Some("write side = \"each\"".to_owned()),
        "both" => Some(
            "write side = \"each\" for one side after the other, or side = \"both\" for the two at once"
                .to_owned(),
        ),
        _ => None,
    }
}

/// What to write for words that stand without brackets where the key takes a list.
pub(crate) fn list(key: &str, words: &[&str]) -> String {
    let form = |words: &[&str]| {
        let words: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
        format!("write {key} = [{}]", words.join(", "))
    };
    if LOOKED_UP.contains(&key) || example::is_of_words(key) {
        return format!(
            "write a list of words in quotes, as in {}",
            example::any(key)
        );
    }
    if words.iter().any(|word| word.contains(['"', '\\', '\n'])) {
        return format!("write {}", example::any(key));
    }
    let Some(known) = vocabulary::of_list(key) else {
        return form(words);
    };
    let near = |word: &&str| did_you_mean(word, known.iter().copied());
    match words.iter().map(near).collect::<Option<Vec<&str>>>() {
        Some(near) => form(&near),
        None => format!("write {}, of {}", example::any(key), known.join(", ")),
    }
}

/// A dose without the words at its end that say that it is for each side: `10 each side`, `30s per leg`, `8/side`. `None`
/// when it has none.
pub(crate) fn for_each_side(text: &str) -> Option<&str> {
    let lower = text.to_ascii_lowercase();
    let mut rest = lower.trim_end();
    if let Some(part) = SIDES.iter().find_map(|side| rest.strip_suffix(side)) {
        rest = part.trim_end();
    } else if !rest.ends_with("each") {
        return None;
    }
    let words = [" each", " every", " per", "/", " a", "x each"];
    rest = words
        .iter()
        .find_map(|word| rest.strip_suffix(word))?
        .trim_end();
    for word in [" on", " for", ","] {
        rest = rest.strip_suffix(word).unwrap_or(rest).trim_end();
    }
    text.get(..rest.len()).filter(|dose| !dose.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_stay_both() {
        let each = "write side = \"each\": one side after the other";
        assert_eq!(one("side", &["left", "right"]), each);
        assert_eq!(one("side", &["Right", "left"]), each);
        assert_eq!(one("side", &parts("left and right")), each);
        assert_eq!(one("side", &parts("left/right")), each);
        let either = one("side", &["both sides"]);
        assert!(either.contains("\"each\"") && either.contains("\"both\""));
        assert_eq!(
            one("side", &["left", "left"]),
            "takes one: both, each, alternating, left, right"
        );
    }

    #[test]
    fn no_word_is_chosen_among_several() {
        let said = one("when", &["bedtime", "morning"]);
        assert!(said.starts_with("takes one: morning, "), "{said}");
        assert_eq!(
            one("say", &["Slowly.", "Breathe."]),
            "write say = \"Slowly. Breathe.\""
        );
        assert_eq!(
            one("name", &["A", "B"]),
            "write name = \"...\", with one text"
        );
    }

    #[test]
    fn lists_keep_every_word_that_would_be_read() {
        assert_eq!(
            list("props", &["chair", "wall"]),
            "write props = [\"chair\", \"wall\"]"
        );
        assert_eq!(
            list("audience", &["adults"]),
            "write audience = [\"adult\"]"
        );
        assert!(
            list("audience", &["everybody"]).starts_with("write audience = [\"...\"], of adult")
        );
        assert_eq!(
            list("hazards", &["calf-strech"]),
            "write a list of words in quotes, as in hazards = [\"...\"]"
        );
    }

    #[test]
    fn a_dose_for_each_side_is_known_by_its_end() {
        for (text, dose) in [
            ("10 each side", Some("10")),
            ("10 per leg", Some("10")),
            ("10/side", Some("10")),
            ("10 each", Some("10")),
            ("30s on each Side", Some("30s")),
            ("8-12, each arm", Some("8-12")),
            ("10 a side", Some("10")),
            ("10", None),
            ("30s inside", None),
            ("each side", None),
            ("beach", None),
        ] {
            assert_eq!(for_each_side(text), dose, "{text}");
        }
    }
}
