//! Changes to a text as data: each says which bytes go and what stands there instead, and a change can be taken back.

use std::ops::Range;

/// One place of a text and what it says instead. An empty range inserts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Splice {
    /// The bytes that go.
    pub at: Range<usize>,
    /// The new text.
    pub with: String,
}

/// The reason why splices cannot be applied to a text. Each names the bytes of the splice at fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The range ends before it begins, or past the end of the text.
    Outside(Range<usize>),
    /// The range begins or ends within a character.
    InCharacter(Range<usize>),
    /// The range shares bytes with another, or inserts where another does: the order would decide what is written.
    Overlap(Range<usize>),
}

/// Applies splices to a text, in any order: every range is one of the text as it is. Gives the new text, and the splices
/// that lead from it back to the old one.
///
/// # Errors
/// When a range lies outside the text, or two of them overlap.
pub fn apply(text: &str, splices: &[Splice]) -> Result<(String, Vec<Splice>), Refused> {
    let mut sorted: Vec<&Splice> = splices.iter().collect();
    sorted.sort_by_key(|splice| (splice.at.start, splice.at.end));
    let mut after = String::with_capacity(text.len());
    let mut inverse: Vec<Splice> = Vec::with_capacity(sorted.len());
    let mut done = 0;
    let mut last = None;
    for Splice { at, with } in sorted {
        let old = part(text, at)?;
        if at.start < done || last == Some(at) {
            return Err(Refused::Overlap(at.clone()));
        }
        after.push_str(&text[done..at.start]);
        let start = after.len();
        after.push_str(with);
        match inverse.last_mut() {
            // Two that touch come back as one, so that none inserts where another does.
            Some(before) if before.at.end == start => {
                before.at.end = after.len();
                before.with.push_str(old);
            }
            _ => inverse.push(Splice {
                at: start..after.len(),
                with: old.to_owned(),
            }),
        }
        (done, last) = (at.end, Some(at));
    }
    after.push_str(&text[done..]);
    Ok((after, inverse))
}

/// The bytes of a range.
fn part<'t>(text: &'t str, at: &Range<usize>) -> Result<&'t str, Refused> {
    if at.start > at.end || at.end > text.len() {
        return Err(Refused::Outside(at.clone()));
    }
    text.get(at.clone())
        .ok_or_else(|| Refused::InCharacter(at.clone()))
}
