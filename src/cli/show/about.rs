//! Everything that a sheet says.

use crate::content::entry::Entry;
use crate::content::evidence::Evidence;
use crate::content::library::Library;
use crate::content::routine::Routine;
use crate::content::safety::condition::Condition;
use crate::content::tables::Shared;
use crate::content::vocabulary::{Audience, Word as _};
use crate::plan::notes::{Noted, notes};
use crate::plan::tailor::Tailored;
use crate::plan::timetable::Timetable;
use crate::plan::whom::Recipient;
use crate::plan::worries::Worries;
use crate::words::en::emergency::Emergency;

/// A routine, and what is to be known about it.
pub(crate) struct RoutineSheet<'a> {
    pub(crate) entry: &'a Entry<Routine>,
    pub(crate) timetable: &'a Timetable,
    pub(crate) tailored: &'a Tailored,
    pub(crate) worries: Worries,
    pub(crate) emergency: Emergency,
    /// The person's conditions.
    pub(crate) conditions: Vec<&'a Condition>,
    /// The notes besides the rules.
    pub(crate) notes: Vec<Noted>,
    pub(crate) shared: &'a Shared,
    pub(crate) evidence: Vec<&'a Evidence>,
    /// Ids and citations, each once, in order of their first mention.
    pub(crate) sources: Vec<&'a str>,
}

impl<'a> RoutineSheet<'a> {
    pub(crate) fn of(
        entry: &'a Entry<Routine>,
        timetable: &'a Timetable,
        tailored: &'a Tailored,
        whom: &Recipient,
        library: &'a Library,
    ) -> Self {
        let (shared, person) = (library.shared(), whom.person());
        let held = person.conditions().iter();
        let planned = timetable.steps.iter().map(|step| &*step.planned);
        let evidence = evidence(entry, shared);
        Self {
            entry,
            timetable,
            tailored,
            worries: Worries::of(library, whom).with(tailored),
            emergency: Emergency::of(&whom.profile),
            conditions: held.filter_map(|id| shared.safety.condition(id)).collect(),
            notes: notes(&shared.safety, person, planned),
            shared,
            sources: sources(entry, &evidence, timetable, library),
            evidence,
        }
    }

    /// The groups of red flags that concern the people whom the routine is for, with their flags.
    pub(crate) fn red_flags(&self) -> impl Iterator<Item = (&'a str, Vec<&'a str>)> {
        let safety = &self.shared.safety;
        let audience = &self.entry.value.audience;
        let concerns = move |condition: &str| {
            audience.is_empty()
                || Audience::parse(condition).is_none_or(|word| audience.contains(&word))
        };
        let groups = safety.red_flag_groups.iter().filter(move |group| {
            let mut conditions = group.conditions.iter();
            group.conditions.is_empty() || conditions.any(|condition| concerns(condition.get_ref()))
        });
        groups.map(move |group| {
            let flags = safety.red_flags.iter();
            let flags = flags.filter(|flag| *flag.group.get_ref() == group.id);
            (
                group.name.as_str(),
                flags.map(|flag| flag.say.as_str()).collect(),
            )
        })
    }
}

/// Returns the evidence on the routine.
fn evidence<'a>(entry: &Entry<Routine>, shared: &'a Shared) -> Vec<&'a Evidence> {
    let all = shared.evidence.iter().map(|(_, evidence)| evidence);
    all.filter(|evidence| evidence.say.is_some() && evidence.belongs_to(&entry.id, &entry.value))
        .collect()
}

/// The sources of the routine, of what is known about it, and of its exercises.
fn sources<'a>(
    entry: &'a Entry<Routine>,
    evidence: &[&'a Evidence],
    timetable: &Timetable,
    library: &'a Library,
) -> Vec<&'a str> {
    let of_routine = entry.value.sources.iter();
    let of_evidence = evidence.iter().flat_map(|evidence| &evidence.sources);
    let steps = timetable.steps.iter();
    let of_exercises = steps
        .filter_map(|step| library.exercise(step.planned.exercise.as_deref()?))
        .flat_map(|exercise| &exercise.sources);
    let mut sources = Vec::new();
    for source in of_routine.chain(of_evidence).chain(of_exercises) {
        let source = source.get_ref().as_str();
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    sources
}
