//! A routine as it is shown to a person.

use std::borrow::Cow;

use crate::content::diagnostic::Diagnostic;
use crate::content::entry::Entry;
use crate::content::library::Library;
use crate::content::routine::Routine;
use crate::plan::lower::lower;
use crate::plan::tailor::Tailored;
use crate::plan::timetable::Timetable;

/// A routine as it is played; what the rules do not let play, as it is written.
///
/// # Errors
/// When what is written is longer than any timetable.
pub(crate) fn shown<'a>(
    tailored: &'a Tailored,
    entry: &Entry<Routine>,
    library: &Library,
) -> Result<Cow<'a, Timetable>, Diagnostic> {
    match &tailored.timetable {
        Some(timetable) => Ok(Cow::Borrowed(timetable)),
        None => lower(&entry.id, &entry.value, library).map(Cow::Owned),
    }
}
