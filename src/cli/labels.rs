//! The labels of a routine in `--json`: words and numbers. The names are a promise to other programs.

use serde::Serialize;

use crate::content::often::Often;
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
    /// How often it is to be done.
    pub(crate) often: Option<JsonOften>,
}

/// How often a routine is to be done: `least` to `most` times in `every` periods.
#[derive(Debug, Serialize)]
pub(crate) struct JsonOften {
    /// As its author wrote it.
    pub(crate) written: String,
    least: u32,
    most: u32,
    every: u32,
    /// `hour`, `day` or `week`.
    period: &'static str,
}

impl JsonOften {
    fn of(often: &Often) -> Self {
        let frequency = often.frequency;
        Self {
            written: often.written.clone(),
            least: frequency.least,
            most: frequency.most,
            every: frequency.every,
            period: frequency.period.as_str(),
        }
    }
}

impl Labels {
    pub(crate) fn of(routine: &Routine) -> Self {
        Self {
            discipline: routine.discipline.map(Word::as_str),
            audience: routine.audience.iter().map(|word| word.as_str()).collect(),
            when: routine.when.as_str(),
            minutes: routine.minutes.as_ref().map(|minutes| *minutes.get_ref()),
            often: routine.often.as_ref().map(JsonOften::of),
        }
    }
}
