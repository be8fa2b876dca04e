//! A file's text that is changed step by step, of which every step can be taken back.

use std::borrow::Cow;

use crate::content::edit::alike::is_alike;
use crate::content::edit::edits::Edits;
use crate::content::edit::lines::line_end;
use crate::content::edit::meant::rest;
use crate::content::edit::shape::Shape;
use crate::content::edit::splice::{Splice, apply};
use crate::content::edit::stuck::Stuck;
use crate::content::format;
use crate::content::text::byte_order_mark::without_bom;

/// A text, and the splices that lead back to each text before it and forward again.
#[derive(Clone, Debug)]
pub struct Draft {
    text: String,
    /// The inverse of each step, the last step at the end.
    done: Vec<Vec<Splice>>,
    /// The steps to redo, the one undone last at the end.
    undone: Vec<Vec<Splice>>,
}

impl Draft {
    /// A text without a change.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            done: Vec::new(),
            undone: Vec::new(),
        }
    }

    /// The text as it is now.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text as it is now, alone.
    pub(crate) fn into_text(self) -> String {
        self.text
    }

    /// Makes one step of all the changes of a walk. The text is read once before and once after it; if it does not say
    /// then what was meant, and of everything else the same as before, it stays as it is. A last line that something
    /// stands on is ended.
    ///
    /// # Errors
    /// The reason why the text cannot be changed. It is as it was then.
    pub fn edit(
        &mut self,
        shape: &'static Shape,
        change: impl FnOnce(&mut Edits<'_, '_>) -> Result<(), Stuck>,
    ) -> Result<(), Stuck> {
        let ended = ended(&self.text);
        let before = format::parse(&ended);
        if !before.is_toml() {
            return Err(Stuck::Unreadable);
        }
        let mut edits = Edits::new(&before, shape);
        change(&mut edits)?;
        let (mut splices, meant) = edits.into_parts();
        if splices.is_empty() {
            return Ok(());
        }
        if let Some(end) = ended.strip_prefix(&self.text).filter(|end| !end.is_empty()) {
            end_last_line(&mut splices, self.text.len(), end);
        }
        // Two changes that meet cannot both be meant.
        let (text, inverse) = apply(&self.text, &splices).map_err(|_| Stuck::Unreadable)?;
        let after = format::parse(&text);
        let is_meant = after.is_toml() && meant.iter().all(|said| said.is_read_of(&after, shape));
        if !is_meant || !is_alike(&rest(&before, shape, &meant), &rest(&after, shape, &meant)) {
            return Err(Stuck::Unreadable);
        }
        self.text = text;
        self.done.push(inverse);
        self.undone.clear();
        Ok(())
    }
}

// What the editor of routines will offer.
#[cfg(feature = "testing")]
impl Draft {
    /// Takes the last step back; whether there was one.
    pub fn undo(&mut self) -> bool {
        step(&mut self.text, &mut self.done, &mut self.undone)
    }

    /// Makes the step again that was taken back last; whether there was one.
    pub fn redo(&mut self) -> bool {
        step(&mut self.text, &mut self.undone, &mut self.done)
    }
}

/// Applies the last splices of one list, and puts what takes them back on the other.
#[cfg(feature = "testing")]
fn step(text: &mut String, from: &mut Vec<Vec<Splice>>, to: &mut Vec<Vec<Splice>>) -> bool {
    let applied = from.pop().and_then(|splices| apply(text, &splices).ok());
    let Some((changed, inverse)) = applied else {
        return false;
    };
    *text = changed;
    to.push(inverse);
    true
}

/// A text with its last line ended, where something stands on it.
fn ended(text: &str) -> Cow<'_, str> {
    if without_bom(text).is_empty() || text.ends_with('\n') {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(format!("{text}{}", line_end(text)))
    }
}

/// Makes splices of a text of which the last line was ended those of the text without that end, `length` bytes long.
/// They write the end, unless they take the last line away.
fn end_last_line(splices: &mut Vec<Splice>, length: usize, end: &str) {
    let is_gone = splices
        .iter()
        .any(|splice| splice.at.start < length && splice.at.end > length);
    for splice in splices.iter_mut() {
        splice.at = splice.at.start.min(length)..splice.at.end.min(length);
    }
    if is_gone {
        return;
    }
    match splices
        .iter_mut()
        .find(|splice| splice.at == (length..length))
    {
        Some(below) => below.with.insert_str(0, end),
        None => splices.push(Splice {
            at: length..length,
            with: end.to_owned(),
        }),
    }
}
