//! Finds the place of a path in a file.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use crate::content::edit::path::{Part, Path};
use crate::content::edit::shape::Shape;
use crate::content::toml::document::Document;
#[cfg(feature = "testing")]
use crate::content::toml::line::line_at;
use crate::content::toml::line::line_start;
#[cfg(feature = "testing")]
use crate::content::toml::tables::headers;

/// The value at a path. All ranges are bytes of the document's text.
#[derive(Clone, Debug)]
pub(crate) struct Place<'t, 's> {
    /// The last key of the path, with its quotes; none for an item of a list.
    pub(crate) key: Option<Range<usize>>,
    /// The value with its place. That of a table is its header, its braces, or the key that makes it.
    pub(crate) value: &'t Spanned<DeValue<'s>>,
    /// True if it stands within the braces of an inline table.
    pub(crate) is_inline: bool,
    /// The path with the keys as they are written.
    pub(crate) parts: Vec<Part>,
    /// The shape of the value, where it is known.
    pub(crate) shape: Option<&'static Shape>,
}

/// The path names nothing in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The index of the first part of the path that is missing.
    pub part: usize,
    /// The reason.
    pub why: Why,
}

/// The reason why a part of a path leads nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The table does not hold the key.
    Key,
    /// The list is not as long.
    Item,
    /// A key is asked of what is no table.
    NotTable,
    /// An item is asked of what is no list.
    NotList,
}

/// The notation of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// Below a header: `[pace]`, `[[step]]`.
    Header,
    /// In braces.
    Braces,
    /// By the keys in it alone: `pace.normal = ...`.
    Keys,
}

impl Written {
    /// Returns the notation of the table at this place.
    pub(crate) fn of(text: &str, span: &Range<usize>) -> Self {
        match text.as_bytes().get(span.start) {
            Some(b'[') => Self::Header,
            Some(b'{') => Self::Braces,
            _ => Self::Keys,
        }
    }
}

/// Finds the place of a path. Keys of a known shape are also found under a name that was meant for them.
///
/// # Errors
/// The first part of the path that is not there.
pub(crate) fn find<'t, 's>(
    document: &'t Document<'s>,
    shape: &'static Shape,
    path: &Path,
) -> Result<Place<'t, 's>, Missing> {
    find_part(document, shape, path.parts())
}

/// Finds the place of the first parts of a path, at least one.
pub(crate) fn find_part<'t, 's>(
    document: &'t Document<'s>,
    shape: &'static Shape,
    parts: &[Part],
) -> Result<Place<'t, 's>, Missing> {
    let (text, mut shape) = (document.text(), Some(shape));
    let mut place: Option<Place<'t, 's>> = None;
    let mut names = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let missing = |why| Missing { part: at, why };
        let is_inline = place.as_ref().is_some_and(|place| place.holds_inline(text));
        let holder = place.as_ref().map(|place| place.value.get_ref());
        let (key, value) = match part {
            Part::Key(key) => {
                let table = match holder {
                    None => document.root(),
                    Some(value) => value.as_table().ok_or(missing(Why::NotTable))?,
                };
                let found = entry(document, table, shape, key);
                let (name, value) = found.ok_or(missing(Why::Key))?;
                shape = shape.and_then(|shape| shape.inner(key));
                names.push(Part::Key(name.get_ref().to_string()));
                (Some(name.span()), value)
            }
            Part::Item(item) => {
                let list = holder.and_then(DeValue::as_array);
                let list = list.ok_or(missing(Why::NotList))?;
                names.push(part.clone());
                (None, list.get(*item).ok_or(missing(Why::Item))?)
            }
        };
        place = Some(Place {
            key,
            value,
            is_inline,
            parts: Vec::new(),
            shape,
        });
    }
    let place = place.map(|place| Place {
        parts: names,
        ..place
    });
    place.ok_or(Missing {
        part: 0,
        why: Why::Key,
    })
}

/// A key of a table as it is written, and its value.
fn entry<'t, 's>(
    document: &'t Document<'s>,
    table: &'t DeTable<'s>,
    shape: Option<&'static Shape>,
    key: &str,
) -> Option<(&'t Spanned<DeString<'s>>, &'t Spanned<DeValue<'s>>)> {
    let Some(shape) = shape else {
        return table.get_key_value(key);
    };
    let name = shape.written(table, document, key)?;
    table.iter().find(|(key, _)| key.span() == name)
}

