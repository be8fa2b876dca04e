//! The known words that an unknown one was probably meant to be.

/// At most this many words are offered for an unknown one.
const MOST_ALIKE: usize = 5;

/// A word of at most this many letters is short.
const SHORT: usize = 4;

/// The one of `known` that `typed` was probably meant to be.
pub(crate) fn did_you_mean<'a>(
    typed: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let typed = typed.to_lowercase();
    let length = typed.chars().count();
    known
        .into_iter()
        .filter_map(|candidate| {
            let other = candidate.chars().count();
            let most = (length.max(other) / 3).max(1);
            let lower = candidate.to_lowercase();
            let distance =
                (length.abs_diff(other) <= most).then(|| strsim::osa_distance(&typed, &lower))?;
            // A short word with another first letter is another word: a slow pace is no flow.
            let first = |word: &str| word.chars().next();
            let is_other = length.max(other) <= SHORT && first(&typed) != first(&lower);
            (distance <= most && !(is_other && is_replaced(&typed, &lower)))
                .then_some((distance, candidate))
        })
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
}

/// Returns whether two words differ in their first letter alone.
fn is_replaced(one: &str, other: &str) -> bool {
    one.chars().skip(1).eq(other.chars().skip(1))
}

/// Those of `known` that share the most words with `typed`, a few at most: `calf-stretch-wall` for "wall stretch".
pub(crate) fn alike<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let typed = typed.to_lowercase();
    let words: Vec<&str> = long_words(&typed).collect();
    let mut most = 1;
    let mut best = Vec::new();
    for candidate in known {
        let lower = candidate.to_lowercase();
        let shared = words
            .iter()
            .filter(|word| {
                long_words(&lower).any(|own| own.starts_with(**word) || word.starts_with(own))
            })
            .count();
        if shared > most {
            best.clear();
            most = shared;
        }
        if shared == most && best.len() < MOST_ALIKE {
            best.push(candidate);
        }
    }
    best
}

/// The words of a text that say something: `on the floor` has two.
fn long_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() > 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_misses_are_named_and_far_ones_are_not() {
        assert_eq!(did_you_mean("holdd", ["hold", "reps"]), Some("hold"));
        assert_eq!(
            did_you_mean("calf-strech-wall", ["calf-raise", "calf-stretch-wall"]),
            Some("calf-stretch-wall")
        );
        assert_eq!(did_you_mean("banana", ["hold", "reps"]), None);
        assert_eq!(did_you_mean("st", ["sets", "rest"]), None);
        assert_eq!(did_you_mean("slow", ["flow", "night"]), None);
        assert_eq!(did_you_mean("flwo", ["flow", "night"]), Some("flow"));
        assert_eq!(did_you_mean("old", ["hold", "reps"]), Some("hold"));
        assert_eq!(did_you_mean("s-mayoo", ["S-MAYO"]), Some("S-MAYO"));
    }

    #[test]
    fn words_that_share_words_are_offered() {
        let known = ["seated-chair", "seated-edge", "floor-seated", "standing"];
        assert_eq!(alike("sit on the floor", known), ["floor-seated"]);
        assert_eq!(alike("seated", known), known[..3]);
        assert_eq!(alike("stand", known), ["standing"]);
        assert!(alike("at L", known).is_empty());
    }
}
