//! Changes to the values of a file by their paths, all planned on the text as it is.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use crate::content::diagnostic::line_and_column;
use crate::content::edit::lines::{LineTable, last_value, line_end};
use crate::content::edit::list::{List, blanks, comma};
use crate::content::edit::meant::{Meant, Said};
use crate::content::edit::path::{Part, Path, written};
use crate::content::edit::place::{Place, Written, find, find_part};
use crate::content::edit::quoted::quoted;
use crate::content::edit::shape::Shape;
use crate::content::edit::splice::Splice;
use crate::content::edit::stuck::Stuck;
use crate::content::text::byte_order_mark::{BOM, without_bom};
use crate::content::toml::document::Document;
use crate::content::toml::line::{line_at, line_start};

/// The changes of one step, in a text of which the last line is ended. Each path is named once.
pub struct Edits<'d, 's> {
    document: &'d Document<'s>,
    shape: &'static Shape,
    splices: Vec<Splice>,
    meant: Vec<Said>,
}

impl<'d, 's> Edits<'d, 's> {
    /// No change yet of a file of this shape.
    pub(crate) fn new(document: &'d Document<'s>, shape: &'static Shape) -> Self {
        Self {
            document,
            shape,
            splices: Vec::new(),
            meant: Vec::new(),
        }
    }

    /// The file as it is.
    pub(crate) fn document(&self) -> &'d Document<'s> {
        self.document
    }

    /// The splices, and what they are to come to.
    pub(crate) fn into_parts(self) -> (Vec<Splice>, Vec<Said>) {
        (self.splices, self.meant)
    }

    /// Gives a key a value, written as TOML, where it stands or as a new key of the innermost table that is there. A key
    /// that stands under a name that was meant for it gets its own.
    ///
    /// # Errors
    /// When it is not written as `key = value`, or its list or item is not there.
    pub fn set(&mut self, path: &Path, value: &str) -> Result<(), Stuck> {
        let meant = Meant::Value(value.to_owned());
        self.meant.push(Said::new(path, meant));
        let Ok(place) = find(self.document, self.shape, path) else {
            return self.add(path, value);
        };
        let text = self.document.text();
        if !place.is_item_in_brackets(text) && place.pair(text).is_none() {
            return Err(self.stuck_at(&place));
        }
        self.splices.push(Splice {
            at: place.span(),
            with: value.to_owned(),
        });
        self.rename(path, &place);
        Ok(())
    }

    /// Takes a key and its value away, where it is there. Comments beside it and in its list stay.
    ///
    /// # Errors
    /// When it is not written as `key = value`.
    pub fn remove(&mut self, path: &Path) -> Result<(), Stuck> {
        self.meant.push(Said::new(path, Meant::Nothing));
        let Ok(place) = find(self.document, self.shape, path) else {
            return Ok(());
        };
        let text = self.document.text();
        let pair = place.pair(text).ok_or_else(|| self.stuck_at(&place))?;
        if place.is_inline {
            self.splices.push(Splice {
                at: with_comma(text, pair),
                with: String::new(),
            });
            return Ok(());
        }
        let below = pair.end + line_at(text, pair.end).len();
        self.splices.push(Splice {
            at: line_start(text, pair.start)..below,
            with: without_pair(text, pair, below, &place),
        });
        Ok(())
    }

    /// Makes a list of words hold others: new ones come in at its end, others go where they stand, and what is not in
    /// `before` stays. What is no list becomes one.
    ///
    /// # Errors
    /// When it is not written as `key = value`.
    pub fn words(&mut self, path: &Path, before: &[String], after: &[String]) -> Result<(), Stuck> {
        let found = find(self.document, self.shape, path).ok();
        let list = found.and_then(|place| {
            let items = place.value.get_ref().as_array()?;
            Some((List::new(self.document.text(), &place.span(), items), place))
        });
        let Some((mut list, place)) = list else {
            let words: Vec<String> = after.iter().map(|word| quoted(word)).collect();
            return self.set(path, &format!("[{}]", words.join(", ")));
        };
        if place.pair(self.document.text()).is_none() {
            return Err(self.stuck_at(&place));
        }
        let gone: Vec<String> = (before.iter().filter(|word| !after.contains(word)))
            .cloned()
            .collect();
        for word in &gone {
            list.take_out(word);
        }
        for word in after.iter().filter(|word| !before.contains(word)) {
            list.put_in(word);
        }
        let held = after.to_vec();
        self.meant
            .push(Said::new(path, Meant::Words { held, gone }));
        self.splices.push(Splice {
            at: place.span(),
            with: list.into_text(),
        });
        self.rename(path, &place);
        Ok(())
    }

    /// Gives a key that stands under a name that was meant for it its own.
    fn rename(&mut self, path: &Path, place: &Place<'_, '_>) {
        let (wanted, found) = (path.parts().last(), place.parts.last());
        if let (Some(Part::Key(key)), Some(at)) = (wanted, place.key.clone())
            && wanted != found
        {
            let with = written(key);
            self.splices.push(Splice { at, with });
        }
    }

