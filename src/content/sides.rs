//! Recognises the words for both sides of the body, behind a dose or as a side.

use crate::content::vocabulary::{Sides, Word as _};

/// The last word of a dose that is for each side.
const SIDES: [&str; 5] = ["side", "leg", "arm", "foot", "hand"];

/// Returns the help for words that name both sides.
pub(crate) fn both(words: &[&str]) -> Option<String> {
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
            "write side = \"each\" for one side after the other, or side = \"both\" for both at once"
                .to_owned(),
        ),
        _ => None,
    }
}

/// A dose without the words at its end that say that it is for each side: `10 each side`, `30s per leg`, `8/side`. `None`
/// when it has none.
pub(crate) fn dose_for_each(text: &str) -> Option<&str> {
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
            assert_eq!(dose_for_each(text), dose, "{text}");
        }
    }
}
