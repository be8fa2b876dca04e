//! A routine in the list.

use serde::Serialize;

use crate::cli::decided::Decided;
use crate::cli::labels::Labels;
use crate::content::entry::Entry;
use crate::content::library::Library;
use crate::content::routine::Routine;
use crate::plan::catalog::shown::shown;
use crate::plan::tailor::Tailored;
use crate::plan::worries::Worries;
use crate::words::en::worries as words;

/// A routine in `--json`. The names are a promise to other programs.
#[derive(Serialize)]
pub(crate) struct JsonRow<'a> {
    pub(crate) id: &'a str,
    pub(crate) title: &'a str,
    #[serde(flatten)]
    pub(crate) labels: Labels,
    /// The length as played; `null` for a checklist and for a broken file.
    seconds: Option<f64>,
    steps: Option<usize>,
    /// `bundled`, `own` or `folder`.
    origin: &'static str,
    path: &'a str,
    /// True if it cannot be played.
    pub(crate) broken: bool,
    /// True if the rules let it play for this person.
    plays: bool,
    decisions: Vec<Decided<'a>>,
    /// True if everything was checked; `worries` says why not.
    checked: bool,
    worries: Vec<String>,
}

impl<'a> JsonRow<'a> {
    /// The row of a routine, with what it is for the person: `None` for a broken file.
    pub(crate) fn of(
        entry: &'a Entry<Routine>,
        tailored: Option<&'a Tailored>,
        library: &Library,
        worries: &Worries,
    ) -> Self {
        let routine = &entry.value;
        let worries = match tailored {
            Some(tailored) => worries.clone().with(tailored),
            None => worries.clone(),
        };
        let timetable = tailored.and_then(|tailored| shown(tailored, entry, library).ok());
        let timed = timetable.as_deref().filter(|timed| !timed.is_checklist());
        let decisions = tailored.iter().flat_map(|tailored| &tailored.decisions);
        Self {
            id: &entry.id,
            title: &routine.title,
            labels: Labels::of(routine),
            seconds: timed.map(|timed| timed.total().as_secs_f64()),
            steps: timetable.as_ref().map(|timetable| timetable.steps.len()),
            origin: entry.origin.as_str(),
            path: &entry.path,
            broken: timetable.is_none(),
            plays: tailored.is_some_and(|tailored| tailored.timetable.is_some()),
            decisions: decisions.map(Decided::of).collect(),
            checked: worries.is_checked,
            worries: words::all(&worries),
        }
    }
}
