//! The labels of a routine in `--json`: words and numbers. The names are a promise to other programs.

use serde::Serialize;

use crate::content::routine::Routine;
use crate::content::vocabulary::Word;

#[derive(Debug, Serialize)]
pub(crate) struct Labels {
    pub(crate) discipline: Option<&'static str>,
    /// Empty: for everybody.
    pub(crate) audience: Vec<&'static str>,
    pub(crate) when: &'static str,
    /// The minutes that the title promises.
    pub(crate) minutes: Option<u32>,
}

impl Labels {
    pub(crate) fn of(routine: &Routine) -> Self {
        Self {
            discipline: routine.discipline.map(Word::as_str),
            audience: routine.audience.iter().map(|word| word.as_str()).collect(),
            when: routine.when.as_str(),
            minutes: routine.minutes.as_ref().map(|minutes| *minutes.get_ref()),
        }
    }
}
