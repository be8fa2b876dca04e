//! The joining behaviour of Arabic and related letters: a joiner or non-joiner has an effect only where it changes
//! that.

use unicode_normalization::char::is_combining_mark;

/// The way a letter joins its neighbours.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joining {
    /// The one before and the one after it.
    Both,
    /// Only the one before it.
    Before,
    /// None.
    None,
}

/// Returns whether a letter belongs to a script whose letters join.
pub(crate) const fn is_joined_script(letter: char) -> bool {
    matches!(letter, '\u{600}'..='\u{8FF}')
}

/// Returns whether the letters on both sides of this place would join if nothing stood there.
pub(crate) fn would_join(before: &str, after: &str) -> bool {
    joins_next(before) && joins_previous(after)
}

/// Returns whether a joiner in this place gives a letter a form that it would not have without: one of its neighbours
/// can join, the other cannot, or they would melt into one sign.
pub(crate) fn joiner_shapes(before: &str, after: &str) -> bool {
    let melts = last(before) == Some('ل') && matches!(first(after), Some('ا' | 'أ' | 'إ' | 'آ'));
    melts || joins_next(before) != joins_previous(after)
}

fn joins_next(before: &str) -> bool {
    last(before).is_some_and(|letter| joining(letter) == Joining::Both)
}

fn joins_previous(after: &str) -> bool {
    first(after).is_some_and(|letter| joining(letter) != Joining::None)
}

/// Marks are no letters between others.
fn last(before: &str) -> Option<char> {
    before.chars().rev().find(|c| !is_combining_mark(*c))
}

fn first(after: &str) -> Option<char> {
    after.chars().find(|c| !is_combining_mark(*c))
}

/// By the table of Unicode (`ArabicShaping`).
fn joining(letter: char) -> Joining {
    match letter {
        '\u{621}' | '\u{674}' | '\u{780}'..='\u{7BF}' | '\u{8AD}' | '\u{8E2}' => Joining::None,
        '\u{622}'..='\u{625}'
        | '\u{627}'
        | '\u{629}'
        | '\u{62F}'..='\u{632}'
        | '\u{648}'
        | '\u{671}'..='\u{673}'
        | '\u{675}'..='\u{677}'
        | '\u{688}'..='\u{699}'
        | '\u{6C0}'
        | '\u{6C3}'..='\u{6CB}'
        | '\u{6CD}'
        | '\u{6CF}'
        | '\u{6D2}'..='\u{6D3}'
        | '\u{6D5}'
        | '\u{6EE}'..='\u{6EF}'
        | '\u{710}'
        | '\u{715}'..='\u{719}'
        | '\u{71E}'
        | '\u{728}'
        | '\u{72A}'
        | '\u{72C}'
        | '\u{72F}'
        | '\u{74D}'
        | '\u{759}'..='\u{75B}'
        | '\u{76B}'..='\u{76C}'
        | '\u{771}'
        | '\u{773}'..='\u{774}'
        | '\u{778}'..='\u{779}'
        | '\u{840}'
        | '\u{846}'..='\u{847}'
        | '\u{849}'
        | '\u{854}'
        | '\u{856}'..='\u{858}'
        | '\u{867}'
        | '\u{869}'..='\u{86A}'
        | '\u{870}'..='\u{882}'
        | '\u{88E}'
        | '\u{8AA}'..='\u{8AC}'
        | '\u{8AE}'
        | '\u{8B1}'..='\u{8B2}'
        | '\u{8B9}' => Joining::Before,
        '\u{640}' => Joining::Both,
        letter if is_joined_script(letter) && letter.is_alphabetic() => Joining::Both,
        _ => Joining::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_joined_or_not() {
        for (before, after, joined) in [
            ("می", "خواهم", true),
            ("خانه", "ها", true),
            ("مَ", "ا", true),
            ("د", "ا", false),
            ("ور", "ب", false),
            ("می", " خواهم", false),
            ("ب", "ء", false),
            ("", "ب", false),
        ] {
            assert_eq!(would_join(before, after), joined, "{before} {after}");
        }
    }

    #[test]
    fn a_joiner_shapes_a_letter_that_has_nothing_to_join() {
        assert!(joiner_shapes("ه", " ۱۳"));
        assert!(joiner_shapes("", "ه"));
        assert!(joiner_shapes("ل", "ا"));
        for (before, after) in [("ب", "ب"), ("د", " "), ("د", "۱"), ("a", "b")] {
            assert!(!joiner_shapes(before, after), "{before} {after}");
        }
    }
}
