//! The English of lists and numbers.

/// Things one after the other: `chair, wall`.
pub(crate) fn list(things: &[impl AsRef<str>]) -> String {
    let things: Vec<&str> = things.iter().map(AsRef::as_ref).collect();
    things.join(", ")
}

/// One word for one thing, another for any other number of them.
pub(crate) const fn plural(is_one: bool, one: &'static str, many: &'static str) -> &'static str {
    if is_one { one } else { many }
}

/// A text in capitals.
pub(crate) fn capitals(text: &str) -> String {
    text.to_uppercase()
}