impl Place<'_, '_> {
    /// Returns the byte range of the value.
    pub(crate) fn span(&self) -> Range<usize> {
        self.value.span()
    }

    /// Returns whether what this value holds stands within the braces of an inline table.
    fn holds_inline(&self, text: &str) -> bool {
        let span = self.value.span();
        match self.value.get_ref() {
            DeValue::Table(_) => match Written::of(text, &span) {
                Written::Header => false,
                Written::Braces => true,
                Written::Keys => self.is_inline,
            },
            _ => self.is_inline,
        }
    }

    /// Returns whether it is an item that stands between the brackets of its list.
    pub(crate) fn is_item_in_brackets(&self, text: &str) -> bool {
        let span = self.value.span();
        let is_table = self.value.get_ref().is_table();
        self.key.is_none() && !(is_table && Written::of(text, &span) == Written::Header)
    }

    /// The pair of key and value, `hold = "20 s"`, with the dotted keys before it. `None` for what is not written as a
    /// pair: an item, or a table below its header.
    pub(crate) fn pair(&self, text: &str) -> Option<Range<usize>> {
        let key = self.key.clone()?;
        if !text.get(key.end..)?.trim_start().starts_with('=') {
            return None;
        }
        let end = self.value.span().end;
        let start = line_start(text, key.start);
        let before = &text[start..key.start];
        let blanks = before.trim_start_matches(is_margin);
        if !self.is_inline {
            return Some(start + before.len() - blanks.len()..end);
        }
        // The names before it in braces may hold anything.
        let is_dotted = before.trim_end().ends_with('.');
        (!is_dotted).then_some(key.start..end)
    }
}

/// Recognises a character allowed before the first key of a line, a byte order mark included.
fn is_margin(letter: char) -> bool {
    matches!(letter, ' ' | '\t' | '\u{feff}')
}

// What the editor of routines will ask for: steps as blocks.

/// The place of a path, as byte ranges.
#[cfg(feature = "testing")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spans {
    /// The value.
    pub value: Range<usize>,
    /// Key and value, where they are written as a pair.
    pub pair: Option<Range<usize>>,
    /// The whole of a table below a header, with the comment lines directly above that header.
    pub block: Option<Range<usize>>,
}

/// Finds the place of a path in a text.
///
/// # Errors
/// The first part of the path that is not there.
#[cfg(feature = "testing")]
pub fn spans(text: &str, shape: &'static Shape, path: &Path) -> Result<Spans, Missing> {
    let document = crate::content::format::parse(text);
    let place = find(&document, shape, path)?;
    Ok(Spans {
        value: place.span(),
        pair: place.pair(text),
        block: place.block(&document),
    })
}

#[cfg(feature = "testing")]
impl Place<'_, '_> {
    /// The whole of a table that stands below a header: from the comment lines directly above its header to those above
    /// the next one that does not belong to it, or to the end. `None` for another value.
    fn block(&self, document: &Document<'_>) -> Option<Range<usize>> {
        let text = document.text();
        let table = self.value.get_ref().as_table()?;
        let header = self.value.span();
        if Written::of(text, &header) != Written::Header {
            return None;
        }
        let last = headers(table, text).into_iter().next_back();
        let last = last.unwrap_or(header.start).max(header.start);
        let mut next = headers(document.root(), text).into_iter();
        let next = next.find(|&start| start > last);
        let end = next.map_or(text.len(), |next| above(text, next));
        Some(above(text, header.start)..end)
    }
}

#[cfg(feature = "testing")]
/// Returns the start of the comment lines directly above the line of a byte.
fn above(text: &str, at: usize) -> usize {
    let mut start = line_start(text, at);
    while let Some(before) = start.checked_sub(1) {
        let line = line_start(text, before);
        if !line_at(text, line)
            .trim_start_matches(is_margin)
            .starts_with('#')
        {
            break;
        }
        start = line;
    }
    start
}