    /// Writes a key that is not there into the innermost table of its path that has lines or braces of its own.
    fn add(&mut self, path: &Path, value: &str) -> Result<(), Stuck> {
        for depth in (0..path.parts().len()).rev() {
            let (there, new) = path.parts().split_at(depth);
            if there.is_empty() {
                let (table, shape) = (self.document.root(), Some(self.shape));
                return self.add_line(table, None, shape, new, value);
            }
            let Ok(place) = find_part(self.document, self.shape, there) else {
                continue;
            };
            let DeValue::Table(table) = place.value.get_ref() else {
                let is_list = matches!(new.first(), Some(Part::Item(_)));
                return Err(if is_list {
                    Stuck::Missing
                } else {
                    self.stuck_at(&place)
                });
            };
            match Written::of(self.document.text(), &place.span()) {
                Written::Header => {
                    let header = Some(place.span().start);
                    return self.add_line(table, header, place.shape, new, value);
                }
                Written::Braces => return self.add_in_braces(table, &place, new, value),
                Written::Keys => {}
            }
        }
        Err(Stuck::Missing)
    }

    fn add_line(
        &mut self,
        table: &'d DeTable<'s>,
        header: Option<usize>,
        shape: Option<&'static Shape>,
        new: &[Part],
        value: &str,
    ) -> Result<(), Stuck> {
        let (first, name) = dotted(new)?;
        let lines = LineTable {
            document: self.document,
            table,
            header,
        };
        let (at, indent) = lines.place(shape, first);
        let end = line_end(self.document.text());
        let line = format!("{indent}{name} = {value}{end}");
        self.insert(at, &line);
        Ok(())
    }

    fn add_in_braces(
        &mut self,
        table: &DeTable<'_>,
        place: &Place<'_, '_>,
        new: &[Part],
        value: &str,
    ) -> Result<(), Stuck> {
        let (_, name) = dotted(new)?;
        let text = self.document.text();
        let Some(last) = last_value(table, text, text.len()) else {
            let at = place.span().start + 1..place.span().end - 1;
            let with = format!(" {name} = {value} ");
            self.splices.push(Splice { at, with });
            return Ok(());
        };
        match comma(text, last) {
            Some(comma) => self.insert(comma + 1, &format!(" {name} = {value},")),
            None => self.insert(last, &format!(", {name} = {value}")),
        }
        Ok(())
    }

    /// Inserts behind what is inserted there already.
    fn insert(&mut self, at: usize, with: &str) {
        let mut splices = self.splices.iter_mut();
        match splices.find(|splice| splice.at == (at..at)) {
            Some(splice) => splice.with += with,
            None => self.splices.push(Splice {
                at: at..at,
                with: with.to_owned(),
            }),
        }
    }

    fn stuck_at(&self, place: &Place<'_, '_>) -> Stuck {
        let start = place
            .key
            .as_ref()
            .map_or(place.span().start, |key| key.start);
        Stuck::Line(line_and_column(self.document.text(), start).0)
    }
}

/// The first key of a path, and the path as keys with points.
fn dotted(parts: &[Part]) -> Result<(&str, String), Stuck> {
    let mut names = Vec::new();
    for part in parts {
        match part {
            Part::Key(key) => names.push(key.as_str()),
            Part::Item(_) => return Err(Stuck::Missing),
        }
    }
    let first = names.first().copied().ok_or(Stuck::Missing)?;
    let names: Vec<String> = names.into_iter().map(written).collect();
    Ok((first, names.join(".")))
}

/// A pair within braces, with the blanks behind it and a comma beside it.
fn with_comma(text: &str, pair: Range<usize>) -> Range<usize> {
    if let Some(comma) = comma(text, pair.end)
        && text[pair.end..comma].trim().is_empty()
    {
        return pair.start..comma + 1 + blanks(&text[comma + 1..]);
    }
    let before = text[..pair.start].trim_end();
    if before.ends_with(',') {
        return before.len() - 1..pair.end;
    }
    pair.start..pair.end + blanks(&text[pair.end..])
}

/// Returns the rest of the lines of a pair, which end at `below`: the text beside it, and the comments of its list.
fn without_pair(text: &str, pair: Range<usize>, below: usize, place: &Place<'_, '_>) -> String {
    let (start, end) = (line_start(text, pair.start), line_end(text));
    let behind = pair.end + blanks(&text[pair.end..]);
    let mut kept = format!("{}{}", &text[start..pair.start], &text[behind..below]);
    if kept.trim_start_matches(BOM).trim().is_empty() {
        kept.truncate(if kept.starts_with(BOM) { BOM.len() } else { 0 });
    }
    let list = place.value.get_ref().as_array();
    let comments = list.map(|list| List::new(text, &place.span(), list).comments());
    for comment in comments.unwrap_or_default() {
        if !without_bom(&kept).is_empty() && !kept.ends_with('\n') {
            kept += end;
        }
        kept += &comment;
        kept += end;
    }
    kept
}
