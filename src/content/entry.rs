//! A file that was read, with its content and its findings.

use std::sync::Arc;

use crate::content::diagnostic::{Diagnostic, any_error, arrange, render};
use crate::content::file::{File, Origin};
use crate::content::text::byte_order_mark::{BOM, without_bom};
use crate::content::text::file_text::FileText;
use crate::content::text::invisible;
use crate::content::toml::fields::length::too_wide;

/// A file's content with all that is known about the file.
#[derive(Clone, Debug)]
pub struct Entry<T> {
    /// The file stem: what a routine or an exercise is called by.
    pub id: String,
    /// The origin of its file.
    pub origin: Origin,
    /// As shown to people.
    pub(crate) path: String,
    /// The text of the file without its byte order mark; empty when it cannot be read.
    pub text: FileText,
    /// True if the file begins with a [byte order mark](BOM).
    pub(crate) has_bom: bool,
    /// The decoded content; complete only when no finding is an error.
    pub value: T,
    /// The findings, in order of place.
    pub found: Vec<Diagnostic>,
}

impl<T> Entry<T> {
    pub(crate) fn of(
        origin: Origin,
        file: File,
        decode: impl FnOnce(&str, &str) -> (T, Vec<Diagnostic>),
    ) -> Self {
        let marked = |text: &FileText| text.starts_with(BOM);
        let has_bom = file.text.as_ref().is_ok_and(marked);
        let (value, mut found, text) = match file.text {
            Ok(text) => {
                let text = if has_bom {
                    without_bom(&text).to_owned().into()
                } else {
                    text
                };
                let (value, mut found) = decode(&file.id, &text);
                found.splice(0..0, too_wide(&"the name of this file", &file.id));
                (value, found, text)
            }
            Err(why) => (decode(&file.id, "").0, vec![why], "".into()),
        };
        found.extend(invisible::in_file_name(&file.id));
        Self {
            id: file.id,
            origin,
            path: file.path,
            text,
            has_bom,
            value,
            found,
        }
    }

    /// Returns whether it can be used.
    pub fn is_sound(&self) -> bool {
        !any_error(&self.found)
    }

    /// Returns whether decoding the file again would give this entry: it has no findings, and is bundled or of the same
    /// text.
    pub(crate) fn is_unchanged(&self, origin: Origin, file: &File) -> bool {
        let is_same = self.origin == origin && self.path == file.path && self.found.is_empty();
        is_same && (origin == Origin::Bundled || self.has_text_of(file))
    }

    fn has_text_of(&self, file: &File) -> bool {
        file.text.as_deref().is_ok_and(|text| {
            text.starts_with(BOM) == self.has_bom && without_bom(text) == &*self.text
        })
    }

    /// Its findings as text.
    pub fn report(&self, colour: bool) -> String {
        render(&self.path, &self.text, &self.found, colour)
    }
}

impl<T: Clone> Entry<T> {
    /// Adds findings, in order of place. An entry that two libraries share stays shared when there is nothing to add.
    pub(crate) fn add(this: &mut Arc<Self>, found: Vec<Diagnostic>) {
        if !(found.is_empty() && this.found.is_empty()) {
            let entry = Arc::make_mut(this);
            entry.found.extend(found);
            arrange(&mut entry.found);
        }
    }
}
